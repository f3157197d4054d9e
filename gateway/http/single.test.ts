import { createClient } from 'graphql-sse'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bodyOf, codeOf, openFront, type RunningFront } from '../front.testing.ts'

let hub: RunningFront
beforeEach(async () => {
  hub = await openFront()
})
afterEach(() => hub.close())

const query = 'subscription { dossierStatusChanged { to dossier { id identity { surname } } } }'
const changed = (to: string) => ({
  data: { dossierStatusChanged: { to, dossier: { id: 'dossier-3', identity: { surname: 'Bakker' } } } },
})
const listening = (count: number) => expect.poll(() => hub.fixtures.listeners(), { interval: 5 }).toBe(count)
const bearer = async (more: Parameters<RunningFront['token']>[0] = {}) => ({
  authorization: `Bearer ${await hub.token(more)}`,
})

const ask = (method: string, headers: Record<string, string>, search = '', body?: unknown) =>
  fetch(`${hub.url}/stream${search}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
const stream = (token: string, headers: Record<string, string>) =>
  ask('GET', { ...headers, accept: 'text/event-stream' }, `?token=${token}`)
const operation = (id: unknown, more: object = {}) => ({ query, extensions: { operationId: id }, ...more })

describe('one connection for many operations', () => {
  test('a stock client in its single connection mode gets queries and several subscriptions over one stream', async () => {
    const client = createClient({ url: `${hub.url}/stream`, headers: await bearer(), singleConnection: true })
    const one = client.iterate({ query })
    const other = client.iterate({ query })
    const [first, second] = [one.next(), other.next()]
    await listening(2)
    hub.fixtures.emit('dossier-3', 'SHARED')
    expect((await first).value).toEqual(changed('SHARED'))
    expect((await second).value).toEqual(changed('SHARED'))
    expect((await client.iterate({ query: '{ viewer { name } }' }).next()).value).toEqual({
      data: { viewer: { name: 'Marieke' } },
    })
    await one.return?.()
    await listening(1)
    hub.fixtures.emit('dossier-3', 'ENROLLED')
    expect((await other.next()).value).toEqual(changed('ENROLLED'))
    await other.return?.()
    await listening(0)
    client.dispose()
  })

  test('everything it listens to ends with the stream', async () => {
    const client = createClient({ url: `${hub.url}/stream`, headers: await bearer(), singleConnection: true })
    // The client says it as an end or as an error, as far as it was.
    const isCutOff = client
      .iterate({ query })
      .next()
      .then(
        ({ done }) => done,
        (cause: unknown) => String(cause).includes('aborted'),
      )
    await listening(1)
    client.dispose()
    expect(await isCutOff).toBe(true)
    await listening(0)
  })

  test('a stream is its owner’s alone, whatever the other does with its token', async () => {
    const own = await bearer()
    const token = await (await ask('PUT', own)).text()
    const other = await bearer({ subject: 'karim' })
    const shown = { 'x-graphql-event-stream-token': token }
    const tries = [
      await stream(token, other),
      await ask('POST', { ...other, ...shown }, '', operation('1')),
      await ask('DELETE', { ...other, ...shown }, '?operationId=1'),
    ]
    for (const response of tries) expect([response.status, await codeOf(response)]).toEqual([404, 'NOT_FOUND'])
    for (const nobody of [await stream(token, {}), await ask('POST', shown, '', operation('1')), await ask('PUT', {})])
      expect(nobody.status).toBe(401)
    const opened = await stream(token, own)
    expect(opened.status).toBe(200)
    // The other cannot put a question on the open stream either.
    expect((await ask('POST', { ...other, ...shown }, '', operation('1'))).status).toBe(404)
    expect(hub.fixtures.listeners()).toBe(0)
    await opened.body?.cancel()
  })

  test('holds to the protocol: one stream per token, one operation per id, and each fault has its status', async () => {
    const own = await bearer()
    const reserved = await ask('PUT', own)
    expect([reserved.status, reserved.headers.get('content-type')]).toEqual([201, 'text/plain; charset=utf-8'])
    const token = await reserved.text()
    const shown = { ...own, 'x-graphql-event-stream-token': token }
    expect((await ask('GET', { ...own, accept: 'application/json' }, `?token=${token}`)).status).toBe(406)
    // What is asked before the stream is open waits for it.
    expect((await ask('POST', shown, '', operation('1'))).status).toBe(202)
    const opened = await stream(token, own)
    expect(opened.headers.get('content-type')).toContain('text/event-stream')
    await listening(1)
    expect((await stream(token, own)).status).toBe(409)
    expect((await ask('POST', shown, '', operation('1'))).status).toBe(409)
    for (const id of [undefined, '', 5, 'a b', 'x'.repeat(101)])
      expect((await ask('POST', shown, '', operation(id))).status, String(id)).toBe(400)
    const wrong = await ask('POST', shown, '', operation('2', { query: '{ nope }' }))
    expect([wrong.status, (await bodyOf(wrong)).errors?.length]).toEqual([400, 1])
    // Refused is not open: its id is free.
    expect((await ask('POST', shown, '', operation('2'))).status).toBe(202)
    expect((await ask('POST', { ...own }, '', operation('3'))).status).toBe(404)
    expect((await ask('DELETE', shown)).status).toBe(400)
    expect((await ask('PATCH', shown, '', operation('3'))).status).toBe(405)
    await listening(2)
    expect((await ask('DELETE', shown, '?operationId=2')).status).toBe(200)
    await listening(1)

    const reader = opened.body!.pipeThrough(new TextDecoderStream()).getReader()
    hub.fixtures.emit('dossier-3', 'SHARED')
    let text = ''
    while (!text.includes('SHARED')) text += (await reader.read()).value ?? ''
    expect(text.split('\n').filter((line) => line !== '' && !line.startsWith(':'))).toEqual([
      'event: next',
      `data: ${JSON.stringify({ id: '1', payload: changed('SHARED') })}`,
    ])
    await reader.cancel()
    await listening(0)
    // The stream is gone, and its token with it.
    await expect.poll(async () => (await ask('POST', shown, '', operation('4'))).status).toBe(404)
  })

  test('ends with the proof of who opened it', async () => {
    const own = await bearer({ expiresInSeconds: 2 })
    const token = await (await ask('PUT', own)).text()
    const opened = await stream(token, own)
    expect((await ask('POST', { ...own, 'x-graphql-event-stream-token': token }, '', operation('1'))).status).toBe(202)
    await listening(1)
    const text = await opened.text()
    await listening(0)
    expect(text.startsWith(':')).toBe(true)
  })
})
