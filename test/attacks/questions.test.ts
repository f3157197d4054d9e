import { request as httpRequest } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { expectAlive } from './alive.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterEach(() => expectAlive(here))
afterAll(() => here.close())

async function ask(body: unknown): Promise<{ status: number; code: string | undefined; ms: number; data: unknown }> {
  const authorization = `Bearer ${await here.token('marieke')}`
  const began = performance.now()
  const response = await fetch(`${here.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', authorization },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: { extensions?: { code: string } }[] }
  return { status: response.status, code: errors?.[0]?.extensions?.code, ms: performance.now() - began, data }
}
/** Refused with this code, and without much work. */
async function expectRefused(body: unknown, status: number, code: string): Promise<void> {
  const answer = await ask(body)
  expect({ status: answer.status, code: answer.code, data: answer.data }).toEqual({ status, code, data: undefined })
  expect(answer.ms).toBeLessThan(2_000)
}

const many = (count: number, each: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => each(at)).join(' ')

test('deep: sixteen levels, a thousand levels, and brackets without end', async () => {
  const deep = (levels: number) =>
    `{ dossiers { edges { node { applications ${many(levels, () => '{ dossier { applications')} { status }${many(levels, () => '} }')} } } } }`
  await expectRefused({ query: deep(8) }, 400, 'TOO_COSTLY')
  await expectRefused({ query: deep(200) }, 400, 'TOO_COSTLY')
  await expectRefused({ query: '{ a '.repeat(100_000) }, 400, 'TOO_COSTLY')
  await expectRefused({ query: `{ dossiers(filter: ${'['.repeat(50_000)}) { edges { cursor } } }` }, 400, 'TOO_COSTLY')
})

test('wide: more words than a question may have, and pages in pages in pages', async () => {
  await expectRefused({ query: `{ ${many(10_000, () => 'viewer { name }')} }` }, 400, 'TOO_COSTLY')
  await expectRefused(
    {
      query: `{ dossiers(first: 100) { edges { node { readLog(first: 100) { edges { node { ${many(10, () => 'reader at purpose')} } } } } } } }`,
    },
    400,
    'TOO_COSTLY',
  )
})

test('aliased: one field a hundred and one times, one costly field fifty times', async () => {
  await expectRefused({ query: `{ ${many(101, (at) => `a${at}: viewer { name }`)} }` }, 400, 'TOO_COSTLY')
  const page = 'dossiers(first: 100) { edges { node { identity { surname } careerFile { reflections { text } } } } }'
  await expectRefused({ query: `{ ${many(90, (at) => `a${at}: ${page}`)} }` }, 400, 'TOO_COSTLY')
})

test('fragments: in a circle, doubling thirty times, and with a thousand directives', async () => {
  const id = here.ids['noor']
  await expectRefused(
    { query: `{ dossier(id: "${id}") { ...A } } fragment A on Dossier { ...B } fragment B on Dossier { ...A }` },
    400,
    'INVALID',
  )
  await expectRefused({ query: `{ dossier(id: "${id}") { ...A } } fragment A on Dossier { id ...A }` }, 400, 'INVALID')
  const doubling = many(30, (at) => `fragment F${at} on Dossier { ...F${at + 1} ...F${at + 1} }`)
  await expectRefused(
    { query: `{ dossier(id: "${id}") { ...F0 } } ${doubling} fragment F30 on Dossier { id }` },
    400,
    'TOO_COSTLY',
  )
  await expectRefused({ query: `{ viewer { name ${'@skip(if: false) '.repeat(1000)} } }` }, 400, 'TOO_COSTLY')
  await expectRefused({ query: `{ viewer { name ${'@skip(if: false) '.repeat(100)} } }` }, 400, 'INVALID')
})

test('ten thousand questions in one request, by list and by alias', async () => {
  await expectRefused(
    JSON.stringify(Array.from({ length: 10_000 }, () => ({ query: '{ viewer { name } }' }))),
    400,
    'INVALID',
  )
  await expectRefused({ query: `{ ${many(10_000, (at) => `a${at}: viewer { name }`)} }` }, 400, 'TOO_COSTLY')
  await expectRefused('[]', 400, 'INVALID')
})

test('variables that are deep, and lists in them without end', async () => {
  const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`
  await expectRefused(
    `{"query":"query ($filter: DossierFilter) { dossiers(filter: $filter) { edges { cursor } } }","variables":{"filter":${deep}}}`,
    400,
    'INVALID',
  )
  const long = JSON.stringify(Array.from({ length: 50_000 }, () => 'IDENTITY'))
  const { code } = await ask(
    `{"query":"mutation ($input: RequestConsentInput!) { requestConsent(input: $input) { id } }","variables":{"input":{"dossierId":"${here.ids['noor']}","purpose":"INTAKE_TALK","groups":${long}}}}`,
  )
  expect(code).toBe('INVALID')
})

test('a body of 100 MB: refused at its length when it says so, and after 1 MB when it does not', async () => {
  const sent = (
    headers: Record<string, string>,
    mostParts: number,
  ): Promise<{ status: number | undefined; body: string; parts: number }> =>
    new Promise((resolve, reject) => {
      const part = Buffer.alloc(1024 * 1024, 'x')
      let parts = 0
      let answered = false
      const sending = httpRequest(
        `${here.url}/graphql`,
        { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
        (response) => {
          answered = true
          let body = ''
          response.on('data', (piece) => (body += String(piece)))
          response.on('end', () => {
            resolve({ status: response.statusCode, body, parts })
            sending.destroy()
          })
        },
      )
      sending.on('error', (cause) => (answered ? undefined : reject(cause)))
      const write = (): void => {
        while (parts < mostParts && !answered) {
          parts++
          if (!sending.write(part)) return void sending.once('drain', write)
        }
        if (!answered) sending.end()
      }
      write()
    })
  const before = process.memoryUsage().arrayBuffers
  for (const headers of [{ 'content-length': String(100 * 1024 * 1024) }, { 'transfer-encoding': 'chunked' }] as Record<
    string,
    string
  >[]) {
    const { status, body } = await sent(headers, 100)
    expect(status).toBe(413)
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'TOO_COSTLY' } }] })
  }
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024)
})

test('a body that says it is packed, and unpacks to more than it seems, is not unpacked', async () => {
  const response = await fetch(`${here.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    body: Buffer.alloc(1000),
  })
  expect(response.status).toBe(415)
})

test('a page that is larger than the largest, or smaller than nothing', async () => {
  for (const first of [-1, 101, 1_000_000, 2_147_483_647]) {
    const { code } = await ask({ query: `{ dossiers(first: ${first}) { edges { node { id } } } }` })
    expect(code, String(first)).toBe('INVALID')
  }
})

test('one refused part of a question is refused for its own reason, and nothing beside it is called our fault', async () => {
  const answer = await here
    .as('marieke')
    .query('{ viewer { name } dossiers(first: 1000) { edges { cursor } } region(code: "10") { name } }')
  expect(answer.errors.map(({ code, path }) => `${code} ${path}`)).toEqual(['INVALID dossiers'])
  expect(answer.data).toBeNull()
})
