import { Client, until } from '@doorstroomhub/intake-preparation/rooms/house.testing.ts'
import { preparationIdOf } from '@doorstroomhub/intake-preparation/sections.ts'
import { createClient as createSseClient } from 'graphql-sse'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { stories } from '../access.table.ts'
import { givesConsent, revokes } from '../access/acts.ts'
import { ways, wrong } from '../access/ways.ts'
import { expectWithinASecond } from '../world/soon.ts'
import type { World } from '../world.ts'
import { canCluster, clusterWorld, type ClusterWorld } from './cluster-world.ts'

/** `CLUSTER=whole`: every way to a dossier instead of one, and the story of the agreement too. */
const isWhole = process.env['CLUSTER'] === 'whole'
const ROC = '01VB'
const LONG = 600_000

/** What needs no clock that the test can turn. */
const asWorld = (world: ClusterWorld): World => world as unknown as World

describe.skipIf(!canCluster)('two gateways and two of each subgraph', () => {
  let here: ClusterWorld
  const clients: Client[] = []

  beforeAll(async () => {
    here = await clusterWorld()
  }, LONG)
  afterEach(() => {
    for (const client of clients.splice(0)) client.leave()
  })
  async function leave(): Promise<void> {
    await here?.close()
    // Nothing ended that was not told to.
    expect(here.said.filter((sentence) => sentence.includes('starts again'))).toEqual([])
  }
  afterAll(leave, LONG)

  test('are twelve processes, and one address that says that all is well', async () => {
    expect(here.cluster.processes).toHaveLength(12)
    const answer = await fetch(new URL('/health/ready', here.url))
    expect([answer.status, await answer.json()]).toMatchObject([200, { status: 'ok' }])
  })

  /** A stock client with a ticket that the graph gave. */
  async function enter(student: string, name: string, section = 'QUESTIONS'): Promise<Client> {
    const preparation = preparationIdOf(here.applications[student]?.[ROC] as string)
    const person = here.as(name, { purpose: 'INTAKE_TALK' })
    const input = { intakePreparationId: preparation, section }
    const ticket = await person.act('openSection', input, '{ ticket access }')
    const url = `${here.url.replace('http', 'ws')}/documents`
    const client = new Client(url, `${preparation}/${section.toLowerCase()}`, '', {
      ticket: ticket['ticket'] as string,
    })
    clients.push(client)
    return client.synced()
  }

  test('stock clients write one section, whichever replica each has', async () => {
    const names = ['noor', 'joris', 'marieke', 'noor', 'joris', 'marieke']
    const all = await Promise.all(names.map((name) => enter('noor', name)))
    for (const [at, client] of all.entries()) client.write(`regel ${at} van ${names[at]}`)
    await until(
      'all have every line',
      () => all.every(({ words }) => names.every((name, at) => words.includes(`regel ${at} van ${name}`))),
      30_000,
    )
    const { data } = await here
      .as('noor')
      .query('query ($id: ID!) { dossier(id: $id) { applications { intakePreparation { sections { key text } } } } }', {
        id: here.ids['noor'],
      })
    const sections = data.dossier.applications[0].intakePreparation.sections as { key: string; text: string }[]
    for (const [at, name] of names.entries())
      expect(sections.find(({ key }) => key === 'QUESTIONS')?.text).toContain(`regel ${at} van ${name}`)
  })

  test('a change of status reaches who follows it, whichever replica carried it out', async () => {
    const clientsOfAll = await Promise.all(
      [1, 2, 3, 4].map(async () =>
        createSseClient({
          url: `${here.url}/graphql`,
          headers: { authorization: `Bearer ${await here.token('joris')}` },
          retryAttempts: 0,
        }),
      ),
    )
    const query = `subscription { dossierStatusChanged(dossierId: "${here.ids['eva']}") { to dossier { id } } }`
    const streams = clientsOfAll.map((client) => client.iterate<Record<string, { to: string }>>({ query }))
    const firsts = streams.map((stream) => stream.next())
    let heard = 0
    for (const first of firsts) void first.then(() => heard++)
    const eva = here.as('eva')
    // A stream that was only just asked for may miss what happens meanwhile: the dossier moves to and fro until all have heard.
    for (let round = 0; heard < firsts.length && round < 100; round++) {
      const { data } = await eva.query('query ($id: ID!) { dossier(id: $id) { status version } }', {
        id: here.ids['eva'],
      })
      const { status, version } = data.dossier as { status: string; version: number }
      const to = status === 'DRAFT' ? 'IN_CONSULTATION' : 'DRAFT'
      await eva.act('moveDossier', { id: here.ids['eva'], to, expectedVersion: version })
    }
    for (const { value } of await Promise.all(firsts)) {
      expect(value?.errors).toBeUndefined()
      expect(value?.data?.['dossierStatusChanged']).toMatchObject({ dossier: { id: here.ids['eva'] } })
    }
    for (const stream of streams) await stream.return?.()
  })

  test('sockets of an intaker close with 4403 within a second after the student stopped, on every replica', async () => {
    const all = await Promise.all(
      ['lotte', 'marieke', 'marieke', 'marieke', 'marieke'].map((one) => enter('lotte', one)),
    )
    const [lotte, ...intakers] = all as [Client, ...Client[]]
    const closed = intakers.map((one) => one.closed().then((code) => ({ code, at: performance.now() })))
    await revokes(asWorld(here), 'lotte', 'lotte', ROC)
    const stopped = performance.now()
    for (const one of await Promise.all(closed)) {
      expect(one.code).toBe(4403)
      expectWithinASecond('a socket on one of the replicas closed', one.at - stopped)
    }
    lotte.write('zonder haar')
    await until('it is kept', () => lotte.words.includes('zonder haar'))
    // As it was, for what comes after.
    await givesConsent(asWorld(here), 'lotte', ROC, 'INTAKE_TALK', [
      'IDENTITY',
      'ACCOMMODATIONS',
      'CAREER_SUMMARY',
      'PLUS_DOCUMENT',
      'INTAKE_PREPARATION',
    ])
  })

  for (const [nth, story] of stories.slice(0, isWhole ? 2 : 1).entries())
    describe(`who reads what, ${story.name}`, () => {
      // Each story begins with the demo as it is.
      beforeAll(async () => {
        if (nth === 0) return
        await leave()
        here = await clusterWorld()
      }, LONG)
      for (const { name, come, rows } of story.situations)
        test(
          `${name}: ${rows.length} rows`,
          async () => {
            await come(asWorld(here))
            for (const way of isWhole ? ways : ways.filter((one) => one.name === 'aliases'))
              expect(await wrong(asWorld(here), way, rows), way.name).toEqual([])
          },
          LONG,
        )
    })
})
