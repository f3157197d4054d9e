import { ageOn, amsterdam, dayIn } from '@doorstroomhub/kit/calendar.ts'
import { describe, expect, test } from 'vitest'
import { datesFrom, turns } from './dates.ts'
import { moments } from './days.testing.ts'

test.each([
  ['2026-09-30', 2026, '2026-10-01', 2026],
  ['2026-10-01', 2027, '2027-10-01', 2026],
  ['2026-12-31', 2027, '2027-10-01', 2026],
  ['2027-01-01', 2027, '2027-10-01', 2026],
  ['2027-04-01', 2027, '2027-10-01', 2026],
  ['2027-04-02', 2027, '2027-10-01', 2026],
  ['2027-04-03', 2027, '2027-10-01', 2027],
])('on %s pupils apply for %i, consents last until %s, and the last spring is of %i', (day, year, until, spring) => {
  const dates = datesFrom(new Date(`${day}T12:00:00Z`))
  expect(dates.season.startYear).toBe(year)
  expect(dayIn(dates.season.expiresAt)).toBe(until)
  expect(dates.spring.startYear).toBe(spring)
  expect(dates.spring.expiresAt).toEqual(dates.season.expiresAt)
})

test('2 April of the last spring has passed at any hour of any day', () => {
  for (const now of moments) {
    const dates = datesFrom(now)
    expect(dates.spring.daysSince).toBeGreaterThanOrEqual(1)
    expect(dayIn(dates.at(dates.spring.daysSince, '09:00'))).toBe(`${dates.spring.startYear}-04-02`)
    expect(dates.at(dates.spring.daysSince, '23:59') < now).toBe(true)
    expect(dates.season.expiresAt > now).toBe(true)
  }
})

describe('birth dates', () => {
  test('give the age that was asked for, on any day', () => {
    for (const now of moments) {
      for (const since of [0, 1, 59, 90, 200, 364]) {
        for (const age of [15, 16, 18, 19]) expect(ageOn(datesFrom(now).born(age, since), now)).toBe(age)
      }
    }
  })

  test('on a birthday that is today make an age that began today, but on 29 February yesterday', () => {
    for (const now of moments) {
      const dates = datesFrom(now)
      const began = dayIn(turns(dates.born(18, 0), 18))
      expect(began).toBe(dates.today.endsWith('-02-29') ? dates.ago(1) : dates.today)
    }
  })

  test('on a leap day are a real 29 February that makes 16 to 19', () => {
    for (const now of moments) {
      const born = datesFrom(now).bornOnLeapDay()
      expect(born).toMatch(/-02-29$/)
      expect(new Date(born).toISOString().slice(0, 10)).toBe(born)
      expect(ageOn(born, now)).toBeGreaterThanOrEqual(16)
      expect(ageOn(born, now)).toBeLessThanOrEqual(19)
    }
  })
})

test('who was born on 29 February is 18 on 1 March, or in a leap year on the day itself', () => {
  expect(turns('2008-02-29', 18)).toEqual(amsterdam(2026, 3, 1))
  expect(turns('2008-02-29', 20)).toEqual(amsterdam(2028, 2, 29))
})

test('a school day is never in a weekend and at most two days earlier', () => {
  for (const now of moments) {
    const dates = datesFrom(now)
    for (let days = 0; days < 14; days += 1) {
      const day = dates.schoolDay(days)
      expect([1, 2, 3, 4, 5]).toContain(new Date(day).getUTCDay())
      expect([dates.ago(days), dates.ago(days + 1), dates.ago(days + 2)]).toContain(day)
    }
  }
})
