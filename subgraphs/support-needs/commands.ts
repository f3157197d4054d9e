import { randomUUID } from 'node:crypto'
import { dayIn } from '@doorstroomhub/kit/calendar.ts'
import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import { conflict, invalid } from '@doorstroomhub/kit/errors.ts'
import { among, dossierOf, nextPosition } from '@doorstroomhub/kit/items.ts'
import { choices, fits, line, lines, listOfLines, needed, period } from '@doorstroomhub/kit/text.ts'
import { mayChange, mayChangeItem } from '@doorstroomhub/kit/writing.ts'
import { sealCondition, sealOwnView, type Statement } from './condition.ts'
import {
  Condition,
  StudyAdvice,
  SupportNeed,
  SupportProfile,
  type Accommodation,
  type DiscussPreference,
  type Role,
  type SupportArea,
  type SupportLevel,
} from './entities.ts'
import type { SupportContext } from './schema.ts'

/** How much one dossier holds. */
const MOST = { needs: 20, conditions: 20, advice: 10, words: 15 }

/** What is said once per dossier: strengths, present support, how to talk about it. Who may: student, mentor, care coordinator. */
export async function saveSupportProfile(
  em: EntityManager,
  context: SupportContext,
  input: {
    dossierId: string
    strengths?: readonly string[] | null
    currentSupport?: readonly string[] | null
    howToDiscuss?: DiscussPreference | null
  },
): Promise<{ id: string }> {
  const { dossierId } = input
  await mayChange(context, dossierId, 'ACCOMMODATIONS', 'write')
  const values = {
    strengths: listOfLines('strengths', input.strengths, MOST.words, 200),
    currentSupport: listOfLines('currentSupport', input.currentSupport, MOST.words, 200),
    howToDiscuss: input.howToDiscuss ?? null,
    updatedAt: context.now(),
  }
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    const profile = await transaction.findOne(SupportProfile, { dossierId })
    if (profile) transaction.assign(profile, values)
    else transaction.create(SupportProfile, { dossierId, ...values })
    tell('CONTENT', ['ACCOMMODATIONS'])
    return { id: dossierId }
  })
}

/** Adds a need, or changes the one with this id. Who may: student, mentor, care coordinator. */
export async function saveSupportNeed(
  em: EntityManager,
  context: SupportContext,
  input: {
    dossierId: string
    id?: string | null
    area: SupportArea
    level?: SupportLevel | null
    accommodations?: readonly Accommodation[] | null
  },
): Promise<{ id: string }> {
  const { dossierId, area } = input
  await mayChange(context, dossierId, 'ACCOMMODATIONS', 'write')
  const values = {
    area,
    level: input.level ?? null,
    accommodations: choices(input.accommodations),
    updatedAt: context.now(),
  }
  if (area === 'NONE' && (values.level !== null || values.accommodations.length > 0))
    throw invalid(
      'area',
      'Where nothing is needed, nothing has to help.',
      'Is er niets nodig, dan hoeft er ook niets te helpen.',
    )
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    const needs = await transaction.find(SupportNeed, { dossierId })
    const present = input.id ? among(needs, input.id) : null
    const others = needs.filter((need) => need !== present)
    if (others.length > 0 && (area === 'NONE' || others.some((need) => need.area === 'NONE')))
      throw invalid(
        'area',
        '"Nothing is needed" and a need do not go together. Remove one of them.',
        '"Niets nodig" en een hulpvraag gaan niet samen. Haal een van de twee weg.',
      )
    if (area !== 'OTHER' && others.some((need) => need.area === area))
      throw invalid(
        'area',
        'This area is in the dossier already. Change it there.',
        'Dit staat al in het dossier. Pas het daar aan.',
      )
    fits('area', others.length + 1, MOST.needs)
    if (present) transaction.assign(present, values)
    else transaction.create(SupportNeed, { id: randomUUID(), dossierId, position: nextPosition(needs), ...values })
    tell('CONTENT', ['ACCOMMODATIONS'])
    return { id: dossierId }
  })
}

