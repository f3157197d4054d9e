import { expect, test } from 'vitest'
import { momentOf } from './amsterdam.ts'

test('a day and a time are read on the clock of the Netherlands, on both sides of a change of the clock', () => {
  expect([
    momentOf('2026-12-01', '14:30'),
    momentOf('2027-07-01', '09:30'),
    momentOf('2027-03-28', '01:59'),
    momentOf('2027-03-28', '03:00'),
    momentOf('2026-10-25', '03:30'),
    momentOf('', '09:30'),
    momentOf('2027-07-01', ''),
  ]).toEqual([
    '2026-12-01T13:30:00.000Z',
    '2027-07-01T07:30:00.000Z',
    '2027-03-28T00:59:00.000Z',
    '2027-03-28T01:00:00.000Z',
    '2026-10-25T02:30:00.000Z',
    null,
    null,
  ])
})
