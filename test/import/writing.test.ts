import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile as writeText } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkFile, seenFile, sendFile } from '@doorstroomhub/gateway/import/client.ts'
import { continueImport } from '@doorstroomhub/gateway/import/writing.ts'
import { openRemotes } from '@doorstroomhub/gateway/remote.ts'
import { world, type World } from '../world.ts'
import { testServer } from '../world/postgresql.ts'
import { asks, bytesOf, dryRun, manyPupils, readIn } from './reading-in.ts'

let hub: World
beforeAll(async () => {
  hub = await world({ on: testServer() === null ? 'embedded' : 'postgresql' })
}, 300_000)
afterAll(() => hub.close())

const MAIN = join(import.meta.dirname, '..', '..', 'gateway', 'import', 'main.ts')
const example = (name: string) => readFile(new URL(`../../examples/import/${name}`, import.meta.url))
const count = async (what: string): Promise<number> =>
  Number((await hub.database.sql<{ count: string }>(`select count(*) from ${what}`))[0]?.count)

/** Everything of one pupil, as the mentor sees it. */
async function pupil(who: string, name: string) {
  const { data } = await hub.as(who).query(
    `query ($search: String) { dossiers(first: 5, filter: { search: $search }) { edges { node { id status parties { name role }
        identity { initials surnamePrefix surname callName birthDate gender municipality { code name } leavingLevel }
        personalNumber { kind masked } contact { email phone address { street houseNumber postcode city } }
        accommodations { needs { area accommodations } } studyAdvice { text }
        applications { institution { brin } programme { crebo } startYear status } } } } }`,
    { search: name },
  )
  return (data.dossiers.edges as { node: Record<string, unknown> }[]).map(({ node }) => node)
}

test('the example pupils come in whole, and a second time nothing changes', async () => {
  const bytes = await example('leerlingen.csv')
  const first = await readIn(hub.as('joris'), { kind: 'PUPILS', bytes })
  expect(first).toMatchObject({
    state: 'DONE',
    rows: 3,
    added: 3,
    failed: 0,
    faults: [],
    separator: ';',
    encoding: 'UTF-8',
  })
  const [anouk] = await pupil('joris', 'Anouk Zandstra')
  expect(anouk).toMatchObject({
    status: 'DRAFT',
    identity: {
      initials: 'A.M.',
      surname: 'Zandstra',
      birthDate: '2010-05-14',
      gender: 'FEMALE',
      municipality: { code: 'GM0193', name: 'Zwolle' },
      leavingLevel: 'VMBO_KB',
    },
    personalNumber: { kind: 'BSN', masked: '•••••0342' },
    contact: {
      email: 'anouk@post.example',
      phone: '0612345678',
      address: { houseNumber: '12 B', postcode: '8011 AB' },
    },
  })
  expect((await pupil('joris', 'Bilal'))[0]).toMatchObject({
    identity: { birthDate: '2012-02-29', surnamePrefix: 'el' },
  })
  expect((await pupil('joris', 'Chloé'))[0]).toMatchObject({
    identity: { surname: 'Meer; roepnaam "Clo"', gender: 'UNKNOWN' },
  })
  const dossiers = await count('consent.dossier')
  expect(await readIn(hub.as('joris'), { kind: 'PUPILS', bytes })).toMatchObject({
    state: 'DONE',
    added: 0,
    unchanged: 3,
  })
  expect(await count('consent.dossier')).toBe(dossiers)
})

test('what changed in the file changes in the dossier, for the own mentor alone', async () => {
  const before = 'Stamnr;Voorletters;Achternaam;Geboortedatum;Mentor\n7001;P.;Puk;01-02-2010;joris'
  expect(await readIn(hub.as('joris'), { kind: 'PUPILS', bytes: bytesOf(before) })).toMatchObject({ added: 1 })
  const after = before.replace('Puk', 'Pukkelman')
  const other = await readIn(hub.as('amira'), { kind: 'PUPILS', bytes: bytesOf(after) })
  expect(other).toMatchObject({ added: 0, changed: 0, failed: 1 })
  expect(other.faults[0]?.reason).toMatch(/Only their own mentor/)
  expect(await readIn(hub.as('joris'), { kind: 'PUPILS', bytes: bytesOf(after) })).toMatchObject({
    changed: 1,
    failed: 0,
  })
  expect(await pupil('joris', 'P. Puk')).toHaveLength(1)
  expect((await pupil('joris', 'P. Puk'))[0]).toMatchObject({ identity: { surname: 'Pukkelman' } })
})

