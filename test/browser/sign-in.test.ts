import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { chromiumHere, openBrowser, signIn, signOut, type OpenBrowser } from './browser.ts'

describe.skipIf(chromiumHere === undefined)('in a real browser', () => {
  let here: World
  let open: OpenBrowser
  beforeAll(async () => {
    ;[here, open] = await Promise.all([world(), openBrowser()])
  })
  afterAll(async () => {
    await open.close()
    await here.close()
    expect(here.log).toEqual([])
  })

  test.for([
    ['noor', 'Noor de Vries', 'STUDENT'],
    ['joris', 'Joris Hoekstra', 'MENTOR'],
    ['marieke', 'Marieke Postma', 'INTAKER'],
  ])('%s signs in, is known, and signs out', async ([account, name, role]) => {
    const page = await open.page()
    await signIn(page, account!, { url: here.url })
    const ask = () =>
      page.evaluate(async () => {
        const response = await fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: '{ viewer { name role } }' }),
        })
        return (await response.json()) as unknown
      })
    expect(await ask()).toEqual({ data: { viewer: { name, role } } })
    await signOut(page, { url: here.url })
    expect(await ask()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
    await page.context().close()
  })
})
