import { findNetwork, openNetwork, type Line, type Network } from '@doorstroomhub/tools/test/network.ts'
import { postgresqlPrograms } from '@doorstroomhub/tools/test/postgresql.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectWithin } from '../world/soon.ts'
import type { Answer } from '../world/answer.ts'
import { canCluster, clusterWorld, type ClusterWorld } from './cluster-world.ts'
import { steadyLoad, tableOf, type Cost, type Load } from './load.ts'
import { natsProgram, ownNats, ownPostgresql } from './servers.ts'

const LONG = 600_000
/** What a subgraph gets; longer than one attempt at a connection (3 s), so that the attempts together are seen to stay within it. */
const TIMEOUT_MS = 8_000
const SUBGRAPHS = ['consent', 'person', 'support-needs', 'career-portfolio', 'intake-preparation']
const LIST = `{ dossiers { edges { node { status identity { surname } careerFile { reflections { text } } } } } }`

const network = await findNetwork()
const missing = [
  ...('missing' in network ? [`network namespaces (${network.missing})`] : []),
  ...(canCluster ? [] : ['PostgreSQL and NATS to run on']),
  ...((await postgresqlPrograms()) && natsProgram() ? [] : ['the programs of PostgreSQL and NATS']),
]
if (missing.length > 0) process.stdout.write(`lines are not cut for want of ${missing.join(', ')}\n`)

