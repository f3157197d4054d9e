import { audienceKey, readAsking } from '@doorstroomhub/kit/viewer.ts'
import type { OpenSubgraph } from '@doorstroomhub/kit/subgraph.ts'
import { parse, type ExecutionResult, type FormattedExecutionResult } from 'graphql'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openEngine, type Engine } from './engine.ts'
import { asking, openFixtures, type Fixtures } from './fixtures.ts'
import { openRemotes, type Remotes } from './remote.ts'
import { composeSupergraph } from './supergraph.ts'

const SECRET = Buffer.alloc(32, 1)
/** Longer than a busy machine stands still. */
const REST_MS = 2_000
const clock = (): Date => new Date()

let fixtures: Fixtures
let servers: Server[]
let received: { subgraph: string; headers: IncomingHttpHeaders }[]
let remotes: Remotes
let engine: Engine
let unexpected: unknown[]
/** Per subgraph, a status with which it answers instead of what it would say. */
let instead: Map<string, { status: number; body: string } | 'silence'>

beforeEach(async () => {
  fixtures = openFixtures(3)
  servers = []
  received = []
  unexpected = []
  instead = new Map()
  const subgraphs = await Promise.all(
    fixtures.subgraphs.map(async (subgraph) => ({ name: subgraph.name, url: await serve(subgraph) })),
  )
  remotes = openRemotes({ subgraphs, secret: SECRET, clock, patienceMs: 300, startMs: 300, restMs: REST_MS })
  engine = openEngine({
    supergraphSdl: await composeSupergraph(await remotes.sdls()),
    execute: remotes.execute,
    renewAsking: (old) => ({ ...old, requestId: `${old.requestId}-next` }),
    onUnexpected: (cause) => unexpected.push(cause),
  })
})
afterEach(async () => {
  await engine.close()
  await remotes.close()
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
})

/** A subgraph on a port of its own, which believes what the gateway signed for it and nothing else. */
async function serve(subgraph: OpenSubgraph): Promise<string> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => void reply())
    const reply = async () => {
      if (request.url === '/health/ready') return response.end('{}')
      const { query, variables } = JSON.parse(String(Buffer.concat(parts))) as {
        query: string
        variables?: Record<string, unknown>
      }
      if (query.includes('_service')) return response.end(JSON.stringify({ data: { _service: { sdl: subgraph.sdl } } }))
      received.push({ subgraph: subgraph.name, headers: request.headers })
      const other = instead.get(subgraph.name)
      if (other === 'silence') return
      if (other) return response.writeHead(other.status, { 'content-type': 'application/json' }).end(other.body)
      const key = audienceKey(SECRET, subgraph.name)
      const proven = await readAsking(request.headers['x-hub-viewer'] as string, subgraph.name, key, clock())
      const answer: ExecutionResult | AsyncIterable<ExecutionResult> = await subgraph.execute({
        document: parse(query),
        variables,
        asking: proven,
      })
      if (!(Symbol.asyncIterator in answer)) return response.end(JSON.stringify(answer))
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n')
      const events = answer[Symbol.asyncIterator]()
      response.once('close', () => void events.return?.())
      for (let event = await events.next(); !event.done; event = await events.next())
        response.write(`event: next\ndata: ${JSON.stringify(event.value)}\n\n`)
      response.end('event: complete\ndata:\n\n')
    }
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
}

async function ask(query: string): Promise<FormattedExecutionResult> {
  const answer = await engine.execute({ document: parse(query), asking: asking({ language: 'nl' }) })
  if (Symbol.asyncIterator in answer) throw new Error('a stream')
  return answer
}

const QUERY = '{ dossier(id: "dossier-1") { status identity { surname } conditions { name } } }'

