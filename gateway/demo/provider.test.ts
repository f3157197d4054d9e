import { once } from 'node:events'
import { readFile, readdir, stat } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '../session.ts'
import type { Session } from '../session.ts'
import { accounts } from './accounts.ts'
import { DEMO_PERSON_GRANT, PROVIDER_PATH, TOKEN_CLIENT, WEB_CLIENT } from './clients.ts'
import { openProvider } from './provider.ts'
import type { RunningProvider } from './testing.ts'
import { runProvider, temporaryFolder } from './testing.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let provider: RunningProvider
let session: Session

beforeAll(async () => {
  folder = await temporaryFolder()
  provider = await runProvider({ dataDir: folder.path })
  session = openSession({ issuer: provider.issuer, jwks: provider.jwks, clock: () => new Date() })
})

afterAll(async () => {
  await provider.close()
  await folder.remove()
})

const viewerOf = (token: string) => session.viewerOf({ authorization: `Bearer ${token}` })

/** A browser without JavaScript: keeps cookies by name and path, follows redirects on the hub, stops where the hub's own pages begin. */
function browser() {
  const cookies = new Map<string, { name: string; value: string; path: string }>()
  async function visit(url: string, form?: Record<string, string>): Promise<{ response: Response; url: string }> {
    const { pathname } = new URL(url)
    if (!pathname.startsWith(PROVIDER_PATH)) return { response: new Response(), url }
    const sent = [...cookies.values()]
      .filter(({ path }) => pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: sent.join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split('; ')
      const [name = '', value = ''] = pair.split('=')
      const path = rest.find((part) => part.startsWith('path='))?.slice(5) ?? '/'
      expect(line).toMatch(/; httponly/i)
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name + path)
      else cookies.set(name + path, { name, value, path })
    }
    const to = response.headers.get('location')
    return to ? visit(new URL(to, url).href) : { response, url }
  }
  return { visit }
}

/** Begins a sign-in of the hub's own pages, with a stock client. */
async function signIn(change: Record<string, string> = {}) {
  const config = await client.discovery(new URL(provider.issuer), WEB_CLIENT, undefined, client.None(), {
    execute: [client.allowInsecureRequests],
  })
  const verifier = client.randomPKCECodeVerifier()
  const state = client.randomState()
  const nonce = client.randomNonce()
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: `${provider.origin}/sign-in/callback`,
    scope: 'openid',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...change,
  })
  const exchange = (returned: string, pkceCodeVerifier = verifier) =>
    client.authorizationCodeGrant(config, new URL(returned), {
      pkceCodeVerifier,
      expectedState: state,
      expectedNonce: nonce,
    })
  return { url: url.href, exchange }
}

