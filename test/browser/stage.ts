import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { world, type World } from '../world.ts'
import { openBrowser, signIn, type OpenBrowser } from './browser.ts'

/** A busy machine is no failure. */
const PATIENCE_MS = 60_000

/** The demo world with a browser before it, for the tests of one `describe`. */
export interface Stage {
  readonly here: World
  readonly open: OpenBrowser
  /** Somebody of the demo, signed in in a browser of their own, on this page once its heading (this one, if given) is there. */
  at(name: string, to: string, heading?: string): Promise<Page>
}

/** Opens both before the tests and closes both after them, and holds that the hub had nothing to complain of. */
export function onStage(): Stage {
  let here: World | undefined
  let open: OpenBrowser | undefined
  beforeAll(async () => {
    ;[here, open] = await Promise.all([world(), openBrowser()])
  })
  afterAll(async () => {
    await open?.close()
    await here?.close()
    expect(here?.log).toEqual([])
  })
  return {
    get here() {
      return here!
    },
    get open() {
      return open!
    },
    async at(name, to, heading) {
      const page = await open!.page()
      page.setDefaultTimeout(PATIENCE_MS)
      await signIn(page, name, { url: here!.url, to })
      await page
        .getByRole('heading', { level: 1, ...(heading !== undefined && { name: heading }) })
        .first()
        .waitFor()
      return page
    },
  }
}
