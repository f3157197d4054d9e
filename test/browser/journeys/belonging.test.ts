import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectFine } from '../axe.ts'
import { chromiumHere } from '../browser.ts'
import { onStage } from '../stage.ts'

describe.skipIf(chromiumHere === undefined)('who belongs to a dossier, and how that begins and ends', () => {
  const stage = onStage()
  const { at } = stage
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  const dialog = (page: Page) => page.getByRole('dialog')
  const codeFor = async (who: string, student: string) => {
    const { data, errors } = await stage.here
      .as(who)
      .query('query ($id: ID!) { dossier(id: $id) { id } }', { id: stage.here.ids[student] })
    return errors[0]?.code ?? (data.dossier.id as string)
  }

  test('a mother stops looking along, asked once more; the page says so, and the other parent stays', async () => {
    const mother = await at('mother-of-daan', '/akkoord')
    await button(mother, 'Ik wil niet meer meekijken met Daan').click()
    await dialog(mother).getByText('U ziet dan niets meer van het dossier van Daan').waitFor()
    // Daan's father is there too: nothing waits for nobody.
    expect(await dialog(mother).innerText()).not.toContain('geen andere ouder')
    await expectFine(mother)
    await dialog(mother).getByRole('button', { name: 'Annuleer' }).click()
    expect(await codeFor('mother-of-daan', 'daan')).toBe(stage.here.ids['daan'])
    await button(mother, 'Ik wil niet meer meekijken met Daan').click()
    await dialog(mother).getByRole('button', { name: 'Ja, ik stop met meekijken' }).click()
    await mother.getByText('U kijkt niet meer mee met Daan.').waitFor()
    await mother.getByRole('heading', { name: 'Daan', exact: true }).waitFor({ state: 'detached' })
    await expectFine(mother)
    expect(await codeFor('mother-of-daan', 'daan')).toBe('NOT_FOUND')
    expect(await codeFor('father-of-daan', 'daan')).toBe(stage.here.ids['daan'])
    await mother.context().close()

    const father = await at('father-of-noor', '/akkoord')
    await button(father, 'Ik wil niet meer meekijken met Noor').click()
    await dialog(father).getByText('Waar uw ja nog voor nodig is, kan Noor dan niet delen.').waitFor()
    await father.context().close()
  })

  test('fatima, who is eighteen, takes her mother away; sem, who is sixteen, reads who does that', async () => {
    const { database, ids } = stage.here
    // Whoever came in by an invitation has no last day of their own: the birthday closes everything, and the name stays.
    await database.sql(`update consent.party set until = null where dossier_id = $1 and role = 'GUARDIAN'`, [
      ids['fatima'],
    ])
    const page = await at('fatima', '/gegevens')
    const people = page.getByRole('region', { name: 'Wie hoort bij mijn dossier?' })
    await people.getByText('Joris Hoekstra (mentor, Vechtdal College)').waitFor()
    const take = people.getByRole('button', { name: /^Haal .* weg$/ })
    expect(await take.count()).toBe(1)
    await take.click()
    await dialog(page).getByText('hoort dan niet meer bij je dossier en ziet er niets van').waitFor()
    await expectFine(page)
    await dialog(page).getByRole('button', { name: 'Ja, haal weg' }).click()
    await people.getByText(/ hoort niet meer bij je dossier\.$/).waitFor()
    await expect.poll(() => take.count()).toBe(0)
    await expectFine(page)
    expect(
      await database.sql(
        `select ended_by from consent.party where dossier_id = $1 and role = 'GUARDIAN' and until is not null`,
        [ids['fatima']],
      ),
    ).toEqual([{ ended_by: 'fatima' }])
    await page.context().close()

    const sem = await at('sem', '/gegevens')
    const around = sem.getByRole('region', { name: 'Wie hoort bij mijn dossier?' })
    await around.getByText('Anja Bakker (ouder of verzorger)').waitFor()
    await around
      .getByText('Tot je 18 bent, kun je een ouder of verzorger niet zelf weghalen. Je mentor kan dat wel.')
      .waitFor()
    expect(await around.getByRole('button').count()).toBe(0)
    await sem.context().close()
  })

  test('after a restore noor and her father read why nothing is shared, and she goes on', async () => {
    const { database, ids } = stage.here
    await database.sql(`update consent.dossier set paused = true, paused_because = 'RESTORED' where id = $1`, [
      ids['noor'],
    ])
    const why = 'teruggezet naar een eerder moment'
    const father = await at('father-of-noor', '/akkoord')
    await father.getByText(why).waitFor()
    await expectFine(father)
    const page = await at('noor', '/delen')
    await page.getByText(why).waitFor()
    await page.goto(`${stage.here.url}/mijn-dossier`)
    await page.getByText(why).waitFor()
    await expectFine(page)
    await button(page, 'Weer verder met delen').click()
    await button(page, 'Even stoppen met delen').waitFor()
    expect(await page.getByText(why).count()).toBe(0)
    await button(page, 'Even stoppen met delen').click()
    await page.getByText('Je deelt nu even niets. Scholen zien niets, tot jij weer verdergaat.').waitFor()
    await page.getByText('ROC Voorbeeld ziet nu niets van je dossier.').waitFor()
    await father.getByText('Er wordt nu even niets gedeeld.').waitFor()
    await button(page, 'Weer verder met delen').click()
    await page.getByText('ROC Voorbeeld ziet nu:').waitFor()
    await page.context().close()
    await father.context().close()
  })

  test('the first page says what each school sees, whatever it follows from', async () => {
    const jay = await at('jay', '/mijn-dossier')
    const roc = jay.getByRole('listitem').filter({ has: jay.getByRole('heading', { name: 'ROC Voorbeeld' }) })
    for (const group of ['Wie ik ben', 'Hoe ik te bereiken ben', 'Mijn paspoort (kort)', 'Mijn onderwijsnummer'])
      await roc.getByText(`${group} (omdat je daar bent ingeschreven)`).waitFor()
    expect(await roc.innerText()).not.toContain('Wat mij helpt')
    await expectFine(jay)
    await jay.context().close()
    // Lotte said yes to her plus document, and the region of that school agreed to none.
    const lotte = await at('lotte', '/mijn-dossier')
    const delta = lotte.getByRole('listitem').filter({ has: lotte.getByRole('heading', { name: 'Vakcollege Delta' }) })
    await delta.getByText('Wat mij helpt (voor de kennismaking)').waitFor()
    expect(await delta.innerText()).not.toContain('Wat ik extra deed')
    await lotte.getByText('Groenhof College ziet nu niets van je dossier.').waitFor()
    // What is filled in leads to where that is done.
    await lotte
      .getByRole('region', { name: 'Wat heb je ingevuld?' })
      .getByRole('link', { name: 'Wat ik extra deed' })
      .click()
    await lotte.getByRole('heading', { level: 2, name: 'Wat ik extra deed' }).waitFor()
    const who = lotte.locator('details').filter({ hasText: 'Wie ziet dit?' }).last()
    await who.locator('summary').click()
    await who.getByText('Je deelt dit met ROC Voorbeeld, voor de kennismaking.').waitFor()
    await who.getByText('Vakcollege Delta ziet dit niet.').waitFor()
    await lotte.context().close()
  })

  test('what was approved is opened again only after one more yes, which says what falls', async () => {
    const page = await at('sem', '/mijn-dossier')
    await page.getByText('Anja Bakker moet nog ja zeggen tegen iets wat je wilt delen met ROC Voorbeeld.').waitFor()
    await button(page, 'Ga verder met invullen').click()
    await dialog(page).getByText('Er moet daarna opnieuw ja tegen worden gezegd.').waitFor()
    await dialog(page).getByRole('button', { name: 'Annuleer' }).click()
    const stands = async () =>
      (await stage.here.as('sem').query('{ dossiers { edges { node { status } } } }')).data.dossiers.edges[0].node
        .status
    expect(await stands()).toBe('APPROVED')
    await button(page, 'Ga verder met invullen').click()
    await dialog(page).getByRole('button', { name: 'Ja, ik ga verder met invullen' }).click()
    await page.getByText('Je bent je dossier aan het invullen.').waitFor()
    expect(await stands()).toBe('DRAFT')
    await page.context().close()
  })

  test('eva has her dossier removed, reads how a new one comes, and comes in with the code of her mentor', async () => {
    const page = await at('eva', '/mijn-dossier')
    for (let time = 0; time < 2; time++) {
      await button(page, 'Haal mijn dossier weg').click()
      await dialog(page).getByRole('button', { name: 'Ja, haal alles weg' }).click()
      if (time === 0) await page.getByText('Weet je het zeker?').waitFor()
    }
    await page.getByRole('heading', { level: 1, name: 'Nog geen dossier' }).waitFor()
    await page.getByText('Je dossier is weggehaald.').waitFor()
    await page.getByText('Je mentor maakt je dossier.').waitFor()
    await expectFine(page)
    await page.goto(`${stage.here.url}/delen`)
    await page.getByRole('heading', { level: 1, name: 'Nog geen dossier' }).waitFor()
    const joris = stage.here.as('joris')
    const input = { name: 'Eva Smit', birthDate: '2008-05-05', startYear: 2027 }
    const { id } = await joris.act('openDossier', input, '{ id }')
    const { code } = (await joris.act(
      'createInvitation',
      { dossierId: id, role: 'STUDENT', name: 'Eva Smit' },
      '{ code }',
    )) as { code: string }
    await page.getByRole('link', { name: 'Ik heb een code' }).click()
    await page.getByLabel('De code').fill(code)
    await button(page, 'Gebruik de code').click()
    await page.getByRole('link', { name: 'Naar het dossier' }).click()
    await page.getByRole('heading', { level: 1, name: 'Mijn dossier' }).waitFor()
    await page.getByText('Je hebt je nog niet aangemeld bij een mbo.').waitFor()
    await page.getByText('vult je mentor in').waitFor()
    await button(page, 'Bekijk het samen met je mentor').click()
    await page.getByText('Je dossier kan pas klaar zijn als je persoonlijke gegevens compleet zijn.').waitFor()
    await expectFine(page)
    await page.context().close()
  })
})
