import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useClient } from 'urql'
import { Moved } from '../graphql/live.graphql.ts'
import type { Role } from '../graphql/schema.ts'
import { follow } from './follow.ts'
import { useSession } from './session.tsx'

/** Those whose pages show dossiers, which move under them. */
const FOLLOWERS: ReadonlySet<Role> = new Set<Role>([
  'STUDENT',
  'GUARDIAN',
  'MENTOR',
  'CARE_COORDINATOR',
  'INTAKER',
  'MUNICIPALITY',
])

interface Live {
  /** Grows each time that something moved which this viewer may know of: pages then ask again. */
  turn: number
  /** Whether what is shown follows the hub. */
  connected: boolean
  /** The last turn that was about everything, or about nothing in particular. */
  all: number
  /** The last turn that was about this dossier. */
  of: ReadonlyMap<string, number>
}

const START: Live = { turn: 0, connected: true, all: 0, of: new Map() }

const LiveContext = createContext<Live & { reached: (isReached: boolean) => void }>({
  ...START,
  reached: () => undefined,
})

export const useLive = (): Live => use(LiveContext)

/** A question of a page says whether the hub answered it at all. */
export const useReached = (): ((isReached: boolean) => void) => use(LiveContext).reached

/** Grows when something moved: with a dossier, only when it may be about that one, so that others' moves cost no reading of it. */
export function useTurn(about?: string): number {
  const { turn, all, of } = useLive()
  return about === undefined ? turn : Math.max(all, of.get(about) ?? 0)
}

/** How long after a question that did not reach the hub all pages ask again. */
const AGAIN_MS = 5_000

const aTurn = (before: Live): Live => ({ ...before, turn: before.turn + 1, all: before.turn + 1 })

/** Follows the feed for all pages at once, over one stream; after a break it goes on from the last cursor. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useClient()
  const { viewer, over } = useSession()
  const [live, setLive] = useState<Live>(START)
  const [isReached, reached] = useState(true)
  const follows = viewer != null && FOLLOWERS.has(viewer.role) && !over

  useEffect(() => {
    if (!follows) return
    let cursor: string | undefined
    const moved = (dossier?: string): void =>
      setLive(({ turn: before, all, of }) => {
        const turn = before + 1
        return dossier === undefined
          ? { turn, connected: true, all: turn, of }
          : { turn, connected: true, all, of: new Map(of).set(dossier, turn) }
      })
    const stop = follow(client, Moved, () => ({ after: cursor }), {
      heard({ changeAdded }) {
        cursor = changeAdded.cursor
        moved(changeAdded.dossier?.id)
      },
      broke: () => setLive((before) => ({ ...before, connected: false })),
      // What moved in between may have been missed when there was no cursor yet.
      again: () => moved(),
    })
    // A phone that was asleep heard nothing.
    const woke = (): void => {
      if (document.visibilityState === 'visible') moved()
    }
    document.addEventListener('visibilitychange', woke)
    addEventListener('online', woke)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', woke)
      removeEventListener('online', woke)
    }
  }, [client, follows])

  const { turn } = live
  // Signed in again beside the page: what could not be asked meanwhile is asked now.
  const wasOver = useRef(over)
  useEffect(() => {
    if (wasOver.current && !over) setLive(aTurn)
    wasOver.current = over
  }, [over])
  useEffect(() => {
    const lost = (): void => reached(false)
    const found = (): void => reached(true)
    addEventListener('offline', lost)
    addEventListener('online', found)
    return () => {
      removeEventListener('offline', lost)
      removeEventListener('online', found)
    }
  }, [])
  useEffect(() => {
    if (isReached || over) return
    const timer = setTimeout(() => setLive(aTurn), AGAIN_MS)
    return () => clearTimeout(timer)
  }, [isReached, over, turn])

  const value = useMemo(() => ({ ...live, connected: live.connected && isReached, reached }), [live, isReached])
  return <LiveContext value={value}>{children}</LiveContext>
}
