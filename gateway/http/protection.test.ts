import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFront, type RunningFront } from '../front.testing.ts'
import { pagePolicy, protectionOf } from './protection.ts'

const FRIEND = 'https://dashboard.example'

let hub: RunningFront
beforeAll(async () => {
  const protection = protectionOf({
    url: 'https://hub.example',
    provider: 'https://sign-in.example/oidc',
    corsOrigins: [FRIEND],
  })
  hub = await openFront({ protection })
})
afterAll(() => hub.close())

const everywhere = ['/', '/graphql', '/graphql?query={__typename}', '/health/live', '/metrics', '/nothing-here']

test.for(everywhere)('every answer is protected: %s', async (path) => {
  const { headers } = await fetch(hub.origin + path)
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*('unsafe|data:|https?:|\*)/)
})

test('an answer about somebody is kept by nobody', async () => {
  const answer = await hub.post({ query: '{ dossier(id: "dossier-1") { id } }' })
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
})

test('on this machine nothing is said about TLS', async () => {
  const here = await openFront({ protection: protectionOf({ url: 'http://localhost:4000' }) })
  expect((await fetch(here.origin)).headers.has('strict-transport-security')).toBe(false)
  await here.close()
})

test('the policy names the own websocket, and the provider where a form ends', () => {
  expect(pagePolicy({ url: 'https://hub.example', provider: 'https://sign-in.example/oidc' })).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; " +
      "font-src 'self'; connect-src 'self' wss://hub.example; manifest-src 'self'; base-uri 'none'; " +
      "form-action 'self' https://sign-in.example; frame-ancestors 'none'",
  )
  expect(pagePolicy({ url: 'http://localhost:4000' })).toContain(
    "connect-src 'self' ws://localhost:4000; manifest-src 'self'; base-uri 'none'; form-action 'self'; ",
  )
})

describe('a page elsewhere', () => {
  const preflight = (origin: string) =>
    fetch(hub.url, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    })
  const shared = ({ headers }: Response) => [...headers.keys()].filter((name) => name.startsWith('access-control-'))

  test('of the list may ask with a token, and never with a cookie', async () => {
    const may = await preflight(FRIEND)
    expect([may.status, may.headers.get('access-control-allow-origin')]).toEqual([204, FRIEND])
    expect(may.headers.get('access-control-allow-headers')).toContain('authorization')
    const answer = await hub.post({ query: '{ __typename }' }, { origin: FRIEND })
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, FRIEND])
    expect(answer.headers.get('vary')).toMatch(/origin/)
    for (const one of [may, answer]) expect(one.headers.has('access-control-allow-credentials')).toBe(false)
  })

  test('that is not on it may not read anything', async () => {
    for (const origin of ['https://evil.example', 'null', `${FRIEND}.evil.example`, 'https://hub.example']) {
      const may = await preflight(origin)
      expect([origin, may.status, shared(may)]).toEqual([origin, 405, []])
      expect(shared(await hub.post({ query: '{ __typename }' }, { origin }))).toEqual([])
    }
  })
})
