import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from 'graphql-ws'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { bodyOf, openFront, type Body, type RunningFront } from './front.testing.ts'
import { marieke } from './fixtures.ts'
import type { Proof } from './session.ts'
import { hashOf, readTrusted } from './trusted.ts'

const QUESTION = 'query Overview($id: ID!) { dossier(id: $id) { status identity { surname } } }'
const documentId = `sha256:${hashOf(QUESTION)}`
const variables = { id: 'dossier-1' }
const trusted = new Map([[hashOf(QUESTION), QUESTION]])
const EXPECTED = { data: { dossier: { status: 'SHARED', identity: { surname: 'de Vries' } } } }

let hub: RunningFront
afterEach(() => hub.close())

/** A door at which everybody is proven in this way; outside the demo. */
const openFor = async (proof: Omit<Proof, 'expiresAt'> | null): Promise<void> => {
  const shown = proof && { ...proof, expiresAt: new Date(Date.now() + 3_600_000) }
  hub = await openFront({ demo: false, session: { proofOf: () => Promise.resolve(shown) } }, { trusted, strict: true })
}
const ask = async (body: unknown): Promise<{ status: number } & Body> => {
  const response = await hub.post(body)
  return { status: response.status, ...(await bodyOf(response)) }
}

describe('a browser', () => {
  test('asks what the pages ask, by POST, by GET and over a websocket', async () => {
    await openFor({ viewer: marieke, by: 'cookie' })
    expect(await ask({ documentId, variables })).toEqual({ status: 200, ...EXPECTED })
    expect(await ask({ extensions: { documentId }, query: '', variables })).toEqual({ status: 200, ...EXPECTED })
    const search = new URLSearchParams({ documentId, variables: JSON.stringify(variables) })
    expect(
      await (
        await fetch(`${hub.url}?${search.toString()}`, { headers: { accept: 'text/html, application/json' } })
      ).json(),
    ).toEqual(EXPECTED)
    const client = createClient({ url: hub.url.replace('http', 'ws'), webSocketImpl: WebSocket })
    const over = client.iterate({ query: '', extensions: { documentId }, variables })
    expect((await over.next()).value).toEqual(EXPECTED)
    await client.dispose()
    expect(JSON.parse(hub.questions[0]!)).toMatchObject({
      operation: 'Overview',
      kind: 'query',
      role: 'INTAKER',
      outcome: 'answered',
      codes: [],
    })
  })

  test('is refused anything else, the same words included', async () => {
    await openFor({ viewer: marieke, by: 'cookie' })
    for (const query of [QUESTION, '{ viewer { name } }', '{ __schema { types { name } } }']) {
      const { data, errors } = await ask({ query, variables })
      expect(data).toBeUndefined()
      expect(errors).toEqual([
        {
          message: expect.stringContaining('own pages') as string,
          extensions: { code: 'INVALID', field: 'documentId' },
        },
      ])
    }
    expect(hub.fixtures.calls).toEqual([])
  })

  test.each([`sha256:${'0'.repeat(64)}`, 'sha256:', 'md5:1', 7, '__proto__', { sha256: 1 }])(
    'is told that %o is not known',
    async (unknown) => {
      await openFor({ viewer: marieke, by: 'cookie' })
      const { errors } = await ask({ documentId: unknown, query: '{ viewer { name } }' })
      expect(errors?.[0]?.extensions).toEqual({ code: 'INVALID', field: 'documentId' })
      expect(hub.fixtures.calls).toEqual([])
    },
  )
})

test('a system with a token asks what it likes, and learns the shape of the graph', async () => {
  await openFor({ viewer: marieke, by: 'bearer' })
  expect(await ask({ query: QUESTION, variables })).toEqual({ status: 200, ...EXPECTED })
  expect(await ask({ documentId, variables })).toEqual({ status: 200, ...EXPECTED })
  expect((await ask({ query: '{ __schema { queryType { name } } }' })).data).toEqual({
    __schema: { queryType: { name: 'Query' } },
  })
  expect((await ask({ query: '{ viewr { name } }' })).errors?.[0]?.message).toContain('Did you mean "viewer"?')
  expect(hub.questions.join('')).not.toMatch(/viewr|surname/)
  expect(JSON.parse(hub.questions[0]!)).toMatchObject({ operation: `sha256:${hashOf(QUESTION).slice(0, 12)}` })
})

test.each([
  ['somebody who is not signed in', null, 401, 'UNAUTHENTICATED'],
  ['a student', { viewer: { ...marieke, role: 'STUDENT', organisation: null }, by: 'bearer' as const }, 200, 'INVALID'],
])('%s learns nothing of the shape of the graph', async (_, proof, status, code) => {
  await openFor(proof)
  for (const query of [
    '{ __schema { types { name } } }',
    '{ __type(name: "Dossier") { name } }',
    '{ ... on Query { __schema { types { name } } } }',
    '{ __typename ...A } fragment A on Query { a: __type(name: "Query") { name } }',
    'query A { __typename } query B { __schema { types { name } } }',
  ]) {
    const answer = await ask({ query })
    expect(answer).toMatchObject({ status, errors: [{ extensions: { code } }] })
    expect(JSON.stringify(answer)).not.toMatch(/Dossier|"Query"/)
  }
  for (const [query, given] of [
    ['{ __typenam }', {}],
    ['{ __typename @skipp(if: true) }', {}],
    ['query A { __typename } query A { viewr }', {}],
    ['query ($a: Stringg) { __typename }', {}],
    ['{ viewr { nam } }', {}],
  ] as const) {
    const answer = await ask({ query, variables: given })
    expect(answer.data).toBeUndefined()
    expect(JSON.stringify(answer)).not.toMatch(/Did you mean|"viewer|"name\\?"|"skip\\?"/)
  }
  expect((await ask({ query: '{ __typename }' })).data).toEqual({ __typename: 'Query' })
})

describe('the list of the pages’ questions', () => {
  test('is read from the build, and without a build there are none', async () => {
    hub = await openFront()
    const folder = await mkdtemp(join(tmpdir(), 'hub-trusted-'))
    const file = pathToFileURL(join(folder, 'documents.json'))
    expect(await readTrusted(file)).toEqual(new Map())
    await writeFile(file, JSON.stringify(Object.fromEntries(trusted)))
    expect(await readTrusted(file)).toEqual(trusted)
    await writeFile(file, JSON.stringify({ [hashOf(QUESTION)]: '{ viewer { name } }' }))
    await expect(readTrusted(file)).rejects.toThrow('not its SHA-256')
    await rm(folder, { recursive: true })
  })

  test('serves in the demo too, where everything may be asked', async () => {
    hub = await openFront({}, { trusted })
    expect(await ask({ documentId, variables })).toEqual({ status: 200, ...EXPECTED })
    expect((await ask({ documentId: `sha256:${'0'.repeat(64)}` })).errors?.[0]?.extensions).toEqual({
      code: 'INVALID',
      field: 'documentId',
    })
  })
})
