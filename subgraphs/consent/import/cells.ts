import { HubError } from '@doorstroomhub/kit/errors.ts'
import { line, lines } from '@doorstroomhub/kit/text.ts'
import type { Fault, Said } from './words.ts'

/** A value that cannot be taken, with the reason in words and without the value. */
export class BadValue extends Error {
  readonly said: Said
  constructor(nl: string, en: string) {
    super(en)
    this.said = { nl, en }
  }
}

/** Gathers what is wrong with one row, so that a person sees all of it at once. */
export class Faults {
  readonly list: Fault[] = []
  readonly #line: number
  constructor(lineNumber: number) {
    this.#line = lineNumber
  }

  add(column: string | null, { nl, en }: Said): void {
    this.list.push({ line: this.#line, column, nl, en })
  }

  /** The value that `read` gives, or null and a fault. */
  take<Value>(column: string | null, read: () => Value): Value | null {
    try {
      return read()
    } catch (error) {
      if (error instanceof BadValue) this.add(column, error.said)
      else if (error instanceof HubError) this.add(column, error.sentence)
      else throw error
      return null
    }
  }
}

/** What a spreadsheet would take for a calculation: nobody's name begins so, and whoever opens it later would run it. */
const FORMULA = /^[=+@\t]|^-(?!\d*$)/

/** One line of plain text; null when nothing is there. */
export function textOf(value: string | undefined, most: number): string | null {
  const text = line('value', value, most)
  if (text !== null && FORMULA.test(text))
    throw new BadValue(
      'Deze cel begint met een teken van een formule. Zet er gewone tekst in.',
      'This cell begins with the sign of a formula. Put plain text in it.',
    )
  return text
}

/** The same for a text of several lines, which may begin with a dash. */
export function linesOf(value: string | undefined, most: number): string | null {
  const text = lines('value', value, most)
  if (text !== null && /^[=@]/.test(text)) return textOf(text, most)
  return text
}

export function needed<Value>(value: Value | null): Value {
  if (value === null) throw new BadValue('Dit is niet ingevuld.', 'This is not filled in.')
  return value
}

const DAYS: readonly RegExp[] = [
  /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})(?: 0?0:00(?::00)?)?$/,
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:T00:00:00(?:\.0+)?Z?)?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
]

/** A day as Dutch systems write it (14-05-2009), or 2009-05-14. A day that does not exist is refused: 29 February comes once in four years. */
export function dayOf(value: string | null): string | null {
  if (value === null) return null
  for (const form of DAYS) {
    const parts = form.exec(value)?.groups
    if (!parts) continue
    const day = `${parts['year']}-${parts['month']!.padStart(2, '0')}-${parts['day']!.padStart(2, '0')}`
    const date = new Date(`${day}T00:00:00Z`)
    const year = Number(parts['year'])
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && year >= 1900 && year < 2200) return day
    throw new BadValue('Deze datum bestaat niet.', 'There is no such day.')
  }
  throw new BadValue(
    'Schrijf een datum als 14-05-2009, met vier cijfers voor het jaar.',
    'Write a date as 14-05-2009, with four digits for the year.',
  )
}
