/**
 * What of a group goes out to this reader, once the referee has opened the group to them. Pure: rows and a judgement in,
 * content out; null when nothing is left, which `forReader` turns into "not available" for an outsider.
 */
import type { GroupAnswer } from '@doorstroomhub/kit/context.ts'
import {
  CAREER_COMPETENCIES,
  type CareerSummary,
  type CareerTalk,
  type Experience,
  type PlusItem,
  type Reflection,
} from './entities.ts'

/** Group CAREER_SUMMARY as the graph gives it. */
export type ShownSummary = Omit<CareerSummary, 'topExperiences'> & { topExperiences: Experience[] }

/** Group CAREER_FILE as the graph gives it. */
export interface ShownFile {
  dossierId: string
  reflections: Reflection[]
  experiences: Experience[]
  talks: CareerTalk[]
}

/** Group PLUS_DOCUMENT as the graph gives it. */
export interface ShownPlusDocument {
  dossierId: string
  items: PlusItem[]
}

const notLeftOut = <Item extends { id: string }>({ leftOut }: GroupAnswer, items: readonly Item[]): Item[] =>
  items.filter(({ id }) => !leftOut.includes(id))

/** One page. An experience that was left out, or is no longer in the file, is not on it. */
export function shownSummary(
  answer: GroupAnswer,
  summary: CareerSummary | null,
  experiences: readonly Experience[],
): ShownSummary | null {
  if (summary === null) return null
  const byId = new Map(notLeftOut(answer, experiences).map((experience) => [experience.id, experience]))
  const topExperiences = summary.topExperiences.flatMap((id) => byId.get(id) ?? [])
  const { aboutMe, strengths, drives, jobInterest, chosenProgrammes, questionForIntaker } = summary
  const lists = strengths.length + drives.length + topExperiences.length + chosenProgrammes.length
  const filled = lists > 0 || [aboutMe, jobInterest, questionForIntaker].some((text) => text !== null && text !== '')
  return filled ? { ...summary, topExperiences } : null
}

/** The whole file, reflections in the order of the five competencies. */
export function shownFile(
  answer: GroupAnswer,
  dossierId: string,
  rows: { reflections: readonly Reflection[]; experiences: readonly Experience[]; talks: readonly CareerTalk[] },
): ShownFile | null {
  const place = ({ competence }: Reflection) => CAREER_COMPETENCIES.indexOf(competence)
  const file = {
    dossierId,
    reflections: notLeftOut(answer, rows.reflections).sort((a, b) => place(a) - place(b)),
    experiences: notLeftOut(answer, rows.experiences),
    talks: notLeftOut(answer, rows.talks),
  }
  return file.reflections.length + file.experiences.length + file.talks.length > 0 ? file : null
}

/** What the student did beside the lessons. */
export function shownPlusDocument(
  answer: GroupAnswer,
  dossierId: string,
  items: readonly PlusItem[],
): ShownPlusDocument | null {
  const shown = notLeftOut(answer, items)
  return shown.length > 0 ? { dossierId, items: shown } : null
}
