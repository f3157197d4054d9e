import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readFile, type ReadFile } from './reading.ts'
import type { ImportField, ImportKind, PupilContent } from './words.ts'

const reading = { now: new Date('2026-11-24T10:00:00Z'), usualMentor: { subject: 'joris', name: 'Joris' } }
const read = (
  kind: ImportKind,
  content: string | Uint8Array,
  chosen: Map<number, ImportField | null> | null = null,
): Promise<ReadFile> => readFile(kind, typeof content === 'string' ? Buffer.from(content) : content, chosen, reading)
const pupils = (file: ReadFile): PupilContent[] =>
  file.rows.flatMap(({ content }) => (content ? [content as PupilContent] : []))
/** Where something is wrong: `line column`. */
const places = ({ faults, rows }: ReadFile): string[] =>
  [...faults, ...rows.flatMap((row) => row.faults)].map(({ line, column }) => `${line} ${column ?? '-'}`)
const said = ({ faults, rows }: ReadFile): string =>
  [...faults, ...rows.flatMap((row) => row.faults)].map(({ nl }) => nl).join(' | ')

const HEAD = 'Leerlingnummer;Voorletters;Achternaam;Geboortedatum'
const ONE = `${HEAD}\n1;N.J.;Bakker;14-05-2010`

test.each([
  ['UTF-8', Buffer.from(`${HEAD}\n1;Ö.;Günay;14-05-2010`), 'UTF-8'],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${HEAD}\n1;Ö.;Günay;14-05-2010`), 'UTF-8'],
  ['windows-1252', Buffer.from(`${HEAD}\n1;Ö.;Günay;14-05-2010`, 'latin1'), 'windows-1252'],
  ['UTF-16 with its mark', Buffer.from(`\ufeff${HEAD}\n1;Ö.;Günay;14-05-2010`, 'utf16le'), 'UTF-16'],
])('umlauts come through from %s', async (_name, bytes, encoding) => {
  const file = await read('PUPILS', bytes)
  expect(file.encoding).toBe(encoding)
  expect(places(file)).toEqual([])
  expect(pupils(file)[0]?.identity).toMatchObject({ initials: 'Ö.', surname: 'Günay' })
})

test.each([';', ',', '\t', '|'])('the separator %j is found', async (separator) => {
  const file = await read('PUPILS', ONE.replaceAll(';', separator))
  expect(file).toMatchObject({ separator, faults: [] })
  expect(pupils(file)).toHaveLength(1)
})

test('separators, quotation marks and line breaks inside a cell stay there, and lines are counted as an editor does', async () => {
  const file = await read(
    'PUPILS',
    `sep=;\r\n${HEAD};Straat\r\n1;A.;"Berg; van ""de""";14-05-2010;\r\n\r\n;;;;\r\n2;B.;"Twee\nregels";14-05-2010;\r\n3;C.;Jan "Piet" Klaas;14-05-2010;\r\n4;D.;Mis;31-02-2010;\r\n`,
  )
  expect(pupils(file).map(({ identity }) => identity.surname)).toEqual([
    'Berg; van "de"',
    'Twee regels',
    'Jan "Piet" Klaas',
  ])
  expect(file.rows.map(({ line }) => line)).toEqual([3, 6, 8, 9])
  expect(places(file)).toEqual(['9 Geboortedatum'])
})

test.each([
  ['29-02-2012', '2012-02-29'],
  ['29-2-2012', '2012-02-29'],
  ['2012-02-29', '2012-02-29'],
  ['29/02/2012', '2012-02-29'],
  ['20120229', '2012-02-29'],
  ['29.02.2012', '2012-02-29'],
  ['29-02-2010', null],
  ['29-02-12', null],
  ['14 mei 2010', null],
  ['31-11-2010', null],
  ['14-05-2030', null],
  ['', null],
])('the birth date %j is %j', async (written, expected) => {
  const file = await read('PUPILS', `${HEAD}\n1;A.;B;${written}`)
  expect(pupils(file)[0]?.identity.birthDate ?? null).toBe(expected)
  expect(places(file)).toEqual(expected === null ? ['2 Geboortedatum'] : [])
})

test.each([
  ['999990019', '999990019'],
  ['9999 90 019', '999990019'],
  ['1234567', null],
  ['999990018', null],
  ['000000000', null],
])('the number %j is %j', async (written, expected) => {
  const file = await read('PUPILS', `${HEAD};BSN\n1;A.;B;14-05-2010;${written}`)
  expect(pupils(file)[0]?.personalNumber ?? null).toBe(expected)
  expect(said(file)).not.toContain(written)
})

test.each([
  ['V', 'FEMALE'],
  ['man', 'MALE'],
  ['', 'UNKNOWN'],
  ['X', 'UNKNOWN'],
  ['1', null],
  ['2', null],
])('gender %j in a CSV is %j: a figure is not passed through', async (written, expected) => {
  const file = await read('PUPILS', `${HEAD};M/V\n1;A.;B;14-05-2010;${written}`)
  expect(pupils(file)[0]?.identity.gender ?? null).toBe(expected)
})

test.each([
  ['VMBO-KB', 'VMBO_KB'],
  ['3 vmbo kader', 'VMBO_KB'],
  ['bb', 'VMBO_BB'],
  ['vmbo-b', 'VMBO_BB'],
  ['mavo', 'VMBO_TL'],
  ['VMBO-G/T', null],
  ['praktijkonderwijs', 'PRO'],
  ['PrO', 'PRO'],
  ['havo 4', 'HAVO'],
  ['vavo', 'VAVO'],
  ['vwo', null],
])('the level %j is %j', async (written, expected) => {
  const file = await read('PUPILS', `${HEAD};Niveau\n1;A.;B;14-05-2010;${written}`)
  expect(pupils(file)[0]?.schoolLevel ?? null).toBe(expected)
})

test.each(['=1+1', '@SUM(A1)', '+31', '-cmd', '\t=1'])(
  'a surname %j is taken for a formula and refused',
  async (formula) => {
    const file = await read('PUPILS', `${HEAD}\n1;A.;"${formula}";14-05-2010`)
    expect(places(file)).toEqual(['2 Achternaam'])
  },
)

test('doubles are named in both lines', async () => {
  const file = await read(
    'PUPILS',
    `${HEAD};BSN\n1;A.;B;14-05-2010;999990019\n2;C.;D;14-05-2010;999990019\n1;E.;F;14-05-2010;`,
  )
  expect(places(file)).toEqual(['2 Leerlingnummer', '2 BSN', '3 BSN', '4 Leerlingnummer'])
  expect(said(file)).toMatch(/regel 4.*regel 3/)
  expect(pupils(file)).toEqual([])
})

/** Files that cannot be read: an answer in words, and no row. */
const BROKEN: [string, ImportKind, string | Uint8Array][] = [
  ['empty', 'PUPILS', new Uint8Array(0)],
  ['only headings', 'PUPILS', HEAD],
  ['only blank lines', 'PUPILS', '\n\n \n'],
  ['a spreadsheet', 'PUPILS', Buffer.from('504b0304140000000800', 'hex')],
  ['an old spreadsheet', 'PUPILS', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ['zero bytes', 'PUPILS', Buffer.from(`${ONE}\0`)],
  ['a quotation mark that is never closed', 'PUPILS', `${HEAD}\n1;A.;"B;14-05-2010`],
  ['no column that is needed', 'PUPILS', 'a;b;c\n1;2;3'],
  ['a thousand columns', 'PUPILS', 'x;'.repeat(1000)],
  ['one cell of a megabyte', 'PUPILS', `${HEAD}\n1;A.;"${'x'.repeat(1024 * 1024)}";14-05-2010`],
  ['binary', 'PUPILS', Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251))],
  ['XML for a CSV', 'PUPILS', '<?xml version="1.0"?><a/>'],
  ['a CSV for an OSO file', 'OSO', ONE],
  ['not closed', 'OSO', '<dossier><leerling>'],
  ['closed by another', 'OSO', '<dossier><leerling></dossier></leerling>'],
  ['two pupils', 'OSO', '<dossier><leerling/><leerling/></dossier>'],
  ['no pupil', 'OSO', '<dossier/>'],
  [
    'a billion laughs',
    'OSO',
    `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]><dossier><leerling><achternaam>&j;</achternaam></leerling></dossier>`,
  ],
  [
    'an external entity',
    'OSO',
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><dossier><leerling><achternaam>&x;</achternaam></leerling></dossier>',
  ],
  ['an external DTD', 'OSO', '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd"><dossier><leerling/></dossier>'],
  ['an unknown entity', 'OSO', '<dossier><leerling><achternaam>&x;</achternaam></leerling></dossier>'],
  ['a hundred thousand deep', 'OSO', '<a>'.repeat(100_000)],
  ['a hundred thousand elements', 'OSO', `<dossier>${'<a/>'.repeat(100_000)}</dossier>`],
  ['half of JSON', 'EXPERIENCES', '{"SkillsPassport":'],
  ['other JSON', 'EXPERIENCES', '{"__proto__":{"LearnerInfo":{}}}'],
  ['a list', 'EXPERIENCES', '[1,2,3]'],
  ['JSON a hundred thousand deep', 'EXPERIENCES', '['.repeat(100_000)],
]

