import type { OpenConsent } from '@doorstroomhub/consent/main.ts'
import { memoryBus, natsBus, type Bus } from '@doorstroomhub/kit/bus.ts'
import type { Database } from '@doorstroomhub/kit/database.ts'
import type { Log } from '@doorstroomhub/kit/log.ts'
import { openDatabase } from '@doorstroomhub/kit/standalone.ts'
import type { OpenSubgraph } from '@doorstroomhub/kit/subgraph.ts'
import { parse } from 'graphql'
import { remoteRoom, type DocumentRoom } from './documents.ts'
import { openElsewhere, type Places } from './elsewhere.ts'
import type { ExecuteSubgraph } from './engine/run.ts'
import { newRequestId } from './http/asking.ts'
import type { Front } from './http.ts'
import { ownPart } from './own.ts'
import type { RemoteSubgraph, Settings } from './settings.ts'
import type { SignInOutcome } from './sign-in/door.ts'
import type { EndedStore } from './sign-in/ended.ts'
import { remoteStore } from './sign-in/remote-store.ts'
import { loadSubgraphs, openSubgraphs } from './subgraphs.ts'
import { supergraphOf } from './supergraph.ts'

/** What the engine stands on: subgraphs here or elsewhere. */
export interface Ground {
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

/** What a ground is opened with. */
export interface Opening {
  settings: Settings
  clock: () => Date
  log: Log
  /** Closed last to first when the hub closes, or when it could not be opened. */
  opened: (() => Promise<void>)[]
  /** Goes by this time from now on. */
  follow(ask: () => Promise<Date>): Promise<void>
  onError(cause: unknown): void
  /** How long the referee took. */
  judged(seconds: number): void
  /** What came of somebody's signing in or out. */
  onSignIn(outcome: SignInOutcome): void
}

/** All five in this process, on one database: a given one, which stays open, or that of the settings. */
export async function openHere(
  { settings, clock, opened, follow, onError, judged }: Opening,
  given: Database | undefined,
): Promise<Ground> {
  loadSubgraphs()
  const database = given ?? (await openDatabase(settings))
  if (!given) opened.push(() => database.close())
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
    judged,
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
      bus: () => isUp(bus),
      ...Object.fromEntries(subgraphs.map((subgraph) => [subgraph.name, () => answers(subgraph)])),
    },
  }
}

/** The gateway alone, before subgraphs that run elsewhere. */
export async function openBefore(
  subgraphs: readonly RemoteSubgraph[],
  { settings, clock, log, opened, follow }: Opening,
): Promise<Ground> {
  const bus = settings.natsUrl ? await natsBus(settings.natsUrl) : null
  if (bus) opened.push(() => bus.close())
  const remotes = await openElsewhere({
    subgraphs,
    supergraphFile: settings.supergraphFile,
    secret: settings.keys.viewer,
    clock,
    patienceMs: settings.subgraphTimeoutMs,
    log,
    ownChecks: bus ? { bus: () => isUp(bus) } : {},
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
  const consent = subgraphs.find(({ name }) => name === 'consent')
  const sessions = consent && { store: remoteStore(consent.url, settings.keys.viewer, clock), bus }
  return { supergraphSdl, execute, renew, subgraphs: [], room, database: null, checks, sessions: sessions ?? null }
}

async function isUp(bus: Bus): Promise<void> {
  if (!bus.healthy()) throw new Error('The bus is away.')
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
