import { defineEntity, type InferEntity, p } from '@mikro-orm/core'

/** Where a student may need support (domain §10). NONE says in so many words that nothing is needed. */
export const SUPPORT_AREAS = [
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
export const SUPPORT_LEVELS = ['LIGHT', 'MEDIUM', 'INTENSIVE'] as const
export const ACCOMMODATIONS = [
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
export const DISCUSS_PREFERENCES = ['MYSELF', 'TOGETHER_WITH_MENTOR', 'MENTOR_FOR_ME', 'PREFER_NOT'] as const
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

export type SupportArea = (typeof SUPPORT_AREAS)[number]
export type SupportLevel = (typeof SUPPORT_LEVELS)[number]
export type Accommodation = (typeof ACCOMMODATIONS)[number]
export type DiscussPreference = (typeof DISCUSS_PREFERENCES)[number]
export type Role = (typeof ROLES)[number]

/** Group ACCOMMODATIONS, what is said once per dossier. */
export const SupportProfile = defineEntity({
  name: 'SupportProfile',
  tableName: 'support_profile',
  properties: {
    dossierId: p.uuid().primary(),
    strengths: p.json<string[]>(),
    currentSupport: p.json<string[]>(),
    howToDiscuss: p.string().$type<DiscussPreference>().nullable(),
    updatedAt: p.datetime(),
  },
})
export type SupportProfile = InferEntity<typeof SupportProfile>

/** Group ACCOMMODATIONS: one area in which support is needed, and what helps there. */
export const SupportNeed = defineEntity({
  name: 'SupportNeed',
  tableName: 'support_need',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    /** The order in which they were added, within a dossier. */
    position: p.integer(),
    area: p.string().$type<SupportArea>(),
    level: p.string().$type<SupportLevel>().nullable(),
    accommodations: p.json<Accommodation[]>(),
    updatedAt: p.datetime(),
  },
})
export type SupportNeed = InferEntity<typeof SupportNeed>

/** Group CONDITION: special category data (GDPR art. 9), so that everything of it is sealed at rest; see condition.ts. */
export const Condition = defineEntity({
  name: 'Condition',
  tableName: 'condition',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    position: p.integer(),
    sealed: p.blob(),
    /** The student's own view, sealed apart from what it is about. */
    sealedView: p.blob().nullable(),
    updatedAt: p.datetime(),
  },
})
export type Condition = InferEntity<typeof Condition>

/** Group STUDY_ADVICE: the school's advice on the choice of study; a new text is a new version of the same advice. */
export const StudyAdvice = defineEntity({
  name: 'StudyAdvice',
  tableName: 'study_advice',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    position: p.integer(),
    text: p.string(),
    authorSubject: p.string(),
    authorName: p.string(),
    authorRole: p.string().$type<Role>(),
    /** BRIN of the author's school. */
    authorOrganisation: p.string().nullable(),
    version: p.integer(),
    /** The version that the student agreed to; another one than `version` counts as none. */
    acceptedVersion: p.integer().nullable(),
    ownView: p.string().nullable(),
    updatedAt: p.datetime(),
  },
})
export type StudyAdvice = InferEntity<typeof StudyAdvice>

export const entities = [SupportProfile, SupportNeed, Condition, StudyAdvice]
