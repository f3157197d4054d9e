import { createClient, type Client } from 'graphql-ws'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { bodyOf, openFront, type RunningFront } from '../front.testing.ts'
import { openBudgets, type Allowance } from './budgets.ts'

const QUERY = '{ dossier(id: "dossier-1") { status identity { surname } } }'
const EVENTS = 'subscription { dossierStatusChanged { to } }'

let hub: RunningFront
const clients: Client[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose()
  await hub.close()
})
const opened = async (allowed: Partial<Allowance>, windowSeconds?: number): Promise<void> => {
  hub = await openFront({ budgets: openBudgets(allowed, windowSeconds) })
}

describe('who has spent what a minute holds', () => {
  test('is told when to come back, in the answer and in its header, and then is answered again', async () => {
    await opened({ costPerMinute: 12 }, 1)
    const statuses: number[] = []
    for (let times = 0; times < 4; times++) statuses.push((await hub.post({ query: QUERY })).status)
    // Each question weighs four fields and one for itself.
    expect(statuses).toEqual([200, 200, 429, 429])
    const refused = await hub.post({ query: QUERY }, { 'accept-language': 'nl' })
    expect(refused.headers.get('retry-after')).toBe('1')
    expect((await bodyOf(refused)).errors).toEqual([
      {
        message: 'Te veel vragen. Probeer het over 1 s opnieuw.',
        extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 1 },
      },
    ])
    await expect
      .poll(async () => (await hub.post({ query: QUERY })).status, { interval: 200, timeout: 5_000 })
      .toBe(200)
  })

  test('pays for what is refused too, and a costly question costs what it weighs', async () => {
    await opened({ costPerMinute: 300 })
    expect((await hub.post({ query: '{ nope' })).status).toBe(200)
    const costly = '{ dossiers(first: 100) { edges { node { id } } } }'
    expect((await hub.post({ query: costly })).status).toBe(429)
    expect((await hub.post({ query: '{ nope' })).status).toBe(429)
    const figures = await (await fetch(`${hub.origin}/metrics`)).text()
    expect(figures).toContain('hub_operation_seconds_count{operation="query",outcome="refused"} 1')
  })
})

test('without a proof, or with a false one, requests are counted by address', async () => {
  await opened({ requestsPerMinute: 3 })
  const ask = (authorization?: string): Promise<Response> =>
    fetch(hub.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: JSON.stringify({ query: '{ __typename }' }),
    })
  expect((await ask()).status).toBe(200)
  expect((await ask('Bearer nonsense')).status).toBe(401)
  expect((await ask()).status).toBe(200)
  expect((await ask()).status).toBe(429)
  expect((await ask('Bearer nonsense')).status).toBe(429)
  expect((await hub.post({ query: QUERY })).status).toBe(200)
})

test('a subscription above the number is refused, and one that ends makes room, over both protocols', async () => {
  await opened({ subscriptions: 2 })
  const authorization = `Bearer ${await hub.token()}`
  const follow = async (gone: AbortController): Promise<Response> =>
    fetch(hub.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization },
      body: JSON.stringify({ query: EVENTS }),
      signal: gone.signal,
    })
  const first = new AbortController()
  const second = new AbortController()
  expect((await follow(first)).status).toBe(200)
  expect((await follow(second)).status).toBe(200)
  const third = await follow(new AbortController())
  expect(third.status).toBe(429)
  await third.text()

  const client = createClient({
    url: hub.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
  })
  clients.push(client)
  const overSocket = client.iterate({ query: EVENTS })
  await expect(overSocket.next()).rejects.toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }])
  first.abort()
  await expect.poll(() => hub.fixtures.listeners(), { interval: 5 }).toBe(1)
  const again = client.iterate({ query: EVENTS })
  const next = again.next()
  await expect.poll(() => hub.fixtures.listeners(), { interval: 5 }).toBe(2)
  hub.fixtures.emit('dossier-2', 'ENROLLED')
  expect((await next).value).toMatchObject({ data: { dossierStatusChanged: { to: 'ENROLLED' } } })
  await again.return?.()
  second.abort()
})

/** Opens a connection and says who one is (or nothing); answers what comes of it. */
function connecting(payload: Record<string, unknown> | null): Promise<{ socket: WebSocket; came: string | number }> {
  const socket = new WebSocket(hub.url.replace('http', 'ws'), 'graphql-transport-ws')
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('open', () => {
      if (payload) socket.send(JSON.stringify({ type: 'connection_init', payload }))
      else resolve({ socket, came: 'open' })
    })
    socket.once('message', (data) => resolve({ socket, came: (JSON.parse(String(data)) as { type: string }).type }))
    socket.once('close', (code) => resolve({ socket, came: code }))
  })
}

test('a websocket above the number is closed with 4429, and one that closes makes room', async () => {
  await opened({ sockets: 2, strangeSockets: 2 })
  const authorization = `Bearer ${await hub.token()}`
  const one = await connecting({ authorization })
  const two = await connecting({ authorization })
  expect([one.came, two.came]).toEqual(['connection_ack', 'connection_ack'])
  expect((await connecting({ authorization })).came).toBe(4429)
  one.socket.close()
  await expect.poll(async () => (await connecting({ authorization })).came, { interval: 20 }).toBe('connection_ack')
  expect(await (await fetch(`${hub.origin}/metrics`)).text()).toMatch(/hub_sockets_open [23]/)
})

test('websockets of which nobody knows the owner are counted by address, and leave that count with a proof', async () => {
  await opened({ strangeSockets: 2 })
  const authorization = `Bearer ${await hub.token()}`
  for (let times = 0; times < 4; times++) expect((await connecting({ authorization })).came).toBe('connection_ack')
  expect((await connecting({})).came).toBe('connection_ack')
  expect((await connecting({})).came).toBe('connection_ack')
  const { came, socket } = await connecting({})
  expect(came).toBe(4429)
  socket.terminate()
})

test('more questions at once than may be carried out wait their turn, and more than may wait are refused', async () => {
  await opened({ atOnce: 2, waiting: 1 })
  let open: () => void = () => undefined
  hub.fixtures.gate = new Promise((resolve) => (open = resolve))
  const answers = Array.from({ length: 4 }, () => hub.post({ query: '{ viewer { name } }' }))
  const refused = await Promise.race(answers)
  expect(refused.status).toBe(429)
  expect(hub.fixtures.calls).toHaveLength(2)
  open()
  expect((await Promise.all(answers)).map(({ status }) => status).sort()).toEqual([200, 200, 200, 429])
})
