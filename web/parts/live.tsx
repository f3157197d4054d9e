import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import { useClient } from 'urql'
import { Moved } from '../graphql/live.graphql.ts'
import type { Role } from '../graphql/schema.ts'
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

const FIRST_WAIT = 500
const LONGEST_WAIT = 15_000

/** Follows the feed for all pages at once, over one stream; after a break it goes on from the last cursor. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useClient()
  const { viewer, over } = useSession()
  const [live, setLive] = useState({ turn: 0, connected: true })
  const follows = viewer != null && FOLLOWERS.has(viewer.role) && !over

  useEffect(() => {
    if (!follows) return
    let cursor: string | undefined
    let wait = FIRST_WAIT
    let timer: ReturnType<typeof setTimeout> | undefined
    let stop: () => void = () => undefined
    let ended = false

    const moved = (connected: boolean): void => setLive(({ turn }) => ({ turn: turn + 1, connected }))
    function follow(): void {
      const after = cursor
      const { unsubscribe } = client.subscription(Moved, { after }).subscribe(({ data, error, hasNext }) => {
        if (data) {
          cursor = data.changeAdded.cursor
          wait = FIRST_WAIT
          moved(true)
        }
        if ((error || hasNext === false) && !ended) later()
      })
      stop = unsubscribe
    }
    function later(): void {
      clearTimeout(timer)
      stop()
      setLive(({ turn }) => ({ turn, connected: false }))
      timer = setTimeout(() => {
        // What moved in between may have been missed when there was no cursor yet.
        moved(true)
        follow()
      }, wait)
      wait = Math.min(wait * 2, LONGEST_WAIT)
    }
    // A phone that was asleep heard nothing.
    const woke = (): void => {
      if (document.visibilityState === 'visible') moved(true)
    }
    follow()
    document.addEventListener('visibilitychange', woke)
    addEventListener('online', woke)
    return () => {
      ended = true
      clearTimeout(timer)
      stop()
      document.removeEventListener('visibilitychange', woke)
      removeEventListener('online', woke)
    }
  }, [client, follows])

  return <LiveContext value={live}>{children}</LiveContext>
}
