import { signingKey } from '@doorstroomhub/gateway/demo/testing.ts'
import { GRAPH_AUDIENCE } from '@doorstroomhub/gateway/session.ts'
import { exportSPKI, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWTPayload } from 'jose'
import { createPublicKey, randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { world, type World } from '../world.ts'
import { expectAlive } from './alive.ts'

let here: World
let claims: JWTPayload
let key: CryptoKey
let kid: string
let publicJwk: Record<string, unknown>

beforeAll(async () => {
  here = await world()
  await here.token('noor')
  const own = await signingKey(here.dataDir)
  key = own.key
  kid = own.jwk.kid!
  publicJwk = createPublicKey({ key: { ...own.jwk } as never, format: 'jwk' }).export({ format: 'jwk' }) as Record<
    string,
    unknown
  >
  const issuedAt = Math.floor(here.clock.now().getTime() / 1000)
  claims = {
    iss: `${here.url}/oidc`,
    aud: GRAPH_AUDIENCE,
    sub: 'noor',
    jti: randomUUID(),
    iat: issuedAt,
    exp: issuedAt + 600,
    client_id: 'doorstroomhub-token',
    name: 'Noor de Vries',
    role: 'STUDENT',
  }
})
afterEach(() => expectAlive(here))
afterAll(() => here.close())

const encoded = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
const signed = (
  changed: JWTPayload = {},
  header: Record<string, unknown> = {},
  by: CryptoKey | Uint8Array = key,
): Promise<string> =>
  new SignJWT({ ...claims, ...changed }).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid, ...header }).sign(by)

/** What the hub says over HTTP, and whether a websocket lets this token in. */
async function shown(token: string): Promise<{ http: unknown; websocket: number | 'in' }> {
  const response = await fetch(`${here.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ dossiers { edges { node { id } } } }' }),
  })
  const body = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] }
  const socket = new WebSocket(`${here.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
  const websocket = await new Promise<number | 'in'>((resolve) => {
    socket.once('open', () =>
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })),
    )
    socket.once('message', () => resolve('in'))
    socket.once('close', (code) => resolve(code))
  })
  socket.terminate()
  return { http: body.data === undefined ? [response.status, body.errors?.[0]?.extensions.code] : body.data, websocket }
}
const REFUSED = { http: [401, 'UNAUTHENTICATED'], websocket: 4401 }

test('the token that the attacks change is a good one', async () => {
  expect(await shown(await signed())).toEqual({
    http: { dossiers: { edges: [{ node: { id: here.ids['noor'] } }] } },
    websocket: 'in',
  })
})

test('no signature at all: alg none, in every spelling', async () => {
  for (const alg of ['none', 'None', 'NONE', 'nOnE', ''])
    for (const signature of ['', encoded('x')])
      expect(await shown(`${encoded({ alg, typ: 'at+jwt', kid })}.${encoded(claims)}.${signature}`), alg).toEqual(
        REFUSED,
      )
})

test.each([
  ['another audience', { aud: 'urn:doorstroomhub:other' }],
  ['the audience of a page', { aud: 'doorstroomhub-web' }],
  ['another issuer', { iss: 'https://evil.example/oidc' }],
  ['an issuer that only begins the same', { iss: 'ISSUER.evil.example' }],
  ['no issuer', { iss: undefined }],
  ['an end in the past', { exp: 1 }],
  ['no end', { exp: undefined }],
  ['a beginning in the future', { nbf: 4_000_000_000 }],
  ['a role of its own making', { role: 'ROOT' }],
  ['no role', { role: undefined }],
  ['a role that every object has', { role: 'constructor' }],
  ['a binding to a key that is not shown', { cnf: { jkt: 'x' } }],
])('a token with %s', async (_, changed) => {
  const iss = (changed as { iss?: string }).iss?.replace('ISSUER', `${here.url}/oidc`)
  expect(await shown(await signed({ ...changed, ...(iss && { iss }) }))).toEqual(REFUSED)
})

test('key confusion: HS256 with what everybody knows, the public key in each of its forms', async () => {
  const spki = await exportSPKI((await importJWK({ ...publicJwk, alg: 'ES256' } as never)) as CryptoKey)
  const published = await (await fetch(`${here.url}/oidc/jwks`)).text()
  for (const secret of [spki, spki.trim(), JSON.stringify(publicJwk), published, kid])
    for (const alg of ['HS256', 'HS384', 'HS512'])
      expect(await shown(await signed({}, { alg }, new TextEncoder().encode(secret.padEnd(64, ' '))))).toEqual(REFUSED)
})

test('a key of the attacker’s own, brought along in the header, or under the name of the real one', async () => {
  const { privateKey } = await generateKeyPair('ES256')
  for (const header of [
    {},
    { jwk: publicJwk },
    { jku: 'https://evil.example/jwks' },
    { kid: '../../dev/null' },
    { kid: "' or 1=1 --" },
    { kid: undefined },
  ])
    expect(await shown(await signed({}, header, privateKey))).toEqual(REFUSED)
})

test('a signature of another token, one sign changed, and half a token', async () => {
  const [header, payload, signature] = (await signed()).split('.') as [string, string, string]
  const asMarieke = encoded({ ...claims, sub: 'marieke' })
  const flipped = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
  for (const token of [
    `${header}.${asMarieke}.${signature}`,
    `${header}.${payload}.${flipped}`,
    `${header}.${payload}.`,
    `${header}.${payload}`,
    '.',
    '..',
    'null',
  ])
    expect(await shown(token), token.slice(0, 20)).toEqual(REFUSED)
})

test('a token of another type: what a page keeps to know who somebody is opens nothing', async () => {
  for (const typ of ['JWT', 'id+jwt', 'logout+jwt', undefined])
    expect(await shown(await signed({}, { typ }))).toEqual(REFUSED)
})

test('a role or a viewer in a header of one’s own changes nothing', async () => {
  const asked = await here.as('noor').query(
    '{ viewer { subject role } }',
    {},
    {
      'x-hub-viewer': await signed({ sub: 'beheer', role: 'ADMINISTRATOR' }),
      'x-hub-judge': 'x',
      'x-role': 'ADMINISTRATOR',
      'x-forwarded-user': 'beheer',
    },
  )
  expect(asked.data).toEqual({ viewer: { subject: 'noor', role: 'STUDENT' } })
})
