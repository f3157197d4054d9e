import type { OpenConsent } from '@doorstroomhub/consent/main.ts'
import { temporaryFolder } from '@doorstroomhub/gateway/demo/testing.ts'
import { startHub, type Hub } from '@doorstroomhub/gateway/hub.ts'
import { openLog } from '@doorstroomhub/kit/log.ts'
import type { Settings } from '@doorstroomhub/gateway/settings.ts'
import type { Database } from '@doorstroomhub/kit/database.ts'
import { openEmbedded } from '@doorstroomhub/kit/embedded.ts'
import type { OpenSubgraph } from '@doorstroomhub/kit/subgraph.ts'
import { inject } from 'vitest'
import { openDirect, type Direct } from './world/direct.ts'
import { peopleBefore, type People } from './world/people.ts'
import { freshPostgreSql } from './world/postgresql.ts'
import { NOW, NUMBER_KEY, preparedCopy } from './world/prepared.ts'

export { NOW } from './world/prepared.ts'
export type { Answer } from './world/answer.ts'
export type { Person } from './world/people.ts'

export interface WorldOptions {
  /** PostgreSQL only where `TEST_POSTGRES_URL` names a server. */
  on?: 'embedded' | 'postgresql'
  /** Also the ORM's own statements are told to `database.onStatement`. */
  counting?: boolean
  /** How much of the log is kept; what went wrong when not given. */
  logLevel?: string
  /** Limits that are not the standard ones. */
  allowed?: Settings['limits']
  /** Where traces go; nowhere when not given. */
  tracesUrl?: string
}

/** The demo world in a running hub of its own, at a time of its own. */
export interface World extends People {
  hub: Hub
  url: string
  database: Database
  dataDir: string
  /** The key from which each subgraph's own is made. */
  secret: Uint8Array
  clock: {
    now(): Date
    set(at: Date): void
    advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void
  }
  /** Does now what time itself does, as the scheduler would within the minute. */
  timePasses(): Promise<void>
  /** One subgraph alone over HTTP, as it stands beside a gateway elsewhere. */
  direct(subgraph: string): Promise<Direct>
  /** Counts the statements that a piece of work costs; needs `counting`. */
  statementsOf(work: () => Promise<unknown>): Promise<string[]>
  /** What the hub wrote in its log: errors, unless more was asked for. */
  log: string[]
  close(): Promise<void>
}

const SECRET = new Uint8Array(32).fill(3)
/** For tests alone. */
export const CREDENTIAL_KEY = {
  kty: 'EC',
  x: 'IReGHsSE_m2nO8CM2pTgFcOWTmxmfGSuisN3UoHDA4I',
  y: 'enLBk2e7TFyiOWESIT2lptYa_-XWy7jBPyx2v0hSAME',
  crv: 'P-256',
  d: '8xis_rSRr9xfPpY3sO6ni4h2JDD0Kww0UUf3kf8IID4',
}

/** How a hub of the tests is set up; for one that starts again on the same folder. */
export const settingsIn = (dataDir: string): Settings => ({
  port: 0,
  host: '127.0.0.1',
  publicUrl: null,
  dataDir,
  databaseUrl: null,
  natsUrl: null,
  subgraphs: null,
  supergraphFile: null,
  oidc: null,
  demo: true,
  logLevel: 'error',
  keys: {
    viewer: SECRET,
    personalNumber: NUMBER_KEY,
    session: [new Uint8Array(32).fill(5)],
    credential: [CREDENTIAL_KEY],
  },
})

/** Starts a hub with the ten people of the demo in it. Close it at the end of the test. */
export async function world({
  on = 'embedded',
  counting = false,
  logLevel = 'error',
  allowed,
  tracesUrl,
}: WorldOptions = {}): Promise<World> {
  const prepared = inject('preparedWorld')
  const folder = await temporaryFolder()
  const database =
    on === 'postgresql'
      ? await freshPostgreSql(prepared, counting)
      : await openEmbedded({ copy: await preparedCopy(prepared) }, counting)
  let now = NOW
  const clock = () => now
  const log: string[] = []
  const hub = await startHub({
    settings: {
      ...settingsIn(folder.path),
      ...(allowed && { limits: allowed }),
      ...(tracesUrl !== undefined && { tracesUrl }),
    },
    clock,
    database,
    log: openLog(logLevel, { write: (line) => void log.push(line) }),
  }).catch(async (cause: unknown) => {
    await database.close()
    await folder.remove()
    throw cause
  })
  const people = peopleBefore({
    url: hub.url,
    schema: hub.engine.schema,
    issuer: `${hub.url}/oidc`,
    dataDir: folder.path,
    now: clock,
    seeded: NOW,
  })
  const opened = new Map<string, OpenSubgraph>(hub.subgraphs.map((subgraph) => [subgraph.name, subgraph]))
  const directs = new Map<string, Promise<Direct>>()

  return {
    ...people,
    hub,
    url: hub.url,
    database,
    dataDir: folder.path,
    secret: SECRET,
    clock: {
      now: clock,
      set: (at) => void (now = at),
      advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }) {
        now = new Date(now.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)
      },
    },
    async timePasses() {
      await (opened.get('consent') as OpenConsent).runDue()
    },
    direct(subgraph) {
      const known = directs.get(subgraph)
      if (known) return known
      const open = opened.get(subgraph)
      if (!open) throw new Error(`There is no subgraph ${subgraph}.`)
      const fresh = openDirect(open, { secret: SECRET, clock, check: () => database.check() })
      directs.set(subgraph, fresh)
      return fresh
    },
    async statementsOf(work) {
      const statements: string[] = []
      database.onStatement = (text) => void statements.push(text)
      try {
        await work()
      } finally {
        database.onStatement = null
      }
      return statements
    },
    log,
    async close() {
      for (const direct of directs.values()) await (await direct).close()
      await hub.close()
      await database.close()
      await folder.remove()
    },
  }
}
