import { createClient as createSseClient } from 'graphql-sse'
import { createClient as createSocketClient } from 'graphql-ws'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { codeOf, openFront, type RunningFront } from '../front.testing.ts'

let hub: RunningFront
beforeEach(async () => {
  hub = await openFront()
})
afterEach(() => hub.close())

describe('a subscription', () => {
  const query = 'subscription { dossierStatusChanged { to dossier { id identity { surname } } } }'
  const changed = (to: string) => ({
    data: { dossierStatusChanged: { to, dossier: { id: 'dossier-3', identity: { surname: 'Bakker' } } } },
  })
  const listening = (count = 1) => expect.poll(() => hub.fixtures.listeners(), { interval: 5 }).toBe(count)

  test('comes as server-sent events to a stock graphql-sse client', async () => {
    const client = createSseClient({ url: hub.url, headers: { authorization: `Bearer ${await hub.token()}` } })
    const events = client.iterate({ query })
    const first = events.next()
    await listening()
    hub.fixtures.emit('dossier-3', 'SHARED')
    expect((await first).value).toEqual(changed('SHARED'))
    await events.return?.()
    await listening(0)
    client.dispose()
  })

  test('comes over a websocket to a stock graphql-ws client, and queries too', async () => {
    const client = createSocketClient({
      url: hub.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${await hub.token()}`, 'x-purpose': 'INTAKE_TALK' },
    })
    expect((await client.iterate({ query: '{ viewer { name } }' }).next()).value).toEqual({
      data: { viewer: { name: 'Marieke' } },
    })
    const events = client.iterate({ query })
    const first = events.next()
    await listening()
    hub.fixtures.emit('dossier-3', 'ENROLLED')
    expect((await first).value).toEqual(changed('ENROLLED'))
    expect(hub.fixtures.calls[0]?.asking.purpose).toBe('INTAKE_TALK')
    await events.return?.()
    await listening(0)
    await client.dispose()
  })

  test('is refused without a token, and a bad token does not get a websocket', async () => {
    const open = (connectionParams: Record<string, unknown>) =>
      createSocketClient({
        url: hub.url.replace('http', 'ws'),
        webSocketImpl: WebSocket,
        connectionParams,
        retryAttempts: 0,
      })
    const nobody = open({})
    await expect(nobody.iterate({ query }).next()).rejects.toMatchObject([
      { message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } },
    ])
    await expect(open({ authorization: 'Bearer nonsense' }).iterate({ query }).next()).rejects.toMatchObject({
      code: 4401,
    })
    await nobody.dispose()
    const response = await fetch(hub.url, {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    expect([response.status, await codeOf(response)]).toEqual([401, 'UNAUTHENTICATED'])
  })

  test('ends with the proof of who is asking', async () => {
    const client = createSseClient({
      url: hub.url,
      headers: { authorization: `Bearer ${await hub.token({ expiresInSeconds: 60 })}` },
    })
    const events = client.iterate({ query })
    const first = events.next()
    await listening()
    hub.later(61)
    hub.fixtures.emit('dossier-3', 'SHARED')
    expect((await first).value).toEqual({
      errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }],
    })
    expect((await events.next()).done).toBe(true)
    await listening(0)
    client.dispose()
  })

  test('of a socket that sends nonsense ends only that socket', async () => {
    for (const nonsense of ['{', '"x"', '{"type":"subscribe"}', '{"type":"nope"}', 'x'.repeat(1024 * 1024 + 1)]) {
      const socket = new WebSocket(hub.url.replace('http', 'ws'), 'graphql-transport-ws')
      await once(socket, 'open')
      socket.send(nonsense)
      const [code] = (await once(socket, 'close')) as [number]
      expect([4400, 4401, 1009]).toContain(code)
    }
    expect((await hub.post({ query: '{ viewer { name } }' })).status).toBe(200)
    expect(hub.lines).toEqual([])
  })

  test('is cut off when the hub closes, never completed, so that its client comes back; a socket with "going away"', async () => {
    let cameBack = 0
    const client = createSseClient({
      url: hub.url,
      headers: { authorization: `Bearer ${await hub.token()}` },
      retryAttempts: 1,
      retry: async () => void cameBack++,
    })
    const events = client.iterate({ query })
    const first = events.next().catch((cause: unknown) => cause)
    const socket = new WebSocket(hub.url.replace('http', 'ws'), 'graphql-transport-ws')
    await once(socket, 'open')
    await listening()
    const closed = once(socket, 'close')
    await hub.close()
    expect(await first).toBeInstanceOf(Error)
    expect(cameBack).toBe(1)
    expect((await closed)[0]).toBe(1001)
    hub = await openFront()
  })
})