/** Asks the token endpoint without a client library; gives the answer with its status. */
async function ask(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await fetch(`${provider.issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
  })
  return { status: response.status, ...((await response.json()) as { error?: string; access_token?: string }) }
}

describe('signing in on the page', () => {
  it('goes from the pick of a person to a code, and from the code to tokens', async () => {
    const { url, exchange } = await signIn()
    const { visit } = browser()
    const page = await visit(url)
    expect(new URL(page.url).pathname).toMatch(/^\/oidc\/interaction\//)
    const back = await visit(page.url, { person: 'marieke' })
    expect(back.url).toMatch(`${provider.origin}/sign-in/callback?code=`)
    const tokens = await exchange(back.url)
    expect(tokens.claims()).toMatchObject({ sub: 'marieke', name: 'Marieke Postma', role: 'INTAKER', aud: WEB_CLIENT })
    expect(tokens.expires_in).toBe(3600)
    expect(await viewerOf(tokens.access_token)).toMatchObject({ subject: 'marieke', organisation: { brin: '01VB' } })
    await expect(viewerOf(tokens.id_token!)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('asks again every time, so that the same browser can be someone else next', async () => {
    const { visit } = browser()
    for (const person of ['noor', 'eva', 'father-of-noor']) {
      const { url, exchange } = await signIn()
      const page = await visit(url)
      const tokens = await exchange((await visit(page.url, { person })).url)
      expect((await viewerOf(tokens.access_token))?.subject).toBe(person)
    }
  })

  it('works in two windows of one browser at once', async () => {
    const { visit } = browser()
    const [first, second] = [await signIn(), await signIn()]
    const [one, two] = [await visit(first.url), await visit(second.url)]
    const asNoor = await first.exchange((await visit(one.url, { person: 'noor' })).url)
    const asKarim = await second.exchange((await visit(two.url, { person: 'karim' })).url)
    expect((await viewerOf(asNoor.access_token))?.subject).toBe('noor')
    expect((await viewerOf(asKarim.access_token))?.subject).toBe('karim')
  })

  it('can be left without becoming anybody', async () => {
    const { url } = await signIn()
    const { visit } = browser()
    const back = await visit((await visit(url)).url, { back: 'yes' })
    expect(new URL(back.url).searchParams.get('error')).toBe('access_denied')
  })

  it('works under the other names of this machine', async () => {
    const here = `http://127.0.0.1:${provider.port}`
    const { url } = await signIn({ redirect_uri: `${here}/sign-in/callback` })
    const { visit } = browser()
    const page = await visit(url.replace(provider.origin, here))
    expect((await visit(page.url, { person: 'noor' })).url).toMatch(`${here}/sign-in/callback?code=`)
  })

  it.each([
    ['a partner system', { person: 'roc-voorbeeld' }],
    ['somebody who is not there', { person: 'sinterklaas' }],
    ['nobody', {}],
    ['what every object has', { person: 'constructor' }],
    ['a name of 2,000 signs', { person: 'x'.repeat(2_000) }],
  ])('is refused to %s', async (_, form) => {
    const { url } = await signIn()
    const { visit } = browser()
    const page = await visit(url)
    expect((await visit(page.url, form)).response.status).toBe(400)
    expect((await visit(page.url, { person: 'noor' })).url).toContain('code=')
  })

  it('says so in words when the page is too old, or belongs to another browser', async () => {
    const { url } = await signIn()
    const page = await browser().visit(url)
    const { response } = await browser().visit(page.url)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('Deze pagina is verlopen.')
  })

  it.each([
    ['another address to go back to', { redirect_uri: 'https://evil.example/sign-in/callback' }],
    ['an address of another port', { redirect_uri: 'http://localhost:1/sign-in/callback' }],
  ])('is refused with %s, without going there', async (_, change) => {
    const { url } = await signIn(change)
    const { response } = await browser().visit(url)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('Inloggen is niet gelukt')
  })

  it('is refused without PKCE', async () => {
    const { url } = await signIn()
    const bare = new URL(url)
    bare.searchParams.delete('code_challenge')
    bare.searchParams.delete('code_challenge_method')
    expect(new URL((await browser().visit(bare.href)).url).searchParams.get('error')).toBe('invalid_request')
  })

  it('gives tokens for a code once, and only to who began', async () => {
    const { url, exchange } = await signIn()
    const { visit } = browser()
    const back = await visit((await visit(url)).url, { person: 'noor' })
    await expect(exchange(back.url, client.randomPKCECodeVerifier())).rejects.toMatchObject({ error: 'invalid_grant' })
    const again = await signIn()
    const once = await visit((await visit(again.url)).url, { person: 'noor' })
    await again.exchange(once.url)
    await expect(again.exchange(once.url)).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  it('shows every person with a sentence, and runs no script', async () => {
    const { url } = await signIn()
    const { response } = await browser().visit(url)
    const html = await response.text()
    for (const { account, name, sentence, group } of accounts) {
      expect(html.includes(`value="${account}"`)).toBe(group !== null)
      if (group) expect(html).toContain(`<strong>${name}</strong> <span>${sentence}</span>`)
    }
    expect(html).toContain('<html lang="nl">')
    expect(html).not.toMatch(/<script|javascript:| on[a-z]+=/i)
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})

describe('a partner system', () => {
  it('may not ask for the token of a person', async () => {
    const secret = await readFile(join(folder.path, 'keys', 'roc-voorbeeld.secret'), 'utf8')
    const answer = await ask(
      { grant_type: DEMO_PERSON_GRANT, person: 'noor' },
      { authorization: `Basic ${btoa(`roc-voorbeeld:${secret}`)}` },
    )
    expect(answer).toMatchObject({ status: 400, error: 'invalid_request' })
  })
})

describe('a token without a browser', () => {
  const fields = { grant_type: DEMO_PERSON_GRANT, client_id: TOKEN_CLIENT, person: 'noor' }

  it('is given to a program on this machine', async () => {
    const answer = await ask(fields)
    expect((await viewerOf(answer.access_token!))?.subject).toBe('noor')
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 3600 })
  })

  it.each(['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'])('is refused behind a proxy (%s)', async (header) => {
    expect(await ask(fields, { [header]: '127.0.0.1' })).toMatchObject({ status: 400, error: 'access_denied' })
  })

  it('is refused to a page in a browser', async () => {
    for (const origin of [provider.origin, 'https://evil.example', 'null']) {
      expect(await ask(fields, { origin })).toMatchObject({ status: 400, error: 'invalid_request' })
    }
  })

  it('is refused under a name that only points to this machine', async () => {
    // fetch sets the Host header itself, so this one is asked for the plain way.
    const asked = request({
      port: provider.port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/oidc/token',
      headers: { host: `evil.example:${provider.port}`, 'content-type': 'application/x-www-form-urlencoded' },
    }).end(new URLSearchParams(fields).toString())
    expect(await answered(asked)).toContain('access_denied')
  })

  it('is refused to what does not come over the loopback interface', async () => {
    const open = await openProvider({
      issuer: provider.issuer,
      dataDir: folder.path,
      clock: () => new Date(),
      report: (cause) => {
        throw cause
      },
    })
    const socketPath = process.platform === 'win32' ? `\\\\.\\pipe\\hub-${process.pid}` : join(folder.path, 'hub.sock')
    const server = createServer(open.handler).listen(socketPath)
    await once(server, 'listening')
    const asked = request({
      socketPath,
      method: 'POST',
      path: '/oidc/token',
      headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
    }).end(new URLSearchParams(fields).toString())
    expect(await answered(asked)).toContain('access_denied')
    server.close()
    server.closeAllConnections()
  })

  const outside = Object.values(networkInterfaces())
    .flat()
    .find((one) => one && !one.internal && one.family === 'IPv4')?.address
  it.skipIf(!outside)('is refused over the network', async () => {
    const asked = request({
      host: outside,
      port: provider.port,
      method: 'POST',
      path: '/oidc/token',
      headers: { host: `localhost:${provider.port}`, 'content-type': 'application/x-www-form-urlencoded' },
    }).end(new URLSearchParams(fields).toString())
    expect(await answered(asked)).toContain('access_denied')
  })

  it.each([
    ['for nobody of the demo', { person: 'sinterklaas' }, 'invalid_grant'],
    ['for what every object has', { person: 'constructor' }, 'invalid_grant'],
    ['for no name', { person: '' }, 'invalid_grant'],
    ['to the client of the pages', { client_id: WEB_CLIENT }, 'invalid_request'],
    ['to a client that is not there', { client_id: 'other' }, 'invalid_client'],
  ])('is refused %s', async (_, change, error) => {
    expect((await ask({ ...fields, ...change })).error).toBe(error)
  })

  async function answered(asked: ReturnType<typeof request>): Promise<string> {
    const [response] = await once(asked, 'response')
    let text = ''
    for await (const chunk of response) text += chunk
    return text
  }
})

