import { expect, test } from 'vitest'
import { figuresOf, groundLine, lastLine, type Report } from './summary.ts'

const report = (...statuses: string[]): Report => ({
  testResults: [
    {
      name: 'a.test.ts',
      status: statuses.includes('failed') ? 'failed' : 'passed',
      assertionResults: statuses.map((status, index) => ({ fullName: `test ${index}`, status })),
    },
  ],
})

test('the last line counts what passed, failed and was skipped', () => {
  const figures = figuresOf(report('passed', 'passed', 'failed', 'skipped', 'pending', 'todo'), 1)
  expect(lastLine(figures)).toBe('2 passed, 1 failed, 3 skipped')
  expect(figures.skippedNames).toEqual(['test 3', 'test 4', 'test 5'])
})

test('a file that cannot be loaded is a failure', () => {
  const broken = {
    testResults: [{ name: 'b.test.ts', status: 'failed', message: 'no such file\nat x', assertionResults: [] }],
  }
  const figures = figuresOf(broken, 1)
  expect(lastLine(figures)).toBe('0 passed, 1 failed, 0 skipped')
  expect(figures.outside).toEqual(['b.test.ts could not run: no such file'])
})

test('a file whose set-up fails is a failure though its tests count as skipped', () => {
  const broken = report('skipped', 'skipped')
  expect(lastLine(figuresOf({ testResults: [{ ...broken.testResults[0]!, status: 'failed' }] }, 1))).toBe(
    '0 passed, 1 failed, 2 skipped',
  )
})

test('an error outside every test is a failure', () => {
  expect(lastLine(figuresOf(report('passed'), 1))).toBe('1 passed, 1 failed, 0 skipped')
})

test('no test, and no report at all, are failures', () => {
  expect(lastLine(figuresOf({ testResults: [] }, 0))).toBe('0 passed, 1 failed, 0 skipped')
  expect(lastLine(figuresOf(undefined, null))).toBe('0 passed, 1 failed, 0 skipped')
})

test('the line before it says what the tests ran on, and what was missing and why', () => {
  const pglite = { url: '', what: 'PGlite', stop: async () => undefined }
  expect(groundLine({ PGlite: pglite, NATS: { missing: 'nothing answers' } }, ['a story'])).toBe(
    'ran on PGlite; skipped for want of NATS (nothing answers); tests skipped: “a story”',
  )
  expect(groundLine({ PGlite: pglite }, [])).toBe('ran on PGlite; nothing to run on was missing')
})