/** Who may: student, mentor, care coordinator. */
export async function removeSupportNeed(
  em: EntityManager,
  context: SupportContext,
  { id }: { id: string },
): Promise<{ id: string }> {
  const dossierId = await mayChangeItem(context, await dossierOf(em, SupportNeed, id), 'ACCOMMODATIONS', 'write')
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    transaction.remove(among(await transaction.find(SupportNeed, { dossierId }), id))
    tell('CONTENT', ['ACCOMMODATIONS'])
    return { id: dossierId }
  })
}

function statementOf(input: Partial<Statement> | null | undefined, today: string): Statement | null {
  if (!input) return null
  const issuedOn = input.issuedOn ?? null
  if (issuedOn !== null && issuedOn > today)
    throw invalid('statement.issuedOn', 'This day is still to come.', 'Deze dag moet nog komen.')
  period('statement.expiresOn', issuedOn, input.expiresOn)
  return {
    title: needed('statement.title', line('statement.title', input.title, 120)),
    issuedBy: line('statement.issuedBy', input.issuedBy, 120),
    issuedOn,
    expiresOn: input.expiresOn ?? null,
  }
}

/** Adds a condition, or changes the one with this id; the student's view on it stays. Who may: student, involved care coordinator. */
export async function saveCondition(
  em: EntityManager,
  context: SupportContext,
  input: {
    dossierId: string
    id?: string | null
    name?: string | null
    explanation?: string | null
    statement?: Partial<Statement> | null
  },
): Promise<{ id: string }> {
  const { dossierId } = input
  await mayChange(context, dossierId, 'CONDITION', 'write')
  const content = {
    name: line('name', input.name, 120),
    explanation: lines('explanation', input.explanation, 2000),
    statement: statementOf(input.statement, dayIn(context.now())),
  }
  if (content.name === null && content.explanation === null && content.statement === null)
    throw invalid(
      'name',
      'Fill in a name, an explanation or a statement. One of them is enough.',
      'Vul een naam, een uitleg of een verklaring in. Een daarvan is genoeg.',
    )
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    const conditions = await transaction.find(Condition, { dossierId })
    const present = input.id ? among(conditions, input.id) : null
    const id = present?.id ?? randomUUID()
    const values = { sealed: sealCondition(context.sealer, id, content), updatedAt: context.now() }
    if (present) transaction.assign(present, values)
    else {
      fits('name', conditions.length + 1, MOST.conditions)
      transaction.create(Condition, { id, dossierId, position: nextPosition(conditions), ...values })
    }
    tell('CONTENT', ['CONDITION'])
    return { id: dossierId }
  })
}

/** Who may: student, involved care coordinator. */
export async function removeCondition(
  em: EntityManager,
  context: SupportContext,
  { id }: { id: string },
): Promise<{ id: string }> {
  const dossierId = await mayChangeItem(context, await dossierOf(em, Condition, id), 'CONDITION', 'write')
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    transaction.remove(among(await transaction.find(Condition, { dossierId }), id))
    tell('CONTENT', ['CONDITION'])
    return { id: dossierId }
  })
}

/** Advice that the student still has to accept (or have removed) before the dossier can be ready. */
const openAdvice = (advice: readonly StudyAdvice[]): number =>
  advice.filter(({ version, acceptedVersion }) => acceptedVersion !== version).length

/** Outside the school advice exists in exactly the version that the student accepted (domain §4). */
const shownOutside = ({ version, acceptedVersion }: StudyAdvice): readonly string[] =>
  acceptedVersion === version ? ['STUDY_ADVICE'] : []

/** Writes new advice, or a new version of the advice with this id, which is then not accepted yet. Who may: mentor, care coordinator. */
export async function writeStudyAdvice(
  em: EntityManager,
  context: SupportContext,
  input: { dossierId: string; id?: string | null; expectedVersion?: number | null; text: string },
): Promise<StudyAdvice> {
  const { dossierId } = input
  await mayChange(context, dossierId, 'STUDY_ADVICE', 'write')
  const text = needed('text', lines('text', input.text, 4000))
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    const all = await transaction.find(StudyAdvice, { dossierId })
    const present = input.id ? among(all, input.id) : null
    if (present && input.expectedVersion && present.version !== input.expectedVersion) throw conflict()
    // The same words again are no new version: what the student accepted is still what stands there.
    if (present?.text === text) return present
    const { viewer } = context.asking
    const values = {
      text,
      authorSubject: viewer?.subject ?? '',
      authorName: viewer?.name ?? '',
      authorRole: viewer?.role as Role,
      authorOrganisation: viewer?.organisation?.brin ?? null,
      version: (present?.version ?? 0) + 1,
      updatedAt: context.now(),
    }
    if (!present) fits('text', all.length + 1, MOST.advice)
    const written = present
      ? transaction.assign(present, values)
      : transaction.create(StudyAdvice, { id: randomUUID(), dossierId, position: nextPosition(all), ...values })
    // Outside the school a new version is not there yet, and what was accepted is gone: neither is told.
    tell('CONTENT', [])
    tell('FACTS', { openAdvice: openAdvice(present ? all : [...all, written]) })
    return written
  })
}

