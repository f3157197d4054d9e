import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Failure } from '../../../parts/failure.ts'
import { useAsk } from '../../../parts/ask.ts'
import { Actions, Button } from '../../../parts/basics.tsx'
import { FailureNote, Note } from '../../../parts/looks.tsx'
import { useTexts } from '../../../parts/texts.tsx'
import { undoTexts } from './undo.texts.ts'
import { WhoSeesMyDossier } from './who-sees.graphql.ts'

/** What was removed, with the way to save it again. */
export interface Removed {
  what: string
  /** Saves it again from what it was; false when that did not work. */
  restore: () => Promise<boolean>
  /** What does not come back with it. */
  loses?: string
  /** Schools that did not see it: to them it was left out. */
  leftOutFor: readonly string[]
}

/** The schools from which this item was left out, of those that something is shared with now. */
export function useLeftOut(): (id: string) => string[] {
  const { data } = useAsk(WhoSeesMyDossier, {})
  const consents = data?.dossiers.edges[0]?.node.consents ?? []
  return (id) => [
    ...new Set(
      consents
        .filter(({ state, leftOut }) => (state === 'GRANTED' || state === 'PENDING_APPROVAL') && leftOut.includes(id))
        .map(({ institution }) => institution.name),
    ),
  ]
}

/** Removing with a way back: `removed` is what was removed last on this page. */
export function useUndo() {
  const [removed, setRemoved] = useState<Removed | null>(null)
  const [restored, setRestored] = useState<string | null>(null)
  return {
    removed,
    restored,
    remove: (one: Removed) => {
      setRestored(null)
      setRemoved(one)
    },
    restore: async () => {
      if (!removed || !(await removed.restore())) return
      setRestored(removed.what)
      setRemoved(null)
    },
  }
}

/** Says what was removed and puts it back when asked. */
export function UndoNote({
  undo,
  busy,
  failure,
}: {
  undo: ReturnType<typeof useUndo>
  busy: boolean
  failure: Failure | null
}): ReactNode {
  const t = useTexts(undoTexts)
  const { removed, restored, restore } = undo
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that was pressed is gone: the way back is the next thing at hand.
    if (removed) note.current?.querySelector('button')?.focus()
  }, [removed])
  return (
    <>
      {/* Always there, so that what comes into it is spoken. */}
      <div role="status" ref={note}>
        {removed && (
          <Note kind="waiting">
            <strong>{t.removed(removed.what)}</strong> {t.undoText} {removed.loses}
            {removed.leftOutFor.length > 0 && <p>{t.leftOut(removed.leftOutFor.join(', '))}</p>}
            <Actions>
              <Button busy={busy} onClick={() => void restore()}>
                {t.undo}
              </Button>
            </Actions>
          </Note>
        )}
        {restored !== null && <Note kind="good">{t.restored(restored)}</Note>}
      </div>
      <FailureNote failure={failure} />
    </>
  )
}
