import { guessFields, neededOf } from './columns.ts'
import { readCsv } from './csv.ts'
import { readEuropass, readExperiences } from './experiences.ts'
import { readOso } from './oso.ts'
import { readPupils, type Reading } from './pupils.ts'
import { decodeText } from './text.ts'
import {
  Unreadable,
  type ExperienceContent,
  type Fault,
  type ImportField,
  type ImportKind,
  type PupilContent,
  type ReadRow,
} from './words.ts'

/** A file as it was understood. `faults` are of the file as a whole; with any of them there are no rows. */
export interface ReadFile {
  encoding: string | null
  separator: string | null
  columns: string[]
  mapping: (ImportField | null)[]
  rows: ReadRow<PupilContent | ExperienceContent>[]
  faults: Fault[]
}

/** Reads a file of this kind. The same bytes, columns and day give the same answer; it throws for no file. */
export async function readFile(
  kind: ImportKind,
  bytes: Uint8Array,
  chosen: ReadonlyMap<number, ImportField | null> | null,
  reading: Reading,
): Promise<ReadFile> {
  const file: ReadFile = { encoding: null, separator: null, columns: [], mapping: [], rows: [], faults: [] }
  try {
    const { text, encoding } = decodeText(bytes)
    file.encoding = encoding
    if (kind === 'OSO') return { ...file, rows: readOso(text, reading) }
    if (kind === 'EXPERIENCES' && /^\s*[{[]/.test(text)) return { ...file, rows: readEuropass(text) }
    const table = readCsv(text)
    file.separator = table.separator
    file.columns = table.header
    const guessed = guessFields(kind, table.header)
    file.mapping = chosen ? table.header.map((_, index) => chosen.get(index) ?? null) : guessed
    const missing = neededOf(kind).filter((field) => !file.mapping.includes(field))
    if (missing.length > 0) return { ...file, faults: missing.map((field) => withoutColumn(field)) }
    const rows =
      kind === 'PUPILS' ? await readPupils(table, file.mapping, reading) : readExperiences(table, file.mapping)
    if (rows.length === 0)
      throw new Unreadable('Onder de kopregel staat niets.', 'There is nothing below the headings.')
    return { ...file, rows }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { ...file, faults: [{ line: error.line, column: null, ...error.said }] }
  }
}

/** The field by name, as the pages call it too: they show it in their own words beside the column. */
const withoutColumn = (field: ImportField): Fault => ({
  line: 1,
  column: null,
  nl: `Geen kolom is gekozen voor ${NAMES[field]?.nl ?? field}.`,
  en: `No column was chosen for ${NAMES[field]?.en ?? field}.`,
})

const NAMES: Partial<Record<ImportField, { nl: string; en: string }>> = {
  PUPIL_NUMBER: { nl: 'het leerlingnummer', en: 'the pupil number' },
  INITIALS: { nl: 'de voorletters', en: 'the initials' },
  SURNAME: { nl: 'de achternaam', en: 'the surname' },
  BIRTH_DATE: { nl: 'de geboortedatum', en: 'the birth date' },
  TITLE: { nl: 'de titel', en: 'the title' },
}
