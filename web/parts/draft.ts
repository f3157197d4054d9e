import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Failure } from './failure.ts'

/** Something typed that is not saved yet. */
export interface Draft<Value> {
  value: Value
  set: (next: Value) => void
  /** Differs from what is saved. */
  dirty: boolean
  /** What is saved has changed since the person began to type: both are there to choose from. */
  conflict: Value | null
  /** Back to what is saved. */
  discard: () => void
  /** Goes on with what was typed, over what is saved by now. */
  keepMine: () => void
  /**
   * It was saved: forgets the draft. With what was `sent`: what was typed since then stays a draft over it, and until the answer comes
   * anew, that is what counts as saved. With `anew` it was one of several, and the next begins from what is saved.
   */
  saved: (sent?: Value, anew?: boolean) => void
  /** What was sent no longer counts as saved: the form begins with what is. */
  settle: () => void
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

interface Kept<Value> {
  /** What was saved when the person began. */
  base: Value
  value: Value
  /** The page on which it was typed. */
  at?: string
}

function read<Value>(key: string): Kept<Value> | null {
  try {
    const text = sessionStorage.getItem(key)
    return text === null ? null : (JSON.parse(text) as Kept<Value>)
  } catch {
    return null
  }
}

function write(key: string, kept: object | null): void {
  try {
    if (kept === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify({ ...kept, at: location.pathname }))
  } catch {
    // A browser that keeps nothing still has it in the page.
  }
}

const PREFIX = 'draft:'
let whose = ''
const keyOf = (name: string): string => `${PREFIX}${whose}:${name}`

/** From now on drafts are of this person. Those of others, who used this tab before and did not sign out, go. */
export function keepDraftsOf(subject: string): void {
  whose = encodeURIComponent(subject)
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(PREFIX) && !key.startsWith(keyOf(''))) sessionStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing of others.
  }
}

/** A word of the program, such as the choice of a list or the id of a thing; what people type reads otherwise. */
const CHOICE = /^([A-Z]{2,}(_[A-Z]+)*|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The texts in a value that are not in its base. */
function changed(base: unknown, value: unknown): string[] {
  if (typeof value === 'string') return value === base || value.trim() === '' || CHOICE.test(value) ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) =>
    changed((base as Record<string, unknown> | null)?.[name], each),
  )
}

/** What was typed on this page and is not saved: for when the page itself is not to be had any more. */
export function typedAt(path: string): string[] {
  try {
    return Object.keys(sessionStorage)
      .filter((key) => key.startsWith(keyOf('')))
      .flatMap((key) => {
        const kept = read<unknown>(key)
        return kept?.at === path ? changed(kept.base, kept.value) : []
      })
  } catch {
    return []
  }
}

/** Whether something typed waits under this name, so that its form opens again. */
export const hasDraft = (name: string): boolean => read(keyOf(name)) !== null

/**
 * What a person types, kept until it is saved: over a failure, a session that ends, a reload and a way back. It stays in this tab
 * only, is theirs only, and goes when one signs out. `name` is unique for the thing that is edited and the shape of what is typed, such
 * as `contact:<dossier id>`.
 */
export function useDraft<Value>(name: string, savedValue: Value): Draft<Value> {
  const key = keyOf(name)
  const [kept, setKept] = useState<Kept<Value> | null>(() => read<Value>(key))
  const [sent, setSent] = useState<{ before: string; value: Value } | null>(null)
  // Another thing is edited in the same place of the page.
  const [at, setAt] = useState(key)
  if (at !== key) {
    setAt(key)
    setKept(read<Value>(key))
    setSent(null)
  }
  useEffect(() => write(key, kept), [key, kept])
  const latest = useRef(kept)
  useEffect(() => {
    latest.current = kept
  }, [kept])

  const answer = JSON.stringify(savedValue)
  // The answer came anew, with what was sent as the hub has written it: what was typed since then goes on from there.
  if (sent && sent.before !== answer) {
    setSent(null)
    if (kept && same(kept.base, sent.value)) setKept({ base: JSON.parse(answer) as Value, value: kept.value })
  }
  const savedText = sent?.before === answer ? JSON.stringify(sent.value) : answer

  const set = useCallback(
    (value: Value) => {
      const now = JSON.parse(savedText) as Value
      setKept((before) => {
        const base = before?.base ?? now
        return same(value, now) && same(base, now) ? null : { base, value }
      })
    },
    [savedText],
  )
  const discard = useCallback(() => {
    // At once: what closes after it is saved has no time left for an effect.
    write(key, null)
    setKept(null)
  }, [key])
  const saved = useCallback(
    (value?: Value, anew = false) => {
      if (value === undefined) return discard()
      const base = anew ? (JSON.parse(answer) as Value) : value
      const typed = latest.current
      const rest = typed && !same(typed.value, value) ? { base, value: typed.value } : null
      write(key, rest)
      setKept(rest)
      setSent(anew ? null : { before: answer, value })
    },
    [key, answer, discard],
  )
  const settle = useCallback(() => setSent(null), [])
  const keepMine = useCallback(
    () => setKept((before) => before && { base: JSON.parse(savedText) as Value, value: before.value }),
    [savedText],
  )
  return useMemo(() => {
    // Made from the text: `savedValue` is a new object at each answer, and what is in it counts.
    const now = JSON.parse(savedText) as Value
    const value = kept ? kept.value : now
    const dirty = kept !== null && !same(kept.value, now)
    const conflict = dirty && !same(kept.base, now) ? now : null
    return { value, set, dirty, conflict, discard, keepMine, saved, settle }
  }, [kept, savedText, set, discard, keepMine, saved, settle])
}

/** The names of what is free text in a draft. */
type TextNames<Value> = {
  [Name in keyof Value & string]: string extends Value[Name] ? Name : never
}[keyof Value & string]

/** Ties text fields to a draft: `<TextField label={t.name} {...field('title')} />`. `at` is its name in the input where that is another. */
export function fieldsOf<Value extends object>(
  { value, set }: Pick<Draft<Value>, 'value' | 'set'>,
  failure: Failure | null,
) {
  return <Name extends TextNames<Value>>(name: Name, at: string = name) => ({
    name: at,
    failure,
    value: value[name] as string,
    onChange: (text: string) => set({ ...value, [name]: text }),
  })
}
