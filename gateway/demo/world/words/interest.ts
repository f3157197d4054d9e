import type { ExperienceKind, PlusCategory } from '@doorstroomhub/career-portfolio/entities.ts'
import type { MboLevel } from '@doorstroomhub/consent/rules/words.ts'
import type { WorldProgramme } from '../types.ts'

/** What a generated student wants to do, with words that fit it, so that one dossier tells one story. */
export interface Interest {
  programmes: Record<MboLevel, readonly WorldProgramme[]>
  about: readonly string[]
  strengths: readonly string[]
  drives: readonly string[]
  jobs: readonly string[]
  experiences: readonly (readonly [kind: ExperienceKind, title: string, place: string, learned: string])[]
  plus: readonly (readonly [category: PlusCategory, title: string, description: string])[]
}
