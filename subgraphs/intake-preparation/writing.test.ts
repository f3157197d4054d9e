import { memoryBus } from '@doorstroomhub/kit/bus.ts'
import { openEmbedded } from '@doorstroomhub/kit/embedded.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import { parse, type ExecutionResult } from 'graphql'
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { hashOf } from './commands.ts'
import { seedSection } from './seed.ts'
import { entities } from './entities.ts'
import { intakePreparation, type OpenIntakePreparation } from './main.ts'
import { migrations } from './migrations/list.ts'
import { asker, everything, testReferee, type TestReferee } from './referee.testing.ts'
import { Client, serveRooms, until } from './rooms/house.testing.ts'
import { documentIdOf, preparationIdOf } from './sections.ts'
import type { SchemaDatabase } from '@doorstroomhub/kit/database.ts'

const applicationId = randomUUID()
const dossierId = randomUUID()
const id = preparationIdOf(applicationId)
const seeded = new Date('2026-11-02T10:00:00Z')
let now = () => new Date()
let database: Awaited<ReturnType<typeof openEmbedded>>
let owner: SchemaDatabase
let subgraph: OpenIntakePreparation
let referee: TestReferee
let server: { url: string; close(): Promise<void> }
let erased: { dossierId: string; cursor: string }[] = []
const bus = memoryBus()
const clients: Client[] = []

beforeAll(async () => {
  database = await openEmbedded({ memory: true })
  referee = testReferee(dossierId)
  referee.let('noor', everything)
  referee.let('marieke', { SUMMARY: 'READ', QUESTIONS: 'WRITE' })
  referee.let('vader', { SUMMARY: 'READ' })
  subgraph = await intakePreparation.open({
    database,
    bus,
    judge: referee.judge,
    clock: () => now(),
    report: async () => undefined,
    talksEnded: async () => [],
    erased: async (after) => erased.filter(({ cursor }) => after === null || cursor > after),
    onError: () => undefined,
    keys: {},
  })
  server = await serveRooms(subgraph.rooms)
  owner = await database.open({ schema: 'intake_preparation', entities, migrations })
  const by = { subject: 'noor', name: 'Noor', role: 'STUDENT' as const }
  for (const section of ['SUMMARY', 'QUESTIONS', 'SUPPORT'] as const)
    await seedSection(owner.em(), {
      applicationId,
      dossierId,
      section,
      at: seeded,
      paragraphs: [{ text: `eerste ${section}`, by }],
    })
}, 60_000)
afterEach(() => {
  for (const client of clients.splice(0)) client.leave()
  now = () => new Date()
})
afterAll(async () => {
  await server.close()
  await subgraph.close()
  await database.close()
})

async function run(asking: Asking, text: string, variables: object = {}): Promise<ExecutionResult> {
  return (await subgraph.execute({ document: parse(text), variables: { id, ...variables }, asking })) as ExecutionResult
}
const codes = (result: ExecutionResult) => result.errors?.map(({ extensions }) => extensions['code'])
const noor = asker('noor', 'STUDENT')
const marieke = asker('marieke', 'INTAKER')
const SECTIONS = `query ($id: ID!) { _entities(representations: [{ __typename: "IntakePreparation", id: $id }]) {
  ... on IntakePreparation { sections { key text updatedAt contributors { name } }
    versions { number sha256 seal frozenBy sections { key text html } } } } }`
type Read = {
  sections: { key: string; text: string; updatedAt: string; contributors: { name: string }[] }[]
  versions: Version[]
}
type Version = {
  number: number
  sha256: string
  seal: string | null
  frozenBy: string
  sections: { key: string; text: string }[]
}
const read = async (asking: Asking) => ((await run(asking, SECTIONS)).data?.['_entities'] as [Read])[0]

const OPEN = `mutation ($id: ID!, $section: SectionKey!) {
  openSection(input: { intakePreparationId: $id, section: $section }) { ticket access expiresAt } }`
