import type { Bus } from '@doorstroomhub/kit/bus.ts'
import { SESSION_ENDED, type EndedSession } from '@doorstroomhub/kit/subgraph.ts'

/** Where ended sessions are kept: consent, in this process or over HTTP (docs/decisions/session.md). */
export interface EndedStore {
  end(session: { id: string; until: string }): Promise<void>
  /** Those that ended at or after this moment and would still go. */
  since(at: string | null): Promise<EndedSession[]>
}

/** Which sessions ended before their time, as every gateway knows it. */
export interface EndedSessions {
  has(id: string): boolean
  /** Aborts when this session is ended, here or at another gateway. */
  signal(id: string, until: Date): AbortSignal
  /** The same for a name that somebody says: nothing is kept of it longer than they listen. At once when it was ended. */
  listen(id: string, tell: () => void): () => void
  /** Kept first; from then on it is refused here, and the others hear it. */
  end(session: { id: string; until: Date }): Promise<void>
  close(): Promise<void>
}

export interface EndedOptions {
  store: EndedStore
  /** Null: nothing wakes this gateway, so it looks often. */
  bus: Bus | null
  clock: () => Date
  onError: (cause: unknown) => void
}

/** A message of the bus may be lost; without a bus nobody sends one. */
const LOOK_MS = 15_000
const LOOK_OFTEN_MS = 1_000
/** What was committed late stands before what was read already. */
const OVERLAP_MS = 60_000

/** Reads what ended, and keeps up. Throws when it cannot be read: a gateway that does not know what ended opens nothing. */
export async function openEnded({ store, bus, clock, onError }: EndedOptions): Promise<EndedSessions> {
  const ended = new Map<string, number>()
  const open = new Map<string, { controller: AbortController; until: number }>()
  const listening = new Map<string, Set<() => void>>()
  let newest: string | null = null
  let reading: Promise<void> = Promise.resolve()
  let asked = false
  let closed = false

  function take({ id, until }: { id: string; until: string }): void {
    ended.set(id, Date.parse(until))
    open.get(id)?.controller.abort()
    open.delete(id)
    for (const tell of listening.get(id) ?? []) tell()
  }

  async function read(): Promise<void> {
    asked = false
    const from = newest === null ? null : new Date(Date.parse(newest) - OVERLAP_MS).toISOString()
    for (const one of await store.since(from)) {
      take(one)
      if (newest === null || one.at > newest) newest = one.at
    }
  }

  /** One reading at a time, and one more for whatever was said meanwhile. */
  function look(): void {
    if (asked || closed) return
    asked = true
    reading = reading.then(read).catch(onError)
  }

  function tidy(): void {
    const now = clock().getTime()
    for (const [id, until] of ended) if (until <= now) ended.delete(id)
    for (const [id, { until }] of open) if (until <= now) open.delete(id)
  }

  await read()
  const stops = bus ? [bus.subscribe(SESSION_ENDED, look), bus.onGap(look)] : []
  const timer = setInterval(
    () => {
      tidy()
      look()
    },
    bus ? LOOK_MS : LOOK_OFTEN_MS,
  )
  timer.unref()

  return {
    has: (id) => ended.has(id),
    signal(id, until) {
      let known = open.get(id)
      if (!known) open.set(id, (known = { controller: new AbortController(), until: until.getTime() }))
      if (ended.has(id)) known.controller.abort()
      return known.controller.signal
    },
    listen(id, tell) {
      if (ended.has(id)) tell()
      const others = listening.get(id) ?? new Set()
      listening.set(id, others.add(tell))
      return () => {
        others.delete(tell)
        if (others.size === 0 && listening.get(id) === others) listening.delete(id)
      }
    },
    async end({ id, until }) {
      const session = { id, until: until.toISOString() }
      await store.end(session)
      take(session)
    },
    async close() {
      closed = true
      clearInterval(timer)
      for (const stop of stops) stop()
      await reading
    },
  }
}
