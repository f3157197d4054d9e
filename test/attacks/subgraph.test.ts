import { openRemotes } from '@doorstroomhub/gateway/remote.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import { parse } from 'graphql'
import { SignJWT, generateKeyPair } from 'jose'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { expectAlive } from './alive.ts'

const SUBGRAPHS = ['consent', 'person', 'support-needs', 'career-portfolio', 'intake-preparation'] as const

let here: World
beforeAll(async () => {
  here = await world()
})
afterEach(() => expectAlive(here))
afterAll(() => here.close())

/** What a gateway really sends, as somebody on the line between would take it down. */
async function caught(name: string): Promise<IncomingHttpHeaders> {
  let headers: IncomingHttpHeaders = {}
  const server = createServer((request, response) => {
    headers = request.headers
    response.end('{"data":{}}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
  const remotes = openRemotes({ subgraphs: [{ name, url }], secret: here.secret, clock: here.clock.now })
  const asking: Asking = { viewer: here.viewer('noor'), purpose: null, requestId: 'request-1', language: 'en' }
  await remotes.execute(name, {
    document: parse('{ __typename }'),
    variables: undefined,
    operationName: undefined,
    asking,
    signal: undefined,
  })
  await remotes.close()
  server.close()
  await once(server, 'close')
  return headers
}

const question = (name: string): { query: string; variables: Record<string, unknown> } => ({
  query: 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
  variables: {
    r: [
      name === 'intake-preparation'
        ? { __typename: 'Application', id: here.applications['noor']!['01VB'] }
        : { __typename: 'Dossier', id: here.ids['noor'] },
    ],
  },
})

async function send(name: string, headers: Record<string, unknown>): Promise<{ status: number; text: string }> {
  const { url } = await here.direct(name)
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(headers as Record<string, string>) },
    body: JSON.stringify(question(name)),
  })
  return { status: response.status, text: await response.text() }
}

describe.each(SUBGRAPHS)('a signed viewer that was caught on its way to %s', (name) => {
  test('serves there for a minute, to no other subgraph, to no referee, and never again afterwards', async () => {
    const { 'x-hub-viewer': viewer, 'x-hub-judge': judge } = await caught(name)
    const signed = { 'x-hub-viewer': viewer, 'x-hub-judge': judge }
    expect((await send(name, signed)).text).toMatch(/"__typename":"(Dossier|Application)"/)
    for (const other of SUBGRAPHS)
      if (other !== name)
        expect(await send(other, signed), other).toMatchObject({
          status: 401,
          text: expect.stringContaining('UNAUTHENTICATED') as string,
        })
    // The one that is meant for the referee does not pass for a viewer either.
    expect((await send(name, { 'x-hub-viewer': judge })).status).toBe(401)
    const now = here.clock.now()
    here.clock.advance({ seconds: 70 })
    expect((await send(name, signed)).status).toBe(401)
    here.clock.set(now)
  })
})

test('a viewer of one’s own making, straight to a subgraph: by name, unsigned, signed with another key or another kind of key', async () => {
  const asking = { viewer: here.viewer('beheer'), purpose: null, requestId: 'request-1', language: 'en' }
  const now = Math.floor(here.clock.now().getTime() / 1000)
  const made = (alg: string) =>
    new SignJWT({ asking })
      .setProtectedHeader({ alg })
      .setIssuer('doorstroomhub-gateway')
      .setAudience('person')
      .setIssuedAt(now)
      .setExpirationTime(now + 60)
  const { privateKey } = await generateKeyPair('RS256')
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  for (const forged of [
    'beheer',
    JSON.stringify(asking.viewer),
    `${encoded({ alg: 'none' })}.${encoded({ asking, iss: 'doorstroomhub-gateway', aud: 'person', exp: now + 60 })}.`,
    await made('HS256').sign(new Uint8Array(32)),
    await made('HS256').sign(new TextEncoder().encode('doorstroomhub-gateway-person-viewer')),
    await made('RS256').sign(privateKey),
  ]) {
    const { status, text } = await send('person', { 'x-hub-viewer': forged })
    expect({ status, isRefused: text.includes('UNAUTHENTICATED') }).toEqual({ status: 401, isRefused: true })
  }
})

test.each(SUBGRAPHS)(
  '%s answers nothing of its own to who comes without the gateway, whatever is asked',
  async (name) => {
    const { url } = await here.direct(name)
    const own = here.hub.subgraphs.find((subgraph) => subgraph.name === name)!.schema
    for (const [kind, root] of [
      ['query', own.getQueryType()],
      ['mutation', own.getMutationType()],
    ] as const)
      for (const field of Object.values(root?.getFields() ?? {})) {
        if (field.name.startsWith('_') || field.args.some(({ type }) => String(type).endsWith('!'))) continue
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-hub-judge': 'x' },
          body: JSON.stringify({ query: `${kind} { ${field.name} { __typename } }` }),
        })
        const { data, errors } = (await response.json()) as {
          data?: Record<string, unknown> | null
          errors?: { extensions: { code: string } }[]
        }
        expect(data?.[field.name] ?? null, field.name).toBeNull()
        expect(errors?.[0]?.extensions.code, field.name).toBe('UNAUTHENTICATED')
      }
    const { status, text } = await send(name, {})
    expect(status).toBe(200)
    expect(JSON.parse(text)).toEqual({ data: { _entities: [null] } })
    const shape = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __schema { types { name } } }' }),
    })
    expect(await shape.text()).not.toMatch(/"types"/)
  },
)
