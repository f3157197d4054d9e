import { ageOn, dayIn } from '@doorstroomhub/kit/calendar.ts'
import type { AgreementFacts, Asker, ConsentFacts, Facts } from './facts.ts'
import { SECTIONS, TABLE, type Cell, type MboCell } from './table.ts'
import {
  isPurpose,
  SECTION_KEYS,
  type Detail,
  type FieldGroup,
  type LegalBasis,
  type Purpose,
  type SectionAccess,
  type SectionKey,
} from './words.ts'

/** How the asker stands to the dossier today. */
export type Relation = 'OWNER' | 'GUARDIAN' | 'MENTOR' | 'CARE_COORDINATOR' | 'MBO' | 'MUNICIPALITY'

export interface Decision {
  allowed: boolean
  basis: LegalBasis | null
  /** Items of the group that the owner left out for this reader. */
  leftOut: readonly string[]
  /** To the mbo: how much of the group the region agreed on. */
  detail: Detail
  write: boolean
  comment: boolean
  accept: boolean
  /** Of INTAKE_PREPARATION alone. */
  sections?: Readonly<Record<SectionKey, SectionAccess>>
}

const NO: Decision = {
  allowed: false,
  basis: null,
  leftOut: [],
  detail: 'TICK_AND_ADVICE',
  write: false,
  comment: false,
  accept: false,
}
const yes = (basis: LegalBasis, more: Partial<Decision> = {}): Decision => ({ ...NO, allowed: true, basis, ...more })

/** Guardians decide and read until the 18th birthday at 00:00 in Amsterdam. */
const MAJORITY = 18
/** From 16 a student keeps more to themselves (domain §4, §5). */
const OWN_CHOICE = 16

/** The asker's relation to a dossier at this moment; null means that to them it does not exist. */
export function relationOf(facts: Facts, asker: Asker, now: Date): Relation | null {
  if (facts.status === 'ERASED') return null
  const stands = (role: Asker['role']) =>
    facts.parties.some(
      (party) =>
        party.role === role &&
        party.since <= now &&
        (party.until === null || now < party.until) &&
        (party.brin === null || party.brin === asker.brin),
    )
  switch (asker.role) {
    case 'STUDENT':
      return stands('STUDENT') ? 'OWNER' : null
    case 'GUARDIAN':
      return stands('GUARDIAN') && ageOn(facts.birthDate, now) < MAJORITY ? 'GUARDIAN' : null
    case 'MENTOR':
    case 'CARE_COORDINATOR':
      return asker.brin === facts.homeSchool && stands(asker.role) ? asker.role : null
    case 'INTAKER':
    case 'PARTNER':
      return asker.brin !== null && facts.applications.some(({ institution }) => institution === asker.brin)
        ? 'MBO'
        : null
    case 'MUNICIPALITY':
      return asker.municipality !== null && asker.municipality === facts.municipality && facts.applications.length > 0
        ? 'MUNICIPALITY'
        : null
    case 'REGION_ANALYST':
    case 'ADMINISTRATOR':
      return null
  }
}

/** The whole of domain §4 for one group: pure, the same answer for the same facts. Default is deny. */
export function decide(facts: Facts, asker: Asker, group: FieldGroup, purpose: string | null, now: Date): Decision {
  const relation = relationOf(facts, asker, now)
  if (relation === null) return NO
  if (relation === 'MUNICIPALITY') return group === 'APPLICATION_STATUS' ? yes('LEGAL_DUTY') : NO
  if (relation === 'MBO') return decideForMbo(facts, asker, group, purpose, now)
  const column = columnOf(relation, facts, now)
  const basis = BASIS[relation]
  if (group === 'INTAKE_PREPARATION') {
    const sections = sectionsFor((key) =>
      sectionOfSchool(column.section && SECTIONS[key][column.section], facts, asker),
    )
    return anyOpen(sections) ? yes(basis, { sections }) : NO
  }
  return ofCell(TABLE[group][column.table], facts, asker, group, basis)
}

const BASIS = {
  OWNER: 'OWN_DATA',
  GUARDIAN: 'GUARDIAN',
  MENTOR: 'SCHOOL_TASK',
  CARE_COORDINATOR: 'SCHOOL_TASK',
} as const

type Column = {
  table: 'student' | 'guardianUnder16' | 'guardian' | 'mentor' | 'careCoordinator'
  section: 'student' | 'guardianUnder16' | 'mentor' | 'careCoordinator' | null
}

function columnOf(relation: Exclude<Relation, 'MBO' | 'MUNICIPALITY'>, facts: Facts, now: Date): Column {
  switch (relation) {
    case 'OWNER':
      return { table: 'student', section: 'student' }
    case 'GUARDIAN':
      return ageOn(facts.birthDate, now) < OWN_CHOICE
        ? { table: 'guardianUnder16', section: 'guardianUnder16' }
        : { table: 'guardian', section: null }
    case 'MENTOR':
      return { table: 'mentor', section: 'mentor' }
    case 'CARE_COORDINATOR':
      return { table: 'careCoordinator', section: 'careCoordinator' }
  }
}

const isSharedInside = (facts: Facts, group: FieldGroup, asker: Asker): boolean =>
  facts.innerShares.some((share) => share.group === group && share.role === asker.role)

function ofCell(cell: Cell, facts: Facts, asker: Asker, group: FieldGroup, basis: LegalBasis): Decision {
  switch (cell) {
    case '-':
      return NO
    case 'R':
    case 'which':
    case 'decide':
      return yes(basis)
    case 'RW':
      return yes(basis, { write: true })
    case 'comment':
      return yes(basis, { comment: true })
    case 'accept':
      return yes(basis, { accept: true })
    case 'shared':
      return isSharedInside(facts, group, asker) ? yes(basis) : NO
  }
}

