import { availableParallelism, loadavg } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { chromiumHere, openBrowser, signIn, type OpenBrowser } from './browser.ts'

/** A phone in a train: a quarter of this machine, 1.6 Mbit/s down, 150 ms to the hub. */
const CPU = 4
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
/** Readable within two seconds on a quiet machine; a busy one is given more, and says what it measured. */
const MOST_MS = Number(process.env['FIRST_PAGE_MS'] ?? (loadavg()[0]! > availableParallelism() ? 60_000 : 8_000))

describe.skipIf(chromiumHere === undefined)('the first page on a slow phone', () => {
  let here: World
  let open: OpenBrowser
  beforeAll(async () => {
    ;[here, open] = await Promise.all([world(), openBrowser()])
  })
  afterAll(async () => {
    await open.close()
    await here.close()
  })

  test.for([
    ['nobody', null, 'Jouw overstapdossier'],
    ['noor', 'noor', 'Mijn dossier'],
  ] as const)('%s reads it soon', async ([, person, heading]) => {
    const page = await open.page({ viewport: { width: 390, height: 844 } })
    if (person) await signIn(page, person, { url: here.url, to: '/ingelogd' })
    // Nothing of the page before it is still at work.
    await page.goto('about:blank')
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.clearBrowserCache')
    await session.send('Network.emulateNetworkConditions', NETWORK)
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU })
    const from = performance.now()
    await page.goto(`${here.url}/${person ? 'mijn-dossier' : ''}`, { waitUntil: 'commit' })
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    const took = performance.now() - from
    process.stdout.write(`first page of ${person ?? 'nobody'}: ${Math.round(took)} ms\n`)
    expect(took).toBeLessThan(MOST_MS)
  })
})
