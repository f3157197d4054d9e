import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Client, openHouse, seeded, until, type House, type Replica } from './house.testing.ts'

let house: House
let replica: Replica
let clients: Client[] = []
let next = 0

beforeAll(async () => {
  house = await openHouse()
  replica = await house.replica()
}, 60_000)
afterEach(() => {
  for (const client of clients) client.leave()
  clients = []
})
afterAll(() => house.close())

const SECTIONS = ['summary', 'questions', 'support', 'agreements']
/** A client in one of the four sections. */
function enter(as: string, section = SECTIONS[next % 4] as string): Client {
  const client = new Client(replica.url, `${house.preparationId}/${section}`, as)
  clients.push(client)
  return client
}

/** Types, deletes and makes paragraphs at random places. */
function typeAtRandom(client: Client, random: () => number): void {
  const { fragment } = client
  if (fragment.length === 0 || random() < 0.15) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(`¶${Math.floor(random() * 1000)}`)])
    return fragment.insert(Math.floor(random() * (fragment.length + 1)), [paragraph])
  }
  const text = (fragment.get(Math.floor(random() * fragment.length)) as Y.XmlElement).get(0) as Y.XmlText
  const at = Math.floor(random() * (text.length + 1))
  if (random() < 0.3 && at < text.length) text.delete(at, Math.min(3, text.length - at))
  else if (random() < 0.1 && text.length > 2) text.format(0, 2, { bold: {} })
  else text.insert(at, String.fromCodePoint(97 + Math.floor(random() * 26)))
}

test('three people who type at random in one section see the same in the end, and so does the log', async () => {
  next = 0
  const people = await Promise.all(['noor', 'joris', 'marieke'].map((as) => enter(as).synced()))
  const random = seeded(4)
  for (let round = 0; round < 60; round += 1) {
    for (const person of people) for (let edit = 0; edit < 5; edit += 1) typeAtRandom(person, random)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const [noor] = people as [Client]
  await until('all three have the same', () =>
    people.every((person) =>
      Buffer.from(Y.encodeStateVector(person.document)).equals(Buffer.from(Y.encodeStateVector(noor.document))),
    ),
  )
  for (const person of people) expect(person.fragment.toString()).toBe(noor.fragment.toString())
  const late = await enter('noor').synced()
  expect(late.fragment.toString()).toBe(noor.fragment.toString())
  const [{ count }] = (await house.sql(`select count(*)::int as count from intake_preparation.edit`)) as [
    { count: number },
  ]
  expect(count).toBeGreaterThan(0)
}, 30_000)

test('what is written without a connection is merged on return', async () => {
  next = 1
  const [noor, marieke] = (await Promise.all([enter('noor').synced(), enter('marieke').synced()])) as [Client, Client]
  noor.write('samen')
  await until('marieke reads it', () => marieke.words === 'samen')
  noor.provider.disconnect()
  noor.write('noor in de trein')
  marieke.write('marieke op school')
  noor.provider.connect()
  await until('both have both', () =>
    [noor, marieke].every(({ words }) => words.includes('noor in de trein') && words.includes('marieke op school')),
  )
  expect(noor.words).toBe(marieke.words)
})

test('presence comes, carries the true name whatever the client says, and goes', async () => {
  next = 2
  const [noor, joris] = (await Promise.all([enter('noor').synced(), enter('joris').synced()])) as [Client, Client]
  joris.provider.awareness.setLocalStateField('user', { name: 'De directeur', role: 'ADMINISTRATOR', color: '#ff0000' })
  joris.provider.awareness.setLocalStateField('cursor', { anchor: 1 })
  const seen = () =>
    noor.provider.awareness.getStates().get(joris.document.clientID) as Record<string, unknown> | undefined
  await until('noor sees joris', () => seen()?.['cursor'] !== undefined)
  expect(seen()).toEqual({ user: { name: 'joris', role: 'MENTOR', color: '#ff0000' }, cursor: { anchor: 1 } })
  joris.provider.disconnect()
  await until('joris is gone', () => seen() === undefined)
  joris.provider.connect()
  await until('joris is back at once', () => seen() !== undefined, 3_000)
})

test('an edit comes back to its author only when it is in the log', async () => {
  next = 3
  const noor = await enter('noor').synced()
  const documentId = house.documentId('AGREEMENTS')
  const heard: number[] = []
  const { ws } = noor.provider as unknown as { ws: { on(event: string, listener: (data: ArrayBuffer) => void): void } }
  const counts: Promise<unknown>[] = []
  ws.on('message', (data) => {
    const [type, step] = new Uint8Array(data)
    if (type !== 0 || step !== 2) return
    heard.push(data.byteLength)
    counts.push(
      house.sql(`select count(*)::int as count from intake_preparation.edit where document_id = $1`, [documentId]),
    )
  })
  noor.write('bewaard?')
  await until('the echo', () => heard.length === 1)
  expect(await counts[0]).toEqual([{ count: 1 }])
})
