import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HubError } from '@doorstroomhub/kit/errors.ts'
import { SignJWT, decodeJwt, exportJWK, exportSPKI, generateKeyPair, importJWK } from 'jose'
import type { CryptoKey, JSONWebKeySet, JWTHeaderParameters, JWTPayload } from 'jose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { accounts } from './demo/accounts.ts'
import type { RunningProvider } from './demo/testing.ts'
import { runProvider, signingKey, temporaryFolder } from './demo/testing.ts'
import type { Session } from './session.ts'
import { GRAPH_AUDIENCE, openSession } from './session.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let provider: RunningProvider
let session: Session

beforeAll(async () => {
  folder = await temporaryFolder()
  provider = await runProvider({ dataDir: folder.path })
  session = doorAt(() => new Date())
})

afterAll(async () => {
  await provider.close()
  await folder.remove()
})

const doorAt = (clock: () => Date): Session => openSession({ issuer: provider.issuer, jwks: provider.jwks, clock })

const bearing = (token: string) => ({ authorization: `Bearer ${token}` })

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The code of the error that a door gives to these headers; `let in` when it gives none. */
async function answerTo(headers: Record<string, string>, door: Session = session): Promise<string> {
  try {
    await door.viewerOf(headers)
    return 'let in'
  } catch (error) {
    return error instanceof HubError ? error.code : String(error)
  }
}

/** Marieke's token, signed with the provider's own key, but for what a test changes. */
async function madeOf(change: { header?: Partial<JWTHeaderParameters>; claims?: JWTPayload; without?: string[] } = {}) {
  const { jwk, key } = await signingKey(folder.path)
  const claims = { ...decodeJwt(await provider.token('marieke')), ...change.claims }
  for (const name of change.without ?? []) delete claims[name]
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: jwk.kid!, ...change.header })
    .sign(key)
}

describe('who is asking', () => {
  it.each(accounts.map((account) => [account.account, account] as const))(
    '%s is who the demo says',
    async (name, account) => {
      expect(await session.viewerOf(bearing(await provider.token(name)))).toEqual({
        subject: name,
        name: account.name,
        role: account.role,
        organisation: account.organisation && {
          brin: account.organisation.brin,
          name: account.organisation.name,
          kind: account.organisation.kind,
        },
        region: account.region,
        municipality: account.municipality,
        scopes: account.scopes,
      })
    },
  )

  it('is nobody when nothing is shown', async () => {
    expect(await session.viewerOf({})).toBeNull()
    expect(await session.viewerOf(new Headers())).toBeNull()
    expect(await session.viewerOf({ cookie: 'demo_session=x' })).toBeNull()
  })

  it('is read from the headers of the web platform too, and with any spelling of the scheme', async () => {
    const token = await provider.token('noor')
    expect((await session.viewerOf(new Headers(bearing(token))))?.subject).toBe('noor')
    expect((await session.viewerOf({ authorization: `bearer  ${token}` }))?.subject).toBe('noor')
  })

  it('comes with the moment at which the proof ends, one hour after it was given', async () => {
    const now = new Date('2027-03-01T12:00:00Z')
    const { close, ...other } = await runProvider({ dataDir: folder.path, clock: () => now })
    const door = openSession({ issuer: other.issuer, jwks: other.jwks, clock: () => now })
    const proof = await door.proofOf(bearing(await other.token('noor')))
    expect(proof?.expiresAt).toEqual(new Date('2027-03-01T13:00:00Z'))
    await close()
  })

  it('cannot be changed by whoever reads it', async () => {
    const headers = bearing(await provider.token('roc-voorbeeld'))
    const viewer = await session.viewerOf(headers)
    expect(() => viewer!.scopes.push('everything')).toThrow(TypeError)
    expect(() => Object.assign(viewer!, { role: 'ADMINISTRATOR' })).toThrow(TypeError)
    expect(() => Object.assign(viewer!.organisation!, { brin: '02DE' })).toThrow(TypeError)
    expect(await session.viewerOf(headers)).toEqual(viewer)
  })
})

