import type { ApplicationStatus, DossierStatus, FieldGroup, Purpose, SchoolLevel } from '../graphql/schema.ts'

/** The graph's words in the order in which people read them; what they are called is in `words.ts`. */
export const LEVELS = [
  'PRO',
  'VMBO_BB',
  'VMBO_KB',
  'VMBO_GL',
  'VMBO_TL',
  'VSO',
  'HAVO',
  'VAVO',
] as const satisfies readonly SchoolLevel[]

/** From the first to the last; one that was erased is on no list. */
export const DOSSIER_STATUSES = [
  'DRAFT',
  'IN_CONSULTATION',
  'READY',
  'APPROVED',
  'SHARED',
  'IN_INTAKE',
  'ENROLLED',
  'CLOSED',
] as const satisfies readonly DossierStatus[]

export const APPLICATION_STATUSES = [
  'APPLIED',
  'CONTRACT_OFFERED',
  'ENROLLED',
  'NOT_ENROLLED',
  'WITHDRAWN',
] as const satisfies readonly ApplicationStatus[]

export const PURPOSES = [
  'INTAKE_TALK',
  'SUPPORT_ARRANGEMENT',
  'STUDY_START',
  'ENROLMENT_ADMIN',
] as const satisfies readonly Purpose[]

/** The groups that a region may agree on, and so a student may share. */
export const SHAREABLE_GROUPS = [
  'IDENTITY',
  'CONTACT',
  'ACCOMMODATIONS',
  'CONDITION',
  'STUDY_ADVICE',
  'CAREER_SUMMARY',
  'CAREER_FILE',
  'PLUS_DOCUMENT',
  'INTAKE_PREPARATION',
] as const satisfies readonly FieldGroup[]
