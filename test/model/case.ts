/**
 * The model: what domain §5 to §7 says of one dossier, written from the text alone. Nothing here looks at the code that it
 * is compared with; of that only the enumerations are used.
 */
import type {
  ApplicationStatus,
  ConsentState,
  Detail,
  DossierStatus,
  FieldGroup,
  MinorPolicy,
  PostEnrolment,
  Purpose,
  Role,
} from '@doorstroomhub/consent/rules/words.ts'
import type { Cast, Person, Places } from './people.ts'

export const DAY_MS = 86_400_000

export interface Allowed {
  group: FieldGroup
  detail: Detail
  from: string | null
  purposes: Purpose[]
}
export interface AgreementModel {
  id: string
  region: string
  state: 'DRAFT' | 'ACTIVE' | 'ENDED'
  allowed: Allowed[]
  minorPolicy: MinorPolicy
  postEnrolment: PostEnrolment
  signers: string[]
}
/** A part of a consent that ended by itself: the hub gave it an id that nobody was told. */
export const PART = ''

export interface ConsentModel {
  id: string
  institution: string
  groups: FieldGroup[]
  purpose: Purpose
  state: ConsentState
  leftOut: string[]
  createdAt: number
  grantedAt: number | null
  expiresAt: number
  yes: { subject: string; role: Role }[]
}
export interface RequestModel {
  id: string
  institution: string
  purpose: Purpose
  askedAt: number
  outcome: 'OPEN' | 'ANSWERED' | 'REFUSED' | 'LAPSED'
}
export interface ApplicationModel {
  id: string
  institution: string
  crebo: string
  startYear: number
  status: ApplicationStatus
  /** Ids of its status messages, oldest first. */
  messages: string[]
  /** Whom each of them reached. */
  heard: string[]
  proposed: boolean
  talk: boolean
  /** The talk that was agreed on is over. */
  talkOver: boolean
}
export interface AdviceModel {
  id: string
  version: number
  accepted: number | null
}
export interface GuidanceModel {
  id: string
  institution: string
  officer: string
  open: boolean
}

/** One dossier as the domain knows it. */
export interface Model {
  id: string
  cast: Cast
  places: Places
  /** The record of who has a part, by account; and who has none any more. */
  parties: Map<string, string>
  gone: Set<string>
  now: number
  birthDate: string
  municipality: string
  startYear: number
  status: DossierStatus
  version: number
  paused: boolean
  statement: boolean
  /** Who said yes to the present version. */
  yes: { subject: string; role: Role }[]
  beforeEnrolment: DossierStatus
  eraseAsked: { by: string; at: number } | null
  agreements: AgreementModel[]
  applications: ApplicationModel[]
  consents: ConsentModel[]
  requests: RequestModel[]
  inside: Set<string>
  guidance: GuidanceModel[]
  advice: AdviceModel[]
  needs: string[]
  experiences: string[]
  plusItems: string[]
}

// ---- the calendar, as people in Amsterdam live it

const clockFace = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' })
/** `2026-11-24` */
export const today = (model: Pick<Model, 'now'>): string => clockFace.format(new Date(model.now))

/** Midnight in Amsterdam with which this day begins: in winter 23:00 UTC the day before, in summer 22:00. */
export function midnight(day: string): number {
  const winter = Date.parse(`${day}T00:00:00+01:00`)
  return clockFace.format(new Date(winter - 1)) === day ? winter - 3_600_000 : winter
}

const hasLeapDay = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1

/** The day on which somebody turns this old; who was born on 29 February on 1 March where there is none. */
export function birthday(birthDate: string, age: number): string {
  const year = Number(birthDate.slice(0, 4)) + age
  return birthDate.endsWith('-02-29') && !hasLeapDay(year) ? `${year}-03-01` : `${year}${birthDate.slice(4)}`
}

export function ageOf(model: Model): number {
  const day = today(model)
  let age = 0
  while (birthday(model.birthDate, age + 1) <= day) age += 1
  return age
}

// ---- who stands how to the dossier

export type Standing = 'OWNER' | 'GUARDIAN' | 'MENTOR' | 'CARE' | 'MBO' | 'MUNICIPALITY'

/** How a person stands to it now; null: it does not exist for them. */
export function standing(model: Model, { viewer }: Person): Standing | null {
  const { cast } = model
  if (model.status === 'ERASED' || model.gone.has(viewer.subject)) return null
  if (viewer === cast.student.viewer) return 'OWNER'
  if (cast.guardians.some((guardian) => guardian.viewer === viewer)) return ageOf(model) < 18 ? 'GUARDIAN' : null
  if (viewer === cast.mentor.viewer) return 'MENTOR'
  if (viewer === cast.careCoordinator.viewer) return 'CARE'
  const applied = model.applications
  if (viewer.role === 'INTAKER' || viewer.role === 'PARTNER')
    return applied.some(({ institution }) => institution === viewer.organisation?.brin) ? 'MBO' : null
  if (viewer.role === 'MUNICIPALITY')
    return viewer.municipality === model.municipality && applied.length > 0 ? 'MUNICIPALITY' : null
  return null
}

export const hasScope = ({ viewer }: Person, scope: string): boolean =>
  viewer.role !== 'PARTNER' || viewer.scopes.includes(scope)

