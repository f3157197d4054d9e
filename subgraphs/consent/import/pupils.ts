import { setImmediate as turn } from 'node:timers/promises'
import { BadValue, dayOf, Faults, needed, textOf } from './cells.ts'
import type { CsvTable } from './csv.ts'
import * as formats from './formats.ts'
import { MOST, type Colleague, type Fault, type ImportField, type PupilContent, type ReadRow } from './words.ts'

/** What reading needs to know beside the file. */
export interface Reading {
  now: Date
  /** Who is the mentor of a pupil of whom the file names none: the importing mentor, or nobody. */
  usualMentor: Colleague | null
}

/** One pupil's fields by name, with the heading of each for the faults. */
export interface Source {
  value(field: ImportField): string | undefined
  heading(field: ImportField): string | null
}

const AT_A_STRETCH = 100

const PUPIL_NUMBER = /^[A-Za-z0-9][A-Za-z0-9 ./-]{0,29}$/
const ACCOUNT = /^[\p{L}\p{N}][\p{L}\p{N}@._:|-]{0,199}$/u

function pupilNumberOf(value: string): string {
  if (!PUPIL_NUMBER.test(value))
    throw new BadValue(
      'Een leerlingnummer heeft hoogstens 30 letters en cijfers.',
      'A pupil number has at most 30 letters and figures.',
    )
  return value
}

function accountOf(value: string | null): string | null {
  if (value !== null && !ACCOUNT.test(value))
    throw new BadValue(
      'Dit kan geen account zijn: gebruik letters, cijfers en de tekens @ . _ -',
      'This cannot be an account: use letters, figures and the signs @ . _ -',
    )
  return value
}

/** Understands one pupil, or says everything that is wrong. */
export function readPupil(source: Source, line: number, { now, usualMentor }: Reading): ReadRow<PupilContent> {
  const faults = new Faults(line)
  const text = (field: ImportField, most: number) => textOf(source.value(field), most)
  const take = <Value>(field: ImportField, read: () => Value) => faults.take(source.heading(field), read)

  const pupilNumber = take('PUPIL_NUMBER', () => pupilNumberOf(needed(text('PUPIL_NUMBER', 30))))
  const initials = take('INITIALS', () => formats.initialsOf(needed(text('INITIALS', 30))))
  const surnamePrefix = take('SURNAME_PREFIX', () => text('SURNAME_PREFIX', 20))
  const surname = take('SURNAME', () => needed(text('SURNAME', 100)))
  const callName = take('CALL_NAME', () => text('CALL_NAME', 60))
  const birthDate = take('BIRTH_DATE', () => formats.bornOn(needed(dayOf(text('BIRTH_DATE', 40))), now))
  const gender = take('GENDER', () => formats.genderOf(text('GENDER', 20)))
  const personalNumber = take('PERSONAL_NUMBER', () => {
    const number = text('PERSONAL_NUMBER', 30)
    return number === null ? null : formats.numberOf(number)
  })
  const schoolLevel = take('SCHOOL_LEVEL', () => formats.levelOf(text('SCHOOL_LEVEL', 60)))
  const startYear = take('START_YEAR', () => formats.startYearOf(text('START_YEAR', 20), now))
  const code = take('MUNICIPALITY_CODE', () => formats.municipalityCodeOf(text('MUNICIPALITY_CODE', 10)))
  const municipality = take('MUNICIPALITY_NAME', () => text('MUNICIPALITY_NAME', 80))
  const email = take('EMAIL', () => formats.emailOf(text('EMAIL', 254)))
  const phone = take('PHONE', () => formats.phoneOf(phoneText(source.value('PHONE'))))
  const address = readAddress(source, take, text)
  const account = take('ACCOUNT', () => accountOf(text('ACCOUNT', 200)))
  const colleague = (field: 'MENTOR' | 'CARE_COORDINATOR', name: 'MENTOR_NAME' | 'CARE_COORDINATOR_NAME') => {
    const subject = take(field, () => accountOf(text(field, 200)))
    const called = take(name, () => text(name, 120))
    return subject === null ? null : { subject, name: called ?? subject }
  }
  const mentor = colleague('MENTOR', 'MENTOR_NAME') ?? usualMentor
  const careCoordinator = colleague('CARE_COORDINATOR', 'CARE_COORDINATOR_NAME')
  if (mentor === null && faults.list.length === 0)
    faults.add(source.heading('MENTOR'), {
      nl: 'Bij deze leerling staat geen mentor. Zonder mentor kan niemand het dossier beginnen.',
      en: 'No mentor is named for this pupil. Without one nobody can begin the dossier.',
    })

  if (faults.list.length > 0 || !pupilNumber || !initials || !surname || !birthDate || !gender || !startYear)
    return { line, content: null, faults: faults.list }
  const name = [callName ?? initials, surnamePrefix, surname].filter((part) => part !== null).join(' ')
  return {
    line,
    faults: [],
    content: {
      pupilNumber,
      name: name.slice(0, 120),
      account,
      startYear,
      schoolLevel,
      identity: {
        initials,
        surnamePrefix,
        surname,
        callName,
        birthDate,
        gender,
        municipality: code === null ? null : { code, name: municipality ?? code },
      },
      personalNumber,
      contact: email || phone || address ? { email, phone, address } : null,
      mentor,
      careCoordinator,
      more: null,
    },
  }
}

