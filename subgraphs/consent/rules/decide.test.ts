import { amsterdam } from '@doorstroomhub/kit/calendar.ts'
import { describe, expect, test } from 'vitest'
import { decide, relationOf } from './decide.ts'
import type { Facts } from './facts.ts'
import { asker, consent, enrolled, facts, NOW, wholeAgreement } from './facts.testing.ts'
import { FIELD_GROUPS, PURPOSES, ROLES, type FieldGroup, type Purpose, type Role } from './words.ts'

const under16 = { birthDate: '2011-06-01' }
const every = (purpose: Purpose) => ({ consents: [consent(FIELD_GROUPS, { purpose })] })

/** What one decision says, in a word: `-`, or what may be done, with the ground when it is not the usual one of the column. */
function said(group: FieldGroup, role: Role, more: Partial<Facts>, purpose: string | null = null): string {
  const decision = decide(facts(more), asker(role), group, purpose, NOW)
  if (!decision.allowed) return '-'
  if (decision.sections)
    return Object.values(decision.sections)
      .map((access) => access[0])
      .join('')
  if (decision.accept) return 'accept'
  return decision.write ? 'RW' : decision.comment ? 'comment' : 'R'
}

/**
 * Domain §4 and §8, column by column, as the document has it. Sections: N(one) R(ead) W(rite) of summary, questions, support,
 * agreements. `mbo` has no consent; `consent` all groups for the talk, `start` the same for STUDY_START; `enrolled` no consent.
 */
const TABLE = `
group              | student | guardian <16 | guardian | mentor  | care coord. | mbo | consent | start | enrolled | municipality
IDENTITY           | R       | R            | R        | RW      | R           | -   | R       | R     | R        | -
PERSONAL_NUMBER    | R       | R            | -        | R       | -           | -   | -       | -     | -        | -
CONTACT            | RW      | R            | R        | R       | R           | -   | R       | R     | R        | -
ACCOMMODATIONS     | RW      | R            | -        | RW      | RW          | -   | R       | R     | -        | -
CONDITION          | RW      | R            | -        | -       | RW          | -   | R       | R     | -        | -
STUDY_ADVICE       | accept  | R            | -        | RW      | RW          | -   | R       | R     | -        | -
CAREER_SUMMARY     | RW      | R            | -        | comment | -           | -   | R       | R     | R        | -
CAREER_FILE        | RW      | R            | -        | comment | -           | -   | -       | R     | -        | -
PLUS_DOCUMENT      | RW      | R            | -        | comment | -           | -   | R       | R     | -        | -
INTAKE_PREPARATION | WWWW    | RRRR         | -        | WWNR    | NNWR        | -   | RWRW    | RWRW  | -        | -
APPLICATION_STATUS | R       | R            | R        | R       | R           | RW  | RW      | RW    | RW       | R
SHARING            | RW      | RW           | R        | R       | R           | R   | R       | R     | R        | -
`

const COLUMNS: Record<string, (group: FieldGroup) => string> = {
  student: (group) => said(group, 'STUDENT', {}),
  'guardian <16': (group) => said(group, 'GUARDIAN', under16),
  guardian: (group) => said(group, 'GUARDIAN', {}),
  mentor: (group) => said(group, 'MENTOR', {}),
  'care coord.': (group) => said(group, 'CARE_COORDINATOR', {}),
  mbo: (group) => said(group, 'INTAKER', {}, 'INTAKE_TALK'),
  consent: (group) => said(group, 'INTAKER', every('INTAKE_TALK'), 'INTAKE_TALK'),
  start: (group) => said(group, 'INTAKER', every('STUDY_START'), 'STUDY_START'),
  enrolled: (group) => said(group, 'INTAKER', enrolled, 'STUDY_START'),
  municipality: (group) => said(group, 'MUNICIPALITY', {}),
}

const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim())
const [head = '', ...lines] = TABLE.trim().split('\n')
const columns = cells(head).slice(1)