describe('subgraphs elsewhere', () => {
  test('answer as they do in one process', async () => {
    expect(await ask(QUERY)).toEqual({
      data: { dossier: { status: 'SHARED', identity: { surname: 'de Vries' }, conditions: [{ name: 'dyslexie' }] } },
    })
  })

  test('are told who asks, each in a way that only it believes, and the referee too', async () => {
    await ask(QUERY)
    expect(received.map(({ subgraph }) => subgraph).sort()).toEqual(['consent', 'person', 'support-needs'])
    for (const { subgraph, headers } of received) {
      const token = headers['x-hub-viewer'] as string
      const proven = await readAsking(token, subgraph, audienceKey(SECRET, subgraph), clock())
      expect(proven).toMatchObject({ viewer: { subject: 'marieke' }, purpose: 'INTAKE_TALK', language: 'nl' })
      expect(headers['x-request-id']).toBe(proven.requestId)
      const judged = await readAsking(headers['x-hub-judge'] as string, 'judge', audienceKey(SECRET, 'judge'), clock())
      expect(judged).toEqual(proven)
      const other = subgraph === 'person' ? 'consent' : 'person'
      await expect(readAsking(token, other, audienceKey(SECRET, other), clock())).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
      })
    }
  })

  test('are not asked together for two askers who ask the same', async () => {
    await Promise.all([ask(QUERY), ask(QUERY)])
    expect(received.filter(({ subgraph }) => subgraph === 'person')).toHaveLength(2)
    expect(new Set(received.map(({ headers }) => headers['x-hub-viewer'])).size).toBe(6)
  })

  test('that refuse a group say so in the same words', async () => {
    fixtures.closed.add('CONDITION')
    const { errors } = await ask(QUERY)
    expect(errors).toEqual([
      { message: 'Not available yet.', path: ['dossier', 'conditions'], extensions: { code: 'NOT_AVAILABLE' } },
    ])
  })

  test.each([
    ['a broken answer', { status: 502, body: '<html>Bad gateway</html>' }],
    ['no answer', 'silence' as const],
    ['something else', { status: 200, body: '"hello"' }],
    [
      'disbelief',
      { status: 401, body: '{"errors":[{"message":"Sign in first.","extensions":{"code":"UNAUTHENTICATED"}}]}' },
    ],
    [
      'errors of another kind',
      {
        status: 400,
        body: '{"errors":[{"message":"Cannot query field x on Dossier","extensions":{"code":"GRAPHQL_VALIDATION_FAILED","stacktrace":["at person.ts"]}}]}',
      },
    ],
  ])('that give %s leave the fields of the others', async (_, other) => {
    instead.set('person', other)
    const { data, errors } = await ask(QUERY)
    expect(data).toEqual({ dossier: { status: 'SHARED', identity: null, conditions: [{ name: 'dyslexie' }] } })
    expect(errors).toEqual([
      {
        message: expect.stringMatching(/^Er ging bij ons iets mis\. Verzoek request-\d+\.$/) as string,
        path: ['dossier', 'identity'],
        extensions: { code: 'INTERNAL', requestId: expect.any(String) as string },
      },
    ])
    expect(unexpected).toHaveLength(1)
  })

  test('that fail time after time are left alone for a moment: their fields fail at once, and come back by themselves', async () => {
    instead.set('person', 'silence')
    for (let times = 0; times < 5; times++) await ask(QUERY)
    const asked = received.filter(({ subgraph }) => subgraph === 'person').length
    expect(asked).toBe(5)
    const began = performance.now()
    const { data, errors } = await ask(QUERY)
    // They do not wait until it may be asked again; that it was not asked is seen below.
    expect(performance.now() - began).toBeLessThan(REST_MS)
    expect(received.filter(({ subgraph }) => subgraph === 'person')).toHaveLength(asked)
    expect(data).toEqual({ dossier: { status: 'SHARED', identity: null, conditions: [{ name: 'dyslexie' }] } })
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['INTERNAL'])
    instead.delete('person')
    await expect.poll(async () => (await ask(QUERY)).errors, { interval: 50, timeout: 30_000 }).toBeUndefined()
  })

  test('stream their events, and hear at once when the subscriber leaves', async () => {
    const stream = await engine.execute({
      document: parse('subscription { dossierStatusChanged { to dossier { identity { surname } } } }'),
      asking: asking(),
    })
    if (!(Symbol.asyncIterator in stream)) throw new Error(JSON.stringify(stream))
    const first = stream.next()
    await expect.poll(() => fixtures.listeners(), { interval: 5 }).toBe(1)
    fixtures.emit('dossier-2', 'ENROLLED')
    expect((await first).value).toEqual({
      data: { dossierStatusChanged: { to: 'ENROLLED', dossier: { identity: { surname: 'Yıldız' } } } },
    })
    const waiting = stream.next()
    await stream.return?.()
    expect((await waiting).done).toBe(true)
    await expect.poll(() => fixtures.listeners(), { interval: 5 }).toBe(0)
  })

  test('are part of whether the hub is ready', async () => {
    expect(Object.keys(remotes.checks)).toEqual(['consent', 'person', 'support-needs'])
    await remotes.checks['person']!()
    servers[1]!.closeAllConnections()
    servers[1]!.close()
    await once(servers[1]!, 'close')
    await expect(remotes.checks['person']!()).rejects.toBeInstanceOf(Error)
    servers.splice(1, 1)
  })

  test('that do not come up in time are named', async () => {
    const absent = openRemotes({
      subgraphs: [{ name: 'person', url: 'http://127.0.0.1:9/graphql' }],
      secret: SECRET,
      clock,
      startMs: 1,
    })
    await expect(absent.sdls()).rejects.toThrow('The subgraph person cannot be reached at http://127.0.0.1:9/graphql.')
    await absent.close()
  })
})
