/**
 * The demo world as plain data: what a dossier and everything in it looks like before it is written to any database.
 * Calendar days are `YYYY-MM-DD`, instants are Dates.
 */
import type {
  Role,
  FieldGroup,
  Purpose,
  DossierStatus,
  ConsentState,
  ApplicationStatus,
  SchoolLevel,
  MboLevel,
  Route,
  Detail,
  MinorPolicy,
  PostEnrolment,
  SectionKey,
} from '@doorstroomhub/consent/rules/words.ts'
import type { Gender, NumberKind } from '@doorstroomhub/person/entities.ts'
import type {
  SupportArea,
  Accommodation,
  SupportLevel,
  DiscussPreference,
} from '@doorstroomhub/support-needs/entities.ts'
import type { CareerCompetence, ExperienceKind, PlusCategory } from '@doorstroomhub/career-portfolio/entities.ts'

// ---- people and places
export interface Municipality {
  code: string
  name: string
}

/** Somebody who does something to a dossier: enough to say who, and for which organisation. */
export interface Person {
  subject: string
  name: string
  role: Role
  brin: string | null
}

/** A person's recorded relation to a dossier. `until` is the instant at which it ended, null while it stands. */
export interface WorldParty extends Person {
  since: Date
  until: Date | null
}

/** One person's yes, at one moment. */
export interface WorldApproval extends Person {
  at: Date
}

// ---- consent
export interface WorldProgramme {
  crebo: string
  name: string
  level: MboLevel
  route: Route
}

/** The intake preparation of one application: short paragraphs per section. Its id follows from the application's. */
export type WorldPreparation = Record<SectionKey, WorldParagraph[]>

export interface WorldParagraph {
  author: Person
  at: Date
  text: string
}

export interface WorldApplication {
  id: string
  /** BRIN of the mbo institution. */
  institution: string
  programme: WorldProgramme
  /** The last of `messages`. */
  status: ApplicationStatus
  appliedAt: Date
  startYear: number
  /** An intake talk that the institution proposed and the student accepted. */
  talkAt: Date | null
  enrolledAt: Date | null
  /** Every status message of the statutory channel, oldest first. */
  messages: { status: ApplicationStatus; at: Date }[]
  preparation: WorldPreparation
}

export interface WorldConsent {
  id: string
  institution: string
  groups: FieldGroup[]
  purpose: Purpose
  state: ConsentState
  /** Ids of items inside the groups that the owner keeps out. */
  leftOut: string[]
  startedBy: Person
  createdAt: Date
  grantedAt: Date | null
  expiresAt: Date
  /** When it stopped, for whatever reason; `state` says which. Null by whom when nobody did: time ran out. */
  endedAt: Date | null
  endedBy: Person | null
  approvals: WorldApproval[]
  /** The request that the owner answered with it. */
  request: string | null
}

export interface WorldRequest {
  id: string
  institution: string
  groups: FieldGroup[]
  purpose: Purpose
  message: string | null
  askedBy: Person
  askedAt: Date
  outcome: 'OPEN' | 'ANSWERED' | 'REFUSED' | 'LAPSED'
  answeredAt: Date | null
}

export interface WorldStatusChange {
  from: DossierStatus | null
  to: DossierStatus
  at: Date
  by: Person
}

export interface WorldDossier {
  id: string
  /** The student's account. */
  subject: string
  status: DossierStatus
  version: number
  paused: boolean
  /** BRIN of the vo school. */
  homeSchool: string
  region: string
  birthDate: string
  municipality: Municipality
  schoolLevel: SchoolLevel
  startYear: number
  createdAt: Date
  parties: WorldParty[]
  /** Who agreed to the present version of the dossier. */
  approvals: WorldApproval[]
  numberStatement: WorldApproval | null
  applications: WorldApplication[]
  consents: WorldConsent[]
  requests: WorldRequest[]
  statusHistory: WorldStatusChange[]
  /** Null once erased: then only the facts above are left, as a tombstone. */
  content: WorldContent | null
}

// ---- content, per field group
export interface WorldContent {
  identity: WorldIdentity
  personalNumber: { kind: NumberKind; number: string }
  contact: WorldContact
  support: WorldSupport
  conditions: WorldCondition[]
  studyAdvice: WorldStudyAdvice[]
  careerSummary: WorldCareerSummary | null
  careerFile: WorldCareerFile
  plusDocument: { items: WorldPlusItem[] }
}

export interface WorldIdentity {
  initials: string
  surnamePrefix: string | null
  surname: string
  callName: string
  birthDate: string
  gender: Gender
  municipality: Municipality
  leavingSchool: string
  leavingLevel: SchoolLevel
}

export interface WorldContact {
  email: string | null
  phone: string | null
  address: { street: string; houseNumber: string; postcode: string; city: string } | null
}

export interface WorldSupport {
  needs: WorldSupportNeed[]
  strengths: string[]
  currentSupport: string[]
  howToDiscuss: DiscussPreference | null
}

export interface WorldSupportNeed {
  id: string
  area: SupportArea
  level: SupportLevel | null
  accommodations: Accommodation[]
}

export interface WorldCondition {
  id: string
  name: string
  explanation: string
  statement: { title: string; issuedBy: string; issuedOn: string } | null
  ownView: string | null
}

export interface WorldStudyAdvice {
  id: string
  text: string
  author: Person
  version: number
  acceptedVersion: number | null
  ownView: string | null
}

export interface WorldCareerSummary {
  aboutMe: string
  strengths: string[]
  drives: string[]
  /** Ids of experiences of the career file. */
  topExperiences: string[]
  jobInterest: string
  chosenProgrammes: string[]
  questionForIntaker: string
}

export interface WorldCareerFile {
  reflections: { competence: CareerCompetence; text: string; level: number }[]
  experiences: WorldExperience[]
  talks: { id: string; date: string; with: string; summary: string; nextStep: string | null }[]
}

export interface WorldExperience {
  id: string
  title: string
  kind: ExperienceKind
  from: string
  to: string | null
  place: string
  learned: string
  competencies: CareerCompetence[]
}

export interface WorldPlusItem {
  id: string
  category: PlusCategory
  title: string
  description: string
  year: number
}

// ---- agreements
export interface WorldAgreement {
  id: string
  region: string
  version: number
  state: 'ACTIVE'
  allowed: { group: FieldGroup; detail: Detail; from: string; purposes: Purpose[] }[]
  minorPolicy: MinorPolicy
  postEnrolment: PostEnrolment
  goals: string[]
  /** How often the region's dashboard may get a new count. */
  beatSeconds: number
  signers: { subject: string; name: string; brin: string; at: Date }[]
  activatedAt: Date
}
