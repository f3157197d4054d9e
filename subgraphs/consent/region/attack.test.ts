import { describe, expect, test } from 'vitest'
import { DOSSIER_STATUSES, SCHOOL_LEVELS, type DossierStatus, type SchoolLevel } from '../rules/words.ts'
import { cell, publish, type StatusCount } from './counts.ts'

/** `ATTACKS=2000` looks longer. */
const ROUNDS = Number(process.env['ATTACKS'] ?? 150)
const THRESHOLD = 10
const STEP = 5
const STATUSES = DOSSIER_STATUSES.filter((status) => status !== 'ERASED')

/** mulberry32: the same draws on every machine. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A region of students, each with a status and a level; most cells small, some large, some just at the threshold. */
function region(random: () => number) {
  const exact = new Map<string, number>()
  const sizes = [0, 0, 2, 7, 9, 10, 11, 12, 13, 14, 15, 20, 40, 60]
  const one = sizes[Math.floor(random() * sizes.length)]!
  // Now and then a row in which all cells are alike: there rounding is at its worst.
  const alike = random() < 0.3
  for (const status of STATUSES)
    for (const level of SCHOOL_LEVELS)
      exact.set(cell(status, level), alike && random() < 0.8 ? one : sizes[Math.floor(random() * sizes.length)]!)
  return exact
}

/** One student takes a step to another status. */
function step(exact: Map<string, number>, random: () => number): void {
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)]!
  for (;;) {
    const level = pick<SchoolLevel>(SCHOOL_LEVELS)
    const [from, to] = [pick<DossierStatus>(STATUSES), pick<DossierStatus>(STATUSES)]
    const before = exact.get(cell(from, level))!
    if (before === 0 || from === to) continue
    exact.set(cell(from, level), before - 1)
    exact.set(cell(to, level), exact.get(cell(to, level))! + 1)
    return
  }
}

const rowOf = (counts: readonly StatusCount[], status: DossierStatus) => {
  const [total, ...cells] = counts.filter((each) => each.status === status)
  return { total: total!, cells }
}

/**
 * What an attacker finds of a row: of each cell under ten the least and the most that it can be, from everything that is shown
 * of it and was shown before, knowing how it was rounded. The attacker believes that a cell that is hidden now is what it was
 * when it was seen last.
 */
function found(counts: readonly StatusCount[], status: DossierStatus, seen: ReadonlyMap<string, number>) {
  const { total, cells } = rowOf(counts, status)
  const half = Math.floor(STEP / 2)
  const spans = cells.map(({ count, shown, level }): [number, number] => {
    if (shown === '<10') return [0, THRESHOLD - 1]
    const known = count ?? seen.get(cell(status, level))
    return known === undefined ? [THRESHOLD, Infinity] : [Math.max(THRESHOLD, known - half), known + half]
  })
  const whole: [number, number] =
    total.count === null ? [0, Infinity] : [Math.max(THRESHOLD, total.count - half), total.count + half]
  const sum = (end: 0 | 1, but: number) => spans.reduce((all, span, at) => all + (at === but ? 0 : span[end]), 0)
  return cells.flatMap(({ shown, level }, at) =>
    shown === '<10'
      ? [{ level, least: Math.max(0, whole[0] - sum(1, at)), most: Math.min(THRESHOLD - 1, whole[1] - sum(0, at)) }]
      : [],
  )
}

describe('who watches a region while single students move', () => {
  const draws = Array.from({ length: ROUNDS }, (_unused, seed) => seed)

  test('never finds anything of a count under ten, from its row, its total or what was shown before', () => {
    const given: string[] = []
    for (const seed of draws) {
      const random = seeded(seed)
      const exact = region(random)
      const seen = new Map<string, number>()
      let counts: StatusCount[] = []
      for (let moves = 0; moves < 60; moves++) {
        counts = publish(exact, counts)
        for (const status of STATUSES) {
          for (const { level, least, most } of found(counts, status, seen))
            if (least > 0 || most < THRESHOLD - 1)
              given.push(`${seed}.${moves} ${status} ${level}: ${least} to ${most}`)
        }
        for (const { status, level, count } of counts) if (count !== null) seen.set(cell(status, level), count)
        step(exact, random)
      }
    }
    expect(given).toEqual([])
  })

  test('sees nothing move while cells stay under the threshold or change by less than the rounding', () => {
    let steps = 0
    for (const seed of draws) {
      const random = seeded(10_000 + seed)
      const exact = region(random)
      let counts = publish(exact)
      for (let moves = 0; moves < 40; moves++) {
        step(exact, random)
        const next = publish(exact, counts)
        const isQuiet = [...exact].every(([key, count]) => {
          const [status = '', level = ''] = key.split('/')
          const { count: shown } = counts.find((each) => each.status === status && each.level === level)!
          return shown === null ? count < THRESHOLD : count >= THRESHOLD && Math.abs(count - shown) < STEP
        })
        const totals = STATUSES.every((status) => {
          const { total } = rowOf(counts, status)
          const count = SCHOOL_LEVELS.reduce((sum, level) => sum + exact.get(cell(status, level))!, 0)
          return total.count === null ? count < THRESHOLD : count >= THRESHOLD && Math.abs(count - total.count) < STEP
        })
        if (isQuiet && totals) {
          steps++
          expect(next, `${seed}.${moves}`).toEqual(counts)
        }
        counts = next
      }
    }
    // The test has looked at something.
    expect(steps).toBeGreaterThan(ROUNDS / 10)
  })

  test('one student to and fro over the threshold, or over a rounding, shows nothing', () => {
    const at = (count: number): Map<string, number> =>
      new Map([...region(seeded(1)).keys()].map((key) => [key, key === cell('SHARED', 'PRO') ? count : 50]))
    for (const [one, other] of [
      [9, 10],
      [8, 12],
      [12, 13],
      [22, 23],
      [17, 18],
    ] as const) {
      let counts = publish(at(one))
      for (let times = 0; times < 4; times++) {
        const next = publish(at(times % 2 === 0 ? other : one), counts)
        expect(next, `${one} and ${other}`).toEqual(counts)
        counts = next
      }
    }
  })
})
