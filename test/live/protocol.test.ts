import { once } from 'node:events'
import { createClient as createSse } from 'graphql-sse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { world, type World } from '../world.ts'

const FEED = 'subscription { changeAdded { kind } }'

interface Message {
  type: string
  id?: string
  payload?: unknown
}

/** A socket that speaks the protocol word for word, where a stock client would never say what is wrong. */
async function raw(url: string, protocol = 'graphql-transport-ws') {
  const socket = new WebSocket(url, protocol)
  const messages: Message[] = []
  const readers: (() => void)[] = []
  socket.on('message', (data) => {
    messages.push(JSON.parse(String(data)) as Message)
    for (const read of readers.splice(0)) read()
  })
  const closed = once(socket, 'close').then(([code, reason]) => ({ code: code as number, reason: String(reason) }))
  await once(socket, 'open')
  return {
    socket,
    messages,
    closed,
    say: (message: unknown) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    /** The first message that fits, whenever it comes. */
    async hears(type: string, id?: string): Promise<Message> {
      for (;;) {
        const found = messages.find((one) => one.type === type && (id === undefined || one.id === id))
        if (found) return found
        await new Promise<void>((resolve) => readers.push(resolve))
      }
    },
  }
}

describe('the rules of graphql-transport-ws', () => {
  let here: World
  let url: string
  beforeAll(async () => {
    here = await world()
    url = `${here.url.replace('http', 'ws')}/graphql`
  })
  afterAll(() => here.close())

  const signedIn = async () => {
    const one = await raw(url)
    one.say({ type: 'connection_init', payload: { authorization: `Bearer ${await here.token('eva')}` } })
    await one.hears('connection_ack')
    return one
  }
  const subscribe = (id: string, query = FEED) => ({ id, type: 'subscribe', payload: { query } })
  const touch = () => here.as('eva').act('updateContact', { dossierId: here.ids['eva'], email: 'eva@post.example' })
  const listening = (count: number) =>
    expect
      .poll(async () => Number(/^hub_streams_open\{transport="websocket"\} (\d+)/m.exec(await metrics(here))?.[1] ?? 0))
      .toBe(count)

  test.each([
    ['nonsense', 'x'],
    ['a type that is not there', { type: 'nonsense' }],
    ['a question without an id', { type: 'subscribe', payload: { query: FEED } }],
  ])('%s closes with 4400', async (_name, message) => {
    const one = await signedIn()
    one.say(message)
    expect((await one.closed).code).toBe(4400)
  })

  test('a question before anybody said who they are closes with 4401, and so does a token that is not believed', async () => {
    const early = await raw(url)
    early.say(subscribe('1'))
    expect(await early.closed).toEqual({ code: 4401, reason: 'Unauthorized' })
    const liar = await raw(url)
    liar.say({ type: 'connection_init', payload: { authorization: 'Bearer nonsense' } })
    expect((await liar.closed).code).toBe(4401)
  })

  test('another protocol closes with 4406', async () => {
    const old = new WebSocket(url, 'graphql-ws')
    // The handshake names no protocol, at which a strict client leaves by itself; the server says 4406 all the same.
    const refused = await new Promise((resolve) => {
      old.on('error', ({ message }) => resolve(message))
      old.on('close', resolve)
    })
    expect([4406, 'Server sent no subprotocol']).toContain(refused)
    const none = new WebSocket(url)
    expect((await once(none, 'close'))[0]).toBe(4406)
  })

  test('who says nothing is sent away with 4408', { timeout: 20_000 }, async () => {
    const silent = await raw(url)
    expect((await silent.closed).code).toBe(4408)
  })

  test('the same id twice at once closes with 4409; after its end it is free again', async () => {
    const one = await signedIn()
    one.say({ id: 'a', type: 'subscribe', payload: { query: '{ viewer { name } }' } })
    await one.hears('complete', 'a')
    one.say(subscribe('a'))
    await listening(1)
    expect(one.socket.readyState).toBe(WebSocket.OPEN)
    one.say(subscribe('a'))
    expect(await one.closed).toEqual({ code: 4409, reason: 'Subscriber for a already exists' })
    await listening(0)
  })

  test('to begin twice closes with 4429', async () => {
    const one = await signedIn()
    one.say({ type: 'connection_init' })
    expect((await one.closed).code).toBe(4429)
  })

  test('a ping is answered with a pong that carries the same', async () => {
    const one = await signedIn()
    one.say({ type: 'ping', payload: { at: 1 } })
    expect(await one.hears('pong')).toEqual({ type: 'pong', payload: { at: 1 } })
    // A pong that nobody asked for is allowed.
    one.say({ type: 'pong' })
    one.say({ type: 'ping' })
    await expect.poll(() => one.messages.filter(({ type }) => type === 'pong').length).toBe(2)
    one.socket.close()
  })

  test('complete during a stream ends it at once: no event comes after it, while others go on', async () => {
    const one = await signedIn()
    one.say(subscribe('ends'))
    one.say(subscribe('goes on'))
    await listening(2)
    await touch()
    await one.hears('next', 'ends')
    one.say({ id: 'ends', type: 'complete' })
    await listening(1)
    const nexts = (id: string) => one.messages.filter((each) => each.id === id && each.type === 'next').length
    const before = nexts('ends')
    const since = nexts('goes on')
    await touch()
    await expect.poll(() => nexts('goes on')).toBeGreaterThan(since)
    expect(nexts('ends')).toBe(before)
    one.socket.close()
    await listening(0)
  })

  test('a stock client of graphql-sse on one connection is told the same as on connections of their own, and is not told of others', async () => {
    const events = async (who: string, singleConnection: boolean) => {
      const client = createSse({
        url: `${here.url}/graphql${singleConnection ? '/stream' : ''}`,
        singleConnection,
        headers: { authorization: `Bearer ${await here.token(who)}`, 'x-purpose': 'INTAKE_TALK' },
        retryAttempts: 0,
      } as never)
      const told: string[] = []
      const stop = client.subscribe(
        { query: 'subscription { changeAdded { cursor kind dossier { id identity { surname } } } }' },
        { next: (event) => void told.push(JSON.stringify(event)), error: () => undefined, complete: () => undefined },
      )
      return {
        told,
        close() {
          stop()
          client.dispose()
        },
      }
    }
    const [one, apart, other] = await Promise.all([events('lotte', true), events('lotte', false), events('eva', true)])
    await expect
      .poll(async () => Number(/^hub_streams_open\{transport="sse"\} (\d+)/m.exec(await metrics(here))?.[1] ?? 0))
      .toBe(3)
    const lotte = { dossierId: here.ids['lotte'] }
    for (const act of ['pauseSharing', 'resumeSharing', 'pauseSharing', 'resumeSharing'])
      await here.as('lotte').act(act, lotte)
    await touch()
    await expect.poll(() => [one.told.length, apart.told.length, other.told.length > 0]).toEqual([4, 4, true])
    expect(one.told).toEqual(apart.told)
    expect(one.told.every((event) => event.includes(here.ids['lotte']!))).toBe(true)
    expect(other.told[0]).toContain(here.ids['eva'])
    for (const each of [one, apart, other]) each.close()
  })
})

const metrics = async (here: World): Promise<string> => (await fetch(`${here.url}/metrics`)).text()
