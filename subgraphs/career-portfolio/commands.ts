import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import { dayIn } from '@doorstroomhub/kit/calendar.ts'
import { invalid, notFound } from '@doorstroomhub/kit/errors.ts'
import { among, dossierOf, nextPosition, type ItemKind } from '@doorstroomhub/kit/items.ts'
import { choices, fits, isUuid, line, lines, listOfLines, needed, period, whole } from '@doorstroomhub/kit/text.ts'
import { mayChange, mayChangeItem } from '@doorstroomhub/kit/writing.ts'
import {
  CareerComment,
  CareerSummary,
  CareerTalk,
  Experience,
  PlusItem,
  Reflection,
  type CareerCompetence,
  type CareerPart,
  type ExperienceKind,
  type PlusCategory,
  type Role,
} from './entities.ts'
import type { CareerContext } from './schema.ts'

/** How much one dossier holds, and how much stands on the one page of the summary. */
const MOST = { experiences: 50, talks: 50, plusItems: 50, comments: 200, words: 10, onThePage: 5 }

type DossierId = { id: string }

/** Writes the page anew. Who may: the student. */
export async function saveCareerSummary(
  em: EntityManager,
  context: CareerContext,
  input: {
    dossierId: string
    aboutMe?: string | null
    strengths?: readonly string[] | null
    drives?: readonly string[] | null
    topExperiences?: readonly string[] | null
    jobInterest?: string | null
    chosenProgrammes?: readonly string[] | null
    questionForIntaker?: string | null
  },
): Promise<DossierId> {
  const { dossierId } = input
  await mayChange(context, dossierId, 'CAREER_SUMMARY', 'write')
  const topExperiences = choices(input.topExperiences)
  fits('topExperiences', topExperiences.length, MOST.onThePage)
  const values = {
    aboutMe: lines('aboutMe', input.aboutMe, 1000),
    strengths: listOfLines('strengths', input.strengths, MOST.words, 100),
    drives: listOfLines('drives', input.drives, MOST.words, 100),
    topExperiences,
    jobInterest: lines('jobInterest', input.jobInterest, 500),
    chosenProgrammes: listOfLines('chosenProgrammes', input.chosenProgrammes, MOST.onThePage, 150),
    questionForIntaker: lines('questionForIntaker', input.questionForIntaker, 500),
    updatedAt: context.now(),
  }
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    const known = new Set((await transaction.find(Experience, { dossierId })).map(({ id }) => id))
    if (topExperiences.some((id) => !known.has(id)))
      throw invalid(
        'topExperiences',
        'This experience is not in your career file. Add it there first.',
        'Deze ervaring staat niet in je loopbaanmap. Zet hem daar eerst in.',
      )
    const summary = await transaction.findOne(CareerSummary, { dossierId })
    if (summary) transaction.assign(summary, values)
    else transaction.create(CareerSummary, { dossierId, ...values })
    tell('CONTENT', ['CAREER_SUMMARY'])
    return { id: dossierId }
  })
}

/** Writes what the student says about one competence; there is one text for each. Who may: the student. */
export async function saveReflection(
  em: EntityManager,
  context: CareerContext,
  input: { dossierId: string; competence: CareerCompetence; text: string; level?: number | null },
): Promise<DossierId> {
  const { dossierId, competence } = input
  await mayChange(context, dossierId, 'CAREER_FILE', 'write')
  const values = {
    text: needed('text', lines('text', input.text, 3000)),
    level: whole('level', input.level, 1, 4),
    updatedAt: context.now(),
  }
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    const reflection = await transaction.findOne(Reflection, { dossierId, competence })
    if (reflection) transaction.assign(reflection, values)
    else transaction.create(Reflection, { id: randomUUID(), dossierId, competence, ...values })
    tell('CONTENT', ['CAREER_FILE'])
    return { id: dossierId }
  })
}

