import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comparable, mustBeAlike, withoutPlaces } from './compare.ts'
import { ratio } from './ratios.ts'
import { isReached, median, spreadOf } from './row.ts'
import type { Results } from './table.ts'

const PATIENCE_MS = 400_000
const server = process.env['TEST_POSTGRES_URL']

describe('a quick run of the bench', () => {
  let folder: string
  let results: Results
  let table: string
  let page: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-bench-test-'))
    const out = join(folder, 'results.json')
    const args = [
      join(import.meta.dirname, 'main.ts'),
      '--quick',
      '--only=intakers-list',
      '--only=rules',
      `--out=${out}`,
    ]
    const env = { ...process.env, ...(server ? { TEST_DATABASE_URL: server } : {}) }
    const run = promisify(execFile)(process.execPath, args, { env, timeout: PATIENCE_MS })
    // Without PostgreSQL it says which row it could not run, and ends with 1.
    table = (await run.catch((cause: { stdout: string }) => cause)).stdout
    results = JSON.parse(await readFile(out, 'utf8')) as Results
    page = join(folder, 'results.html')
  }, PATIENCE_MS)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test.runIf(server)('runs every row against every peer, once all gave the same answer', () => {
    expect(results.failed).toEqual([])
    expect(results.rows.map(({ name, figures }) => [name, figures.map(({ contestant }) => contestant)])).toEqual([
      [
        "intaker's list",
        [
          'hub, one process',
          'one plain graphql-js schema',
          '@apollo/gateway over HTTP',
          "Hive's gateway over HTTP",
          'hub over HTTP',
        ],
      ],
      ["intaker's list, embedded", ['hub, one process', 'one plain graphql-js schema']],
      ['rules', ['with rules and read log', 'without']],
    ])
  })

  test('has a figure for each contestant, and a ratio with what is to be reached', () => {
    expect(results.rows.length).toBeGreaterThan(0)
    for (const { figures, ratios } of results.rows) {
      for (const { perSecond, p50Ms, p99Ms } of figures) {
        expect(perSecond).toBeGreaterThan(0)
        expect(p50Ms).toBeGreaterThan(0)
        expect(p99Ms).toBeGreaterThanOrEqual(p50Ms!)
      }
      expect(ratios.length).toBeGreaterThan(0)
      for (const each of ratios) {
        expect(each.value === null ? each.why : each.value > 0).toBeTruthy()
        expect(table).toContain(each.name)
      }
    }
  })

  test('is a page too, that needs nothing from elsewhere', async () => {
    const html = await readFile(page, 'utf8')
    for (const { figures, ratios } of results.rows)
      for (const name of [...figures.map(({ contestant }) => contestant), ...ratios.map((each) => each.name)])
        expect(html).toContain(`<th scope="row">${name}</th>`)
    expect(html).not.toMatch(/(src|href)=|https?:|@import|url\(/)
  })

  test('says on what machine it ran, and that the figures of a quick run mean nothing', () => {
    expect(results.machine.cores).toBeGreaterThan(0)
    expect(table).toContain(results.machine.model)
    expect(table).toContain('A quick run: the figures mean nothing.')
  })
})

describe('what is compared before anything is timed', () => {
  const answer = (data: unknown, ...errors: [string, string][]) =>
    JSON.stringify({
      data,
      errors: errors.map(([path, code]) => ({ message: '?', path: path.split('.'), extensions: { code } })),
    })
  const one = answer({ a: [{ b: 1 }, null] }, ['a.1', 'NOT_AVAILABLE'], ['c', 'NOT_FOUND'])

  test('is alike when errors come in another order', () => {
    const other = answer({ a: [{ b: 1 }, null] }, ['c', 'NOT_FOUND'], ['a.1', 'NOT_AVAILABLE'])
    expect(() => mustBeAlike(comparable(one), comparable(other), 'It')).not.toThrow()
  })

  test.each([
    ['another value', answer({ a: [{ b: 2 }, null] }, ['a.1', 'NOT_AVAILABLE'], ['c', 'NOT_FOUND']), 'data.a.0.b'],
    ['a missing field', answer({ a: [{}, null] }, ['a.1', 'NOT_AVAILABLE'], ['c', 'NOT_FOUND']), 'data.a.0.b'],
    ['another code', answer({ a: [{ b: 1 }, null] }, ['a.1', 'INTERNAL'], ['c', 'NOT_FOUND']), 'a.1 INTERNAL'],
    ['one error less', answer({ a: [{ b: 1 }, null] }, ['c', 'NOT_FOUND']), 'not a.1 NOT_AVAILABLE'],
  ])('is not alike with %s', (_what, other, said) => {
    expect(() => mustBeAlike(comparable(one), comparable(other), 'It')).toThrow(said)
  })

  test('leaves only the places in lists out where it is told to', () => {
    const placeless = answer({ a: [{ b: 1 }, null] }, ['a', 'NOT_AVAILABLE'], ['c', 'NOT_FOUND'])
    const [expected, given] = [comparable(one), comparable(placeless)]
    expect(() => mustBeAlike(expected, given, 'It')).toThrow('a.1 NOT_AVAILABLE')
    expect(() => mustBeAlike(withoutPlaces(expected), withoutPlaces(given), 'It')).not.toThrow()
    const other = withoutPlaces(comparable(answer({ a: [{ b: 1 }, null] }, ['a', 'INTERNAL'], ['c', 'NOT_FOUND'])))
    expect(() => mustBeAlike(withoutPlaces(expected), other, 'It')).toThrow('a INTERNAL')
  })
})

describe('a ratio', () => {
  const rounds = (...perSecond: number[]) => ({ contestant: 'x', perSecond, cpuMs: null, latencies: [] })

  test('is of the medians, and noisy when the rounds lie more than 15% apart', () => {
    const steady = ratio('', rounds(300, 310, 305), rounds(100, 101, 102), 'perSecond', { atLeast: 3 })
    expect(steady.value).toBeCloseTo(305 / 101)
    expect([steady.noisy, isReached(steady)]).toEqual([false, true])
    const shaken = ratio('', rounds(200, 310, 305), rounds(100, 101, 102), 'perSecond', { atLeast: 4 })
    expect([shaken.noisy, isReached(shaken)]).toEqual([true, false])
  })

  test('is nobody’s success where the system tells no CPU time', () => {
    const none = ratio('', rounds(1), rounds(1), 'cpuMs', { atMost: 2 })
    expect([none.value, isReached(none)]).toEqual([null, null])
    expect(none.why).toContain('CPU')
  })

  test('takes the middle of what was measured', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), spreadOf([90, 100, 110])]).toEqual([2, 2.5, 0.2])
  })
})