describe('the table of domain §4', () => {
  test('names every group and every column once', () => {
    expect(lines.map((line) => cells(line)[0])).toEqual(FIELD_GROUPS)
    expect(columns).toEqual(Object.keys(COLUMNS))
  })
  for (const line of lines) {
    const [group = '', ...expected] = cells(line)
    for (const [index, column] of columns.entries())
      test(`${group} for ${column}: ${expected[index]}`, () => {
        expect(COLUMNS[column]?.(group as FieldGroup)).toBe(expected[index])
      })
  }
  for (const group of FIELD_GROUPS)
    for (const role of ['REGION_ANALYST', 'ADMINISTRATOR'] as const)
      test(`${group} is never for ${role}`, () => {
        expect(said(group, role, { ...every('INTAKE_TALK'), ...enrolled }, 'INTAKE_TALK')).toBe('-')
      })
})

describe('what the student shares inside school and family', () => {
  const shared = (group: FieldGroup, role: Role) => ({ innerShares: [{ group, role }] })
  for (const [group, role, expected] of [
    ['ACCOMMODATIONS', 'GUARDIAN', 'R'],
    ['CONDITION', 'GUARDIAN', 'R'],
    ['CAREER_FILE', 'GUARDIAN', 'R'],
    ['CONDITION', 'MENTOR', 'R'],
    ['PLUS_DOCUMENT', 'GUARDIAN', '-'],
    ['PERSONAL_NUMBER', 'GUARDIAN', '-'],
    ['INTAKE_PREPARATION', 'MENTOR', 'WWRR'],
  ] as const)
    test(`${group} shared with ${role}: ${expected}`, () => {
      expect(said(group, role, shared(group, role))).toBe(expected)
    })
  test('a share with the guardians is none with the mentor', () => {
    expect(said('CONDITION', 'MENTOR', shared('CONDITION', 'GUARDIAN'))).toBe('-')
  })
})

describe('consent', () => {
  const opens = (
    consents: Facts['consents'],
    purpose: string | null = 'INTAKE_TALK',
    more: Partial<Facts> = {},
    now = NOW,
  ) => decide(facts({ consents, ...more }), asker('INTAKER'), 'PLUS_DOCUMENT', purpose, now).allowed
  test.each(['PENDING_APPROVAL', 'REVOKED', 'EXPIRED', 'ENDED', 'REFUSED', 'LAPSED'] as const)(
    '%s opens nothing',
    (state) => {
      expect(opens([consent(['PLUS_DOCUMENT'], { state })])).toBe(false)
    },
  )
  test('opens its own groups alone', () => {
    expect(opens([consent(['PLUS_DOCUMENT'])])).toBe(true)
    expect(opens([consent(['IDENTITY', 'CAREER_SUMMARY'])])).toBe(false)
  })
  test('begins at the moment of the grant', () => {
    expect(opens([consent(['PLUS_DOCUMENT'], { grantedAt: NOW })])).toBe(true)
    expect(opens([consent(['PLUS_DOCUMENT'], { grantedAt: new Date(NOW.getTime() + 1) })])).toBe(false)
    expect(opens([consent(['PLUS_DOCUMENT'], { grantedAt: null })])).toBe(false)
  })
  test('ends at its second, whether or not anything has marked it as expired', () => {
    const expiresAt = amsterdam(2027, 10, 1)
    const one = [consent(['PLUS_DOCUMENT'], { expiresAt })]
    expect(opens(one, 'INTAKE_TALK', {}, new Date(expiresAt.getTime() - 1000))).toBe(true)
    expect(opens(one, 'INTAKE_TALK', {}, expiresAt)).toBe(false)
  })
  for (const given of PURPOSES)
    for (const stated of [...PURPOSES, null, 'CURIOSITY', 'intake_talk', ''])
      test(`given for ${given}, asked for ${String(stated)}: ${given === stated ? 'open' : 'closed'}`, () => {
        expect(opens([consent(['PLUS_DOCUMENT'], { purpose: given })], stated)).toBe(given === stated)
      })
  test('none of it while the owner has paused, enrolled or not', () => {
    expect(opens([consent(['PLUS_DOCUMENT'])], 'INTAKE_TALK', { paused: true })).toBe(false)
    for (const group of FIELD_GROUPS)
      expect(said(group, 'INTAKER', { ...every('INTAKE_TALK'), ...enrolled, paused: true }, 'INTAKE_TALK')).toBe(
        group === 'APPLICATION_STATUS' ? 'RW' : group === 'SHARING' ? 'R' : '-',
      )
  })
  test('a pause closes nothing to the student, the guardian and the school', () => {
    for (const role of ['STUDENT', 'GUARDIAN', 'MENTOR', 'CARE_COORDINATOR'] as const)
      for (const group of FIELD_GROUPS)
        expect(said(group, role, { paused: true }), `${role} ${group}`).toBe(said(group, role, {}))
  })
  test('never opens the personal number, whatever it says', () => {
    for (const purpose of PURPOSES)
      expect(said('PERSONAL_NUMBER', 'INTAKER', { ...every(purpose), numberStatement: true }, purpose)).toBe('-')
  })
  test.each(PURPOSES)('opens the whole career file for STUDY_START alone: %s', (purpose) => {
    expect(said('CAREER_FILE', 'INTAKER', every(purpose), purpose)).toBe(purpose === 'STUDY_START' ? 'R' : '-')
  })
})

