import { defineEntity, type InferEntity, p } from '@mikro-orm/core'

/** The five career competencies (loopbaancompetenties), domain §3. */
export const CAREER_COMPETENCIES = [
  'QUALITIES',
  'MOTIVES',
  'WORK_EXPLORATION',
  'CAREER_DIRECTION',
  'NETWORKING',
] as const
export const EXPERIENCE_KINDS = [
  'INTERNSHIP',
  'JOB',
  'VOLUNTEERING',
  'PROJECT',
  'OPEN_DAY',
  'TRIAL_DAY',
  'COURSE',
] as const
export const PLUS_CATEGORIES = [
  'SPORT',
  'ART_AND_MUSIC',
  'VOLUNTEERING',
  'SCHOOL',
  'TECHNOLOGY',
  'NATURE',
  'CARE',
  'LANGUAGE',
] as const
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
/** The parts of the portfolio, each a field group, that a mentor may comment on. */
export const CAREER_PARTS = ['CAREER_SUMMARY', 'CAREER_FILE', 'PLUS_DOCUMENT'] as const

export type CareerCompetence = (typeof CAREER_COMPETENCIES)[number]
export type ExperienceKind = (typeof EXPERIENCE_KINDS)[number]
export type PlusCategory = (typeof PLUS_CATEGORIES)[number]
export type Role = (typeof ROLES)[number]
export type CareerPart = (typeof CAREER_PARTS)[number]

/** Group CAREER_SUMMARY: one page per dossier. */
export const CareerSummary = defineEntity({
  name: 'CareerSummary',
  tableName: 'career_summary',
  properties: {
    dossierId: p.uuid().primary(),
    aboutMe: p.string().nullable(),
    strengths: p.json<string[]>(),
    drives: p.json<string[]>(),
    /** Ids of experiences of the career file, the first the most telling. */
    topExperiences: p.json<string[]>(),
    jobInterest: p.string().nullable(),
    chosenProgrammes: p.json<string[]>(),
    questionForIntaker: p.string().nullable(),
    updatedAt: p.datetime(),
  },
})
export type CareerSummary = InferEntity<typeof CareerSummary>

/** Group CAREER_FILE: what the student says about one competence; one per competence and dossier. */
export const Reflection = defineEntity({
  name: 'Reflection',
  tableName: 'reflection',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    competence: p.string().$type<CareerCompetence>(),
    text: p.string(),
    /** 1 to 4. */
    level: p.integer().nullable(),
    updatedAt: p.datetime(),
  },
  uniques: [{ properties: ['dossierId', 'competence'] }],
})
export type Reflection = InferEntity<typeof Reflection>

/** Group CAREER_FILE: something that the student did and learned from. Days are `YYYY-MM-DD`. */
export const Experience = defineEntity({
  name: 'Experience',
  tableName: 'experience',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    /** The order in which they were added, within a dossier. */
    position: p.integer(),
    title: p.string(),
    kind: p.string().$type<ExperienceKind>(),
    from: p.date().fieldName('from_day').nullable(),
    to: p.date().fieldName('to_day').nullable(),
    place: p.string().nullable(),
    learned: p.string().nullable(),
    competencies: p.json<CareerCompetence[]>(),
    updatedAt: p.datetime(),
  },
})
export type Experience = InferEntity<typeof Experience>

/** Group CAREER_FILE: a talk about the student's career (loopbaangesprek). */
export const CareerTalk = defineEntity({
  name: 'CareerTalk',
  tableName: 'career_talk',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    date: p.date().fieldName('day'),
    with: p.string().fieldName('with_whom'),
    summary: p.string(),
    nextStep: p.string().nullable(),
    updatedAt: p.datetime(),
  },
})
export type CareerTalk = InferEntity<typeof CareerTalk>

/** Group PLUS_DOCUMENT: something done beside the lessons. */
export const PlusItem = defineEntity({
  name: 'PlusItem',
  tableName: 'plus_item',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    position: p.integer(),
    category: p.string().$type<PlusCategory>(),
    title: p.string(),
    description: p.string().nullable(),
    year: p.integer().nullable(),
    updatedAt: p.datetime(),
  },
})
export type PlusItem = InferEntity<typeof PlusItem>

/** What a mentor says about a part of the portfolio, and what the student says back; never leaves the school. */
export const CareerComment = defineEntity({
  name: 'CareerComment',
  tableName: 'career_comment',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    /** The order in which they were written, within a dossier. */
    position: p.integer(),
    part: p.string().$type<CareerPart>(),
    /** The item that it is about; null when it is about the part as a whole. */
    itemId: p.uuid().nullable(),
    text: p.string(),
    authorSubject: p.string(),
    authorName: p.string(),
    authorRole: p.string().$type<Role>(),
    /** BRIN of the author's school. */
    authorOrganisation: p.string().nullable(),
    at: p.datetime(),
  },
})
export type CareerComment = InferEntity<typeof CareerComment>

export const entities = [CareerSummary, Reflection, Experience, CareerTalk, PlusItem, CareerComment]
