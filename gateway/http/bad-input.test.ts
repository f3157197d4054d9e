import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bodyOf, codeOf, openFront, type RunningFront } from '../front.testing.ts'

const GRAPHQL = 'application/graphql-response+json'

let hub: RunningFront
beforeEach(async () => {
  hub = await openFront()
})
afterEach(() => hub.close())

test.each([
  ['an unknown field', { query: '{ nope }' }, 'INVALID', 400, 200],
  ['a syntax error', { query: '{ dossier( }' }, 'INVALID', 400, 200],
  [
    'a variable of the wrong kind',
    { query: 'query ($first: Int) { dossiers(first: $first) { edges { cursor } } }', variables: { first: 'many' } },
    'INVALID',
    400,
    200,
  ],
  [
    'two operations and no name',
    { query: 'query A { viewer { name } } query B { viewer { name } }' },
    'INVALID',
    400,
    200,
  ],
  [
    'fifty levels',
    { query: `{ dossier(id: "dossier-1") ${'{ mentor { dossier '.repeat(25)}{ id }${' } }'.repeat(25)} }` },
    'TOO_COSTLY',
    400,
    200,
  ],
  [
    'two hundred aliases',
    { query: `{ ${Array.from({ length: 200 }, (_, index) => `a${index}: viewer { name }`).join(' ')} }` },
    'TOO_COSTLY',
    400,
    200,
  ],
  ['ten thousand words', { query: `{ ${'viewer { name } '.repeat(2500)} }` }, 'TOO_COSTLY', 400, 200],
  [
    'a hundred pages of a hundred with a hundred',
    {
      query:
        '{ dossiers(first: 100) { edges { node { accommodations { needs { accommodations(first: 100) } } } } } ' +
        Array.from(
          { length: 60 },
          (_, index) =>
            `a${index}: dossiers(first: 100) { edges { node { id version status identity { surname initials callName birthDate } } } }`,
        ).join(' ') +
        '}',
    },
    'TOO_COSTLY',
    400,
    200,
  ],
])('%s is refused in words, with a status as GraphQL over HTTP asks', async (_, body, code, status, older) => {
  const response = await hub.post(body, { accept: GRAPHQL })
  expect([await codeOf(response), response.status]).toEqual([code, status])
  const olderResponse = await hub.post(body, { accept: 'application/json' })
  expect([await codeOf(olderResponse), olderResponse.status]).toEqual([code, older])
  expect(hub.fixtures.calls).toEqual([])
  expect(hub.lines).toEqual([])
})

test('a page that is too large is left to the list itself, which knows its own limit', async () => {
  const response = await hub.post({ query: '{ dossiers(first: 100000) { edges { cursor } } }' })
  expect((await bodyOf(response)).errors).toMatchObject([
    { path: ['dossiers'], extensions: { code: 'INVALID', field: 'first' } },
  ])
})

test('an unknown field is told with its place', async () => {
  const { errors } = await bodyOf(await hub.post({ query: '{\n  nope\n}' }, { accept: GRAPHQL }))
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('nope') as string,
    locations: [{ line: 2, column: 3 }],
  })
})

test.each([
  ['text that is not JSON', '{"query": ', 'body'],
  ['nothing', '', 'body'],
  ['a list', '[{"query":"{ __typename }"}]', 'body'],
  ['a number for a query', '{"query": 7}', 'query'],
  ['a list for variables', '{"query":"{ __typename }","variables":[1]}', 'variables'],
])('%s is 400 and INVALID', async (_, body, field) => {
  const response = await hub.post(body)
  expect(response.status).toBe(400)
  expect((await bodyOf(response)).errors?.[0]?.extensions).toEqual({ code: 'INVALID', field })
})

test('another content type is 415, another method 405, another form 406', async () => {
  const plain = await hub.post('{"query":"{ __typename }"}', { 'content-type': 'text/plain' })
  expect([plain.status, await codeOf(plain)]).toEqual([415, 'INVALID'])
  const put = await fetch(hub.url, { method: 'PUT' })
  expect([put.status, put.headers.get('allow'), await codeOf(put)]).toEqual([405, 'GET, POST', 'INVALID'])
  const xml = await hub.post({ query: '{ __typename }' }, { accept: 'application/xml' })
  expect([xml.status, await codeOf(xml)]).toEqual([406, 'INVALID'])
  const stream = await hub.post({ query: 'subscription { dossierStatusChanged { to } }' })
  expect([stream.status, await codeOf(stream)]).toEqual([406, 'INVALID'])
})

test('a body over 1 MB is 413 and TOO_COSTLY, whether or not it says how long it is, and the hub goes on', async () => {
  const large = JSON.stringify({ query: `{ __typename } #${'x'.repeat(1024 * 1024)}` })
  const told = await hub.post(large)
  expect([told.status, await codeOf(told)]).toEqual([413, 'TOO_COSTLY'])
  const chunked = await new Promise<IncomingMessage>((resolve, reject) => {
    const sending = httpRequest(hub.url, { method: 'POST', headers: { 'content-type': 'application/json' } }, resolve)
    sending.on('error', reject)
    for (let at = 0; at < large.length; at += 65_536) sending.write(large.slice(at, at + 65_536))
    sending.end()
  })
  expect(chunked.statusCode).toBe(413)
  chunked.resume()
  expect((await hub.post({ query: '{ viewer { name } }' })).status).toBe(200)
})

test('bytes that are no HTTP end only their own connection', async () => {
  const socket = connect(Number(new URL(hub.url).port), '127.0.0.1')
  socket.write('\x16\x03\x01 hello\r\n\r\n')
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(String(answer)).toMatch(/^HTTP\/1\.1 400/)
  expect((await hub.post({ query: '{ viewer { name } }' })).status).toBe(200)
})
