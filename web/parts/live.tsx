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

const LiveContext = createContext({ turn: 0, connected: true })

/** Grows each time that something moved which this viewer may know of: pages then ask again. */
export const useLive = (): { turn: number; connected: boolean } => use(LiveContext)

/** Follows the feed for all pages at once, over one stream; after a break it goes on from the last cursor. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useClient()
  const { viewer, over } = useSession()
  const [live, setLive] = useState({ turn: 0, connected: true })
  const follows = viewer != null && FOLLOWERS.has(viewer.role) && !over

  useEffect(() => {
    if (!follows) return
    let cursor: string | undefined
    const moved = (connected: boolean): void => setLive(({ turn }) => ({ turn: turn + 1, connected }))
    const stop = follow(client, Moved, () => ({ after: cursor }), {
      heard({ changeAdded }) {
        cursor = changeAdded.cursor
        moved(true)
      },
      broke: () => setLive(({ turn }) => ({ turn, connected: false })),
      // What moved in between may have been missed when there was no cursor yet.
      again: () => moved(true),
    })
    // A phone that was asleep heard nothing.
    const woke = (): void => {
      if (document.visibilityState === 'visible') moved(true)
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
