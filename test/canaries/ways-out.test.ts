import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { PURPOSES } from '@doorstroomhub/consent/rules/words.ts'
import { STUDENTS } from '../access/lines.ts'
import { get } from '../exports/asking.ts'
import { readPdf } from '../exports/pdf.ts'
import { world, type World } from '../world.ts'
import { livingSections, plantLive } from './living.ts'
import { markersIn, plant, type Marker } from './planting.ts'
import { mayFind, mayNeverFind, readers, type Reader } from './seeing.ts'

let here: World
let markers: Map<string, Marker>
beforeAll(async () => {
  here = await world({ allowed: { costPerMinute: 1e9 } })
  const living = await plantLive(here)
  markers = new Map([...living, ...(await plant(here))])
})
afterAll(async () => {
  await here.close()
  expect(here.log).toEqual([])
})

const LONG = 600_000
/** Of each kind one who is near and one who is not. */
const PEOPLE = new Set([
  ...['noor', 'sem', 'father-of-noor', 'mother-of-sem', 'joris', 'amira', 'marieke', 'karim', 'roc-voorbeeld'],
  ...['vakcollege-delta', 'zwolle', 'ilse', 'beheer'],
])

/** Does these, a few at a time. */
async function all<Each>(some: readonly Each[], work: (each: Each) => Promise<void>): Promise<void> {
  const waiting = [...some]
  const next = async (): Promise<void> => {
    for (let each = waiting.shift(); each !== undefined; each = waiting.shift()) await work(each)
  }
  await Promise.all(Array.from({ length: 6 }, next))
}

function expectNoLeak(reader: Reader, text: string, from: string): number {
  const found = [...markersIn(text)].map((word) => markers.get(word)!)
  const leaks = found
    .filter((marker) => mayFind(here, reader, marker) === false)
    .map(({ student, kind, place }) => `${kind} of ${student}: ${place}`)
  expect(leaks, `${reader.who} (${reader.purpose}) at ${from}`).toEqual([])
  return found.length
}

test(
  'no file, paper, table or association holds a word that who asks for it may not see',
  { timeout: LONG },
  async () => {
    const found = new Map<string, number>()
    const numbers = STUDENTS.map((student) => here.told(student).content.personalNumber.number)
    const some = readers.filter(({ who }) => PEOPLE.has(who))
    const asked = some.flatMap((reader) => {
      const purpose = PURPOSES.find((each) => each === reader.purpose)
      const once = some.find(({ who }) => who === reader.who) === reader
      const perStudent = STUDENTS.flatMap((student) => [
        `/export/dossier/${here.ids[student]}.json${purpose ? `?purpose=${purpose}` : ''}`,
        ...(purpose ? [`/export/shared/${here.ids[student]}.json?purpose=${purpose}`] : []),
        ...(once ? [`/export/credential/${here.ids[student]}.jwt?of=summary`] : []),
        ...(once ? [`/ooapi/v5/persons/${here.ids[student]}/associations?pageSize=20`] : []),
      ])
      return [...perStudent, ...(once ? ['/export/statuses.csv', '/export/expected.csv'] : [])].map((path) => ({
        reader,
        path,
      }))
    })
    async function look(reader: Reader, path: string): Promise<void> {
      const { status, text, type, bytes } = await get(here, reader.who, path, { purpose: reader.purpose })
      expect([200, 400, 404], `${reader.who} ${path} ${text.slice(0, 200)}`).toContain(status)
      // What a PDF or a signed summary says is packed.
      const said = type.startsWith('application/pdf')
        ? (await readPdf(bytes)).text.replaceAll(/\s/g, '')
        : type.startsWith('application/vc+jwt')
          ? Buffer.from(text.split('.')[1]!, 'base64url').toString()
          : text
      const count = expectNoLeak(reader, said, path)
      const kind = `${reader.who} ${type.split(';', 1)[0]}`
      found.set(kind, (found.get(kind) ?? 0) + count)
      for (const number of numbers) expect(said).not.toContain(number)
      // The same on paper, where there is anything.
      if (status === 200 && /^\/export\/(dossier|shared)\/.*\.json/.test(path))
        await look(reader, path.replace('.json', '.pdf'))
    }
    await all(asked, ({ reader, path }) => look(reader, path))
    for (const who of ['noor', 'joris', 'marieke', 'roc-voorbeeld'])
      for (const type of ['application/json', 'application/pdf'])
        expect(found.get(`${who} ${type}`), `${who} ${type}`).toBeGreaterThan(10)
  },
)

test('no living document gives a word to who may not read its section', { timeout: LONG }, async () => {
  const found = new Map<string, number>()
  const asked = [...PEOPLE].flatMap((who) => livingSections(here).map((section) => ({ who, ...section })))
  await all(asked, async ({ who, path, student, institution, section }) => {
    const heard = await listenIn(who, path)
    for (const word of markersIn(heard)) {
      const marker = markers.get(word)!
      expect([marker.student, marker.institution, marker.section]).toEqual([student, institution, section])
      expect(mayNeverFind(here, who, marker), `${who} read ${section} of ${student} at ${institution}`).toBe(false)
      found.set(who, (found.get(who) ?? 0) + 1)
    }
  })
  for (const who of ['noor', 'joris', 'marieke']) expect(found.get(who), who).toBeGreaterThan(1)
  for (const who of ['ilse', 'beheer', 'zwolle']) expect(found.get(who), who).toBeUndefined()
})

/** Everything that a client of one's own making is told in a section, until the server has said all or closed. */
async function listenIn(who: string, path: string): Promise<string> {
  const purpose = here.viewer(who).role === 'INTAKER' || here.viewer(who).role === 'PARTNER' ? 'INTAKE_TALK' : ''
  const socket = new WebSocket(`${here.url.replace('http', 'ws')}/documents/${path}`, {
    headers: { authorization: `Bearer ${await here.token(who)}`, ...(purpose && { 'x-purpose': purpose }) },
  })
  let heard = ''
  await new Promise<void>((resolve) => {
    socket.on('open', () => socket.send(EMPTY))
    socket.on('message', (data: Buffer) => {
      heard += data.toString('latin1')
      // The second step: what this client does not have, which is everything.
      if (data[0] === SYNC && data[1] === STEP_2) resolve()
    })
    socket.on('close', () => resolve())
    socket.on('error', () => resolve())
  })
  socket.terminate()
  return heard
}
const SYNC = 0
const STEP_2 = 1
/** The first step of the protocol, of somebody who has nothing. */
const EMPTY = new Uint8Array([SYNC, 0, 1, 0])
