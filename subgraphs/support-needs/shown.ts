/**
 * What of a group goes out to this reader, once the referee has opened the group to them. Pure: rows and a judgement in,
 * content out; null or an empty list when nothing is left, which `forReader` turns into "not available" for an outsider.
 */
import type { GroupAnswer } from '@doorstroomhub/kit/context.ts'
import { isOutsider } from '@doorstroomhub/kit/reader.ts'
import type { OpenCondition } from './condition.ts'
import type { DiscussPreference, StudyAdvice, SupportNeed, SupportProfile } from './entities.ts'

/** Group ACCOMMODATIONS as the graph gives it. */
export interface ShownAccommodations {
  needs: SupportNeed[]
  strengths: string[]
  currentSupport: string[]
  howToDiscuss: DiscussPreference | null
}

/** The region agreed on ticks alone: no written text leaves the school. Without a word on it the narrower form holds. */
const ticksOnly = (answer: GroupAnswer): boolean => isOutsider(answer) && answer.facts['detail'] !== 'TICK_AND_ADVICE'

const notLeftOut = <Item extends { id: string }>({ leftOut }: GroupAnswer, items: readonly Item[]): Item[] =>
  items.filter(({ id }) => !leftOut.includes(id))

/** Ticks are the needs: area, level, what helps. The rest is written text. */
export function shownAccommodations(
  answer: GroupAnswer,
  profile: SupportProfile | null,
  needs: readonly SupportNeed[],
): ShownAccommodations | null {
  const written = ticksOnly(answer) ? null : profile
  const shown = {
    needs: notLeftOut(answer, needs),
    strengths: written?.strengths ?? [],
    currentSupport: written?.currentSupport ?? [],
    howToDiscuss: written?.howToDiscuss ?? null,
  }
  const filled =
    shown.needs.length + shown.strengths.length + shown.currentSupport.length > 0 || shown.howToDiscuss !== null
  return filled ? shown : null
}

/** With ticks alone: the name and the statement, without explanation, and so without a view on it. */
export function shownConditions(answer: GroupAnswer, conditions: readonly OpenCondition[]): OpenCondition[] {
  const shown = notLeftOut(answer, conditions)
  return ticksOnly(answer) ? shown.map((condition) => ({ ...condition, explanation: null, ownView: null })) : shown
}

/** Outside the school only what the student accepted in exactly this version, and nothing where ticks were agreed: advice is text. */
export function shownStudyAdvice(answer: GroupAnswer, advice: readonly StudyAdvice[]): StudyAdvice[] {
  if (!isOutsider(answer)) return [...advice]
  if (ticksOnly(answer)) return []
  return notLeftOut(answer, advice).filter(({ version, acceptedVersion }) => acceptedVersion === version)
}
