import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, jwtVerify, type CryptoKey, type JWK } from 'jose'
import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GRAPH_AUDIENCE, openSession, type Session } from '../session.ts'
import { runProvider, temporaryFolder, type RunningProvider } from './testing.ts'

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

describe('a partner system', () => {
  async function partner(name: string, secret?: string) {
    const kept = secret ?? (await readFile(join(folder.path, 'keys', `${name}.secret`), 'utf8'))
    return client.discovery(new URL(provider.issuer), name, undefined, client.ClientSecretBasic(kept), {
      execute: [client.allowInsecureRequests],
    })
  }

  it('gets a token with its secret, for its own institution and the scopes it asks for', async () => {
    const tokens = await client.clientCredentialsGrant(await partner('roc-voorbeeld'), {
      scope: 'dossier:read feed:read',
      resource: GRAPH_AUDIENCE,
    })
    expect(await viewerOf(tokens.access_token)).toMatchObject({
      subject: 'roc-voorbeeld',
      role: 'PARTNER',
      organisation: { brin: '01VB', name: 'ROC Voorbeeld', kind: 'MBO' },
      scopes: ['dossier:read', 'feed:read'],
    })
  })

  async function withKey(jwk?: JWK) {
    const own = jwk ?? (JSON.parse(await readFile(join(folder.path, 'keys', 'roc-voorbeeld-key.jwk'), 'utf8')) as JWK)
    const key = (await importJWK(own, 'ES256')) as CryptoKey
    return client.discovery(
      new URL(provider.issuer),
      'roc-voorbeeld-key',
      undefined,
      client.PrivateKeyJwt({ key, kid: own.kid! }),
      {
        execute: [client.allowInsecureRequests],
      },
    )
  }

  it('gets one with a statement that it signed with its own key', async () => {
    const tokens = await client.clientCredentialsGrant(await withKey(), { scope: 'status:write' })
    expect(tokens.expires_in).toBe(600)
    expect(await viewerOf(tokens.access_token)).toMatchObject({
      subject: 'roc-voorbeeld-key',
      role: 'PARTNER',
      organisation: { brin: '01VB' },
      scopes: ['status:write'],
    })
    const { payload } = await jwtVerify(tokens.access_token, createLocalJWKSet(provider.jwks))
    expect(payload.exp! - payload.iat!).toBe(600)
  })

  it('gets none with a key that is not its own, nor with the secret of the same institution', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    const refused = { status: 401 }
    await expect(
      client.clientCredentialsGrant(await withKey({ ...(await exportJWK(privateKey)), kid: 'other' })),
    ).rejects.toMatchObject(refused)
    const secret = await readFile(join(folder.path, 'keys', 'roc-voorbeeld.secret'), 'utf8')
    await expect(client.clientCredentialsGrant(await partner('roc-voorbeeld-key', secret))).rejects.toMatchObject(
      refused,
    )
  })

  it('gets it for ten minutes', async () => {
    const tokens = await client.clientCredentialsGrant(await partner('roc-voorbeeld'), { scope: 'feed:read' })
    expect(tokens.expires_in).toBe(600)
    const door = openSession({
      issuer: provider.issuer,
      jwks: provider.jwks,
      clock: () => new Date(Date.now() + 610_000),
    })
    await expect(door.viewerOf({ authorization: `Bearer ${tokens.access_token}` })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
  })

  it('gets no scope that it does not have, and none that it does not ask for', async () => {
    const config = await partner('vakcollege-delta')
    const wide = await client.clientCredentialsGrant(config, { scope: 'dossier:read number:read everything' })
    expect((await viewerOf(wide.access_token))?.scopes).toEqual(['dossier:read'])
    const none = await client.clientCredentialsGrant(config)
    expect((await viewerOf(none.access_token))?.scopes).toEqual([])
  })

  it('gets nothing with the secret of another, or for another resource', async () => {
    const delta = await readFile(join(folder.path, 'keys', 'vakcollege-delta.secret'), 'utf8')
    await expect(client.clientCredentialsGrant(await partner('roc-voorbeeld', delta))).rejects.toMatchObject({
      status: 401,
      cause: [{ parameters: { error: 'invalid_client' } }],
    })
    await expect(
      client.clientCredentialsGrant(await partner('roc-voorbeeld'), { resource: 'urn:other' }),
    ).rejects.toMatchObject({ error: 'invalid_target' })
  })
})
