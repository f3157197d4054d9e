import { nextStartYear } from '@doorstroomhub/web/parts/start-year.ts'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectFine, expectNoViolations } from '../axe.ts'
import { chromiumHere, focused } from '../browser.ts'
import { onStage } from '../stage.ts'

describe.skipIf(chromiumHere === undefined)('the school', () => {
  const stage = onStage()
  const { at } = stage

  const names = (page: Page) => page.getByRole('rowheader').allTextContents()
  const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
  const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').split(/\/Type \/Page\b/).length - 1

  test('joris finds his pupils by keyboard: sorts, searches, sees what waits; what he chose stands in the address', async () => {
    const page = await at('joris', '/leerlingen')
    await page.getByRole('table').waitFor()
    const all = await names(page)
    expect(all).toHaveLength(10)
    expect(all).toEqual([...all].sort((one, other) => one.localeCompare(other, 'nl')))

    await page.getByRole('button', { name: 'Naam' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => names(page)).toEqual([...all].reverse())
    expect(await page.getByRole('columnheader', { name: 'Naam' }).getAttribute('aria-sort')).toBe('descending')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expect
      .poll(() => page.getByRole('columnheader', { name: 'Status' }).getAttribute('aria-sort'))
      .toBe('ascending')
    expect(new URL(page.url()).searchParams.get('op')).toBe('stand')
    await expectFine(page)

    await page.getByRole('searchbox', { name: 'Zoek op naam' }).focus()
    await page.keyboard.type('noor')
    await page.keyboard.press('Enter')
    await expect.poll(() => names(page)).toEqual(['Noor de Vries'])
    const address = page.url()
    expect(new URL(address).searchParams.get('zoek')).toBe('noor')
    await page.getByLabel('Status van het dossier').selectOption('ENROLLED')
    await page.getByText('Er zijn geen leerlingen die hierbij passen.').waitFor()
    await expectNoViolations(page)
    await page.goto(address)
    await expect.poll(() => names(page)).toEqual(['Noor de Vries'])
    await page.getByRole('link', { name: 'Wis de keuzes' }).click()
    await expect.poll(async () => (await names(page)).length).toBe(10)

    await page.getByLabel('Alleen wat op u wacht').focus()
    await page.keyboard.press('Space')
    await page.getByText('Er zijn geen leerlingen die hierbij passen.').waitFor()
    await page.context().close()
  })

  test('joris writes advice, noor accepts it and adds her own view: both are shown together; another version is never lost', async () => {
    const page = await at('joris', `/leerlingen/${stage.here.ids['noor']}`)
    const advice = group(page, 'Advies over de studiekeuze')
    await advice.getByRole('button', { name: 'Schrijf een nieuw advies' }).click()
    await advice
      .getByRole('textbox', { name: 'Advies over de studiekeuze' })
      .fill('Kies waar je handen blij van worden.')
    await expectNoViolations(page)
    await advice.getByRole('button', { name: 'Bewaar het advies' }).click()
    const written = advice.getByRole('article').filter({ hasText: 'Kies waar je handen blij van worden.' })
    await written.getByText('nog niet aangenomen door de leerling').waitFor()

    const noor = stage.here.as('noor')
    const asked = await noor.query('{ dossiers { edges { node { studyAdvice { id text version } } } } }')
    const all = asked.data['dossiers'].edges[0].node.studyAdvice as { id: string; text: string; version: number }[]
    const { id, version } = all.find(({ text }) => text.startsWith('Kies waar'))!
    await noor.act('acceptStudyAdvice', { id, version })
    await noor.act('writeOwnView', { id, text: 'Ik wil ook iets met mensen.' })
    await written.getByText('Ik wil ook iets met mensen.').waitFor()
    await written.getByText('aangenomen door de leerling', { exact: true }).waitFor()
    await expectFine(page)

    // Somebody else writes a version while he types: both stand there, and his own is still his.
    await written.getByRole('button', { name: 'Schrijf een nieuwe versie' }).click()
    const field = advice.getByRole('textbox', { name: 'Advies over de studiekeuze' })
    await field.fill('Van Joris.')
    await stage.here
      .as('amira')
      .act('writeStudyAdvice', { dossierId: stage.here.ids['noor'], id, text: 'Van Amira.', expectedVersion: version })
    const both = page.getByRole('alert').filter({ hasText: 'Dit is intussen veranderd' })
    await both.waitFor()
    expect(await both.innerText()).toContain('Van Joris.')
    expect(await both.innerText()).toContain('Van Amira.')
    await advice.getByRole('button', { name: 'Bewaar het advies' }).click()
    await advice.getByText('Dat lukte niet').waitFor()
    expect(await field.inputValue()).toBe('Van Joris.')
    await expectNoViolations(page)
    await both.getByRole('button', { name: 'Ga door met wat hier is getypt' }).click()
    await advice.getByRole('button', { name: 'Bewaar het advies' }).click()
    await advice.getByRole('article').filter({ hasText: 'Van Joris.' }).getByText('versie 3').waitFor()
    await page.context().close()
  })

  test('joris opens a dossier, fills in who it is, and hands over a code that is shown once', async () => {
    const page = await at('joris', '/leerlingen')
    await page.getByRole('button', { name: 'Open een dossier' }).click()
    expect(await focused(page)).toBe('Naam van de leerling')
    expect(await page.getByLabel('Jaar waarin het mbo begint').inputValue()).toBe(String(nextStartYear(new Date())))
    await page.getByLabel('Naam van de leerling').fill('Puck Zomer')
    await page.getByLabel('Geboortedatum').fill('2010-05-06')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Open dit dossier' }).click()
    await page.getByRole('heading', { level: 1, name: 'Puck Zomer' }).waitFor()

    await page.getByRole('button', { name: 'Vul de gegevens in' }).click()
    await page.getByLabel('Voorletters').fill('P')
    await page.getByLabel('Achternaam').fill('Zomer')
    await page.getByLabel('Geboortedatum').fill('2010-05-06')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await page.getByText('Schrijf voorletters met punten').first().waitFor()
    await page.getByLabel('Voorletters').fill('P.')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await group(page, 'Persoonlijke gegevens').getByText('P. Zomer').waitFor()

    await page.getByRole('button', { name: 'Maak een uitnodiging' }).click()
    expect(await focused(page)).toContain('leerling')
    await page.getByRole('button', { name: 'Maak de code' }).click()
    const code = group(page, 'Uitnodigen').locator('.code').first()
    await code.waitFor()
    expect(await code.innerText()).toMatch(/^\S{4}(?:[ -]\S{4}){6}$/)
    expect(await focused(page)).toBe('Druk af')
    await expectFine(page)
    // The list says so at once, though it was empty when it was asked for.
    await group(page, 'Uitnodigen').getByText('Puck Zomer (leerling), geldig tot en met').waitFor()

    // What goes on paper is handed over: the note alone, nothing of the dossier.
    await page.emulateMedia({ media: 'print' })
    const words = await page.locator('body').innerText()
    expect(words).toContain(await code.innerText())
    for (const absent of [
      'U ziet dit alleen nu',
      '#',
      'Wat helpt',
      'P. Zomer',
      'Persoonlijke gegevens',
      'Uitnodigen',
      'Loopbaanmap',
    ])
      expect(words).not.toContain(absent)
    expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
    await page.emulateMedia({ media: 'screen' })

    await page.getByRole('button', { name: 'Ik heb de code doorgegeven' }).click()
    expect(await focused(page)).toBe('Maak een uitnodiging')
    await page.reload()
    await group(page, 'Uitnodigen').getByText('geldig tot en met').waitFor()
    expect(await page.locator('.code').count()).toBe(0)
    await page.getByRole('button', { name: 'Trek de uitnodiging voor Puck Zomer in' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Trek in' }).click()
    await page.getByText('Er zijn geen open uitnodigingen.').waitFor()
    await page.context().close()
  })

  test('an invitation passed on as a link has its code filled in after signing in, and no server gets it in an address', async () => {
    const page = await at('joris', `/leerlingen/${stage.here.ids['tim']}`)
    await page.getByRole('button', { name: 'Maak een uitnodiging' }).click()
    await page.getByLabel(/^ouder/).check()
    await page.getByLabel('Voor wie?').fill('Zijn tante')
    await page.getByRole('button', { name: 'Maak de code' }).click()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Kopieer de link' }).click()
    await page.getByText('Gekopieerd.').waitFor()
    const link = String(await page.evaluate('navigator.clipboard.readText()'))
    const code = link.split('#')[1]!
    expect(code).toMatch(/^(\w{4}-){6}\w{4}$/)
    await page.context().close()

    const other = await stage.open.page()
    const addresses: string[] = []
    other.on('request', (request) => void addresses.push(request.url()))
    await other.goto(link)
    await other.getByRole('link', { name: 'Inloggen' }).first().click()
    await other.locator('button[name="person"][value="mother-of-fatima"]').click()
    const field = other.getByLabel('De code')
    await expect.poll(() => field.inputValue()).toBe(code)
    expect(other.url()).not.toContain(code)
    await other.getByRole('button', { name: 'Gebruik de code' }).click()
    await other.getByText('Gelukt. Het dossier hoort nu bij dit account.').waitFor()
    expect(addresses.filter((address) => address.replace(/#.*/, '').includes(code))).toEqual([])
    await other.context().close()
  })

  test('joris takes a guardian away, asked once more, and sees that they are gone', async () => {
    const page = await at('joris', `/leerlingen/${stage.here.ids['sem']}`)
    const mother = await at('mother-of-sem', `/kind/${stage.here.ids['sem']}`)
    const people = group(page, 'Wie hoort bij dit dossier?')
    // Who may take others away stays, and reads here how a pupil is handed over.
    await people.getByText('een leerling heeft altijd een mentor').waitFor()
    await people.getByRole('link', { name: 'Lees dat bestand in' }).waitFor()
    const { name } = stage.here.viewer('mother-of-sem')
    expect(await people.getByRole('button').allTextContents()).toEqual([`Haal ${name} weg`])
    await people.getByRole('button').click()
    const sure = page.getByRole('dialog', { name: 'Weet u het zeker?' })
    await sure.getByText('ziet dit dossier daarna niet meer').waitFor()
    await expectFine(page)
    await sure.getByRole('button', { name: 'Annuleer' }).click()
    expect(await people.getByText(name).count()).toBeGreaterThan(0)
    await people.getByRole('button').click()
    await sure.getByRole('button', { name: 'Haal weg' }).click()
    await people.getByText('Deze persoon is weggehaald.').waitFor()
    await expect.poll(() => people.getByText(name).count()).toBe(0)
    await expectFine(page)
    // What she had open goes from her screen.
    await mother.getByRole('heading', { level: 1, name: 'Niet gevonden' }).waitFor()
    expect(await mother.locator('main').innerText()).not.toContain('Bakker')
    await mother.context().close()
    const { errors } = await stage.here
      .as('mother-of-sem')
      .query('query ($id: ID!) { dossier(id: $id) { id } }', { id: stage.here.ids['sem'] })
    expect(errors[0]?.code).toBe('NOT_FOUND')
    await page.context().close()
  })

  test('joris has many pupils: all of them are in the table, and the order is that of all', async () => {
    const joris = stage.here.as('joris')
    const pupil = (nth: number) =>
      joris.act('openDossier', {
        name: `Leerling ${nth}`,
        birthDate: '2010-05-05',
        startYear: nextStartYear(new Date()),
      })
    for (let nth = 100; nth < 210; nth += 10)
      await Promise.all(Array.from({ length: 10 }, (_, more) => pupil(nth + more)))
    const page = await at('joris', '/leerlingen?op=naam&om=true')
    await page.getByRole('table', { name: /^1\d\d leerlingen$/ }).waitFor()
    const all = await names(page)
    expect(all.length).toBeGreaterThan(110)
    expect(all).toEqual([...all].sort((one, other) => other.localeCompare(one, 'nl')))
    await expectFine(page)
    await page.context().close()
  })

  test('amira writes what helps; of the career file nothing is on her page', async () => {
    const page = await at('amira', `/leerlingen/${stage.here.ids['jay']}`)
    // Nobody said yes, and yet his new school sees something: that is not called nothing.
    const receives = group(page, 'Wie krijgt nu iets te zien?')
    await receives.getByText('De leerling is ingeschreven bij ROC Voorbeeld.').waitFor()
    expect(await receives.innerText()).not.toContain('Geen enkele school')
    // What her role never opens is not called unshared, as if it were his choice.
    const preparation = group(page, 'Voorbereiding op de kennismaking')
    await preparation.getByText('Dit deel is niet open voor u.').first().waitFor()
    expect(await preparation.innerText()).not.toContain('Niet gedeeld')
    const support = group(page, 'Wat helpt')
    await support.getByRole('button', { name: 'Voeg toe waar hulp bij nodig is' }).click()
    await support.getByRole('button', { name: 'Bewaar' }).click()
    await support.locator('.field[data-wrong]').getByText('Kies eerst waar hulp bij nodig is.').waitFor()
    await expectNoViolations(page)
    await support.getByLabel('Waar is hulp bij nodig?').selectOption('ENERGY_ILLNESS')
    await support.getByLabel('extra pauzes').check()
    await support.getByRole('button', { name: 'Bewaar' }).click()
    await support.getByRole('listitem').filter({ hasText: 'energie of ziekte: extra pauzes' }).waitFor()
    // The next one begins empty.
    await support.getByRole('button', { name: 'Voeg toe waar hulp bij nodig is' }).click()
    expect(await support.getByLabel('Waar is hulp bij nodig?').inputValue()).toBe('')
    await support.getByRole('button', { name: 'Annuleer' }).click()
    const condition = group(page, 'Naam van de diagnose')
    await condition.getByRole('button', { name: 'Voeg een diagnose toe' }).click()
    await condition.getByRole('button', { name: 'Bewaar' }).click()
    await condition
      .locator('.field[data-wrong]')
      .getByText('Vul een naam, een uitleg of een verklaring in. Een daarvan is genoeg.')
      .waitFor()
    await condition.getByRole('button', { name: 'Annuleer' }).click()
    expect(await page.getByRole('heading', { name: 'Loopbaanmap' }).count()).toBe(0)
    await expectNoViolations(page)
    await page.context().close()
  })
})