test('a dry run writes nothing, and says what is wrong line by line', async () => {
  const lines = [
    'Stamnr;Voorletters;Achternaam;Geboortedatum;BSN;Geslacht;Mentor',
    '8001;A.;Goed;29-02-2008;999990366;V;joris',
    '8002;;Zonder;01-01-2010;;;joris',
    '8003;B.;Nummer;01-01-2010;123456789;;joris',
    '8004;C.;Schrikkel;29-02-2010;;;joris',
    '',
    '8005;D.;Dubbel;01-01-2010;;;joris',
    '8005;E.;Dubbel;01-01-2010;;;joris',
    '8006;F.;=1+1;01-01-2010;;1;joris',
  ]
  const dossiers = await count('consent.dossier')
  const seen = await dryRun(hub.as('joris'), { kind: 'PUPILS', bytes: bytesOf(lines.join('\n')) })
  expect(seen).toMatchObject({ state: 'CHECKED', rows: 8 - 1, failed: 6 })
  expect(seen.faults.map(({ line, column }) => `${line} ${column}`)).toEqual([
    '3 Voorletters',
    '4 BSN',
    '5 Geboortedatum',
    '7 Stamnr',
    '8 Stamnr',
    '9 Achternaam',
    '9 Geslacht',
  ])
  expect(JSON.stringify(seen.faults)).not.toContain('123456789')
  expect(await count('consent.dossier')).toBe(dossiers)
})

test('columns can be chosen otherwise before anything is written', async () => {
  const ask = asks(hub.as('joris'))
  const text = 'nr,a,b,c,d\n8101,G.,Gekozen,02-03-2010,weg'
  const id = await sendFile(ask, { kind: 'PUPILS', fileName: 'anders.csv', bytes: bytesOf(text) })
  expect((await checkFile(ask, id)).faults).toHaveLength(4)
  const mapping = ['PUPIL_NUMBER', 'INITIALS', 'SURNAME', 'BIRTH_DATE', null].map((field, column) => ({
    column,
    field,
  }))
  expect(await checkFile(ask, id, mapping)).toMatchObject({ rows: 1, failed: 0, faults: [], separator: ',' })
})

test('an OSO dossier brings the person, the level, and the VO-MBO block, once', async () => {
  const bytes = await example('oso-dossier.xml')
  expect(await readIn(hub.as('joris'), { kind: 'OSO', bytes })).toMatchObject({ added: 1, failed: 0, faults: [] })
  const expected = {
    identity: { surname: 'Hoekstra', surnamePrefix: 'van', gender: 'FEMALE', leavingLevel: 'VMBO_KB' },
    personalNumber: { masked: '•••••0354' },
    accommodations: { needs: [{ area: 'READING_SPELLING', accommodations: ['EXTRA_TIME', 'LAPTOP'] }] },
    studyAdvice: [{ text: 'Een opleiding met veel praktijk past goed bij Fenna.' }],
    applications: [
      { institution: { brin: '01VB' }, programme: { crebo: '25180' }, startYear: 2027, status: 'APPLIED' },
    ],
  }
  expect(await pupil('joris', 'Fenna')).toMatchObject([expected])
  const text = bytes.toString().replace('Hoekstra', 'Hoekstra-Bos')
  expect(await readIn(hub.as('joris'), { kind: 'OSO', bytes: bytesOf(text) })).toMatchObject({ changed: 1, failed: 0 })
  expect(await pupil('joris', 'Fenna')).toMatchObject([{ ...expected, identity: { surname: 'Hoekstra-Bos' } }])
})

test('a student reads experiences in, from a CSV and from Europass, each once', async () => {
  const eva = hub.as('eva')
  const dossierId = hub.ids['eva']!
  for (const name of ['ervaringen.csv', 'europass.json']) {
    const bytes = await example(name)
    expect(await readIn(eva, { kind: 'EXPERIENCES', bytes, dossierId })).toMatchObject({ added: 2, failed: 0 })
    expect(await readIn(eva, { kind: 'EXPERIENCES', bytes, dossierId })).toMatchObject({ added: 0, unchanged: 2 })
  }
  const { data } = await eva.query(
    'query ($id: ID!) { dossier(id: $id) { careerFile { experiences { title kind from to place learned } } } }',
    { id: dossierId },
  )
  expect(data.dossier.careerFile.experiences).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ title: 'Snuffelstage bij de fietsenmaker', kind: 'INTERNSHIP', to: '2026-01-16' }),
      expect.objectContaining({ title: 'Verkoopmedewerker', kind: 'JOB', learned: 'Klanten helpen en vakken vullen.' }),
      expect.objectContaining({ title: 'EHBO voor jongeren', kind: 'COURSE', from: '2026-01-01' }),
    ]),
  )
})

