import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { STUDENTS } from '../access/lines.ts'
import { plantLive } from '../canaries/living.ts'
import { markersIn, plant, type Marker } from '../canaries/planting.ts'
import { mayNeverFind } from '../canaries/seeing.ts'
import { readPdf } from '../exports/pdf.ts'
import { chromiumHere, signIn, signOut } from './browser.ts'
import { everyPage } from './every-page.ts'
import { onStage } from './stage.ts'

/** Everything that a page drew, holds and was told: not only what one sees of it. */
const HELD = `(async () => {
  const values = [...document.querySelectorAll('input, textarea, select')].map((each) => each.value)
  const stores = [localStorage, sessionStorage].map((each) => JSON.stringify({ ...each }))
  const bases = await Promise.all((await indexedDB.databases()).map(({ name }) => new Promise((done) => {
    const opening = indexedDB.open(name)
    opening.onerror = () => done('')
    opening.onsuccess = async () => {
      const base = opening.result
      const all = await Promise.all([...base.objectStoreNames].map((store) => new Promise((read) => {
        const asked = base.transaction(store).objectStore(store).getAll()
        asked.onerror = () => read('')
        asked.onsuccess = () => read(asked.result.map((each) =>
          each instanceof Uint8Array ? new TextDecoder('latin1').decode(each) : JSON.stringify(each)).join())
      })))
      base.close()
      done(name + all.join())
    }
  })))
  const kept = await Promise.all((await caches.keys()).map(async (name) => {
    const cache = await caches.open(name)
    return Promise.all((await cache.keys()).map(async (each) => each.url + (await (await cache.match(each)).text())))
  }))
  return [document.documentElement.outerHTML, document.title, location.href, JSON.stringify(history.state), ...values, ...stores, ...bases, ...kept.flat()].join('\\n')
})()`

/** What people print: there the paper is read too. */
const PRINTED = /^\/(papier|paspoort|aankomend)/

/** Hears everything that comes in over the line: answers, streams of events, frames of websockets; and what the console says. */
async function hearing(page: Page): Promise<{ heard: string[]; session: CDPSession }> {
  const heard: string[] = []
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const text = (base64: string) => Buffer.from(base64, 'base64').toString('latin1')
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType !== 'text/event-stream') return
    session.send('Network.streamResourceContent', { requestId }).then(
      ({ bufferedData }) => heard.push(text(bufferedData)),
      () => undefined,
    )
  })
  session.on('Network.dataReceived', ({ data }) => void (data !== undefined && heard.push(text(data))))
  page.on('response', (response) => {
    if (response.headers()['content-type']?.startsWith('text/event-stream') || /\/assets\//.test(response.url())) return
    response.text().then(
      (body) => heard.push(`${response.url()} ${JSON.stringify(response.headers())} ${body}`),
      () => undefined,
    )
  })
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) =>
      heard.push(typeof payload === 'string' ? payload : payload.toString('latin1')),
    ),
  )
  page.on('console', (message) => heard.push(message.text()))
  return { heard, session }
}

describe.skipIf(chromiumHere === undefined)('no page of anybody holds a word that they may not see', () => {
  const stage = onStage()
  let markers: Map<string, Marker> | undefined
  async function planted(): Promise<Map<string, Marker>> {
    markers ??= new Map([...(await plantLive(stage.here)), ...(await plant(stage.here))])
    return markers
  }
  const application = (student: string) => Object.values(stage.here.applications[student]!)[0]!
  const dossier = (student: string) => stage.here.ids[student]!

  /** Pages that others have of these, at which one may try one's luck. */
  const ofOthers = (): string[] => [
    `/leerlingen/${dossier('noor')}`,
    `/leerlingen/${dossier('fatima')}`,
    `/aankomend/${dossier('noor')}`,
    `/kind/${dossier('noor')}`,
    `/samen/${dossier('noor')}/${application('noor')}`,
  ]

  /** Goes to a page and waits until it has drawn what it asked. */
  async function visit(page: Page, path: string): Promise<void> {
    await page.goto(stage.here.url + path)
    // What is not there says so without a heading.
    await page.locator('h1, main [role=alert]').first().waitFor()
    await expect.poll(() => page.locator('main').innerText()).not.toContain('Even laden')
  }

  function expectNoLeak(who: string, text: string, where: string): Set<string> {
    const found = markersIn(text)
    const leaks = [...found]
      .map((word) => markers!.get(word)!)
      .filter((marker) => mayNeverFind(stage.here, who, marker))
      .map(({ student, kind, place }) => `${kind} of ${student}: ${place}`)
    expect(leaks, `${who} at ${where}`).toEqual([])
    return found
  }

  /** Sees each page, and hears what it was told; every word that was found. */
  async function walk(page: Page, who: string, paths: readonly string[]): Promise<Set<string>> {
    const { heard, session } = await hearing(page)
    const found = new Set<string>()
    for (const path of paths) {
      await visit(page, path)
      const seen = [String(await page.evaluate(HELD))]
      if (PRINTED.test(path)) seen.push((await readPdf(await page.pdf())).text.replaceAll(/\s/g, ''))
      for (const text of [...seen, ...heard.splice(0)])
        for (const word of expectNoLeak(who, text, path)) found.add(word)
    }
    await session.detach()
    return found
  }

  const LEAST: Record<string, number> = {
    noor: 40,
    lotte: 5,
    'father-of-noor': 10,
    joris: 30,
    amira: 5,
    marieke: 10,
    karim: 3,
  }

  /** One of each kind of reader; the others too with CANARIES. */
  const WALKERS = [
    ...['noor', 'father-of-noor', 'joris', 'marieke', 'ilse', 'beheer'],
    ...(process.env['CANARIES'] ? ['lotte', 'amira', 'karim', 'zwolle'] : []),
  ]
  test.for(WALKERS)('%s, on every page of theirs and on those of others', { timeout: 240_000 }, async (who) => {
    await planted()
    const page = await stage.open.page()
    await signIn(page, who, { url: stage.here.url, to: '/ingelogd' })
    const own = everyPage({ dossier, application })[who] ?? ['/gesprekken', `/aankomend/${dossier('lotte')}`]
    const found = await walk(page, who, ['/', ...own, ...ofOthers()])
    if (LEAST[who] === undefined) expect([...found]).toEqual([])
    else expect(found.size, who).toBeGreaterThan(LEAST[who])
    await page.context().close()
  })

  test('who signs in after another on the same computer finds nothing that was left', async () => {
    await planted()
    const page = await stage.open.page()
    const left = async (context: BrowserContext) => JSON.stringify(await context.storageState({ indexedDB: true }))
    await signIn(page, 'noor', { url: stage.here.url, to: '/mijn-dossier' })
    await walk(page, 'noor', [
      '/mijn-dossier',
      '/loopbaanmap?deel=vragen',
      `/samen/${dossier('noor')}/${application('noor')}`,
    ])
    await signOut(page, { url: stage.here.url })
    expect([...markersIn(await left(page.context()))]).toEqual([])
    await signIn(page, 'marieke', { url: stage.here.url, to: '/gesprekken' })
    await walk(page, 'marieke', ['/gesprekken'])
    // Back to where the one before was.
    for (let steps = 0; steps < 3; steps++) {
      await page.goBack()
      expectNoLeak('marieke', String(await page.evaluate(HELD)), page.url())
    }
    await page.context().close()
  })

  test('the words are there: each student has many', async () => {
    const all = [...(await planted()).values()]
    for (const student of STUDENTS)
      expect(all.filter((marker) => marker.student === student).length, student).toBeGreaterThan(10)
  })
})
