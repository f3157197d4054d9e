import { findChromium } from '@doorstroomhub/tools/test/chromium.ts'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

/** The browser of this machine, or undefined: `describe.skipIf(chromiumHere === undefined)`. `npm test` says what is skipped and why. */
export const chromiumHere: string | undefined = process.env['TEST_CHROMIUM'] ?? findChromium(process.env)

/** Nothing that the browser does of itself: no updates, no reports, no sandbox that a container does not give it. */
const QUIET = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
]

/** A running Chromium. */
export interface OpenBrowser {
  browser: Browser
  /** A browser of somebody's own: no cookie or storage of another one. Ends with the browser, or by its own `close()`. */
  person(options?: Parameters<Browser['newContext']>[0]): Promise<BrowserContext>
  /** A page in a browser of its own. */
  page(options?: Parameters<Browser['newContext']>[0]): Promise<Page>
  close(): Promise<void>
}

/** Starts Chromium without a window. Close it at the end of the test file. Screens are in Dutch unless said otherwise. */
export async function openBrowser(): Promise<OpenBrowser> {
  if (chromiumHere === undefined) throw new Error('There is no Chromium on this machine.')
  const browser = await chromium.launch({ executablePath: chromiumHere, args: QUIET, headless: true })
  const person: OpenBrowser['person'] = (options = {}) => browser.newContext({ locale: 'nl-NL', ...options })
  return {
    browser,
    person,
    page: async (options) => (await person(options)).newPage(),
    close: () => browser.close(),
  }
}

/** Signs in at the demo's provider as one of the demo (`noor`, `joris`, `marieke`), on the hub at `url`, and ends on the local path `to`. */
export async function signIn(page: Page, name: string, { url, to = '/' }: { url: string; to?: string }): Promise<void> {
  await page.goto(`${url}/sign-in?return=${encodeURIComponent(to)}`)
  await page.locator(`button[name="person"][value="${name}"]`).click()
  await page.waitForURL(new URL(to, url).href)
}

/** Signs out as a page of the hub does: a form of its own, sent by the browser; ends at `/`. */
export async function signOut(page: Page, { url }: { url: string }): Promise<void> {
  if (new URL(page.url()).origin !== new URL(url).origin) await page.goto(`${url}/`)
  const back = page.waitForResponse((response) => response.url() === `${url}/` && response.status() === 200)
  await page.evaluate(() => {
    const { document } = globalThis as unknown as {
      document: {
        createElement(name: 'form'): { method: string; action: string; submit(): void }
        body: { append(node: unknown): void }
      }
    }
    const form = document.createElement('form')
    form.method = 'post'
    form.action = '/sign-out'
    document.body.append(form)
    form.submit()
  })
  await back
  await page.waitForURL(`${url}/`)
}

/** What has the focus: the label of a field, else its own words; BODY when nothing has it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { document } = globalThis as unknown as {
      document: { activeElement: { tagName: string; innerText: string; labels?: ArrayLike<{ innerText: string }> } }
    }
    const { tagName, innerText, labels } = document.activeElement
    return tagName === 'BODY' ? tagName : (labels?.[0]?.innerText ?? innerText).trim()
  })
