import type { OpenConsent } from '@doorstroomhub/consent/main.ts'
import { dateScalar, dateTimeScalar } from '@doorstroomhub/kit/builder.ts'
import { memoryBus, natsBus, type Bus } from '@doorstroomhub/kit/bus.ts'
import { followingClock } from '@doorstroomhub/kit/clock.ts'
import type { Database } from '@doorstroomhub/kit/database.ts'
import { openDatabase } from '@doorstroomhub/kit/standalone.ts'
import type { OpenSubgraph } from '@doorstroomhub/kit/subgraph.ts'
import { parse } from 'graphql'
import { createRequire } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'
import { lookAt } from './checks.ts'
import { documentDoor, remoteRoom, type DocumentRoom } from './documents.ts'
import { openElsewhere, type Places } from './elsewhere.ts'
import { openEngine, type Engine } from './engine.ts'
import type { ReportUnexpected } from './engine/errors.ts'
import type { ExecuteSubgraph } from './engine/run.ts'
import { openCredentials } from './exports/credential.ts'
import { exportDoor } from './exports/door.ts'
import { publishedKeys } from './exports/published.ts'
import { exportQuestions } from './exports/questions.ts'
import { newRequestId } from './http/asking.ts'
import { openMetrics } from './http/metrics.ts'
import { protectionOf } from './http/protection.ts'
import { openHttp, type Front } from './http.ts'
import { openLog, type Log } from '@doorstroomhub/kit/log.ts'
import { openBudgets } from './limits/budgets.ts'
import { openOperations } from './operations.ts'
import { OWN, openOwn, ownPart, rememberSystems, type HubFacts } from './own.ts'
import { openRenewable } from './renewable.ts'
import { openSession, type Session } from './session.ts'
import type { RemoteSubgraph, Settings } from './settings.ts'
import type { EndedStore } from './sign-in/ended.ts'
import { openSignIn, type SignInClient } from './sign-in/open.ts'
import { remoteStore } from './sign-in/remote-store.ts'
import { loadSubgraphs, openSubgraphs } from './subgraphs.ts'
import { supergraphOf } from './supergraph.ts'
import { noTraces, openTraces, type Traces } from './traces.ts'
import { readTrusted, type TrustedDocuments } from './trusted.ts'

export interface HubOptions {
  settings: Settings
  clock?: () => Date
  log?: Log
  /** A database that is open already, and stays open when the hub closes. */
  database?: Database
  /** How many invented dossiers the demo gets beside its own people; when not given, the demo decides. */
  generated?: number
  /** The questions of the pages; when not given, as the pages' build left them. */
  trusted?: TrustedDocuments
}

/** How often the time is asked for at a start before the machine's own clock must do. */
const MOST_ATTEMPTS = 10

/** A running hub. */
export interface Hub {
  /** `http://localhost:4000` */
  url: string
  port: number
  engine: Engine
  /** Those that run in this process. */
  subgraphs: readonly OpenSubgraph[]
  /** The gateway alone: looks at its subgraphs again, with these settings. Throws, and stays as it was, when they do not fit together. */
  renew(places: Places): Promise<void>
  /** Answers what is in flight, then closes everything that it opened. */
  close(): Promise<void>
}

/** What the engine stands on: subgraphs here or elsewhere. */
interface Ground {
  supergraphSdl: string
  execute: ExecuteSubgraph
  /** Elsewhere only. */
  renew?: (places: Places) => Promise<string>
  subgraphs: readonly OpenSubgraph[]
  /** Where connections to live documents go; null when no subgraph here takes any. */
  room: { take: DocumentRoom; close(): Promise<void> } | null
  database: Database | null
  checks: Front['checks']
  /** Where ended sessions are kept, and what wakes this gateway; null when consent is not among the subgraphs. */
  sessions: { store: EndedStore; bus: Bus | null } | null
}

/** Who is believed: tokens always, people with a browser where the hub is a client of their provider. */
interface Door {
  session: Session
  client: SignInClient | null
  mounted: Front['mounted']
}

