import type { FieldGroup, SectionKey } from '@doorstroomhub/consent/rules/words.ts'
import { sealCondition, sealOwnView, type ConditionContent } from '@doorstroomhub/support-needs/condition.ts'
import { sealer } from '@doorstroomhub/kit/sealed.ts'
import { STUDENTS, type Student } from '../access/lines.ts'
import type { World } from '../world.ts'
import { NUMBER_KEY } from '../world/prepared.ts'
import { IS_WHOLE } from '../world/tables.ts'

/** What a marker stands in: a field group, or a part of the sharing that fewer people see than the group. */
export type Kind =
  | FieldGroup
  /** Only the owner and guardians: the words of a yes, who gave it. */
  | 'FAMILY'
  /** A question or a case of one institution: the owner, guardians, and that institution. */
  | 'OF_INSTITUTION'
  /** A comment on a part of the portfolio: who sees that part, and never outside the school. */
  | 'COMMENT'
  /** The name of somebody of the school or the family: who stands inside. */
  | 'INSIDE'
  /** Nowhere in the graph. */
  | 'NOBODY'

/** A word that stands in one place of the whole world, and what is needed to know who may find it. */
export interface Marker {
  student: Student
  kind: Kind
  /** Where it was planted: `career_portfolio.experience.title`. */
  place: string
  section?: SectionKey
  institution?: string
  /** Groups of which one is enough (an experience is in the file, and may be on the summary). */
  groups?: FieldGroup[]
  /** Hidden outside the school however open its group is: left out of a consent, or not accepted by the student. */
  insideOnly?: boolean
}

interface Plant {
  table: string
  columns: string[]
  kind: Kind
  /** How its rows belong to a dossier, when it is not by a column of their own. */
  dossier?: string
  key?: string
  extra?(row: Record<string, unknown>): Partial<Marker>
}

const item = (table: string, columns: string[], kind: Kind, extra?: Plant['extra']): Plant => ({
  table,
  columns,
  kind,
  ...(extra ? { extra } : {}),
})

/** Every text of a person, by the group that it belongs to. */
export const PLANTS: readonly Plant[] = [
  {
    table: 'person.identity',
    columns: ['initials', 'surname_prefix', 'surname', 'call_name', 'municipality_name'],
    kind: 'IDENTITY',
    key: 'dossier_id',
  },
  { table: 'person.contact', columns: ['email', 'phone', 'address'], kind: 'CONTACT', key: 'dossier_id' },
  {
    table: 'support_needs.support_profile',
    columns: ['strengths', 'current_support'],
    kind: 'ACCOMMODATIONS',
    key: 'dossier_id',
  },
  item(
    'support_needs.study_advice',
    ['text', 'own_view', 'author_name'],
    'STUDY_ADVICE',
    ({ version, accepted_version }) => ({ insideOnly: version !== accepted_version }),
  ),
  {
    table: 'career_portfolio.career_summary',
    columns: ['about_me', 'strengths', 'drives', 'job_interest', 'chosen_programmes', 'question_for_intaker'],
    kind: 'CAREER_SUMMARY',
    key: 'dossier_id',
  },
  item('career_portfolio.career_talk', ['with_whom', 'summary', 'next_step'], 'CAREER_FILE'),
  item('career_portfolio.experience', ['title', 'place', 'learned'], 'CAREER_FILE', () => ({
    groups: ['CAREER_FILE', 'CAREER_SUMMARY'],
  })),
  item('career_portfolio.reflection', ['text'], 'CAREER_FILE'),
  item('career_portfolio.plus_item', ['title', 'description'], 'PLUS_DOCUMENT'),
  item('career_portfolio.career_comment', ['text', 'author_name'], 'COMMENT'),
  item('intake_preparation.document', ['text', 'html'], 'INTAKE_PREPARATION', ({ section }) => ({
    section: section as SectionKey,
  })),
  {
    table: 'intake_preparation.contributor',
    columns: ['name'],
    kind: 'INTAKE_PREPARATION',
    dossier: '(select d.dossier_id from intake_preparation.document d where d.id = t.document_id)',
    key: 'document_id',
    extra: ({ section }) => ({ section: section as SectionKey }),
  },
  {
    table: 'consent.approval',
    columns: ['name', 'wording'],
    kind: 'FAMILY',
    dossier: '(select c.dossier_id from consent.consent c where c.id = t.consent_id)',
  },
  item('consent.consent', ['wording'], 'FAMILY'),
  item('consent.consent_request', ['message', 'asked_by_name'], 'OF_INSTITUTION', ({ institution }) => ({
    institution: String(institution),
  })),
  item('consent.dossier_approval', ['name'], 'INSIDE'),
  item('consent.party', ['name'], 'INSIDE'),
]

/** Text columns in which nothing of a person stands: names of kinds, codes, keys, hashes. A new column belongs here or above. */
const NO_WORDS =
  /\.(id|dossier_id|subject|status|state|kind|role|section|purpose|basis|groups|left_out|institution|crebo|brin|code|region_code|municipality_code|home_school|school_level|level|route|gender|leaving_level|leaving_school|competence|competencies|category|area|part|author_subject|author_role|author_organisation|by_subject|by_role|from_status|to_status|started_by|ended_by|paused_because|asked_by|outcome|officer|opened_by|statement_by|statement_role|field_group|talk_ended_by|recipients|cursor|wording_version|top_experiences|accommodations|how_to_discuss|request_id|subgraph|lookup|sha256|seal|allowed|minor_policy|post_enrolment|goals|signers|counts|payload|code_hash|created_by|used_by|erasure_asked_by|frozen_by_subject|hash|asking|organisation|organisation_name|kind|reader|organisation)$/
