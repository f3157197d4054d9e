import { amsterdam } from '@doorstroomhub/kit/calendar.ts'
import { describe, expect, test } from 'vitest'
import {
  actsAsOwner,
  isEnough,
  isOpenTo,
  mayErase,
  mayGiveStatement,
  mayStop,
  needsGuardian,
  policyFor,
} from './case.ts'
import { BORN, by, caseConsent, oneCase } from './case.testing.ts'
import { MBO, NOW, wholeAgreement } from './facts.testing.ts'
import type { MinorPolicy } from './words.ts'

const POLICIES: MinorPolicy[] = ['BOTH_UNTIL_18', 'STUDENT_FROM_16']
const STUDENT = [by('STUDENT')]
const GUARDIAN = [by('GUARDIAN')]

/** Who may, of student and guardian, in a word. */
const may = (rule: (relation: 'OWNER' | 'GUARDIAN') => boolean): string =>
  [rule('OWNER') ? 'student' : '', rule('GUARDIAN') ? 'guardian' : ''].filter(Boolean).join(' or ') || 'nobody'

/** Domain §5: the whole table, both policies. */
const TABLE = `
age | policy          | statement           | approves             | stops               | pauses, refuses     | erases
15  | BOTH_UNTIL_18   | guardian            | student and guardian | student or guardian | student or guardian | guardian
15  | STUDENT_FROM_16 | guardian            | student and guardian | student or guardian | student or guardian | guardian
16  | BOTH_UNTIL_18   | student or guardian | student and guardian | student or guardian | student             | student
16  | STUDENT_FROM_16 | student or guardian | student              | student             | student             | student
17  | BOTH_UNTIL_18   | student or guardian | student and guardian | student or guardian | student             | student
17  | STUDENT_FROM_16 | student or guardian | student              | student             | student             | student
18  | BOTH_UNTIL_18   | student             | student              | student             | student             | student
18  | STUDENT_FROM_16 | student             | student              | student             | student             | student
`
const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim())

describe('who decides at which age (domain §5)', () => {
  for (const line of TABLE.trim().split('\n').slice(1)) {
    const [age = '', policy = '', statement, approves, stops, pauses, erases] = cells(line)
    const one = oneCase({ birthDate: BORN[Number(age)]!, policy: policy as MinorPolicy })
    test(`${age} under ${policy}`, () => {
      expect(may((relation) => mayGiveStatement(one, relation, NOW))).toBe(statement)
      const needs = needsGuardian(one, policyFor(one, MBO), NOW)
      expect(needs ? 'student and guardian' : 'student').toBe(approves)
      expect(may((relation) => mayStop(one, relation, policyFor(one, MBO), NOW))).toBe(stops)
      expect(may((relation) => actsAsOwner(one, relation, NOW))).toBe(pauses)
      expect(may((relation) => mayErase(one, relation, NOW))).toBe(erases)
    })
    test(`${age} under ${policy}: what is enough follows from who approves`, () => {
      const enough = (approvals: { role: never }[]) => isEnough(one, approvals, policyFor(one, MBO), NOW)
      expect(enough([])).toBe(false)
      expect(enough(GUARDIAN as never)).toBe(false)
      expect(enough([...STUDENT, ...GUARDIAN] as never)).toBe(true)
      expect(enough(STUDENT as never)).toBe(approves === 'student')
    })
  }
  test.each(['MENTOR', 'CARE_COORDINATOR', 'MBO', 'MUNICIPALITY', null] as const)(
    '%s decides none of it at any age',
    (relation) => {
      for (const age of [15, 16, 17, 18])
        for (const policy of POLICIES) {
          const one = oneCase({ birthDate: BORN[age]!, policy })
          expect(mayGiveStatement(one, relation, NOW)).toBe(false)
          expect(mayStop(one, relation, policy, NOW)).toBe(false)
          expect(actsAsOwner(one, relation, NOW)).toBe(false)
          expect(mayErase(one, relation, NOW)).toBe(false)
        }
    },
  )
  test('one guardian of two is enough', () => {
    const approvals = [by('STUDENT'), by('GUARDIAN', 'other-guardian')]
    expect(isEnough(oneCase(), approvals, 'BOTH_UNTIL_18', NOW)).toBe(true)
  })
  test('on the 18th birthday, from midnight in Amsterdam, the student alone is enough', () => {
    const one = oneCase({ birthDate: '2008-12-03' })
    const midnight = amsterdam(2026, 12, 3)
    expect(isEnough(one, STUDENT, 'BOTH_UNTIL_18', new Date(midnight.getTime() - 1))).toBe(false)
    expect(isEnough(one, STUDENT, 'BOTH_UNTIL_18', midnight)).toBe(true)
  })
  test('without an agreement the stricter policy holds', () => {
    expect(policyFor(oneCase({ agreements: new Map() }), MBO)).toBe('BOTH_UNTIL_18')
  })
  test('the policy is that of the region of the institution', () => {
    const one = oneCase()
    const agreements = new Map([...one.agreements, ['02DE', wholeAgreement({ minorPolicy: 'STUDENT_FROM_16' })]])
    expect(policyFor({ ...one, agreements }, '02DE')).toBe('STUDENT_FROM_16')
    expect(policyFor({ ...one, agreements }, MBO)).toBe('BOTH_UNTIL_18')
  })
})

describe('whether anything is open to an institution', () => {
  const open = (more: Parameters<typeof oneCase>[0], brin: string | null = MBO) => isOpenTo(oneCase(more), brin, NOW)
  const consents = [caseConsent()]
  test.each([
    ['with an active consent', true, { consents }],
    ['without any', false, {}],
    ['while paused', false, { consents, paused: true }],
    ['revoked', false, { consents: [caseConsent({ state: 'REVOKED' })] }],
    ['pending', false, { consents: [caseConsent({ state: 'PENDING_APPROVAL' })] }],
    ['at the second that it expires', false, { consents: [caseConsent({ expiresAt: NOW })] }],
    ['for another institution', false, { consents: [caseConsent({ institution: '02DE' })] }],
    ['without an agreement', false, { consents, agreements: new Map() }],
    ['outside the agreement', false, { consents, agreements: new Map([[MBO, wholeAgreement({ allowed: [] })]]) }],
  ] as const)('%s: %s', (_name, expected, more) => {
    expect(open(more)).toBe(expected)
  })
  test('nothing is open to nobody', () => expect(open({ consents }, null)).toBe(false))
})
