import { CsvError, parse } from 'csv-parse/sync'
import { MOST, Unreadable } from './words.ts'

/** A CSV as it was found. Lines count from 1, as an editor shows them: a cell with a line break takes several. */
export interface CsvTable {
  separator: string
  header: string[]
  rows: { line: number; cells: string[] }[]
}

const SEPARATORS = [';', ',', '\t', '|']

/** The sign that stands most often outside quotes in the first line with anything in it. */
export function separatorOf(text: string): string {
  const counts = new Map(SEPARATORS.map((sign) => [sign, 0]))
  let quoted = false
  let seen = false
  for (const sign of text) {
    if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === '\n' || sign === '\r')) {
      if (seen) break
    } else if (!quoted && counts.has(sign)) counts.set(sign, counts.get(sign)! + 1)
    if (sign.trim() !== '') seen = true
  }
  return SEPARATORS.reduce((best, sign) => (counts.get(sign)! > counts.get(best)! ? sign : best))
}

/** Reads it whole, or says what is wrong with it. Empty lines are passed over. */
export function readCsv(whole: string): CsvTable {
  // Excel says its separator in a first line of its own.
  const named = /^sep=(.)\r?\n/i.exec(whole)
  const text = named ? whole.slice(named[0].length) : whole
  const separator = named?.[1] ?? separatorOf(text)
  const skipped = named ? 1 : 0
  let read: { record: string[]; info: { lines: number } }[]
  try {
    read = parse(text, {
      delimiter: separator,
      info: true,
      relaxColumnCount: true,
      // A quotation mark inside a name is a letter; only one that is never closed spoils a file.
      relaxQuotes: true,
      skipEmptyLines: true,
      maxRecordSize: MOST.columns * MOST.cell,
      to: MOST.rows + 2,
    }) as unknown as typeof read
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw unreadable(error, skipped)
  }
  const filled = read.filter(({ record }) => record.some((cell) => cell.trim() !== ''))
  const [first, ...rest] = filled
  if (!first) throw new Unreadable('Dit bestand is leeg.', 'This file is empty.')
  if (first.record.length > MOST.columns)
    throw new Unreadable(
      `Dit bestand heeft meer dan ${MOST.columns} kolommen.`,
      `This file has more than ${MOST.columns} columns.`,
    )
  if (rest.length > MOST.rows)
    throw new Unreadable(
      `Dit bestand heeft meer dan ${MOST.rows} regels. Deel het in stukken.`,
      `This file has more than ${MOST.rows} lines. Split it.`,
    )
  return {
    separator,
    header: first.record.map((cell) => cell.trim()),
    rows: rest.map(({ record, info }) => ({
      line: lineOf(record, info.lines) + skipped,
      cells: record,
    })),
  }
}

/** The line on which a record begins; the parser names the one on which it ends. */
function lineOf(record: readonly string[], ends: number): number {
  const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
  return ends - breaks
}

function unreadable(error: CsvError, skipped: number): Unreadable {
  const line = Number((error as unknown as { lines?: number }).lines ?? 1) + skipped
  if (/quote/i.test(error.code))
    return new Unreadable(
      'Hier staat een aanhalingsteken te veel of te weinig. Kijk de regel na en kies het bestand opnieuw.',
      'There is a quotation mark too many or too few here. Check the line and choose the file again.',
      line,
    )
  return new Unreadable(
    'Dit bestand is niet te lezen als CSV. Kijk de regel na en kies het bestand opnieuw.',
    'This file cannot be read as CSV. Check the line and choose the file again.',
    line,
  )
}
