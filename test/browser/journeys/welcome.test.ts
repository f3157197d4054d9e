import { describe, expect, test } from 'vitest'
import { chromiumHere, signIn } from '../browser.ts'
import { onStage } from '../stage.ts'

const DUTCH = 'Jouw overstapdossier'
const ENGLISH = 'Your transfer file'

describe.skipIf(chromiumHere === undefined)('the welcome', () => {
  const stage = onStage()

  test('is read, and leads to signing in, without any script', async () => {
    const page = await stage.open.page({ javaScriptEnabled: false })
    await page.goto(stage.here.url)
    expect(await page.title()).toBe(`${DUTCH} - Doorstroomhub`)
    await page.getByRole('heading', { level: 1, name: DUTCH }).waitFor()
    expect(await page.content()).toContain('heeft deze pagina JavaScript nodig')
    // Nothing to press that would do nothing.
    expect(await page.getByRole('button').count()).toBe(0)
    await page.getByRole('link', { name: 'Inloggen' }).click()
    await page.locator('button[name="person"][value="noor"]').waitFor()
    await page.context().close()
  })

  test('asks the graph nothing, and is as the page itself would be', async () => {
    const page = await stage.open.page()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(stage.here.url, { waitUntil: 'networkidle' })
    expect(asked.filter((path) => !path.startsWith('/assets/'))).toEqual(['/', '/favicon.svg'])
    const still = await page.locator('#page').innerHTML()
    // With a session that is none any more the page finds out by itself that nobody is signed in.
    await page.context().addCookies([{ name: 'hub_session', value: 'old', url: stage.here.url }])
    await page.reload()
    await page.getByRole('heading', { level: 1, name: DUTCH }).waitFor()
    expect(asked).toContain('/graphql')
    expect(await page.locator('#page').innerHTML()).toBe(still)
    await page.context().close()
  })

  test('is in English for who chose that, also the next time, and in Dutch again', async () => {
    const page = await stage.open.page()
    await page.goto(stage.here.url)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: ENGLISH }).waitFor()
    await page.goto(stage.here.url)
    await page.getByRole('heading', { level: 1, name: ENGLISH }).waitFor()
    expect(await page.getByRole('heading', { name: DUTCH }).count()).toBe(0)
    await page.getByRole('button', { name: 'Nederlands' }).click()
    await page.getByRole('heading', { level: 1, name: DUTCH }).waitFor()
    await page.goto(stage.here.url)
    await page.getByRole('heading', { level: 1, name: DUTCH }).waitFor()
    await page.context().close()
  })

  test('who comes where a sign-in ends reads whether it worked', async () => {
    const page = await stage.open.page()
    await page.goto(`${stage.here.url}/ingelogd`)
    await page.getByRole('heading', { level: 1, name: 'Inloggen is nog niet gelukt' }).waitFor()
    expect(await page.getByText('Inloggen is gelukt').count()).toBe(0)
    await page.getByRole('link', { name: 'Inloggen' }).click()
    await page.locator('button[name="person"][value="noor"]').click()
    await page.getByRole('heading', { level: 1, name: 'Inloggen is gelukt' }).waitFor()
    await page.context().close()
  })

  test('is not what somebody who signed in meets on the way back', async () => {
    const page = await stage.open.page()
    await page.goto(stage.here.url)
    await page.getByRole('heading', { level: 1, name: DUTCH }).waitFor()
    await signIn(page, 'noor', { url: stage.here.url, to: '/gegevens' })
    await page.getByRole('heading', { level: 1, name: 'Mijn gegevens' }).waitFor()
    // Past the pages of the provider.
    while (page.url() !== `${stage.here.url}/` && page.url() !== `${stage.here.url}/mijn-dossier`) await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Mijn dossier' }).waitFor()
    expect(await page.getByRole('heading', { name: DUTCH }).count()).toBe(0)
    await page.context().close()
  })
})
