/**
 * `npm run pictures`: a picture of every page at 390 and 1280 px, as somebody of the demo sees it, into `test/browser/pictures/` (not
 * kept), to be looked at. Says for each whether it is too wide for the screen, and what the browser complained of. `npm run pictures --
 * --dark --english` makes them so, `--only=noor` those of one person.
 */
import { buildPages } from '@doorstroomhub/web/build.ts'
import { temporaryFolder } from '@doorstroomhub/gateway/demo/testing.ts'
import { startHub } from '@doorstroomhub/gateway/hub.ts'
import { readSettings } from '@doorstroomhub/gateway/settings.ts'
import { tokenOf } from '@doorstroomhub/gateway/demo/token.ts'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openBrowser, signIn } from './browser.ts'
import { everyPage, type Ids } from './every-page.ts'

const dark = process.argv.includes('--dark')
const english = process.argv.includes('--english')
const only = process.argv.find((each) => each.startsWith('--only='))?.slice('--only='.length)
const look = `${dark ? '-dark' : ''}${english ? '-english' : ''}`
const WIDTHS = [390, 1280]
const folder = join(import.meta.dirname, 'pictures')

/** Runs in the page: parts that come later have come once nothing has changed for half a second. */
const STILL = `new Promise((resolve) => {
  const done = () => (watch.disconnect(), resolve())
  let timer = setTimeout(done, 500)
  const watch = new MutationObserver(() => (clearTimeout(timer), (timer = setTimeout(done, 500))))
  watch.observe(document.body, { subtree: true, childList: true, characterData: true })
})`

const say = (line: string): boolean => process.stdout.write(`${line}\n`)

await buildPages({ ifNeeded: true })
await mkdir(folder, { recursive: true })
const data = await temporaryFolder()
const settings = await readSettings({ DATA_DIR: data.path, PORT: '0', LOG_LEVEL: 'silent' })
const [hub, open] = await Promise.all([startHub({ settings }), openBrowser()])
try {
  const found = new Map<string, { id: string; applications: { id: string }[] }>()
  const ids: Ids = {
    dossier: (student) => found.get(student)!.id,
    application: (student) => found.get(student)!.applications[0]!.id,
  }
  for (const student of ['noor', 'eva', 'jay']) {
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(student, hub.port)}` },
      body: JSON.stringify({ query: '{ dossiers(first: 1) { edges { node { id applications { id } } } } }' }),
    })
    const { data: answer } = (await response.json()) as {
      data: { dossiers: { edges: { node: { id: string; applications: { id: string }[] } }[] } }
    }
    found.set(student, answer.dossiers.edges[0]!.node)
  }
  for (const [person, pages] of Object.entries(everyPage(ids))) {
    if (only !== undefined && only !== person) continue
    const page = await open.page({ colorScheme: dark ? 'dark' : 'light' })
    if (english) await page.addInitScript("if (location.protocol === 'http:') localStorage.setItem('language', 'en')")
    page.on('console', (message) => {
      if (message.type() === 'error' && !/401/.test(message.text())) say(`  complains: ${message.text()}`)
    })
    page.on('pageerror', (error) => say(`  breaks: ${String(error)}`))
    if (person !== '-') await signIn(page, person, { url: hub.url })
    for (const path of pages) {
      await page.goto(hub.url + path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('load')
      // Open streams keep the network busy for ever: what is on the page counts.
      await page
        .locator('main')
        .filter({ hasNotText: english ? 'Loading' : 'Even laden' })
        .waitFor()
      await page.evaluate(STILL)
      const name = `${person}${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/[^a-z0-9]+/gi, '-')}`
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 844 })
        const over = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))
        await page.screenshot({ path: join(folder, `${name}${look}-${width}.png`), fullPage: true })
        say(`${name}${look}-${width}.png${over > 0 ? `  too wide by ${over} px` : ''}`)
      }
    }
    await page.context().close()
  }
} finally {
  await open.close()
  await hub.close()
  await data.remove()
}
process.exit(0)