async function ticketFor(asking: Asking, section: string): Promise<string> {
  const result = await run(asking, OPEN, { section })
  return (result.data?.['openSection'] as { ticket: string }).ticket
}
/** A stock client with a ticket and no session. */
function withTicket(ticket: string, section = 'summary'): Client {
  const client = new Client(server.url, `${id}/${section}`, '', { ticket })
  clients.push(client)
  return client
}
const isRefused = (client: Client) =>
  new Promise<boolean>((resolve) => {
    client.provider.once('connection-error', () => resolve(true))
    client.provider.once('sync', () => resolve(false))
  })

const FREEZE = `mutation ($id: ID!) { freezeIntakePreparation(input: { intakePreparationId: $id }) { number sha256 } }`
const RESTORE = `mutation ($id: ID!, $section: SectionKey!, $version: Int!) {
  restoreSection(input: { intakePreparationId: $id, section: $section, version: $version }) { key text } }`

test('a ticket lets one stock client in, once, for its own section only, within 30 seconds', async () => {
  const ticket = await ticketFor(noor, 'SUMMARY')
  expect(await isRefused(withTicket(ticket, 'questions'))).toBe(true)
  expect((await withTicket(ticket).synced()).words).toBe('eerste SUMMARY')
  expect(await isRefused(withTicket(ticket))).toBe(true)
  expect(await isRefused(withTicket('made-up'))).toBe(true)
  const old = await ticketFor(noor, 'SUMMARY')
  now = () => new Date(Date.now() + 31_000)
  expect(await isRefused(withTicket(old))).toBe(true)
})

test('the ticket itself is nowhere in the database', async () => {
  const ticket = await ticketFor(noor, 'SUMMARY')
  const rows = await owner.sql(`select hash, asking::text from intake_preparation.ticket`)
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(ticket)
})

test.each([
  ['a closed section', marieke, 'SUPPORT', 'NOT_AVAILABLE'],
  ['somebody without a relation', asker('ilse', 'REGION_ANALYST'), 'SUMMARY', 'NOT_FOUND'],
])('no ticket is given for %s', async (_what, asking, section, code) => {
  expect(codes(await run(asking, OPEN, { section }))).toEqual([code])
})

test('what a person types is in the graph within a second, with its author and the moment that it is from', async () => {
  const client = await withTicket(await ticketFor(marieke, 'QUESTIONS'), 'questions').synced()
  const started = Date.now()
  client.write('Hoe reis je <b>straks</b>?')
  await until('the graph has it', async () => (await read(noor)).sections[1]?.text.includes('Hoe reis je') === true)
  expect(Date.now() - started).toBeLessThan(1_000)
  const [, questions] = (await read(noor)).sections
  expect(questions?.text).toBe('eerste QUESTIONS\nHoe reis je <b>straks</b>?')
  expect(questions?.contributors.map(({ name }) => name)).toEqual(['marieke', 'Noor'])
  expect(new Date(questions?.updatedAt ?? 0).getTime()).toBeGreaterThanOrEqual(started - 5)
})

test('a frozen version holds every section, cannot be changed, and its hash is over its content and seal', async () => {
  const { data } = await run(marieke, FREEZE)
  const { number, sha256 } = data?.['freezeIntakePreparation'] as Version
  const seenByNoor = (await read(noor)).versions.find((version) => version.number === number)
  expect(seenByNoor).toMatchObject({ frozenBy: 'marieke', sha256 })
  expect(seenByNoor?.sections.map(({ key }) => key)).toEqual(['SUMMARY', 'QUESTIONS', 'SUPPORT', 'AGREEMENTS'])
  const seenByMarieke = (await read(marieke)).versions.find((version) => version.number === number)
  expect(seenByMarieke?.sections.map(({ key }) => key)).toEqual(['SUMMARY', 'QUESTIONS'])
  expect(seenByMarieke?.seal).toBeNull()
  const rows = (await owner.sql(
    `select s.section, s.json from intake_preparation.frozen_section s join intake_preparation.frozen_version v on v.id = s.version_id where v.number = $1`,
    [number],
  )) as never
  expect(hashOf(seenByNoor?.seal ?? '', rows)).toBe(sha256)
  expect(createHash('sha256').update('').digest('hex')).not.toBe(sha256)
  await expect(owner.sql(`update intake_preparation.frozen_section set text = 'anders'`)).rejects.toThrow(
    /does not change/,
  )
  await expect(owner.sql(`update intake_preparation.frozen_version set sha256 = ''`)).rejects.toThrow(/does not change/)
})