describe('a token that is not believed', () => {
  it('does not stand in the way of one that is', async () => {
    expect(await answerTo(bearing(await madeOf()))).toBe('let in')
  })

  it.each([
    ['no token', 'Bearer'],
    ['an empty token', 'Bearer '],
    ['another scheme', 'Basic bWFyaWVrZTp4'],
    ['no scheme', 'eyJhbGciOiJub25lIn0.e30.'],
    ['two tokens', 'Bearer a.b.c, Bearer d.e.f'],
    ['no JWT', 'Bearer secret'],
    ['three parts of nothing', 'Bearer ..'],
    ['parts that hold no JSON', 'Bearer AAAA.BBBB.CCCC'],
    ['a header that is a list', `Bearer ${encoded([])}.${encoded({})}.AAAA`],
    ['a token of 20,000 signs', `Bearer ${'a'.repeat(20_000)}`],
    ['other signs', 'Bearer é\u0000"'],
  ])('%s', async (_, authorization) => {
    expect(await answerTo({ authorization })).toBe('UNAUTHENTICATED')
  })

  it('says nothing outside but to sign in', async () => {
    const error = await session
      .viewerOf(bearing(await madeOf({ claims: { aud: 'urn:other' } })))
      .catch((cause) => cause)
    expect(JSON.stringify(error)).toBe(
      JSON.stringify({ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }),
    )
  })

  it.each<[string, Parameters<typeof madeOf>[0]]>([
    ['for another audience', { claims: { aud: 'urn:doorstroomhub:other' } }],
    ['for no audience', { without: ['aud'] }],
    ['that is far too long', { claims: { padding: 'x'.repeat(20_000) } }],
    ['of another issuer', { claims: { iss: 'http://localhost:1/oidc' } }],
    ['of no issuer', { without: ['iss'] }],
    ['that has expired', { claims: { exp: Math.floor(Date.now() / 1000) - 10 } }],
    ['that never expires', { without: ['exp'] }],
    ['that is not valid yet', { claims: { nbf: Math.floor(Date.now() / 1000) + 600 } }],
    ['of no client', { without: ['client_id'] }],
    ['of nobody', { without: ['sub'] }],
    ['that is an ID token', { header: { typ: 'JWT' } }],
    ['of no type', { header: { typ: undefined as unknown as string } }],
    ['with a key id that is not there', { header: { kid: 'other' } }],
    ['that must be shown with a key (DPoP)', { claims: { cnf: { jkt: 'thumbprint' } } }],
    ['with a role that is none of the nine', { claims: { role: 'TEACHER' } }],
    ['with a role that every object has', { claims: { role: 'constructor' } }],
    ['with no role', { without: ['role'] }],
    ['with two roles', { claims: { role: ['STUDENT', 'INTAKER'] } }],
    ['of an intaker without an institution', { without: ['organisation'] }],
    [
      'of an intaker of what is no school',
      { claims: { organisation: { brin: 'GM0193', name: 'Zwolle', kind: 'MBO' } } },
    ],
    ['of a partner without an institution', { claims: { role: 'PARTNER' }, without: ['organisation'] }],
    ['of an officer without a municipality', { claims: { role: 'MUNICIPALITY' } }],
    ['of an analyst without a region', { claims: { role: 'REGION_ANALYST' } }],
    ['of an analyst of a region that is not there', { claims: { role: 'REGION_ANALYST', region: '40' } }],
  ])('one %s', async (_, change) => {
    expect(await answerTo(bearing(await madeOf(change)))).toBe('UNAUTHENTICATED')
  })

  it('one without a signature (alg: none)', async () => {
    const [, payload] = (await provider.token('marieke')).split('.')
    for (const alg of ['none', 'None', 'NONE', 'nOnE']) {
      expect(await answerTo(bearing(`${encoded({ alg, typ: 'at+jwt' })}.${payload}.`))).toBe('UNAUTHENTICATED')
    }
  })

  it('one that is signed with the public key as if it were a shared secret', async () => {
    const publicKey = (await importJWK(provider.jwks.keys[0]!, 'ES256', { extractable: true })) as CryptoKey
    const claims = decodeJwt(await provider.token('marieke'))
    const secrets = [
      await exportSPKI(publicKey),
      JSON.stringify(provider.jwks.keys[0]),
      String(provider.jwks.keys[0]?.x),
    ]
    for (const secret of secrets) {
      const token = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: provider.jwks.keys[0]!.kid! })
        .sign(new TextEncoder().encode(secret))
      expect(await answerTo(bearing(token))).toBe('UNAUTHENTICATED')
    }
  })

  it('one of which anything was changed', async () => {
    const [header, payload, signature] = (await provider.token('noor')).split('.') as [string, string, string]
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const flipped = Buffer.from(signature, 'base64url')
    flipped[10]! ^= 1
    for (const token of [
      `${header}.${encoded({ ...claims, sub: 'eva' })}.${signature}`,
      `${header}.${encoded({ ...claims, exp: claims.exp + 3600 })}.${signature}`,
      `${encoded({ ...JSON.parse(Buffer.from(header, 'base64url').toString()), x: 1 })}.${payload}.${signature}`,
      `${header}.${payload}.${flipped.toString('base64url')}`,
      `${header}.${payload}.`,
      `${header}.${payload}.${'A'.repeat(86)}`,
    ]) {
      expect(await answerTo(bearing(token))).toBe('UNAUTHENTICATED')
    }
  })

  it('one of a foreign provider that gives itself our name', async () => {
    const elsewhere = await temporaryFolder()
    const foreign = await runProvider({ dataDir: elsewhere.path })
    const token = await foreign.token('marieke')
    expect(await answerTo(bearing(token))).toBe('UNAUTHENTICATED')
    const { key, jwk } = await signingKey(elsewhere.path)
    const claims = { ...decodeJwt(token), iss: provider.issuer }
    const { d: _, ...shown } = jwk
    for (const header of [
      { kid: jwk.kid },
      { kid: provider.jwks.keys[0]?.kid },
      { jwk: shown },
      { jku: `${foreign.issuer}/jwks` },
    ]) {
      const forged = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...header } as JWTHeaderParameters)
        .sign(key)
      expect(await answerTo(bearing(forged))).toBe('UNAUTHENTICATED')
    }
    await foreign.close()
    await elsewhere.remove()
  })

  it('one that was believed a moment before it expired', async () => {
    const headers = bearing(await provider.token('marieke'))
    const { exp } = decodeJwt(headers.authorization.slice(7))
    let now = new Date(exp! * 1000 - 1)
    const door = doorAt(() => now)
    expect(await answerTo(headers, door)).toBe('let in')
    now = new Date(exp! * 1000 + 4_900)
    expect(await answerTo(headers, door)).toBe('let in')
    now = new Date(exp! * 1000 + 5_000)
    expect(await answerTo(headers, door)).toBe('UNAUTHENTICATED')
  })

  it('is not remembered as believed', async () => {
    const [header, payload] = (await provider.token('marieke')).split('.')
    const forged = bearing(`${header}.${payload}.${'A'.repeat(86)}`)
    expect([await answerTo(forged), await answerTo(forged)]).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED'])
  })
})

