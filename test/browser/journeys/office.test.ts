import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectFine, expectNoViolations } from '../axe.ts'
import { chromiumHere, focused } from '../browser.ts'
import { onStage } from '../stage.ts'

describe.skipIf(chromiumHere === undefined)('the offices', () => {
  const stage = onStage()
  const { at } = stage
  /** The number that stands beside a word in a table. */
  const beside = (page: Page, table: RegExp, word: string) =>
    page.getByRole('table', { name: table }).getByRole('row', { name: word }).getByRole('cell').last()

  test('the dashboard of ilse moves when dossiers move, and says nothing of one pupil', async () => {
    const page = await at('ilse', '/regio')
    await page.getByRole('heading', { level: 1, name: 'Regio IJssel-Vecht' }).waitFor()
    const drafts = beside(page, /per status/, 'mee bezig')
    const before = await drafts.innerText()
    const joris = stage.here.as('joris')
    const pupil = (nth: number) =>
      joris.act('openDossier', {
        name: `Leerling ${nth}`,
        birthDate: '2010-05-05',
        startYear: 2027,
        schoolLevel: 'VMBO_KB',
      })
    await pupil(0)
    stage.here.clock.advance({ seconds: 3 })
    for (let nth = 1; nth <= 25; nth++) await pupil(nth)
    stage.here.clock.advance({ seconds: 3 })
    // In between it may be hidden, because another number could be worked out from it.
    const moved = async () => /^\d+$/.test(await drafts.innerText()) && (await drafts.innerText()) !== before
    await expect.poll(moved, { timeout: 10_000 }).toBe(true)
    await expectFine(page)
  })

  test('the filters of the dashboard are in the address, and can be given to a colleague', async () => {
    const page = await at('ilse', '/regio')
    await page.getByLabel('Niveau van de leerling').selectOption({ label: 'vmbo-kader' })
    await page.getByLabel('Hoeveel weken').selectOption({ label: '52 weken' })
    await expect.poll(() => new URL(page.url()).search).toBe('?niveau=VMBO_KB&weken=52')
    await page.reload()
    await page.getByRole('table', { name: 'Aantal dossiers per status, vmbo-kader' }).waitFor()
    await page.getByText('Wat betekent <10?').click()
    await page.getByText('Zo kan niemand uit een getal halen').waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('table', { name: 'Number of files per status, vmbo-kader' }).waitFor()
    await expectNoViolations(page)
  })

  test('an agreement is drafted by the administrator and in force when the region has signed too', async () => {
    const page = await at('beheer', '/afspraken')
    await page.getByRole('link', { name: 'IJssel-Vecht' }).click()
    await page.getByRole('button', { name: 'Maak een nieuw voorstel' }).click()
    expect(await focused(page)).toBe('mag mee')
    // A group that may go along has a purpose; the page says so before anything is sent.
    const contact = page.getByRole('group', { name: 'contactgegevens' })
    const purposes = contact.getByRole('group', { name: 'Waarvoor' }).getByRole('checkbox', { checked: true })
    while ((await purposes.count()) > 0) await purposes.first().uncheck()
    await page.getByRole('button', { name: 'Bewaar het voorstel' }).click()
    await contact.getByText('Kies bij elke groep ten minste een doel.').waitFor()
    expect(await focused(page)).toBe('de kennismaking')
    await expectNoViolations(page)
    await contact.getByLabel('de kennismaking').check()
    // No day from when is at once, and the page says so.
    await contact.getByLabel(/^Vanaf/).fill('')
    await page.getByText('hooguit eens per 2 seconden', { exact: true }).waitFor()
    await page.getByRole('group', { name: 'wat er extra is gedaan' }).getByLabel('mag mee').uncheck()
    await expectFine(page)
    await page.getByRole('button', { name: 'Bewaar het voorstel' }).click()
    const sign = async (own: Page) => {
      const draft = own.getByRole('region', { name: 'Versie 2' }).first()
      await draft.getByRole('button', { name: 'Teken deze afspraak' }).click()
      await own.getByRole('dialog').getByRole('button', { name: 'Teken deze afspraak' }).click()
      return draft
    }
    const draft = await sign(page)
    await draft.getByText('Mag niet mee: wat er extra is gedaan.').waitFor()
    await draft
      .getByRole('row', { name: /^contactgegevens/ })
      .getByRole('cell', { name: 'meteen' })
      .waitFor()
    await draft.getByText('Beheerder').waitFor()
    // Who has signed is not asked again, and changes the draft in its own place.
    await draft.getByRole('button', { name: 'Teken deze afspraak' }).waitFor({ state: 'detached' })
    expect(await focused(page)).toBe('Wijzig dit voorstel')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('mag mee')
    const field = await page.locator(':focus').boundingBox()
    expect(field!.y).toBeGreaterThan(0)
    expect(field!.y).toBeLessThan(page.viewportSize()!.height)
    await page.getByRole('button', { name: 'Annuleer' }).click()
    expect(await focused(page)).toBe('Wijzig dit voorstel')
    expect(await draft.getByText('voorstel', { exact: true }).isVisible()).toBe(true)
    await expectNoViolations(page)
    const region = await at('ilse', '/afspraken/10')
    await (await sign(region)).getByText('geldt nu', { exact: true }).waitFor()
    await region.getByRole('region', { name: 'Versie 1' }).first().getByText('voorbij', { exact: true }).waitFor()
    await expectNoViolations(region)
  })

  test('the municipality sees the status of its residents and no name; its page stays closed to others', async () => {
    const page = await at('zwolle', '/inwoners')
    const table = page.getByRole('table', { name: 'Aanmeldingen van inwoners, de laatste melding eerst' })
    await table.waitFor()
    expect((await table.getByRole('columnheader').allTextContents()).slice(0, 2)).toEqual(['Kenmerk', 'Status'])
    await page.getByText('Hetzelfde kenmerk is dezelfde inwoner, zonder naam.').waitFor()
    const words = await page.locator('main').innerText()
    for (const surname of ['de Vries', 'Bakker', 'Pinas', 'Smit']) expect(words).not.toContain(surname)
    await expectFine(page)
    await page.goto(`${stage.here.url}/regio`)
    await page.getByRole('heading', { level: 1, name: 'Niet gevonden' }).waitFor()
    await expectNoViolations(page)
  })
  test('the administrator registers a webhook and gives it a new secret; each is shown once', async () => {
    await stage.here.as('ilse').query('{ regions { code } }')
    const page = await at('beheer', '/beheer')
    await page
      .getByRole('row', { name: /^regionaal dashboard/ })
      .getByText('Regio IJssel-Vecht')
      .waitFor()
    // Each part and each figure by its name in words.
    await page.getByRole('rowheader', { name: 'toestemming (consent)' }).waitFor()
    await page.getByText('Mensen die inlogden').waitFor()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByText('Die maakt en stopt u bij de inlogdienst van de hub').waitFor()
    await page.getByRole('button', { name: 'Meld een webhook aan' }).click()
    expect(await focused(page)).toBe('Adres van het systeem')
    await page.getByLabel('Adres van het systeem').fill('http://127.0.0.1:9/changes')
    await page.getByLabel('School (BRIN)').fill('99ZZ')
    await page.getByRole('button', { name: 'Meld aan', exact: true }).click()
    await page.getByText('Deze instelling is hier niet bekend.').first().waitFor()
    await expectFine(page)
    await page.getByLabel('School (BRIN)').fill('01vb')
    await page.getByRole('button', { name: 'Meld aan', exact: true }).click()
    const shown = page.getByText(/^whsec_/)
    await shown.waitFor()
    const first = await shown.innerText()
    expect(await focused(page)).toBe('Kopieer')
    await page.getByRole('button', { name: 'Kopieer' }).click()
    await page.getByText('Gekopieerd.').waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(first)
    await expectFine(page)
    // The list knows it at once.
    const hook = page.getByRole('listitem').filter({ hasText: 'http://127.0.0.1:9/changes' })
    await hook.waitFor()
    await page.getByRole('button', { name: 'Ik heb de sleutel doorgegeven' }).click()
    expect(await shown.count()).toBe(0)
    expect(await focused(page)).toBe('Meld een webhook aan')

    await hook.getByRole('button', { name: 'Maak een nieuwe sleutel' }).click()
    await page.getByRole('dialog').getByText('De oude werkt nog 24 uur.').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Maak de sleutel' }).click()
    await shown.waitFor()
    expect(await shown.innerText()).not.toBe(first)
    await page.reload()
    await hook.waitFor()
    expect(await shown.count()).toBe(0)
    await hook.getByRole('button', { name: 'Haal weg' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Haal weg' }).click()
    await page.getByText('Er is nog geen webhook.').waitFor()
  })
})
