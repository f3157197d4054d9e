import type { Value } from './envelope.ts'

/** A piece of paper: a group's title, a heading inside it, words, a term with its words, an item of a list. */
export type Block =
  { kind: 'group' | 'heading' | 'text' | 'item'; text: string } | { kind: 'pair'; term: string; text: string }

const DAY = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' })
const MOMENT = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Amsterdam' })

/** `14 mei 2010` */
export const day = (value: Value | undefined): string => (value ? DAY.format(new Date(String(value))) : '')
/** `26 november 2026 om 09:30` */
export const moment = (value: Value | undefined): string => (value ? MOMENT.format(new Date(String(value))) : '')

/** A term for each of these that has something to say. */
export const filled = (rows: readonly (readonly [string, Value | undefined])[]): Block[] =>
  rows
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([term, value]) => ({ kind: 'pair', term, text: String(value) }))

/** A heading with its list; nothing when the list is empty. */
export const names = (text: string, values: Value | undefined): Block[] => {
  const all = (values ?? []) as Value[]
  return all.length === 0
    ? []
    : [{ kind: 'heading', text }, ...all.map((each): Block => ({ kind: 'item', text: String(each) }))]
}

export const optional = (value: Value | undefined, show: (value: Value) => string): string | null =>
  value === null || value === undefined ? null : show(value)
