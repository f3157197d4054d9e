import { temporaryFolder } from '@doorstroomhub/gateway/demo/testing.ts'
import { startHub, type Hub } from '@doorstroomhub/gateway/hub.ts'
import { openLog } from '@doorstroomhub/kit/log.ts'
import { START_LOCK } from '@doorstroomhub/kit/postgresql.ts'
import { freePort } from '@doorstroomhub/tools/test/port.ts'
import { postgresqlPrograms, withClient } from '@doorstroomhub/tools/test/postgresql.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDirect, type Direct } from '../world/direct.ts'
import { peopleBefore, type People } from '../world/people.ts'
import { settingsIn } from '../world.ts'
import { natsProgram, ownNats, ownPostgresql, type OwnServer } from './servers.ts'

const LONG = 120_000
const has = (await postgresqlPrograms()) !== undefined && natsProgram() !== undefined
const SUBGRAPHS = ['consent', 'person', 'support-needs', 'career-portfolio', 'intake-preparation']
const log = openLog('silent')
const clock = () => new Date()

describe.skipIf(!has)('health tells the truth', () => {
  let postgresql: OwnServer
  let nats: OwnServer
  let folder: { path: string; remove(): Promise<void> }
  /** All in one process. */
  let hub: Hub
  /** Before the same subgraphs, over HTTP. */
  let gateway: Hub
  let directs: Direct[] = []
  let people: People

  beforeAll(async () => {
    ;[postgresql, nats, folder] = await Promise.all([ownPostgresql(), ownNats(), temporaryFolder()])
    const settings = { ...settingsIn(folder.path), databaseUrl: postgresql.url, natsUrl: nats.url }
    hub = await startHub({ settings, log, generated: 0 })
    const secret = settings.keys.viewer
    directs = await Promise.all(
      hub.subgraphs.map((open) => openDirect(open, { secret, clock, check: async () => undefined })),
    )
    gateway = await startHub({
      settings: {
        ...settingsIn(folder.path),
        natsUrl: nats.url,
        subgraphs: hub.subgraphs.map(({ name }, at) => ({ name, url: directs[at]!.url })),
        oidc: { issuer: `${hub.url}/oidc`, audience: null, client: null },
        demo: false,
      },
      log,
      trusted: new Map(),
    })
    people = peopleBefore({
      url: hub.url,
      schema: hub.engine.schema,
      issuer: `${hub.url}/oidc`,
      dataDir: folder.path,
      now: clock,
      seeded: new Date(),
    })
  }, LONG)
  afterAll(async () => {
    await gateway?.close()
    for (const direct of directs) await direct.close()
    await hub?.close()
    await Promise.all([postgresql?.close(), nats?.close(), folder?.remove()])
  }, LONG)

  interface Health {
    status: number
    /** Those that do not work. */
    away: string[]
    known: string[]
  }
  async function healthOf({ port }: Hub): Promise<Health> {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`)
    const { checks = {} } = (await response.json()) as { checks?: Record<string, string> }
    const known = Object.keys(checks)
    return { status: response.status, away: known.filter((name) => checks[name] !== 'ok'), known }
  }
  /** What the administrator sees, through the graph. */
  async function seen(): Promise<string[]> {
    const { data } = await people.as('beheer').query('{ hub { parts { name ready } } }')
    return (data.hub.parts as { name: string; ready: boolean }[]).filter(({ ready }) => !ready).map(({ name }) => name)
  }
  /** What Prometheus sees. */
  async function counted(): Promise<string[]> {
    const text = await (await fetch(`${hub.url}/metrics`)).text()
    return [...text.matchAll(/hub_ready\{part="([^"]+)"\} 0/g)].map(([, name]) => name!)
  }
  const becomes = (of: Hub, status: number, away: string[]) =>
    expect.poll(() => healthOf(of), { timeout: 30_000 }).toMatchObject({ status, away })

  test('all is well, and each part is named', async () => {
    expect(await healthOf(hub)).toEqual({ status: 200, away: [], known: ['database', 'bus', ...SUBGRAPHS] })
    expect(await healthOf(gateway)).toEqual({ status: 200, away: [], known: ['bus', ...SUBGRAPHS] })
    expect([await seen(), await counted()]).toEqual([[], []])
  })

  test('the bus is away', { timeout: LONG }, async () => {
    await nats.kill()
    for (const each of [hub, gateway]) {
      await becomes(each, 503, ['bus'])
      for (const path of ['live', 'serving'])
        expect((await fetch(`http://127.0.0.1:${each.port}/health/${path}`)).status).toBe(200)
    }
    expect([await seen(), await counted()]).toEqual([['bus'], ['bus']])
    await nats.start()
    for (const each of [hub, gateway]) await becomes(each, 200, [])
  })

  test('the database is away', { timeout: LONG }, async () => {
    await postgresql.kill()
    await becomes(hub, 503, ['database'])
    expect([await seen(), await counted()]).toEqual([['database'], ['database']])
    expect((await fetch(`${hub.url}/health/live`)).status).toBe(200)
    await postgresql.start()
    await becomes(hub, 200, [])
    expect((await people.as('joris').query('{ dossiers { edges { node { id } } } }')).errors).toEqual([])
  })

  test('one subgraph is away', { timeout: LONG }, async () => {
    const at = hub.subgraphs.findIndex(({ name }) => name === 'person')
    await directs[at]!.close()
    directs.splice(at, 1)
    await becomes(gateway, 503, ['person'])
  })

  test('the migrations are not done yet', { timeout: LONG }, async () => {
    await withClient(postgresql.url, (client) => client.query('create database later'))
    const url = postgresql.url.replace(/\/postgres$/, '/later')
    const port = await freePort()
    const ready = async () => {
      const response = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null)
      return response && [response.status, ((await response.json()) as { status: string }).status]
    }
    const itsFolder = await temporaryFolder()
    let starting: Promise<Hub> | undefined
    await withClient(url, async (client) => {
      // As long as somebody else does them.
      await client.query(`select pg_advisory_lock(${START_LOCK})`)
      starting = startHub({ settings: { ...settingsIn(itsFolder.path), port, databaseUrl: url }, log, generated: 0 })
      await expect.poll(ready, { timeout: 30_000 }).toEqual([503, 'starting'])
      const waits = `select 1 from pg_locks where locktype = 'advisory' and not granted`
      await expect.poll(async () => (await client.query(waits)).rowCount, { timeout: 30_000 }).toBeGreaterThan(0)
      expect(await ready()).toEqual([503, 'starting'])
      expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200)
      await client.query(`select pg_advisory_unlock(${START_LOCK})`)
    })
    const later = await starting!
    expect(await ready()).toEqual([200, 'ok'])
    await later.close()
    await itsFolder.remove()
  })
})
