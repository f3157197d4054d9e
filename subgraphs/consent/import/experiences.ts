import { BadValue, dayOf, Faults, linesOf, needed, textOf } from './cells.ts'
import type { CsvTable } from './csv.ts'
import { MOST, Unreadable, type ExperienceContent, type ImportField, type ReadRow } from './words.ts'

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/stage|internship|snuffel/, 'INTERNSHIP'],
  [/vrijwillig|volunteer/, 'VOLUNTEERING'],
  [/open ?dag|open ?day/, 'OPEN_DAY'],
  [/meeloop|proefdag|trial/, 'TRIAL_DAY'],
  [/project|opdracht/, 'PROJECT'],
  [/cursus|opleiding|training|course|education/, 'COURSE'],
  [/baan|werk|job|bijbaan/, 'JOB'],
]

function kindOf(value: string | null): string {
  const found = value === null ? 'JOB' : KINDS.find(([form]) => form.test(value.toLowerCase()))?.[1]
  if (!found)
    throw new BadValue(
      'Schrijf stage, baan, vrijwilligerswerk, project, open dag, meeloopdag of cursus.',
      'Write internship, job, volunteering, project, open day, trial day or course.',
    )
  return found
}

function inOrder(from: string | null, to: string | null): string | null {
  if (from && to && to < from)
    throw new BadValue('De laatste dag ligt voor de eerste dag.', 'The last day is before the first day.')
  return to
}

/** A student's experiences out of a CSV. */
export function readExperiences(
  { header, rows }: CsvTable,
  fields: readonly (ImportField | null)[],
): ReadRow<ExperienceContent>[] {
  const at = new Map(fields.flatMap((field, index) => (field === null ? [] : [[field, index] as const])))
  return rows.map(({ line, cells }) => {
    const faults = new Faults(line)
    const value = (field: ImportField) => cells[at.get(field) ?? -1]
    const take = <Value>(field: ImportField, read: () => Value) =>
      faults.take(header[at.get(field) ?? -1] ?? null, read)
    const title = take('TITLE', () => needed(textOf(value('TITLE'), 120)))
    const kind = take('EXPERIENCE_KIND', () => kindOf(textOf(value('EXPERIENCE_KIND'), 60)))
    const from = take('FROM', () => dayOf(textOf(value('FROM'), 40)))
    const to = take('TO', () => inOrder(from, dayOf(textOf(value('TO'), 40))))
    const place = take('PLACE', () => textOf(value('PLACE'), 120))
    const learned = take('LEARNED', () => linesOf(value('LEARNED'), 2000))
    const content = title && kind && faults.list.length === 0 ? { title, kind, from, to, place, learned } : null
    return { line, content, faults: faults.list }
  })
}

type Json = Record<string, unknown>
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isJson(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined), value)
const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Europass gives year, month and day apart, and leaves out what somebody did not fill in. */
function europassDay(value: unknown): string | null {
  const [year, month = 1, day = 1] = ['Year', 'Month', 'Day'].map((part) => {
    const found = at(value, part)
    return typeof found === 'number' || typeof found === 'string'
      ? Number(String(found).replaceAll('-', ''))
      : undefined
  })
  return year === undefined ? null : dayOf(`${day}-${month}-${year}`)
}

const withoutMarkup = (value: string | undefined): string | undefined =>
  value
    ?.replaceAll(/<[^<>]{0,500}>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')

/** Experiences and education out of a Europass CV as JSON (SkillsPassport, v3). A line is the place in the file's list. */
export function readEuropass(text: string): ReadRow<ExperienceContent>[] {
  let whole: unknown
  try {
    whole = JSON.parse(text)
  } catch {
    throw new Unreadable('Dit is geen JSON.', 'This is not JSON.')
  }
  const learner = at(whole, 'SkillsPassport', 'LearnerInfo') ?? at(whole, 'LearnerInfo')
  const work = at(learner, 'WorkExperience') ?? []
  const education = at(learner, 'Education') ?? []
  if (!isJson(learner) || !Array.isArray(work) || !Array.isArray(education))
    throw new Unreadable(
      'Dit is geen Europass-cv. Kies het JSON-bestand dat je bij Europass hebt opgehaald.',
      'This is no Europass CV. Choose the JSON file that you got from Europass.',
    )
  if (work.length + education.length > MOST.rows)
    throw new Unreadable('Er staat te veel in dit bestand.', 'There is too much in this file.')
  return [
    ...work.map((one: unknown) => ({
      one,
      kind: 'JOB',
      title: at(one, 'Position', 'Label'),
      place: at(one, 'Employer', 'Name'),
    })),
    ...education.map((one: unknown) => ({
      one,
      kind: 'COURSE',
      title: at(one, 'Title'),
      place: at(one, 'Organisation', 'Name'),
    })),
  ].map(({ one, kind, title, place }, index) => {
    const faults = new Faults(index + 1)
    const read = {
      title: faults.take('Position', () => needed(textOf(textIn(title), 120))),
      from: faults.take('Period', () => europassDay(at(one, 'Period', 'From'))),
      to: faults.take('Period', () => europassDay(at(one, 'Period', 'To'))),
      place: faults.take('Employer', () => textOf(textIn(place), 120)),
      learned: faults.take('Activities', () => linesOf(withoutMarkup(textIn(at(one, 'Activities'))), 2000)),
    }
    const content = read.title && faults.list.length === 0 ? { ...read, title: read.title, kind } : null
    return { line: index + 1, content, faults: faults.list }
  })
}
