import { HubError } from '@doorstroomhub/kit/errors.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import { GraphQLError, parse, type DocumentNode } from 'graphql'
import type { ExecuteSubgraph } from '../engine/run.ts'

/** What consent hands out of a file: see subgraphs/consent/import. */
interface TakenRow {
  line: number
  step: 'ENTER' | 'CHANGE' | 'MORE' | 'ADD'
  dossierId: string
  content: PupilContent & ExperienceContent
}

interface PupilContent {
  schoolLevel: string | null
  identity: Record<string, unknown>
  personalNumber: string | null
  contact: object | null
  more: {
    needs: { area: string; accommodations: string[] }[]
    advice: string | null
    applications: object[]
  } | null
}

interface ExperienceContent {
  title: string
  kind: string
  from: string | null
  to: string | null
  place: string | null
  learned: string | null
}

interface Said {
  nl: string
  en: string
}

interface Settled {
  line: number
  outcome: 'ENTERED' | 'CHANGED' | 'ADDED' | 'UNCHANGED' | 'FINISHED' | 'FAILED'
  said: Said | null
}

/** How far an import is. */
export interface ImportProgress {
  rows: number
  done: number
  finished: boolean
}

/** One call works so long and no longer: the caller sees how far it is, and a person can stop by not coming back. */
const WORK_MS = 1_500

const TAKE = parse('mutation ($id: ID!) { takeImportRows(id: $id) }')
const SETTLE = parse('mutation ($id: ID!, $settled: String!) { settleImportRows(id: $id, settled: $settled) }')
const ENTER = parse('mutation ($pupils: String!) { enterPupils(pupils: $pupils) }')
const PROGRESS = parse('query ($id: ID!) { import(id: $id) { rows done state } }')
const CORRECT = parse('mutation ($input: CorrectIdentityInput!) { correctIdentity(input: $input) { id } }')
const NUMBER = parse('mutation ($input: EnterPersonalNumberInput!) { enterPersonalNumber(input: $input) { id } }')
const SUPPORT = parse(`query ($r: [_Any!]!) { _entities(representations: $r) { ... on Dossier {
  accommodations { needs { area } } studyAdvice { text } } } }`)
const NEED = parse('mutation ($input: SaveSupportNeedInput!) { saveSupportNeed(input: $input) { id } }')
const ADVICE = parse('mutation ($input: WriteStudyAdviceInput!) { writeStudyAdvice(input: $input) { id } }')
const APPLICATION = parse('mutation ($input: RegisterApplicationInput!) { registerApplication(input: $input) { id } }')
const EXPERIENCES = parse(`query ($r: [_Any!]!) { _entities(representations: $r) { ... on Dossier {
  careerFile { experiences { title kind from } } } } }`)
const EXPERIENCE = parse('mutation ($input: SaveExperienceInput!) { saveExperience(input: $input) { id } }')

/**
 * Writes the next rows of an import. The gateway keeps nothing and has no rights of its own: every step is a mutation by the
 * person who asks, with the proof of this very request, judged by the subgraph that it is for. Every step may be taken again, so that
 * whatever ends between two of them, the next call goes on where it was.
 */
export async function continueImport(
  execute: ExecuteSubgraph,
  asking: Asking,
  id: string,
  clock: () => number = () => performance.now(),
): Promise<ImportProgress> {
  const ask = asker(execute, asking)
  const until = clock() + WORK_MS
  for (;;) {
    const { rows } = JSON.parse((await ask('consent', TAKE, { id }))['takeImportRows'] as string) as {
      rows: TakenRow[]
    }
    if (rows.length > 0) {
      const settled = await write(ask, rows, () => clock() >= until)
      await ask('consent', SETTLE, { id, settled: JSON.stringify(settled) })
    }
    const progress = (await ask('consent', PROGRESS, { id }))['import'] as { rows: number; done: number; state: string }
    const finished = progress.state === 'DONE'
    if (finished || clock() >= until) return { rows: progress.rows, done: progress.done, finished }
  }
}

type Ask = (
  subgraph: string,
  document: DocumentNode,
  variables: Record<string, unknown>,
) => Promise<Record<string, unknown>>

/** Every question with an asking of its own, so that nothing is judged by what an earlier step knew. */
function asker(execute: ExecuteSubgraph, asking: Asking): Ask {
  return async (subgraph, document, variables) => {
    const call = { document, variables, operationName: undefined, asking: { ...asking }, signal: undefined }
    const answer = await execute(subgraph, call)
    if (Symbol.asyncIterator in answer) throw new Error('A stream was not asked for.')
    const [error] = answer.errors ?? []
    // From elsewhere it comes as plain JSON.
    if (error) throw error.originalError ?? new GraphQLError(error.message, { extensions: error.extensions })
    return answer.data as Record<string, unknown>
  }
}

/** A batch of new pupils goes in one transaction; what changes, one by one. Stops early when the time is up, with what is done. */
async function write(ask: Ask, rows: readonly TakenRow[], isTimeUp: () => boolean): Promise<Settled[]> {
  const settled: Settled[] = []
  const fresh = rows.filter(({ step }) => step === 'ENTER')
  if (fresh.length > 0) settled.push(...(await enter(ask, fresh)))
  const experiences = rows.some(({ step }) => step === 'ADD') ? await experiencesOf(ask, rows[0]!.dossierId) : null
  for (const row of rows) {
    if (row.step === 'ENTER') continue
    if (settled.length > 0 && isTimeUp()) break
    settled.push(await outcomeOf(row, () => one(ask, row, experiences)))
  }
  return settled
}

