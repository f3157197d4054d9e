import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { LiveDocument, type LiveOptions, type LiveState } from './live-document.ts'

/**
 * A section's live document for as long as the page shows it; another room, purpose or right is another document. What was typed in one
 * that goes and was not saved is told to `onLeft`.
 */
export function useLiveDocument(
  { room, purpose, canWrite, me, keptAs }: LiveOptions,
  onLeft: (words: string) => void,
): LiveDocument | null {
  const [live, setLive] = useState<LiveDocument | null>(null)
  const tell = useRef(onLeft)
  useEffect(() => {
    tell.current = onLeft
  }, [onLeft])
  const { name, role } = me
  // What is kept on the device is read at the beginning; the page turns it on and off later by itself.
  const [firstKeptAs] = useState(keptAs)
  useEffect(() => {
    const opened = new LiveDocument({ room, purpose, canWrite, me: { name, role }, keptAs: firstKeptAs })
    setLive(opened)
    return () => {
      const left = opened.left()
      opened.destroy()
      setLive(null)
      if (left !== '') tell.current(left)
    }
  }, [room, purpose, canWrite, name, role, firstKeptAs])
  useEffect(() => {
    if (!live || !canWrite) return
    if (keptAs !== null) void live.keep(keptAs)
    else void live.forgetHere()
  }, [live, canWrite, keptAs])
  return live
}

const nothing = () => () => undefined
const BEGINNING: LiveState = { ready: false, connection: 'connecting', unsaved: false, savedAt: null, people: [] }
const beginning = () => BEGINNING

export const useLiveState = (live: LiveDocument | null): LiveState =>
  useSyncExternalStore(live?.subscribe ?? nothing, live?.state ?? beginning)
