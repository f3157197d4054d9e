import { startHub, type Hub } from '@doorstroomhub/gateway/hub.ts'
import { openLog } from '@doorstroomhub/kit/log.ts'
import { hashOf } from '@doorstroomhub/gateway/trusted.ts'
import { Client } from '@doorstroomhub/intake-preparation/rooms/house.testing.ts'
import { preparationIdOf } from '@doorstroomhub/intake-preparation/sections.ts'
import { createClient as createSocket } from 'graphql-ws'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { expectWithinASecond } from '../world/soon.ts'
import { world, type World } from '../world.ts'
import { visitor, type Visitor } from './visitor.ts'

const WHO = '{ viewer { subject } }'
const STATUS = 'subscription { dossierStatusChanged { to } }'
const SESSION = 'hub_session'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(async () => {
  await here.close()
  expect(here.log).toEqual([])
})

async function signedIn(name: string): Promise<Visitor> {
  const someone = visitor(here.url)
  await someone.signIn(name)
  return someone
}

/** How the server closes a websocket that shows these headers. */
async function socketWith(path: string, headers: Record<string, string>): Promise<WebSocket> {
  const socket = new WebSocket(here.url.replace('http', 'ws') + path, 'graphql-transport-ws', { headers })
  return socket.on('error', () => undefined)
}

describe('signing in', () => {
  test('sets a cookie that no script and no other site gets, and goes on to where one was going', async () => {
    const noor = visitor(here.url)
    const back = await noor.signIn('noor', '/dossier?part=1#top')
    expect([back.status, back.headers.get('location')]).toEqual([303, '/dossier?part=1#top'])
    const [line] = back.headers.getSetCookie().filter((one) => one.startsWith(SESSION))
    expect(line).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
    expect([...noor.cookies.keys()].filter((name) => name.startsWith('hub_'))).toEqual([SESSION])
    expect(noor.session()).not.toMatch(/noor/i)
    expect((await noor.ask(WHO)).data).toEqual({ viewer: { subject: 'noor' } })
  })

  test('who changes their mind is told so, and is nobody', async () => {
    const nobody = visitor(here.url)
    let page = await nobody.visit('/sign-in')
    for (let to = page.headers.get('location'); to; to = page.headers.get('location')) page = await nobody.visit(to)
    const action = /action="([^"]+)"/.exec(await page.text())?.[1] ?? ''
    page = await nobody.visit(action, { method: 'POST', body: new URLSearchParams({ back: 'yes' }) })
    for (let to = page.headers.get('location'); to; to = page.headers.get('location'))
      page = await nobody.visit(to, { headers: { 'accept-language': 'nl' } })
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Er is niet ingelogd')])
    expect(nobody.cookies.has(SESSION)).toBe(false)
  })

  test('an answer that this browser did not ask for, or that comes a second time, is not taken', async () => {
    const noor = visitor(here.url)
    const unasked = await noor.visit('/sign-in/callback?code=x&state=y')
    expect([unasked.status, noor.cookies.has(SESSION)]).toEqual([400, false])
    let page = await noor.visit('/sign-in')
    for (let to = page.headers.get('location'); to; to = page.headers.get('location')) page = await noor.visit(to)
    const action = /action="([^"]+)"/.exec(await page.text())?.[1] ?? ''
    page = await noor.visit(action, { method: 'POST', body: new URLSearchParams({ person: 'noor' }) })
    while (!page.headers.get('location')?.includes('/sign-in/callback'))
      page = await noor.visit(page.headers.get('location')!)
    const callback = page.headers.get('location')!
    // The victim's browser has no sign-in going on, so that somebody else's answer signs it in as nobody.
    expect((await visitor(here.url).visit(callback)).status).toBe(400)
    const before = noor.cookie()
    expect((await noor.visit(callback)).status).toBe(303)
    expect((await visitor(here.url).visit(callback, { headers: { cookie: before } })).status).not.toBe(303)
  })

  test('a sign-in of ten minutes ago is over', async () => {
    const noor = visitor(here.url)
    const began = await noor.visit('/sign-in')
    here.clock.advance({ minutes: 11 })
    const state = new URL(began.headers.get('location')!).searchParams.get('state')
    const page = await noor.visit(`/sign-in/callback?code=x&state=${state}`, { headers: { 'accept-language': 'en' } })
    expect([page.status, await page.text()]).toEqual([400, expect.stringContaining('took too long')])
  })

  test('under another name of this machine it begins at the hub’s own', async () => {
    const response = await visitor(here.url, here.url.replace('localhost', '127.0.0.1')).visit('/sign-in?return=/x')
    expect(response.headers.get('location')).toBe(`${here.url}/sign-in?return=%2Fx`)
  })

  test('a second sign-in in the same browser ends the first', async () => {
    const someone = await signedIn('noor')
    const first = someone.session()
    await someone.signIn('joris')
    expect((await someone.ask(WHO)).data).toEqual({ viewer: { subject: 'joris' } })
    const old = await visitor(here.url).ask(WHO, { cookie: `${SESSION}=${first}`, origin: here.url })
    expect([old.status, old.errors[0]?.code]).toEqual([401, 'UNAUTHENTICATED'])
  })
})

