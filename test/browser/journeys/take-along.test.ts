import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '../../exports/pdf.ts'
import { expectFine, expectNoViolations } from '../axe.ts'
import { chromiumHere } from '../browser.ts'
import { onStage } from '../stage.ts'

describe.skipIf(chromiumHere === undefined)('what people take along', () => {
  const stage = onStage()
  const { at } = stage
  beforeAll(async () => {
    // What is signed now is looked at by a browser, whose clock is the machine's.
    stage.here.clock.set(new Date())
  })

  const taken = async (page: Page, link: string): Promise<{ name: string; bytes: Buffer }> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: link, exact: true }).click(),
    ])
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }

  test('noor takes her dossier and her signed passport, and anybody sees whether that is whole', async () => {
    const page = await at('noor', '/papier')
    await page.getByRole('link', { name: 'Mijn paspoort, ondertekend' }).waitFor()
    await expectNoViolations(page)
    const pdf = await taken(page, 'Mijn hele dossier als PDF')
    expect(pdf.name).toMatch(/^overstapdossier-.*\.pdf$/)
    expect((await readPdf(pdf.bytes)).text).toContain('Alles uit het dossier staat hierin.')
    await page.getByText('Van het onderwijsnummer alleen de laatste vier cijfers.').waitFor()
    const json = await taken(page, 'Mijn hele dossier als gegevens (JSON), voor een ander programma')
    expect(JSON.parse(json.bytes.toString('utf8'))).toMatchObject({ kind: 'dossier', closed: [] })
    const signed = (await taken(page, 'Mijn paspoort, ondertekend')).bytes.toString('utf8')

    const stranger = await stage.open.page()
    await stranger.goto(`${stage.here.url}/controleer`)
    const field = stranger.getByRole('textbox', { name: 'Plak het bewijs' })
    await field.waitFor()
    const sent: string[] = []
    stranger.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`))
    const check = async (text: string, outcome: RegExp) => {
      await field.fill(text)
      await stranger.getByRole('button', { name: 'Controleer' }).click()
      await stranger.getByRole('status').getByText(outcome).waitFor()
    }
    await check(signed, /^Geldig\./)
    await stranger.getByText(stage.here.told('noor').content.careerSummary!.aboutMe).waitFor()
    await expectFine(stranger)
    const [head, body, signature] = signed.split('.')
    const other = Buffer.from(Buffer.from(body!, 'base64url').toString('utf8').replace('Noor', 'Nora')).toString(
      'base64url',
    )
    await check(`${head}.${other}.${signature}`, /^Veranderd\./)
    expect(await stranger.getByText('Nora').count()).toBe(0)
    const elsewhere = Buffer.from(JSON.stringify({ iss: 'https://another.example/credentials' })).toString('base64url')
    await check(`${head}.${elsewhere}.${signature}`, /^Niet van deze hub\./)
    await check('zomaar iets', /^Dit is geen bewijs/)
    await stranger
      .getByLabel('Of kies het bestand')
      .setInputFiles({ name: 'bewijs.jwt', mimeType: 'application/vc+jwt', buffer: Buffer.from(signed) })
    await stranger
      .getByRole('status')
      .getByText(/^Geldig\./)
      .waitFor()
    // Nothing of it left the browser: the keys are fetched, and that is all.
    expect([...new Set(sent)].sort()).toEqual(['GET /.well-known/jwks.json', 'GET /credentials'])
  })

  test('marieke takes what is shared with her school, and zwolle its list', async () => {
    const intaker = await at('marieke', `/aankomend/${stage.here.ids['noor']}`)
    await intaker.getByRole('link', { name: 'Wat nu beschikbaar is, als PDF' }).waitFor()
    await expectNoViolations(intaker)
    const { text } = await readPdf((await taken(intaker, 'Wat nu beschikbaar is, als PDF')).bytes)
    expect(text).toContain('Gemaakt voor Marieke Postma, ROC Voorbeeld op')
    const municipality = await at('zwolle', '/inwoners')
    await municipality.getByRole('link', { name: 'Alle aanmeldingen (CSV)' }).waitFor()
    await expectNoViolations(municipality)
    const { name, bytes } = await taken(municipality, 'Alle aanmeldingen (CSV)')
    expect(name).toMatch(/^aanmeldingen-.*\.csv$/)
    expect(bytes.toString('utf8')).toContain(stage.here.applications['noor']!['01VB'])
  })

  test('a page of another site gets none of it with her cookie', async () => {
    const page = await at('noor', '/papier')
    // As a browser asks when one types the address or comes from elsewhere: without the word that it is our own page.
    const answer = await page.context().request.get(`${stage.here.url}/export/dossier/${stage.here.ids['noor']}.json`)
    expect(answer.status()).toBe(401)
  })
})
