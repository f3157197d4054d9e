import { auditServer } from 'graphql-http'
import { once } from 'node:events'
import { Agent, request as httpRequest } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { bodyOf, openFront, type RunningFront } from './front.testing.ts'

let hub: RunningFront
beforeEach(async () => {
  hub = await openFront()
})
afterEach(() => hub.close())

test('the whole audit of GraphQL over HTTP passes, what is optional included', async () => {
  const results = await auditServer({ url: hub.url })
  expect(results.length).toBeGreaterThan(50)
  expect(
    results.flatMap((result) => (result.status === 'ok' ? [] : [`${result.id} ${result.name}: ${result.reason}`])),
  ).toEqual([])
})

describe('a question', () => {
  test('is answered over POST and, when it only reads, over GET', async () => {
    const query = '{ dossier(id: "dossier-1") { status identity { surname } } }'
    const expected = { data: { dossier: { status: 'SHARED', identity: { surname: 'de Vries' } } } }
    const posted = await hub.post({ query })
    expect(posted.status).toBe(200)
    expect(await posted.json()).toEqual(expected)
    const headers = { authorization: `Bearer ${await hub.token()}` }
    const got = await fetch(`${hub.url}?query=${encodeURIComponent(query)}`, { headers })
    expect(await got.json()).toEqual(expected)
    const changed = await fetch(
      `${hub.url}?query=${encodeURIComponent('mutation { pause(id: "dossier-1") { id } }')}`,
      { headers },
    )
    expect(changed.status).toBe(405)
    expect(changed.headers.get('allow')).toBe('POST')
    expect(hub.fixtures.calls.some(({ operation }) => operation.startsWith('mutation'))).toBe(false)
  })

  test('carries its purpose, its language and its own id, and nothing else of the headers', async () => {
    const response = await hub.post(
      { query: '{ dossier(id: "nobody") { id } }' },
      { 'x-purpose': 'STUDY_START', 'accept-language': 'en;q=0.3, nl-NL', 'x-request-id': 'their-own_id-1' },
    )
    expect(response.headers.get('x-request-id')).toBe('their-own_id-1')
    expect((await bodyOf(response)).errors?.[0]?.message).toBe('Niet gevonden.')
    expect(hub.fixtures.calls[0]?.asking).toEqual({
      viewer: expect.objectContaining({ subject: 'marieke', role: 'INTAKER' }) as unknown,
      purpose: 'STUDY_START',
      requestId: 'their-own_id-1',
      language: 'nl',
      until: expect.stringMatching(/^20\d\d-.*Z$/) as unknown,
    })
  })

  test('with an unknown purpose has none, and a request id in another form is not taken over', async () => {
    const response = await hub.post(
      { query: '{ viewer { name } }' },
      { 'x-purpose': 'CURIOSITY', 'x-request-id': '<script>' },
    )
    expect(hub.fixtures.calls[0]?.asking.purpose).toBeNull()
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('that breaks on our side says only a request id, and the log holds the cause under it', async () => {
    const response = await hub.post({
      query: 'query Secret($x: ID = "dossier-7") { strict { id } dossier(id: $x) { id } }',
    })
    const { errors } = await bodyOf(response)
    const requestId = response.headers.get('x-request-id')
    expect(errors).toEqual([
      {
        message: `Something went wrong on our side. Request ${requestId}.`,
        path: ['strict'],
        extensions: { code: 'INTERNAL', requestId },
      },
    ])
    const line = hub.lines.find((each) => each.includes('unexpected'))
    expect(JSON.parse(line!)).toMatchObject({
      level: 'error',
      requestId,
      code: 'INTERNAL',
      cause: { because: { kind: 'Error' } },
    })
    expect(hub.lines.join('')).not.toMatch(/Secret|dossier-7|strict \{|Bearer|marieke/i)
  })
})

describe('shutdown', () => {
  test('answers what was asked before, takes nothing new, and leaves no connection behind', async () => {
    let open: () => void = () => undefined
    hub.fixtures.gate = new Promise((resolve) => (open = resolve))
    const agent = new Agent({ keepAlive: true })
    const answered = new Promise<{ status: number | undefined; body: string; connection: string | undefined }>(
      (resolve, reject) => {
        void hub.token().then((token) => {
          const sending = httpRequest(
            hub.url,
            {
              method: 'POST',
              agent,
              headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
            },
            (response) => {
              let body = ''
              response.on('data', (part) => (body += String(part)))
              response.on('end', () =>
                resolve({ status: response.statusCode, body, connection: response.headers.connection }),
              )
            },
          )
          sending.on('error', reject)
          sending.end(JSON.stringify({ query: '{ viewer { name } }' }))
        })
      },
    )
    await expect.poll(() => hub.fixtures.calls.length, { interval: 5 }).toBe(1)
    const closing = hub.close()
    await expect(fetch(`${hub.origin}/health/live`)).rejects.toThrow('fetch failed')
    open()
    expect(await answered).toEqual({ status: 200, body: '{"data":{"viewer":{"name":"Marieke"}}}', connection: 'close' })
    await closing
    agent.destroy()
    hub = await openFront()
  })

  test('says first that it is not ready, while it still answers whatever comes', async () => {
    const drained = await openFront({}, {}, { drainMs: 1_000 })
    const closing = drained.close()
    for (const path of ['/health/ready', '/health/serving'])
      expect((await fetch(drained.origin + path)).status, path).toBe(503)
    const answer = await drained.post({ query: '{ viewer { name } }' })
    expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close'])
    await closing
    await expect(fetch(`${drained.origin}/health/live`)).rejects.toThrow('fetch failed')
  })

  test('lets a mounted part say goodbye to its connections, and cuts off what is left', async () => {
    const rooms = new WebSocketServer({ noServer: true })
    const mounted = await openFront({
      sockets: [
        {
          owns: (url) => url?.startsWith('/rooms/') ?? false,
          upgrade: (request, socket, head) => rooms.handleUpgrade(request, socket, head, () => undefined),
          async close() {
            for (const client of rooms.clients) if (client.protocol === 'polite') client.close(1012)
          },
        },
      ],
    })
    const open = async (protocol: string) => {
      const socket = new WebSocket(`${mounted.origin.replace('http', 'ws')}/rooms/one`, protocol)
      await once(socket, 'open')
      return { closed: once(socket, 'close') as Promise<[number]> }
    }
    const [polite, stubborn] = [await open('polite'), await open('stubborn')]
    await mounted.close()
    expect([(await polite.closed)[0], (await stubborn.closed)[0]]).toEqual([1012, 1006])
  })
})

describe('beside the graph', () => {
  test('health says that it lives, and whether what it needs works', async () => {
    let works = true
    const watched = await openFront({
      checks: { database: () => (works ? Promise.resolve() : Promise.reject(new Error('no route to host'))) },
    })
    const ready = async () => {
      const response = await fetch(`${watched.origin}/health/ready`)
      return [response.status, await response.json()]
    }
    expect(await (await fetch(`${watched.origin}/health/live`)).json()).toEqual({ status: 'ok' })
    expect(await ready()).toEqual([200, { status: 'ok', checks: { database: 'ok' } }])
    works = false
    expect(await ready()).toEqual([503, { status: 'unavailable', checks: { database: 'unavailable' } }])
    // It serves what it can all the same.
    expect((await fetch(`${watched.origin}/health/serving`)).status).toBe(200)
    await watched.close()
  })

  test('metrics count operations by how they ended, and name nobody', async () => {
    await hub.post({ query: '{ viewer { name } }' })
    await hub.post({ query: '{ nope }' })
    hub.fixtures.closed.add('IDENTITY')
    await hub.post({ query: '{ dossier(id: "dossier-1") { identity { surname } } }' })
    const text = await (await fetch(`${hub.origin}/metrics`)).text()
    expect(text).toContain('hub_operation_seconds_count{operation="query",outcome="answered"} 1')
    expect(text).toContain('hub_operation_seconds_count{operation="query",outcome="refused"} 1')
    expect(text).toContain('hub_operation_seconds_count{operation="query",outcome="partly"} 1')
    expect(text).toContain('process_cpu_seconds_total')
    expect(text).not.toMatch(/marieke|dossier-1|surname/i)
  })

  test('pages run no script but their own, and nothing from elsewhere', async () => {
    const landing = await fetch(`${hub.origin}/`)
    expect(landing.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
    const html = await landing.text()
    expect(html).toContain('lang="nl"')
    expect(html).not.toMatch(/<script|https?:/)
    const editor = await fetch(hub.url, { headers: { accept: 'text/html,application/xhtml+xml' } })
    expect(editor.headers.get('content-security-policy')).toContain("script-src 'self';")
    const sources = [...(await editor.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source!)
    expect(sources.length).toBe(5)
    for (const source of sources) {
      const file = await fetch(new URL(source, hub.origin))
      expect([source, file.status]).toEqual([source, 200])
    }
    expect((await fetch(`${hub.origin}/graphql/page/../../../package.json`)).status).toBe(404)
    expect((await fetch(`${hub.origin}/nowhere`)).status).toBe(404)
  })

  test('the editor is there in the demo only', async () => {
    const strict = await openFront({ demo: false })
    const response = await fetch(strict.url, { headers: { accept: 'text/html' } })
    expect(response.status).toBe(406)
    expect((await fetch(`${strict.origin}/graphql/page/start.js`)).status).toBe(404)
    await strict.close()
  })
})
