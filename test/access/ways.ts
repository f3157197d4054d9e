import { FIELD_GROUPS, PURPOSES, type FieldGroup } from '@doorstroomhub/consent/rules/words.ts'
import { get } from '../exports/asking.ts'
import { codeAt, type Answer } from '../world/answer.ts'
import type { World } from '../world.ts'
import type { Row } from './lines.ts'

/** Somebody who asks, for a purpose. */
export interface Reader {
  who: string
  purpose: string | null
}

/** What a reader found of one group of one dossier; something else than an Outcome when the answer makes no sense. */
export type Look = (student: string, group: FieldGroup) => string

/** A way to the same content. Whatever way one goes, the outcome is the table's. */
export interface Way {
  name: string
  /** Looks at these dossiers the whole of this way, in as few requests as it takes. */
  look(world: World, reader: Reader, students: readonly string[]): Promise<Look>
}

/** Where a group lies in the graph, and the smallest question that reads something of it. */
export const FIELDS: Readonly<
  Record<Exclude<FieldGroup, 'INTAKE_PREPARATION'>, { subgraph: string; field: string; of: string }>
> = {
  IDENTITY: { subgraph: 'person', field: 'identity', of: '{ surname }' },
  PERSONAL_NUMBER: { subgraph: 'person', field: 'personalNumber', of: '{ masked }' },
  CONTACT: { subgraph: 'person', field: 'contact', of: '{ email }' },
  ACCOMMODATIONS: { subgraph: 'support-needs', field: 'accommodations', of: '{ needs { area } }' },
  CONDITION: { subgraph: 'support-needs', field: 'conditions', of: '{ name }' },
  STUDY_ADVICE: { subgraph: 'support-needs', field: 'studyAdvice', of: '{ text }' },
  CAREER_SUMMARY: { subgraph: 'career-portfolio', field: 'careerSummary', of: '{ aboutMe }' },
  CAREER_FILE: { subgraph: 'career-portfolio', field: 'careerFile', of: '{ reflections { text } }' },
  PLUS_DOCUMENT: { subgraph: 'career-portfolio', field: 'plusDocument', of: '{ items { title } }' },
  APPLICATION_STATUS: { subgraph: 'consent', field: 'applications', of: '{ status }' },
  SHARING: { subgraph: 'consent', field: 'consents', of: '{ state }' },
}
const PREPARATION = 'intakePreparation { sections { key access } }'

const all = Object.values(FIELDS)
const own = (of: string, field: string) => (field === 'applications' ? `{ status ${PREPARATION} }` : of)
/** Everything of a dossier that the table speaks of. */
export const WHOLE = `id ${all.map(({ field, of }) => `${field} ${own(of, field)}`).join(' ')}`

interface Preparation {
  sections: { access: string }[]
}
const lettersOf = ({ sections }: Preparation): string => sections.map(({ access }) => access[0]).join('')

/** The outcome at a place of an answer: a value, or the code of the error that stands there. Both or neither is no outcome. */
function outcomeAt(answer: Answer, path: string, value: unknown): string {
  const code = codeAt(answer, path)
  if (value === null || value === undefined) return code ?? 'null without a reason'
  return code === undefined ? 'sees' : `a value beside ${code}`
}

/** Reads one dossier of an answer, which lies at this path. */
function outcomeIn(
  answer: Answer,
  path: string,
  dossier: Record<string, unknown> | null | undefined,
  group: FieldGroup,
): string {
  if (!dossier) return codeAt(answer, path) ?? 'NOT_FOUND'
  if (group !== 'INTAKE_PREPARATION') {
    const { field } = FIELDS[group]
    return outcomeAt(answer, `${path}.${field}`, dossier[field])
  }
  const applications = dossier['applications'] as { intakePreparation: Preparation | null }[] | null
  if (!applications) return codeAt(answer, `${path}.applications`) ?? 'null without a reason'
  const found = applications.map(({ intakePreparation }, index) => {
    const outcome = outcomeAt(answer, `${path}.applications.${index}.intakePreparation`, intakePreparation)
    return intakePreparation && outcome === 'sees' ? `sees ${lettersOf(intakePreparation)}` : outcome
  })
  return [...new Set(found)].join(' and ')
}

const nodesOf = (answer: Answer, connection: string): Record<string, unknown>[] =>
  ((answer.data?.[connection]?.edges ?? []) as { node: Record<string, unknown> }[]).map(({ node }) => node)

const query: Way = {
  name: 'a plain query',
  async look(world, { who, purpose }, students) {
    const person = world.as(who, { purpose })
    const answers = new Map<string, Answer>()
    for (const student of students)
      answers.set(
        student,
        await person.query(`query ($id: ID!) { dossier(id: $id) { ${WHOLE} } }`, { id: world.ids[student] }),
      )
    return (student, group) => {
      const answer = answers.get(student)!
      return outcomeIn(answer, 'dossier', answer.data?.dossier, group)
    }
  },
}

