import { createClient, type Client } from 'graphql-ws'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { asker, seeded } from './canaries/asking.ts'
import { markersIn, plant, unplanted, type Marker } from './canaries/planting.ts'
import { mayFind, readers, type Reader } from './canaries/seeing.ts'
import { openCollector, type Collector } from './canaries/collecting.ts'
import { world, type World } from './world.ts'

/** Questions in all; CANARIES=20000 asks more, SEED=n others. */
const QUESTIONS = Number(process.env['CANARIES'] ?? 2500)
const AT_ONCE = 6
const LONG = 900_000
const SEED = Number(process.env['SEED'] ?? 1)

let here: World
let markers: Map<string, Marker>
let traces: Collector
const clients: Client[] = []

beforeAll(async () => {
  traces = await openCollector()
  here = await world({ logLevel: 'trace', tracesUrl: traces.url, allowed: { costPerMinute: 1e9 } })
  // The demo has no comment yet: one on each part that has them.
  for (const part of ['CAREER_SUMMARY', 'CAREER_FILE', 'PLUS_DOCUMENT'])
    await here.as('joris').act('addCareerComment', { dossierId: here.ids['noor'], part, text: 'Mooi beschreven.' })
  markers = await plant(here)
})
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose()
})
afterAll(async () => {
  await here.close()
  await traces.close()
})

const ids = () => ({
  dossiers: Object.values(here.ids),
  applications: Object.values(here.applications).flatMap((each) => Object.values(each)),
})

/** What this reader found in a text and may not find. */
function leaks(reader: Reader, text: string): string[] {
  return [...markersIn(text)]
    .map((word) => markers.get(word)!)
    .filter((marker) => mayFind(here, reader, marker) === false)
    .map(({ student, kind, place }) => `${reader.who} (${reader.purpose}) found ${kind} of ${student}: ${place}`)
}

const numbers = (): string[] => Object.keys(here.ids).map((student) => here.told(student).content.personalNumber.number)

test('every text of a person has a word of its own in it, or is known to hold none', async () => {
  expect(await unplanted(here)).toEqual([])
  const kinds = new Set([...markers.values()].map(({ kind }) => kind))
  for (const kind of [
    'IDENTITY',
    'CONTACT',
    'ACCOMMODATIONS',
    'CONDITION',
    'STUDY_ADVICE',
    'CAREER_SUMMARY',
    'CAREER_FILE',
    'PLUS_DOCUMENT',
    'INTAKE_PREPARATION',
    'FAMILY',
    'OF_INSTITUTION',
    'COMMENT',
    'INSIDE',
  ] as const)
    expect(kinds, kind).toContain(kind)
  expect(markers.size).toBeGreaterThan(300)
})

