import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from './demo/testing.ts'
import { readSettings, SettingsError } from './settings.ts'
import { settingsTable } from './settings/table.ts'

const KEY = Buffer.alloc(32, 7).toString('base64url')
let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(() => folder.remove())

const faultsOf = async (env: Record<string, string>): Promise<readonly string[]> => {
  try {
    await readSettings({ DATA_DIR: folder.path, ...env })
    return []
  } catch (error) {
    if (error instanceof SettingsError) return error.faults
    throw error
  }
}

test('nothing given is a demo on this machine alone, with everything in one process', async () => {
  const settings = await readSettings({ DATA_DIR: folder.path })
  expect(settings).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    databaseUrl: null,
    natsUrl: null,
    subgraphs: null,
    oidc: null,
    demo: true,
    logLevel: 'info',
  })
})

describe('secrets', () => {
  test('of a demo are made once and kept, for their owner alone', async () => {
    const first = await readSettings({ DATA_DIR: folder.path })
    const second = await readSettings({ DATA_DIR: folder.path })
    expect(second.keys).toEqual(first.keys)
    expect(first.keys.viewer).toHaveLength(32)
    expect(first.keys.personalNumber).not.toEqual(first.keys.viewer)
    const keys = join(folder.path, 'keys')
    expect((await stat(keys)).mode & 0o777).toBe(0o700)
    for (const file of ['viewer.key', 'personal-number.key']) {
      expect((await stat(join(keys, file))).mode & 0o777).toBe(0o600)
      expect(await readFile(join(keys, file), 'utf8')).toMatch(/^[A-Za-z0-9_-]{43}$/)
    }
  })

  test('are never made up outside the demo', async () => {
    const faults = await faultsOf({ OIDC_ISSUER: 'https://sign-in.example' })
    expect(faults).toEqual([
      expect.stringMatching(/^VIEWER_SECRET is missing/),
      expect.stringMatching(/^NUMBER_KEY is missing/),
    ])
    await expect(stat(join(folder.path, 'keys'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('that are too short are refused, and not repeated', async () => {
    const faults = await faultsOf({ VIEWER_SECRET: 'c2hvcnQ', NUMBER_KEY: 'not base64url!' })
    expect(faults).toHaveLength(2)
    expect(faults.join()).not.toMatch(/c2hvcnQ|not base64url!/)
  })
})

test('a hub before subgraphs elsewhere needs no key for personal numbers', async () => {
  const settings = await readSettings({
    OIDC_ISSUER: 'https://sign-in.example',
    VIEWER_SECRET: KEY,
    SUBGRAPHS: 'person=http://person:4001/graphql, consent=https://consent:4004/graphql',
  })
  expect(settings.subgraphs).toEqual([
    { name: 'person', url: 'http://person:4001/graphql' },
    { name: 'consent', url: 'https://consent:4004/graphql' },
  ])
  expect(settings).toMatchObject({ demo: false, oidc: { issuer: 'https://sign-in.example', audience: null } })
  expect(settings.keys.personalNumber).toBeNull()
})

test.each([
  [{ PORT: '70000' }, /^PORT must be a number from 0 to 65535, not "70000"/],
  [{ PORT: 'four' }, /^PORT must be/],
  [{ DATABASE_URL: 'mysql://root:hunter2@db' }, /^DATABASE_URL must be an address that starts with postgres:\/\//],
  [{ NATS_URL: 'localhost' }, /^NATS_URL must be/],
  [{ SUBGRAPHS: 'person' }, /^SUBGRAPHS must be name=url/],
  [{ SUBGRAPHS: 'person=http://a/graphql,person=http://b/graphql' }, /^SUBGRAPHS names "person" twice/],
  [{ SUPERGRAPH: 'supergraph.graphql' }, /^SUPERGRAPH is only for the gateway alone/],
  [{ DEMO: 'maybe' }, /^DEMO must be "on" or "off"/],
  [{ DEMO: 'off', VIEWER_SECRET: KEY, NUMBER_KEY: KEY }, /^OIDC_ISSUER is missing/],
  [{ DEMO: 'on', OIDC_ISSUER: 'https://sign-in.example' }, /^DEMO=on lets everybody in/],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of/],
  [{ CREDENTIAL_KEY: 'no' }, /^CREDENTIAL_KEY must be a private P-256 key as JWK, or a JWK Set/],
  [{ CREDENTIAL_KEY: '{"kty":"EC","crv":"P-256","x":"a","y":"b"}' }, /^CREDENTIAL_KEY must be a private P-256 key/],
  [{ COST_PER_MINUTE: 'much' }, /^COST_PER_MINUTE must be a whole number from 1 up, not "much"/],
  [{ REQUESTS_PER_MINUTE: '0' }, /^REQUESTS_PER_MINUTE must be a whole number from 1 up/],
  [{ PROXIES: '-1' }, /^PROXIES must be a whole number from 0 up/],
])('%o is refused in one sentence', async (env, sentence) => {
  const faults = await faultsOf(env as Record<string, string>)
  expect(faults).toEqual([expect.stringMatching(sentence)])
  expect(faults.join()).not.toContain('hunter2')
})

test('every fault is named at once', async () => {
  const faults = await faultsOf({ PORT: 'four', LOG_LEVEL: 'loud', NATS_URL: 'x' })
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['PORT', 'NATS_URL', 'LOG_LEVEL'])
})

test('the table for the README names every setting that is read, and no other', async () => {
  const source = await readFile(new URL('./settings.ts', import.meta.url), 'utf8')
  const read = [...source.matchAll(/(?:given|readUrl|readKey|readCount)\('([A-Z_]+)'/g)].map(([, name]) => name!)
  expect([...new Set(read)].sort()).toEqual(settingsTable.map(({ name }) => name).sort())
})

describe('people with a browser', () => {
  const OWN = { OIDC_ISSUER: 'https://sign-in.example', VIEWER_SECRET: KEY, NUMBER_KEY: KEY }
  const read = (env: Record<string, string>) => readSettings({ DATA_DIR: folder.path, ...OWN, ...env })

  test('sign in where the hub is a client; then it needs a key for their cookies', async () => {
    expect((await read({})).oidc?.client).toBeNull()
    const faults = await faultsOf({ ...OWN, OIDC_CLIENT_ID: 'hub' })
    expect(faults).toEqual([expect.stringMatching(/^SESSION_KEY is missing/)])
    const settings = await read({ OIDC_CLIENT_ID: 'hub', OIDC_CLIENT_SECRET: 's', SESSION_KEY: KEY })
    expect(settings.oidc?.client).toEqual({ id: 'hub', secret: 's', scopes: 'openid' })
  })
  test('have cookies under several keys, the new one first', async () => {
    const newer = Buffer.alloc(32, 9).toString('base64url')
    const { keys } = await read({ SESSION_KEY: `${newer}, ${KEY}` })
    expect(keys.session?.map((key) => key[0])).toEqual([9, 7])
    for (const wrong of [`${KEY},`, 'short', `${KEY},short`])
      expect(await faultsOf({ ...OWN, SESSION_KEY: wrong })).toEqual([expect.stringMatching(/^SESSION_KEY must be/)])
  })
  test('of the demo have a key that is made once', async () => {
    const [first, second] = [
      await readSettings({ DATA_DIR: folder.path }),
      await readSettings({ DATA_DIR: folder.path }),
    ]
    expect(first.keys.session).toHaveLength(1)
    expect(first.keys.session).toEqual(second.keys.session)
  })
  test('are told apart by a file that says where the claims are', async () => {
    const file = join(folder.path, 'claims.json')
    await writeFile(file, '{ "role": "affiliation", "roles": { "employee": "MENTOR" } }')
    expect((await read({ OIDC_CLAIMS: file })).oidc?.claims).toMatchObject({ role: 'affiliation', subject: 'sub' })
    await writeFile(file, '{ "rolle": 1 }')
    expect(await faultsOf({ ...OWN, OIDC_CLAIMS: file })).toEqual([expect.stringMatching(/OIDC_CLAIMS .*"rolle"/)])
    expect(await faultsOf({ ...OWN, OIDC_CLAIMS: `${file}.not` })).toEqual([expect.stringMatching(/^OIDC_CLAIMS/)])
  })
  test('ask for openid at least', async () => {
    expect(await faultsOf({ ...OWN, OIDC_SCOPES: 'profile' })).toEqual([expect.stringMatching(/^OIDC_SCOPES/)])
  })
})

test('pages elsewhere are named by their origin', async () => {
  const { corsOrigins } = await readSettings({
    DATA_DIR: folder.path,
    CORS_ORIGINS: 'https://one.example, http://localhost:5173',
  })
  expect(corsOrigins).toEqual(['https://one.example', 'http://localhost:5173'])
  for (const wrong of ['*', 'null', 'https://one.example/', 'one.example', 'https://one.example/path'])
    expect([wrong, await faultsOf({ CORS_ORIGINS: wrong })]).toEqual([wrong, [expect.stringMatching(/^CORS_ORIGINS/)]])
})