export const brinOf = ({ viewer }: Person): string => viewer.organisation?.brin ?? ''

// ---- agreements

const regionOf = (model: Model, institution: string): string =>
  model.places.institutions.find(({ brin }) => brin === institution)?.region ?? ''

export const activeIn = (model: Model, region: string): AgreementModel | undefined =>
  model.agreements.find((agreement) => agreement.region === region && agreement.state === 'ACTIVE')

export const agreementFor = (model: Model, institution: string): AgreementModel | undefined =>
  activeIn(model, regionOf(model, institution))

/** The agreement only narrows: what of a group it lets through to this institution today. */
export function agreedDetail(model: Model, institution: string, group: FieldGroup, purpose: Purpose): Detail | null {
  const line = agreementFor(model, institution)?.allowed.find((allowed) => allowed.group === group)
  if (!line?.purposes.includes(purpose)) return null
  if (line.from !== null && today(model) < line.from) return null
  // Advice is written text: a region that agreed on ticks agreed on none.
  if (group === 'STUDY_ADVICE' && line.detail === 'TICK') return null
  return line.detail
}

// ---- §5: who may decide

export const policyTowards = (model: Model, institution: string): MinorPolicy =>
  agreementFor(model, institution)?.minorPolicy ?? 'BOTH_UNTIL_18'
/** At home, for the dossier itself: that of the school's region. */
export const policyAtHome = (model: Model): MinorPolicy =>
  activeIn(model, model.places.institutions[0].region)?.minorPolicy ?? 'BOTH_UNTIL_18'

/** Whether a guardian's yes is needed beside the student's; it is also what lets a guardian stop. */
export function guardianDecides(model: Model, policy: MinorPolicy): boolean {
  const age = ageOf(model)
  return age < 16 || (age < 18 && policy === 'BOTH_UNTIL_18')
}

export function enough(model: Model, yes: readonly { role: Role }[], policy: MinorPolicy): boolean {
  const said = (role: Role) => yes.some((one) => one.role === role)
  return said('STUDENT') && (said('GUARDIAN') || !guardianDecides(model, policy))
}

/** Pausing and refusing a question: the owner, for whom a guardian acts under 16. */
export const isOwner = (model: Model, how: Standing | null): boolean =>
  how === 'OWNER' || (how === 'GUARDIAN' && ageOf(model) < 16)

// ---- what follows by itself

export const isActive = (model: Model, { state, expiresAt }: ConsentModel): boolean =>
  state === 'GRANTED' && model.now < expiresAt

/** Shared with the first consent, approved again after the last (§7). */
export function settle(model: Model): void {
  const shared = model.consents.some((consent) => isActive(model, consent))
  if (model.status === 'APPROVED' && shared) model.status = 'SHARED'
  else if ((model.status === 'SHARED' || model.status === 'IN_INTAKE') && !shared) model.status = 'APPROVED'
}

export const isTalkOpen = ({ talk, talkOver }: ApplicationModel): boolean => talk && !talkOver

/** Talks end (of one institution, or all of them); back to shared when none goes on with whom something is shared. */
export function endTalks(model: Model, institution: string | null): void {
  for (const one of model.applications)
    if (institution === null || one.institution === institution) one.talkOver = one.talk
  const goesOn = model.applications.some(
    (one) =>
      isTalkOpen(one) &&
      model.consents.some((consent) => isActive(model, consent) && consent.institution === one.institution),
  )
  if (model.status === 'IN_INTAKE' && !goesOn) model.status = 'SHARED'
}

/** An agreed dossier opens again: a version further, every yes void. */
export function openAgain(model: Model): void {
  model.status = 'DRAFT'
  model.version += 1
  model.yes = []
}

/** Content that was ready or agreed has changed. */
export function contentChanged(model: Model): void {
  if (model.status === 'READY' || model.status === 'APPROVED') openAgain(model)
}

export function erase(model: Model): void {
  model.status = 'ERASED'
  for (const consent of model.consents)
    if (consent.state === 'GRANTED' || consent.state === 'PENDING_APPROVAL') consent.state = 'ENDED'
}

/** Lapse, expiry, retention: what is due at this moment. */
export function timePasses(model: Model): void {
  if (model.status === 'ERASED') return
  for (const consent of model.consents) {
    const isOver = consent.expiresAt <= model.now
    if (consent.state === 'PENDING_APPROVAL' && (isOver || model.now - consent.createdAt >= 14 * DAY_MS))
      consent.state = 'LAPSED'
    if (consent.state === 'GRANTED' && isOver) consent.state = 'EXPIRED'
  }
  for (const request of model.requests)
    if (request.outcome === 'OPEN' && model.now - request.askedAt >= 14 * DAY_MS) request.outcome = 'LAPSED'
  settle(model)
  // One year after the mbo year starts (1 August), by the latest application that stands.
  const standing = model.applications.filter(({ status }) => status !== 'NOT_ENROLLED' && status !== 'WITHDRAWN')
  const starts = Math.max(model.startYear, ...standing.map(({ startYear }) => startYear))
  if (model.now >= midnight(`${starts + 1}-08-01`)) erase(model)
}
