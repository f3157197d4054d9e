import type { Page, WebSocketRoute } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectFine, expectNoViolations } from '../axe.ts'
import { chromiumHere } from '../browser.ts'
import { onStage } from '../stage.ts'

const ROC = '01VB'
const OUTDATED = 4426
const LATE_MS = 8_000
const QUESTIONS = 'Vragen voor het gesprek'

describe.skipIf(chromiumHere === undefined)('what the live document says', { timeout: 120_000 }, () => {
  const stage = onStage()
  const { at } = stage
  const addressOf = (student: string) => `/samen/${stage.here.ids[student]}/${stage.here.applications[student]![ROC]}`
  const section = (page: Page) => page.getByRole('region', { name: QUESTIONS })
  const text = (page: Page) => page.getByRole('textbox', { name: `Tekst: ${QUESTIONS}` })
  const said = (page: Page) => section(page).locator('.saved-state')
  const heard = (page: Page) => page.locator('[aria-live=polite]').innerText()
  const write = async (page: Page, words: string): Promise<void> => {
    await text(page).press('Control+End')
    await page.keyboard.type(words)
  }
  const databases = (page: Page) =>
    page.evaluate(async () => {
      const { indexedDB } = globalThis as unknown as { indexedDB: { databases(): Promise<{ name?: string }[]> } }
      return (await indexedDB.databases()).length
    })

  test('who reads along stands in words; who joins, types and leaves is said politely, and has a name at the caret', async () => {
    const noor = await at('noor', addressOf('noor'))
    await text(noor).waitFor()
    for (const name of ['Over mij (samenvatting)', QUESTIONS, 'Wat helpt mij', 'Afspraken'])
      expect(await noor.getByRole('region', { name }).innerText()).toMatch(
        /Wie leest mee\? Jij (en je mentor )?schrij.*ROC Voorbeeld.*Jij mag hier schrijven\./,
      )
    const joris = await at('joris', addressOf('noor'))
    await text(joris).waitFor()
    await expect.poll(() => heard(noor)).toContain('Joris Hoekstra (mentor) is er nu ook.')
    await write(joris, ' Typt nu.')
    await expect.poll(() => heard(noor)).toContain(`Joris Hoekstra (mentor) typt in ${QUESTIONS}.`)
    await text(noor).locator('.caret__name').getByText('Joris Hoekstra').waitFor()
    await noor.getByRole('region', { name: 'Nu hier' }).getByText('Joris Hoekstra').waitFor()
    // Heard, not interrupted: the focus stays where it is, and the name at the caret is not read as a part of the text.
    expect(await text(noor).locator('.caret').first().getAttribute('aria-hidden')).toBe('true')
    await joris.context().close()
    await expect.poll(() => heard(noor)).toContain('Joris Hoekstra (mentor) is weg.')
    await noor.context().close()
  })

  test('what is kept on one’s own device goes when the right ends', async () => {
    const page = await at('marieke', addressOf('noor'))
    await text(page).waitFor()
    await page.getByLabel('Dit is mijn eigen apparaat').check()
    await expect.poll(() => databases(page)).toBe(2)
    const noor = stage.here.as('noor')
    await noor.act('pauseSharing', { dossierId: stage.here.ids['noor'] })
    await text(page).waitFor({ state: 'detached' })
    await expect.poll(() => databases(page)).toBe(0)
    await noor.act('resumeSharing', { dossierId: stage.here.ids['noor'] })
    await text(page).waitFor()
    await page.context().close()
  })

  test('a part that closed and opened again before the page could ask comes back by itself', async () => {
    const page = await at('marieke', addressOf('noor'))
    await text(page).waitFor()
    const noor = stage.here.as('noor')
    let go = (): void => undefined
    const isOpenAgain = new Promise<void>((resolve) => (go = resolve))
    await page.route('**/graphql', async (route) => {
      await isOpenAgain
      await route.continue()
    })
    await noor.act('pauseSharing', { dossierId: stage.here.ids['noor'] })
    await text(page).waitFor({ state: 'detached' })
    await noor.act('resumeSharing', { dossierId: stage.here.ids['noor'] })
    go()
    await text(page).waitFor()
    await page.context().close()
  })

  test('an acknowledgement that does not come is said, and so is a page that is too old with text that is not saved', async () => {
    const page = await at('noor', '/kennismaking')
    let isHeld = false
    const sockets: WebSocketRoute[] = []
    await page.routeWebSocket(/\/documents\//, (socket) => {
      sockets.push(socket)
      const hub = socket.connectToServer()
      socket.onMessage((message) => void (isHeld || hub.send(message)))
      hub.onMessage((message) => void (isHeld || socket.send(message)))
    })
    await page.goto(stage.here.url + addressOf('noor'))
    await text(page).waitFor()
    await expect.poll(() => said(page).innerText()).toMatch(/^Alles is bewaard/)
    await page.clock.install()
    isHeld = true
    await write(page, ' Wacht op antwoord.')
    await expect.poll(() => said(page).innerText()).toBe('Bewaren…')
    await page.clock.fastForward(LATE_MS)
    await expect.poll(() => said(page).innerText()).toContain('de hub antwoordt niet op tijd')
    await expectNoViolations(page)
    for (const socket of sockets) await socket.close({ code: OUTDATED, reason: 'schema' })
    await expect.poll(() => said(page).innerText()).toContain('Kopieer eerst wat net is getypt.')
    expect(await text(page).innerText()).toContain('Wacht op antwoord.')
    await section(page).getByRole('button', { name: 'Laad de pagina opnieuw' }).waitFor()
    await expectFine(page)
    await page.context().close()
  })
})