/** Every field under a name that is not its own, all dossiers in one request. */
const alias: Way = {
  name: 'aliases',
  async look(world, { who, purpose }, students) {
    const renamed = all.map(
      ({ field, of }) => `x_${field}: ${field} ${field === 'applications' ? `{ status y: ${PREPARATION} }` : of}`,
    )
    const answers = new Map<string, Answer>()
    // A request may hold a hundred aliases: seven dossiers at a time.
    for (let from = 0; from < students.length; from += 7) {
      const some = students.slice(from, from + 7)
      const parts = some.map((student) => `${student}: dossier(id: "${world.ids[student]}") { ${renamed.join(' ')} }`)
      const answer = await world.as(who, { purpose }).query(`{ ${parts.join(' ')} }`)
      for (const student of some) answers.set(student, unaliased(answer))
    }
    return (student, group) => {
      const answer = answers.get(student)!
      return outcomeIn(answer, student, answer.data?.[student], group)
    }
  },
}

/** The answer as if nothing had been renamed inside the dossiers. */
function unaliased(answer: Answer): Answer {
  const back = (text: string): string => text.replaceAll('x_', '').replaceAll('"y":', '"intakePreparation":')
  const path = (text: string): string => text.replaceAll('x_', '').replace(/\.y$/, '.intakePreparation')
  return {
    ...answer,
    data: JSON.parse(back(JSON.stringify(answer.data))),
    errors: answer.errors.map((error) => ({ ...error, path: path(error.path) })),
  }
}

const fragment: Way = {
  name: 'fragments',
  async look(world, { who, purpose }, students) {
    const parts = students.map((student) => `${student}: dossier(id: "${world.ids[student]}") { ...Whole }`)
    const answer = await world.as(who, { purpose }).query(
      `query { ${parts.join(' ')} }
      fragment Whole on Dossier { ...Person ... on Dossier { ...Consent } }
      fragment Person on Dossier { ${all
        .filter(({ subgraph }) => subgraph !== 'consent')
        .map(({ field, of }) => `${field} ${of}`)
        .join(' ')} }
      fragment Consent on Dossier { consents { state } applications { status ...Talk } }
      fragment Talk on Application { ... { ${PREPARATION} } }`,
    )
    return (student, group) => outcomeIn(answer, student, answer.data?.[student], group)
  },
}

const list: Way = {
  name: 'the list',
  async look(world, { who, purpose }) {
    const answer = await world.as(who, { purpose }).query(`{ dossiers(first: 60) { edges { node { ${WHOLE} } } } }`)
    const nodes = nodesOf(answer, 'dossiers')
    return (student, group) => {
      const at = nodes.findIndex(({ id }) => id === world.ids[student])
      return at === -1 ? 'NOT_FOUND' : outcomeIn(answer, `dossiers.edges.${at}.node`, nodes[at], group)
    }
  },
}

/** From the change feed to a dossier: a nested path, the deepest that the graph has. */
const nested: Way = {
  name: 'a nested path',
  async look(world, { who, purpose }) {
    const person = world.as(who, { purpose })
    const answer = await person.query(`{ changes(first: 100) { edges { node { dossier { ${WHOLE} } } } } }`)
    const dossiers = nodesOf(answer, 'changes').map(({ dossier }) => dossier as Record<string, unknown> | null)
    return (student, group) => {
      const places = dossiers.flatMap((dossier, at) => (dossier?.['id'] === world.ids[student] ? [at] : []))
      // Every path to the same dossier gives the same, also the second one within a request.
      const found = places.map((at) => outcomeIn(answer, `changes.edges.${at}.node.dossier`, dossiers[at], group))
      return [...new Set(found)].join(' and ') || 'NOT_FOUND'
    }
  },
}

