/** Domain §4 and §8 as the model has them: who reads what, written from the tables of the text. */
import {
  FIELD_GROUPS,
  PURPOSES,
  SECTION_KEYS,
  type FieldGroup,
  type LegalBasis,
  type Purpose,
  type SectionAccess,
  type SectionKey,
} from '@doorstroomhub/consent/rules/words.ts'
import {
  ageOf,
  agreedDetail,
  agreementFor,
  brinOf,
  hasScope,
  isActive,
  standing,
  type ConsentModel,
  type Model,
} from './case.ts'
import type { Person } from './people.ts'

/** What one person reads of one group. */
export interface Reading {
  basis: LegalBasis
  leftOut: string[]
  detail?: string
  sections?: Record<SectionKey, SectionAccess>
}

/** S: if the student shares it inside; C, E, X (E*), G, N: to the mbo as the table's legend says. */
type Letter = 'R' | '-' | 'S'
const TABLE: Record<Exclude<FieldGroup, 'INTAKE_PREPARATION'>, { inside: string; mbo: string }> = {
  //                           guardian<16, guardian 16-17, mentor, care coordinator
  IDENTITY: { inside: 'RRRR', mbo: 'CE' },
  PERSONAL_NUMBER: { inside: 'R-R-', mbo: 'N' },
  CONTACT: { inside: 'RRRR', mbo: 'CE' },
  ACCOMMODATIONS: { inside: 'RSRR', mbo: 'CX' },
  CONDITION: { inside: 'RSSR', mbo: 'CG' },
  STUDY_ADVICE: { inside: 'R-RR', mbo: 'CX' },
  CAREER_SUMMARY: { inside: 'R-R-', mbo: 'CE' },
  CAREER_FILE: { inside: 'RSR-', mbo: 'CX' },
  PLUS_DOCUMENT: { inside: 'R-R-', mbo: 'CX' },
  APPLICATION_STATUS: { inside: 'RRRR', mbo: 'L' },
  SHARING: { inside: 'RRRR', mbo: 'L' },
}
/** W writes, R reads, - neither, S reads when shared: summary, questions, support, agreements. */
const SECTIONS = { OWNER: 'WWWW', GUARDIAN: 'RRRR', MENTOR: 'WWSR', CARE: '--WR', MBO: 'RWRW' } as const

const ACCESS = { W: 'WRITE', R: 'READ', '-': 'NONE' } as const

function sections(letters: string, shared: boolean): Record<SectionKey, SectionAccess> {
  const access = [...letters].map((letter) => ACCESS[(letter === 'S' ? (shared ? 'R' : '-') : letter) as 'W'])
  return Object.fromEntries(SECTION_KEYS.map((key, index) => [key, access[index] ?? 'NONE'])) as never
}

/** What this person reads of this group for this purpose; null is nothing. */
export function reads(model: Model, person: Person, group: FieldGroup, purpose: Purpose | null): Reading | null {
  const how = standing(model, person)
  switch (how) {
    case null:
      return null
    case 'MUNICIPALITY':
      return group === 'APPLICATION_STATUS' ? { basis: 'LEGAL_DUTY', leftOut: [] } : null
    case 'MBO':
      return mboReads(model, person, group, purpose)
    default: {
      const basis = how === 'OWNER' ? 'OWN_DATA' : how === 'GUARDIAN' ? 'GUARDIAN' : 'SCHOOL_TASK'
      const isYoung = ageOf(model) < 16
      const shared = model.inside.has(`${person.viewer.role}:${group}`)
      if (group === 'INTAKE_PREPARATION') {
        if (how === 'GUARDIAN' && !isYoung) return null
        return { basis, leftOut: [], sections: sections(SECTIONS[how], shared) }
      }
      const column = how === 'GUARDIAN' ? (isYoung ? 0 : 1) : how === 'MENTOR' ? 2 : 3
      const letter = how === 'OWNER' ? 'R' : (TABLE[group].inside[column] as Letter)
      return letter === 'R' || (letter === 'S' && shared) ? { basis, leftOut: [] } : null
    }
  }
}

/** The consents that open this group to this institution for this purpose now. */
function opening(model: Model, institution: string, group: FieldGroup, purpose: Purpose): ConsentModel[] {
  if (agreedDetail(model, institution, group, purpose) === null) return []
  return model.consents.filter(
    (consent) =>
      isActive(model, consent) &&
      consent.institution === institution &&
      consent.purpose === purpose &&
      consent.groups.includes(group),
  )
}

/** Whether anything at all is open to the institution by consent. */
export const anythingOpen = (model: Model, institution: string): boolean =>
  !model.paused &&
  model.consents.some(({ purpose, groups }) =>
    groups.some((group) => opening(model, institution, group, purpose).length > 0),
  )

export const isEnrolledAt = (model: Model, brin: string): boolean =>
  model.applications.some(({ institution, status }) => institution === brin && status === 'ENROLLED')

function mboReads(model: Model, person: Person, group: FieldGroup, purpose: Purpose | null): Reading | null {
  const institution = brinOf(person)
  if (!hasScope(person, 'dossier:read')) return null
  const letters = group === 'INTAKE_PREPARATION' ? 'C' : TABLE[group].mbo
  if (letters === 'L') return { basis: 'LEGAL_DUTY', leftOut: [] }
  if (model.paused || purpose === null) return null
  const open = letters.includes('C') ? opening(model, institution, group, purpose) : []
  if (open.length > 0) {
    // Who gives again without an item has taken that item back: the last word counts.
    const last = Math.max(...open.map(({ grantedAt }) => grantedAt ?? 0))
    const leftOut = [...new Set(open.filter(({ grantedAt }) => grantedAt === last).flatMap((one) => one.leftOut))]
    const detail = agreedDetail(model, institution, group, purpose) ?? undefined
    const reading: Reading = { basis: 'CONSENT', leftOut, ...(detail ? { detail } : {}) }
    if (group !== 'INTAKE_PREPARATION') return reading
    const own = sections(SECTIONS.MBO, false)
    if (opening(model, institution, 'ACCOMMODATIONS', purpose).length === 0) own.SUPPORT = 'NONE'
    // Only people write in a live document.
    if (person.viewer.role === 'PARTNER') for (const key of SECTION_KEYS) if (own[key] === 'WRITE') own[key] = 'READ'
    return { ...reading, sections: own }
  }
  if (!isEnrolledAt(model, institution)) return null
  const enrolled: Reading = { basis: 'ENROLMENT', leftOut: [] }
  if (letters.includes('E')) return enrolled
  if (letters.includes('X')) {
    // A right of access to what the region agreed on, whatever the purpose.
    const detail = PURPOSES.map((one) => agreedDetail(model, institution, group, one)).find((one) => one !== null)
    const isRight = agreementFor(model, institution)?.postEnrolment === 'RIGHT_OF_ACCESS'
    return isRight && detail ? { ...enrolled, detail } : null
  }
  if (letters === 'N') return model.statement && hasScope(person, 'number:read') ? enrolled : null
  const isOfficer = model.guidance.some(
    (one) => one.open && one.institution === institution && one.officer === person.viewer.subject,
  )
  return letters.includes('G') && isOfficer ? { basis: 'SPECIAL_GUIDANCE', leftOut: [] } : null
}

/** All that a person reads, by group. */
export const readsAll = (model: Model, person: Person, purpose: Purpose | null): Map<FieldGroup, Reading> =>
  new Map(
    FIELD_GROUPS.flatMap((group) => {
      const reading = reads(model, person, group, purpose)
      return reading ? [[group, reading]] : []
    }),
  )
