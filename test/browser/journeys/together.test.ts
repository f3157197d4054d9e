import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectFine, expectNoViolations } from '../axe.ts'
import { expectWithinASecond } from '../../world/soon.ts'
import { chromiumHere } from '../browser.ts'
import { onStage } from '../stage.ts'

const ROC = '01VB'

describe.skipIf(chromiumHere === undefined)('the live document', { timeout: 120_000 }, () => {
  const stage = onStage()
  const { at } = stage

  const addressOf = (student: string, brin = ROC) =>
    `/samen/${stage.here.ids[student]}/${stage.here.applications[student]?.[brin] as string}`
  const text = (page: Page, section: string) => page.getByRole('textbox', { name: `Tekst: ${section}` })
  const said = (page: Page, section: string) => page.getByRole('region', { name: section }).locator('.saved-state')
  const write = async (page: Page, section: string, words: string): Promise<void> => {
    await text(page, section).press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type(words)
  }
  const holds = (page: Page, section: string, words: string) =>
    expect.poll(() => text(page, section).innerText()).toContain(words)
  const databases = (page: Page) =>
    page.evaluate(async () => {
      const { indexedDB } = globalThis as unknown as { indexedDB: { databases(): Promise<{ name?: string }[]> } }
      return (await indexedDB.databases()).map(({ name }) => name)
    })

  test('noor, joris and marieke write together; joris loses his connection and comes back with what he wrote', async () => {
    const QUESTIONS = 'Vragen voor het gesprek'
    const [noor, joris, marieke] = (await Promise.all(
      ['noor', 'joris', 'marieke'].map((name) => at(name, addressOf('noor'))),
    )) as [Page, Page, Page]
    await Promise.all([noor, joris, marieke].map((page) => text(page, QUESTIONS).waitFor()))
    // Each is told who reads along in words about themselves, and has a way back.
    await noor.getByText('Jij en je mentor schrijven, en ROC Voorbeeld ook als jij dat deelt.').waitFor()
    await joris.getByText('De leerling en de mentor schrijven, en ROC Voorbeeld ook').waitFor()
    await marieke.getByText('De student en de mentor schrijven, en ROC Voorbeeld ook').waitFor()
    for (const [page, word, way] of [
      [noor, 'Terug naar Kennismaking', '/kennismaking'],
      [joris, 'Terug naar het dossier', `/leerlingen/${stage.here.ids['noor']}`],
      [marieke, 'Terug naar het dossier', `/aankomend/${stage.here.ids['noor']}`],
    ] as const)
      expect(await page.getByRole('link', { name: word }).getAttribute('href')).toBe(way)
    await noor.getByText('Noor de Vries, dat ben jij').waitFor()
    for (const name of ['Joris Hoekstra (mentor)', 'Marieke Postma (gesprekspartner van het mbo)'])
      await noor.getByRole('region', { name: 'Nu hier' }).getByRole('listitem').filter({ hasText: name }).waitFor()

    await write(noor, QUESTIONS, 'Noor: mag mijn laptop mee?')
    // Each at the end of what the other wrote, which must be there by then.
    await holds(marieke, QUESTIONS, 'Noor: mag mijn laptop mee?')
    await write(marieke, QUESTIONS, 'Marieke: ja, altijd.')
    await joris.context().setOffline(true)
    await write(joris, QUESTIONS, 'Joris: onderweg geschreven.')
    await expect.poll(() => said(joris, QUESTIONS).innerText()).toContain('Niet bewaard: geen verbinding')
    // The wait of the live region is in the page; who listens hears it once.
    await expect.poll(() => joris.locator('[aria-live=polite]').innerText()).toContain('Niet bewaard: geen verbinding')
    await expectNoViolations(joris)
    await holds(noor, QUESTIONS, 'Marieke: ja, altijd.')
    expect(await text(noor, QUESTIONS).innerText()).not.toContain('onderweg')

    await joris.context().setOffline(false)
    for (const page of [noor, joris, marieke])
      for (const words of ['mag mijn laptop mee?', 'ja, altijd.', 'onderweg geschreven.'])
        await holds(page, QUESTIONS, words)
    await expect.poll(() => said(joris, QUESTIONS).innerText()).toMatch(/^Bewaard om \d\d:\d\d/)
    const written = async (page: Page) =>
      (await text(page, QUESTIONS).locator('p').allTextContents()).map((line) =>
        line.replaceAll(/(Noor de Vries|Joris Hoekstra|Marieke Postma)/g, ''),
      )
    expect(await written(joris)).toEqual(await written(noor))
    expect(await written(marieke)).toEqual(await written(noor))

    // What one takes back is one's own.
    await noor.getByRole('toolbar', { name: QUESTIONS }).getByRole('button', { name: 'Maak ongedaan' }).focus()
    for (let times = 0; times < 8; times++) await noor.keyboard.press('Enter')
    await expect.poll(() => text(noor, QUESTIONS).innerText()).not.toContain('mag mijn laptop mee?')
    for (const words of ['ja, altijd.', 'onderweg geschreven.', 'Hoeveel uur in de week'])
      await holds(noor, QUESTIONS, words)
    const undo = noor.getByRole('toolbar', { name: QUESTIONS }).getByRole('button', { name: 'Maak ongedaan' })
    expect(await undo.getAttribute('aria-disabled')).toBe('true')
    for (const page of [noor, marieke]) {
      await expectFine(page)
    }
    for (const page of [noor, joris, marieke]) await page.context().close()
  })

  test('the student works by keyboard alone: in the text, to the buttons, and out again', async () => {
    const SUMMARY = 'Over mij (samenvatting)'
    const page = await at('yara', addressOf('yara'))
    await text(page, SUMMARY).waitFor()
    await expect.poll(() => said(page, SUMMARY).innerText()).toMatch(/^Alles is bewaard/)
    await text(page, SUMMARY).focus()
    // The key does nothing before the text has taken the focus in.
    const isAtEnd = () =>
      text(page, SUMMARY).evaluate((box: unknown) => {
        const { getSelection } = globalThis as never as { getSelection(): { anchorNode: unknown } | null }
        const { lastElementChild } = box as { lastElementChild: { contains(node: unknown): boolean } | null }
        return lastElementChild?.contains(getSelection()?.anchorNode) ?? false
      })
    await expect
      .poll(async () => {
        await page.keyboard.press('Control+End')
        return isAtEnd()
      })
      .toBe(true)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Alt+F10')
    const tool = (name: string) =>
      page.getByRole('toolbar', { name: SUMMARY }).getByRole('button', { name, exact: true })
    const hasFocus = (what: Locator) =>
      what.evaluate(
        (node: unknown) =>
          node === (globalThis as never as { document: { activeElement: unknown } }).document.activeElement,
      )
    await expect.poll(() => hasFocus(tool('Vet'))).toBe(true)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect.poll(() => tool('Kop').getAttribute('aria-pressed')).toBe('true')
    // The text takes the focus back at the browser's next frame.
    await expect.poll(() => hasFocus(text(page, SUMMARY))).toBe(true)
    await page.keyboard.type('Waar ik goed in ben')
    // A heading in a section is one under the section's own.
    await page.getByRole('heading', { level: 3, name: 'Waar ik goed in ben' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('- rekenen')
    await text(page, SUMMARY).getByRole('listitem').filter({ hasText: 'rekenen' }).waitFor()
    await page.keyboard.press('Tab')
    expect(await hasFocus(text(page, SUMMARY))).toBe(false)
    await expect.poll(() => said(page, SUMMARY).innerText()).toMatch(/^Bewaard om/)
    const kept = await stage.here
      .as('yara')
      .query(`query ($id: ID!) { dossier(id: $id) { applications { intakePreparation { sections { key html } } } } }`, {
        id: stage.here.ids['yara'],
      })
    expect(kept.text).toContain('<h2>Waar ik goed in ben</h2><ul><li><p>rekenen</p></li></ul>')
    await expectNoViolations(page)
    await page.context().close()
  })

  test('a version is kept, the text goes on, what changed is marked, and the old text comes back', async () => {
    const AGREEMENTS = 'Afspraken'
    const page = await at('noor', addressOf('noor'))
    await text(page, AGREEMENTS).waitFor()
    const before = await text(page, AGREEMENTS).locator('p').allTextContents()
    await page.getByRole('button', { name: 'Bewaar de tekst van nu als versie' }).click()
    await page.getByText('Versie 1 is bewaard.').waitFor()
    await write(page, AGREEMENTS, 'Ik neem ook mijn laptop mee.')
    await expect.poll(() => said(page, AGREEMENTS).innerText()).toMatch(/^Bewaard om/)
    await page.getByText(/^Versie 1: .*, door Noor de Vries$/).click()
    const version = page.getByRole('group').filter({ hasText: 'Versie 1:' })
    await version.locator('ins', { hasText: 'laptop mee' }).waitFor()
    expect(await version.locator('ins').first().innerText()).toContain('[toegevoegd:')
    await version.getByText(/^Controlegetal \(SHA-256\): [0-9a-f]{64}\./).waitFor()
    await expectNoViolations(page)
    await version.getByLabel('Laat zien').selectOption({ label: 'de tekst zoals die toen was' })
    await version.getByText(before[0] as string).waitFor()
    await version.getByRole('button', { name: 'Zet "Afspraken" zo terug' }).click()
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Ja, zet terug' }).click()
    await page.getByText('"Afspraken" is weer zoals in versie 1.').waitFor()
    await expect.poll(() => text(page, AGREEMENTS).locator('p').allTextContents()).toEqual(before)
    // What was there before going back is a version of its own.
    await page.getByText(/^Versie 2: /).click()
    await page.getByRole('group').filter({ hasText: 'Versie 2:' }).locator('del', { hasText: 'laptop mee' }).waitFor()
    await page.context().close()
  })

  test('lotte stops sharing while karim looks: within a second nothing of it is on his screen, and the page says so', async () => {
    const brin = Object.keys(stage.here.applications['lotte'] ?? {})
    const shown = await stage.here
      .as('lotte')
      .query(`query ($id: ID!) { dossier(id: $id) { consents { id state groups institution { brin name } } } }`, {
        id: stage.here.ids['lotte'],
      })
    const consent = shown.data.dossier.consents.find(
      (one: { state: string; groups: string[]; institution: { name: string } }) =>
        one.state === 'GRANTED' &&
        one.groups.includes('INTAKE_PREPARATION') &&
        one.institution.name === 'Vakcollege Delta',
    )
    expect(brin).toContain(consent.institution.brin)
    const karim = await at('karim', addressOf('lotte', consent.institution.brin))
    const QUESTIONS = 'Vragen voor het gesprek'
    await text(karim, QUESTIONS).waitFor()
    await write(karim, QUESTIONS, 'Waar ziet u tegen op?')
    await karim.getByRole('button', { name: 'Bewaar de tekst van nu als versie' }).click()
    await karim.getByText(/^Versie 1: /).click()
    const all = karim.locator('.writing, .kept-text, .changes')
    await expect.poll(() => all.count()).toBeGreaterThan(2)
    await karim.evaluate(() => {
      const { document, performance, MutationObserver } = globalThis as never as {
        document: { body: object; querySelector(of: string): unknown; querySelectorAll(of: string): unknown[] }
        performance: { now(): number; timeOrigin: number }
        MutationObserver: new (then: () => void) => { observe(of: object, what: object): void }
        gone?: number
      }
      new MutationObserver(() => {
        const left = document.querySelector('.writing, .kept-text, .changes, details.card')
        if (left === null) (globalThis as { gone?: number }).gone ??= performance.timeOrigin + performance.now()
      }).observe(document.body, { childList: true, subtree: true })
    })
    await stage.here.as('lotte').act('revokeConsent', { id: consent.id }, '{ state }')
    const stopped = performance.timeOrigin + performance.now()
    const gone = () => karim.evaluate(() => (globalThis as { gone?: number }).gone)
    await expect.poll(gone).toBeDefined()
    expectWithinASecond("gone from karim's document", ((await gone()) as number) - stopped)
    expect(await karim.locator('main').innerText()).toContain(
      'Dit deel is nu niet meer beschikbaar. De tekst is van dit scherm gehaald.',
    )
    expect(await karim.locator('main').innerText()).not.toContain('Waar ziet u tegen op?')
    await expectNoViolations(karim)
    // Once she shares again it is there again, without a reload.
    await stage.here.as('lotte').act(
      'giveConsent',
      {
        dossierId: stage.here.ids['lotte'],
        institution: consent.institution.brin,
        groups: consent.groups.filter((group: string) => group !== 'PLUS_DOCUMENT'),
        purpose: 'INTAKE_TALK',
      },
      '{ state }',
    )
    await holds(karim, QUESTIONS, 'Waar ziet u tegen op?')
    await karim.context().close()
  })

  test('an intaker sees of a student who never shared what they see of one who stopped', async () => {
    const seen = async (student: string) => {
      const page = await at('marieke', addressOf(student))
      await expect.poll(() => page.getByText('Nog niet beschikbaar.').count()).toBe(4)
      await expectNoViolations(page)
      const words = await page.locator('main').innerText()
      await page.context().close()
      return words
        .split('\n')
        .filter((line) => !line.includes('bij ROC Voorbeeld, ') && !line.startsWith('Het gesprek is op'))
    }
    const never = await seen('eva')
    expect(never).toEqual(await seen('daan'))
    expect(never.join(' ')).not.toContain('Bewaarde versies')
  })

  test('what is kept on one’s own device goes when one signs out', async () => {
    const SUMMARY = 'Over mij (samenvatting)'
    const page = await at('lotte', addressOf('lotte'))
    await text(page, SUMMARY).waitFor()
    expect(await databases(page)).toEqual([])
    await page.getByLabel('Dit is mijn eigen apparaat').check()
    await expect.poll(async () => (await databases(page)).length).toBe(4)
    await page.context().setOffline(true)
    await write(page, SUMMARY, 'Zonder internet geschreven.')
    await expect.poll(() => said(page, SUMMARY).innerText()).toContain('op dit apparaat bewaard')
    await page.context().setOffline(false)
    await expect.poll(() => said(page, SUMMARY).innerText()).toMatch(/^Bewaard om/)
    await page.reload()
    await holds(page, SUMMARY, 'Zonder internet geschreven.')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Uitloggen' }).click()
    await page.getByRole('link', { name: 'Inloggen' }).waitFor()
    expect(await databases(page)).toEqual([])
    await page.context().close()
  })
})