test('no answer to any question holds a word that its asker may not see', { timeout: LONG }, async () => {
  const random = seeded(SEED)
  const { query } = asker(here.hub.engine.schema, ids(), random)
  const found = new Map<string, Set<string>>()
  const secrets = numbers()
  let answered = 0
  let asked = 0
  async function one(count: number): Promise<void> {
    const reader = readers[Math.floor(random() * readers.length)]!
    const question = query()
    const answer = await here.as(reader.who, { purpose: reader.purpose }).query(question)
    const what = `SEED=${SEED}, question ${count} of ${reader.who} (${reader.purpose}): ${question}`
    expect(leaks(reader, answer.text), what).toEqual([])
    for (const number of secrets) expect(answer.text, what).not.toContain(number)
    const broken = answer.errors.filter(({ code }) => code === 'INTERNAL').map(({ path }) => path)
    if (broken.length > 0)
      expect(broken, `${what} ${here.log.findLast((line) => line.includes('unexpected'))}`).toEqual([])
    if (answer.data !== null) answered++
    const own = found.get(reader.who) ?? new Set()
    for (const word of markersIn(answer.text)) own.add(word)
    found.set(reader.who, own)
  }
  const work = async (): Promise<void> => {
    while (asked < QUESTIONS) await one(asked++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  // The test is worth something when the questions are answered, and when those who may see do find.
  expect(answered).toBeGreaterThan(QUESTIONS * 0.8)
  expect(found.get('joris')!.size).toBeGreaterThan(50)
  expect(found.get('marieke')!.size).toBeGreaterThan(10)
  for (const who of ['ilse', 'beheer', 'zwolle']) expect([...(found.get(who) ?? [])], who).toEqual([])
  if (process.env['CANARIES']) {
    const all = new Set([...found.values()].flatMap((each) => [...each]))
    process.stdout.write(
      `${answered} of ${QUESTIONS} questions answered; ${all.size} of ${markers.size} words found by somebody who may\n`,
    )
  }
})

test('each reader finds every word that the table opens to it, and no other, when everything is asked', async () => {
  const { schema } = here.hub.engine
  const everything = `id identity { initials surnamePrefix surname callName municipality leavingSchool { name } }`
  expect(schema.getType('Dossier')).toBeDefined()
  for (const reader of readers) {
    const answer = await here
      .as(reader.who, { purpose: reader.purpose })
      .query(
        `{ dossiers(first: 60) { edges { node { ${everything.replace(/municipality|leavingSchool \{ name \}/g, '')} } } } }`,
      )
    expect(leaks(reader, answer.text)).toEqual([])
    const own = markersIn(answer.text)
    for (const [word, marker] of markers)
      if (marker.place === 'person.identity.surname' && mayFind(here, reader, marker))
        expect(own, `${reader.who} ${marker.student}`).toContain(word)
  }
})

test('no event of a subscription holds one either, while people work on their dossiers', async () => {
  const random = seeded(SEED + 1)
  const events: { reader: Reader; text: string }[] = []
  const { subscription } = asker(here.hub.engine.schema, ids(), random)
  let asked = 0
  let ended = 0
  for (const reader of readers.filter(({ purpose }) => purpose === null || purpose === 'INTAKE_TALK'))
    for (const name of ['changeAdded', 'dossierStatusChanged']) {
      const client = createClient({
        url: `${here.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: {
          authorization: `Bearer ${await here.token(reader.who)}`,
          ...(reader.purpose ? { 'x-purpose': reader.purpose } : {}),
        },
      })
      clients.push(client)
      client.subscribe(
        { query: subscription(name) },
        {
          next: (event) => void events.push({ reader, text: JSON.stringify(event) }),
          error: (cause) => {
            ended++
            events.push({ reader, text: JSON.stringify(cause) })
          },
          complete: () => undefined,
        },
      )
      asked++
    }
  const figures = async () =>
    Number(
      (await (await fetch(`${here.url}/metrics`)).text()).match(/hub_streams_open\{transport="websocket"\} (\d+)/)?.[1],
    )
  // Each is open, or was refused.
  await expect.poll(async () => (await figures()) + ended, { timeout: 20_000 }).toBe(asked)
  const marieke = here.as('marieke', { purpose: 'INTAKE_TALK' })
  for (const student of ['noor', 'yara', 'tim', 'lotte'])
    await marieke.act(
      'reportApplicationStatus',
      { applicationId: here.applications[student]!['01VB'], status: 'CONTRACT_OFFERED' },
      '{ id }',
    )
  await expect
    .poll(() => events.filter(({ reader }) => reader.who === 'joris').length, { timeout: 20_000 })
    .toBeGreaterThanOrEqual(4)
  await expect
    .poll(() => events.filter(({ reader }) => reader.who === 'marieke').length, { timeout: 20_000 })
    .toBeGreaterThanOrEqual(4)
  for (const { reader, text } of events) expect(leaks(reader, text), text.slice(0, 500)).toEqual([])
  expect(events.some(({ text }) => markersIn(text).size > 0)).toBe(true)
})

test('no line of the log, no figure and no span of a trace holds one, whoever asked', async () => {
  // The spans of what was asked before this question are with the collector once its own are.
  await here.as('joris').query('{ viewer { name } }', {}, { 'x-request-id': 'the-last-question' })
  await expect.poll(() => traces.text().includes('the-last-question'), { timeout: 20_000 }).toBe(true)
  expect(traces.text().match(/"hub.subgraph"/g)!.length).toBeGreaterThan(QUESTIONS / 4)
  const metrics = await (await fetch(`${here.url}/metrics`)).text()
  const log = here.log.join('')
  expect(here.log.filter((line) => line.includes('"msg":"question"')).length).toBeGreaterThan(QUESTIONS * 0.8)
  // Moments in nanoseconds are long enough to hold any number by chance.
  const spans = traces.text().replaceAll(/"\d{19}"/g, '')
  for (const text of [log, metrics, spans]) {
    expect([...markersIn(text)]).toEqual([])
    expect(text).not.toMatch(/marieke|joris|father-of|Bearer|eyJ/i)
    for (const number of numbers()) expect(text).not.toContain(number)
    for (const id of ids().dossiers) expect(text).not.toContain(id)
  }
})
