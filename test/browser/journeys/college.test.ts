import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { type Person, type World } from '../../world.ts'
import { expectFine, expectNoViolations } from '../axe.ts'
import { expectWithinASecond } from '../../world/soon.ts'
import { chromiumHere } from '../browser.ts'
import { onStage } from '../stage.ts'

const ROC = '01VB'
const NOT_YET = 'Nog niet beschikbaar.'
const GONE = 'Wat hier stond, is niet meer beschikbaar.'

describe.skipIf(chromiumHere === undefined)('the mbo', () => {
  const stage = onStage()
  const { at } = stage

  const shown = (page: Page) => page.getByRole('region', { name: 'Wat u nu mag lezen' })
  const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
  const consentsOf = async (student: Person) => {
    const asked = await student.query(
      '{ dossiers { edges { node { consents { id state institution { brin name } } } } } }',
    )
    return asked.data['dossiers'].edges[0].node.consents as {
      id: string
      state: string
      institution: { brin: string; name: string }
    }[]
  }
  /** The page as it stands, without what the browser or React numbers. */
  const shape = async (page: Page): Promise<string> =>
    (await page.locator('main').innerHTML()).replaceAll(/(id|for|name|aria-labelledby|aria-describedby)="[^"]*"/g, '$1')

  test('marieke reads what noor shares and nothing else, and says for what', async () => {
    const page = await at('marieke', '/gesprekken')
    await page.getByRole('link', { name: 'Noor de Vries' }).waitFor()
    // Who shares no name is called by programme and day, and nowhere is a column without anything in it.
    const nameless = page.getByRole('link', { name: /^Naam nog niet beschikbaar: .+, aangemeld op \d+ / })
    expect(await nameless.count()).toBeGreaterThan(0)
    expect(await nameless.count()).toBe(await page.getByRole('link', { name: 'Naam nog niet beschikbaar' }).count())
    const heads = page.getByRole('region', { name: 'Nog geen gesprek' }).getByRole('columnheader')
    expect(await heads.allTextContents()).toEqual(['Student', 'Status', 'Opleiding', 'Aangemeld op', 'Begint in'])
    await expectFine(page)
    await page.getByRole('link', { name: 'Noor de Vries' }).click()
    await group(page, 'Persoonlijke gegevens').getByText('Noor', { exact: true }).waitFor()
    await group(page, 'Wat helpt').getByText('lezen en spellen').waitFor()
    // Who shares what helps does not share the name of a diagnosis.
    expect(await group(page, 'Wat helpt').innerText()).not.toMatch(/dyslexi/i)
    for (const name of ['Paspoort (kort)', 'Voorbereiding op de kennismaking'])
      expect(await group(page, name).innerText()).not.toContain(NOT_YET)
    const closed = ['Contactgegevens', 'Onderwijsnummer', 'Naam van de diagnose', 'Advies over de studiekeuze']
    for (const name of [...closed, 'Loopbaanmap', 'Wat er extra is gedaan'])
      expect((await group(page, name).innerText()).replaceAll(/\s+/g, ' ')).toBe(`${name} ${NOT_YET}`)
    const { content } = stage.here.told('noor')
    const whole = await page.locator('main').innerText()
    expect(whole).not.toContain(content.contact.email)
    await expectFine(page)

    await page.getByLabel('afspraken over hulp').check()
    await expect.poll(() => group(page, 'Wat helpt').innerText()).toContain(NOT_YET)
    expect(await page.locator('main').innerText()).not.toContain('lezen en spellen')
    // Another purpose is the reader's own choice: nobody stopped anything.
    expect(await page.getByText(GONE).count()).toBe(0)
    await page.context().close()
  })

  test("eva's page is the same whether she never shared, shared and stopped, or said no", async () => {
    const address = `/aankomend/${stage.here.ids['eva']}`
    const page = await at('marieke', address)
    await shown(page).getByText(NOT_YET).first().waitFor()
    await group(page, 'Vraag of de student iets wil delen').getByText('U vroeg op').waitFor()
    const look = async () => {
      await page.goto(stage.here.url + address)
      await shown(page).getByText(NOT_YET).first().waitFor()
      return shape(page)
    }
    const never = await look()
    expect(never.split(NOT_YET)).toHaveLength(11)
    expect(await shown(page).innerText()).not.toMatch(/geweigerd|niet gedeeld|gestopt/i)
    await expectNoViolations(page)

    const eva = stage.here.as('eva')
    const request = await eva.query('{ dossiers { edges { node { consentRequests { id } } } } }')
    for (const { id } of request.data['dossiers'].edges[0].node.consentRequests as { id: string }[])
      await eva.act('refuseConsentRequest', { id })
    expect(await look()).toBe(never)

    const given = await eva.act(
      'giveConsent',
      { dossierId: stage.here.ids['eva'], institution: ROC, groups: ['IDENTITY'], purpose: 'INTAKE_TALK' },
      '{ id state }',
    )
    expect(given['state']).toBe('GRANTED')
    await group(page, 'Persoonlijke gegevens').getByText('Eva', { exact: true }).waitFor()
    await eva.act('revokeConsent', { id: given['id'] })
    await page.getByText(GONE).waitFor()
    expect(await page.locator('main').innerText()).not.toContain('Smit')
    expect(await look()).toBe(never)
    await page.context().close()
  })

  test('an open group without anything in it looks as one that is closed', async () => {
    const nobody: Parameters<World['as']>[0] = {
      ...stage.here.viewer('eva'),
      subject: 'nobody-yet',
      name: 'Leeg Dossier',
    }
    const joris = stage.here.as('joris')
    const opened = await joris.act(
      'openDossier',
      { name: 'Leeg Dossier', birthDate: '2007-01-02', startYear: 2027, subject: 'nobody-yet' },
      '{ id }',
    )
    const dossierId = opened['id'] as string
    await joris.act('registerApplication', { dossierId, institution: ROC, crebo: '25596', startYear: 2027 })
    const address = `/aankomend/${dossierId}`
    const page = await at('marieke', address)
    await shown(page).getByText(NOT_YET).first().waitFor()
    const closed = await shape(page)
    const groups = ['IDENTITY', 'CONTACT', 'ACCOMMODATIONS', 'CAREER_SUMMARY', 'PLUS_DOCUMENT', 'STUDY_ADVICE']
    const given = await stage.here
      .as(nobody)
      .act('giveConsent', { dossierId, institution: ROC, groups, purpose: 'INTAKE_TALK' }, '{ state }')
    await page.reload()
    await shown(page).getByText(NOT_YET).first().waitFor()
    expect([given['state'], await shape(page)]).toEqual(['GRANTED', closed])
    await page.context().close()
  })

  test('lotte stops while karim looks: it is gone within a second, and no way back shows it', async () => {
    const lotte = stage.here.as('lotte')
    const page = await at('karim', '/gesprekken')
    await page.getByRole('link', { name: 'Lotte van Dijk' }).click()
    await group(page, 'Paspoort (kort)').getByText('Waar ik goed in ben').waitFor()
    const brin = stage.here.viewer('karim').organisation!.brin
    const consent = (await consentsOf(lotte)).find(
      ({ state, institution }) => state === 'GRANTED' && institution.brin === brin,
    )!
    const stopped = Date.now()
    await lotte.act('revokeConsent', { id: consent.id })
    const answered = Date.now()
    await page.getByText(GONE).waitFor()
    const took = Date.now() - answered
    expect(await shown(page).getByText(NOT_YET).count()).toBe(10)
    expect(await page.locator('main').innerText()).not.toMatch(/Lotte|van Dijk/)
    expectWithinASecond(`gone from karim's page (the stop itself took ${answered - stopped} ms)`, took)
    await expectNoViolations(page)

    // Neither the list nor the back button has kept an earlier answer: each paint of the page is looked at.
    await page.evaluate(() => {
      const { document, MutationObserver } = globalThis as unknown as {
        document: { body: { innerText: string } }
        MutationObserver: new (heard: () => void) => { observe(node: unknown, options: unknown): void }
      }
      const kept = globalThis as unknown as { seen: boolean }
      kept.seen = false
      new MutationObserver(() => (kept.seen ||= document.body.innerText.includes('Lotte'))).observe(document.body, {
        childList: true,
        subtree: true,
        characterData: true,
      })
    })
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Gesprekken' }).waitFor()
    await page.getByRole('table').first().waitFor()
    await page.goForward()
    await shown(page).getByText(NOT_YET).first().waitFor()
    expect(await page.evaluate(() => (globalThis as unknown as { seen: boolean }).seen)).toBe(false)
    await page.context().close()
  })

  test('a pause leaves the same words, and says no more; what comes back takes them away', async () => {
    const yara = stage.here.as('yara')
    const page = await at('marieke', `/aankomend/${stage.here.ids['yara']}`)
    await group(page, 'Persoonlijke gegevens').getByText('Yara', { exact: true }).waitFor()
    await yara.act('pauseSharing', { dossierId: stage.here.ids['yara'] })
    await page.getByText(GONE).waitFor()
    expect(await shown(page).getByText(NOT_YET).count()).toBe(10)
    expect(await page.locator('main').innerText()).not.toMatch(/pauze|even stop|niet meer verder/i)
    await yara.act('resumeSharing', { dossierId: stage.here.ids['yara'] })
    await group(page, 'Persoonlijke gegevens').getByText('Yara', { exact: true }).waitFor()
    await expect.poll(() => page.getByText(GONE).count()).toBe(0)
    await page.context().close()
  })

  test('marieke asks politely, proposes a time and reports a status', async () => {
    const page = await at('marieke', `/aankomend/${stage.here.ids['tim']}`)
    const ask = group(page, 'Vraag of de student iets wil delen')
    await ask.getByText('Stel een vraag').click()
    await ask.getByRole('button', { name: 'Stuur de vraag' }).click()
    await ask.getByText('Kies eerst wat u wilt vragen.').waitFor()
    await ask.getByLabel('wat helpt').check()
    await expectNoViolations(page)
    await ask.getByRole('button', { name: 'Stuur de vraag' }).click()
    await ask.getByText('om: wat helpt.').waitFor()
    await ask.getByText('U kunt nu niet vragen.').waitFor()

    await page.getByText('Stel een kennismaking voor').click()
    await page.getByLabel('Datum').fill('2027-07-01')
    await page.getByLabel('Tijd').fill('09:30')
    await page.getByRole('button', { name: 'Stel voor' }).click()
    await page.getByText('voorgesteld: donderdag 1 juli om 09:30', { exact: true }).waitFor()

    await page.getByText('Meld de status van deze aanmelding').click()
    const report = page.getByRole('button', { name: 'Meld de status' })
    await report.click()
    await page.locator('.field[data-wrong]').getByText('Kies eerst de nieuwe status.').waitFor()
    // What is final is asked once more.
    await page.getByLabel('Nieuwe status').selectOption('ENROLLED')
    await report.click()
    const dialog = page.getByRole('dialog', { name: 'Meldt u: ingeschreven?' })
    await expectNoViolations(page)
    await dialog.getByRole('button', { name: 'Annuleer' }).click()
    await report.click()
    await dialog.getByRole('button', { name: 'Ja, meld dit' }).click()
    await page.getByText('Gemeld: ingeschreven.').waitFor()
    await group(page, 'Contactgegevens').getByText('@').waitFor()
    await page.getByLabel('Nieuwe status').selectOption('CONTRACT_OFFERED')
    await page.getByRole('button', { name: 'Meld de status' }).click()
    await page.getByText('Gemeld: plek aangeboden.').waitFor()
    await page.getByText(GONE).waitFor()
    await expectNoViolations(page)
    await page.context().close()
  })

  test('after enrolment a named officer reads the condition until jay stops that', async () => {
    const page = await at('marieke', `/aankomend/${stage.here.ids['jay']}`)
    const guidance = group(page, 'Bijzondere begeleiding')
    await guidance.getByText('Open bijzondere begeleiding').click()
    await guidance.getByLabel('Reden').fill('Voor de afspraken rond toetsen.')
    await guidance.getByRole('button', { name: 'Open', exact: true }).click()
    await expect.poll(() => group(page, 'Naam van de diagnose').innerText()).not.toContain(NOT_YET)
    await expectNoViolations(page)
    const jay = stage.here.as('jay')
    const asked = await jay.query('{ dossiers { edges { node { guidanceCases { id } } } } }')
    const [opened] = asked.data['dossiers'].edges[0].node.guidanceCases as { id: string }[]
    await jay.act('closeGuidanceCase', { id: opened!.id })
    const answered = Date.now()
    await expect.poll(() => group(page, 'Naam van de diagnose').innerText(), { interval: 20 }).toContain(NOT_YET)
    expectWithinASecond("gone from marieke's page", Date.now() - answered)
    await page.getByText(GONE).waitFor()
    await page.context().close()
  })
})
