import * as encoding from 'lib0/encoding'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { everything } from '../referee.testing.ts'
import { Client, openHouse, seeded, until, type House, type Replica } from './house.testing.ts'
import { LIMITS } from './limits.ts'
import { step1Frame, step2Frame, updateFrame, writeStates } from './protocol.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

let house: House
let replica: Replica
const clients: Client[] = []
const sockets: WebSocket[] = []

beforeAll(async () => {
  house = await openHouse({ limits: { tick: 100, bytesPerSecond: 16 * 1024 * 1024 } })
  replica = await house.replica()
  house.referee.let('vader', { SUMMARY: 'READ', QUESTIONS: 'READ', SUPPORT: 'READ', AGREEMENTS: 'READ' })
  for (let index = 0; index < 60; index += 1) house.referee.let(`noor${index}`, everything)
}, 60_000)
afterEach(async () => {
  for (const client of clients.splice(0)) client.leave()
  for (const socket of sockets.splice(0)) socket.terminate()
  await until('all sockets are gone', () => replica.rooms.measures().sockets === 0)
})
afterAll(() => house.close())

function enter(as: string, section = 'summary'): Client {
  const client = new Client(replica.url, `${house.preparationId}/${section}`, as)
  clients.push(client)
  return client
}
/** A socket that says what no stock client says. */
async function bare(as: string, section = 'summary'): Promise<WebSocket> {
  const socket = new WebSocket(`${replica.url}/${house.preparationId}/${section}?as=${as}`)
  sockets.push(socket)
  socket.on('error', () => undefined)
  await new Promise<void>((resolve) => socket.once('open', () => resolve()))
  return socket
}
const closing = (socket: WebSocket) => new Promise<number>((resolve) => socket.once('close', (code) => resolve(code)))
/** Two who work on while others misbehave. */
async function pair(section = 'summary'): Promise<[Client, Client]> {
  return (await Promise.all([enter('noor', section).synced(), enter('joris', section).synced()])) as [Client, Client]
}
async function typesOn([noor, joris]: [Client, Client], words: string): Promise<void> {
  noor.write(words)
  await until(`joris reads "${words}"`, () => joris.words.includes(words))
}

function update(change: (document: Y.Doc) => void): Uint8Array {
  const document = new Y.Doc()
  change(document)
  return Y.encodeStateAsUpdate(document)
}
const paragraph = (words: string) =>
  update((document) => {
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [new Y.XmlText(words)])
    document.getXmlFragment('content').push([element])
  })
function presence(...states: [number, number, string][]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint8Array(encoder, writeStates(states.map(([client, clock, state]) => ({ client, clock, state }))))
  return encoding.toUint8Array(encoder)
}
const bytes = (...numbers: number[]) => Uint8Array.from(numbers)
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

const MALFORMED: [string, Uint8Array | string, number | null][] = [
  ['an empty frame', bytes(), 4400],
  ['a text frame', 'hello', 4400],
  ['an unknown message', bytes(9, 1, 2, 3), 4400],
  ['a number that never ends', bytes(255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255), 4400],
  ['a sync message without a step', bytes(0), 4400],
  ['an unknown sync step', bytes(0, 7, 1, 0), 4400],
  ['a length beyond the frame', bytes(0, 2, 255, 255, 3, 1), 4400],
  ['a state vector that is none', bytes(0, 0, 3, 200, 1, 1), 4400],
  ['an update cut in half', updateFrame(paragraph('half').slice(0, 12)), 4400],
  ['an update with a huge count of structs', updateFrame(bytes(255, 255, 255, 127, 1, 0, 0)), 4400],
  ['an update of a type that does not exist', updateFrame(bytes(1, 1, 5, 0, 31, 1, 1, 97, 0)), 4400],
  ['two messages in one frame', joined(step1Frame(bytes(0)), step1Frame(bytes(0))), 4400],
  ['an edit of a root that no editor makes', updateFrame(update((d) => d.getMap('secret').set('a', 1))), 4400],
  ['an update that is nested ten thousand deep', updateFrame(deep(10_000)), 4400],
  ['a presence with more states than bytes', bytes(1, 3, 255, 255, 3), 4400],
  ['a presence that is no JSON', presence([1, 1, '{"user":']), null],
  ['a presence that is a list', presence([1, 1, '[1,2]']), null],
  ['a presence of five kilobytes', presence([1, 1, JSON.stringify({ a: 'x'.repeat(5_000) })]), null],
  ['a presence for everybody else', presence([1, 9, 'null'], [2, 9, 'null'], [3, 9, '{}']), null],
  ['a permission message', bytes(2, 0, 4, 97, 98, 99, 100), null],
]
/** A value in lists in lists, which no encoder can write. */
function deep(levels: number): Uint8Array {
  const shallow = update((document) => document.getMap('x').set('a', 1))
  return joined(
    shallow.slice(0, -3),
    bytes(...Array.from({ length: levels }, () => [117, 1]).flat()),
    shallow.slice(-3),
  )
}