test('an old version becomes the newest as an edit that everybody in the section sees; nothing is lost', async () => {
  const client = await withTicket(await ticketFor(noor, 'SUMMARY')).synced()
  const { data } = await run(noor, FREEZE)
  const { number } = data?.['freezeIntakePreparation'] as Version
  client.fragment.delete(0, client.fragment.length)
  client.write('helemaal anders')
  await until('it is kept', async () => (await read(noor)).sections[0]?.text === 'helemaal anders')
  const result = await run(noor, RESTORE, { section: 'SUMMARY', version: number })
  expect(result.data?.['restoreSection']).toEqual({ key: 'SUMMARY', text: 'eerste SUMMARY' })
  await until('the open editor shows it', () => client.words === 'eerste SUMMARY')
  // What was there is deleted in the history, not wiped from it: the next version follows on.
  await run(noor, FREEZE)
  expect((await read(noor)).versions[0]?.number).toBe(number + 1)
})

test('who may only read freezes and restores nothing', async () => {
  const vader = asker('vader', 'GUARDIAN')
  expect(codes(await run(vader, FREEZE))).toEqual(['INVALID'])
  expect(codes(await run(marieke, RESTORE, { section: 'SUMMARY', version: 1 }))).toEqual(['INVALID'])
  expect(codes(await run(marieke, RESTORE, { section: 'SUPPORT', version: 1 }))).toEqual(['NOT_AVAILABLE'])
  expect(codes(await run(noor, RESTORE, { section: 'SUPPORT', version: 99 }))).toEqual(['INVALID'])
})

test('two who freeze at the same moment get a number each', async () => {
  const results = await Promise.all([1, 2, 3].map(() => run(noor, FREEZE)))
  const numbers = results.map(({ data }) => (data?.['freezeIntakePreparation'] as Version).number)
  expect(new Set(numbers).size).toBe(3)
})

test('after an erasure nothing is left, open sockets close, and nothing can be written any more', async () => {
  const client = await withTicket(await ticketFor(noor, 'SUMMARY')).synced()
  client.write('geheim')
  await until('it is in the log', async () => (await read(noor)).sections[0]?.text.includes('geheim') === true)
  await ticketFor(noor, 'SUMMARY')
  erased = [{ dossierId, cursor: '1' }]
  bus.publish(`erased.${dossierId}`, '')
  expect(await client.closed()).toBe(4403)
  const tables = (await owner.sql(
    `select table_name from information_schema.tables where table_schema = 'intake_preparation'
      and table_name not in ('migrations', 'fence', 'erasure_cursor')`,
  )) as { table_name: string }[]
  expect(tables.length).toBeGreaterThan(8)
  for (const { table_name: table } of tables)
    expect([table, await owner.sql(`select * from intake_preparation."${table}"`)]).toEqual([table, []])
  const place = {
    documentId: documentIdOf(id, 'SUMMARY'),
    intakePreparationId: id,
    dossierId,
    section: 'SUMMARY' as const,
  }
  expect((await subgraph.rooms.read(place)).getXmlFragment('content')).toHaveLength(0)
  const writer = {
    subject: 'noor',
    user: { name: 'Noor', role: 'STUDENT' },
    rights: referee.rights + 1000,
    closed: false,
  }
  const change = (document: Y.Doc) => document.getXmlFragment('content').push([new Y.XmlElement('paragraph')])
  await expect(subgraph.rooms.edit(place, writer, change)).rejects.toThrow(/foreign key/)
})
