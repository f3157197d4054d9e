import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cell } from '@doorstroomhub/gateway/exports/csv.ts'
import { sharedPart } from '@doorstroomhub/gateway/exports/questions.ts'
import { words } from '@doorstroomhub/gateway/exports/words.ts'
import { STUDENTS } from '../access/lines.ts'
import { world, type World } from '../world.ts'
import { get, leavesOf } from './asking.ts'
import { readPdf } from './pdf.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(async () => {
  await here.close()
  expect(here.log).toEqual([])
})

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
addFormats.default(ajv)
const isExport = ajv.compile(
  JSON.parse(readFileSync(new URL('../../docs/export-schema.json', import.meta.url), 'utf8')) as object,
)

interface Export {
  made: { at: string; for: { name: string; organisation: { brin: string } | null }; purpose: string | null }
  dossier: Record<string, unknown> & {
    applications: { id: string; institution: { brin: string }; intakePreparation: Record<string, unknown> | null }[]
  }
  closed?: string[]
  readLog?: { at: string; reader: string; groups: string[]; purpose: string | null }[]
}
const read = (text: string): Export => {
  const made = JSON.parse(text) as Export
  expect(isExport(made), JSON.stringify(isExport.errors?.slice(0, 5))).toBe(true)
  return made
}

describe('a student takes the whole dossier along', () => {
  test.each(STUDENTS)('of %s everything that was told is in the JSON, as the documented schema says', async (name) => {
    const { status, type, text, headers } = await get(here, name, `/export/dossier/${here.ids[name]}.json`)
    expect(status, text).toBe(200)
    expect(type).toBe('application/json; charset=utf-8')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="overstapdossier-\d{4}-\d\d-\d\d\.json"$/)
    expect(headers.get('cache-control')).toBe('no-store')
    const made = read(text)
    expect(made.closed).toEqual([])
    const { content, applications, consents } = here.told(name)
    const { personalNumber, ...told } = content
    const found = new Set(leavesOf(made.dossier))
    // Somebody's account, and the school's number behind a name: neither is content of the dossier.
    const left = new Set(content.studyAdvice.flatMap(({ author }) => [author.subject, author.brin ?? '']))
    expect(leavesOf(told).filter((each) => !found.has(each) && !left.has(each))).toEqual([])
    const live = made.dossier.applications.map(({ intakePreparation }) => JSON.stringify(intakePreparation)).join()
    for (const { preparation } of applications)
      for (const { text: paragraph } of Object.values(preparation).flat()) expect(live).toContain(paragraph)
    for (const { id } of [...applications, ...consents]) expect(found, id).toContain(id)
    // The number itself is shown on request alone, and that is kept.
    expect(text).not.toContain(personalNumber.number)
    expect(text).toContain(personalNumber.number.slice(-4))
  })

  test('with the log of who looked, as many pages as it takes', async () => {
    const marieke = here.as('marieke', { purpose: 'INTAKE_TALK' })
    const asked = 'query ($id: ID!) { dossier(id: $id) { identity { surname } } }'
    // More than fit on one page of the log.
    await Promise.all(Array.from({ length: 120 }, () => marieke.query(asked, { id: here.ids['noor'] })))
    const { readLog } = read((await get(here, 'noor', `/export/dossier/${here.ids['noor']}.json`)).text)
    expect(readLog!.filter(({ reader }) => reader === 'Marieke Postma').length).toBeGreaterThanOrEqual(120)
    const times = readLog!.map(({ at }) => at)
    expect(times).toEqual([...times].sort().reverse())
  })

  test('and as a tagged A4 PDF in Dutch, with all its words and no colour', async () => {
    const { status, type, bytes } = await get(here, 'noor', `/export/dossier/${here.ids['noor']}.pdf`)
    expect([status, type]).toEqual([200, 'application/pdf'])
    const pdf = await readPdf(bytes)
    expect(pdf).toMatchObject({ title: 'Overstapdossier van Noor de Vries', language: 'nl-NL', fontsOutside: [] })
    expect(pdf.tags.slice(0, 2)).toEqual(['Document', 'H1'])
    expect(new Set(pdf.tags)).toEqual(new Set(['Document', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'LBody']))
    for (const { width, height } of pdf.pages) expect([width, height].map(Math.round)).toEqual([595, 842])
    const raw = Buffer.from(bytes).toString('latin1')
    for (const sign of ['/Marked true', '/DisplayDocTitle true', '<pdfuaid:part>1<', '/Tabs /S'])
      expect(raw).toContain(sign)
    const flat = pdf.text.replaceAll(/\s+/g, '')
    const { careerSummary, conditions, support } = here.told('noor').content
    for (const text of leavesOf([careerSummary!.aboutMe, conditions[0]!.explanation, support.strengths]))
      expect(flat).toContain(text.replaceAll(/\s+/g, ''))
    expect(pdf.text).toMatch(/Gemaakt voor Noor de Vries op 2\d november 2026 om \d\d:\d\d\s+·\s+bladzijde 1 van \d+/)
  })
})

