import type { Found, Missing } from './found.ts'

/** What vitest's JSON reporter writes, as far as it is read here. */
export interface Report {
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { fullName: string; status: string }[]
  }[]
}

/** The figures of a run. */
export interface Figures {
  passed: number
  failed: number
  skipped: number
  /** What went wrong outside any test, in words. */
  outside: string[]
  skippedNames: string[]
}

/**
 * Counts a run honestly: a file that could not be loaded, and an error outside every test, each count as one failure; no
 * report at all, or no test, is a failure too.
 */
export function figuresOf(report: Report | undefined, exitCode: number | null): Figures {
  const figures: Figures = { passed: 0, failed: 0, skipped: 0, outside: [], skippedNames: [] }
  for (const file of report?.testResults ?? []) {
    const failedBefore = figures.failed
    for (const { fullName, status } of file.assertionResults) {
      if (status === 'passed') figures.passed += 1
      else if (status === 'failed') figures.failed += 1
      else {
        figures.skipped += 1
        figures.skippedNames.push(fullName)
      }
    }
    if (file.status === 'failed' && figures.failed === failedBefore) {
      figures.outside.push(`${file.name} could not run: ${file.message?.split('\n')[0] || 'its set-up failed'}`)
    }
  }
  figures.failed += figures.outside.length
  const outside = (what: string) => {
    figures.outside.push(what)
    figures.failed += 1
  }
  if (report === undefined) outside(`vitest ended (${exitCode ?? 'by a signal'}) without a report`)
  else if (figures.passed + figures.failed === 0) outside('no test ran')
  else if (exitCode !== 0 && figures.failed === 0)
    outside(`vitest ended with ${exitCode ?? 'a signal'}: an error outside every test`)
  return figures
}

/** What the tests ran on and what was skipped, with the reason: one line. */
export function groundLine(ground: Record<string, Found | Missing>, skipped: readonly string[]): string {
  const entries = Object.entries(ground)
  const ran = entries.flatMap(([, thing]) => ('missing' in thing ? [] : [thing.what]))
  const without = entries.flatMap(([name, thing]) => ('missing' in thing ? [`${name} (${thing.missing})`] : []))
  const shown = skipped.slice(0, 5).map((name) => `“${name}”`)
  const more = skipped.length > 5 ? ` and ${skipped.length - 5} more` : ''
  return [
    `ran on ${ran.join(', ')}`,
    without.length === 0 ? 'nothing to run on was missing' : `skipped for want of ${without.join(', ')}`,
    ...(skipped.length === 0 ? [] : [`tests skipped: ${shown.join(', ')}${more}`]),
  ].join('; ')
}

/** The very last line, always of this form. */
export const lastLine = ({ passed, failed, skipped }: Figures): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`