describe('the cookie', () => {
  test('counts for the hub’s own pages only', async () => {
    const noor = await signedIn('noor')
    const tries: [Record<string, string>, boolean][] = [
      [{ origin: here.url }, true],
      [{ 'sec-fetch-site': 'same-origin' }, true],
      [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
      [{}, false],
      [{ origin: 'null' }, false],
      [{ origin: 'https://evil.example' }, false],
      [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, false],
      [{ origin: here.url.replace('localhost', '127.0.0.1') }, false],
      [{ origin: `${here.url}.evil.example` }, false],
      [{ 'sec-fetch-site': 'same-site' }, false],
      [{ 'sec-fetch-site': 'none' }, false],
    ]
    for (const [headers, counts] of tries) {
      const posted = await noor.ask(WHO, headers)
      expect([headers, posted.status]).toEqual([headers, counts ? 200 : 401])
      const got = await noor.visit(`/graphql?query=${encodeURIComponent(WHO)}`, {
        headers: { accept: 'application/json', ...headers },
      })
      expect([headers, got.status]).toEqual([headers, counts ? 200 : 401])
    }
  })

  test('a bearer token goes before it', async () => {
    const noor = await signedIn('noor')
    const headers = { origin: here.url, authorization: `Bearer ${await here.token('marieke')}` }
    expect((await noor.ask(WHO, headers)).data).toEqual({ viewer: { subject: 'marieke' } })
    const wrong = await noor.ask(WHO, { origin: here.url, authorization: 'Bearer nonsense' })
    expect(wrong.status).toBe(401)
  })

  test('is given out anew while it is used, and ends after half an hour of nothing', async () => {
    const noor = await signedIn('noor')
    const use = () =>
      noor.visit(`/graphql?query=${encodeURIComponent(WHO)}`, {
        headers: { accept: 'application/json', origin: here.url },
      })
    expect((await use()).headers.getSetCookie()).toEqual([])
    const first = noor.session()
    for (let round = 0; round < 4; round++) {
      here.clock.advance({ minutes: 20 })
      const response = await use()
      expect([response.status, response.headers.getSetCookie().length]).toEqual([200, 1])
    }
    expect(noor.session()).not.toBe(first)
    here.clock.advance({ minutes: 30 })
    expect((await use()).status).toBe(401)
  })

  test('ends after ten hours, however busy', async () => {
    const noor = await signedIn('noor')
    const use = async () =>
      (
        await noor.visit(`/graphql?query=${encodeURIComponent(WHO)}`, {
          headers: { accept: 'application/json', origin: here.url },
        })
      ).status
    for (let minutes = 20; minutes < 600; minutes += 20) {
      here.clock.advance({ minutes: 20 })
      expect([minutes, await use()]).toEqual([minutes, 200])
    }
    here.clock.advance({ minutes: 20 })
    expect(await use()).toBe(401)
  })
})

describe('signing out', () => {
  test('goes by the provider, takes the cookie away, and empties what the pages kept', async () => {
    const noor = await signedIn('noor')
    const answer = await noor.signOut()
    expect(answer.status).toBe(303)
    const to = new URL(answer.headers.get('location')!)
    expect([to.origin + to.pathname, to.searchParams.get('post_logout_redirect_uri')]).toEqual([
      `${here.url}/oidc/session/end`,
      `${here.url}/`,
    ])
    expect(to.searchParams.get('id_token_hint')).toMatch(/^ey/)
    expect(answer.headers.get('clear-site-data')).toBe('"storage"')
    expect(noor.cookies.has(SESSION)).toBe(false)
  })

  test('cannot be done by another site, not by a form and not by a script', async () => {
    const noor = await signedIn('noor')
    for (const headers of [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ])
      expect([headers, (await noor.signOut(headers as Record<string, string>)).status]).toEqual([headers, 403])
    expect((await noor.visit('/sign-out')).status).toBe(405)
    expect((await noor.ask(WHO)).status).toBe(200)
  })

  test('a copy of the cookie is worth nothing from then on', async () => {
    const noor = await signedIn('noor')
    const stolen = noor.cookie()
    const thief = (headers: Record<string, string>) => visitor(here.url).ask(WHO, { cookie: stolen, ...headers })
    expect((await thief({ origin: here.url })).status).toBe(200)
    await noor.signOut()
    expect((await thief({ origin: here.url })).status).toBe(401)
    const socket = await socketWith('/graphql', { cookie: stolen, origin: here.url })
    await once(socket, 'open')
    socket.send('{"type":"connection_init"}')
    expect((await once(socket, 'close'))[0]).toBe(4401)
    const document = await socketWith(`/documents/${preparation()}/questions`, { cookie: stolen, origin: here.url })
    const [, response] = (await once(document, 'unexpected-response')) as [unknown, { statusCode: number }]
    expect(response.statusCode).toBe(401)
  })

  test('ends an open stream, a websocket and a document within a second', async () => {
    const noor = await signedIn('noor')
    const shown = { cookie: noor.cookie(), origin: here.url }
    const stream = await fetch(`${here.url}/graphql`, {
      method: 'POST',
      headers: { ...shown, accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify({ query: STATUS }),
    })
    const events = stream.text()
    class Own extends WebSocket {
      constructor(address: string, protocols?: string | string[]) {
        super(address, protocols, { headers: shown })
      }
    }
    const client = createSocket({
      url: `${here.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: Own,
      retryAttempts: 0,
      lazy: false,
      onNonLazyError: () => undefined,
    })
    const socketClosed = new Promise<number>((resolve) =>
      client.on('closed', (event) => resolve((event as { code: number }).code)),
    )
    await new Promise<void>((resolve) => client.on('connected', () => resolve()))
    const document = new Client(
      `${here.url.replace('http', 'ws')}/documents`,
      `${preparation()}/questions`,
      '',
      {},
      Own as never,
    )
    await document.synced()
    const documentClosed = document.closed()
    await noor.signOut()
    const out = performance.now()
    expect(await events).toContain('UNAUTHENTICATED')
    expect(await Promise.all([socketClosed, documentClosed])).toEqual([4401, 4401])
    expectWithinASecond('streams of the session ended', performance.now() - out)
    document.leave()
    await client.dispose()
  })
})

describe('a websocket', () => {
  test('takes the cookie of the hub’s own page for a question, and of no other', async () => {
    const noor = await signedIn('noor')
    const answerFor = async (headers: Record<string, string>): Promise<string> => {
      const socket = await socketWith('/graphql', { cookie: noor.cookie(), ...headers })
      await once(socket, 'open')
      socket.send('{"type":"connection_init"}')
      await once(socket, 'message')
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: WHO } }))
      const [data] = (await once(socket, 'message')) as [Buffer]
      socket.close()
      return data.toString()
    }
    expect(await answerFor({ origin: here.url })).toContain('"subject":"noor"')
    for (const headers of [{}, { origin: 'https://evil.example' }, { 'sec-fetch-site': 'same-origin' }])
      expect(await answerFor(headers as Record<string, string>)).toContain('UNAUTHENTICATED')
  })

  test('of a document opens by the cookie of the own page; a page elsewhere is refused', async () => {
    const noor = await signedIn('noor')
    const path = `/documents/${preparation()}/questions`
    const statusFor = async (headers: Record<string, string>): Promise<number> => {
      const socket = await socketWith(path, { cookie: noor.cookie(), ...headers })
      return new Promise((resolve) => {
        socket.once('unexpected-response', (_request, { statusCode }) => resolve(statusCode ?? 0))
        socket.once('open', () => {
          socket.close()
          resolve(101)
        })
      })
    }
    expect(await statusFor({ origin: here.url })).toBe(101)
    expect(await statusFor({ origin: 'https://evil.example' })).toBe(403)
    expect(await statusFor({ origin: here.url.replace('localhost', '127.0.0.1') })).toBe(403)
    expect(await statusFor({})).toBe(401)
    expect(await statusFor({ authorization: `Bearer ${await here.token('noor')}` })).toBe(101)
  })
})

describe('two gateways', () => {
  let other: Hub
  beforeAll(async () => {
    const names = here.hub.subgraphs.map(({ name }) => name)
    const subgraphs = await Promise.all(names.map(async (name) => ({ name, url: (await here.direct(name)).url })))
    other = await startHub({
      settings: {
        port: 0,
        host: '127.0.0.1',
        // Both stand behind one address.
        publicUrl: here.url,
        dataDir: here.dataDir,
        databaseUrl: null,
        natsUrl: null,
        subgraphs,
        supergraphFile: null,
        oidc: { issuer: `${here.url}/oidc`, audience: null, client: { id: 'x', secret: null, scopes: 'openid' } },
        demo: false,
        logLevel: 'error',
        keys: { viewer: here.secret, personalNumber: null, session: [new Uint8Array(32).fill(5)] },
      },
      clock: here.clock.now,
      log: openLog('silent'),
      trusted: new Map([[hashOf(WHO), WHO]]),
    })
  })
  afterAll(() => other.close())

  test('know the same sessions, and the end of each', async () => {
    const noor = await signedIn('noor')
    const there = visitor(here.url, `http://127.0.0.1:${other.port}`)
    const ask = async (cookie: string) => {
      const answer = await there.visit(`/graphql?documentId=sha256:${hashOf(WHO)}`, {
        headers: { cookie, origin: here.url, accept: 'application/json' },
      })
      return answer.status
    }
    const cookie = noor.cookie()
    expect(await ask(cookie)).toBe(200)
    await noor.signOut()
    await expect.poll(() => ask(cookie), { timeout: 5_000 }).toBe(401)
  })
})

function preparation(): string {
  return preparationIdOf(here.applications['noor']!['01VB']!)
}