/** Adds an experience, or changes the one with this id. Who may: the student. */
export async function saveExperience(
  em: EntityManager,
  context: CareerContext,
  input: {
    dossierId: string
    id?: string | null
    title: string
    kind: ExperienceKind
    from?: string | null
    to?: string | null
    place?: string | null
    learned?: string | null
    competencies?: readonly CareerCompetence[] | null
  },
): Promise<DossierId> {
  const { dossierId, kind } = input
  await mayChange(context, dossierId, 'CAREER_FILE', 'write')
  period('to', input.from, input.to)
  const values = {
    title: needed('title', line('title', input.title, 120)),
    kind,
    from: input.from ?? null,
    to: input.to ?? null,
    place: line('place', input.place, 120),
    learned: lines('learned', input.learned, 2000),
    competencies: choices(input.competencies),
    updatedAt: context.now(),
  }
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    const experiences = await transaction.find(Experience, { dossierId })
    if (input.id) transaction.assign(among(experiences, input.id), values)
    else {
      fits('title', experiences.length + 1, MOST.experiences)
      transaction.create(Experience, { id: randomUUID(), dossierId, position: nextPosition(experiences), ...values })
    }
    const summary = await transaction.findOne(CareerSummary, { dossierId })
    const isOnThePage = input.id != null && summary?.topExperiences.includes(input.id)
    tell('CONTENT', isOnThePage ? ['CAREER_FILE', 'CAREER_SUMMARY'] : ['CAREER_FILE'])
    return { id: dossierId }
  })
}

/** Adds a career talk, or changes the one with this id. Who may: the student. */
export async function saveCareerTalk(
  em: EntityManager,
  context: CareerContext,
  input: {
    dossierId: string
    id?: string | null
    date: string
    with: string
    summary: string
    nextStep?: string | null
  },
): Promise<DossierId> {
  const { dossierId, date } = input
  await mayChange(context, dossierId, 'CAREER_FILE', 'write')
  const values = {
    date,
    with: needed('with', line('with', input.with, 120)),
    summary: needed('summary', lines('summary', input.summary, 3000)),
    nextStep: lines('nextStep', input.nextStep, 500),
    updatedAt: context.now(),
  }
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    const talks = await transaction.find(CareerTalk, { dossierId })
    if (input.id) transaction.assign(among(talks, input.id), values)
    else {
      fits('summary', talks.length + 1, MOST.talks)
      transaction.create(CareerTalk, { id: randomUUID(), dossierId, ...values })
    }
    tell('CONTENT', ['CAREER_FILE'])
    return { id: dossierId }
  })
}

/** Adds an item to the plus document, or changes the one with this id. Who may: the student. */
export async function savePlusItem(
  em: EntityManager,
  context: CareerContext,
  input: {
    dossierId: string
    id?: string | null
    category: PlusCategory
    title: string
    description?: string | null
    year?: number | null
  },
): Promise<DossierId> {
  const { dossierId, category } = input
  await mayChange(context, dossierId, 'PLUS_DOCUMENT', 'write')
  const values = {
    category,
    title: needed('title', line('title', input.title, 120)),
    description: lines('description', input.description, 1000),
    year: whole('year', input.year, 1990, Number(dayIn(context.now()).slice(0, 4)) + 1),
    updatedAt: context.now(),
  }
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    const items = await transaction.find(PlusItem, { dossierId })
    if (input.id) transaction.assign(among(items, input.id), values)
    else {
      fits('title', items.length + 1, MOST.plusItems)
      transaction.create(PlusItem, { id: randomUUID(), dossierId, position: nextPosition(items), ...values })
    }
    tell('CONTENT', ['PLUS_DOCUMENT'])
    return { id: dossierId }
  })
}

