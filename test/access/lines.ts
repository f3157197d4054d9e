import { FIELD_GROUPS, PURPOSES, type FieldGroup } from '@doorstroomhub/consent/rules/words.ts'

/**
 * What one reader gets of one group: `sees`, or the code of the refusal. Of the intake preparation also which sections:
 * `sees RWNW` reads summary, writes questions, has no support, writes agreements.
 */
export type Outcome = `sees${string}` | 'NOT_AVAILABLE' | 'NOT_FOUND'

/** One cell of the access table: who, for what purpose, whose dossier, which group. */
export interface Row {
  situation: string
  who: string
  purpose: string | null
  student: string
  group: FieldGroup
  expected: Outcome
}

const STUDENTS = ['noor', 'sem', 'fatima', 'daan', 'yara', 'tim', 'lotte', 'mees', 'eva', 'jay'] as const
export type Student = (typeof STUDENTS)[number]
export { STUDENTS }

/** Groups that go together in the table; a line may name them in one word. */
const WORDS: Record<string, readonly FieldGroup[]> = {
  ALL: FIELD_GROUPS,
  /** What depends on nobody's consent: the statutory channel, and one's own requests. */
  STATUTORY: ['APPLICATION_STATUS', 'SHARING'],
}

const fail = (line: string, why: string): never => {
  throw new Error(`The access table has a line that ${why}: ${line}`)
}

/** `IDENTITY CONTACT INTAKE_PREPARATION(RWRW)`, `ALL(WWWW) but CONDITION`, `nothing`: what is seen; the rest is NOT_AVAILABLE. */
function outcomes(line: string, sees: string): Map<FieldGroup, Outcome> {
  if (sees === 'no dossier') return new Map(FIELD_GROUPS.map((group) => [group, 'NOT_FOUND']))
  const found = new Map<FieldGroup, Outcome>(FIELD_GROUPS.map((group) => [group, 'NOT_AVAILABLE']))
  const [open = '', closed = ''] = sees.split(' but ')
  for (const [word, outcome] of [
    ...open.split(/\s+/).map((each) => [each, 'sees'] as const),
    ...closed.split(/\s+/).map((each) => [each, 'NOT_AVAILABLE'] as const),
  ]) {
    if (word === '' || word === 'nothing') continue
    const [, name = '', , sections = ''] = /^([A-Z_]+)(\(([NRW]{4})\))?$/.exec(word) ?? fail(line, `says "${word}"`)
    const groups =
      WORDS[name] ?? (FIELD_GROUPS.includes(name as FieldGroup) ? [name as FieldGroup] : fail(line, `names ${name}`))
    for (const group of groups)
      found.set(
        group,
        outcome === 'sees' && group === 'INTAKE_PREPARATION'
          ? `sees ${sections || fail(line, 'names no sections')}`
          : outcome,
      )
  }
  return found
}

function namesIn(line: string, text: string): readonly string[] {
  const [chosen = '', left = ''] = text.split(' but ')
  const base = chosen === 'all ten' ? STUDENTS : chosen.split(/\s+/)
  const without = left.split(/\s+/)
  const names = base.filter((name) => !without.includes(name))
  for (const name of names)
    if (name !== 'themselves' && !STUDENTS.includes(name as Student)) fail(line, `names ${name}`)
  return names
}

/** Lines of `who | purpose | whose | sees`, each good for twelve rows per reader and student. */
export function rowsOf(situation: string, lines: string): Row[] {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [readers = '', stated = '', whose = '', sees = '', ...more] = line.split('|').map((cell) => cell.trim())
      if (sees === '' || more.length > 0) fail(line, 'has not four cells')
      const purpose = stated === '-' ? null : stated
      if (purpose !== null && !PURPOSES.includes(purpose as never) && purpose !== 'CURIOSITY')
        fail(line, `states ${stated}`)
      const found = outcomes(line, sees)
      return readers.split(/\s+/).flatMap((who) =>
        namesIn(line, whose).flatMap((name) =>
          FIELD_GROUPS.map((group): Row => ({
            situation,
            who,
            purpose,
            student: name === 'themselves' ? who : name,
            group,
            expected: found.get(group)!,
          })),
        ),
      )
    })
  const seen = new Set<string>()
  for (const { who, purpose, student, group } of rows) {
    const key = `${who} ${purpose} ${student} ${group}`
    if (seen.has(key)) fail(key, `stands twice in "${situation}"`)
    seen.add(key)
  }
  return rows
}
