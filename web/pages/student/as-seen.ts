import type { FieldGroup, SectionKey } from '../../graphql/schema.ts'
import type { Dossier } from '../../parts/dossier/types.ts'

/** A group that an institution would read now, as `Dossier.openTo` tells it. */
export interface OpenGroup {
  group: FieldGroup
  detail: 'TICK' | 'TICK_AND_ADVICE'
  leftOut: readonly string[]
  sections: readonly SectionKey[]
}

/**
 * The owner's own dossier, cut to what an institution reads of it: what is closed or empty is null, as it is for them. The hub decides
 * which groups are open; a test holds this against the answer that the institution's people really get.
 */
export function asSeenBy(dossier: Dossier, institution: string, open: readonly OpenGroup[]): Dossier {
  const of = (group: FieldGroup): OpenGroup | undefined => open.find((each) => each.group === group)
  const opened = <Value>(group: FieldGroup, cut: (how: Cut) => Value): Value | null => {
    const found = of(group)
    return found ? cut(cutOf(found)) : null
  }
  const preparation = of('INTAKE_PREPARATION')
  const { accommodations, conditions, studyAdvice, careerSummary, careerFile, plusDocument, applications } = dossier
  return {
    ...dossier,
    identity: opened('IDENTITY', () => dossier.identity),
    contact: opened('CONTACT', () => dossier.contact),
    personalNumber: opened('PERSONAL_NUMBER', () => dossier.personalNumber),
    accommodations: opened('ACCOMMODATIONS', ({ kept, ticksOnly }) => {
      if (!accommodations) return null
      const written = ticksOnly ? { strengths: [], currentSupport: [], howToDiscuss: null } : {}
      const shown = { ...accommodations, ...written, needs: kept(accommodations.needs) }
      const lines = shown.needs.length + shown.strengths.length + shown.currentSupport.length
      return lines > 0 || shown.howToDiscuss !== null ? shown : null
    }),
    conditions: opened('CONDITION', ({ kept, ticksOnly }) =>
      someOf(kept(conditions ?? []).map((each) => (ticksOnly ? { ...each, explanation: null, ownView: null } : each))),
    ),
    studyAdvice: opened('STUDY_ADVICE', ({ kept, ticksOnly }) =>
      someOf(
        ticksOnly ? [] : kept(studyAdvice ?? []).filter(({ version, acceptedVersion }) => version === acceptedVersion),
      ),
    ),
    careerSummary: opened('CAREER_SUMMARY', ({ kept }) => {
      if (!careerSummary) return null
      const shown = { ...careerSummary, topExperiences: kept(careerSummary.topExperiences), comments: [] }
      const { strengths, drives, topExperiences, chosenProgrammes, aboutMe, jobInterest, questionForIntaker } = shown
      const lines = strengths.length + drives.length + topExperiences.length + chosenProgrammes.length
      return lines > 0 || [aboutMe, jobInterest, questionForIntaker].some(Boolean) ? shown : null
    }),
    careerFile: opened('CAREER_FILE', ({ kept }) => {
      if (!careerFile) return null
      const { reflections, experiences, talks } = careerFile
      const shown = { reflections: kept(reflections), experiences: kept(experiences), talks: kept(talks), comments: [] }
      return Object.values(shown).some((items) => items.length > 0) ? { ...careerFile, ...shown } : null
    }),
    plusDocument: opened('PLUS_DOCUMENT', ({ kept }) => {
      const items = kept(plusDocument?.items ?? [])
      return plusDocument && items.length > 0 ? { ...plusDocument, items, comments: [] } : null
    }),
    applications: opened('APPLICATION_STATUS', () =>
      (applications ?? [])
        .filter((application) => application.institution.brin === institution)
        .map((application) => ({
          ...application,
          intakePreparation:
            preparation && application.intakePreparation
              ? sectionsOf(application.intakePreparation, preparation.sections)
              : null,
        })),
    ),
  }
}

interface Cut {
  kept: <Item extends { id: string }>(items: readonly Item[]) => Item[]
  /** The region agreed on ticks alone: no written text. */
  ticksOnly: boolean
}

const cutOf = ({ leftOut, detail }: OpenGroup): Cut => ({
  kept: (items) => items.filter(({ id }) => !leftOut.includes(id)),
  ticksOnly: detail === 'TICK',
})

const someOf = <Item>(items: readonly Item[]): Item[] | null => (items.length > 0 ? [...items] : null)

type Preparation = NonNullable<NonNullable<Dossier['applications']>[number]['intakePreparation']>

const sectionsOf = (preparation: Preparation, open: readonly SectionKey[]): Preparation => ({
  ...preparation,
  sections: preparation.sections.map((section) =>
    open.includes(section.key) ? section : { ...section, access: 'NONE', text: null, updatedAt: null },
  ),
})