test.each(MALFORMED)('%s harms nobody', async (_what, frame, code) => {
  const people = await pair()
  const attacker = await bare('marieke')
  const closed = closing(attacker)
  attacker.send(frame)
  if (code === null) {
    // It is dropped, and the socket goes on.
    attacker.send(step1Frame(bytes(0)))
    await new Promise<void>((resolve) => attacker.on('message', (data: Buffer) => data[1] === 1 && resolve()))
    expect(attacker.readyState).toBe(WebSocket.OPEN)
  } else expect(await closed).toBe(code)
  await typesOn(people, `na ${_what}`)
  expect(people.flatMap(({ codes }) => codes)).toEqual([])
})

test('random bytes and flipped bits end in a closed socket or in nothing; everybody still sees the same', async () => {
  const people = await pair('questions')
  const random = seeded(99)
  const good = [updateFrame(paragraph('goed')), step1Frame(bytes(0)), step2Frame(paragraph('ook goed'))]
  for (let round = 0; round < 150; round += 1) {
    const attacker = await bare('marieke', 'questions')
    const frame =
      round % 2 === 0
        ? Uint8Array.from({ length: 1 + Math.floor(random() * 60) }, () => Math.floor(random() * 256))
        : (good[round % good.length] as Uint8Array).slice()
    if (round % 2 === 1) {
      const at = Math.floor(random() * frame.length)
      frame[at] = (frame[at] as number) ^ (1 << Math.floor(random() * 8))
    }
    attacker.send(frame)
    // The answer to a question that is always answered, or the end.
    attacker.send(step1Frame(bytes(0)))
    await new Promise<void>((resolve) => {
      attacker.once('close', () => resolve())
      attacker.on('message', (data: Buffer) => data[0] === 0 && data[1] === 1 && resolve())
    })
    attacker.terminate()
  }
  await typesOn(people, 'nog steeds samen')
  const [noor, joris] = people
  await until('the same', () => noor.fragment.toString() === joris.fragment.toString())
  const late = await enter('noor', 'questions').synced()
  expect(late.fragment.toString()).toBe(noor.fragment.toString())
}, 60_000)

test('a reader who forges updates of every kind changes nothing, here and in the log', async () => {
  const people = await pair('support')
  await typesOn(people, 'van ons')
  const before = people[0].fragment.toString()
  const forged = [
    updateFrame(paragraph('vals')),
    step2Frame(paragraph('vals')),
    // Deletes everything that somebody else wrote.
    updateFrame(
      (() => {
        const copy = new Y.Doc()
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(people[0].document))
        const sv = Y.encodeStateVector(copy)
        copy.getXmlFragment('content').delete(0, copy.getXmlFragment('content').length)
        return Y.encodeStateAsUpdate(copy, sv)
      })(),
    ),
  ]
  for (const frame of forged) {
    const reader = await bare('vader', 'support')
    const closed = closing(reader)
    reader.send(frame)
    expect(await closed).toBe(4403)
  }
  const late = await enter('noor', 'support').synced()
  expect(late.fragment.toString()).toBe(before)
  expect(people[1].fragment.toString()).toBe(before)
})

test('somebody cannot speak for another: a presence with another client id is not shown', async () => {
  const [noor, joris] = await pair('support')
  joris.provider.awareness.setLocalStateField('cursor', 1)
  await until('noor sees joris', () => noor.provider.awareness.getStates().has(joris.document.clientID))
  const attacker = await bare('marieke', 'support')
  attacker.send(presence([joris.document.clientID, 1_000, JSON.stringify({ cursor: 'vals' })]))
  attacker.send(presence([joris.document.clientID, 1_001, 'null']))
  attacker.send(presence([77, 1, JSON.stringify({ user: { name: 'Noor' }, cursor: 2 })]))
  await until('the own one is shown', () => noor.provider.awareness.getStates().has(77))
  expect(noor.provider.awareness.getStates().get(77)).toEqual({ user: { name: 'marieke', role: 'INTAKER' }, cursor: 2 })
  expect(noor.provider.awareness.getStates().get(joris.document.clientID)).toMatchObject({ cursor: 1 })
})

