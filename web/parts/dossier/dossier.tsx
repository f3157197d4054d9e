import type { ReactNode } from 'react'
import { common } from '../../texts/common.ts'
import { useTexts } from '../texts.tsx'
import { ApplicationsGroup, PreparationGroup } from './applications.tsx'
import { CareerFileGroup, CareerSummaryGroup, PlusDocumentGroup } from './career.tsx'
import { ContactGroup, IdentityGroup, PersonalNumberGroup } from './personal.tsx'
import { AccommodationsGroup, ConditionGroup, StudyAdviceGroup } from './support.tsx'
import {
  FIELD,
  GROUPS,
  type Dossier,
  type DossierApplication,
  type Look,
  type LookTexts,
  type ShownGroup,
} from './types.ts'

/** What is said of what is not there, to the school and to guardians: "not shared" and "empty" are two things. */
export function useOwnSideLooks(): LookTexts {
  const t = useTexts(common)
  return { closed: t.notShared, empty: t.empty }
}

/** And to the mbo: one sentence, whatever the reason (domain §4, no oracle). */
export function useMboLooks(): LookTexts {
  const t = useTexts(common)
  const one = t.failure['NOT_AVAILABLE'] ?? ''
  return { closed: one, empty: one }
}

/**
 * A dossier for anyone who reads it: the groups in one order, each in its look. The looks are the reader's (`useOwnSideLooks`,
 * `useMboLooks`); what may be done stands in `after` (under a group), `adviceActions` and `applicationActions` (under one of them).
 */
export function DossierGroups({
  dossier,
  closed,
  looks,
  groups = GROUPS,
  level = 2,
  sectionClosed = looks.closed,
  after,
  adviceActions,
  applicationActions,
  preparationActions,
}: {
  dossier: Dossier
  /** `closed` of `useAsk`. */
  closed: (...path: (string | number)[]) => boolean
  looks: LookTexts
  /** A choice of them; the order stays. */
  groups?: readonly ShownGroup[]
  level?: 2 | 3
  /** What is said of a section of the live document that is closed to the reader. */
  sectionClosed?: string
  after?: Partial<Record<ShownGroup, ReactNode>>
  adviceActions?: (advice: NonNullable<Dossier['studyAdvice']>[number]) => ReactNode
  applicationActions?: (application: DossierApplication) => ReactNode
  preparationActions?: (application: DossierApplication) => ReactNode
}) {
  const look = (group: ShownGroup): Look => ({
    closed: closed('dossier', FIELD[group]),
    looks,
    level,
    after: after?.[group],
  })
  const show: Record<ShownGroup, () => ReactNode> = {
    IDENTITY: () => <IdentityGroup key="IDENTITY" value={dossier.identity} {...look('IDENTITY')} />,
    CONTACT: () => <ContactGroup key="CONTACT" value={dossier.contact} {...look('CONTACT')} />,
    PERSONAL_NUMBER: () => (
      <PersonalNumberGroup
        key="PERSONAL_NUMBER"
        dossierId={dossier.id}
        value={dossier.personalNumber}
        {...look('PERSONAL_NUMBER')}
      />
    ),
    CAREER_SUMMARY: () => (
      <CareerSummaryGroup key="CAREER_SUMMARY" value={dossier.careerSummary} {...look('CAREER_SUMMARY')} />
    ),
    ACCOMMODATIONS: () => (
      <AccommodationsGroup key="ACCOMMODATIONS" value={dossier.accommodations} {...look('ACCOMMODATIONS')} />
    ),
    CONDITION: () => <ConditionGroup key="CONDITION" value={dossier.conditions} {...look('CONDITION')} />,
    STUDY_ADVICE: () => (
      <StudyAdviceGroup
        key="STUDY_ADVICE"
        value={dossier.studyAdvice}
        actions={adviceActions}
        {...look('STUDY_ADVICE')}
      />
    ),
    CAREER_FILE: () => <CareerFileGroup key="CAREER_FILE" value={dossier.careerFile} {...look('CAREER_FILE')} />,
    PLUS_DOCUMENT: () => (
      <PlusDocumentGroup key="PLUS_DOCUMENT" value={dossier.plusDocument} {...look('PLUS_DOCUMENT')} />
    ),
    INTAKE_PREPARATION: () => (
      <PreparationGroup
        key="INTAKE_PREPARATION"
        value={dossier.applications}
        sectionClosed={sectionClosed}
        actions={preparationActions}
        {...look('INTAKE_PREPARATION')}
      />
    ),
    APPLICATION_STATUS: () => (
      <ApplicationsGroup
        key="APPLICATION_STATUS"
        value={dossier.applications}
        actions={applicationActions}
        {...look('APPLICATION_STATUS')}
      />
    ),
  }
  return <>{GROUPS.filter((group) => groups.includes(group)).map((group) => show[group]())}</>
}
