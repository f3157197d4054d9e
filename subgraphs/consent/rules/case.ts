import { ageOn } from '@doorstroomhub/kit/calendar.ts'
import { agreed, relationOf, type Relation } from './decide.ts'
import type { AgreementFacts, Asker, Facts } from './facts.ts'
import type {
  ApplicationStatus,
  ConsentState,
  DossierStatus,
  FieldGroup,
  MinorPolicy,
  PauseReason,
  PostEnrolment,
  Purpose,
  Role,
} from './words.ts'

/** All that a command may look at of one dossier, for whoever asks. Plain data. */
export interface Case {
  id: string
  status: DossierStatus
  version: number
  paused: boolean
  pausedBecause: PauseReason | null
  rights: number
  birthDate: string
  municipality: string | null
  homeSchool: string
  region: string
  startYear: number
  identityComplete: boolean
  openAdvice: number
  statement: boolean
  parties: readonly {
    id: number
    subject: string
    role: Role
    name: string
    brin: string | null
    since: Date
    until: Date | null
  }[]
  /** Approvals of the present version. */
  approvals: readonly { subject: string; role: Role }[]
  applications: readonly {
    id: string
    institution: string
    status: ApplicationStatus
    startYear: number
    talkProposedAt: Date | null
    talkAt: Date | null
    talkEndedAt: Date | null
  }[]
  consents: readonly CaseConsent[]
  requests: readonly { id: string; institution: string; askedAt: Date; outcome: string }[]
  /** The active agreement per institution applied to, and (key `home`) that of the leaving school's region. */
  agreements: ReadonlyMap<string, AgreementFacts>
}

export interface CaseConsent {
  id: string
  institution: string
  groups: readonly FieldGroup[]
  purpose: Purpose
  state: ConsentState
  grantedAt: Date | null
  expiresAt: Date | null
  createdAt: Date
  approvals: readonly { subject: string; role: Role }[]
}

export const HOME = 'home'
const MAJORITY = 18
const OWN_CHOICE = 16
const DEFAULT_POLICY: MinorPolicy = 'BOTH_UNTIL_18'
const DEFAULT_POST: PostEnrolment = 'CONSENT'

export const ageAt = (one: Case, now: Date): number => ageOn(one.birthDate, now)

/** The minor policy that applies towards an institution (or at home). The default is the stricter one. */
export const policyFor = (one: Case, institution: string): MinorPolicy =>
  one.agreements.get(institution)?.minorPolicy ?? DEFAULT_POLICY

export const noAgreement = { minorPolicy: DEFAULT_POLICY, postEnrolment: DEFAULT_POST }

/** The asker's relation, by the same rule as for reading. */
export function relationIn(one: Case, asker: Asker, now: Date): Relation | null {
  const facts: Pick<Facts, 'status' | 'birthDate' | 'homeSchool' | 'municipality' | 'parties' | 'applications'> = {
    status: one.status,
    birthDate: one.birthDate,
    homeSchool: one.homeSchool,
    municipality: one.municipality,
    parties: one.parties.filter(({ subject }) => subject === asker.subject),
    applications: one.applications,
  }
  return relationOf(facts as Facts, asker, now)
}

/** Whose yes a decision needs (domain §5): the student's always, a guardian's while the table says so. */
export function needsGuardian(one: Case, policy: MinorPolicy, now: Date): boolean {
  const age = ageAt(one, now)
  return age < OWN_CHOICE || (age < MAJORITY && policy === 'BOTH_UNTIL_18')
}

/** Whether these approvals are enough today. One guardian of two is. */
export function isEnough(one: Case, approvals: readonly { role: Role }[], policy: MinorPolicy, now: Date): boolean {
  const has = (role: Role) => approvals.some((approval) => approval.role === role)
  return has('STUDENT') && (!needsGuardian(one, policy, now) || has('GUARDIAN'))
}

