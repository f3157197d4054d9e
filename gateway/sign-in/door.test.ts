import { memoryBus } from '@doorstroomhub/kit/bus.ts'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { readMapping } from '../claims.ts'
import { temporaryFolder } from '../demo/testing.ts'
import { openProvider, type DemoProvider } from '../demo/provider.ts'
import { WEB_CLIENT } from '../demo/clients.ts'
import type { Mounted } from '../http.ts'
import { openSession } from '../session.ts'
import { openSignIn } from './open.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** The way in alone, before the demo's provider or before one that is not there. */
async function door({ claims = {}, away = false } = {}) {
  const mounted: Mounted[] = []
  const server = createServer((request, response) => {
    const one = mounted.find((each) => each.owns(request.url))
    if (one) one.handler(request, response)
    else response.writeHead(404).end()
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  closing.push(async () => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  const folder = await temporaryFolder()
  closing.push(() => folder.remove())
  const heard: unknown[] = []
  const outcomes: string[] = []
  const clock = () => new Date()
  const issuer = `${url}/oidc`
  const provider: DemoProvider = await openProvider({ issuer, dataDir: folder.path, clock, report: () => undefined })
  if (!away) mounted.push(provider)
  const signIn = await openSignIn({
    url,
    client: { issuer, id: WEB_CLIENT, secret: null, scopes: 'openid' },
    keys: [new Uint8Array(32).fill(1)],
    mapping: readMapping(claims),
    store: { end: async () => undefined, since: async () => [] },
    bus: memoryBus(),
    session: openSession({ issuer, jwks: provider.jwks, clock }),
    clock,
    onError: (cause) => heard.push(cause),
    onSignIn: (outcome) => outcomes.push(outcome),
  })
  mounted.push(signIn.mounted)
  closing.push(() => signIn.close())
  return { url, heard, outcomes, back: () => void mounted.push(provider) }
}

test('a provider that does not answer is said in words, in both languages, with a way on; and it may come back', async () => {
  const { url, heard, back } = await door({ away: true })
  for (const [language, words] of [
    ['nl', 'De inlogdienst van de school antwoordt niet.'],
    ['en', 'The sign-in service of the school does not answer.'],
  ] as const) {
    const page = await fetch(`${url}/sign-in`, { headers: { 'accept-language': language } })
    const html = await page.text()
    expect([page.status, html]).toEqual([503, expect.stringContaining(words)])
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toContain('href="/sign-in"')
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  }
  expect(heard).toHaveLength(2)
  back()
  expect((await fetch(`${url}/sign-in`, { redirect: 'manual' })).status).toBe(303)
})

test('who has no role that can be used is told so, and gets no session', async () => {
  const { url, heard, outcomes } = await door({ claims: { role: 'affiliation' } })
  const cookies = new Map<string, string>()
  async function visit(to: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, 'accept-language': 'nl' }
    const response = await fetch(new URL(to, url), { redirect: 'manual', ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]!.split(/=(.*)/s)
      cookies.set(name, value)
    }
    const next = response.headers.get('location')
    return next === null ? response : visit(next)
  }
  const pick = await (await visit('/sign-in')).text()
  const action = /action="([^"]+)"/.exec(pick)![1]!
  const page = await visit(action, { method: 'POST', body: new URLSearchParams({ person: 'noor' }) })
  expect([page.status, await page.text()]).toEqual([403, expect.stringContaining('Je account past hier niet')])
  expect(cookies.has('hub_session')).toBe(false)
  expect(heard).toHaveLength(1)
  expect(outcomes).toEqual(['refused'])
})

test('signing in and out are asked in their own way only', async () => {
  const { url } = await door()
  for (const [path, method, allow] of [
    ['/sign-in', 'POST', 'GET'],
    ['/sign-in/callback', 'POST', 'GET'],
    ['/sign-out', 'GET', 'POST'],
  ] as const) {
    const answer = await fetch(url + path, { method })
    expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, allow])
  }
  const out = await fetch(`${url}/sign-out`, { method: 'POST', headers: { origin: url }, redirect: 'manual' })
  expect([out.status, out.headers.get('location')]).toEqual([303, '/'])
})