describe('the agreement only narrows', () => {
  const under = (agreement: Facts['agreement'], group: FieldGroup = 'STUDY_ADVICE', now = NOW) =>
    decide(facts({ ...every('INTAKE_TALK'), agreement }), asker('INTAKER'), group, 'INTAKE_TALK', now)
  const only = (more: object) =>
    wholeAgreement({
      allowed: [{ group: 'ACCOMMODATIONS', detail: 'TICK_AND_ADVICE', from: null, purposes: ['INTAKE_TALK'], ...more }],
    })
  test('without one nothing is open', () => expect(under(null).allowed).toBe(false))
  test('a group that it does not name is closed', () => expect(under(only({})).allowed).toBe(false))
  test('a purpose that it does not name is closed', () => {
    expect(under(only({ purposes: ['SUPPORT_ARRANGEMENT'] }), 'ACCOMMODATIONS').allowed).toBe(false)
  })
  test('it counts from its day, in Amsterdam', () => {
    const later = only({ from: '2026-12-01' })
    expect(under(later, 'ACCOMMODATIONS', new Date(amsterdam(2026, 12, 1).getTime() - 1000)).allowed).toBe(false)
    expect(under(later, 'ACCOMMODATIONS', amsterdam(2026, 12, 1)).allowed).toBe(true)
  })
  test('a tick is told to the reader as a tick, and leaves written advice closed', () => {
    expect(under(only({ detail: 'TICK' }), 'ACCOMMODATIONS')).toMatchObject({ allowed: true, detail: 'TICK' })
    expect(under(only({}), 'ACCOMMODATIONS').detail).toBe('TICK_AND_ADVICE')
    const ticks = wholeAgreement()
    expect(
      under({ ...ticks, allowed: ticks.allowed.map((one) => ({ ...one, detail: 'TICK' as const })) }).allowed,
    ).toBe(false)
  })
  test('what it allows opens nothing without consent', () => {
    for (const group of FIELD_GROUPS)
      expect(said(group, 'INTAKER', {}, 'INTAKE_TALK'), group).toBe(
        group === 'APPLICATION_STATUS' ? 'RW' : group === 'SHARING' ? 'R' : '-',
      )
  })
  test('it narrows nobody but the mbo', () => {
    for (const role of ['STUDENT', 'GUARDIAN', 'MENTOR', 'CARE_COORDINATOR'] as const)
      for (const group of FIELD_GROUPS) expect(said(group, role, { agreement: null })).toBe(said(group, role, {}))
  })
})

describe('left-out items', () => {
  const at = (day: string) => new Date(`${day}T12:00:00Z`)
  const leftOut = (...consents: Facts['consents']) =>
    [...decide(facts({ consents }), asker('INTAKER'), 'ACCOMMODATIONS', 'INTAKE_TALK', NOW).leftOut].sort()
  const given = (day: string, out: string[], groups: FieldGroup[] = ['ACCOMMODATIONS']) =>
    consent(groups, { grantedAt: at(day), leftOut: out })
  test('stay out', () => expect(leftOut(given('2026-09-01', ['home']))).toEqual(['home']))
  test('the consent granted last has the last word, also on an item that an older one shared', () => {
    expect(leftOut(given('2026-09-01', []), given('2026-10-01', ['home']))).toEqual(['home'])
    expect(leftOut(given('2026-10-01', ['home']), given('2026-09-01', []))).toEqual(['home'])
  })
  test('the consent granted last may also open what an older one left out', () => {
    expect(leftOut(given('2026-09-01', ['home']), given('2026-10-01', []))).toEqual([])
  })
  test('a later consent for other groups has no say', () => {
    expect(leftOut(given('2026-09-01', ['home']), given('2026-10-01', [], ['IDENTITY']))).toEqual(['home'])
  })
  test('a later consent that ended has no say', () => {
    const ended = { ...given('2026-10-01', []), state: 'REVOKED' as const }
    expect(leftOut(given('2026-09-01', ['home']), ended)).toEqual(['home'])
  })
  test('a later consent for another purpose has no say', () => {
    const other = { ...given('2026-10-01', []), purpose: 'SUPPORT_ARRANGEMENT' as const }
    expect(leftOut(given('2026-09-01', ['home']), other)).toEqual(['home'])
  })
  test('of two granted at the same moment both are heeded', () => {
    expect(leftOut(given('2026-09-01', ['home']), given('2026-09-01', ['reading']))).toEqual(['home', 'reading'])
  })
})