/** Removes an item, what was said about it, and its place on the page. */
async function remove(
  em: EntityManager,
  context: CareerContext,
  item: ItemKind,
  part: CareerPart,
  id: string,
): Promise<DossierId> {
  const dossierId = await mayChangeItem(context, await dossierOf(em, item, id), part, 'write')
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    transaction.remove(among((await transaction.find(item, { dossierId })) as { id: string }[], id))
    for (const comment of await transaction.find(CareerComment, { dossierId, itemId: id })) transaction.remove(comment)
    const summary = await transaction.findOne(CareerSummary, { dossierId })
    const isOnThePage = summary?.topExperiences.includes(id) ?? false
    if (summary && isOnThePage) summary.topExperiences = summary.topExperiences.filter((one) => one !== id)
    tell('CONTENT', isOnThePage ? [part, 'CAREER_SUMMARY'] : [part])
    return { id: dossierId }
  })
}

type Remove = (em: EntityManager, context: CareerContext, input: { id: string }) => Promise<DossierId>
/** Who may: the student. */
export const removeReflection: Remove = (em, context, { id }) => remove(em, context, Reflection, 'CAREER_FILE', id)
/** Who may: the student. */
export const removeExperience: Remove = (em, context, { id }) => remove(em, context, Experience, 'CAREER_FILE', id)
/** Who may: the student. */
export const removeCareerTalk: Remove = (em, context, { id }) => remove(em, context, CareerTalk, 'CAREER_FILE', id)
/** Who may: the student. */
export const removePlusItem: Remove = (em, context, { id }) => remove(em, context, PlusItem, 'PLUS_DOCUMENT', id)

/** Of which parts an item may be commented on, by the table that it stands in. */
const ITEMS: Record<CareerPart, readonly ItemKind[]> = {
  CAREER_SUMMARY: [],
  CAREER_FILE: [Reflection, Experience, CareerTalk],
  PLUS_DOCUMENT: [PlusItem],
}

/** Says something about a part of the portfolio, or about one item of it. Who may: the mentor; the student answers. */
export async function addCareerComment(
  em: EntityManager,
  context: CareerContext,
  input: { dossierId: string; part: CareerPart; itemId?: string | null; text: string },
): Promise<DossierId> {
  const { dossierId, part } = input
  await mayChange(context, dossierId, part, 'comment', 'write')
  const text = needed('text', lines('text', input.text, 1000))
  const itemId = input.itemId ?? null
  return context.writing.change(em, context, dossierId, async (transaction) => {
    if (itemId !== null) {
      const owners: (string | null)[] = []
      for (const item of ITEMS[part]) owners.push(await dossierOf(transaction, item, itemId))
      if (!owners.includes(dossierId)) throw notFound()
    }
    const comments = await transaction.find(CareerComment, { dossierId })
    fits('text', comments.length + 1, MOST.comments)
    const { viewer } = context.asking
    transaction.create(CareerComment, {
      id: randomUUID(),
      dossierId,
      position: nextPosition(comments),
      part,
      itemId,
      text,
      authorSubject: viewer?.subject ?? '',
      authorName: viewer?.name ?? '',
      authorRole: viewer?.role as Role,
      authorOrganisation: viewer?.organisation?.brin ?? null,
      at: context.now(),
    })
    return { id: dossierId }
  })
}

/** Takes an own comment back. Who may: who wrote it. */
export async function removeCareerComment(
  em: EntityManager,
  context: CareerContext,
  { id }: { id: string },
): Promise<DossierId> {
  const known = isUuid(id) ? await em.findOne(CareerComment, { id }, { disableIdentityMap: true }) : null
  const dossierId = await mayChangeItem(
    context,
    known?.dossierId ?? null,
    known?.part ?? 'CAREER_FILE',
    'comment',
    'write',
  )
  if (known?.authorSubject !== context.asking.viewer?.subject)
    throw invalid('id', 'Only who wrote it takes it back.', 'Alleen wie het schreef haalt het weg.')
  return context.writing.change(em, context, dossierId, async (transaction) => {
    transaction.remove(among(await transaction.find(CareerComment, { dossierId }), id))
    return { id: dossierId }
  })
}
