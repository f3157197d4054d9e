import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectNoViolations } from '../axe.ts'
import { chromiumHere, signIn } from '../browser.ts'
import { onStage } from '../stage.ts'

describe.skipIf(chromiumHere === undefined)('what is typed is not lost, and nobody else finds it', () => {
  const stage = onStage()
  const { at } = stage

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor()
  const isPagesPart = (url: URL) => url.pathname.startsWith('/assets/')

  test('without a connection a link that is pointed at does nothing, and one that is followed says so and goes on later', async () => {
    const page = await at('noor', '/gegevens')
    await page.getByLabel(/^Straat/).fill('Nieuwstraat')
    await page.context().setOffline(true)
    const failed = page.waitForEvent('requestfailed', { predicate: (request) => isPagesPart(new URL(request.url())) })
    const menu = page.getByRole('navigation', { name: 'Hoofdmenu' })
    await menu.getByRole('link', { name: 'Mijn paspoort' }).hover()
    await failed
    expect(new URL(page.url()).pathname).toBe('/gegevens')
    expect(await page.getByLabel(/^Straat/).inputValue()).toBe('Nieuwstraat')

    await menu.getByRole('link', { name: 'Mijn paspoort' }).click()
    const alert = page.getByRole('main').getByRole('alert')
    await alert.getByText('De hub is niet te bereiken.').waitFor()
    expect(new URL(page.url()).pathname).toBe('/paspoort')
    await expectNoViolations(page)
    await button(page, 'English').click()
    await alert.getByText('The hub cannot be reached.').waitFor()
    await button(page, 'Nederlands').click()
    // What came before is still here.
    await menu.getByRole('link', { name: 'Mijn gegevens' }).click()
    expect(await page.getByLabel(/^Straat/).inputValue()).toBe('Nieuwstraat')

    await menu.getByRole('link', { name: 'Mijn paspoort' }).click()
    await alert.getByText('De hub is niet te bereiken.').waitFor()
    await page.context().setOffline(false)
    await button(page, 'Probeer opnieuw').click()
    await page.getByRole('heading', { level: 1, name: 'Mijn paspoort' }).waitFor()
    await menu.getByRole('link', { name: 'Mijn gegevens' }).click()
    await expect.poll(() => page.getByLabel(/^Straat/).inputValue()).toBe('Nieuwstraat')
    await page.context().close()
  })

  test('a page that is no longer on the hub comes with the newer pages, and when it does not, says so', async () => {
    const page = await at('noor', '/gegevens')
    let isGone = true
    await page.route(isPagesPart, (route) =>
      isGone ? route.fulfill({ status: 404, body: 'Not found.' }) : route.continue(),
    )
    // The newer page has the newer part.
    const renewed = () =>
      page.waitForRequest((request) => {
        if (!request.isNavigationRequest()) return false
        isGone = false
        return true
      })
    const link = page.getByRole('link', { name: 'Mijn paspoort' })
    const refused = page.waitForResponse(
      (response) => isPagesPart(new URL(response.url())) && response.status() === 404,
    )
    await link.hover()
    await refused
    // Pointing at it is no move.
    expect(new URL(page.url()).pathname).toBe('/gegevens')
    await Promise.all([renewed(), link.click()])
    await page.getByRole('heading', { level: 1, name: 'Mijn paspoort' }).waitFor()
    // Not again and again: the second time in a minute it says so.
    isGone = true
    await page.getByRole('link', { name: 'Wie heeft gekeken?' }).click()
    await page.getByRole('main').getByRole('alert').getByText('Er ging iets mis bij ons.').waitFor()
    await Promise.all([renewed(), button(page, 'Probeer opnieuw').click()])
    await page.getByRole('heading', { level: 1, name: 'Wie heeft gekeken?' }).waitFor()
    await page.context().close()
  })

  test('who signs in in the same tab finds nothing of what another typed there', async () => {
    const { url, ids } = stage.here
    const page = await at('noor', '/hulp?vraag=READING_SPELLING')
    await page.getByRole('checkbox', { name: 'voorleessoftware' }).click()
    await page.goto(`${url}/gegevens`)
    await page.getByLabel(/^Straat/).fill('Geheimstraat')
    const typed = () => page.evaluate(() => JSON.stringify(sessionStorage))
    await expect.poll(typed).toContain('Geheimstraat')
    // Without signing out: the cookie is all that goes.
    await page.context().clearCookies()
    await signIn(page, 'joris', { url, to: `/leerlingen/${ids['noor']}` })
    await page.getByRole('heading', { level: 1, name: /Noor/ }).waitFor()
    await page.getByRole('heading', { name: /^Hulp/ }).first().waitFor()
    expect(await typed()).not.toContain('Geheimstraat')
    expect(await page.getByText('Something went wrong').count()).toBe(0)
    await page.context().close()
  })

  test('a page that breaks says so in the language of the page, with the menu around it and a way on', async () => {
    const page = await at('noor', '/gegevens')
    await page.getByLabel(/^Straat/).fill('Kapotstraat')
    // What another version of the pages could have left.
    const spoil = () =>
      page.evaluate(() => {
        const key = Object.keys(sessionStorage).find((each) => sessionStorage.getItem(each)!.includes('Kapotstraat'))
        if (key === undefined) return false
        sessionStorage.setItem(key, '{"base":null,"value":null}')
        return true
      })
    await expect.poll(spoil).toBe(true)
    await page.reload()
    await page.getByRole('main').getByRole('alert').getByText('Er ging iets mis bij ons.').waitFor()
    await button(page, 'Probeer opnieuw').click()
    await page.getByRole('main').getByRole('alert').getByText('Er ging iets mis bij ons.').waitFor()
    await expectNoViolations(page)
    await button(page, 'English').click()
    await page.getByRole('main').getByRole('alert').getByText('Something went wrong on our side.').waitFor()
    await page.getByRole('link', { name: 'To the start' }).click()
    await page.getByRole('heading', { level: 1, name: 'My file' }).waitFor()
    await page.context().close()
  })

  test('what is typed while it is being saved stays, and what was saved does not turn back', async () => {
    const page = await at('noor', '/gegevens')
    const [street, city] = [page.getByLabel(/^Straat/), page.getByLabel(/^Plaats/)]
    await street.fill('Sassenpoort')
    const [saves, reads]: [(() => void)[], (() => void)[]] = [[], []]
    let isSlow = true
    const release = (held: (() => void)[]) => held.splice(0).forEach((go) => go())
    await page.route('**/graphql', async (route) => {
      const request = route.request()
      if (!isSlow || request.headers()['accept']?.startsWith('text/event-stream')) return route.continue()
      const { variables } = request.postDataJSON() as { variables?: { input?: unknown } }
      const response = await route.fetch()
      await new Promise<void>((go) => (variables?.input === undefined ? reads : saves).push(go))
      await route.fulfill({ response })
    })
    await button(page, 'Bewaar').click()
    await said(page, 'Bewaren…')
    await expect.poll(() => saves.length).toBe(1)
    await city.fill('Hattem')
    release(saves)
    // It is saved, and the page has not read it again yet.
    await said(page, 'Nog niet bewaard')
    expect([await street.inputValue(), await city.inputValue()]).toEqual(['Sassenpoort', 'Hattem'])
    await expect.poll(() => reads.length).toBeGreaterThan(0)
    isSlow = false
    release(reads)
    await button(page, 'Bewaar').click()
    await said(page, 'Bewaard om')
    expect([await street.inputValue(), await city.inputValue()]).toEqual(['Sassenpoort', 'Hattem'])
    expect(await page.getByText('Dit is intussen veranderd').count()).toBe(0)
    const answer = await stage.here
      .as('noor')
      .query('query ($id: ID!) { dossier(id: $id) { contact { address { street city } } } }', {
        id: stage.here.ids['noor'],
      })
    expect(answer.data['dossier'].contact.address).toEqual({ street: 'Sassenpoort', city: 'Hattem' })
    await page.context().close()
  })

  test('a form without what it needs says which field, in the language of the page', async () => {
    const page = await at('noor', '/loopbaanmap?deel=gesprekken')
    await button(page, 'Voeg een gesprek toe').click()
    await button(page, 'Bewaar').click()
    const date = page.getByRole('main').locator('.field[data-wrong]')
    await date.getByText('Vul een datum in, zoals 2026-11-24.').waitFor()
    expect(await page.locator('input[type="date"]').getAttribute('aria-invalid')).toBe('true')
    expect(await page.content()).not.toContain('$input')
    await button(page, 'English').click()
    await button(page, 'Save').click()
    await date.getByText('Fill in a date, such as 2026-11-24.').waitFor()
    await button(page, 'Nederlands').click()
    await page.context().close()
  })

  test('what stands before the hub and answers something else is not called a lost connection', async () => {
    const page = await at('noor', '/gegevens')
    await page.getByLabel(/^Straat/).fill('Kerkstraat')
    await page.route('**/graphql', (route) =>
      route.fulfill({ status: 502, contentType: 'text/html', body: '<p>502</p>' }),
    )
    await button(page, 'Bewaar').click()
    await page.getByRole('alert').getByText('Er ging iets mis bij ons.').waitFor()
    expect(await page.getByText('De hub is niet te bereiken.').count()).toBe(0)
    expect(await page.getByLabel(/^Straat/).inputValue()).toBe('Kerkstraat')
    await page.context().close()
  })
})