describe('after enrolment', () => {
  const after = (
    group: FieldGroup,
    more: Partial<Facts> = {},
    who: Parameters<typeof asker>[1] = {},
    role: Role = 'INTAKER',
  ) => decide(facts({ ...enrolled, ...more }), asker(role, who), group, 'STUDY_START', NOW)
  const rightOfAccess = { agreement: wholeAgreement({ postEnrolment: 'RIGHT_OF_ACCESS' }) }
  test.each(FIELD_GROUPS)('%s under the stricter rule and under the right of access', (group) => {
    const always = ['IDENTITY', 'CONTACT', 'CAREER_SUMMARY', 'APPLICATION_STATUS', 'SHARING']
    const agreed = ['ACCOMMODATIONS', 'STUDY_ADVICE', 'CAREER_FILE', 'PLUS_DOCUMENT']
    expect(after(group).allowed).toBe(always.includes(group))
    expect(after(group, rightOfAccess).allowed).toBe([...always, ...agreed].includes(group))
  })
  test('the right of access is to what the region agreed on, in that detail', () => {
    const only = (detail: 'TICK' | 'TICK_AND_ADVICE', from: string | null = null) => ({
      agreement: wholeAgreement({
        postEnrolment: 'RIGHT_OF_ACCESS',
        allowed: [
          { group: 'ACCOMMODATIONS', detail, from, purposes: ['INTAKE_TALK'] },
          { group: 'STUDY_ADVICE', detail, from, purposes: ['INTAKE_TALK'] },
        ],
      }),
    })
    expect(after('ACCOMMODATIONS', only('TICK'))).toMatchObject({ allowed: true, basis: 'ENROLMENT', detail: 'TICK' })
    expect(after('STUDY_ADVICE', only('TICK')).allowed).toBe(false)
    expect(after('STUDY_ADVICE', only('TICK_AND_ADVICE')).allowed).toBe(true)
    expect(after('PLUS_DOCUMENT', only('TICK_AND_ADVICE')).allowed).toBe(false)
    expect(after('ACCOMMODATIONS', only('TICK', '2027-08-01')).allowed).toBe(false)
    expect(after('IDENTITY', only('TICK')).allowed).toBe(true)
  })
  test('the ground is the enrolment', () => expect(after('IDENTITY').basis).toBe('ENROLMENT'))
  test('the ground is the consent where there is one too', () => {
    expect(after('IDENTITY', every('STUDY_START')).basis).toBe('CONSENT')
  })
  test('a purpose is still to be stated', () => {
    expect(decide(facts(enrolled), asker('INTAKER'), 'IDENTITY', null, NOW).allowed).toBe(false)
  })
  test('an enrolment elsewhere gives nothing', () => {
    const elsewhere = {
      applications: [{ id: 'a', institution: '02DE', status: 'ENROLLED' as const, talkAt: null, talkEndedAt: null }],
    }
    const both = { applications: [...elsewhere.applications, ...facts().applications] }
    expect(relationOf(facts(elsewhere), asker('INTAKER'), NOW)).toBeNull()
    expect(said('IDENTITY', 'INTAKER', both, 'STUDY_START')).toBe('-')
  })
  test('the number needs the statement, and of a partner system the scope', () => {
    const statement = { numberStatement: true }
    expect(after('PERSONAL_NUMBER').allowed).toBe(false)
    expect(after('PERSONAL_NUMBER', statement)).toMatchObject({ allowed: true, basis: 'ENROLMENT' })
    expect(after('PERSONAL_NUMBER', statement, {}, 'PARTNER').allowed).toBe(true)
    expect(after('PERSONAL_NUMBER', statement, { scopes: ['dossier:read'] }, 'PARTNER').allowed).toBe(false)
    expect(said('PERSONAL_NUMBER', 'INTAKER', statement, 'STUDY_START')).toBe('-')
  })
  test('a condition opens to the named officer of a guidance case, and to no colleague', () => {
    const guidance = { guidance: [{ officer: 'officer' }] }
    expect(after('CONDITION', guidance, { subject: 'officer' })).toMatchObject({
      allowed: true,
      basis: 'SPECIAL_GUIDANCE',
    })
    expect(after('CONDITION', guidance).allowed).toBe(false)
    expect(after('CONDITION', { ...guidance, ...rightOfAccess }).allowed).toBe(false)
    const notYet = decide(facts(guidance), asker('INTAKER', { subject: 'officer' }), 'CONDITION', 'STUDY_START', NOW)
    expect(notYet.allowed).toBe(false)
  })
})

