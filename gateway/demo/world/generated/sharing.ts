import type {
  ApplicationStatus,
  ConsentState,
  FieldGroup,
  MboLevel,
  Purpose,
  SchoolLevel,
} from '@doorstroomhub/consent/rules/words.ts'
import { allowedGroups } from '../agreements.ts'
import { cast } from '../people/cast.ts'
import { mboInstitutions, organisation } from '../region.ts'
import type { Person, WorldApplication, WorldConsent, WorldRequest } from '../types.ts'
import * as words from '../words/school.ts'
import { between, chance, nameFor, pick, weighed } from './draw.ts'
import type { Making } from './making.ts'
import { agreed, reached } from './making.ts'

/** The levels of the mbo that pupils of a level leave for. */
const leavesFor: Record<SchoolLevel, readonly MboLevel[]> = {
  PRO: ['ENTREE'],
  VSO: ['ENTREE', 'LEVEL_2'],
  VMBO_BB: ['LEVEL_2'],
  VMBO_KB: ['LEVEL_3', 'LEVEL_3', 'LEVEL_4'],
  VMBO_GL: ['LEVEL_3', 'LEVEL_4'],
  VMBO_TL: ['LEVEL_3', 'LEVEL_4', 'LEVEL_4'],
  HAVO: ['LEVEL_4'],
  VAVO: ['LEVEL_4'],
}

/** What became of the first consent of a dossier that is approved and not shared; null when there was none. */
const unsharedOutcomes: readonly { weight: number; value: ConsentState | null }[] = [
  { weight: 50, value: null },
  { weight: 15, value: 'PENDING_APPROVAL' },
  { weight: 12, value: 'REVOKED' },
  { weight: 8, value: 'LAPSED' },
  { weight: 8, value: 'REFUSED' },
  { weight: 7, value: 'ENDED' },
]

/** How often a student lets a group go along to the talk, where the region allows it. */
const willing: Partial<Record<FieldGroup, number>> = {
  IDENTITY: 1,
  CONTACT: 0.3,
  ACCOMMODATIONS: 0.7,
  STUDY_ADVICE: 0.25,
  CAREER_SUMMARY: 0.8,
  PLUS_DOCUMENT: 0.4,
  INTAKE_PREPARATION: 0.5,
}

/** The person who holds the talks of an institution. */
export function intakerOf(brin: string): Person {
  const known = [cast.marieke, cast.karim, cast.intakerOfGroenhof].find((one) => one.brin === brin)
  if (known) return known
  const number = mboInstitutions.findIndex((one) => one.brin === brin)
  return { subject: `intaker-${brin.toLowerCase()}`, name: nameFor(number + 400), role: 'INTAKER', brin }
}

/** Applications, consents and requests of one generated dossier, which follow from each other. */
export interface Sharing {
  applications: Omit<WorldApplication, 'preparation'>[]
  consents: WorldConsent[]
  requests: WorldRequest[]
}

/** Draws all that goes between the dossier and institutions. */
export function sharingOf(making: Making, region: string, among: readonly string[]): Sharing {
  const { status, course } = making
  const none: Sharing = { applications: [], consents: [], requests: [] }
  const sure = reached(status, 'APPROVED')
  if (status === 'ERASED' || course.applied < 1 || !(sure || chance(0.5))) return none
  const near = institutionIn(region)
  const far = institutionIn(chance(0.5) ? region : pick(among))
  const first = outcomeOf(making)
  const applications = [application(making, near, 1, messagesOf(making, first))]
  if (far !== near && chance(0.2)) {
    const left = status === 'ENROLLED' || status === 'CLOSED'
    applications.push(application(making, far, 2, left ? ['APPLIED', 'WITHDRAWN'] : ['APPLIED']))
  }
  const consents = first ? [consent(making, near, 'kennismaking', first)] : []
  if (status === 'SHARED') {
    if (applications.length > 1 && chance(0.5)) {
      consents.push(consent(making, far, 'tweede-kennismaking', pick(['GRANTED', 'GRANTED', 'REVOKED'])))
    }
    if (chance(0.15)) consents.push(consent(making, near, 'ondersteuning', 'GRANTED', 'SUPPORT_ARRANGEMENT'))
  }
  return { applications, consents, requests: requestsOf(making, near, consents) }
}

const institutionIn = (region: string): string => pick(mboInstitutions.filter((one) => one.region === region)).brin

/** The state of the first consent that goes with the dossier's status. */
function outcomeOf(making: Making): ConsentState | null {
  switch (making.status) {
    case 'APPROVED': {
      const outcome = weighed(unsharedOutcomes)
      // An adult's own yes needs nobody else's: there is nothing to wait for, to lapse or to refuse.
      const waits = outcome === 'PENDING_APPROVAL' || outcome === 'LAPSED' || outcome === 'REFUSED'
      return waits && agreed(making, making.course.granted - 25).length < 2 ? null : outcome
    }
    case 'SHARED':
    case 'IN_INTAKE':
      return 'GRANTED'
    case 'ENROLLED':
      return chance(0.5) ? 'GRANTED' : null
    case 'CLOSED':
      return 'EXPIRED'
    default:
      return null
  }
}

