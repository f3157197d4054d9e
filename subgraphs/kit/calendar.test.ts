import { describe, expect, test } from 'vitest'
import { ageOn, amsterdam, dayIn } from './calendar.ts'

describe('a day begins at midnight in Amsterdam', () => {
  test.each([
    ['2026-01-15T22:59:59.999Z', '2026-01-15', 'a winter evening'],
    ['2026-01-15T23:00:00.000Z', '2026-01-16', 'midnight in winter is 23:00 UTC'],
    ['2026-07-15T21:59:59.999Z', '2026-07-15', 'a summer evening'],
    ['2026-07-15T22:00:00.000Z', '2026-07-16', 'midnight in summer is 22:00 UTC'],
    ['2026-03-28T23:00:00.000Z', '2026-03-29', 'the day of 23 hours begins in winter time'],
    ['2026-03-29T21:59:59.999Z', '2026-03-29', 'and ends in summer time'],
    ['2026-10-24T22:00:00.000Z', '2026-10-25', 'the day of 25 hours begins in summer time'],
    ['2026-10-25T22:59:59.999Z', '2026-10-25', 'and ends in winter time'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01', 'new year'],
    ['2028-02-28T23:00:00.000Z', '2028-02-29', 'a leap day'],
    ['2028-02-29T23:00:00.000Z', '2028-03-01', 'the day after a leap day'],
    ['1969-12-31T22:59:59.999Z', '1969-12-31', 'before 1970'],
  ])('%s is %s: %s', (instant, day) => {
    expect(dayIn(new Date(instant))).toBe(day)
  })

  test('an invalid instant has no day', () => {
    expect(() => dayIn(new Date(NaN))).toThrow(RangeError)
  })
})

describe('a time on the clock in Amsterdam is one instant', () => {
  test.each<[[number, number, number, number?, number?, number?], string, string]>([
    [[2026, 4, 1, 23, 59, 59], '2026-04-01T21:59:59.000Z', 'the last second to apply on time'],
    [[2026, 4, 2], '2026-04-01T22:00:00.000Z', 'one second later it is 2 April'],
    [[2026, 10, 1], '2026-09-30T22:00:00.000Z', '1 October begins in summer time'],
    [[2026, 1, 1], '2025-12-31T23:00:00.000Z', 'new year'],
    [[2026, 3, 29, 1, 59, 59], '2026-03-29T00:59:59.000Z', 'the last second of winter time'],
    [[2026, 3, 29, 3], '2026-03-29T01:00:00.000Z', 'the first of summer time'],
    [[2026, 3, 29, 2, 30], '2026-03-29T01:30:00.000Z', 'a skipped half hour is half past three'],
    [[2026, 10, 25, 1, 59, 59], '2026-10-24T23:59:59.000Z', 'before the hour that comes twice'],
    [[2026, 10, 25, 2, 30], '2026-10-25T00:30:00.000Z', 'of the two, the first'],
    [[2026, 10, 25, 3], '2026-10-25T02:00:00.000Z', 'after them'],
    [[2028, 2, 29, 12], '2028-02-29T11:00:00.000Z', 'a leap day'],
    [[2027, 2, 29], '2027-02-28T23:00:00.000Z', '29 February runs on into 1 March in other years'],
  ])('%j is %s: %s', (wall, instant) => {
    expect(amsterdam(...wall).toISOString()).toBe(instant)
  })

  test('the start of every day of eight years is the first instant of that day', () => {
    for (let day = Date.UTC(2024, 0, 1); day < Date.UTC(2032, 0, 1); day += 86_400_000) {
      const named = new Date(day).toISOString().slice(0, 10)
      const start = amsterdam(Number(named.slice(0, 4)), Number(named.slice(5, 7)), Number(named.slice(8)))
      expect(dayIn(start)).toBe(named)
      expect(dayIn(new Date(start.getTime() - 1))).not.toBe(named)
    }
  })
})

describe('age on the day', () => {
  test.each([
    ['2008-06-15', '2026-06-14T21:59:59.999Z', 17, 'the last millisecond before the 18th birthday'],
    ['2008-06-15', '2026-06-14T22:00:00.000Z', 18, '18 at 00:00 in Amsterdam exactly, not at 00:00 UTC'],
    ['2008-01-15', '2026-01-14T22:59:59.999Z', 17, 'in winter an hour later in UTC'],
    ['2008-01-15', '2026-01-14T23:00:00.000Z', 18, 'to the millisecond'],
    ['2008-06-15', '2026-06-15T21:59:59.999Z', 18, 'the whole birthday'],
    ['2008-02-29', '2026-02-28T22:59:59.999Z', 17, 'born on 29 February: not yet on 28 February'],
    ['2008-02-29', '2026-02-28T23:00:00.000Z', 18, 'but from 1 March 00:00'],
    ['2008-02-29', '2028-02-28T22:59:59.999Z', 19, 'in a leap year: not before 29 February'],
    ['2008-02-29', '2028-02-28T23:00:00.000Z', 20, 'and from 29 February 00:00'],
    ['2008-03-29', '2026-03-28T23:00:00.000Z', 18, 'a birthday on the day the clocks go forward'],
    ['2008-10-25', '2026-10-24T22:00:00.000Z', 18, 'a birthday on the day the clocks go back'],
    ['2008-12-31', '2026-12-31T22:59:59.999Z', 18, 'new year’s eve'],
    ['2009-01-01', '2026-12-31T23:00:00.000Z', 18, 'new year'],
    ['2026-06-15', '2026-06-15T10:00:00.000Z', 0, 'the day of birth'],
    ['2026-06-16', '2026-06-15T10:00:00.000Z', -1, 'not yet born'],
  ])('born %s, at %s: %i (%s)', (birthDate, instant, age) => {
    expect(ageOn(birthDate, new Date(instant))).toBe(age)
  })

  test.each(['', '15-06-2008', '2008-6-15', '2008-06-15T00:00:00Z', '20000-01-01'])(
    '%j is not a birth date',
    (text) => {
      expect(() => ageOn(text, new Date('2026-06-15T10:00:00Z'))).toThrow(RangeError)
    },
  )
})
