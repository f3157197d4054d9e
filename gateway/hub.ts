import { dateScalar, dateTimeScalar } from '@doorstroomhub/kit/builder.ts'
import { followingClock } from '@doorstroomhub/kit/clock.ts'
import type { Database } from '@doorstroomhub/kit/database.ts'
import type { OpenSubgraph } from '@doorstroomhub/kit/subgraph.ts'
import { createRequire } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'
import { lookAt } from './checks.ts'
import { documentDoor } from './documents.ts'
import { demoDoor, ownDoor, withSignIn } from './doors.ts'
import type { Places } from './elsewhere.ts'
import { openEngine, type Engine } from './engine.ts'
import type { ReportUnexpected } from './engine/errors.ts'
import type { ExecuteSubgraph } from './engine/run.ts'
import { openCredentials } from './exports/credential.ts'
import { exportDoor } from './exports/door.ts'
import { publishedKeys } from './exports/published.ts'
import { exportQuestions } from './exports/questions.ts'
import { openBefore, openHere, type Ground, type Opening } from './ground.ts'
import { newRequestId } from './http/asking.ts'
import { openMetrics } from './http/metrics.ts'
import { protectionOf } from './http/protection.ts'
import { openHttp } from './http.ts'
import { openLog, type Log } from '@doorstroomhub/kit/log.ts'
import { openBudgets } from './limits/budgets.ts'
import { openOperations } from './operations.ts'
import { OWN, openOwn, rememberAccounts, rememberSystems, type HubFacts } from './own.ts'
import { openRenewable } from './renewable.ts'
import { noticing } from './session.ts'
import type { Settings } from './settings.ts'
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
  const onSignIn: Opening['onSignIn'] = (outcome) => metrics.signIns.inc({ outcome })
  const opening: Opening = { settings, clock, log, opened, follow, onError, judged: metrics.judged, onSignIn }
  const close = async (): Promise<void> => {
    await http.close()
    for (const closeIt of opened.reverse().splice(0)) await closeIt()
  }
  try {
    const url = settings.publicUrl ?? `http://localhost:${http.port}`
    const [ground, tokens] = await Promise.all([
      settings.subgraphs ? openBefore(settings.subgraphs, opening) : openHere(opening, options.database),
      settings.demo ? demoDoor({ ...opening, url }) : ownDoor({ ...opening, url }),
    ])
    const { session: believed, mounted } = await withSignIn(tokens, ground, { ...opening, url })
    const session = noticing(believed, (shown) => metrics.proofsRefused.inc({ shown }))
    const traces = settings.tracesUrl ? await openTraces(settings.tracesUrl) : noTraces
    opened.push(() => traces.close())
    const [systems, accounts] = [rememberSystems(clock), rememberAccounts(clock)]
    const own = openOwn(() => factsOf(ground, { systems: systems.list(), accounts: accounts.list() }), ground.execute)
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
      onAsker(viewer) {
        systems.seen(viewer)
        accounts.seen(viewer)
      },
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
  async function factsOf({ checks }: Ground, asked: Pick<HubFacts, 'systems' | 'accounts'>): Promise<HubFacts> {
    const count = async (figure: { get(): Promise<{ values: { value: number }[] }> }) =>
      (await figure.get()).values.reduce((sum, { value }) => sum + value, 0)
    const limits = (await metrics.limits.get()).values
    const signIns = (await metrics.signIns.get()).values
    const cameTo = (outcome: string) => signIns.find(({ labels }) => labels.outcome === outcome)?.value ?? 0
    return {
      version,
      startedAt,
      uptimeSeconds: Math.floor((clock().getTime() - startedAt.getTime()) / 1000),
      parts: await lookAt(checks),
      ...asked,
      sockets: await count(metrics.sockets),
      streams: await count(metrics.streams),
      documents: await count(metrics.documents),
      unexpectedErrors: await count(metrics.unexpected),
      signedIn: cameTo('in'),
      signedOut: cameTo('out'),
      signInsRefused: cameTo('refused'),
      proofsRefused: await count(metrics.proofsRefused),
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

const { version } = createRequire(import.meta.url)('../package.json') as { version: string }
