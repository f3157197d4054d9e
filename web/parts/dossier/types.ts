import type { ReactNode } from 'react'
import type { FieldGroup } from '../../graphql/schema.ts'
import type { ReadDossierQuery } from './read-dossier.graphql.ts'

/** A dossier as `ReadDossier` answers it. */
export type Dossier = NonNullable<ReadDossierQuery['dossier']>

export type DossierApplication = NonNullable<Dossier['applications']>[number]

/** The groups that the read view shows, in its order. */
export const GROUPS = [
  'IDENTITY',
  'CONTACT',
  'PERSONAL_NUMBER',
  'CAREER_SUMMARY',
  'ACCOMMODATIONS',
  'CONDITION',
  'STUDY_ADVICE',
  'CAREER_FILE',
  'PLUS_DOCUMENT',
  'INTAKE_PREPARATION',
  'APPLICATION_STATUS',
] as const satisfies readonly FieldGroup[]

export type ShownGroup = (typeof GROUPS)[number]

/** Where each group stands in the answer: for `closed('dossier', FIELD[group])`. */
export const FIELD: Record<ShownGroup, keyof Dossier> = {
  IDENTITY: 'identity',
  CONTACT: 'contact',
  PERSONAL_NUMBER: 'personalNumber',
  CAREER_SUMMARY: 'careerSummary',
  ACCOMMODATIONS: 'accommodations',
  CONDITION: 'conditions',
  STUDY_ADVICE: 'studyAdvice',
  CAREER_FILE: 'careerFile',
  PLUS_DOCUMENT: 'plusDocument',
  INTAKE_PREPARATION: 'applications',
  APPLICATION_STATUS: 'applications',
}

/** What is said of a group without content. To the mbo both are the same words (domain §4, no oracle). */
export interface LookTexts {
  closed: string
  empty: string
}

/** What every group of the read view takes beside its value. */
export interface Look {
  closed: boolean
  looks: LookTexts
  level: 2 | 3
  /** Under the content, whatever is there: a form, a link. */
  after?: ReactNode
}

/** `J. van der Berg` */
export const officialName = ({
  initials,
  surnamePrefix,
  surname,
}: {
  initials: string
  surnamePrefix: string | null
  surname: string
}): string => [initials, surnamePrefix, surname].filter(Boolean).join(' ')
