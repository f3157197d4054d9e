import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import { Provider, type JWK } from 'oidc-provider'
import * as client from 'openid-client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { GRAPH_AUDIENCE, openSession, type Session } from './session.ts'

let server: Server
let issuer: string
let answer: RequestListener = (_, response) => {
  response.writeHead(503).end()
}

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})

async function newKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' } as JWK
}

/** The provider with these keys from now on: it signs with the first one. */
function rotateTo(...keys: JWK[]): void {
  const provider = new Provider(issuer, {
    jwks: { keys },
    clients: [
      {
        client_id: 'system',
        client_secret: 'a secret of sixteen',
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
      },
    ],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    extraTokenClaims: () => ({
      name: 'System',
      role: 'PARTNER',
      organisation: { brin: '01VB', name: 'ROC', kind: 'MBO' },
    }),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => GRAPH_AUDIENCE,
        getResourceServerInfo: () => ({
          audience: GRAPH_AUDIENCE,
          scope: 'dossier:read',
          accessTokenFormat: 'jwt',
          accessTokenTTL: 600,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  })
  const handle = provider.callback()
  answer = (request, response) => void handle(request, response)
}

async function token(): Promise<string> {
  const config = await client.discovery(
    new URL(issuer),
    'system',
    undefined,
    client.ClientSecretBasic('a secret of sixteen'),
    {
      execute: [client.allowInsecureRequests],
    },
  )
  return (await client.clientCredentialsGrant(config, { scope: 'dossier:read' })).access_token
}

const knows = (door: Session, shown: string): Promise<string | undefined> =>
  door.viewerOf({ authorization: `Bearer ${shown}` }).then(
    (viewer) => viewer?.subject,
    (cause: { code: string }) => cause.code,
  )

it('a provider elsewhere changes its keys while the hub runs: the new key is believed at once, the old one no longer once it is withdrawn', async () => {
  let now = Date.now()
  const clock = (): Date => new Date(now)
  // One that keeps the keys, so that only an unknown one makes it look again; and one whose time to keep them is always over.
  const keeping = openSession({ issuer, clock, rotation: { keptMs: 600_000, againMs: 0 } })
  const looking = openSession({ issuer, clock, rotation: { keptMs: 0, againMs: 0 } })
  const [first, second] = [await newKey('first'), await newKey('second')]
  rotateTo(first)
  const before = await token()
  for (const door of [keeping, looking]) expect(await knows(door, before)).toBe('system')

  // Both are published for a while, as providers do.
  rotateTo(second, first)
  const after = await token()
  for (const door of [keeping, looking]) {
    expect(await knows(door, after)).toBe('system')
    expect(await knows(door, before)).toBe('system')
  }

  rotateTo(second)
  expect(await knows(looking, before)).toBe('system')
  // Five minutes on, a token that was believed is looked at anew.
  now += 301_000
  expect(await knows(looking, before)).toBe('UNAUTHENTICATED')
  expect(await knows(looking, after)).toBe('system')
})

it('a flood of tokens with keys that nobody knows makes it look once, and others are let in meanwhile', async () => {
  const [known, unknown] = [await newKey('known'), await newKey('unknown')]
  rotateTo(known)
  const good = await token()
  rotateTo(unknown)
  const bad = await token()
  rotateTo(known)
  let asked = 0
  const before = answer
  answer = (request, response) => {
    asked++
    return before(request, response)
  }
  const door = openSession({ issuer, clock: () => new Date() })
  const flood = Array.from({ length: 200 }, (_, at) => {
    const [header = '', ...rest] = bad.split('.')
    const named = { ...(JSON.parse(Buffer.from(header, 'base64url').toString()) as object), kid: `nobody-${at}` }
    return knows(door, [Buffer.from(JSON.stringify(named)).toString('base64url'), ...rest].join('.'))
  })
  expect(new Set(await Promise.all(flood))).toEqual(new Set(['UNAUTHENTICATED']))
  expect(await knows(door, good)).toBe('system')
  // Where the keys are, and the keys.
  expect(asked).toBe(2)
  answer = before
})