/** Who may stop a consent (domain §5, last column): either guardian of two. */
export function mayStop(one: Case, relation: Relation | null, policy: MinorPolicy, now: Date): boolean {
  if (relation === 'OWNER') return true
  if (relation !== 'GUARDIAN') return false
  const age = ageAt(one, now)
  return age < OWN_CHOICE || (age < MAJORITY && policy === 'BOTH_UNTIL_18')
}

/** Who may give the number statement (WVO art. 103b): a guardian under 16, either at 16 and 17, then the student. */
export function mayGiveStatement(one: Case, relation: Relation | null, now: Date): boolean {
  const age = ageAt(one, now)
  return relation === 'OWNER' ? age >= OWN_CHOICE : relation === 'GUARDIAN' && age < MAJORITY
}

/** Who decides for the owner in what is not a consent: pausing, refusing a request. */
export const actsAsOwner = (one: Case, relation: Relation | null, now: Date): boolean =>
  relation === 'OWNER' || (relation === 'GUARDIAN' && ageAt(one, now) < OWN_CHOICE)

/** Who may erase: the student from 16, a guardian before (GDPR art. 17). */
export const mayErase = (one: Case, relation: Relation | null, now: Date): boolean =>
  ageAt(one, now) < OWN_CHOICE ? relation === 'GUARDIAN' : relation === 'OWNER'

export const isOpenStatus = (status: DossierStatus): boolean => !['ENROLLED', 'CLOSED', 'ERASED'].includes(status)

/** A consent ends with its application (domain §5, ENDED). */
export const ENDS_CONSENT: readonly ApplicationStatus[] = ['WITHDRAWN', 'NOT_ENROLLED']
/** Whether an application there still goes on, so that something can be shared for it. */
export const hasApplication = (one: Case, institution: string | null): boolean =>
  one.applications.some((own) => own.institution === institution && !ENDS_CONSENT.includes(own.status))

/** A question or a half-given yes is good for this long (domain §5). */
export const LAPSES_AFTER_DAYS = 14
const DAY_MS = 86_400_000
export const hasLapsed = (since: Date, now: Date): boolean =>
  now.getTime() - since.getTime() >= LAPSES_AFTER_DAYS * DAY_MS

/** What time has made of a consent by now, whether or not the scheduler has been by; null when nothing. */
export function dueState({ state, createdAt, expiresAt }: CaseConsent, now: Date): 'EXPIRED' | 'LAPSED' | null {
  const isOver = expiresAt !== null && expiresAt <= now
  if (state === 'GRANTED') return isOver ? 'EXPIRED' : null
  return state === 'PENDING_APPROVAL' && (isOver || hasLapsed(createdAt, now)) ? 'LAPSED' : null
}

export const activeConsents = (one: Case, now: Date): CaseConsent[] =>
  one.consents.filter(({ state, expiresAt }) => state === 'GRANTED' && (expiresAt === null || now < expiresAt))

/** A talk that was agreed on and that nobody ended. */
export const isTalkOpen = ({ talkAt, talkEndedAt }: { talkAt: Date | null; talkEndedAt: Date | null }): boolean =>
  talkAt !== null && talkEndedAt === null

/** Whether a talk goes on with anyone: it is open, and something is still shared with that institution. */
export function isInTalk(one: Case, now: Date): boolean {
  const shared = new Set(activeConsents(one, now).map(({ institution }) => institution))
  return one.applications.some((application) => isTalkOpen(application) && shared.has(application.institution))
}

/** Whether anything is open to this institution by consent: only then may it know, or try, where the dossier stands. */
export function isOpenTo(one: Case, institution: string | null, now: Date): boolean {
  if (one.paused || institution === null) return false
  const agreement = one.agreements.get(institution) ?? null
  return activeConsents(one, now).some(
    (consent) =>
      consent.institution === institution &&
      consent.groups.some((group) => agreed(agreement, group, consent.purpose, now) !== null),
  )
}
