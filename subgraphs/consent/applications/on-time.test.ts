import { describe, expect, test } from 'vitest'
import { isOnTime } from './on-time.ts'

describe('applied on time: no later than 1 April 23:59:59 in Amsterdam of the start year', () => {
  test.each([
    ['an hour before the end, summer time', '2027-04-01T20:59:59Z', 2027, true],
    ['the last second', '2027-04-01T21:59:59Z', 2027, true],
    ['the last thousandth of it', '2027-04-01T21:59:59.999Z', 2027, true],
    ['midnight', '2027-04-01T22:00:00Z', 2027, false],
    ['midnight in London is too late', '2027-04-01T23:00:00Z', 2027, false],
    ['in the year before', '2026-10-02T08:00:00Z', 2027, true],
    ['for another start year', '2027-04-02T08:00:00Z', 2028, true],
    ['in the summer', '2027-07-01T08:00:00Z', 2027, false],
    ['1 April on a Sunday', '2029-04-01T21:59:59Z', 2029, true],
    ['the clocks went forward four days before', '2027-03-28T01:00:00Z', 2027, true],
  ])('%s', (_name, appliedAt, startYear, expected) => {
    expect(isOnTime(new Date(appliedAt), startYear)).toBe(expected)
  })
})