test('a frame that is too large ends its socket alone', async () => {
  const people = await pair()
  const attacker = await bare('marieke')
  const closed = closing(attacker)
  attacker.send(new Uint8Array(LIMITS.frame + 1))
  expect(await closed).toBe(1009)
  await typesOn(people, 'na de grote')
})

test('a document that is full says so to who brings too much, and stays as it was', async () => {
  const people = await pair('agreements')
  await typesOn(people, 'past')
  const attacker = await bare('marieke', 'agreements')
  const closed = closing(attacker)
  for (let part = 0; part < 6; part += 1) attacker.send(updateFrame(paragraph(`${part}`.repeat(450_000))))
  expect(await closed).toBe(4413)
  const [{ size }] = (await house.sql(
    `select coalesce(sum(length(content)), 0)::int as size from intake_preparation.edit where document_id = $1`,
    [house.documentId('AGREEMENTS')],
  )) as [{ size: number }]
  expect(size).toBeLessThan(LIMITS.document)
  await typesOn(people, 'nog een woord')
}, 30_000)

test('edits that wait for what never comes are bounded', async () => {
  const people = await pair()
  const attacker = await bare('marieke')
  const closed = closing(attacker)
  const document = new Y.Doc()
  const text = document.getXmlFragment('content')
  text.push([new Y.XmlElement('paragraph')])
  const before = Y.encodeStateVector(document)
  for (let count = 0; count < 4_000; count += 1) text.push([new Y.XmlElement(`p${count}-${'x'.repeat(20)}`)])
  attacker.send(updateFrame(Y.encodeStateAsUpdate(document, before)))
  expect(await closed).toBe(4400)
  await typesOn(people, 'niets wacht')
})

test('who does not read what is sent is sent away, and the others do not notice', async () => {
  const people = await pair('questions')
  const slow = await bare('marieke', 'questions')
  const closed = closing(slow)
  slow.pause()
  for (let round = 0; round < 100 && replica.rooms.measures().sockets === 3; round += 1) {
    await typesOn(people, `${round} `.padEnd(200_000, 'w'))
    people[0].fragment.delete(0, people[0].fragment.length)
  }
  await until('the slow one is gone', () => replica.rooms.measures().sockets === 2, 20_000)
  slow.resume()
  expect([1013, 1006]).toContain(await closed)
  await typesOn(people, 'zonder hem')
}, 60_000)

test('a thousand sockets that only connect leave the others in peace, and the memory comes back', async () => {
  const people = await pair()
  await typesOn(people, 'voor de drukte')
  collect()
  const before = process.memoryUsage().heapUsed
  const many = await Promise.all(
    Array.from({ length: 1_000 }, (_unused, index) =>
      bare(`noor${index % 60}`, ['summary', 'questions', 'support', 'agreements'][index % 4]),
    ),
  )
  await until(
    'some are in and the rest was sent away',
    () => {
      const open = many.filter(({ readyState }) => readyState === WebSocket.OPEN).length
      return open <= 400 && replica.rooms.measures().sockets <= 400
    },
    40_000,
  )
  const started = performance.now()
  await typesOn(people, 'midden in de drukte')
  expect(performance.now() - started).toBeLessThan(1_000)
  for (const socket of sockets.splice(0)) socket.terminate()
  await until('all are gone', () => replica.rooms.measures().sockets === 2, 20_000)
  const [{ count }] = (await house.sql(`select count(*)::int as count from intake_preparation.socket`)) as [
    { count: number },
  ]
  expect(count).toBe(2)
  many.length = 0
  await until(
    'the memory is back',
    () => {
      collect()
      return process.memoryUsage().heapUsed < before + 15 * 1024 * 1024
    },
    20_000,
  )
  await typesOn(people, 'na de drukte')
}, 120_000)

test('no more than twenty sockets of one person and a hundred in one document', async () => {
  const own = await Promise.all(Array.from({ length: 25 }, () => bare('noor')))
  await until(
    'five were sent away',
    () => own.filter(({ readyState }) => readyState === WebSocket.OPEN).length === 20,
    20_000,
  )
}, 30_000)
