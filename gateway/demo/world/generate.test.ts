import { ageOn } from '@doorstroomhub/kit/calendar.ts'
import { beforeAll, expect, test } from 'vitest'
import { GENERATED } from '../seed/demo.ts'
import { datesFrom } from './dates.ts'
import { moments } from './days.testing.ts'
import { faultsIn, idsOf } from './faults.testing.ts'
import { MOST, generate } from './generate.ts'
import { personalNumberOf, reserved } from './generated/numbers.ts'
import { idOf } from './ids.ts'
import { ten } from './people/ten.ts'
import { regions } from './region.ts'
import type { WorldDossier } from './types.ts'

const now = new Date('2026-11-24T12:00:00Z')
const dates = datesFrom(now)
/** The ten and those that the demo generates beside them. */
let demo: WorldDossier[]
beforeAll(() => {
  demo = [...ten(dates), ...Array.from({ length: GENERATED }, (_, index) => generate(index, dates, ['10', '19']))]
})

test('the generated dossiers of the demo lie half in region 10 and half in 19', () => {
  const generated = demo.slice(10)
  expect(new Set(generated.map(({ region }) => region))).toEqual(new Set(['10', '19']))
  expect(generated.filter(({ region }) => region === '10')).toHaveLength(GENERATED / 2)
})

test.each([
  ['01VB', 8],
  ['02DE', 3],
])('a page of fifty shows all who applied at %s: %i of the ten, and some generated ones', (brin, stories) => {
  const applied = demo.filter(({ applications }) => applications.some(({ institution }) => institution === brin))
  const generated = applied.filter(({ subject }) => subject.startsWith('leerling-'))
  expect(applied.length - generated.length).toBe(stories)
  expect(generated.length).toBeGreaterThanOrEqual(15)
  expect(applied.length).toBeLessThan(50)
})

test('generated dossiers are sound on every day', () => {
  const sample = moments.filter((_, nth) => nth % 2 === 0)
  sample.forEach((moment, nth) => {
    const then = datesFrom(moment)
    for (let index = nth * 40; index < nth * 40 + 40; index += 1) {
      const when = `${index} at ${moment.toISOString()}`
      expect([when, ...faultsIn(generate(index, then), moment)]).toEqual([when])
    }
  })
})

test('the generated dossiers of the demo are sound, 15 to 19 years old, of every status and every consent state', () => {
  expect(demo.flatMap((dossier) => faultsIn(dossier, now))).toEqual([])
  for (const { birthDate } of demo) {
    expect(ageOn(birthDate, now)).toBeGreaterThanOrEqual(15)
    expect(ageOn(birthDate, now)).toBeLessThanOrEqual(19)
  }
  expect(new Set(demo.map(({ status }) => status)).size).toBe(9)
  expect(new Set(demo.flatMap(({ consents }) => consents.map(({ state }) => state))).size).toBe(7)
})

test('a dossier is the same whatever was generated before it, and another for another index', () => {
  const alone = generate(7, dates)
  generate(8, dates)
  expect(generate(7, dates)).toEqual(alone)
  expect(generate(8, dates).content?.identity).not.toEqual(alone.content?.identity)
})

test('all regions take turns when none are named', () => {
  expect([0, 1, 2, 3, 4].map((index) => generate(index, dates).region)).toEqual(regions.map(({ code }) => code))
})

test.each([-1, 1.5, MOST, NaN])('there is no dossier %d', (index) => {
  expect(() => generate(index, dates)).toThrow(RangeError)
})

test('ids are unique over the whole demo, and are UUIDs', () => {
  const ids = demo.flatMap(idsOf)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(idOf('dossier', 'noor')).toBe(demo[0]?.id)
})

test('personal numbers are unique and never one of the ten’s or of the examples', () => {
  const numbers = new Set([...reserved, '101234564'])
  let drawn = numbers.size
  for (const from of [0, 500_000, MOST - 15_000]) {
    for (let index = from; index < from + 15_000; index += 1) {
      numbers.add(personalNumberOf(index).number)
      drawn += 1
    }
  }
  expect(numbers.size).toBe(drawn)
})

test('the number of each demo dossier is of the test range, but for who has no BSN', () => {
  for (const { content } of demo) {
    if (content?.personalNumber.kind === 'BSN') expect(content.personalNumber.number).toMatch(/^9999/)
  }
})
