/** The enumerations of the graph, in its order, as far as the demo world fills them. */

// ---- enumerations that the contract fixes
export const roles = [
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
export const fieldGroups = [
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
export const purposes = ['INTAKE_TALK', 'SUPPORT_ARRANGEMENT', 'STUDY_START', 'ENROLMENT_ADMIN'] as const
export const dossierStatuses = [
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
export const consentStates = ['PENDING_APPROVAL', 'GRANTED', 'REVOKED', 'EXPIRED', 'ENDED', 'REFUSED', 'LAPSED'] as const
export const applicationStatuses = ['APPLIED', 'CONTRACT_OFFERED', 'NOT_ENROLLED', 'WITHDRAWN', 'ENROLLED'] as const
export const schoolLevels = ['PRO', 'VMBO_BB', 'VMBO_KB', 'VMBO_GL', 'VMBO_TL', 'VSO', 'HAVO', 'VAVO'] as const
export const mboLevels = ['ENTREE', 'LEVEL_2', 'LEVEL_3', 'LEVEL_4'] as const
export const routes = ['BOL', 'BBL'] as const
export const competencies = ['QUALITIES', 'MOTIVES', 'WORK_EXPLORATION', 'CAREER_DIRECTION', 'NETWORKING'] as const
export const details = ['TICK', 'TICK_AND_ADVICE'] as const
export const minorPolicies = ['BOTH_UNTIL_18', 'STUDENT_FROM_16'] as const
export const postEnrolments = ['CONSENT', 'RIGHT_OF_ACCESS'] as const
export const sectionKeys = ['SUMMARY', 'QUESTIONS', 'SUPPORT', 'AGREEMENTS'] as const

// ---- enumerations that the contract leaves open
export const genders = ['UNKNOWN', 'FEMALE', 'MALE'] as const
export const personalNumberKinds = ['BSN', 'ONDERWIJSNUMMER'] as const
export const supportAreas = [
  'READING_SPELLING',
  'NUMERACY',
  'CONCENTRATION',
  'PLANNING',
  'FEAR_OF_FAILURE',
  'SOCIAL',
  'BEHAVIOUR',
  'VISION',
  'HEARING',
  'MOBILITY',
  'ENERGY_ILLNESS',
  'DUTCH_AS_SECOND_LANGUAGE',
  'HOME_SITUATION',
  'OTHER',
  'NONE',
] as const
export const accommodations = [
  'EXTRA_TIME',
  'READ_ALOUD_SOFTWARE',
  'LAPTOP',
  'QUIET_ROOM',
  'FIXED_COACH',
  'PLANNING_HELP',
  'SMALL_GROUP',
  'LARGER_PRINT',
  'HEARING_EQUIPMENT',
  'BREAKS',
  'WHEELCHAIR_ACCESS',
  'ADAPTED_TIMETABLE',
  'TALK_BEFORE_TEST',
  'OTHER',
] as const
export const supportLevels = ['LIGHT', 'MEDIUM', 'INTENSIVE'] as const
export const discussPreferences = ['MYSELF', 'TOGETHER_WITH_MENTOR', 'MENTOR_FOR_ME', 'PREFER_NOT'] as const
export const experienceKinds = ['INTERNSHIP', 'JOB', 'VOLUNTEERING', 'PROJECT', 'OPEN_DAY', 'TRIAL_DAY', 'COURSE'] as const
export const plusCategories = [
  'SPORT',
  'ART_AND_MUSIC',
  'VOLUNTEERING',
  'SCHOOL',
  'TECHNOLOGY',
  'NATURE',
  'CARE',
  'LANGUAGE',
] as const

export type Role = (typeof roles)[number]
export type FieldGroup = (typeof fieldGroups)[number]
export type Purpose = (typeof purposes)[number]
export type DossierStatus = (typeof dossierStatuses)[number]
export type ConsentState = (typeof consentStates)[number]
export type ApplicationStatus = (typeof applicationStatuses)[number]
export type SchoolLevel = (typeof schoolLevels)[number]
export type MboLevel = (typeof mboLevels)[number]
export type Route = (typeof routes)[number]
export type Competence = (typeof competencies)[number]
export type Detail = (typeof details)[number]
export type MinorPolicy = (typeof minorPolicies)[number]
export type PostEnrolment = (typeof postEnrolments)[number]
export type SectionKey = (typeof sectionKeys)[number]
export type Gender = (typeof genders)[number]
export type PersonalNumberKind = (typeof personalNumberKinds)[number]
export type SupportArea = (typeof supportAreas)[number]
export type Accommodation = (typeof accommodations)[number]
export type SupportLevel = (typeof supportLevels)[number]
export type DiscussPreference = (typeof discussPreferences)[number]
export type ExperienceKind = (typeof experienceKinds)[number]
export type PlusCategory = (typeof plusCategories)[number]
