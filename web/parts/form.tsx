import { useEffect, useRef, useState, type ReactNode } from 'react'
import { common } from '../texts/common.ts'
import type { Act } from './ask.ts'
import { Actions, Button, Heading, type ButtonProps } from './basics.tsx'
import { useDates } from './dates.ts'
import type { Draft } from './draft.ts'
import { FailureNote } from './looks.tsx'
import { useTexts } from './texts.tsx'

/** Whether something is saved, in words; spoken politely when it changes. */
export function SavedLine({ act, dirty }: { act: Pick<Act<unknown, never>, 'busy' | 'doneAt'>; dirty: boolean }) {
  const t = useTexts(common)
  const { time } = useDates()
  const words = act.busy ? t.saving : dirty ? t.notSaved : act.doneAt ? t.savedAt(time(act.doneAt)) : ''
  return (
    <span className="soft saved" role="status">
      {words}
    </span>
  )
}

/** A form around a draft: its fields, what went wrong, both versions when it changed meanwhile, and one button to save. */
export function Form<Value>({
  draft,
  act,
  onSave,
  show,
  children,
  label,
  onCancel,
  anew = false,
}: {
  draft: Draft<Value>
  act: Act<unknown, never>
  /** Resolves to false when it was not saved. */
  onSave: (value: Value) => Promise<boolean>
  /** How a version reads, for when there are two. */
  show: (value: Value) => ReactNode
  children: ReactNode
  /** The word on the button; "Bewaar" when not given. */
  label?: string
  onCancel?: () => void
  /** Stays open for a next one, and begins empty after each. */
  anew?: boolean
}) {
  const t = useTexts(common)
  const { settle } = draft
  useEffect(() => settle, [settle])
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (act.busy) return
        const sent = draft.value
        void onSave(sent).then((done) => {
          if (done) draft.saved(sent, anew)
        })
      }}
    >
      {draft.conflict !== null && (
        <BothVersions
          mine={show(draft.value)}
          theirs={show(draft.conflict)}
          keepMine={draft.keepMine}
          takeTheirs={draft.discard}
        />
      )}
      {children}
      <FailureNote failure={act.failure} />
      <Actions>
        <Button type="submit" look="primary" busy={act.busy}>
          {label ?? t.save}
        </Button>
        {onCancel && (
          <Button
            look="subtle"
            onClick={() => {
              draft.discard()
              onCancel()
            }}
          >
            {t.cancel}
          </Button>
        )}
        <SavedLine act={act} dirty={draft.dirty} />
      </Actions>
    </form>
  )
}

/** Two versions of the same thing, for the person to choose from; neither is lost before that. */
export function BothVersions({
  mine,
  theirs,
  keepMine,
  takeTheirs,
}: {
  mine: ReactNode
  theirs: ReactNode
  keepMine: () => void
  takeTheirs: () => void
}) {
  const t = useTexts(common)
  return (
    <div className="note note--waiting" role="alert">
      <Heading level={3}>{t.conflictTitle}</Heading>
      <p>{t.conflictText}</p>
      <div className="both">
        <div>
          <h4>{t.conflictMine}</h4>
          {mine}
        </div>
        <div>
          <h4>{t.conflictTheirs}</h4>
          {theirs}
        </div>
      </div>
      <Actions>
        <Button onClick={keepMine}>{t.keepMine}</Button>
        <Button look="subtle" onClick={takeTheirs}>
          {t.takeTheirs}
        </Button>
      </Actions>
    </div>
  )
}

/** A window over the page; the page behind it waits. `Escape` closes it, and the focus goes back to where it was. */
export function Dialog({
  open,
  title,
  children,
  onClose,
}: {
  open: boolean
  title: string
  children: ReactNode
  onClose: () => void
}) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open && ref.current?.open === false) ref.current.showModal()
    if (!open) ref.current?.close()
  }, [open])
  return (
    <dialog ref={ref} className="dialog" aria-label={title} onClose={onClose}>
      {open && (
        <>
          <Heading level={2}>{title}</Heading>
          {children}
        </>
      )}
    </dialog>
  )
}

/** A button that asks once more, in words, before it does what cannot be taken back. */
export function Sure({
  label,
  title,
  text,
  yes,
  onYes,
  busy = false,
  negative = true,
  look = 'secondary',
}: {
  label: string
  title: string
  text: ReactNode
  yes: string
  onYes: () => void
  busy?: boolean
  /** False where it gives something instead of stopping or removing it. */
  negative?: boolean
  /** How the first button looks. */
  look?: ButtonProps['look']
}) {
  const t = useTexts(common)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look={look} negative={negative} busy={busy} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} title={title} onClose={() => setOpen(false)}>
        <div>{text}</div>
        <Actions>
          <Button
            look="primary"
            negative={negative}
            onClick={() => {
              setOpen(false)
              onYes()
            }}
          >
            {yes}
          </Button>
          <Button look="subtle" onClick={() => setOpen(false)}>
            {t.cancel}
          </Button>
        </Actions>
      </Dialog>
    </>
  )
}

/** A line that folds open, such as "who sees this?"; open from the beginning where something typed waits in it. */
export function Fold({ title, open = false, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="fold" open={open}>
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  )
}
