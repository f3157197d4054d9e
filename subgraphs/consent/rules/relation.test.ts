import { amsterdam } from '@doorstroomhub/kit/calendar.ts'
import { describe, expect, test } from 'vitest'
import { decide, relationOf } from './decide.ts'
import type { Facts } from './facts.ts'
import { asker, consent, enrolled, facts, LONG_AGO, NOW, SCHOOL } from './facts.testing.ts'
import { FIELD_GROUPS, ROLES, type Role } from './words.ts'

describe('who has a relation', () => {
  const relation = (role: Role, more: Partial<Facts> = {}, who: Parameters<typeof asker>[1] = {}, now = NOW) =>
    relationOf(facts(more), asker(role, who), now)
  test.each([
    ['STUDENT', 'OWNER'],
    ['GUARDIAN', 'GUARDIAN'],
    ['MENTOR', 'MENTOR'],
    ['CARE_COORDINATOR', 'CARE_COORDINATOR'],
    ['INTAKER', 'MBO'],
    ['PARTNER', 'MBO'],
    ['MUNICIPALITY', 'MUNICIPALITY'],
    ['REGION_ANALYST', null],
    ['ADMINISTRATOR', null],
  ] as const)('%s is %s', (role, expected) => {
    expect(relation(role)).toBe(expected)
  })
  test.each(ROLES)('to %s an erased dossier does not exist', (role) => {
    expect(relation(role, { status: 'ERASED' })).toBeNull()
    for (const group of FIELD_GROUPS)
      expect(
        decide(
          facts({ status: 'ERASED', ...enrolled, consents: [consent(FIELD_GROUPS, { purpose: 'INTAKE_TALK' })] }),
          asker(role),
          group,
          'INTAKE_TALK',
          NOW,
        ).allowed,
      ).toBe(false)
  })
  test.each(['STUDENT', 'GUARDIAN', 'MENTOR', 'CARE_COORDINATOR'] as const)('%s without a record has none', (role) => {
    expect(relation(role, { parties: [] })).toBeNull()
  })
  test('a mentor of another school has none, also with a record here', () => {
    expect(relation('MENTOR', {}, { brin: '04AA' })).toBeNull()
    expect(relation('MENTOR', { homeSchool: '04AA' })).toBeNull()
  })
  test('a record counts from its first moment and no longer at its last', () => {
    const from = (since: Date, until: Date | null) => ({
      parties: [{ role: 'MENTOR' as const, brin: SCHOOL, since, until }],
    })
    const before = new Date(NOW.getTime() - 1)
    expect(relation('MENTOR', from(NOW, null))).toBe('MENTOR')
    expect(relation('MENTOR', from(NOW, null), {}, before)).toBeNull()
    expect(relation('MENTOR', from(LONG_AGO, NOW), {}, before)).toBe('MENTOR')
    expect(relation('MENTOR', from(LONG_AGO, NOW))).toBeNull()
  })
  test('a role is one relation: a mentor who is also a parent reads in the role that they act in', () => {
    const parent = { parties: [{ role: 'GUARDIAN' as const, brin: null, since: LONG_AGO, until: null }] }
    expect(relation('MENTOR', parent)).toBeNull()
    expect(relation('GUARDIAN', parent)).toBe('GUARDIAN')
  })
  test('an institution without an application has none', () => {
    expect(relation('INTAKER', {}, { brin: '02DE' })).toBeNull()
    expect(relation('INTAKER', {}, { brin: null })).toBeNull()
  })
  test('a municipality has one to its own residents who applied', () => {
    expect(relation('MUNICIPALITY', {}, { municipality: 'GM0166' })).toBeNull()
    expect(relation('MUNICIPALITY', { municipality: null }, { municipality: null })).toBeNull()
    expect(relation('MUNICIPALITY', { applications: [] })).toBeNull()
  })
})

describe('birthdays, to the second in Amsterdam', () => {
  const guardian = (birthDate: string, at: Date) =>
    decide(facts({ birthDate }), asker('GUARDIAN'), 'PLUS_DOCUMENT', null, at).allowed
      ? 'all'
      : relationOf(facts({ birthDate }), asker('GUARDIAN'), at) === null
        ? 'nothing'
        : 'some'
  const second = (at: Date, by: number) => new Date(at.getTime() + by * 1000)
  test.each([
    ['16, winter', '2010-12-03', amsterdam(2026, 12, 3), 'all', 'some'],
    ['16, summer', '2010-07-03', amsterdam(2026, 7, 3), 'all', 'some'],
    ['18, winter', '2008-12-03', amsterdam(2026, 12, 3), 'some', 'nothing'],
    ['18, summer', '2008-07-03', amsterdam(2026, 7, 3), 'some', 'nothing'],
    ['18, born on 29 February: 1 March in a year without one', '2008-02-29', amsterdam(2026, 3, 1), 'some', 'nothing'],
    ['16, born on 29 February: on the day itself in a leap year', '2012-02-29', amsterdam(2028, 2, 29), 'all', 'some'],
    ['18, on the day that the clocks go forward', '2008-03-29', amsterdam(2026, 3, 29), 'some', 'nothing'],
  ])('a guardian reads less from midnight on: %s', (_name, birthDate, midnight, before, after) => {
    expect(guardian(birthDate, second(midnight, -1))).toBe(before)
    expect(guardian(birthDate, midnight)).toBe(after)
  })
  test('at 15 all, at 16 and 17 what the table says, at 18 nothing', () => {
    const ages = { 15: '2011-11-24', 16: '2010-11-24', 17: '2009-11-24', 18: '2008-11-24', 19: '2007-11-24' }
    expect(Object.values(ages).map((day) => guardian(day, NOW))).toEqual(['all', 'some', 'some', 'nothing', 'nothing'])
  })
})
