import { useRouterState } from '@tanstack/react-router'
import { useId, type ReactNode } from 'react'
import { common } from '../texts/common.ts'
import { Actions, Button, Heading, Text } from './basics.tsx'
import { typedAt } from './draft.ts'
import type { Failure } from './failure.ts'
import { useTexts } from './texts.tsx'

/** Says that something is on its way, from 300 ms on (`slow` of `useAsk`); before that it says nothing. */
export function Loading({ slow }: { slow: boolean }) {
  const t = useTexts(common)
  return (
    <p className="soft" role="status">
      {slow ? t.loading : ''}
    </p>
  )
}

/** Why something did not work, and a way on. */
export function FailureNote({ failure, again }: { failure: Failure | null; again?: () => void }) {
  const t = useTexts(common)
  if (!failure) return null
  // The hub's own sentence knows more than ours, except where it only says that something went wrong.
  const own =
    failure.code === 'INVALID' || failure.code === 'CONFLICT' || failure.code === 'RATE_LIMITED' ? failure.message : ''
  return (
    <div className="note note--failure" role="alert">
      <strong>{t.failureTitle}.</strong> {own || (t.failure[failure.code] ?? t.failure['INTERNAL'])}
      {again && (
        <Actions>
          <Button look="subtle" onClick={again}>
            {failure.code === 'CONFLICT' ? t.reload : t.again}
          </Button>
        </Actions>
      )}
    </div>
  )
}

/** What a whole page shows while it has no answer: loading, or why not, and what was typed on it. */
export function NoAnswer({ failure, slow, again }: { failure: Failure | null; slow: boolean; again: () => void }) {
  if (!failure) return <Loading slow={slow} />
  return (
    <>
      <FailureNote failure={failure} again={again} />
      <TypedHere />
    </>
  )
}

/** Where a page is not to be had, now or any more: what this person typed on it and did not save, and nothing else of it. */
export function TypedHere() {
  const t = useTexts(common)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  return <Left words={typedAt(path).join('\n')} title={t.typedHere} />
}

/** Own words that have no place of their own, to copy. */
export function Left({ words, title }: { words: string; title: string }) {
  return (
    words !== '' && (
      <Note kind="waiting">
        <p>{title}</p>
        <p className="prose own-view">{words}</p>
      </Note>
    )
  )
}

/**
 * A field group in one of its looks: closed to the viewer, empty, or with content. To the mbo closed and empty are the same (domain
 * §4, no oracle), so its pages give one text for both.
 */
export function Group<Value>({
  title,
  value,
  closed,
  closedText,
  emptyText,
  isEmpty = (given) => Array.isArray(given) && given.length === 0,
  level = 2,
  aside,
  after,
  children,
}: {
  title: string
  value: Value | null | undefined
  closed: boolean
  closedText?: ReactNode
  emptyText?: ReactNode
  isEmpty?: (value: Value) => boolean
  level?: 2 | 3
  /** Beside the title, such as "who sees this?". */
  aside?: ReactNode
  /** Under it, in every look: what may be done here. */
  after?: ReactNode
  children: (value: Value) => ReactNode
}) {
  const t = useTexts(common)
  const id = useId()
  const filled = value != null && !isEmpty(value)
  return (
    <section className="group" aria-labelledby={id}>
      <div className="group__head">
        <Heading level={level} id={id}>
          {title}
        </Heading>
        {aside}
      </div>
      {filled ? children(value) : <Text soft>{closed ? (closedText ?? t.notShared) : (emptyText ?? t.empty)}</Text>}
      {after}
    </section>
  )
}

/** Something worth knowing, said once and politely. */
export function Note({
  children,
  kind = 'info',
  live = false,
}: {
  children: ReactNode
  kind?: 'info' | 'good' | 'waiting'
  live?: boolean
}) {
  return (
    <div className={`note note--${kind}`} role={live ? 'status' : undefined}>
      {children}
    </div>
  )
}
