/** What can be read in: pupils of a school (CSV), one dossier (OSO, XML), experiences of a student (CSV or Europass JSON). */
export const IMPORT_KINDS = ['PUPILS', 'OSO', 'EXPERIENCES'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** RECEIVING: parts come in. CHECKED: read and judged, nothing written. WRITING: some rows are written. DONE: all are. */
export const IMPORT_STATES = ['RECEIVING', 'CHECKED', 'WRITING', 'DONE'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** What a column of a CSV can be. */
export const IMPORT_FIELDS = [
  'PUPIL_NUMBER',
  'INITIALS',
  'CALL_NAME',
  'SURNAME_PREFIX',
  'SURNAME',
  'BIRTH_DATE',
  'GENDER',
  'PERSONAL_NUMBER',
  'SCHOOL_LEVEL',
  'START_YEAR',
  'MUNICIPALITY_CODE',
  'MUNICIPALITY_NAME',
  'EMAIL',
  'PHONE',
  'STREET',
  'HOUSE_NUMBER',
  'HOUSE_NUMBER_ADDITION',
  'POSTCODE',
  'CITY',
  'ACCOUNT',
  'MENTOR',
  'MENTOR_NAME',
  'CARE_COORDINATOR',
  'CARE_COORDINATOR_NAME',
  'TITLE',
  'EXPERIENCE_KIND',
  'FROM',
  'TO',
  'PLACE',
  'LEARNED',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** What one import may be at most. */
export const MOST = {
  bytes: 5 * 1024 * 1024,
  /** Of one part, in base64: well below what the door takes. */
  partText: 700_000,
  rows: 20_000,
  columns: 100,
  cell: 4_000,
  /** That one person has begun and not finished. */
  open: 5,
  depth: 32,
  elements: 20_000,
} as const

/** A sentence for a person in both languages. It never holds a value out of the file. */
export interface Said {
  nl: string
  en: string
}

/** What is wrong, and where: a line of the file, and the column's heading where there is one. */
export interface Fault extends Said {
  line: number
  column: string | null
}

/** A file as a whole that cannot be read. */
export class Unreadable extends Error {
  readonly said: Said
  readonly line: number
  constructor(nl: string, en: string, line = 1) {
    super(en)
    this.said = { nl, en }
    this.line = line
  }
}

/** A row that was understood, or why not. */
export interface ReadRow<Content> {
  line: number
  content: Content | null
  faults: Fault[]
}

/** A colleague in whose caseload a pupil is. */
export interface Colleague {
  subject: string
  name: string
}

/** What the import of a pupil brings, after reading. */
export interface PupilContent {
  pupilNumber: string
  name: string
  account: string | null
  startYear: number
  schoolLevel: string | null
  identity: {
    initials: string
    surnamePrefix: string | null
    surname: string
    callName: string | null
    birthDate: string
    gender: 'UNKNOWN' | 'FEMALE' | 'MALE'
    municipality: { code: string; name: string } | null
  }
  personalNumber: string | null
  contact: {
    email: string | null
    phone: string | null
    address: { street: string; houseNumber: string; postcode: string; city: string } | null
  } | null
  mentor: Colleague | null
  careCoordinator: Colleague | null
  /** Of an OSO file alone: the VO-MBO block. */
  more: PupilMore | null
}

export interface PupilMore {
  needs: { area: string; accommodations: string[] }[]
  advice: string | null
  applications: { institution: string; crebo: string; startYear: number }[]
}

export interface ExperienceContent {
  title: string
  kind: string
  from: string | null
  to: string | null
  place: string | null
  learned: string | null
}