test('what was read in is nobody else’s: no mbo, no colleague, and the import is its maker’s alone', async () => {
  const text = 'Stamnr;Voorletters;Achternaam;Geboortedatum;BSN;Mentor\n8201;S.;Stil;01-02-2010;999990378;joris'
  const ask = asks(hub.as('joris'))
  const id = await sendFile(ask, { kind: 'PUPILS', fileName: 'stil.csv', bytes: bytesOf(text) })
  await checkFile(ask, id)
  for (const who of ['amira', 'marieke', 'roc-voorbeeld', 'noor', 'beheer', 'zwolle']) {
    const other = hub.as(who)
    const seen = await other.query('query ($id: ID!) { import(id: $id) { rows } }', { id })
    expect(seen.errors[0]?.code, who).toBe('NOT_FOUND')
    expect((await other.attempt('continueImport', { id })).errors[0]?.code, who).toBe('NOT_FOUND')
    expect((await other.attempt('checkImport', { id })).errors[0]?.code, who).toBe('NOT_FOUND')
    expect((await other.attempt('removeImport', { id }, '')).errors[0]?.code, who).toBe('NOT_FOUND')
  }
  await hub.as('joris').act('continueImport', { id }, '{ finished }')
  const [stil] = await pupil('joris', 'S. Stil')
  for (const who of ['amira', 'marieke', 'roc-voorbeeld', 'zwolle', 'noor']) {
    const { errors } = await hub
      .as(who, { purpose: 'INTAKE_TALK' })
      .query('query ($id: ID!) { dossier(id: $id) { id } }', { id: stil!['id'] })
    expect(errors[0]?.code, who).toBe('NOT_FOUND')
  }
})

test('whose right has ended does not write on', async () => {
  const viewer = { ...hub.viewer('joris'), subject: 'tijdelijk', name: 'Tijdelijk' }
  const text = manyPupils(3, 'tijdelijk').replaceAll('\r\nP', '\r\nT')
  const ask = asks(hub.as(viewer))
  const id = await sendFile(ask, { kind: 'PUPILS', fileName: 'tijdelijk.csv', bytes: bytesOf(text) })
  expect(await checkFile(ask, id)).toMatchObject({ rows: 3, failed: 0 })
  // The same account, at another school by now.
  const elsewhere = { ...viewer, subject: 'tijdelijk', organisation: { ...viewer.organisation!, brin: '01VB' } }
  const answer = await hub.hub.engine.execute({
    document: (await import('graphql')).parse(`mutation { continueImport(input: { id: "${id}" }) { done } }`),
    asking: { viewer: elsewhere, purpose: null, requestId: 'test', language: 'en' },
  })
  expect(JSON.stringify(answer)).toContain('NOT_FOUND')
  expect(await seenFile(ask, id)).toMatchObject({ state: 'CHECKED', added: 0 })
})

test('nothing of the file stays behind: not the number in any table, nor the file once it is written or removed', async () => {
  const text =
    'Stamnr;Voorletters;Achternaam;Geboortedatum;BSN;Mentor\n8301;V.;Vertrouwelijk;01-02-2010;999990391;joris'
  const ask = asks(hub.as('joris'))
  const id = await sendFile(ask, { kind: 'PUPILS', fileName: 'v.csv', bytes: bytesOf(text) })
  await checkFile(ask, id)
  const rows = await hub.database.sql<{ whole: string }>(
    `select encode(sealed, 'escape') as whole from consent.import_part
      union all select encode(sealed, 'escape') from consent.import_row where sealed is not null
      union all select row(i.*)::text from consent.import i`,
  )
  expect(rows.length).toBeGreaterThan(2)
  for (const { whole } of rows) for (const secret of ['999990391', 'Vertrouwelijk']) expect(whole).not.toContain(secret)
  await hub.as('joris').act('continueImport', { id }, '{ finished }')
  expect(await count(`consent.import_part where import_id = '${id}'`)).toBe(0)
  expect(await count(`consent.import_row where import_id = '${id}' and sealed is not null`)).toBe(0)
  expect(hub.log.join()).not.toContain('999990391')
  await hub.as('joris').act('removeImport', { id }, '')
  expect(await count(`consent.import where id = '${id}'`)).toBe(0)
})

