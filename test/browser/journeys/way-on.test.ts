import { startHub, type Hub } from '@doorstroomhub/gateway/hub.ts'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { settingsIn } from '../../world.ts'
import { expectFine, expectNoViolations } from '../axe.ts'
import { chromiumHere, signOut } from '../browser.ts'
import { onStage } from '../stage.ts'

const TOO_SLOW_MS = 30_000
const ROC = '01VB'

/** Server gone, session over, right gone, not found, changed meanwhile, too slow: each has words and a way on, and takes nothing that was typed. */
describe.skipIf(chromiumHere === undefined)('what goes wrong for staff', { timeout: 120_000 }, () => {
  const stage = onStage()
  const { at } = stage
  let again: Hub | null = null
  afterAll(() => again?.close())

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
  const alert = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words })
  const QUESTIONS = 'Vragen voor het gesprek'
  const text = (page: Page) => page.getByRole('textbox', { name: `Tekst: ${QUESTIONS}` })
  const said = (page: Page) => page.getByRole('region', { name: QUESTIONS }).locator('.saved-state')
  const addressOf = (student: string, brin = ROC) =>
    `/samen/${stage.here.ids[student]}/${stage.here.applications[student]![brin]}`
  const write = async (page: Page, words: string): Promise<void> => {
    await text(page).press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type(words)
  }
  /** Begins a new advice, and types. */
  const advise = async (page: Page, words: string) => {
    const advice = group(page, 'Advies over de studiekeuze')
    await advice.getByRole('button', { name: 'Schrijf een nieuw advies' }).click()
    const field = advice.getByRole('textbox', { name: 'Advies over de studiekeuze' })
    await field.fill(words)
    return field
  }
  /** From now on nothing that is asked is answered, until it is let go. */
  const holdAnswers = async (page: Page): Promise<() => Promise<void>> => {
    await page.route('**/graphql', (route) =>
      route.request().headers()['accept']?.startsWith('text/event-stream') ? route.continue() : undefined,
    )
    return () => page.unroute('**/graphql')
  }
  /** Signs in again in the tab that the page opens for it. */
  const signInAgain = async (page: Page, name: string): Promise<void> => {
    const [tab] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('dialog').getByRole('link', { name: 'Log in (nieuw tabblad)' }).click(),
    ])
    await tab.locator(`button[name="person"][value="${name}"]`).click()
    await tab.waitForEvent('close')
    await page.getByRole('button', { name: 'Ik ben weer ingelogd' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  test('too slow: a form says so, keeps what was typed, and saves it the next time', async () => {
    const page = await at('joris', `/leerlingen/${stage.here.ids['noor']}`)
    const field = await advise(page, 'Te langzaam.')
    await page.clock.install()
    const letGo = await holdAnswers(page)
    await button(page, 'Bewaar het advies').click()
    await page.getByRole('status').filter({ hasText: 'Bewaren…' }).waitFor()
    await page.clock.fastForward(TOO_SLOW_MS)
    await alert(page, 'De hub antwoordt niet op tijd.').waitFor()
    expect(await field.inputValue()).toBe('Te langzaam.')
    await expectFine(page)
    await letGo()
    await button(page, 'Bewaar het advies').click()
    await page.getByRole('article').filter({ hasText: 'Te langzaam.' }).waitFor()
    await page.context().close()
  })

  test('too slow: a page says that it loads, then that no answer comes, and tries again when asked to', async () => {
    const page = await at('beheer', '/afspraken')
    await page.clock.install()
    const letGo = await holdAnswers(page)
    await page.getByRole('link', { name: 'IJssel-Vecht' }).click()
    await page.getByRole('status').filter({ hasText: 'Even laden…' }).waitFor()
    await expectNoViolations(page)
    await page.clock.fastForward(TOO_SLOW_MS)
    await alert(page, 'De hub antwoordt niet op tijd.').waitFor()
    await expectFine(page)
    await letGo()
    await button(page, 'Probeer opnieuw').click()
    await page.getByRole('heading', { level: 1, name: 'Afspraken van regio IJssel-Vecht' }).waitFor()
    await page.context().close()
  })

  test('session over: a form waits beside the signing in, shows nothing of the student meanwhile, and goes on', async () => {
    const page = await at('marieke', `/aankomend/${stage.here.ids['jay']}`)
    const guidance = group(page, 'Bijzondere begeleiding')
    await guidance.getByText('Open bijzondere begeleiding').click()
    await guidance.getByLabel('Reden').fill('Voor de toetsen.')
    // Half an hour without a question.
    stage.here.clock.advance({ minutes: 31 })
    await guidance.getByRole('button', { name: 'Open', exact: true }).click()
    await page.getByRole('dialog', { name: 'De sessie is voorbij' }).waitFor()
    await expect.poll(() => page.locator('main').innerText()).not.toContain('@')
    await expectFine(page)
    await signInAgain(page, 'marieke')
    await expect.poll(() => guidance.getByLabel('Reden').inputValue()).toBe('Voor de toetsen.')
    await guidance.getByRole('button', { name: 'Open', exact: true }).click()
    await guidance.getByText('Marieke Postma, sinds').waitFor()
    await page.context().close()
  })

  test('session over: a live text stays on the screen, and is saved after signing in again', async () => {
    const page = await at('marieke', addressOf('noor'))
    await text(page).waitFor()
    const other = await page.context().newPage()
    await other.goto(stage.here.url)
    await page.context().setOffline(true)
    await write(page, 'Getypt terwijl de sessie eindigde.')
    await page.context().setOffline(false)
    await signOut(other, { url: stage.here.url })
    await other.close()
    await page.getByRole('dialog', { name: 'De sessie is voorbij' }).waitFor()
    // To the mbo, which hears of no stop now, nothing is shown.
    await text(page).waitFor({ state: 'hidden' })
    expect(await page.locator('main').innerText()).not.toContain('Hoeveel uur in de week')
    await signInAgain(page, 'marieke')
    await expect.poll(() => said(page).innerText()).toMatch(/^(Bewaard om|Alles is bewaard)/)
    expect(await text(page).innerText()).toContain('Getypt terwijl de sessie eindigde.')
    await page.context().close()
  })

  test('right gone: the page goes, and what was typed on it stands there', async () => {
    const page = await at('joris', `/leerlingen/${stage.here.ids['lotte']}`)
    await advise(page, 'Getypt voor Lotte.')
    const lotte = stage.here.as('lotte')
    const input = { dossierId: stage.here.ids['lotte'] }
    for (let times = 0; times < 2; times++) await lotte.act('eraseDossier', input, '')
    await page.getByRole('heading', { level: 1, name: 'Niet gevonden' }).waitFor()
    await page.getByText('Getypt voor Lotte.').waitFor()
    expect(await page.locator('main').innerText()).not.toContain('van Dijk')
    await expectFine(page)
    await page.getByRole('link', { name: 'Naar het begin' }).click()
    await page.getByRole('heading', { level: 1, name: 'Mijn leerlingen' }).waitFor()
    await page.context().close()
  })

  test('right gone: of a live text the own words that were not saved stay, and nothing else', async () => {
    const page = await at('marieke', addressOf('noor'))
    await text(page).waitFor()
    await text(page).getByText('Hoeveel uur in de week').waitFor()
    await page.context().setOffline(true)
    await write(page, 'Mijn vraag van onderweg.')
    const noor = stage.here.as('noor')
    await noor.act('pauseSharing', { dossierId: stage.here.ids['noor'] })
    await page.context().setOffline(false)
    const left = page.getByRole('region', { name: QUESTIONS }).filter({ hasText: 'Het is niet bewaard:' })
    await left.getByText('Mijn vraag van onderweg.').waitFor()
    await text(page).waitFor({ state: 'detached' })
    expect(await page.locator('main').innerText()).not.toContain('Hoeveel uur in de week')
    await expectFine(page)
    // Once it is open again she goes on, and what she typed can be taken over.
    await noor.act('resumeSharing', { dossierId: stage.here.ids['noor'] })
    await text(page).getByText('Hoeveel uur in de week').waitFor()
    await left.getByText('Mijn vraag van onderweg.').waitFor()
    await page.context().close()
  })

  test('not found: words and a way on, for a pupil and for a live document', async () => {
    const page = await at('joris', '/leerlingen')
    const nobody = '00000000-0000-4000-8000-000000000000'
    for (const path of [`/leerlingen/${nobody}`, `/samen/${nobody}/${nobody}`, '/afspraken/10']) {
      await page.goto(stage.here.url + path)
      await page.getByRole('heading', { level: 1, name: 'Niet gevonden' }).waitFor()
      await expectFine(page)
      await page.getByRole('link', { name: 'Naar het begin' }).click()
      await page.getByRole('heading', { level: 1, name: 'Mijn leerlingen' }).waitFor()
    }
    await page.context().close()
  })

  test('changed meanwhile: of an agreement both versions are shown, nobody overwrites or signs what they did not read', async () => {
    const draft = await stage.here.as('ilse').act(
      'saveAgreement',
      {
        region: '10',
        allowed: [{ group: 'IDENTITY', detail: 'TICK_AND_ADVICE', purposes: ['INTAKE_TALK'] }],
        minorPolicy: 'BOTH_UNTIL_18',
        postEnrolment: 'CONSENT',
        goals: ['Een doel.'],
      },
      '{ id }',
    )
    const change = (goals: string[]) =>
      stage.here.as('ilse').act(
        'saveAgreement',
        {
          id: draft['id'],
          region: '10',
          allowed: [{ group: 'IDENTITY', detail: 'TICK_AND_ADVICE', purposes: ['INTAKE_TALK'] }],
          minorPolicy: 'BOTH_UNTIL_18',
          postEnrolment: 'CONSENT',
          goals,
        },
        '{ id }',
      )
    const page = await at('beheer', '/afspraken/10')
    const sign = button(page, 'Teken deze afspraak')
    await sign.first().waitFor()
    await change(['Een ander doel.'])
    await sign.first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Teken deze afspraak' }).click()
    await alert(page, 'Dat lukte niet').getByRole('button', { name: 'Bekijk hoe het nu is' }).click()
    await page.getByText('Een ander doel.').waitFor()

    await button(page, 'Wijzig dit voorstel').click()
    await page.getByLabel('Doelen van de afspraak').fill('Mijn doel.')
    await change(['Het doel van Ilse.'])
    await button(page, 'Bewaar het voorstel').click()
    const both = alert(page, 'Dit is intussen veranderd')
    await both.getByText('Het doel van Ilse.').waitFor()
    await both.getByText('Mijn doel.').waitFor()
    await expectFine(page)
    await button(page, 'Ga door met wat hier is getypt').click()
    await button(page, 'Bewaar het voorstel').click()
    await page.getByRole('region', { name: 'Versie 2' }).getByText('Mijn doel.').waitFor()
    await page.context().close()
  })

  test('a date that cannot be is marked at its own field of the agreement', async () => {
    const page = await at('beheer', '/afspraken/19')
    await button(page, 'Maak een nieuw voorstel').click()
    const day = page.getByRole('group', { name: 'contactgegevens' }).getByLabel(/^Vanaf/)
    await day.focus()
    await page.keyboard.type('01010000002')
    await button(page, 'Bewaar het voorstel').click()
    await page.getByRole('group', { name: 'contactgegevens' }).locator('.field[data-wrong]').waitFor()
    expect(await day.getAttribute('aria-invalid')).toBe('true')
    await page.context().close()
  })

  test('server gone: the dashboard says that its figures stand still, and moves again later', async () => {
    const page = await at('ilse', '/regio')
    await page.getByRole('table', { name: /per status/ }).waitFor()
    await page.context().setOffline(true)
    await page.getByText('Deze cijfers bewegen nu niet mee').waitFor()
    await expectFine(page)
    await page.context().setOffline(false)
    await page.getByText('Deze cijfers bewegen nu niet mee').waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('server gone: who writes hears it, in a form and in a live text, and both are saved when it is back', async () => {
    const [form, live, admin] = await Promise.all([
      at('joris', `/leerlingen/${stage.here.ids['noor']}`),
      at('joris', addressOf('noor')),
      at('beheer', '/beheer'),
    ])
    await text(live).waitFor()
    await advise(form, 'Geschreven zonder hub.')
    await stage.here.hub.close()
    await write(live, 'Ook zonder hub.')
    await expect.poll(() => said(live).innerText()).toContain('Niet bewaard: geen verbinding')
    await expectNoViolations(live)
    await form.getByText('Geen verbinding.').waitFor()
    await form.getByText('Geschreven zonder hub.').first().waitFor()
    await expectNoViolations(form)
    await button(admin, 'Kijk opnieuw').click()
    await admin.getByRole('status').filter({ hasText: 'Geen verbinding.' }).waitFor()

    again = await startHub({
      settings: { ...settingsIn(stage.here.dataDir), port: Number(new URL(stage.here.url).port) },
      clock: stage.here.clock.now,
      database: stage.here.database,
    })
    await expect.poll(() => said(live).innerText()).toMatch(/^(Bewaard om|Alles is bewaard)/)
    await expect.poll(() => admin.getByText('Geen verbinding.').count()).toBe(0)
    const field = group(form, 'Advies over de studiekeuze').getByRole('textbox', { name: 'Advies over de studiekeuze' })
    await expect.poll(() => field.inputValue()).toBe('Geschreven zonder hub.')
    await button(form, 'Bewaar het advies').click()
    await form.getByRole('article').filter({ hasText: 'Geschreven zonder hub.' }).waitFor()
    for (const page of [form, live, admin]) await page.context().close()
  })
})