/** Straight to each subgraph, with a viewer as the gateway signs it. */
const entities: Way = {
  name: '_entities',
  async look(world, { who, purpose }, students) {
    const found = new Map<string, string>()
    const ask = async (subgraph: string, of: string, representations: object[]) =>
      (await world.direct(subgraph)).ask(
        world.viewer(who),
        `query ($r: [_Any!]!) { _entities(representations: $r) { ${of} } }`,
        { r: representations },
        { purpose },
      )
    const dossiers = students.map((student) => ({ __typename: 'Dossier', id: world.ids[student] }))
    for (const subgraph of new Set(all.map((one) => one.subgraph))) {
      const groups = FIELD_GROUPS.filter(
        (group) => group !== 'INTAKE_PREPARATION' && FIELDS[group].subgraph === subgraph,
      )
      const fields = all.filter((one) => one.subgraph === subgraph).map(({ field, of }) => `${field} ${of}`)
      const answer = await ask(subgraph, `... on Dossier { id ${fields.join(' ')} }`, dossiers)
      for (const [at, student] of students.entries())
        for (const group of groups)
          found.set(`${student} ${group}`, outcomeIn(answer, `_entities.${at}`, answer.data?._entities[at], group))
    }
    const viewer = world.viewer(who)
    const mine = students.map((student) => {
      const known = world.applications[student] ?? {}
      return known[viewer.organisation?.brin ?? ''] ?? Object.values(known)[0]
    })
    const answer = await ask(
      'intake-preparation',
      `... on Application { id ${PREPARATION} }`,
      mine.map((id) => ({ __typename: 'Application', id })),
    )
    for (const [at, student] of students.entries()) {
      const entity = answer.data?._entities[at] as Record<string, unknown> | null
      const applications = entity && [entity]
      const here = {
        ...answer,
        errors: answer.errors.map((one) => ({
          ...one,
          path: one.path.replace(/^(_entities\.\d+)\./, '$1.applications.0.'),
        })),
      }
      found.set(
        `${student} INTAKE_PREPARATION`,
        outcomeIn(here, `_entities.${at}`, entity && { applications }, 'INTAKE_PREPARATION'),
      )
    }
    return (student, group) => found.get(`${student} ${group}`)!
  },
}

/** A file as JSON: the whole dossier as this reader may see it. */
const exported: Way = {
  name: 'the export',
  async look(world, { who, purpose }, students) {
    const answers = new Map<string, Answer>()
    for (const student of students) {
      const { status, text } = await get(world, who, `/export/dossier/${world.ids[student]}.json`, { purpose })
      const made = JSON.parse(text) as { dossier: Record<string, unknown> | undefined; closed?: string[] }
      const { dossier = null } = made
      // An institution is told of no reason; the others are told what is closed.
      const closed = made.closed ?? Object.keys(dossier ?? {}).filter((field) => dossier![field] === null)
      const applications = (dossier?.['applications'] ?? []) as { intakePreparation: unknown }[]
      const places = [
        ...closed,
        ...applications.flatMap(({ intakePreparation }, at) =>
          intakePreparation === null ? [`applications.${at}.intakePreparation`] : [],
        ),
      ]
      const errors = places.map((place) => ({
        code: 'NOT_AVAILABLE',
        path: `dossier.${place}`,
        field: undefined,
        message: '',
      }))
      answers.set(student, { status, data: { dossier }, errors, text })
    }
    return (student, group) => {
      const answer = answers.get(student)!
      if (answer.status !== 200 && answer.status !== 404) return `${answer.status} ${answer.text.slice(0, 200)}`
      return outcomeIn(answer, 'dossier', answer.data.dossier, group)
    }
  },
}

/** The file of what is shared with an institution. It holds no live preparation and no sharing, and needs a purpose. */
const sharedFile: Way = {
  name: 'the shared export',
  async look(world, reader, students) {
    const whole = await exported.look(world, reader, students)
    const { role } = world.viewer(reader.who)
    if ((role !== 'INTAKER' && role !== 'PARTNER') || !PURPOSES.some((each) => each === reader.purpose)) return whole
    const answers = new Map<string, Record<string, unknown> | null>()
    for (const student of students) {
      const path = `/export/shared/${world.ids[student]}.json?purpose=${reader.purpose}`
      const { dossier = null } = JSON.parse((await get(world, reader.who, path)).text) as {
        dossier?: Record<string, unknown>
      }
      answers.set(student, dossier)
    }
    return (student, group) => {
      if (group === 'INTAKE_PREPARATION' || group === 'SHARING') return whole(student, group)
      const dossier = answers.get(student) ?? null
      if (!dossier) return 'NOT_FOUND'
      return dossier[FIELDS[group].field] === null ? 'NOT_AVAILABLE' : 'sees'
    }
  },
}

export const ways: readonly Way[] = [query, alias, fragment, nested, list, entities, exported, sharedFile]

/** Goes one way for these rows and answers, for each that is otherwise than the table says, a line about it. */
export async function wrong(world: World, way: Way, rows: readonly Row[]): Promise<string[]> {
  const readers = Map.groupBy(rows, ({ who, purpose }) => `${who} ${purpose}`)
  const lines: string[] = []
  for (const some of readers.values()) {
    const { who, purpose } = some[0]!
    const look = await way.look(world, { who, purpose }, [...new Set(some.map(({ student }) => student))])
    for (const { student, group, expected } of some) {
      const found: string = look(student, group)
      if (found !== expected)
        lines.push(`${who} (${purpose ?? 'no purpose'}) of ${student}, ${group}: ${found} instead of ${expected}`)
    }
  }
  return lines
}
