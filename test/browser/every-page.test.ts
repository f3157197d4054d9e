import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectEnoughContrast, expectNoSidewaysScrolling, expectNoViolations, expectRoomForLargeText } from './axe.ts'
import { chromiumHere, signIn } from './browser.ts'
import { everyPage } from './every-page.ts'
import { onStage } from './stage.ts'

const web = join(dirname(dirname(import.meta.dirname)), 'web', 'pages')

/** The addresses of the router, as they stand in its files. */
const routes = globSync('*/routes.tsx', { cwd: web }).flatMap((file) =>
  [...readFileSync(join(web, file), 'utf8').matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path!),
)

const PEOPLE = Object.keys(everyPage({ dossier: () => '', application: () => '' }))

describe.skipIf(chromiumHere === undefined)('every page', { timeout: 300_000 }, () => {
  const stage = onStage()
  const pages = () =>
    everyPage({
      dossier: (student) => stage.here.ids[student]!,
      application: (student) => Object.values(stage.here.applications[student]!)[0]!,
    })

  test('no route is without a visitor', () => {
    const visited = Object.values(pages())
      .flat()
      .map((path) => path.replace(/\?.*/, '').split('/'))
    const isVisited = (route: string) =>
      visited.some((path) => {
        const steps = route.split('/')
        return steps.length === path.length && steps.every((step, at) => step.startsWith('$') || step === path[at])
      })
    expect(routes.length).toBeGreaterThan(25)
    expect(routes.filter((route) => !isVisited(route))).toEqual([])
  })

  /** All of it is there: the heading, nothing that is still on its way, and of a live document its texts. */
  async function isWhole(page: Page): Promise<void> {
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await expect.poll(() => page.locator('main').innerText()).not.toMatch(/Even laden|Loading…|Verbinden…|Connecting…/)
  }

  test.for(PEOPLE)('of %s can be read by everybody, in both languages', async (person, { expect: holds }) => {
    const page = await stage.open.page()
    page.setDefaultTimeout(60_000)
    const complaints: string[] = []
    let turn = 0
    page.on('pageerror', (error) => void complaints.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/401|404/.test(message.text())) complaints.push(message.text())
    })
    if (person !== '-') await signIn(page, person, { url: stage.here.url, to: '/ingelogd' })
    for (const path of pages()[person]!) {
      await page.emulateMedia({
        colorScheme: 'light',
        contrast: 'no-preference',
        forcedColors: 'none',
        reducedMotion: 'no-preference',
      })
      await page.goto(stage.here.url + path)
      await isWhole(page)
      await expectNoViolations(page)
      await expectNoSidewaysScrolling(page)
      await expectRoomForLargeText(page)
      const dutch = await page.locator('main').innerText()

      await page.getByRole('button', { name: 'English' }).click()
      await isWhole(page)
      holds(await page.evaluate('document.documentElement.lang')).toBe('en')
      holds(await page.locator('main').innerText(), `${path} in English`).not.toBe(dutch)
      // The other settings by turns, each page with one of them: what a page is made of is on many pages. All of them: EVERY_PAGE=all.
      turn += 1
      const isTurn = (number: number): boolean => process.env['EVERY_PAGE'] === 'all' || turn % 3 === number
      if (isTurn(0)) {
        await page.emulateMedia({ colorScheme: 'dark' })
        await expectNoViolations(page)
        await expectNoSidewaysScrolling(page)
        await expectRoomForLargeText(page)
      }
      if (isTurn(1)) {
        await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' })
        await expectEnoughContrast(page, 'AA')
      }
      if (isTurn(2)) {
        await page.emulateMedia({
          colorScheme: turn % 2 === 0 ? 'dark' : 'light',
          forcedColors: 'none',
          contrast: 'more',
          reducedMotion: 'reduce',
        })
        await expectEnoughContrast(page, 'AAA')
        holds(await moving(page), `moves on ${path}`).toEqual([])
      }
      await page.getByRole('button', { name: 'Nederlands' }).click()
    }
    holds(complaints).toEqual([])
    await page.context().close()
  })
})

/** What moves, or would when it changes. */
const moving = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('*')]
    .filter((one) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one)
      return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration) || scrollBehavior !== 'auto'
    })
    .map((one) => one.outerHTML.slice(0, 100))`)