/** Starts a hub; when a part of it fails, what was started is closed again and the failure thrown. */
export async function startHub({
  settings,
  clock: given,
  log = openLog(settings.logLevel),
  ...options
}: HubOptions): Promise<Hub> {
  // By the database's time, unless a clock is given.
  const following = followingClock()
  const clock = given ?? following.now
  const metrics = openMetrics()
  const startedAt = clock()
  const onUnexpected: ReportUnexpected = (cause, { requestId }, subgraph) => {
    metrics.unexpected.inc()
    log.error({ requestId, code: 'INTERNAL', subgraph, cause }, 'unexpected')
  }
  const onError = (cause: unknown): void => log.error({ code: 'INTERNAL', cause }, 'unexpected, outside any request')

  // The door is first, so that its port is known and `/health/live` answers while the rest starts.
  const http = await openHttp({
    port: settings.port,
    host: settings.host,
    reusePort: settings.reusePort ?? false,
    drainMs: settings.drainMs ?? 0,
    log,
  })
  const opened: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    await http.close()
    for (const closeIt of opened.reverse().splice(0)) await closeIt()
  }
  try {
    const url = settings.publicUrl ?? `http://localhost:${http.port}`
    const [ground, tokens] = await Promise.all([
      settings.subgraphs ? elsewhere(settings.subgraphs) : here(),
      settings.demo ? demoDoor(url) : ownDoor(),
    ])
    const { session, mounted } = await withSignIn(url, tokens, ground)
    const traces = settings.tracesUrl ? await openTraces(settings.tracesUrl) : noTraces
    opened.push(() => traces.close())
    const systems = rememberSystems(clock)
    const own = openOwn(() => factsOf(ground, systems.list()), ground.execute)
    metrics.watch(ground.checks)
    const engine = openRenewable(ground.supergraphSdl, (supergraphSdl) =>
      openEngine({
        supergraphSdl,
        execute: measured((name, call) => (name === OWN ? own.execute(call) : ground.execute(name, call)), traces),
        scalars: [dateScalar, dateTimeScalar],
        renewAsking: (asking) => ({ ...asking, requestId: newRequestId() }),
        onUnexpected,
      }),
    )
    if (settings.demo && ground.database) await fillDemo(ground.database)
    const budgets = openBudgets(settings.limits)
    budgets.onMet = (limit) => metrics.limits.inc({ limit })
    const { demo, proxies = 0 } = settings
    const trusted = new Map([...(options.trusted ?? (await readTrusted())), ...exportQuestions])
    const operations = openOperations(engine, onUnexpected, {
      budgets,
      trusted,
      strict: !demo,
      traces,
      onAsker: systems.seen,
    })
    const sockets = ground.room ? [{ ...documentDoor(session, ground.room.take), close: ground.room.close }] : []
    const door = { engine, operations, session, metrics, clock, budgets, proxies, log }
    const protection = protectionOf({
      url,
      provider: tokens.client?.issuer,
      corsOrigins: settings.corsOrigins,
    })
    const credentials = await openCredentials(url, settings.keys.credential ?? [])
    const out = [exportDoor({ ...door, url, credentials }), ...(credentials ? [publishedKeys(credentials, url)] : [])]
    await http.serve({ ...door, protection, demo, checks: ground.checks, mounted: [...mounted, ...out], sockets })
    return { url, port: http.port, engine, subgraphs: ground.subgraphs, close, renew }

    async function renew(places: Places): Promise<void> {
      if (!ground.renew) throw new Error('All subgraphs run in this process: there is nothing to look at again.')
      engine.renew(await ground.renew(places))
    }
  } catch (cause) {
    await close()
    throw cause
  }

  /** What the administrator sees of this gateway. */
  async function factsOf({ checks }: Ground, systems: HubFacts['systems']): Promise<HubFacts> {
    const count = async (figure: { get(): Promise<{ values: { value: number }[] }> }) =>
      (await figure.get()).values.reduce((sum, { value }) => sum + value, 0)
    const limits = (await metrics.limits.get()).values
    return {
      version,
      startedAt,
      uptimeSeconds: Math.floor((clock().getTime() - startedAt.getTime()) / 1000),
      parts: await lookAt(checks),
      systems,
      sockets: await count(metrics.sockets),
      streams: await count(metrics.streams),
      documents: await count(metrics.documents),
      unexpectedErrors: await count(metrics.unexpected),
      limitsMet: limits.map(({ labels, value }) => ({ limit: String(labels.limit), times: value })),
    }
  }

  /** Each call to a subgraph as a figure and, where asked for, as a span. */
  function measured(execute: ExecuteSubgraph, traces: Traces): ExecuteSubgraph {
    return (name, call) =>
      traces.step(call.asking, name, async () => {
        const began = performance.now()
        let outcome: 'answered' | 'failed' = 'failed'
        try {
          const answer = await execute(name, call)
          outcome = 'answered'
          return answer
        } finally {
          metrics.asked(name, outcome, (performance.now() - began) / 1000)
        }
      })
  }

  /** All five in this process, on one database. */
  async function here(): Promise<Ground> {
    loadSubgraphs()
    const database = options.database ?? (await openDatabase(settings))
    if (!options.database) opened.push(() => database.close())
    await follow(() => database.time())
    const bus: Bus = settings.natsUrl ? await natsBus(settings.natsUrl) : memoryBus()
    opened.push(() => bus.close())
    const keys: Record<string, Uint8Array> = {}
    if (settings.keys.personalNumber) keys['personalNumber'] = settings.keys.personalNumber
    const subgraphs = await openSubgraphs({
      database,
      bus,
      clock,
      keys,
      demo: settings.demo,
      onError,
      judged: metrics.judged,
    })
    opened.push(...subgraphs.map((subgraph) => () => subgraph.close()))
    const byName = new Map<string, OpenSubgraph>(subgraphs.map((subgraph) => [subgraph.name, subgraph]))
    const { sessions } = byName.get('consent') as OpenConsent
    return {
      supergraphSdl: await supergraphOf([...subgraphs, ownPart]),
      execute: (subgraph, call) => byName.get(subgraph)!.execute(call),
      subgraphs,
      room: roomOf(subgraphs),
      database,
      sessions: { store: sessions, bus },
      checks: {
        database: () => database.check(),
        async bus() {
          if (!bus.healthy()) throw new Error('The bus is away.')
        },
        ...Object.fromEntries(subgraphs.map((subgraph) => [subgraph.name, () => answers(subgraph)])),
      },
    }
  }

  /** The gateway alone, before subgraphs that run elsewhere. */
  async function elsewhere(subgraphs: readonly RemoteSubgraph[]): Promise<Ground> {
    const remotes = await openElsewhere({
      subgraphs,
      supergraphFile: settings.supergraphFile,
      secret: settings.keys.viewer,
      clock,
      patienceMs: settings.subgraphTimeoutMs,
      log,
    })
    opened.push(() => remotes.close())
    await follow(() => remotes.time())
    const rooms = subgraphs.find(({ name }) => name === 'intake-preparation')
    const take = rooms && remoteRoom(rooms.url, settings.keys.viewer, clock)
    const room = take ? { take, close: () => Promise.resolve() } : null
    const { supergraphSdl, execute, checks } = remotes
    const renew = async (places: Places): Promise<string> => {
      await remotes.renew(places)
      return remotes.supergraphSdl
    }
    const sessions = await endedElsewhere()
    return { supergraphSdl, execute, renew, subgraphs: [], room, database: null, checks, sessions }

    async function endedElsewhere(): Promise<Ground['sessions']> {
      const consent = subgraphs.find(({ name }) => name === 'consent')
      if (!consent) return null
      const bus = settings.natsUrl ? await natsBus(settings.natsUrl) : null
      if (bus) opened.push(() => bus.close())
      return { store: remoteStore(consent.url, settings.keys.viewer, clock), bus }
    }
  }

  async function follow(ask: () => Promise<Date>): Promise<void> {
    if (given) return
    opened.push(async () => following.stop())
    // With a clock that is wrong nobody would believe this gateway, so it waits for the right one.
    for (let attempt = 1; ; attempt++)
      try {
        return await following.follow(ask)
      } catch (cause) {
        log.warn({ cause }, 'the time could not be asked')
        if (attempt === MOST_ATTEMPTS) return
        await pause(1_000)
      }
  }

  /** Beside tokens: people with a browser, where there is a client to be and a place to keep what ended. */
  async function withSignIn(url: string, tokens: Door, { sessions }: Ground): Promise<Omit<Door, 'client'>> {
    const { client } = tokens
    const keys = settings.keys.session ?? []
    if (!client || !sessions || keys.length === 0) return tokens
    const people = await openSignIn({
      url,
      client,
      keys,
      mapping: settings.oidc?.claims,
      ...sessions,
      session: tokens.session,
      clock,
      onError,
    })
    opened.push(() => people.close())
    return { session: people.session, mounted: [...tokens.mounted, people.mounted] }
  }

  /** The tokens of the provider that the settings name. */
  async function ownDoor(): Promise<Door> {
    const { issuer, audience, client = null, claims } = settings.oidc!
    const mapping = claims ? { mapping: claims } : {}
    const session = openSession({ issuer, clock, ...(audience ? { audience } : {}), ...mapping })
    return { session, client: client && { issuer, ...client }, mounted: [] }
  }

  /** The demo's own provider, hung in this server. Loaded in demo mode only. */
  async function demoDoor(url: string): Promise<Door> {
    const [{ openProvider }, { WEB_CLIENT }] = await Promise.all([
      import('./demo/provider.ts'),
      import('./demo/clients.ts'),
    ])
    const provider = await openProvider({ issuer: `${url}/oidc`, dataDir: settings.dataDir, clock, report: onError })
    const { issuer, jwks } = provider
    const client = { issuer, id: WEB_CLIENT, secret: null, scopes: 'openid' }
    return { session: openSession({ issuer, jwks, clock }), client, mounted: [provider] }
  }

  /** The people of the demo, as they are on the day that the hub starts. */
  async function fillDemo(database: Database): Promise<void> {
    const { seedDemo } = await import('./demo/seed/demo.ts')
    const { generated } = options
    await seedDemo(database, {
      now: clock(),
      key: settings.keys.personalNumber!,
      ...(generated === undefined ? {} : { generated }),
    })
  }
}

/** The subgraph in this process that takes connections, if there is one. */
function roomOf(subgraphs: readonly OpenSubgraph[]): Ground['room'] {
  for (const { sockets } of subgraphs)
    if (sockets) return { take: (...given) => sockets.upgrade(...given), close: () => sockets.close() }
  return null
}

/** A subgraph in this process works when it answers the smallest question there is. */
async function answers(subgraph: OpenSubgraph): Promise<void> {
  const asking = { viewer: null, purpose: null, requestId: newRequestId(), language: 'en' as const }
  const answer = await subgraph.execute({ document: SMALLEST, asking })
  if (Symbol.asyncIterator in answer || answer.errors) throw new Error(`${subgraph.name} does not answer.`)
}
const SMALLEST = parse('{ __typename }')

const { version } = createRequire(import.meta.url)('../package.json') as { version: string }