/** The gateways on one machine, all subgraphs on another, and the kernel loses what is between them: under a steady load. */
describe.skipIf(missing.length > 0)('a line that is cut', { timeout: LONG }, () => {
  let between: Network
  const closing: (() => Promise<void>)[] = []
  let world: ClusterWorld
  let load: Load
  const table: (Cost & { fault: string })[] = []

  beforeAll(async () => {
    between = await openNetwork()
    closing.push(between.close)
    const postgresql = await ownPostgresql(between.near)
    closing.push(postgresql.close)
    const nats = await ownNats(between.near)
    closing.push(nats.close)
    world = await clusterWorld({
      replicas: process.env['FAULTS'] === 'all' ? 2 : 1,
      env: { PATH: process.env['PATH'], DATABASE_URL: postgresql.url, NATS_URL: nats.url },
      machines: new Map(SUBGRAPHS.map((service) => [service, between.machine])),
      also: ({ service }) => ({
        ...(service.startsWith('gateway') && {
          SUBGRAPH_TIMEOUT_MS: String(TIMEOUT_MS),
          COST_PER_MINUTE: '1000000000',
          REQUESTS_PER_MINUTE: '1000000000',
        }),
      }),
    })
    closing.push(world.close)
    load = await steadyLoad(world)
    await load.during(async () => undefined)
  }, LONG)
  afterAll(async () => {
    process.stdout.write(tableOf(table))
    const failures: unknown[] = []
    // Each, whatever happened to the one before; the network last.
    for (const close of closing.reverse()) await close().catch((cause: unknown) => failures.push(cause))
    expect(failures).toEqual([])
  }, LONG)

  const portOf = (service: string): number => world.cluster.planned.find((one) => one.service === service)!.port
  /** The line to a service is so, until `what` was seen; then it is whole again, and everything must be answered again. */
  async function during(service: string, state: Line, what: () => Promise<unknown>): Promise<void> {
    const fault = `line to ${service}: ${state}`
    longestMs = 0
    const cost = await load.during(async () => {
      await between.line(portOf(service), state)
      try {
        await what()
      } finally {
        await between.line(portOf(service), 'whole')
      }
    })
    table.push({ fault, ...cost })
    expectWithin(TIMEOUT_MS + 2_000, `the longest question, ${fault}`, longestMs)
    // Of the whole load nobody hung: two subgraphs after each other may both take their time.
    expectWithin(2 * TIMEOUT_MS + 2_000, `the longest of the load, ${fault}`, cost.longestMs, 60_000)
    expect(load.beyond).toEqual([])
  }
  /** The longest that a question of a test was kept waiting since the line was cut. */
  let longestMs = 0
  async function timed(question: Promise<Answer>): Promise<Answer & { tookMs: number }> {
    const began = performance.now()
    const answer = await question
    const tookMs = performance.now() - began
    longestMs = Math.max(longestMs, tookMs)
    return { ...answer, tookMs }
  }
  const codesOf = ({ errors }: Answer) => [...new Set(errors.map(({ code }) => code))]

  for (const state of ['cut', 'answers lost'] as const)
    test(`to person, ${state}: its own fields only, in time, and soon nobody waits for it`, async () => {
      await during('person', state, async () => {
        const ask = () => timed(world.as('noor').query(LIST))
        const isAsItShould = ({ data, errors }: Answer) => {
          expect(data.dossiers.edges[0].node).toMatchObject({
            status: 'SHARED',
            identity: null,
            careerFile: { reflections: expect.any(Array) as unknown[] },
          })
          expect(errors.map(({ code, path }) => [code, path])).toEqual([['INTERNAL', 'dossiers.edges.0.node.identity']])
        }
        // Enough at once that both gateways have had enough of it.
        for (const answer of await Promise.all(Array.from({ length: 7 }, ask))) isAsItShould(answer)
        // As long as it is cut nothing but a gateway that does not even try answers sooner than a connection gives up (3 s).
        await expect
          .poll(
            async () => {
              const answer = await ask()
              isAsItShould(answer)
              return answer.tookMs
            },
            { timeout: LONG },
          )
          .toBeLessThan(2_500)
        const ready = await fetch(new URL('/health/ready', world.url))
        expect([ready.status, await ready.text()]).toEqual([503, expect.stringContaining('person')])
      })
      // The other gateway tries again when its rest is over.
      await expect
        .poll(async () => (await world.as('noor').query(LIST)).data.dossiers.edges[0].node.identity, {
          timeout: 30_000,
        })
        .toEqual({ surname: 'Vries' })
    })

  for (const state of ['answers lost', 'answers on open connections lost'] as const)
    test(`a mutation is not tried a second time: ${state}`, async () => {
      const joris = world.as('joris')
      const dossierId = world.ids['noor']!
      const COMMENTS = 'query ($id: ID!) { dossier(id: $id) { careerFile { comments { text } } } }'
      const comments = async () => {
        const { data } = await joris.query(COMMENTS, { id: dossierId })
        return (data.dossier.careerFile.comments as { text: string }[]).map(({ text }) => text)
      }
      // So many connections are open, to both gateways' one subgraph.
      const texts = Array.from({ length: 5 }, (_, at) => `precies een keer ${at}, ${state}`)
      await Promise.all(texts.map(comments))
      const unheard: string[] = []
      await during('career-portfolio', state, async () => {
        const input = (text: string) => ({ dossierId, part: 'CAREER_FILE', text })
        const answers = await Promise.all(texts.map((text) => timed(joris.attempt('addCareerComment', input(text)))))
        for (const [at, answer] of answers.entries()) {
          if (answer.errors.length === 0) continue
          expect(codesOf(answer)).toEqual(['INTERNAL'])
          unheard.push(texts[at]!)
        }
      })
      const counts = Map.groupBy(await comments(), (text) => text)
      const times = (text: string) => counts.get(text)?.length ?? 0
      for (const text of texts) expect(times(text), text).toBeLessThanOrEqual(1)
      // Some were carried out though nobody heard of it: those are the ones that a second try would have doubled.
      expect(unheard.map(times)).toContain(1)
    })

  for (const state of ['cut', 'answers lost'] as const)
    test(`to consent, ${state}: no guarded field for anybody, and it says so in time`, async () => {
      await during('consent', state, async () => {
        const one = 'query ($id: ID!) { dossier(id: $id) { status identity { surname } conditions { name } } }'
        for (const [who, purpose] of [
          ['noor', null],
          ['joris', null],
          ['marieke', 'INTAKE_TALK'],
        ] as const) {
          const person = world.as(who, { purpose })
          const answers = await Promise.all([
            timed(person.query(LIST)),
            timed(person.query(one, { id: world.ids['noor'] })),
          ])
          for (const answer of answers) {
            expect(answer.text).not.toMatch(/surname":"|reflections":\[|name":"/)
            expect(codesOf(answer)).toEqual(['INTERNAL'])
          }
        }
        const ready = await fetch(new URL('/health/ready', world.url))
        expect([ready.status, await ready.text()]).toEqual([503, expect.stringContaining('consent')])
      })
    })

  test('no acknowledged write and no acknowledged edit is lost, none is there twice', async () => {
    const { lostWrites, doubleWrites, lostEdits, written, edited, events } = await load.stop()
    expect({ lostWrites, doubleWrites, lostEdits }).toEqual({ lostWrites: [], doubleWrites: [], lostEdits: [] })
    expect(load.beyond).toEqual([])
    for (const count of [written, edited, events]) expect(count).toBeGreaterThan(5)
  })
})