/** Tables that hold nothing of a student's, or that begin empty in the demo and are written by what people do. */
const NOT_OF_STUDENTS =
  /^(consent\.(organisation|programme|region|region_\w+|agreement|webhook|webhook_delivery|ended_session|import|import_row|import_part|known_pupil|invitation|invitation_attempt|read_log|status_change|guidance_case|application_message)|\w+\.migrations|person\.number_reveal|intake_preparation\.(frozen_section|frozen_version|edit|ticket))\./

/** Text columns that are neither planted nor known to hold no words. */
export async function unplanted(here: World): Promise<string[]> {
  const columns = await here.database.sql<{ name: string }>(
    `select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
     where table_schema in ('consent', 'person', 'support_needs', 'career_portfolio', 'intake_preparation')
     and udt_name in ('text', 'varchar', 'jsonb', '_text') and ${IS_WHOLE} order by 1`,
  )
  const planted = new Set(PLANTS.flatMap(({ table, columns: own }) => own.map((column) => `${table}.${column}`)))
  return columns
    .map(({ name }) => name)
    .filter((name) => !planted.has(name) && !NO_WORDS.test(name) && !NOT_OF_STUDENTS.test(name))
}

export const word = (at: number): string =>
  `qzx${at
    .toString(26)
    .padStart(4, '0')
    .replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)}qzx`
/** Every marker in a text. */
export const markersIn = (text: string): Set<string> => new Set(text.toLowerCase().match(/qzx[a-z]{4}qzx/g) ?? [])

/** Writes a word of its own behind each text of each of the ten. */
export async function plant(here: World): Promise<Map<string, Marker>> {
  const markers = new Map<string, Marker>()
  const students = new Map(STUDENTS.map((student) => [here.ids[student]!, student]))
  let count = 0
  const mark = (marker: Marker): string => {
    const made = word(count++)
    if (markers.has(made)) throw new Error(`The word ${made} is there twice.`)
    markers.set(made, marker)
    return made
  }
  const marked = (value: unknown, marker: Marker): unknown => {
    if (typeof value === 'string') return value === '' ? value : `${value} ${mark(marker)}`
    if (Array.isArray(value)) return value.map((each) => marked(each, marker))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, marked(each, marker)]))
    return value
  }

  const leftOut = new Set(
    (
      await here.database.sql<{ left_out: string[] }>('select left_out from consent.consent where state = $1', [
        'GRANTED',
      ])
    ).flatMap((row) => row.left_out),
  )
  for (const { table, columns, kind, dossier = 't.dossier_id', key = 'id', extra } of PLANTS) {
    const rows = await here.database.sql<Record<string, unknown>>(
      `select t.*, ${dossier} as of_dossier from ${table} t`,
    )
    for (const row of rows) {
      const student = students.get(String(row['of_dossier']))
      if (!student) continue
      if (table === 'intake_preparation.contributor')
        row['section'] = (
          await here.database.sql<{ section: string }>(
            'select section from intake_preparation.document where id = $1',
            [row['document_id']],
          )
        )[0]!.section
      const base: Omit<Marker, 'place'> = {
        student,
        kind,
        ...extra?.(row),
        ...(leftOut.has(String(row['id'])) ? { insideOnly: true } : {}),
      }
      for (const column of columns) {
        const before = row[column]
        if (before === null || before === undefined) continue
        const after = marked(before, { ...base, place: `${table}.${column}` })
        const isJson = typeof after !== 'string'
        await here.database.sql(
          `update ${table} set ${column} = $1${isJson ? '::jsonb' : ''} where ${key} = $2${table.endsWith('contributor') ? ' and subject = $3' : ''}`,
          [
            isJson ? JSON.stringify(after) : after,
            row[key],
            ...(table.endsWith('contributor') ? [row['subject']] : []),
          ],
        )
      }
    }
  }

  // Conditions are sealed, so each is opened and sealed again, with a word in it.
  const sealing = sealer(NUMBER_KEY)
  type Row = { id: string; dossier_id: string; sealed: Uint8Array; sealed_view: Uint8Array | null }
  for (const row of await here.database.sql<Row>('select * from support_needs.condition')) {
    const student = students.get(row.dossier_id)
    if (!student) continue
    const insideOnly = leftOut.has(row.id)
    const marker: Marker = { student, kind: 'CONDITION', place: 'support_needs.condition', insideOnly }
    const { name, explanation, statement } = JSON.parse(sealing.open(row.sealed, row.id)) as ConditionContent
    const content: ConditionContent = {
      name: marked(name, marker) as string | null,
      explanation: marked(explanation, marker) as string | null,
      statement: statement && {
        ...statement,
        title: marked(statement.title, marker) as string,
        issuedBy: marked(statement.issuedBy, marker) as string | null,
      },
    }
    const view = marked(row.sealed_view && sealing.open(row.sealed_view, `${row.id}/own-view`), marker) as string | null
    await here.database.sql('update support_needs.condition set sealed = $1, sealed_view = $2 where id = $3', [
      sealCondition(sealing, row.id, content),
      view && sealOwnView(sealing, row.id, view),
      row.id,
    ])
  }
  return markers
}
