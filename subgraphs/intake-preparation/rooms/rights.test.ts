import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { everything } from '../referee.testing.ts'
import { Client, openHouse, until, type House, type Replica } from './house.testing.ts'
import { storage } from './storage.ts'

let house: House
let left: Replica
let right: Replica
const clients: Client[] = []

beforeAll(async () => {
  house = await openHouse({ limits: { judgeEvery: 1_000, tick: 100 } })
  left = await house.replica()
  right = await house.replica()
}, 60_000)
beforeEach(() => {
  for (const subject of ['noor', 'joris', 'marieke']) house.referee.let(subject, everything)
})
afterEach(() => {
  house.referee.failing = false
  for (const client of clients.splice(0)) client.leave()
})
afterAll(() => house.close())

function enter(as: string, section = 'summary', at = left): Client {
  const client = new Client(at.url, `${house.preparationId}/${section}`, as)
  clients.push(client)
  return client
}
/** Consent says on the bus that rights changed. */
const publish = (rights: number | null = house.referee.rights) =>
  house.bus.publish(`rights.${house.dossierId}`, rights === null ? '' : String(rights))

test('after a revocation the sockets of an intaker close with 4403 within a second, on both replicas, 50 times', async () => {
  const times: number[] = []
  for (let round = 0; round < 50; round += 1) {
    house.referee.let('marieke', everything)
    const replica = round % 2 === 0 ? left : right
    const marieke = await enter('marieke', 'summary', replica).synced()
    const started = performance.now()
    house.referee.let('marieke', 'closed')
    publish(round % 3 === 0 ? null : house.referee.rights)
    expect(await marieke.closed()).toBe(4403)
    times.push(performance.now() - started)
    marieke.leave()
  }
  times.sort((a, b) => a - b)
  expect(times[49]).toBeLessThan(1_000)
}, 60_000)

test('a write that is under way when the right ends is not in the log and reaches nobody; the others type on', async () => {
  const [noor, joris, marieke] = await Promise.all([
    enter('noor').synced(),
    enter('joris', 'summary', right).synced(),
    enter('marieke').synced(),
  ])
  house.referee.let('marieke', 'closed')
  publish()
  marieke.write('te laat')
  noor.write('gewoon door')
  expect(await marieke.closed()).toBe(4403)
  joris.write('ik ook')
  await until('both have both', () =>
    [noor, joris].every(({ words }) => words.includes('gewoon door') && words.includes('ik ook')),
  )
  expect(noor.words).not.toContain('te laat')
  const late = await enter('noor', 'summary', right).synced()
  expect(late.words).not.toContain('te laat')
  const again = enter('marieke')
  expect(await again.closed()).toBe(4403)
  expect(again.provider.shouldConnect).toBe(false)
})

test('nothing is written under old rights once the fence has risen, even by a replica that did not hear of it', async () => {
  const store = storage(house.sql)
  const { dossierId, preparationId } = house
  const place = {
    documentId: house.documentId('SUPPORT'),
    intakePreparationId: preparationId,
    dossierId,
    section: 'SUPPORT' as const,
  }
  await store.prepare(place, 1)
  const content = Y.encodeStateAsUpdate(new Y.Doc())
  const edit = (rights: number, subject: string) => ({
    ...place,
    rights,
    content,
    subject,
    name: subject,
    role: 'INTAKER',
  })
  const rights = house.referee.rights
  await store.raiseFence(dossierId, rights + 10)
  const [late, allowed] = await store.append([edit(rights + 9, 'marieke'), edit(rights + 10, 'noor')], new Date())
  expect(late).toBeNull()
  expect(allowed).toBeTypeOf('number')
  // A fence never falls.
  await store.raiseFence(dossierId, rights)
  expect(await store.append([edit(rights + 9, 'marieke')], new Date())).toEqual([null])
  house.referee.rights = rights + 10
})

test('somebody who may still write after rights changed is judged again and loses nothing', async () => {
  const noor = await enter('noor', 'questions').synced()
  const joris = await enter('joris', 'questions', right).synced()
  house.referee.rights += 1
  // No message: only the fence says so, as when the bus is away.
  await storage(house.sql).raiseFence(house.dossierId, house.referee.rights)
  noor.write('onder nieuwe rechten')
  await until('it is there', () => joris.words.includes('onder nieuwe rechten'))
  expect(noor.codes).toEqual([])
})

test('without any message a right that ended is found within the interval', async () => {
  const marieke = await enter('marieke', 'agreements').synced()
  house.referee.let('marieke', { AGREEMENTS: 'NONE' })
  expect(await marieke.closed()).toBe(4403)
})

test('who may only read gets no 4403 for bringing nothing new, and one for bringing content', async () => {
  const noor = await enter('noor', 'agreements').synced()
  noor.write('afspraak een')
  house.referee.let('vader', { AGREEMENTS: 'READ' })
  const vader = await enter('vader', 'agreements').synced()
  await until('it is there', () => vader.words.includes('afspraak een'))
  const before = noor.fragment.toString()
  // What a stock client answers when it is asked for what it has.
  vader.provider.disconnect()
  vader.provider.connect()
  await until('connected again', () => vader.provider.synced)
  expect(vader.codes.filter((code) => code === 4403)).toEqual([])
  vader.write('stiekem')
  await until('shut out', () => vader.codes.includes(4403))
  noor.write('afspraak twee')
  const late = await enter('joris', 'agreements', right).synced()
  await until('the log went on', () => late.words.includes('afspraak twee'))
  expect(late.words).not.toContain('stiekem')
  expect(noor.fragment.toString().startsWith(before.slice(0, 20))).toBe(true)
})

test('a person whose right shrinks to reading stays and reads, and its later edits change nothing', async () => {
  const [noor, joris] = await Promise.all([enter('noor', 'summary').synced(), enter('joris', 'summary').synced()])
  house.referee.let('joris', { SUMMARY: 'READ' })
  publish()
  noor.write('joris leest mee')
  await until('joris reads on', () => joris.words.includes('joris leest mee'))
  joris.write('mag niet meer')
  await until('joris is shut out', () => joris.codes.includes(4403))
  expect(noor.words).not.toContain('mag niet meer')
})

test('a referee that fails is never a yes and never a 4403: the socket closes with 1013 and comes back', async () => {
  house.referee.failing = true
  const noor = enter('noor', 'questions')
  expect(await noor.closed()).toBe(1013)
  house.referee.failing = false
  await noor.synced()
  house.referee.failing = true
  publish()
  await until('sent away again', () => noor.codes.length >= 2)
  expect(new Set(noor.codes)).toEqual(new Set([1013]))
  house.referee.failing = false
  await until('back', () => noor.provider.synced)
})

test('an unknown preparation, a stranger and an older page are told apart only by who must reload', async () => {
  const nowhere = new Client(left.url, `00000000-0000-5000-8000-000000000000/summary`, 'noor')
  const stranger = enter('ilse')
  const old = new Client(left.url, `${house.preparationId}/summary`, 'noor', { schema: '0' })
  const newer = new Client(left.url, `${house.preparationId}/summary`, 'noor', { schema: '2' })
  clients.push(nowhere, old, newer)
  expect(await Promise.all([nowhere, stranger, old, newer].map((client) => client.closed()))).toEqual([
    4403, 4403, 4426, 1013,
  ])
})

test('without a session the upgrade itself is refused', async () => {
  const nobody = enter('')
  await new Promise<void>((resolve) => nobody.provider.once('connection-error', () => resolve()))
  expect(nobody.provider.wsconnected).toBe(false)
})
