import { afterAll, beforeAll, expect, test } from 'vitest'
import { STUDENTS } from '../access/lines.ts'
import { markersIn, plant, type Marker } from '../canaries/planting.ts'
import { mayFind, readers } from '../canaries/seeing.ts'
import { world, type World } from '../world.ts'
import { get } from './asking.ts'
import { readPdf } from './pdf.ts'

let here: World
let markers: Map<string, Marker>
beforeAll(async () => {
  here = await world({ allowed: { costPerMinute: 100_000_000 } })
  for (const part of ['CAREER_SUMMARY', 'CAREER_FILE', 'PLUS_DOCUMENT'])
    await here.as('joris').act('addCareerComment', { dossierId: here.ids['noor'], part, text: 'Mooi beschreven.' })
  markers = await plant(here)
})
afterAll(async () => {
  await here.close()
  expect(here.log).toEqual([])
})

/** Two with whom everything and nothing is shared; all ten, for every purpose, with CANARIES=1. */
const all = process.env['CANARIES'] !== undefined
const STUDENTS_HERE = all ? STUDENTS : (['noor', 'eva'] as const)
const READERS = all
  ? readers
  : readers.filter(({ purpose }) => purpose === null || purpose === 'INTAKE_TALK' || purpose === 'STUDY_START')

test('no file holds a word that its reader may not see, as JSON or on paper', { timeout: 600_000 }, async () => {
  let seen = 0
  for (const reader of READERS) {
    const { who, purpose } = reader
    const isMbo = ['INTAKER', 'PARTNER'].includes(here.viewer(who).role)
    const files = STUDENTS_HERE.flatMap((student) => {
      const id = here.ids[student]!
      return [
        `/export/dossier/${id}.json`,
        `/export/credential/${id}.jwt?of=summary`,
        // Drawing takes time; a student's own other purposes are the same paper.
        ...(purpose === null || isMbo ? [`/export/dossier/${id}.pdf`] : []),
        ...(isMbo && purpose !== null ? [`/export/shared/${id}.json?purpose=${purpose}`] : []),
        ...(isMbo && purpose === 'INTAKE_TALK' ? [`/export/shared/${id}.pdf?purpose=${purpose}`] : []),
      ]
    })
    for (const path of [...files, '/export/statuses.csv', '/export/expected.csv']) {
      const { status, type, bytes, text } = await get(here, who, path, { purpose })
      const body = type === 'application/vc+jwt' ? Buffer.from(text.split('.')[1]!, 'base64url').toString('utf8') : text
      const words = status === 200 && type === 'application/pdf' ? (await readPdf(bytes)).text : body
      const found = [...markersIn(words)].map((word) => markers.get(word)!)
      const leaked = found.filter((marker) => mayFind(here, reader, marker) === false)
      expect(
        leaked.map(({ student, kind, place }) => `${kind} of ${student}: ${place}`),
        `${who} (${purpose}) in ${path}`,
      ).toEqual([])
      seen += found.length
    }
  }
  expect(seen).toBeGreaterThan(200)
})

test('on paper the student finds every word of their own content', async () => {
  const { bytes } = await get(here, 'noor', `/export/dossier/${here.ids['noor']}.pdf`)
  const found = markersIn((await readPdf(bytes)).text.replaceAll(/\s+/g, ' '))
  const CONTENT = ['person.', 'support_needs.', 'career_portfolio.', 'intake_preparation.']
  // The form of a section and who wrote in it are for the screen: paper has its words.
  const SCREEN = ['intake_preparation.document.html', 'intake_preparation.contributor.name']
  const missing = [...markers]
    .filter(
      ([word, { student, place }]) =>
        student === 'noor' &&
        CONTENT.some((each) => place.startsWith(each)) &&
        !SCREEN.includes(place) &&
        !found.has(word),
    )
    .map(([, { place }]) => place)
  expect(missing).toEqual([])
})
