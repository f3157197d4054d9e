import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectFine } from '../axe.ts'
import { chromiumHere } from '../browser.ts'
import { onStage } from '../stage.ts'

describe.skipIf(chromiumHere === undefined)('reading in from a file', () => {
  const stage = onStage()
  const { at } = stage
  const choose = (page: Page, name: string, text: string) =>
    page
      .getByLabel('Bestand', { exact: true })
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') })

  test('joris reads two pupils in: he chooses a column, sees what is wrong, and then it is written', async () => {
    const page = await at('joris', '/leerlingen')
    await page.getByRole('link', { name: 'Lees leerlingen in uit een bestand' }).click()
    await page.getByRole('heading', { level: 1, name: 'Leerlingen inlezen' }).waitFor()
    await page.getByRole('button', { name: 'Kijk het bestand na' }).click()
    await page.getByText('Kies eerst een bestand.').waitFor()
    await expectFine(page)

    await choose(
      page,
      'leerlingen.csv',
      'Stamnr;Letters;Achternaam;Geboortedatum\n51;A.;Günay;01-02-2010\n52;B.;Bos;29-02-2012\n53;C.;Cent;31-02-2010\n',
    )
    await page.getByRole('button', { name: 'Kijk het bestand na' }).click()
    await page.getByText('Geen kolom is gekozen voor de voorletters.').waitFor()
    await page.getByLabel('Letters: Betekent').selectOption({ label: 'Voorletters' })
    await page.getByRole('button', { name: 'Kijk opnieuw na' }).click()
    await page.getByText('2 van de 3 regels zijn goed.').waitFor()
    await page.getByRole('row', { name: '4 Geboortedatum Deze datum bestaat niet.' }).waitFor()
    await page.getByText('Er is nog niets geschreven.').waitFor()
    expect((await stage.here.database.sql(`select from consent.known_pupil`)).length).toBe(0)
    await expectFine(page)

    const saved = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Bewaar deze lijst' }).click()
    const list = readFileSync(await (await saved).path(), 'utf8')
    expect(list).toContain('"4";"Geboortedatum";"Deze datum bestaat niet."')

    await page.getByRole('button', { name: 'Lees 2 leerlingen in' }).click()
    await page.getByRole('heading', { name: 'Klaar' }).waitFor()
    await page.getByText('2 nieuw, 0 veranderd, 0 waren al hetzelfde, 1 niet ingelezen.').waitFor()
    await expectFine(page)
    await page.getByRole('link', { name: 'Naar mijn leerlingen' }).click()
    await page.getByLabel('Zoek op naam').fill('Günay')
    await page.getByRole('button', { name: 'Zoek', exact: true }).click()
    await page.getByRole('link', { name: 'A. Günay' }).waitFor()
  })

  test('eva puts what she wrote down elsewhere in her career file', async () => {
    const page = await at('eva', '/loopbaanmap')
    await page.getByRole('link', { name: 'Lees ervaringen in uit een bestand' }).click()
    await page.getByRole('heading', { level: 1, name: 'Ervaringen inlezen' }).waitFor()
    await choose(page, 'ervaringen.csv', 'Titel;Soort;Geleerd\nKrantenwijk;bijbaan;Op tijd komen\n')
    await page.getByRole('button', { name: 'Kijk het bestand na' }).click()
    await page.getByRole('button', { name: 'Zet 1 ervaring in mijn map' }).click()
    await page.getByText('Dat beslis jij.').waitFor()
    await expectFine(page)
    await page.getByRole('link', { name: 'Naar mijn loopbaanmap' }).click()
    await page.getByText('Krantenwijk').first().waitFor()
  })
})