/** Who may: mentor, care coordinator. */
export async function removeStudyAdvice(
  em: EntityManager,
  context: SupportContext,
  { id }: { id: string },
): Promise<{ id: string }> {
  const dossierId = await mayChangeItem(context, await dossierOf(em, StudyAdvice, id), 'STUDY_ADVICE', 'write')
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    const all = await transaction.find(StudyAdvice, { dossierId })
    const removed = among(all, id)
    transaction.remove(removed)
    tell('CONTENT', shownOutside(removed))
    tell('FACTS', { openAdvice: openAdvice(all.filter((advice) => advice !== removed)) })
    return { id: dossierId }
  })
}

/** The student's yes to exactly this version; CONFLICT when another one stands there. Who may: the student. */
export async function acceptStudyAdvice(
  em: EntityManager,
  context: SupportContext,
  { id, version }: { id: string; version: number },
): Promise<StudyAdvice> {
  const dossierId = await mayChangeItem(context, await dossierOf(em, StudyAdvice, id), 'STUDY_ADVICE', 'accept')
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    const all = await transaction.find(StudyAdvice, { dossierId })
    const advice = among(all, id)
    if (advice.version !== version) throw conflict()
    if (advice.acceptedVersion === version) return advice
    advice.acceptedVersion = version
    tell('FACTS', { openAdvice: openAdvice(all) })
    return advice
  })
}

/** Takes the yes back: at once the advice is closed outside the school. Who may: the student. */
export async function contestStudyAdvice(
  em: EntityManager,
  context: SupportContext,
  { id }: { id: string },
): Promise<StudyAdvice> {
  const dossierId = await mayChangeItem(context, await dossierOf(em, StudyAdvice, id), 'STUDY_ADVICE', 'accept')
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    const all = await transaction.find(StudyAdvice, { dossierId })
    const advice = among(all, id)
    if (advice.acceptedVersion === null) return advice
    advice.acceptedVersion = null
    tell('CONTENT', [])
    tell('FACTS', { openAdvice: openAdvice(all) })
    return advice
  })
}

/** The student's own view beside a text about them: advice or a condition. Without text the view is removed. Who may: the student. */
export async function writeOwnView(
  em: EntityManager,
  context: SupportContext,
  input: { id: string; text?: string | null },
): Promise<{ id: string }> {
  const ofAdvice = await dossierOf(em, StudyAdvice, input.id)
  const dossierId =
    ofAdvice === null
      ? await mayChangeItem(context, await dossierOf(em, Condition, input.id), 'CONDITION', 'write')
      : await mayChangeItem(context, ofAdvice, 'STUDY_ADVICE', 'accept')
  // A care coordinator may write about a condition, and has no view on themselves to give.
  if ((await context.judgements.related(dossierId)).relation !== 'OWNER')
    throw invalid('id', 'Only the student gives an own view.', 'Alleen de leerling zelf schrijft wat die ervan vindt.')
  const text = lines('text', input.text, 2000)
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    if (ofAdvice) {
      const advice = among(await transaction.find(StudyAdvice, { dossierId }), input.id)
      advice.ownView = text
      tell('CONTENT', shownOutside(advice))
    } else {
      const condition = among(await transaction.find(Condition, { dossierId }), input.id)
      condition.sealedView = text === null ? null : sealOwnView(context.sealer, condition.id, text)
      condition.updatedAt = context.now()
      tell('CONTENT', ['CONDITION'])
    }
    return { id: dossierId }
  })
}