test('who steps out of the way of the gateway finds the inner steps shut', async () => {
  for (const field of [
    'takeImportRows(id: "x")',
    'settleImportRows(id: "x", settled: "[]")',
    'enterPupils(pupils: "[]")',
  ]) {
    const { errors } = await hub.as('joris').query(`mutation { ${field} }`)
    expect(errors[0]?.message, field).toMatch(/Cannot query field/)
  }
  // Straight to the subgraph, with an id that this person has not reserved.
  const person = await hub.direct('person')
  const pupils = JSON.stringify([
    { line: 1, dossierId: hub.ids['noor'], identity: { surname: 'X' }, personalNumber: null, contact: null },
  ])
  const { text } = await person.ask(
    hub.viewer('joris'),
    'mutation ($pupils: String!) { enterPupils(pupils: $pupils) }',
    { pupils },
  )
  expect(text).toContain('NOT_FOUND')
})

test('a pupil who had everything destroyed is a new one when the school reads them in again', async () => {
  const text = 'Stamnr;Voorletters;Achternaam;Geboortedatum;Account;Mentor\n8401;W.;Weg;01-02-2009;wisser;joris'
  expect(await readIn(hub.as('joris'), { kind: 'PUPILS', bytes: bytesOf(text) })).toMatchObject({ added: 1 })
  const [weg] = await pupil('joris', 'W. Weg')
  const wisser = hub.as({
    ...hub.viewer('noor'),
    subject: 'wisser',
    name: 'W. Weg',
    organisation: hub.viewer('joris').organisation,
  })
  for (const isGone of [false, true])
    expect(await wisser.act('eraseDossier', { dossierId: weg!['id'] }, '')).toBe(isGone)
  expect(await count(`consent.known_pupil where dossier_id = '${weg!['id'] as string}'`)).toBe(0)
  expect(await readIn(hub.as('joris'), { kind: 'PUPILS', bytes: bytesOf(text) })).toMatchObject({ added: 1, failed: 0 })
  expect((await pupil('joris', 'W. Weg'))[0]!['id']).not.toBe(weg!['id'])
})

test('npm run import looks first when asked to, writes, and tells by its exit code whether rows were left out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-import-'))
  try {
    const file = join(folder, 'leerlingen.csv')
    await writeText(file, 'Nr;Voorletters;Achternaam;Geboortedatum\n8501;C.;Regel;01-02-2010\n8502;;Leeg;01-02-2010\n')
    const run = async (...more: string[]) => {
      const child = spawn(process.execPath, [MAIN, file, '--mapping', 'Nr=PUPIL_NUMBER', ...more], {
        env: { PATH: process.env['PATH'], HUB: hub.url, TOKEN: await hub.token('joris') },
      })
      const out = text(child.stdout)
      const [code] = (await once(child, 'exit')) as [number]
      return { code, out: await out }
    }
    const looked = await run('--dry-run')
    expect(looked.out).toMatch(
      /line 3, Voorletters: Dit is niet ingevuld\.\n1 of 2 rows can be read in\. Nothing was written\./,
    )
    expect(await pupil('joris', 'C. Regel')).toEqual([])
    const written = await run()
    expect(written).toMatchObject({
      code: 1,
      out: expect.stringMatching(/added 1, changed 0, unchanged 0, not written 1/),
    })
    expect(await pupil('joris', 'C. Regel')).toHaveLength(1)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('before subgraphs that run elsewhere it is the same, with their own words for what cannot be', async () => {
  const names = ['consent', 'person', 'support-needs', 'career-portfolio']
  const remotes = openRemotes({
    subgraphs: await Promise.all(names.map(async (name) => ({ name, url: (await hub.direct(name)).url }))),
    secret: hub.secret,
    clock: hub.clock.now,
  })
  try {
    const ask = asks(hub.as('joris'))
    const whole = (await example('oso-dossier.xml'))
      .toString()
      .replace('24010', '8601')
      .replace('999990354', '999990445')
    const id = await sendFile(ask, { kind: 'OSO', fileName: 'a.xml', bytes: bytesOf(whole.replace('25180', '99999')) })
    await checkFile(ask, id)
    const asking = { viewer: hub.viewer('joris'), purpose: null, requestId: 'elsewhere', language: 'en' as const }
    expect(await continueImport(remotes.execute, asking, id)).toEqual({ rows: 1, done: 1, finished: true })
    expect((await seenFile(ask, id)).faults).toMatchObject([
      { reason: 'The pupil was read in, but not all that the file holds. This programme is not known here.' },
    ])
    // With the fault mended the rest follows: what failed before is not taken for unchanged.
    expect(await readIn(hub.as('joris'), { kind: 'OSO', bytes: bytesOf(whole) })).toMatchObject({
      changed: 1,
      failed: 0,
    })
  } finally {
    await remotes.close()
  }
})
