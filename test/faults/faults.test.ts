import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Running } from '@doorstroomhub/tools/cluster/process.ts'
import { join } from 'node:path'
import { canCluster, clusterWorld, type ClusterWorld } from './cluster-world.ts'
import { steadyLoad, tableOf, type Cost, type Load } from './load.ts'
import { ownNats, ownPostgresql, type OwnServer } from './servers.ts'

/**
 * What each fault costs under a steady mixed load. By default a few faults on the tests' own PostgreSQL and NATS; `FAULTS=all` every
 * process in turn, and servers of its own. Lines that are cut: cut.test.ts.
 */
const isWhole = process.env['FAULTS'] === 'all'
const LONG = 900_000
const HOUR = 3_600_000
const SHIFTED = join(import.meta.dirname, 'shifted-clock.mjs')

describe.skipIf(!canCluster)('under a steady load, two of everything, one of each an hour off', () => {
  let world: ClusterWorld
  let load: Load
  let servers: { postgresql: OwnServer; nats: OwnServer } | null = null
  const table: (Cost & { fault: string })[] = []

  beforeAll(async () => {
    if (isWhole) servers = { postgresql: await ownPostgresql(), nats: await ownNats() }
    world = await clusterWorld({
      ...(servers && {
        env: { PATH: process.env['PATH'], DATABASE_URL: servers.postgresql.url, NATS_URL: servers.nats.url },
      }),
      // Of every service one machine has a clock that is wrong: ahead for the subgraphs, behind for the gateway.
      also: ({ name, service }) => ({
        ...(name.endsWith('-2') && {
          NODE_OPTIONS: `--import=${SHIFTED}`,
          CLOCK_SHIFT_MS: String(service.startsWith('gateway') ? -HOUR : HOUR),
        }),
        ...(service.startsWith('gateway') && {
          SUBGRAPH_TIMEOUT_MS: isWhole ? '6000' : '20000',
          COST_PER_MINUTE: '1000000000',
          REQUESTS_PER_MINUTE: '1000000000',
        }),
      }),
    })
    load = await steadyLoad(world)
    // Processes that were never asked anything are slow.
    await load.during(async () => undefined)
  }, LONG)
  afterAll(async () => {
    await world?.close()
    await servers?.postgresql.close()
    await servers?.nats.close()
    process.stdout.write(tableOf(table))
  }, LONG)

  const during = async (fault: string, happens: () => Promise<unknown>): Promise<Cost> => {
    const cost = await load.during(happens)
    table.push({ fault, ...cost })
    expect(load.beyond).toEqual([])
    return cost
  }
  const named = (name: string): Running => world.cluster.processes.find((one) => one.name === name)!
  const kill = async (name: string): Promise<void> => {
    const again = named(name).nextReady()
    named(name).kill('SIGKILL')
    await again
  }

  test('nothing: everything is answered', { timeout: LONG }, async () => {
    expect((await during('nothing', async () => undefined)).failed).toBe(0)
  })

  test(
    'a right that ended by the clock is closed on every machine, and one that goes on is open on every machine',
    { timeout: LONG },
    async () => {
      const surname = async (who: string) => {
        const { data } = await world
          .as('marieke', { purpose: 'INTAKE_TALK' })
          .query('query ($id: ID!) { dossier(id: $id) { identity { surname } } }', { id: world.ids[who] })
        return data.dossier.identity !== null
      }
      const expires = (student: string, minutes: number) =>
        world.database.sql(
          `update consent.consent set expires_at = now() + make_interval(mins => $2)
          where dossier_id = $1 and institution = '01VB' and state = 'GRANTED'`,
          [world.ids[student], minutes],
        )
      await expires('tim', 30)
      await expires('lotte', -30)
      // Connections are divided over the machines: so many questions meet all of them.
      for (let time = 0; time < 24; time++)
        expect([await surname('tim'), await surname('lotte')]).toEqual([true, false])
    },
  )

  const victims = isWhole
    ? ['consent', 'person', 'support-needs', 'career-portfolio', 'intake-preparation', 'gateway'].flatMap((service) => [
        `${service}-1`,
        `${service}-2`,
      ])
    : ['consent-1', 'intake-preparation-1', 'gateway-1']
  for (const name of victims)
    test(`kill -9 of ${name}`, { timeout: LONG }, async () => {
      await during(`kill -9 of ${name}`, () => kill(name))
    })

  for (const name of isWhole ? victims : ['consent-2', 'intake-preparation-2', 'gateway-2'])
    test(`a rolling restart of ${name} costs no question and no edit`, { timeout: LONG }, async () => {
      expect((await during(`restart of ${name}`, () => named(name).replace())).failed).toBe(0)
    })

  describe.skipIf(!isWhole)('servers', () => {
    test('NATS is killed and comes back: nothing but speed', { timeout: LONG }, async () => {
      await during('NATS restarts', async () => {
        await servers!.nats.kill()
        await servers!.nats.start()
      })
    })
    test('PostgreSQL is killed and comes back: no process of ours is started again', { timeout: LONG }, async () => {
      const before = world.cluster.processes.map(({ pid }) => pid)
      await during('PostgreSQL restarts', async () => {
        await servers!.postgresql.kill()
        await servers!.postgresql.start()
      })
      expect(world.cluster.processes.map(({ pid }) => pid)).toEqual(before)
    })
    test('consent is halted: no guarded field for anybody, and it says so', { timeout: LONG }, async () => {
      await during('consent halted for 4 s', async () => {
        for (const name of ['consent-1', 'consent-2']) named(name).kill('SIGSTOP')
        const answer = await world.as('noor').query('query ($id: ID!) { dossier(id: $id) { identity { surname } } }', {
          id: world.ids['noor'],
        })
        expect(answer.text).not.toContain('Vries')
        expect(answer.errors.map(({ code }) => code)).toContain('INTERNAL')
        for (const name of ['consent-1', 'consent-2']) named(name).kill('SIGCONT')
      })
    })
  })

  test(
    'no acknowledged write and no acknowledged edit is lost, and nothing was read that nobody allowed',
    { timeout: LONG },
    async () => {
      const { lostWrites, doubleWrites, lostEdits, written, edited, events } = await load.stop()
      expect({ lostWrites, doubleWrites, lostEdits }).toEqual({ lostWrites: [], doubleWrites: [], lostEdits: [] })
      expect(load.beyond).toEqual([])
      for (const count of [written, edited, events]) expect(count).toBeGreaterThan(5)
    },
  )
})