describe('a partner system', () => {
  test('reads what an intaker reads, and writes in no section', () => {
    for (const group of FIELD_GROUPS) {
      const partner = said(group, 'PARTNER', every('INTAKE_TALK'), 'INTAKE_TALK')
      const intaker = said(group, 'INTAKER', every('INTAKE_TALK'), 'INTAKE_TALK')
      expect(partner, group).toBe(group === 'INTAKE_PREPARATION' ? 'RRRR' : intaker)
    }
  })
  test('reads nothing at all without the scope dossier:read', () => {
    for (const group of FIELD_GROUPS) {
      const cut = asker('PARTNER', { scopes: ['status:write', 'feed:read', 'number:read'] })
      const all = facts({ ...every('INTAKE_TALK'), ...enrolled, numberStatement: true })
      expect(decide(all, cut, group, 'INTAKE_TALK', NOW).allowed, group).toBe(false)
    }
  })
  test('a scope never adds: with all of them nothing opens without consent', () => {
    expect(said('IDENTITY', 'PARTNER', {}, 'INTAKE_TALK')).toBe('-')
  })
})

describe('sections of the intake preparation for the mbo', () => {
  const sections = (groups: FieldGroup[], role: Role = 'INTAKER', more: Partial<Facts> = {}) =>
    said('INTAKE_PREPARATION', role, { consents: [consent(groups)], ...more }, 'INTAKE_TALK')
  test('support needs consent for accommodations too', () => {
    expect(sections(['INTAKE_PREPARATION'])).toBe('RWNW')
    expect(sections(['INTAKE_PREPARATION', 'ACCOMMODATIONS'])).toBe('RWRW')
    expect(sections(['ACCOMMODATIONS'])).toBe('-')
  })
  test('both may stand in two consents, but for the same purpose', () => {
    const two = (purpose: Purpose) => ({
      consents: [consent(['INTAKE_PREPARATION']), consent(['ACCOMMODATIONS'], { purpose })],
    })
    expect(said('INTAKE_PREPARATION', 'INTAKER', two('INTAKE_TALK'), 'INTAKE_TALK')).toBe('RWRW')
    expect(said('INTAKE_PREPARATION', 'INTAKER', two('STUDY_START'), 'INTAKE_TALK')).toBe('RWNW')
  })
  test('an agreement without accommodations closes support', () => {
    const whole = wholeAgreement()
    const agreement = { ...whole, allowed: whole.allowed.filter(({ group }) => group !== 'ACCOMMODATIONS') }
    expect(sections(['INTAKE_PREPARATION', 'ACCOMMODATIONS'], 'INTAKER', { agreement })).toBe('RWNW')
  })
  test('enrolment opens none', () => expect(sections([], 'INTAKER', enrolled)).toBe('-'))
})

test('the same facts give the same answer: nothing in them is changed', () => {
  const one = facts({ ...every('INTAKE_TALK'), ...enrolled })
  const before = JSON.stringify(one)
  for (const role of ROLES) for (const group of FIELD_GROUPS) decide(one, asker(role), group, 'INTAKE_TALK', NOW)
  expect(JSON.stringify(one)).toBe(before)
})