describe('who else reads a dossier takes along what they may read', () => {
  test.each(['father-of-noor', 'joris', 'amira'])('%s of noor, as the schema says', async (who) => {
    const made = read((await get(here, who, `/export/dossier/${here.ids['noor']}.json`)).text)
    const answer = await here
      .as(who)
      .query('query ($id: ID!) { dossier(id: $id) { conditions { name } careerSummary { aboutMe } } }', {
        id: here.ids['noor'],
      })
    for (const group of ['conditions', 'careerSummary'])
      expect(made.closed!.includes(group), group).toBe(answer.data.dossier[group] === null)
    expect(made.readLog === undefined).toBe(who !== 'father-of-noor')
  })

  test('nobody is told whether a dossier exists that is not their business, and nobody without a proof gets anything', async () => {
    const not = ['marieke', 'ilse', 'beheer', 'karim', 'sem']
    for (const who of not)
      for (const form of ['json', 'pdf']) {
        const one = await get(here, who, `/export/dossier/${here.ids['fatima']}.${form}`)
        const none = await get(here, who, `/export/dossier/00000000-0000-4000-8000-000000000000.${form}`)
        if (who === 'karim') continue
        expect([one.status, one.text], who).toEqual([404, none.text])
      }
    for (const path of ['dossier', 'shared'].map(
      (kind) => `/export/${kind}/${here.ids['noor']}.json?purpose=INTAKE_TALK`,
    )) {
      expect((await get(here, null, path)).status).toBe(401)
      expect((await get(here, null, path, { headers: { authorization: 'Bearer no' } })).status).toBe(401)
    }
    expect((await get(here, 'joris', `/export/shared/${here.ids['noor']}.json?purpose=INTAKE_TALK`)).status).toBe(404)
    expect((await get(here, 'noor', `/export/dossier/${here.ids['noor']}.json`, { method: 'HEAD' })).status).toBe(405)
  })
})

describe('an institution takes along what is shared with it', () => {
  const path = (student: string, form = 'json', purpose = 'INTAKE_TALK') =>
    `/export/shared/${here.ids[student]}.${form}?purpose=${purpose}`

  const pairs = [
    ['marieke', ['noor', 'sem', 'daan', 'yara', 'tim', 'lotte', 'eva', 'jay']],
    ['karim', ['fatima', 'lotte', 'mees']],
    ['roc-voorbeeld', ['noor', 'eva']],
  ] as const
  for (const [who, students] of pairs)
    test.each(students)(
      `${who} of %s exactly what the graph answers, group by group and purpose by purpose`,
      async (student) => {
        for (const purpose of ['INTAKE_TALK', 'SUPPORT_ARRANGEMENT', 'STUDY_START', 'ENROLMENT_ADMIN']) {
          const { status, text } = await get(here, who, path(student, 'json', purpose))
          expect(status, text).toBe(200)
          const { dossier, made } = read(text)
          expect(made).toMatchObject({ for: { organisation: here.viewer(who).organisation && {} }, purpose })
          const answer = await here.as(who, { purpose }).query(sharedPart, { id: here.ids[student]! })
          for (const [group, value] of Object.entries(answer.data.dossier as Export['dossier'])) {
            if (group !== 'applications') expect(dossier[group], `${group} for ${purpose}`).toEqual(value)
            else
              expect(dossier.applications).toEqual(
                (value as Export['dossier']['applications']).map((one) => ({
                  ...one,
                  intakePreparation: (one.intakePreparation as { versions: unknown[] } | null)?.versions[0] ?? null,
                })),
              )
          }
        }
      },
    )

  test('with the preparation as it was frozen, and its hash', async () => {
    const preparation = await here
      .as('noor')
      .query('query ($id: ID!) { dossier(id: $id) { applications { intakePreparation { id } } } }', {
        id: here.ids['noor'],
      })
    const id = preparation.data.dossier.applications[0].intakePreparation.id as string
    const { sha256 } = await here.as('noor').act('freezeIntakePreparation', { intakePreparationId: id }, '{ sha256 }')
    const { dossier } = read((await get(here, 'marieke', path('noor'))).text)
    expect(dossier.applications[0]!.intakePreparation).toMatchObject({ number: 1, sha256 })
    const pdf = await readPdf((await get(here, 'marieke', path('noor', 'pdf'))).bytes)
    expect(pdf.text.replaceAll(/\s/g, '')).toContain(sha256 as string)
    expect(pdf.text).toContain('Gemaakt voor Marieke Postma, ROC Voorbeeld op')
  })

  test('what is closed says one thing on paper, and stopping closes the next file at once', async () => {
    const { id } = (
      await here
        .as('yara')
        .query('query ($id: ID!) { dossier(id: $id) { consents { id state } } }', { id: here.ids['yara'] })
    ).data.dossier.consents.find(({ state }: { state: string }) => state === 'GRANTED')
    const before = read((await get(here, 'marieke', path('yara'))).text)
    expect(before.dossier['identity']).not.toBeNull()
    await here.as('yara').act('revokeConsent', { id })
    const after = await get(here, 'marieke', path('yara'))
    expect(read(after.text).dossier).toMatchObject({ identity: null, accommodations: null })
    const stopped = await readPdf((await get(here, 'marieke', path('yara', 'pdf'))).bytes)
    const never = await readPdf((await get(here, 'marieke', path('eva', 'pdf'))).bytes)
    const until = ({ text }: { text: string }) => text.slice(0, text.indexOf('Aanmeldingen'))
    expect(until(stopped)).toBe(until(never))
    expect(until(stopped).match(/Nog niet beschikbaar\./g)!.length).toBeGreaterThanOrEqual(9)
    expect(stopped.text).not.toMatch(/Yara|Niet gedeeld|ingevuld/)
  })

  test('it is in the log before it is in the file, with the purpose', async () => {
    await get(here, 'roc-voorbeeld', path('tim'))
    const { readLog } = read((await get(here, 'tim', `/export/dossier/${here.ids['tim']}.json`)).text)
    expect(readLog![0]).toMatchObject({
      reader: 'Systeem van ROC Voorbeeld',
      groups: ['IDENTITY'],
      purpose: 'INTAKE_TALK',
    })
  })

  test('it says what it is for, or gets nothing', async () => {
    for (const search of ['', '?purpose=', '?purpose=CURIOSITY']) {
      const { status, text } = await get(here, 'marieke', `/export/shared/${here.ids['noor']}.json${search}`)
      expect([status, JSON.parse(text).errors[0].extensions], search).toEqual([
        400,
        { code: 'INVALID', field: 'purpose' },
      ])
    }
  })
})

