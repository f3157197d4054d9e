import { expect, test } from 'vitest'
import { nextStartYear, startYears } from './start-year.ts'

test('from August on, in the Netherlands, the next year of study begins next year', () => {
  expect(nextStartYear(new Date('2026-11-26T12:00:00Z'))).toBe(2027)
  expect(nextStartYear(new Date('2027-01-04T12:00:00Z'))).toBe(2027)
  // Midnight there is two hours before midnight in UTC.
  expect(nextStartYear(new Date('2027-07-31T21:59:59Z'))).toBe(2027)
  expect(nextStartYear(new Date('2027-07-31T22:00:00Z'))).toBe(2028)
  expect(nextStartYear(new Date('2026-12-31T23:30:00Z'))).toBe(2027)
  expect(startYears(new Date('2026-11-26T12:00:00Z'))).toEqual(['2026', '2027', '2028', '2029'])
})