const sectionsFor = (access: (key: SectionKey) => SectionAccess): Record<SectionKey, SectionAccess> =>
  Object.fromEntries(SECTION_KEYS.map((key) => [key, access(key)])) as Record<SectionKey, SectionAccess>

const anyOpen = (sections: Record<SectionKey, SectionAccess>): boolean =>
  SECTION_KEYS.some((key) => sections[key] !== 'NONE')

type SectionCell = SectionAccess | 'shared' | 'if support is open' | null

function sectionOfSchool(cell: SectionCell, facts: Facts, asker: Asker): SectionAccess {
  switch (cell) {
    case null:
      return 'NONE'
    case 'shared':
      return isSharedInside(facts, 'INTAKE_PREPARATION', asker) ? 'READ' : 'NONE'
    // A care coordinator is only ever related to a dossier they are involved with, and then writes in `support`.
    case 'if support is open':
      return 'READ'
    default:
      return cell
  }
}

/** What the region allows for this group and purpose (null: for whatever purpose) today, or null. The agreement only narrows. */
export function agreed(
  agreement: AgreementFacts | null,
  group: FieldGroup,
  purpose: Purpose | null,
  now: Date,
): { detail: Detail } | null {
  const allowed = agreement?.allowed.find((one) => one.group === group)
  if (!allowed || (purpose !== null && !allowed.purposes.includes(purpose))) return null
  if (allowed.from !== null && dayIn(now) < allowed.from) return null
  // Written advice is what TICK leaves out.
  if (group === 'STUDY_ADVICE' && allowed.detail === 'TICK') return null
  return { detail: allowed.detail }
}

export const isActive = (consent: ConsentFacts, now: Date): boolean =>
  consent.state === 'GRANTED' &&
  consent.grantedAt !== null &&
  consent.grantedAt <= now &&
  (consent.expiresAt === null || now < consent.expiresAt)

/** The whole career file is for the start of the mbo's own programme, never for the intake talk (domain §1, §4). */
export const isPurposeOf = (group: FieldGroup, purpose: Purpose): boolean =>
  group !== 'CAREER_FILE' || purpose === 'STUDY_START'

function decideForMbo(facts: Facts, asker: Asker, group: FieldGroup, purpose: string | null, now: Date): Decision {
  if (asker.role === 'PARTNER' && !asker.scopes.includes('dossier:read')) return NO
  // The statutory channel and the institution's own requests depend on nobody's consent.
  if (group === 'APPLICATION_STATUS') return yes('LEGAL_DUTY', { write: true })
  if (group === 'SHARING') return yes('LEGAL_DUTY')
  if (facts.paused || !isPurpose(purpose)) return NO
  const byConsent = consented(facts, group, purpose, now)
  if (group === 'INTAKE_PREPARATION') {
    if (!byConsent) return NO
    const sections = sectionsFor((key) => {
      const { intaker, needs } = SECTIONS[key]
      if (!needs.every((needed) => consented(facts, needed, purpose, now))) return 'NONE'
      return asker.role === 'PARTNER' && intaker === 'WRITE' ? 'READ' : intaker
    })
    return yes('CONSENT', { sections, leftOut: byConsent.leftOut, detail: byConsent.detail })
  }
  const cell = TABLE[group].mbo
  if (byConsent && cell !== 'statement') return yes('CONSENT', byConsent)
  const isEnrolledHere = facts.applications.some(
    ({ institution, status }) => institution === asker.brin && status === 'ENROLLED',
  )
  return isEnrolledHere ? afterEnrolment(cell, facts, asker, group, now) : NO
}

/**
 * What the active consents open. The consent that the owner granted last has the last word on what is left out: who gives
 * again without an item has taken that item back. Of two granted at the same moment both are heeded.
 */
function consented(
  facts: Facts,
  group: FieldGroup,
  purpose: Purpose,
  now: Date,
): { leftOut: string[]; detail: Detail } | null {
  if (!isPurposeOf(group, purpose)) return null
  const agreement = agreed(facts.agreement, group, purpose, now)
  if (!agreement) return null
  const active = facts.consents.filter(
    (consent) => consent.purpose === purpose && consent.groups.includes(group) && isActive(consent, now),
  )
  if (active.length === 0) return null
  const last = Math.max(...active.map(({ grantedAt }) => Number(grantedAt)))
  const leftOut = active.filter(({ grantedAt }) => Number(grantedAt) === last).flatMap((consent) => consent.leftOut)
  return { leftOut, detail: agreement.detail }
}

function afterEnrolment(cell: MboCell, facts: Facts, asker: Asker, group: FieldGroup, now: Date): Decision {
  switch (cell) {
    case 'C / E':
      return yes('ENROLMENT')
    case 'C / E*': {
      // A right of access to what the region agreed on, in that detail; for which purpose plays no part any more.
      const open = facts.agreement?.postEnrolment === 'RIGHT_OF_ACCESS' && agreed(facts.agreement, group, null, now)
      return open ? yes('ENROLMENT', open) : NO
    }
    case 'C / G':
      return facts.guidance.some(({ officer }) => officer === asker.subject) ? yes('SPECIAL_GUIDANCE') : NO
    case 'statement': {
      const mayNumber = asker.role !== 'PARTNER' || asker.scopes.includes('number:read')
      return facts.numberStatement && mayNumber ? yes('ENROLMENT') : NO
    }
    default:
      return NO
  }
}