async function enter(ask: Ask, rows: readonly TakenRow[]): Promise<Settled[]> {
  const pupils = rows.map(({ line, dossierId, content }) => ({
    line,
    dossierId,
    identity: identityOf(content),
    personalNumber: content.personalNumber,
    contact: content.contact,
  }))
  const answer = await ask('person', ENTER, { pupils: JSON.stringify(pupils) })
  const faults = new Map(
    (JSON.parse(answer['enterPupils'] as string) as (Said & { line: number })[]).map(({ line, nl, en }) => [
      line,
      { nl, en },
    ]),
  )
  return rows.map(({ line }) => {
    const said = faults.get(line)
    return said ? { line, outcome: 'FAILED', said } : { line, outcome: 'ENTERED', said: null }
  })
}

const identityOf = ({ identity, schoolLevel }: PupilContent) => ({
  ...identity,
  ...(schoolLevel === null ? {} : { leavingLevel: schoolLevel }),
})

/** What somebody may not, or cannot, is said with the row; what breaks, breaks off. */
async function outcomeOf({ line, step }: TakenRow, work: () => Promise<Settled['outcome']>): Promise<Settled> {
  try {
    return { line, outcome: await work(), said: null }
  } catch (error) {
    const code = (error as { extensions?: { code?: unknown } }).extensions?.code
    if (code !== 'NOT_FOUND' && code !== 'NOT_AVAILABLE' && code !== 'INVALID' && code !== 'CONFLICT') throw error
    if (step === 'MORE') return { line, outcome: 'FAILED', said: withoutTheRest(sentenceOf(error as Error)) }
    const isClosed = code === 'NOT_FOUND' || code === 'NOT_AVAILABLE'
    return { line, outcome: 'FAILED', said: isClosed ? ONLY_THE_MENTOR : sentenceOf(error as Error) }
  }
}

const withoutTheRest = ({ nl, en }: Said): Said => ({
  nl: `De leerling is ingelezen, maar niet alles uit het bestand. ${nl}`,
  en: `The pupil was read in, but not all that the file holds. ${en}`,
})

const ONLY_THE_MENTOR: Said = {
  nl: 'Deze leerling is al bekend. Alleen de eigen mentor kan iets veranderen; wij lieten het zoals het was.',
  en: 'This pupil is known already. Only their own mentor can change anything; we left it as it was.',
}

/** From a subgraph elsewhere the sentence comes in the language of who asks. */
const sentenceOf = (error: Error): Said =>
  error instanceof HubError ? error.sentence : { nl: error.message, en: error.message }

async function one(
  ask: Ask,
  { step, dossierId, content }: TakenRow,
  experiences: Set<string> | null,
): Promise<Settled['outcome']> {
  if (step === 'ADD') return addExperience(ask, dossierId, content, experiences!)
  if (step === 'CHANGE') {
    await ask('person', CORRECT, { input: { dossierId, ...identityOf(content) } })
    if (content.personalNumber !== null)
      await ask('person', NUMBER, { input: { dossierId, number: content.personalNumber } })
  }
  if (content.more) await addMore(ask, dossierId, content.more)
  return step === 'CHANGE' ? 'CHANGED' : 'FINISHED'
}

/** The VO-MBO block. What is in the dossier already stays as it is there. */
async function addMore(ask: Ask, dossierId: string, more: NonNullable<PupilContent['more']>): Promise<void> {
  const { accommodations, studyAdvice } = await dossierIn(ask, 'support-needs', SUPPORT, dossierId)
  const needs = ((accommodations as { needs: { area: string }[] } | null)?.needs ?? []).map(({ area }) => area)
  // "Nothing is needed" and a need do not go together: who wrote first is right.
  const added = more.needs.filter(
    ({ area }) => !needs.includes(area) && !needs.includes('NONE') && (area !== 'NONE' || needs.length === 0),
  )
  for (const need of added) await ask('support-needs', NEED, { input: { dossierId, ...need } })
  const texts = ((studyAdvice as { text: string }[] | null) ?? []).map(({ text }) => text)
  if (more.advice !== null && !texts.includes(more.advice))
    await ask('support-needs', ADVICE, { input: { dossierId, text: more.advice } })
  for (const application of more.applications)
    await ask('consent', APPLICATION, { input: { dossierId, ...application } })
}

async function dossierIn(ask: Ask, subgraph: string, document: DocumentNode, id: string) {
  const answer = await ask(subgraph, document, { r: [{ __typename: 'Dossier', id }] })
  return ((answer['_entities'] as (Record<string, unknown> | null)[])[0] ?? {}) as Record<string, unknown>
}

const keyOf = ({ title, kind, from }: Pick<ExperienceContent, 'title' | 'kind' | 'from'>): string =>
  JSON.stringify([title, kind, from])

async function experiencesOf(ask: Ask, dossierId: string): Promise<Set<string>> {
  const { careerFile } = await dossierIn(ask, 'career-portfolio', EXPERIENCES, dossierId)
  return new Set(((careerFile as { experiences: ExperienceContent[] } | null)?.experiences ?? []).map(keyOf))
}

async function addExperience(
  ask: Ask,
  dossierId: string,
  experience: ExperienceContent,
  known: Set<string>,
): Promise<Settled['outcome']> {
  if (known.has(keyOf(experience))) return 'UNCHANGED'
  const { title, kind, from, to, place, learned } = experience
  await ask('career-portfolio', EXPERIENCE, { input: { dossierId, title, kind, from, to, place, learned } })
  known.add(keyOf(experience))
  return 'ADDED'
}
