import { invalid } from './errors.ts'

/**
 * What people type, made clean before it is kept: one form of every letter, no characters that hide or turn text round,
 * no more than fits. What cannot be kept is INVALID, in words that help, with the input field that it is about.
 */

const TABS_AND_LINES = new Set([0x09, 0x0a])
/** Overrides and isolates make text read otherwise than it is; separators and marks of other programs show as nothing. */
const HIDDEN: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0x2028, 0x202e],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
]
const isHidden = (code: number): boolean =>
  !TABS_AND_LINES.has(code) && HIDDEN.some(([from, to]) => code >= from && code <= to)
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

function check(field: string, text: string): string {
  for (const letter of text)
    if (isHidden(letter.codePointAt(0) as number) || !letter.isWellFormed())
      throw invalid(
        field,
        'This text holds a hidden character that cannot be kept. Type it again, without pasting.',
        'In deze tekst zit een onzichtbaar teken dat wij niet kunnen bewaren. Typ de tekst opnieuw, zonder te plakken.',
      )
  return text
}

const tooLong = (field: string, most: number) =>
  invalid(
    field,
    `This is too long. Use at most ${most} characters.`,
    `Dit is te lang. Gebruik hoogstens ${most} tekens.`,
  )

function clean(field: string, value: string, most: number, lines: boolean): string | null {
  // Before any work is done on it: a text of megabytes costs nothing. Composing makes at most three units of a letter one.
  if (value.length > most * 4) throw tooLong(field, most)
  const whole = check(field, value.replace(/\r\n?/g, '\n')).normalize('NFC')
  const text = (lines ? whole : whole.replace(/\s+/gu, ' ')).trim()
  if ([...text].length > most) throw tooLong(field, most)
  return VISIBLE.test(text) ? text : null
}

/** One line; runs of white space become one space. Null when there is nothing to see in it. */
export const line = (field: string, value: string | null | undefined, most: number): string | null =>
  value === null || value === undefined ? null : clean(field, value, most, false)

/** A text of several lines. Null when there is nothing to see in it. */
export const lines = (field: string, value: string | null | undefined, most: number): string | null =>
  value === null || value === undefined ? null : clean(field, value, most, true)

/** Whatever must be there. */
export function needed<Value>(field: string, value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw invalid(field, 'Fill this in.', 'Vul dit in.')
  return value
}

/** Refuses one more item than fits. */
export function fits(field: string, count: number, most: number): void {
  if (count > most) throw invalid(field, `There is room for at most ${most}.`, `Hier is plaats voor hoogstens ${most}.`)
}

/** A list of single lines: the empty ones and the second of two alike are dropped. */
export function listOfLines(
  field: string,
  values: readonly string[] | null | undefined,
  count: number,
  most: number,
): string[] {
  fits(field, values?.length ?? 0, count)
  return [...new Set((values ?? []).flatMap((value) => line(field, value, most) ?? []))]
}

/** A list of choices, each once, in the order given. */
export const choices = <Choice>(values: readonly Choice[] | null | undefined): Choice[] => [...new Set(values ?? [])]

/** A whole number within bounds, or nothing. */
export function whole(field: string, value: number | null | undefined, least: number, most: number): number | null {
  if (value === null || value === undefined) return null
  if (!Number.isInteger(value) || value < least || value > most)
    throw invalid(
      field,
      `Choose a whole number from ${least} to ${most}.`,
      `Kies een heel getal van ${least} tot ${most}.`,
    )
  return value
}

/** A period of calendar days that does not end before it begins. */
export function period(field: string, from: string | null | undefined, to: string | null | undefined): void {
  if (from && to && to < from)
    throw invalid(field, 'The last day is before the first day.', 'De laatste dag ligt voor de eerste dag.')
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** An id that no row can have must not reach the database as an error: it is simply not found. */
export const isUuid = (id: string): boolean => UUID.test(id)
