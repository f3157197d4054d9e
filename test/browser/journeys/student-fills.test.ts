import { startHub, type Hub } from '@doorstroomhub/gateway/hub.ts'
import type { Locator, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { settingsIn } from '../../world.ts'
import { expectFine, expectNoSidewaysScrolling, expectNoViolations } from '../axe.ts'
import { chromiumHere, focused, signIn } from '../browser.ts'
import { onStage } from '../stage.ts'

describe.skipIf(chromiumHere === undefined)('a student fills the dossier', () => {
  const stage = onStage()
  const { at } = stage
  let again: Hub | null = null
  afterAll(() => again?.close())

  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
  const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor()
  const dossier = async (name: string, fields: string, purpose?: string) => {
    const asked = stage.here.as(name, purpose === undefined ? {} : { purpose })
    const id = stage.here.ids['noor']
    const { data } = await asked.query(`query ($id: ID!) { dossier(id: $id) { ${fields} } }`, { id })
    return data['dossier']
  }
  /** Goes there as somebody without a mouse does, and presses the key. */
  const press = async (page: Page, target: Locator, key: string): Promise<void> => {
    await target.waitFor()
    const isThere = () =>
      target.evaluate((element) => (element as unknown as { matches(selector: string): boolean }).matches(':focus'))
    for (let steps = 0; steps < 120 && !(await isThere()); steps++) await page.keyboard.press('Tab')
    expect(await isThere(), 'the keyboard reaches it').toBe(true)
    await page.keyboard.press(key)
  }

  test('noor says with the keyboard alone what help she needs, skips, goes back, removes and puts back', async () => {
    const page = await at('noor', '/hulp')
    await press(page, page.getByRole('link', { name: 'Loop de vragen nog eens na' }), 'Enter')
    await page.getByRole('heading', { level: 1, name: 'Waar heb je hulp bij nodig?' }).waitFor()
    await press(page, page.getByRole('checkbox', { name: 'plannen', exact: true }), 'Space')
    await said(page, 'Bewaard: plannen.')
    await expectNoViolations(page)
    await press(page, button(page, 'Ga verder'), 'Enter')
    await page.getByRole('heading', { level: 1, name: /^Hulp bij lezen/ }).waitFor()
    await press(page, page.getByRole('link', { name: 'Sla deze vraag over' }), 'Enter')
    await page.getByRole('heading', { level: 1, name: 'Hulp bij faalangst' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: /^Hulp bij lezen/ }).waitFor()
    await page.goForward()
    await press(page, page.getByRole('link', { name: 'Sla deze vraag over' }), 'Enter')
    await page.getByRole('heading', { level: 1, name: 'Hulp bij plannen' }).waitFor()
    await press(page, page.getByRole('radio', { name: 'dat weet ik niet' }), 'ArrowUp')
    await press(page, page.getByRole('checkbox', { name: 'hulp bij plannen' }), 'Space')
    await expectNoViolations(page)
    await press(page, button(page, 'Bewaar en ga verder'), 'Enter')
    await page.getByRole('heading', { level: 1, name: 'Wat gaat er al goed?' }).waitFor()
    await press(page, page.getByRole('link', { name: 'Naar het overzicht' }), 'Enter')
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'plannen' }) })
    await card.getByText('hulp bij plannen').waitFor()

    await press(page, button(page, 'Haal weg: plannen'), 'Enter')
    await said(page, 'Weggehaald: plannen.')
    const needs = async () =>
      (
        (await dossier('noor', 'accommodations { needs { area level accommodations } }')).accommodations.needs as {
          area: string
        }[]
      ).filter(({ area }) => area === 'PLANNING')
    expect(await needs()).toEqual([])
    // The way back has the focus already.
    await page.keyboard.press('Enter')
    await said(page, 'Teruggezet: plannen.')
    expect(await needs()).toEqual([{ area: 'PLANNING', level: 'INTENSIVE', accommodations: ['PLANNING_HELP'] }])
    await page.context().close()
  })

  test('noor lets her mentor read the name of her diagnosis, and stops that', async () => {
    const page = await at('noor', '/hulp?vraag=diagnose')
    const joris = async () => (await dossier('joris', 'conditions { name }')).conditions as unknown
    await page.getByText('Wie ziet dit?').click()
    await page.getByText('Joris Hoekstra (mentor) ziet dit niet.').waitFor()
    expect(await joris()).toBeNull()
    await button(page, 'Laat Joris Hoekstra dit zien').click()
    await said(page, 'Joris Hoekstra ziet dit nu.')
    await page.getByText('Joris Hoekstra (mentor) ziet dit, omdat jij het deelt.').waitFor()
    expect(await joris()).toEqual([{ name: 'Dyslexie' }])
    await expectNoViolations(page)
    await button(page, 'Stop: Joris Hoekstra ziet dit niet meer').click()
    await said(page, 'Gestopt. Joris Hoekstra ziet dit nu niet meer.')
    expect(await joris()).toBeNull()
    // The last question has an end.
    await page.getByRole('link', { name: 'Klaar: naar het overzicht' }).click()
    await page.getByRole('heading', { level: 1, name: 'Hulp die ik nodig heb' }).waitFor()
    await page.context().close()
  })

  test('noor adds an experience, puts it on her passport, and marieke reads it in that order', async () => {
    const page = await at('noor', '/loopbaanmap')
    await button(page, 'Voeg een ervaring toe').click()
    await button(page, 'Bewaar').click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Wat was het?').fill('Bijbaan bij de fietsenmaker')
    await page.getByLabel('Wat voor ervaring?').selectOption({ label: 'bijbaan' })
    await expectNoViolations(page)
    await button(page, 'Bewaar').click()
    await said(page, 'Bewaard: Bijbaan bij de fietsenmaker.')

    await page.getByRole('link', { name: 'Mijn paspoort' }).click()
    await page.getByRole('checkbox', { name: /^Bijbaan bij de fietsenmaker/ }).check()
    await said(page, 'Bijbaan bij de fietsenmaker staat op plek 3.')
    await button(page, 'Omhoog: Bijbaan bij de fietsenmaker').click()
    await button(page, 'Omhoog: Bijbaan bij de fietsenmaker').click()
    await page.getByLabel(/^Mijn vraag voor het gesprek/).fill('Mag ik zelf lassen?')
    const preview = page.getByRole('region', { name: 'Zo leest je nieuwe school het' })
    await preview.getByText('Mag ik zelf lassen?').waitFor()
    // In the words under which the school reads it, and with nothing that it does not get.
    await preview.getByText('Mijn vraag voor het gesprek').waitFor()
    expect(await preview.innerText()).not.toMatch(/\d{4}/)
    expect(
      await preview
        .getByRole('listitem')
        .filter({ hasText: /bijbaan|stage|project/ })
        .first()
        .innerText(),
    ).toMatch(/^Bijbaan bij de fietsenmaker/)
    await button(page, 'Bewaar').click()
    await said(page, 'Bewaard om')
    const onPage = async () => {
      const { careerSummary } = await dossier(
        'marieke',
        'careerSummary { questionForIntaker topExperiences { title } }',
        'INTAKE_TALK',
      )
      return {
        asks: careerSummary.questionForIntaker as string,
        first: (careerSummary.topExperiences as { title: string }[]).map(({ title }) => title)[0],
      }
    }
    expect(await onPage()).toEqual({ asks: 'Mag ik zelf lassen?', first: 'Bijbaan bij de fietsenmaker' })
    await expectFine(page)

    await page.goBack()
    await button(page, 'Haal weg: Bijbaan bij de fietsenmaker').click()
    await said(page, 'Weggehaald: Bijbaan bij de fietsenmaker.')
    expect((await onPage()).first).not.toBe('Bijbaan bij de fietsenmaker')
    await button(page, 'Zet het terug').click()
    await said(page, 'Teruggezet: Bijbaan bij de fietsenmaker.')
    expect(await onPage()).toEqual({ asks: 'Mag ik zelf lassen?', first: 'Bijbaan bij de fietsenmaker' })
    await page.context().close()
  })

  test('noor fills her passport by choosing from what she wrote in her career file', async () => {
    const page = await at('noor', '/paspoort')
    const { careerFile } = await dossier('noor', 'careerFile { reflections { competence text } }')
    const sentence = (careerFile.reflections as { competence: string; text: string }[])
      .find(({ competence }) => competence === 'MOTIVES')!
      .text.split(/(?<=\.) /)[0]!
    await page.getByText('Kies uit je loopbaanmap: Wat ik belangrijk vind').click()
    await button(page, `Zet erop: ${sentence}`).click()
    await page.getByText('staat erop', { exact: true }).waitFor()
    await page.getByRole('region', { name: 'Zo leest je nieuwe school het' }).getByText(sentence).waitFor()
    await expectFine(page)
    await button(page, 'Bewaar').click()
    await said(page, 'Bewaard om')
    expect((await dossier('noor', 'careerSummary { drives }')).careerSummary.drives).toContain(sentence)
    await page.context().close()
  })

  test('a mentor says something about the career file and the student answers', async () => {
    const page = await at('noor', '/loopbaanmap?deel=extra')
    await stage.here.as('joris').act('addCareerComment', {
      dossierId: stage.here.ids['noor'],
      part: 'PLUS_DOCUMENT',
      text: 'Mooi, dat repair café!',
    })
    await page.reload()
    await page.getByText('Mooi, dat repair café!').waitFor()
    await page.getByLabel('Jouw opmerking of antwoord (alles wat je extra deed)').fill('Kom ook een keer langs.')
    await page.getByRole('region', { name: 'Wat ik extra deed' }).getByRole('button', { name: 'Plaats' }).last().click()
    await page.getByRole('button', { name: 'Haal weg: Kom ook een keer langs.' }).waitFor()
    const { plusDocument } = await dossier('joris', 'plusDocument { comments { text author { role } } }')
    expect(plusDocument.comments).toContainEqual({ text: 'Kom ook een keer langs.', author: { role: 'STUDENT' } })
    await expectNoViolations(page)
    await page.context().close()
  })

  test('joris writes advice while noor looks; she says what she thinks of it and accepts exactly that version', async () => {
    const page = await at('noor', '/advies')
    const advice = page.getByRole('article').filter({ hasText: 'Loop eerst een dag mee' })
    const joris = stage.here.as('joris')
    const text = 'Loop eerst een dag mee bij een werf.'
    const input = { dossierId: stage.here.ids['noor'], text }
    const { id } = await joris.act('writeStudyAdvice', input, '{ id }')
    await advice.getByText('nog niet aangenomen').waitFor()
    await advice.getByText('Geschreven door Joris Hoekstra (mentor, Vechtdal College).').waitFor()
    await advice.getByRole('button', { name: /^Schrijf wat jij ervan vindt/ }).click()
    await advice.getByLabel(/^Wat vind jij hiervan/).fill('Dat heb ik al gedaan.')
    await expectNoViolations(page)
    await advice.getByRole('button', { name: 'Bewaar' }).click()
    await advice.getByText('Dat heb ik al gedaan.').waitFor()
    await advice.getByRole('button', { name: 'Ik neem versie 1 aan' }).click()
    await advice.getByText('aangenomen', { exact: true }).waitFor()
    const now = async () =>
      (
        (await dossier('noor', 'studyAdvice { id version acceptedVersion ownView }')).studyAdvice as { id: unknown }[]
      ).find((one) => one.id === id)
    expect(await now()).toEqual({ id, version: 1, acceptedVersion: 1, ownView: 'Dat heb ik al gedaan.' })

    await joris.act('writeStudyAdvice', { ...input, id, text: `${text} En praat met de baas.` })
    await advice.getByText('Je had versie 1 aangenomen.').waitFor()
    await advice.getByRole('button', { name: 'Ik neem versie 2 aan' }).click()
    await advice.getByText('Je hebt versie 2 aangenomen.', { exact: true }).waitFor()
    await advice.getByRole('button', { name: 'Ik ben het er niet meer mee eens' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ja, ik neem het niet meer aan' }).click()
    await advice.getByText('Je neemt dit advies niet meer aan.').waitFor()
    expect(await now()).toMatchObject({ version: 2, acceptedVersion: null })
    await expectNoViolations(page)
    await page.context().close()
  })

  test('what waits for a student leads to where it is done', async () => {
    const { as, ids } = stage.here
    const eva = as('eva')
    for (const to of ['DRAFT', 'IN_CONSULTATION', 'READY']) {
      const { data } = await eva.query('{ dossiers { edges { node { version status } } } }')
      const { version, status } = data['dossiers'].edges[0].node
      if (status !== to) await eva.act('moveDossier', { id: ids['eva'], to, expectedVersion: version }, '{ status }')
    }
    const page = await at('eva', '/mijn-dossier')
    const waits = page.getByRole('region', { name: 'Wat wacht er op jou?' })
    await waits.getByRole('link', { name: /^ROC Voorbeeld vraagt of je dit wilt delen/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Delen' }).waitFor()
    await page.goBack()
    await waits.getByRole('link', { name: 'Kijk je dossier na en zeg ja als het klopt.' }).click()
    expect(await focused(page)).toBe('Ik zeg ja tegen dit dossier')
    await expectFine(page)
    await page.keyboard.press('Enter')
    await page.getByText('Ja gezegd tegen je dossier: Eva').waitFor()
    await as('joris').act('writeStudyAdvice', { dossierId: ids['eva'], text: 'Loop eerst een dag mee.' }, '{ id }')
    await waits.getByRole('link', { name: /advies van je school/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Advies' }).waitFor()
    await page.context().close()
  })

  test('two tabs change how noor is reached: both versions are shown, and she chooses', async () => {
    const person = await stage.open.person()
    const [one, other] = [await person.newPage(), await person.newPage()]
    await signIn(one, 'noor', { url: stage.here.url, to: '/gegevens' })
    await other.goto(`${stage.here.url}/gegevens`)
    const phone = (page: Page) => page.getByLabel(/^Telefoonnummer/)
    await phone(one).fill('06 11 11 11 11')
    await phone(other).fill('06 22 22 22 22')
    await button(other, 'Bewaar').click()
    await said(other, 'Bewaard om')
    const both = one.getByRole('alert').filter({ hasText: 'Dit is intussen veranderd' })
    await both.getByText('06 11 11 11 11').waitFor()
    await both.getByText('0622222222').waitFor()
    await expectNoViolations(one)
    await both.getByRole('button', { name: 'Ga door met wat hier is getypt' }).click()
    await button(one, 'Bewaar').click()
    await said(one, 'Bewaard om')
    expect((await dossier('noor', 'contact { phone }')).contact.phone).toBe('0611111111')
    await person.close()
  })

  test('the whole number is asked for twice, and that it was shown is in the list', async () => {
    const page = await at('noor', '/gegevens')
    const number = stage.here.told('noor').content.personalNumber.number
    await button(page, 'Laat het hele nummer zien').click()
    await expectNoViolations(page)
    expect(await page.content()).not.toContain(number)
    await page.getByRole('dialog').getByRole('button', { name: 'Ja, laat zien' }).click()
    await said(page, number)
    await page
      .getByRole('listitem')
      .filter({ hasText: /Noor de Vries .*, voor de inschrijving/ })
      .waitFor()
    await button(page, 'Verberg het weer').click()
    await said(page, 'Het nummer is weer verborgen.')
    expect(await page.content()).not.toContain(number)
    await expectNoSidewaysScrolling(page)
    await page.context().close()
  })

  test('jay, who is enrolled, is told what his new school sees without his sharing it', async () => {
    const page = await at('jay', '/paspoort')
    await page.getByText('Wie ziet dit?').click()
    await page.getByText('ROC Voorbeeld ziet dit, omdat je daar bent ingeschreven.').waitFor()
    await page.goto(`${stage.here.url}/hulp?vraag=diagnose`)
    await page.getByText('Wie ziet dit?').click()
    await page.getByText('Die school ziet dit alleen als jij het deelt, of in een bijzonder geval.').waitFor()
    await page.context().close()
  })

  test('eva, who is of age, says yes for her number herself', async () => {
    const page = await at('eva', '/gegevens')
    await button(page, 'Ik zeg ja').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ja, dat wil ik' }).click()
    await said(page, 'Er is ja gezegd.')
    expect(await button(page, 'Ik zeg ja').count()).toBe(0)
    await page.context().close()
  })

  test('each page with nothing in it says so, in both languages, on a small screen', async () => {
    const tim = stage.here.ids['tim']
    for (const table of [
      'support_needs.support_need',
      'support_needs.support_profile',
      'support_needs.condition',
      'support_needs.study_advice',
      'career_portfolio.career_summary',
      'career_portfolio.experience',
      'career_portfolio.reflection',
      'career_portfolio.career_talk',
      'career_portfolio.plus_item',
      'person.contact',
    ])
      await stage.here.database.sql(`delete from ${table} where dossier_id = $1`, [tim])
    const page = await at('tim', '/hulp')
    for (const [path, dutch, english] of [
      ['/hulp', 'Nog niets ingevuld. Dat mag zo blijven.', 'Nothing filled in yet. It may stay so.'],
      ['/loopbaanmap', 'Er staat nog geen ervaring in.', 'There is no experience here yet.'],
      ['/paspoort', 'Er staat nog niets op je paspoort.', 'There is nothing on your passport yet.'],
      ['/advies', 'Er is nog geen advies voor jou geschreven.', 'No advice has been written for you yet.'],
      ['/gegevens', 'Dit vul je zelf in.', 'You fill this in yourself.'],
    ] as const) {
      await page.goto(`${stage.here.url}${path}`)
      await page.getByText(dutch).first().waitFor()
      await button(page, 'English').click()
      await page.getByText(english).first().waitFor()
      await expectFine(page)
      await button(page, 'Nederlands').click()
    }
    await page.context().close()
  })

  test('the hub stops while noor types: she hears it, loses nothing, and saves when it is back', async () => {
    const page = await at('noor', '/hulp?vraag=sterk')
    await button(page, /^Nog een regel/).click()
    await page.getByLabel('Wat goed gaat, regel 4').fill('Ik kan goed uitleggen')
    await stage.here.hub.close()
    await button(page, 'Bewaar en ga verder').click()
    const alert = page.getByRole('alert').filter({ hasText: 'De hub is niet te bereiken.' })
    await alert.getByText('Wat is getypt, blijft hier staan.').waitFor()
    await said(page, 'Geen verbinding.')
    expect(await page.getByLabel('Wat goed gaat, regel 4').inputValue()).toBe('Ik kan goed uitleggen')
    await expectNoViolations(page)

    again = await startHub({
      settings: { ...settingsIn(stage.here.dataDir), port: Number(new URL(stage.here.url).port) },
      clock: stage.here.clock.now,
      database: stage.here.database,
    })
    // A reload in between takes nothing away.
    await page.reload()
    await expect.poll(() => page.getByLabel('Wat goed gaat, regel 4').inputValue()).toBe('Ik kan goed uitleggen')
    await button(page, 'Bewaar en ga verder').click()
    await page.getByRole('heading', { level: 1, name: 'Welke hulp krijg je nu?' }).waitFor()
    expect((await dossier('noor', 'accommodations { strengths }')).accommodations.strengths).toContain(
      'Ik kan goed uitleggen',
    )
    await page.context().close()
  })
})
