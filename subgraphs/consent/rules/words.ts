/** The field's own words: every enumeration that the rules and the graph share. */

export const ROLES = [
  'STUDENT',
  'GUARDIAN',
  'MENTOR',
  'CARE_COORDINATOR',
  'INTAKER',
  'REGION_ANALYST',
  'MUNICIPALITY',
  'PARTNER',
  'ADMINISTRATOR',
] as const
export const FIELD_GROUPS = [
  'IDENTITY',
  'PERSONAL_NUMBER',
  'CONTACT',
  'ACCOMMODATIONS',
  'CONDITION',
  'STUDY_ADVICE',
  'CAREER_SUMMARY',
  'CAREER_FILE',
  'PLUS_DOCUMENT',
  'INTAKE_PREPARATION',
  'APPLICATION_STATUS',
  'SHARING',
] as const
export const PURPOSES = ['INTAKE_TALK', 'SUPPORT_ARRANGEMENT', 'STUDY_START', 'ENROLMENT_ADMIN'] as const
export const LEGAL_BASES = [
  'OWN_DATA',
  'GUARDIAN',
  'SCHOOL_TASK',
  'CONSENT',
  'ENROLMENT',
  'SPECIAL_GUIDANCE',
  'LEGAL_DUTY',
] as const
export const DOSSIER_STATUSES = [
  'DRAFT',
  'IN_CONSULTATION',
  'READY',
  'APPROVED',
  'SHARED',
  'IN_INTAKE',
  'ENROLLED',
  'CLOSED',
  'ERASED',
] as const
export const CONSENT_STATES = [
  'PENDING_APPROVAL',
  'GRANTED',
  'REVOKED',
  'EXPIRED',
  'ENDED',
  'REFUSED',
  'LAPSED',
] as const
export const APPLICATION_STATUSES = ['APPLIED', 'CONTRACT_OFFERED', 'NOT_ENROLLED', 'WITHDRAWN', 'ENROLLED'] as const
/** Why sharing is paused, where the owner did not do it. */
export const PAUSE_REASONS = ['RESTORED'] as const
export const SECTION_KEYS = ['SUMMARY', 'QUESTIONS', 'SUPPORT', 'AGREEMENTS'] as const
export const SECTION_ACCESS = ['NONE', 'READ', 'WRITE'] as const
export const MINOR_POLICIES = ['BOTH_UNTIL_18', 'STUDENT_FROM_16'] as const
export const POST_ENROLMENTS = ['CONSENT', 'RIGHT_OF_ACCESS'] as const
export const DETAILS = ['TICK', 'TICK_AND_ADVICE'] as const
export const SCHOOL_LEVELS = ['PRO', 'VMBO_BB', 'VMBO_KB', 'VMBO_GL', 'VMBO_TL', 'VSO', 'HAVO', 'VAVO'] as const
export const MBO_LEVELS = ['ENTREE', 'LEVEL_2', 'LEVEL_3', 'LEVEL_4'] as const
export const ROUTES = ['BOL', 'BBL'] as const
export const ORGANISATION_KINDS = ['VO', 'MBO', 'MUNICIPALITY', 'REGION'] as const

export type Role = (typeof ROLES)[number]
export type FieldGroup = (typeof FIELD_GROUPS)[number]
export type Purpose = (typeof PURPOSES)[number]
export type LegalBasis = (typeof LEGAL_BASES)[number]
export type DossierStatus = (typeof DOSSIER_STATUSES)[number]
export type ConsentState = (typeof CONSENT_STATES)[number]
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number]
export type PauseReason = (typeof PAUSE_REASONS)[number]
export type SectionKey = (typeof SECTION_KEYS)[number]
export type SectionAccess = (typeof SECTION_ACCESS)[number]
export type MinorPolicy = (typeof MINOR_POLICIES)[number]
export type PostEnrolment = (typeof POST_ENROLMENTS)[number]
export type Detail = (typeof DETAILS)[number]
export type SchoolLevel = (typeof SCHOOL_LEVELS)[number]
export type MboLevel = (typeof MBO_LEVELS)[number]
export type Route = (typeof ROUTES)[number]
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

export const isFieldGroup = (word: string): word is FieldGroup => (FIELD_GROUPS as readonly string[]).includes(word)
export const isPurpose = (word: string | null | undefined): word is Purpose =>
  word != null && (PURPOSES as readonly string[]).includes(word)
/** The grounds on which the mbo reads for a purpose; on the others nobody is asked for one. */
const BASES_WITH_PURPOSE: readonly LegalBasis[] = ['CONSENT', 'ENROLMENT', 'SPECIAL_GUIDANCE']
/** What was read for, as the read log says it: a browser names a purpose with every question, also where it counts for nothing. */
export const purposeOn = (basis: LegalBasis, purpose: string | null | undefined): Purpose | null =>
  BASES_WITH_PURPOSE.includes(basis) && isPurpose(purpose) ? purpose : null
