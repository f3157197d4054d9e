import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface Violation {
  id: string
  help: string
  nodes: { html: string; failureSummary?: string }[]
}

/** Fails with the rule and the element for each violation that axe sees on the page as it stands now. */
async function expectNothingOf(page: Page, rules: { type: 'tag' | 'rule'; values: readonly string[] }): Promise<void> {
  // Through the debugger, not as a script of the page: its content security policy stays as it is.
  await page.evaluate(source)
  const violations = await page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as {
      axe: { run(root: unknown, options: unknown): Promise<{ violations: Violation[] }> }
    }
    const { document } = globalThis as unknown as { document: unknown }
    const { violations: found } = await axe.run(document, {
      runOnly,
      rules: Object.fromEntries(runOnly.type === 'rule' ? runOnly.values.map((rule) => [rule, { enabled: true }]) : []),
      resultTypes: ['violations'],
    })
    return found.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
    }))
  }, rules)
  expect(violations, page.url()).toEqual([])
}

/** WCAG 2.2 A and AA. */
export const expectNoViolations = (page: Page): Promise<void> => expectNothingOf(page, { type: 'tag', values: RULES })

/** Text at 4.5:1 (AA), or at 7:1 (AAA), in the colours that the page has now. */
export const expectEnoughContrast = (page: Page, level: 'AA' | 'AAA'): Promise<void> =>
  expectNothingOf(page, { type: 'rule', values: [level === 'AA' ? 'color-contrast' : 'color-contrast-enhanced'] })

/** Fails when the page is wider than the screen: on a phone one would have to scroll sideways. */
export async function expectNoSidewaysScrolling(page: Page, width = 320): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width, height: 700 })
  // What sticks out, innermost first; nothing when the page as a whole fits.
  const over = (await page.evaluate(`(() => {
    const tooWide = document.documentElement.scrollWidth - innerWidth
    if (tooWide <= 0) return []
    const out = [...document.querySelectorAll('body *:not(.table-around *)')].filter(
      (one) => one.getBoundingClientRect().right > innerWidth,
    )
    return [tooWide + ' px', ...out.map((one) => one.outerHTML.slice(0, 120)).reverse().slice(0, 4)]
  })()`)) as string[]
  if (before) await page.setViewportSize(before)
  expect(over, `${page.url()} at ${width} px`).toEqual([])
}

/** Fails when letters of twice the size make a page wider than the screen of a phone (WCAG 1.4.4). */
export async function expectRoomForLargeText(page: Page, width = 390): Promise<void> {
  const size = (given: string) => `document.documentElement.style.fontSize = ${JSON.stringify(given)}`
  const usual = Number.parseFloat(String(await page.evaluate('getComputedStyle(document.documentElement).fontSize')))
  await page.evaluate(size(`${2 * usual}px`))
  await expectNoSidewaysScrolling(page, width)
  await page.evaluate(size(''))
}

/** All of it, of the page as it stands. */
export async function expectFine(page: Page): Promise<void> {
  await expectNoViolations(page)
  await expectNoSidewaysScrolling(page)
  await expectRoomForLargeText(page)
}