describe('a municipality takes along the status of its residents', () => {
  const rowsOf = (text: string) =>
    text
      .replace('\uFEFF', '')
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','))

  test('every application, as the graph has it', async () => {
    const { status, type, text } = await get(here, 'zwolle', '/export/statuses.csv')
    expect([status, type]).toEqual([200, 'text/csv; charset=utf-8; header=present'])
    const [head, ...rows] = rowsOf(text)
    const answer = await here
      .as('zwolle')
      .query('{ dossiers(first: 100) { edges { node { id applications { id status programme { crebo } } } } } }')
    const known = (
      answer.data.dossiers.edges as { node: { id: string; applications: { id: string; status: string }[] } }[]
    ).flatMap(({ node }) => node.applications.map((one) => [node.id, one.id, one.status]))
    const [dossier, application, statusAt] = ['dossier', 'application', 'status'].map((name) => head!.indexOf(name))
    expect(rows.map((row) => [row[dossier!], row[application!], row[statusAt!]])).toEqual(known)
    expect(known.length).toBeGreaterThan(5)
    for (const student of STUDENTS) expect(text).not.toContain(here.told(student).content.identity.surname)
  })

  test('and who is expected to go to an mbo and has no place yet', async () => {
    const [head, ...rows] = rowsOf((await get(here, 'zwolle', '/export/expected.csv')).text)
    const ids = rows.map((row) => row[head!.indexOf('dossier')])
    expect(ids).toContain(here.ids['noor'])
    expect(ids).not.toContain(here.ids['jay'])
  })

  test('nobody else, and no more than the graph lets it', async () => {
    for (const who of ['noor', 'joris', 'marieke', 'roc-voorbeeld', 'ilse', 'beheer'])
      for (const table of ['statuses', 'expected'])
        expect((await get(here, who, `/export/${table}.csv`)).status, who).toBe(404)
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['+31', "'+31"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['=HYPERLINK("a","b")', `"'=HYPERLINK(""a"",""b"")"`],
    ['a "b"', '"a ""b"""'],
    ['een, twee', '"een, twee"'],
    ['gewoon', 'gewoon'],
  ])('no cell is a formula: %s', (given, expected) => expect(cell(given)).toBe(expected))
  test('a number stays one', () => expect([cell(-2), cell(true), cell(null)]).toEqual(['-2', 'true', '']))
})

test('what stands on paper is said in the words of the pages', async () => {
  const dutch = ['sharing-words', 'words']
    .map((name) => readFileSync(new URL(`../../web/texts/${name}.ts`, import.meta.url), 'utf8'))
    .map((pages) => pages.slice(pages.indexOf('export const '), pages.indexOf('\n  },\n  {\n')))
    .join('\n')
  // The names of the sections stand in a file of their own.
  const sections = readFileSync(new URL('../../web/texts/section-words.ts', import.meta.url), 'utf8').replace(
    /^[^]*?texts</,
    '',
  )
  for (const [kind, each] of Object.entries(words))
    for (const [value, word] of Object.entries(each)) {
      const block = kind === 'section' ? sections : dutch.slice(dutch.indexOf(`\n    ${kind}: {`))
      expect(block.slice(0, block.indexOf('}')), `${kind}.${value}`).toContain(`${value}: '${word}'`)
    }
})
