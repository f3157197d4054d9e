import { useEffect, useState } from 'react'
import { Button } from '../parts/basics.tsx'
import { useDates } from '../parts/dates.ts'
import { useTexts } from '../parts/texts.tsx'
import { editor } from './editor.texts.ts'
import type { LiveDocument, LiveState } from './live-document.ts'

/** An acknowledgement within the first is not worth a word in between; after the second it is late. */
const SOON_MS = 400
const LATE_MS = 8_000

/** Whether what was typed here is in the hub's log, in words. */
export function SavedState({
  live,
  state,
  id,
  isKept,
}: {
  live: LiveDocument
  state: LiveState
  id: string
  isKept: boolean
}) {
  const t = useTexts(editor).saved
  const c = useTexts(editor)
  const { time } = useDates()
  const { connection, unsaved, savedAt } = state
  const [waits, setWaits] = useState<'no' | 'long' | 'late'>('no')
  useEffect(() => {
    if (!unsaved) return setWaits('no')
    const timers = [setTimeout(() => setWaits('long'), SOON_MS), setTimeout(() => setWaits('late'), LATE_MS)]
    return () => {
      for (const timer of timers) clearTimeout(timer)
    }
  }, [unsaved])

  function sentence(): string {
    if (connection === 'outdated' && unsaved) return t.outdatedUnsaved
    if (connection === 'over' || connection === 'full' || connection === 'faulty' || connection === 'outdated')
      return t[connection]
    if (connection === 'connecting') return t.connecting
    if (!live.canWrite) return connection === 'connected' ? t.reading : t.readingBroken
    if (connection !== 'connected') return unsaved ? (isKept ? t.offlineKept : t.offline) : t.broken
    if (unsaved && waits === 'late') return t.late
    if (unsaved && (waits === 'long' || savedAt === null)) return t.saving
    return savedAt === null ? t.all : t.at(time(savedAt))
  }
  return (
    <p id={id} className="saved-state" data-state={unsaved && connection !== 'connected' ? 'unsaved' : connection}>
      {sentence()}{' '}
      {(connection === 'full' || connection === 'faulty') && (
        <Button look="subtle" onClick={() => live.reconnect()}>
          {c.tryAgain}
        </Button>
      )}
      {connection === 'outdated' && (
        <Button look="subtle" onClick={() => location.reload()}>
          {c.reload}
        </Button>
      )}
    </p>
  )
}