describe('the keys', () => {
  it('are kept, so that tokens stay valid when the hub starts again', async () => {
    const before = await runProvider({ dataDir: folder.path })
    const token = await before.token('noor')
    await before.close()
    const after = await runProvider({ dataDir: folder.path, port: before.port })
    const door = openSession({ issuer: after.issuer, jwks: after.jwks, clock: () => new Date() })
    expect((await door.viewerOf({ authorization: `Bearer ${token}` }))?.subject).toBe('noor')
    await after.close()
  })

  it('are readable for their owner alone, and no draft of them stays behind', async () => {
    const keys = join(folder.path, 'keys')
    expect((await readdir(keys)).toSorted()).toEqual([
      'roc-voorbeeld-key.jwk',
      'roc-voorbeeld.secret',
      'sign-in.cookies',
      'sign-in.jwk',
      'vakcollege-delta.secret',
    ])
    for (const name of await readdir(keys)) expect((await stat(join(keys, name))).mode & 0o777).toBe(0o600)
    expect((await stat(keys)).mode & 0o777).toBe(0o700)
  })

  it('are the same for hubs that start at the same moment on one folder', async () => {
    const shared = await temporaryFolder()
    const options = { issuer: provider.issuer, dataDir: shared.path, clock: () => new Date(), report: () => undefined }
    const opened = await Promise.all([1, 2, 3, 4].map(() => openProvider(options)))
    expect(new Set(opened.map(({ jwks }) => JSON.stringify(jwks))).size).toBe(1)
    await shared.remove()
  })

  it('show their public half only', async () => {
    const shown = (await (await fetch(`${provider.issuer}/jwks`)).json()) as { keys: Record<string, unknown>[] }
    expect(shown.keys).toHaveLength(1)
    for (const key of [shown.keys[0], provider.jwks.keys[0]]) {
      expect(key).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' })
      expect(key).not.toHaveProperty('d')
    }
  })
})
