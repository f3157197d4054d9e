import { describe, expect, test } from 'vitest'
import { BORN, oneCase, party } from './case.testing.ts'
import type { Case } from './case.ts'
import { mayEnd } from './ending.ts'
import { asker, LONG_AGO, NOW, SCHOOL } from './facts.testing.ts'
import { ROLES, type Role } from './words.ts'

const people = [
  party('STUDENT', null),
  party('GUARDIAN', null),
  party('GUARDIAN', null, 'other-guardian'),
  party('MENTOR', SCHOOL),
  party('MENTOR', SCHOOL, 'other-mentor'),
  party('CARE_COORDINATOR', SCHOOL),
]
const around = (more: Partial<Case> = {}): Case => oneCase({ parties: people, ...more })
/** Whose part this role may end. */
const endable = (role: Role, one: Case): string[] =>
  people.filter((each) => mayEnd(one, asker(role), each, NOW) === true).map(({ subject }) => subject)

const ENDS: Partial<Record<Role, string[]>> = {
  MENTOR: ['guardian', 'other-guardian', 'other-mentor', 'care_coordinator'],
  GUARDIAN: ['guardian'],
}

describe('who ends whose part in a dossier', () => {
  test.each([15, 16, 17])(
    'of a student of %i: the mentor of all but the student and themselves, a guardian of themselves',
    (age) => {
      for (const policy of ['BOTH_UNTIL_18', 'STUDENT_FROM_16'] as const)
        for (const role of ROLES)
          expect([role, endable(role, around({ birthDate: BORN[age]!, policy } as Partial<Case>))]).toEqual([
            role,
            ENDS[role] ?? [],
          ])
    },
  )

  test('of a student of 18: the student of guardians too, who decide nothing any more', () => {
    const one = around({ birthDate: BORN[18]! })
    expect(endable('STUDENT', one)).toEqual(['guardian', 'other-guardian'])
    expect(endable('GUARDIAN', one)).toEqual([])
    expect(endable('MENTOR', one)).toEqual(ENDS.MENTOR)
  })

  test('who was ended ends nobody', () => {
    const gone = people.map((each) => (each.role === 'MENTOR' ? { ...each, until: LONG_AGO } : each))
    expect(endable('MENTOR', around({ parties: gone }))).toEqual([])
  })

  test('nobody of what was erased', () => {
    for (const role of ROLES) expect(endable(role, around({ status: 'ERASED' })), role).toEqual([])
  })
})