test.each(BROKEN)('%s (%s) is refused in words, quickly', async (_name, kind, content) => {
  const began = performance.now()
  const file = await read(kind, content)
  expect(performance.now() - began).toBeLessThan(5_000)
  expect(pupils(file)).toEqual([])
  expect(file.faults.length + file.rows.flatMap(({ faults }) => faults).length).toBeGreaterThan(0)
  for (const { nl, en } of [...file.faults, ...file.rows.flatMap(({ faults }) => faults)]) {
    expect(nl).toMatch(/^[A-Z].*\.$|^.*"$/s)
    expect(en.length).toBeGreaterThan(10)
  }
})

test('whatever bytes come, reading answers and does not throw', async () => {
  const whole = readFileSync(new URL('../../../examples/import/oso-dossier.xml', import.meta.url))
  for (let at = 0; at < whole.length; at += 41) {
    await read('OSO', whole.subarray(0, at))
    const changed = Buffer.from(whole)
    changed[at] = (changed[at]! + 97) % 256
    for (const kind of ['OSO', 'PUPILS', 'EXPERIENCES'] as const) await read(kind, changed)
  }
})

test('an OSO file is read by the names of its elements, whatever their prefix', async () => {
  const text = readFileSync(new URL('../../../examples/import/oso-dossier.xml', import.meta.url), 'utf8')
  const prefixed = text.replaceAll(/<(\/?)([a-z])/g, '<$1oso:$2').replace('xmlns=', 'xmlns:oso=')
  for (const each of [text, prefixed])
    expect(pupils(await read('OSO', each))).toMatchObject([
      {
        pupilNumber: '24010',
        personalNumber: '999990354',
        schoolLevel: 'VMBO_KB',
        startYear: 2027,
        identity: {
          initials: 'F.T.',
          surnamePrefix: 'van',
          surname: 'Hoekstra',
          gender: 'FEMALE',
          birthDate: '2010-03-21',
        },
        contact: { address: { postcode: '8012 CD', houseNumber: '5' } },
        more: { needs: [{ area: 'READING_SPELLING', accommodations: ['EXTRA_TIME', 'LAPTOP'] }] },
      },
    ])
  for (const [code, gender] of [
    ['0', 'UNKNOWN'],
    ['1', 'FEMALE'],
    ['2', 'MALE'],
  ] as const)
    expect(pupils(await read('OSO', text.replace('<geslacht>1', `<geslacht>${code}`)))[0]?.identity.gender).toBe(gender)
  expect(places(await read('OSO', text.replace('<geslacht>1', '<geslacht>9')))).toEqual(['1 geslacht'])
})
