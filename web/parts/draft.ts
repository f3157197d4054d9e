import { useCallback, useEffect, useMemo, useState } from 'react'
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
  /** It was saved: forgets the draft. */
  saved: () => void
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

interface Kept<Value> {
  /** What was saved when the person began. */
  base: Value
  value: Value
}

function read<Value>(key: string): Kept<Value> | null {
  try {
    const text = sessionStorage.getItem(key)
    return text === null ? null : (JSON.parse(text) as Kept<Value>)
  } catch {
    return null
  }
}

function write(key: string, kept: unknown): void {
  try {
    if (kept === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing still has it in the page.
  }
}

/** Whether something typed waits under this name, so that its form opens again. */
export const hasDraft = (name: string): boolean => read(`draft:${name}`) !== null

/**
 * What a person types, kept until it is saved: over a failure, a session that ends, a reload and a way back. It stays in this tab
 * only, and goes when one signs out. `name` is unique for the thing that is edited, such as `contact:<dossier id>`.
 */
export function useDraft<Value>(name: string, savedValue: Value): Draft<Value> {
  const key = `draft:${name}`
  const [kept, setKept] = useState<Kept<Value> | null>(() => read<Value>(key))
  // Another thing is edited in the same place of the page.
  const [at, setAt] = useState(key)
  if (at !== key) {
    setAt(key)
    setKept(read<Value>(key))
  }
  useEffect(() => write(key, kept), [key, kept])

  const savedText = JSON.stringify(savedValue)
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
    return { value, set, dirty, conflict, discard, keepMine, saved: discard }
  }, [kept, savedText, set, discard, keepMine])
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