function messagesOf({ status }: Making, consent: ConsentState | null): ApplicationStatus[] {
  if (status === 'ENROLLED' || status === 'CLOSED') return ['APPLIED', 'CONTRACT_OFFERED', 'ENROLLED']
  if (consent === 'ENDED') return ['APPLIED', pick(['WITHDRAWN', 'NOT_ENROLLED'])]
  return status === 'SHARED' && chance(0.25) ? ['APPLIED', 'CONTRACT_OFFERED'] : ['APPLIED']
}

function application(
  making: Making,
  brin: string,
  nth: number,
  statuses: ApplicationStatus[],
): Sharing['applications'][number] {
  const { dates, course, season, interest, level, status } = making
  const days: Record<ApplicationStatus, number> = {
    APPLIED: course.applied,
    CONTRACT_OFFERED: course.granted - 12,
    ENROLLED: course.granted - 18,
    WITHDRAWN: course.granted - 8,
    NOT_ENROLLED: course.granted - 8,
  }
  const messages = statuses.map((one) => ({ status: one, at: dates.at(days[one], nth === 1 ? '09:30' : '11:45') }))
  const last = messages[messages.length - 1] as (typeof messages)[number]
  return {
    id: making.id('application', nth),
    institution: brin,
    programme: pick(interest.programmes[pick(leavesFor[level])]),
    status: last.status,
    appliedAt: dates.at(course.applied, nth === 1 ? '09:30' : '11:45'),
    startYear: season.startYear,
    talkAt: status === 'IN_INTAKE' && nth === 1 ? dates.at(between(-12, 5), '10:30') : null,
    enrolledAt: last.status === 'ENROLLED' ? last.at : null,
    messages,
  }
}

function groupsFor(brin: string, purpose: Purpose): FieldGroup[] {
  const allowed = allowedGroups(organisation(brin).region, purpose)
  return purpose === 'INTAKE_TALK'
    ? allowed.filter((group) => chance(willing[group] ?? 0))
    : allowed.filter((group) => group === 'IDENTITY' || group === 'ACCOMMODATIONS' || group === 'CONDITION')
}

function consent(
  making: Making,
  brin: string,
  name: string,
  state: ConsentState,
  purpose: Purpose = 'INTAKE_TALK',
): WorldConsent {
  const { course, season, student } = making
  const days = state === 'PENDING_APPROVAL' ? between(1, 12) : course.granted
  const all = agreed(making, days)
  const own = all[0] as WorldConsent['approvals'][number]
  const last = all[all.length - 1] as WorldConsent['approvals'][number]
  const granted = state !== 'PENDING_APPROVAL' && state !== 'LAPSED' && state !== 'REFUSED'
  const [endedAt, endedBy] = endOf(making, state, last)
  return {
    id: making.id('consent', name),
    institution: brin,
    groups: groupsFor(brin, purpose),
    purpose,
    state,
    leftOut: [],
    startedBy: student,
    createdAt: own.at,
    grantedAt: granted ? last.at : null,
    expiresAt: season.expiresAt,
    endedAt,
    endedBy,
    approvals: granted ? all : [own],
    request: null,
  }
}

/** When a consent of this state stopped, and who stopped it; `last` gave the last yes to it. */
function endOf(making: Making, state: ConsentState, last: Person): [at: Date | null, by: Person | null] {
  const { dates, course, season, student, guardian } = making
  switch (state) {
    case 'REVOKED':
      return [
        dates.at(course.granted - between(2, 14), '21:05'),
        last.subject === guardian.subject && chance(0.3) ? guardian : student,
      ]
    case 'REFUSED':
      return [dates.at(course.granted - 1, '20:40'), guardian]
    case 'LAPSED':
      return [dates.at(course.granted - 14, '16:10'), null]
    case 'ENDED':
      return [dates.at(course.granted - 8, '09:30'), null]
    case 'EXPIRED':
      return [season.expiresAt, null]
    default:
      return [null, null]
  }
}

/** Sometimes the institution asked first; the consent that came of it is told so. */
function requestsOf(making: Making, brin: string, consents: WorldConsent[]): WorldRequest[] {
  const { dates, course, status } = making
  const answer = consents[0]
  const request = {
    id: making.id('consent-request', 'kennismaking'),
    institution: brin,
    purpose: 'INTAKE_TALK' as const,
    message: chance(0.8) ? pick(words.asked) : null,
    askedBy: intakerOf(brin),
  }
  if (answer) {
    if (!chance(0.35)) return []
    answer.request = request.id
    const askedAt = new Date(answer.createdAt.getTime() - 4 * 86_400_000)
    return [{ ...request, groups: answer.groups, askedAt, outcome: 'ANSWERED', answeredAt: answer.createdAt }]
  }
  const groups: FieldGroup[] = ['IDENTITY', 'CAREER_SUMMARY']
  if (status === 'APPROVED' && chance(0.3)) {
    const answeredAt = dates.at(course.granted - 3, '18:15')
    return [{ ...request, groups, askedAt: dates.at(course.granted, '10:40'), outcome: 'REFUSED', answeredAt }]
  }
  if (reached(status, 'READY') && status !== 'ENROLLED' && chance(0.2)) {
    const days = between(1, Math.min(12, course.applied - 1))
    return [{ ...request, groups, askedAt: dates.at(days, '10:40'), outcome: 'OPEN', answeredAt: null }]
  }
  return []
}
