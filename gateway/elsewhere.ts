import type { Log } from '@doorstroomhub/kit/log.ts'
import { readFile } from 'node:fs/promises'
import type { Checks } from './checks.ts'
import type { ExecuteSubgraph } from './engine/run.ts'
import { graphAddresses, guestFaults } from './guests.ts'
import { OWN, ownPart } from './own.ts'
import { openRemotes, type Remotes } from './remote.ts'
import type { RemoteSubgraph } from './settings.ts'
import { subgraphs as ours } from './subgraphs.ts'
import { composeSupergraph, CompositionError, supergraphOf, type SubgraphSdl } from './supergraph.ts'

/** Which subgraphs there are, as the settings say now. */
export interface Places {
  subgraphs: readonly RemoteSubgraph[]
  supergraphFile: string | null
}

/** The subgraphs elsewhere, and the graph that they make. */
export interface Elsewhere {
  readonly supergraphSdl: string
  execute: ExecuteSubgraph
  /** Of the hub's own subgraphs: somebody else's may be away, and costs its own fields only. */
  checks: Record<string, () => Promise<void>>
  /** What time it is by the database, as consent tells it; this machine's time where there is no consent. */
  time(): Promise<Date>
  /** Looks at the settings and the subgraphs again. What was stays until all that is new is good; throws when it is not. */
  renew(places: Places): Promise<void>
  close(): Promise<void>
}

export interface ElsewhereOptions extends Places {
  secret: Uint8Array
  clock: () => Date
  patienceMs?: number | undefined
  /** How long a subgraph of somebody else may take to tell its part of the graph. */
  guestMs?: number
  /** What else this gateway looks at. */
  ownChecks?: Checks
  log: Log
}

const GUEST_MS = 5_000
const OURS: ReadonlySet<string> = new Set(ours.map(({ name }) => name))
/** A subgraph that a region adds, beside the hub's own. */
export const isGuest = (name: string): boolean => !OURS.has(name)

interface Made {
  remotes: Remotes
  sdl: string
}

/** Opens the way to the subgraphs and composes their graph. At a start, a guest that does not fit is left out, and the log says why. */
export async function openElsewhere(options: ElsewhereOptions): Promise<Elsewhere> {
  const { log } = options
  let now = await make(options, (refused) => {
    for (const sentence of refused) log.error({ code: 'GUEST_REFUSED' }, sentence)
  })
  const checks: Record<string, () => Promise<void>> = {}
  check()

  function check(): void {
    for (const name of Object.keys(checks)) delete checks[name]
    Object.assign(checks, options.ownChecks, now.remotes.checks)
  }

  return {
    get supergraphSdl() {
      return now.sdl
    },
    execute: (subgraph, call) => now.remotes.execute(subgraph, call),
    checks,
    time: () => now.remotes.time(),
    async renew(places) {
      const next = await make({ ...options, ...places }, (refused) => {
        throw new CompositionError(refused)
      })
      const before = now
      now = next
      check()
      // Streams through the old ways go on until they end.
      before.remotes.close().catch(() => undefined)
    },
    close: () => now.remotes.close(),
  }
}

async function make(options: ElsewhereOptions, refuse: (sentences: string[]) => void): Promise<Made> {
  const { subgraphs, supergraphFile, secret, clock, patienceMs, guestMs = GUEST_MS } = options
  // In a graph that is given whole nobody is a guest when it comes to whether it works.
  const isOptional = (name: string): boolean => supergraphFile === null && isGuest(name)
  const remotes = openRemotes({ subgraphs, secret, clock, patienceMs, isGuest, isOptional })
  try {
    const sdl = supergraphFile ? await given(supergraphFile, subgraphs) : await composed()
    return { remotes, sdl }
  } catch (cause) {
    await remotes.close()
    throw cause
  }

  /** The hub's own graph first, which must be whole; then each guest, which must leave it as it is. */
  async function composed(): Promise<string> {
    const guests = subgraphs.filter(({ name }) => isGuest(name))
    const hub = [...(await remotes.sdls(subgraphs.filter(({ name }) => !isGuest(name)))), ownPart]
    const alone = await supergraphOf(hub)
    let [parts, sdl]: [SubgraphSdl[], string] = [hub, alone]
    const names = new Set<string>()
    const refused: string[] = []
    for (const guest of guests) {
      try {
        const more = [...parts, ...(await remotes.sdls([guest], guestMs))]
        const wider = await composeSupergraph(more)
        const faults = guestFaults(alone, wider, new Set([...names, guest.name]))
        if (faults.length > 0) throw new CompositionError(faults)
        names.add(guest.name)
        ;[parts, sdl] = [more, wider]
      } catch (cause) {
        const reasons = cause instanceof CompositionError ? cause.faults : [(cause as Error).message]
        refused.push(...reasons.map((reason) => `The subgraph ${guest.name} is not let in: ${reason}`))
      }
    }
    if (refused.length > 0) refuse(refused)
    return sdl
  }
}

/** A graph that was composed elsewhere, whatever it is about: taken as it is, when it is known where each of its subgraphs is. */
async function given(file: string, subgraphs: readonly RemoteSubgraph[]): Promise<string> {
  const sdl = await readFile(file, 'utf8')
  const known = new Set([...subgraphs.map(({ name }) => name), OWN])
  const missing = [...graphAddresses(sdl).keys()].filter((name) => !known.has(name))
  if (missing.length > 0)
    throw new CompositionError(
      missing.map((name) => `SUPERGRAPH has a subgraph ${name}, and SUBGRAPHS does not say where it is.`),
    )
  return sdl
}
