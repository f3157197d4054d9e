import { describe, expect, test } from 'vitest'
import { readPdf } from '../../exports/pdf.ts'
import { expectFine } from '../axe.ts'
import { chromiumHere, focused } from '../browser.ts'
import { onStage } from '../stage.ts'

describe.skipIf(chromiumHere === undefined)('what others see, who looked, paper, and a code', () => {
  const stage = onStage()
  const { at } = stage

  test('noor sees her dossier as marieke does, per purpose', async () => {
    const page = await at('noor', '/zo-ziet-het-mbo-het')
    const helps = page.getByRole('region', { name: 'Wat helpt', exact: true })
    await helps.getByText('lezen en spellen').waitFor()
    expect(await helps.innerText()).not.toMatch(/dyslexi/i)
    const diagnosis = page.getByRole('region', { name: 'Naam van de diagnose' })
    await diagnosis.getByText('De school leest hier: "Nog niet beschikbaar."').waitFor()
    await expectFine(page)
    await page.getByLabel('Waarvoor kijkt de school?').selectOption({ label: 'de start van de opleiding' })
    await page.getByText('ROC Voorbeeld ziet hiervoor niets van je dossier.').waitFor()
    await expect.poll(() => new URL(page.url()).search).toContain('STUDY_START')
    await helps.getByText('De school leest hier').waitFor()
    await expectFine(page)
  })

  test('noor sees who looked, for what and on which ground, week by week, and earlier ones on request', async () => {
    const marieke = stage.here.as('marieke', { purpose: 'INTAKE_TALK' })
    for (let times = 0; times < 52; times++)
      await marieke.query('query ($id: ID!) { dossier(id: $id) { identity { surname } } }', {
        id: stage.here.ids['noor'],
      })
    // A browser says a purpose with everything it asks, whoever reads.
    await stage.here
      .as('father-of-noor', { purpose: 'INTAKE_TALK' })
      .query('query ($id: ID!) { dossier(id: $id) { identity { surname } } }', { id: stage.here.ids['noor'] })
    await stage.here
      .as('joris')
      .act('revealPersonalNumber', { dossierId: stage.here.ids['noor'], purpose: 'ENROLMENT_ADMIN' }, '')
    const page = await at('noor', '/wie-heeft-gekeken')
    await page
      .getByRole('heading', { name: /^Week van / })
      .first()
      .waitFor()
    // One card for one person on one day, with every time folded inside.
    const looks = page.getByRole('listitem').filter({ hasText: 'Marieke Postma, ROC Voorbeeld' }).first()
    await looks.getByText('er is ja gezegd tegen delen').waitFor()
    await looks.getByText('persoonlijke gegevens').first().waitFor()
    await looks.getByText('de kennismaking', { exact: true }).waitFor()
    const times = looks.getByText(/^\d\d:\d\d: /)
    expect(await times.count()).toBeGreaterThan(40)
    expect(await times.first().isVisible()).toBe(false)
    await looks.getByText(/^Alle keren op deze dag/).click()
    await times.first().waitFor()
    // Who reads on another ground than the yes of the student said no purpose: none is shown.
    await page.getByText(/Joris Hoekstra.*Waarvoor: de inschrijving/).waitFor()
    const cards = page.getByRole('listitem').filter({ hasText: 'Alle keren op deze dag' })
    const before = await page.getByRole('listitem').count()
    await page.getByRole('button', { name: 'Laat eerdere weken zien' }).click()
    await page.getByText('Dit is alles.').waitFor()
    expect(await page.getByRole('listitem').count()).toBeGreaterThan(before)
    // Also where one day stands in two parts of the list.
    const heads = (await cards.allInnerTexts()).map((card) => card.split('Wat\n')[0])
    expect(heads).toEqual([...new Set(heads)])
    expect(await focused(page)).toBe('Dit is alles.')
    const father = page.getByRole('listitem').filter({ hasText: 'ouder of verzorger, tot 18 jaar' })
    await father.first().waitFor()
    expect(await father.filter({ hasText: 'Waarvoor' }).count()).toBe(0)
    // One heading for one week, though it goes on on the next part.
    const weeks = await page.getByRole('heading', { name: /^Week van / }).allInnerTexts()
    expect(weeks).toEqual([...new Set(weeks)])
    await expectFine(page)
  })

  test('paper is A4, says of whom, for whom and when, and holds no more than the school sees', async () => {
    const page = await at('noor', '/papier')
    await page.getByText('Voor: mijzelf. Alles uit het dossier staat hierin.').waitFor()
    await page.getByText('Van het onderwijsnummer alleen de laatste vier cijfers.').waitFor()
    await page.getByText('Dyslexieverklaring').waitFor()
    await expectFine(page)
    const whole = await page.pdf({ preferCSSPageSize: true })
    expect(whole.subarray(0, 5).toString()).toBe('%PDF-')
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(whole.toString('latin1')) ?? []
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842])

    // Loose sheets find their order again.
    expect((await readPdf(whole)).text).toMatch(/1 \/ [2-9]/)
    await page
      .getByLabel('Wat zet je op papier?')
      .selectOption({ label: 'Wat ROC Voorbeeld nu ziet, voor de kennismaking' })
    await page.getByText('Voor: ROC Voorbeeld. Waarvoor: de kennismaking.').waitFor()
    await page.emulateMedia({ media: 'print' })
    const sheet = await page.getByRole('main').innerText()
    expect(sheet).toMatch(/Van: N\.E\. de Vries/)
    expect(sheet).toMatch(/Gemaakt op \d+ \w+ \d{4}/)
    expect(sheet).toContain('lezen en spellen')
    for (const absent of ['Dyslexieverklaring', 'Onderwijsnummer', 'noor.devries@post.example', 'Print of bewaar'])
      expect(sheet).not.toContain(absent)
    expect(await page.getByRole('navigation').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await expectFine(page)
    await page
      .getByLabel('Wat zet je op papier?')
      .selectOption({ label: 'Wat ROC Voorbeeld nu ziet, voor de inschrijving' })
    await page.getByText('Er valt niets op papier te zetten.').waitFor()
    await expectFine(page)
  })

  test('a code on paper binds a guardian; a wrong one says so and stays to be mended', async () => {
    const { code } = (await stage.here
      .as('joris')
      .act(
        'createInvitation',
        { dossierId: stage.here.ids['yara'], role: 'GUARDIAN', name: 'Haar moeder' },
        '{ code }',
      )) as {
      code: string
    }
    const page = await at('mother-of-fatima', '/akkoord')
    await page.getByRole('link', { name: 'Ik heb een code' }).click()
    const field = page.getByLabel('De code')
    const wrong = code.replace(/^..../, 'XXXX')
    await field.fill(wrong)
    await page.getByRole('button', { name: 'Gebruik de code' }).click()
    await page.getByRole('alert').waitFor()
    expect(await field.inputValue()).toBe(wrong)
    await expectFine(page)
    await field.fill(code.toLowerCase())
    await page.getByRole('button', { name: 'Gebruik de code' }).click()
    await page.getByText('Gelukt. Het dossier hoort nu bij dit account.').waitFor()
    await expectFine(page)
    await page.getByRole('link', { name: 'Naar het dossier' }).click()
    await page.getByRole('heading', { name: 'Yara', exact: true }).waitFor()
  })
})
