import { preparationIdOf } from '@doorstroomhub/intake-preparation/sections.ts'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import { visitor, type Visitor } from '../sign-in/visitor.ts'
import { world, type World } from '../world.ts'
import { expectAlive } from './alive.ts'

let here: World
/** Somebody who is signed in, and whose browser shows a page of another site. */
let noor: Visitor
let mutation: string
beforeAll(async () => {
  here = await world()
  noor = visitor(here.url)
  await noor.signIn('noor')
  mutation = `mutation { pauseSharing(input: { dossierId: "${here.ids['noor']}" }) { paused } }`
})
afterEach(async () => {
  await expectAlive(here)
  // Nothing was done with the cookie, and the session goes on.
  const { data } = await noor.ask(`{ dossier(id: "${here.ids['noor']}") { paused } }`)
  expect(data).toEqual({ dossier: { paused: false } })
})
afterAll(() => here.close())

const EVIL = 'https://evil.example'
/** What browsers say of a page of another site, of one on another name of the same site, of one in a sandbox, and of an old browser. */
const FROM: readonly Record<string, string>[] = [
  { origin: EVIL, 'sec-fetch-site': 'cross-site' },
  { origin: EVIL, 'sec-fetch-site': 'same-origin' },
  { origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' },
  { origin: 'null', 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'none' },
  {},
]

interface Said {
  status: number
  code: string | undefined
  text: string
}
async function send(path: string, init: RequestInit): Promise<Said> {
  const response = await noor.visit(path, { ...init, headers: { accept: 'application/json', ...init.headers } })
  const text = await response.text()
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
  const code = /"code":"([A-Z_]+)"/.exec(text)?.[1]
  return { status: response.status, code, text }
}

test('a form, in each of the three ways in which a form is sent, and without a word about what it is', async () => {
  const json = JSON.stringify({ query: mutation })
  const bodies: [string | null, string][] = [
    ['application/x-www-form-urlencoded', new URLSearchParams({ query: mutation }).toString()],
    [
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${json}\r\n--x--`,
    ],
    ['text/plain', json],
    ['text/plain; x=application/json', json],
    ['application/jsonp', json],
    [null, json],
  ]
  for (const from of FROM)
    for (const [type, body] of bodies) {
      const headers = { ...from, ...(type === null ? {} : { 'content-type': type }) }
      // Bytes: of a text `fetch` would say itself what it is.
      const sent = await send('/graphql', { method: 'POST', headers, body: Buffer.from(body) })
      expect([from, type, sent.status, sent.code]).toEqual([from, type, 415, 'INVALID'])
    }
})

test('a script, with the question as the pages send it, and the browser’s question whether it may', async () => {
  for (const from of FROM) {
    const body = JSON.stringify({ query: mutation })
    const headers = { ...from, 'content-type': 'application/json' }
    for (const accept of ['application/json', 'text/event-stream']) {
      const sent = await send('/graphql', { method: 'POST', headers: { ...headers, accept }, body })
      expect([from, sent.status === 200 ? 401 : sent.status, sent.code]).toEqual([from, 401, 'UNAUTHENTICATED'])
    }
    const reserved = await send('/graphql/stream', { method: 'PUT', headers: from })
    expect([from, reserved.status, reserved.code]).toEqual([from, 401, 'UNAUTHENTICATED'])
    const may = await send('/graphql', {
      method: 'OPTIONS',
      headers: { ...from, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    })
    expect([from, may.status]).toEqual([from, 405])
  }
})

test('a link, a picture or a script tag: nothing is done by GET, and nothing read', async () => {
  const query = (text: string): string => `/graphql?query=${encodeURIComponent(text)}`
  for (const from of FROM) {
    const done = await send(query(mutation), { headers: from })
    expect([from, done.status, done.code]).toEqual([from, 405, 'INVALID'])
    const files = [`/export/dossier/${here.ids['noor']}.json`, `/export/dossier/${here.ids['noor']}.pdf`]
    for (const path of [query('{ dossiers { edges { node { identity { surname } } } } }'), ...files]) {
      const read = await send(path, { headers: from })
      expect([from, path, read.status, read.code]).toEqual([from, path, 401, 'UNAUTHENTICATED'])
      expect(read.text).not.toContain('Vries')
    }
  }
})

test('signing somebody out', async () => {
  for (const from of FROM) expect([from, (await noor.signOut(from)).status]).toEqual([from, 403])
})

test('a websocket to the graph, which may be opened and asks as nobody, and one to a document, which may not', async () => {
  const document = `/documents/${preparationIdOf(here.applications['noor']!['01VB']!)}/questions`
  for (const from of FROM) {
    const headers = { cookie: noor.cookie(), ...from }
    const socket = new WebSocket(`${here.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers })
    await once(socket, 'open')
    socket.send('{"type":"connection_init"}')
    await once(socket, 'message')
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: mutation } }))
    const [said] = (await once(socket, 'message')) as [Buffer]
    expect(JSON.parse(said.toString())).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    })
    socket.terminate()
    const room = new WebSocket(here.url.replace('http', 'ws') + document, { headers })
    room.on('error', () => undefined)
    const [, response] = (await once(room, 'unexpected-response')) as [unknown, { statusCode: number }]
    expect([from, response.statusCode]).toEqual([from, from['origin'] === undefined ? 401 : 403])
  }
})
