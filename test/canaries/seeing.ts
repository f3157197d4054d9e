import type { FieldGroup } from '@doorstroomhub/consent/rules/words.ts'
import { stories } from '../access.table.ts'
import type { Student } from '../access/lines.ts'
import type { World } from '../world.ts'
import type { Marker } from './planting.ts'

/** Somebody who asks, for a purpose. */
export interface Reader {
  who: string
  purpose: string | null
}

/** What the access table says of the world as it starts: for whom, for what purpose, of whose dossier, which group. */
const rows = stories[0]!.situations.slice(0, 2).flatMap((situation) => situation.rows)
const keyOf = ({ who, purpose }: Reader, student: string, group: FieldGroup): string =>
  `${who} ${purpose} ${student} ${group}`
const said = new Map(
  rows.map(({ who, purpose, student, group, expected }) => [keyOf({ who, purpose }, student, group), expected]),
)

/** Everybody of whom the table says something. */
export const readers: readonly Reader[] = [
  ...new Map(rows.map(({ who, purpose }) => [`${who} ${purpose}`, { who, purpose }])).values(),
]

const SECTIONS = ['SUMMARY', 'QUESTIONS', 'SUPPORT', 'AGREEMENTS']
const OUTSIDE = new Set(['INTAKER', 'PARTNER', 'MUNICIPALITY', 'REGION_ANALYST', 'ADMINISTRATOR'])

/** What the table says of this group; undefined when it says nothing of this dossier for this reader and purpose. */
const outcome = (reader: Reader, student: Student, group: FieldGroup): string | undefined =>
  said.get(keyOf(reader, student, group))
const isSeen = (reader: Reader, student: Student, group: FieldGroup): boolean | undefined =>
  outcome(reader, student, group)?.startsWith('sees')

/** Whether this reader may find this marker; undefined when the table says nothing about it. */
export function mayFind(here: World, reader: Reader, marker: Marker): boolean | undefined {
  const { student, kind } = marker
  const viewer = here.viewer(reader.who)
  const isOutside = OUTSIDE.has(viewer.role)
  const isFamily = viewer.role === 'STUDENT' || viewer.role === 'GUARDIAN'
  const knows = isSeen(reader, student, 'SHARING')
  if (knows === undefined) return undefined
  if (marker.insideOnly && isOutside) return false
  switch (kind) {
    case 'NOBODY':
      return false
    case 'FAMILY':
      return knows && isFamily
    case 'OF_INSTITUTION':
      return knows && (isFamily || viewer.organisation?.brin === marker.institution)
    case 'INSIDE':
      // Names of those who stand inside are IDENTITY; an institution sees of them the student and the school.
      return isSeen(reader, student, 'IDENTITY') === true && (!isOutside || marker.place === 'consent.party.name')
    case 'COMMENT':
      return (
        !isOutside &&
        (['CAREER_FILE', 'CAREER_SUMMARY', 'PLUS_DOCUMENT'] as const).some((group) => isSeen(reader, student, group))
      )
    case 'INTAKE_PREPARATION': {
      if (isOutside && marker.institution !== undefined && viewer.organisation?.brin !== marker.institution)
        return false
      const sections = /^sees ([NRW]{4})$/.exec(outcome(reader, student, kind) ?? '')?.[1]
      return sections !== undefined && sections[SECTIONS.indexOf(marker.section!)] !== 'N'
    }
    default:
      return (marker.groups ?? [kind]).some((group) => isSeen(reader, student, group))
  }
}

/** Whether this person may find this marker for no purpose at all, as on pages, where one chooses a purpose. Not when the table is silent. */
export function mayNeverFind(here: World, who: string, marker: Marker): boolean {
  const said = readers.filter((reader) => reader.who === who).map((reader) => mayFind(here, reader, marker))
  return !said.includes(true) && said.includes(false)
}
