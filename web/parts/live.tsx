import { createContext, use, useEffect, useState, type ReactNode } from 'react'
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
  connected: boolean
  /** The last turn that was about everything, or about nothing in particular. */
  all: number
  /** The last turn that was about this dossier. */
  of: ReadonlyMap<string, number>
}

const LiveContext = createContext<Live>({ turn: 0, connected: true, all: 0, of: new Map() })

export const useLive = (): Live => use(LiveContext)

/** Grows when something moved: with a dossier, only when it may be about that one, so that others' moves cost no reading of it. */
export function useTurn(about?: string): number {
  const { turn, all, of } = useLive()
  return about === undefined ? turn : Math.max(all, of.get(about) ?? 0)
}

/** Follows the feed for all pages at once, over one stream; after a break it goes on from the last cursor. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useClient()
  const { viewer, over } = useSession()
  const [live, setLive] = useState<Live>({ turn: 0, connected: true, all: 0, of: new Map() })
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

  return <LiveContext value={live}>{children}</LiveContext>
}
