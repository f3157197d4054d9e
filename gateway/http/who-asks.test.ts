import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeOf, openFront, type RunningFront } from '../front.testing.ts'

let hub: RunningFront
beforeEach(async () => {
  hub = await openFront()
})
afterEach(() => hub.close())

describe('who asks', () => {
  const query = '{ dossier(id: "dossier-1") { id } }'

  test('nobody may see the shape of the graph and nothing in it', async () => {
    const ask = (text: string) =>
      fetch(hub.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text }),
      })
    expect(await (await ask('{ __typename __type(name: "Dossier") { description } }')).json()).toEqual({
      data: { __typename: 'Query', __type: { description: "A student's file." } },
    })
    for (const text of [query, '{ __typename viewer { name } }', 'mutation { fail }', '{ nope }']) {
      const response = await ask(text)
      expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
      expect(await response.json()).toEqual({
        errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }],
      })
    }
    expect(hub.fixtures.calls).toEqual([])
  })

  test('a token that is expired, from elsewhere, for something else or torn is 401, also where nobody needs one', async () => {
    const good = await hub.token()
    const tokens = [
      await hub.token({ expiresInSeconds: -60 }),
      await hub.token({ issuer: 'https://elsewhere.example' }),
      await hub.token({ audience: 'urn:something-else' }),
      good.slice(0, -4),
      'nonsense',
    ]
    for (const token of tokens)
      for (const text of [query, '{ __typename }']) {
        const response = await hub.post({ query: text }, { authorization: `Bearer ${token}` })
        expect([response.status, await codeOf(response)]).toEqual([401, 'UNAUTHENTICATED'])
      }
    expect(hub.fixtures.calls).toEqual([])
    expect(hub.lines).toEqual([])
  })

  test('a viewer that the caller wrote itself is not looked at', async () => {
    const forged = { 'x-hub-viewer': 'eyJhbGciOiJub25lIn0.e30.', 'x-hub-judge': 'eyJhbGciOiJub25lIn0.e30.' }
    const response = await hub.post({ query }, forged)
    expect(response.status).toBe(200)
    expect(hub.fixtures.calls[0]?.asking.viewer?.subject).toBe('marieke')
    const nobody = await fetch(hub.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...forged },
      body: JSON.stringify({ query }),
    })
    expect(nobody.status).toBe(401)
  })
})