/** A telephone number may begin with `+`, which elsewhere would be a formula. */
const phoneText = (value: string | undefined): string | null => {
  const bare = (value ?? '').trim()
  return bare.startsWith('+') ? `+${textOf(bare.slice(1), 30) ?? ''}` : textOf(bare, 30)
}

type Take = <Value>(field: ImportField, read: () => Value) => Value | null
type Text = (field: ImportField, most: number) => string | null

/** All four, or none: half an address helps nobody. */
function readAddress({ value }: Source, take: Take, text: Text) {
  const fields = ['STREET', 'HOUSE_NUMBER', 'POSTCODE', 'CITY'] as const
  if (fields.every((field) => (value(field) ?? '').trim() === '')) return null
  const street = take('STREET', () => needed(text('STREET', 100)))
  const houseNumber = take('HOUSE_NUMBER', () => {
    const addition = text('HOUSE_NUMBER_ADDITION', 10)
    return formats.houseNumberOf([needed(text('HOUSE_NUMBER', 20)), ...(addition === null ? [] : [addition])].join(' '))
  })
  const postcode = take('POSTCODE', () => formats.postcodeOf(needed(text('POSTCODE', 10))))
  const city = take('CITY', () => needed(text('CITY', 80)))
  return street && houseNumber && postcode && city ? { street, houseNumber, postcode, city } : null
}

/** Every row of a CSV, with the field of each column. Two rows with one pupil number, account or personal number are a mistake in both. */
export async function readPupils(
  { header, rows }: CsvTable,
  fields: readonly (ImportField | null)[],
  reading: Reading,
): Promise<ReadRow<PupilContent>[]> {
  const at = new Map(fields.flatMap((field, index) => (field === null ? [] : [[field, index] as const])))
  const heading = (field: ImportField) => header[at.get(field) ?? -1] ?? null
  const read: ReadRow<PupilContent>[] = []
  for (const [index, { line, cells }] of rows.entries()) {
    // Everybody else's questions come in between: thousands of rows at a stretch would hold up the whole hub.
    if (index % AT_A_STRETCH === AT_A_STRETCH - 1) await turn()
    const value = (field: ImportField) => cells[at.get(field) ?? -1]
    read.push(oddRow(cells, header.length, line) ?? readPupil({ heading, value }, line, reading))
  }
  const doubles = (
    [
      ['PUPIL_NUMBER', ({ pupilNumber }: PupilContent) => pupilNumber],
      ['PERSONAL_NUMBER', ({ personalNumber }: PupilContent) => personalNumber],
      ['ACCOUNT', ({ account }: PupilContent) => account],
    ] as const
  ).flatMap(([field, keyOf]) => doublesIn(read, heading(field), keyOf))
  for (const { row, fault } of doubles) {
    row.content = null
    row.faults.push(fault)
  }
  return read
}

/** A row with more cells than headings moved its values; what is left out at the end is empty. */
function oddRow(cells: readonly string[], columns: number, line: number): ReadRow<never> | null {
  const faults = new Faults(line)
  if (cells.slice(columns).some((cell) => cell.trim() !== ''))
    faults.add(null, {
      nl: 'Deze regel heeft meer cellen dan er kolommen zijn. Staat er een scheidingsteken in een tekst?',
      en: 'This line has more cells than there are columns. Is there a separator inside a text?',
    })
  if (cells.some((cell) => cell.length > MOST.cell))
    faults.add(null, { nl: 'Er staat te veel tekst in een cel.', en: 'There is too much text in a cell.' })
  return faults.list.length > 0 ? { line, content: null, faults: faults.list } : null
}

function doublesIn(
  rows: readonly ReadRow<PupilContent>[],
  column: string | null,
  keyOf: (content: PupilContent) => string | null,
): { row: ReadRow<PupilContent>; fault: Fault }[] {
  const keyed = rows.flatMap((row) => {
    const key = row.content && keyOf(row.content)
    return key ? [{ row, key }] : []
  })
  return [...Map.groupBy(keyed, ({ key }) => key).values()]
    .filter(({ length }) => length > 1)
    .flatMap((same) =>
      same.map(({ row }) => {
        const others = same.filter((other) => other.row !== row).map((other) => other.row.line)
        const where = others.slice(0, 3).join(', ')
        return {
          row,
          fault: {
            line: row.line,
            column,
            nl: `Dit staat ook op regel ${where}. Wij weten niet welke klopt.`,
            en: `This is on line ${where} as well. We do not know which is right.`,
          },
        }
      }),
    )
}
