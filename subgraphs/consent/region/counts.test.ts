import { describe, expect, test } from 'vitest'
import { DOSSIER_STATUSES, SCHOOL_LEVELS, type SchoolLevel } from '../rules/words.ts'
import { cell, publish } from './counts.ts'

/** How the row of one status is shown, the total first; levels that are not named are zero. */
function shown(counts: Partial<Record<SchoolLevel, number>>): Record<string, string> {
  const exact = new Map(Object.entries(counts).map(([level, count]) => [cell('SHARED', level as SchoolLevel), count]))
  return Object.fromEntries(
    publish(exact)
      .filter(({ status }) => status === 'SHARED')
      .map((one) => [one.level ?? 'total', one.shown]),
  )
}
const all = (count: number) =>
  Object.fromEntries(SCHOOL_LEVELS.map((level) => [level, count])) as Record<SchoolLevel, number>

describe('counts of a region', () => {
  test('every status and level is there, whatever the numbers are', () => {
    const places = publish(new Map()).map(({ status, level }) => `${status} ${level}`)
    expect(places).toHaveLength((DOSSIER_STATUSES.length - 1) * (SCHOOL_LEVELS.length + 1))
    expect(new Set(places).size).toBe(places.length)
    expect(places.some((place) => place.startsWith('ERASED'))).toBe(false)
  })
  test.each([0, 1, 5, 9])('%i is shown as under ten, with no number beside it', (count) => {
    const [total, first] = publish(new Map([[cell('DRAFT', 'PRO'), count]]))
    expect([total, first]).toMatchObject([
      { status: 'DRAFT', level: null, shown: '<10', count: null, suppressed: true },
      { status: 'DRAFT', level: 'PRO', shown: '<10', count: null, suppressed: true },
    ])
  })
  test.each([
    [10, '10'],
    [12, '10'],
    [13, '15'],
    [22, '20'],
    [23, '25'],
    [1000, '1000'],
  ])('%i is rounded to %s', (count, expected) =>
    expect(shown({ ...all(50), VMBO_KB: count })['VMBO_KB']).toBe(expected),
  )
  test('one cell alone is never hidden: the smallest other goes with it', () => {
    expect(shown({ ...all(50), PRO: 3, VSO: 20 })).toMatchObject({ total: '325', PRO: '<10', VSO: '…', HAVO: '50' })
  })
  test('two hidden cells hide each other', () => {
    expect(shown({ ...all(50), PRO: 3, VSO: 4 })).toMatchObject({ PRO: '<10', VSO: '<10', HAVO: '50' })
  })
  test('a status with under ten in all says nothing of any level', () => {
    expect(new Set(Object.values(shown({ PRO: 4, VSO: 5 })))).toEqual(new Set(['<10']))
  })
  test('a total that may be shown does not give away the cells under it', () => {
    const row = shown({ PRO: 6, VSO: 6 })
    expect(row['total']).toBe('10')
    expect(Object.values(row).filter((text) => text === '<10')).toHaveLength(SCHOOL_LEVELS.length)
  })
  test('zero and two look the same', () => {
    expect(shown({ VMBO_KB: 60, PRO: 0 })).toEqual(shown({ VMBO_KB: 60, PRO: 2 }))
  })
  test('dossiers whose level is not known count in the total, and are a hidden part of it', () => {
    const exact = new Map(
      Object.entries(all(50)).map(([level, count]) => [cell('SHARED', level as SchoolLevel), count]),
    )
    const row = publish(new Map([...exact, [cell('SHARED', null), 12]])).filter(({ status }) => status === 'SHARED')
    expect(row[0]?.shown).toBe('410')
    expect(row.filter(({ suppressed }) => suppressed).map((one) => one.shown)).toEqual(['…'])
  })
})