describe('a provider elsewhere', () => {
  /** A provider that is nothing but its discovery and its keys, to stand in for the real one of a region. */
  async function elsewhere() {
    const state = { keys: [] as JSONWebKeySet['keys'], named: '', keysAt: '', asked: 0, down: false }
    const server = createServer((request, response) => {
      state.asked += 1
      if (state.down) response.writeHead(503).end()
      else if (request.url === '/.well-known/openid-configuration')
        response.end(JSON.stringify({ issuer: state.named, jwks_uri: state.keysAt }))
      else response.end(JSON.stringify({ keys: state.keys }))
    }).listen(0, 'localhost')
    await once(server, 'listening')
    const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
    Object.assign(state, { named: issuer, keysAt: `${issuer}/keys` })
    async function newKey(kid: string) {
      const { publicKey, privateKey } = await generateKeyPair('PS256')
      state.keys = [...state.keys, { ...(await exportJWK(publicKey)), kid, alg: 'PS256' }]
      return (claims: JWTPayload) =>
        new SignJWT({ client_id: 'portal', ...claims })
          .setProtectedHeader({ alg: 'PS256', typ: 'at+jwt', kid })
          .setIssuer(issuer)
          .setAudience(GRAPH_AUDIENCE)
          .setJti(kid)
          .setIssuedAt()
          .setExpirationTime('1h')
          .sign(privateKey)
    }
    return { issuer, state, newKey, close: () => new Promise((done) => void server.close(done).closeAllConnections()) }
  }

  const noor = { sub: 'noor', name: 'Noor', role: 'STUDENT' }

  it('is found by discovery, and the demo provider is one of those', async () => {
    const door = openSession({ issuer: provider.issuer, clock: () => new Date() })
    expect((await door.viewerOf(bearing(await provider.token('karim'))))?.subject).toBe('karim')
  })

  it('is asked for its keys once, and again when a token has a new one', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const there = await elsewhere()
    const first = await there.newKey('first')
    const door = openSession({ issuer: there.issuer, clock: () => new Date() })
    expect(there.state.asked).toBe(0)
    await door.viewerOf(bearing(await first(noor)))
    await door.viewerOf(bearing(await first({ ...noor, sub: 'sem' })))
    expect(there.state.asked).toBe(2)
    vi.setSystemTime(Date.now() + 31_000)
    const second = await there.newKey('second')
    expect((await door.viewerOf(bearing(await second(noor))))?.subject).toBe('noor')
    expect(there.state.asked).toBe(3)
    vi.useRealTimers()
    await there.close()
  })

  it('is our trouble and not the asker’s when it cannot be reached, and is asked again', async () => {
    const there = await elsewhere()
    const token = await (await there.newKey('first'))(noor)
    const door = openSession({ issuer: there.issuer, clock: () => new Date() })
    there.state.down = true
    expect(await answerTo(bearing(token), door)).toBe('INTERNAL')
    there.state.down = false
    expect(await answerTo(bearing(token), door)).toBe('let in')
    await there.close()
  })

  it('is not believed when it names itself otherwise', async () => {
    const there = await elsewhere()
    const token = bearing(await (await there.newKey('first'))(noor))
    there.state.named = 'https://other.example'
    expect(await answerTo(token, openSession({ issuer: there.issuer, clock: () => new Date() }))).toBe('INTERNAL')
    await there.close()
  })

  it('is not believed when its keys would come over plain HTTP from another machine', async () => {
    const there = await elsewhere()
    const token = bearing(await (await there.newKey('first'))(noor))
    there.state.keysAt = 'http://idp.example/keys'
    for (const issuer of [there.issuer, 'http://idp.example']) {
      const door = openSession({ issuer, clock: () => new Date() })
      const error = await door.viewerOf(token).catch((cause) => cause)
      expect(error).toMatchObject({
        code: 'INTERNAL',
        originalError: { cause: { message: expect.stringContaining('must be https') } },
      })
    }
    await there.close()
  })

  it('may use its own words for the claims and the roles', async () => {
    const there = await elsewhere()
    const sign = await there.newKey('first')
    const door = openSession({
      issuer: there.issuer,
      clock: () => new Date(),
      mapping: {
        subject: 'uid',
        name: ['profile', 'display'],
        role: 'https://idp.example/role',
        roles: { docent: 'MENTOR', koppeling: 'PARTNER' },
        brin: 'school',
        organisationName: ['profile', 'school'],
        organisationKind: ['profile', 'sector'],
        region: 'rmc',
        municipality: 'gm',
        scopes: 'permissions',
      },
    })
    const claims = {
      sub: 'x',
      uid: 'u1',
      profile: { display: 'Joris', school: 'Vechtdal', sector: 'VO' },
      school: '00YY',
    }
    const mentor = { ...claims, 'https://idp.example/role': 'docent', permissions: ['feed:read'] }
    const system = { ...claims, 'https://idp.example/role': 'koppeling', permissions: ['feed:read', 'feed:read', 7] }
    expect(await door.viewerOf(bearing(await sign(mentor)))).toEqual({
      subject: 'u1',
      name: 'Joris',
      role: 'MENTOR',
      organisation: { brin: '00YY', name: 'Vechtdal', kind: 'VO' },
      region: null,
      municipality: null,
      scopes: [],
    })
    expect((await door.viewerOf(bearing(await sign(system))))?.scopes).toEqual(['feed:read'])
    await there.close()
  })
})
