/**
 * What of a group goes out to this reader, once the referee has opened the group to them. Pure: rows and a judgement in,
 * content out; null when nothing is left, which `forReader` turns into "not available" for an outsider.
 */
import type { GroupAnswer } from '@doorstroomhub/kit/context.ts'
import { isOutsider } from '@doorstroomhub/kit/reader.ts'
import {
  CAREER_COMPETENCIES,
  type CareerComment,
  type CareerPart,
  type CareerSummary,
  type CareerTalk,
  type Experience,
  type PlusItem,
  type Reflection,
} from './entities.ts'

/** Group CAREER_SUMMARY as the graph gives it. */
export type ShownSummary = Omit<CareerSummary, 'topExperiences' | 'updatedAt'> & {
  topExperiences: Experience[]
  comments: CareerComment[]
}

/** Group CAREER_FILE as the graph gives it. */
export interface ShownFile {
  reflections: Reflection[]
  experiences: Experience[]
  talks: CareerTalk[]
  comments: CareerComment[]
}

/** Group PLUS_DOCUMENT as the graph gives it. */
export interface ShownPlusDocument {
  items: PlusItem[]
  comments: CareerComment[]
}

const notLeftOut = <Item extends { id: string }>({ leftOut }: GroupAnswer, items: readonly Item[]): Item[] =>
  items.filter(({ id }) => !leftOut.includes(id))

/** Comments on one part. They are talk between student and school: outside there are none. */
const commentsOn = (part: CareerPart, answer: GroupAnswer, comments: readonly CareerComment[]): CareerComment[] =>
  isOutsider(answer) ? [] : comments.filter((comment) => comment.part === part)

/** A page on which nothing stands yet. */
const emptySummary = (dossierId: string): Omit<CareerSummary, 'updatedAt'> =>
  ({
    dossierId,
    aboutMe: null,
    strengths: [],
    drives: [],
    topExperiences: [],
    jobInterest: null,
    chosenProgrammes: [],
    questionForIntaker: null,
  }) as Omit<CareerSummary, 'updatedAt'>

/** One page. An experience that was left out, or is no longer in the file, is not on it. */
export function shownSummary(
  answer: GroupAnswer,
  dossierId: string,
  rows: { summary: CareerSummary | null; experiences: readonly Experience[]; comments: readonly CareerComment[] },
): ShownSummary | null {
  const summary = rows.summary ?? emptySummary(dossierId)
  const byId = new Map(notLeftOut(answer, rows.experiences).map((experience) => [experience.id, experience]))
  const topExperiences = summary.topExperiences.flatMap((id) => byId.get(id) ?? [])
  const comments = commentsOn('CAREER_SUMMARY', answer, rows.comments)
  const { aboutMe, strengths, drives, jobInterest, chosenProgrammes, questionForIntaker } = summary
  const lists = strengths.length + drives.length + topExperiences.length + chosenProgrammes.length + comments.length
  const filled = lists > 0 || [aboutMe, jobInterest, questionForIntaker].some((text) => text !== null && text !== '')
  return filled ? { ...summary, topExperiences, comments } : null
}

/** The whole file, reflections in the order of the five competencies. */
export function shownFile(
  answer: GroupAnswer,
  rows: {
    reflections: readonly Reflection[]
    experiences: readonly Experience[]
    talks: readonly CareerTalk[]
    comments: readonly CareerComment[]
  },
): ShownFile | null {
  const place = ({ competence }: Reflection) => CAREER_COMPETENCIES.indexOf(competence)
  const file = {
    reflections: notLeftOut(answer, rows.reflections).sort((a, b) => place(a) - place(b)),
    experiences: notLeftOut(answer, rows.experiences),
    talks: notLeftOut(answer, rows.talks),
    comments: commentsOn('CAREER_FILE', answer, rows.comments),
  }
  return Object.values(file).some((items) => items.length > 0) ? file : null
}

/** What the student did beside the lessons. */
export function shownPlusDocument(
  answer: GroupAnswer,
  rows: { items: readonly PlusItem[]; comments: readonly CareerComment[] },
): ShownPlusDocument | null {
  const shown = { items: notLeftOut(answer, rows.items), comments: commentsOn('PLUS_DOCUMENT', answer, rows.comments) }
  return shown.items.length + shown.comments.length > 0 ? shown : null
}
