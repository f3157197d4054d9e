import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentWorld, type ContentWorld } from './world.ts'

let world: ContentWorld
let noor: string
beforeAll(async () => {
  world = await contentWorld()
  noor = world.dossier('noor').id
})
afterAll(() => world?.close())

const act = (name: string | null, mutation: string, input: object, shown?: string, purpose?: string) =>
  world.act(name, 'person', mutation, input, shown, purpose)
const read = (name: string, dossierId: string, fields: string, purpose?: string) =>
  world.read(name, 'person', dossierId, fields, purpose)
const stand = () => world.everythingIn('person')

const facts = async (dossierId: string) =>
  (
    await world.database.sql<Record<string, unknown>>(
      `select birth_date::text as "birthDate", municipality_code as municipality, school_level as level
        from consent.dossier where id = $1`,
      [dossierId],
    )
  )[0]

describe('who may write', () => {
  test.each([
    ['correctIdentity', { callName: 'x' }, { noor: 'reads', 'father-of-noor': 'reads', amira: 'reads' }],
    ['updateContact', { phone: '0612345678' }, { joris: 'reads', 'father-of-noor': 'reads', amira: 'reads' }],
  ])('%s: the others hear why, and nothing is changed', async (mutation, input, readers) => {
    const before = await stand()
    const strangers = { karim: 'NOT_FOUND', sem: 'NOT_FOUND', beheer: 'NOT_FOUND', ilse: 'NOT_FOUND' }
    const outside = { marieke: 'NOT_AVAILABLE', 'roc-voorbeeld': 'NOT_AVAILABLE', zwolle: 'NOT_AVAILABLE' }
    for (const [name, standing] of Object.entries({ ...strangers, ...outside, ...readers })) {
      const { errors, messages } = await act(name, mutation, { dossierId: noor, ...input }, '{ id }', 'INTAKE_TALK')
      expect([name, ...errors]).toEqual([name, standing === 'reads' ? 'NOT_AVAILABLE' : standing])
      if (standing === 'reads') expect(messages).toEqual(['You may read this. Changing it is for somebody else.'])
    }
    expect((await act(null, mutation, { dossierId: noor, ...input })).errors).toEqual(['UNAUTHENTICATED'])
    expect(await stand()).toEqual(before)
  })
})

describe('correcting who the student is', () => {
  test('changes what is named and nothing else, and consent knows the facts that it decides by', async () => {
    const tim = world.dossier('tim')
    const shown =
      '{ identity { initials surnamePrefix surname callName birthDate gender municipality { code name } leavingSchool { brin } leavingLevel } }'
    const { identity } = (await read('joris', tim.id, shown.slice(1, -1))).data as { identity: object }
    const corrected = await act(
      'joris',
      'correctIdentity',
      {
        dossierId: tim.id,
        initials: ' Chr. Th. ',
        surnamePrefix: 'van  der',
        birthDate: '2009-05-14',
        municipality: { code: 'GM0363', name: 'Amsterdam' },
        leavingSchool: '00yy',
        leavingLevel: 'VMBO_BB',
      },
      shown,
    )
    expect(corrected.errors).toEqual([])
    expect(corrected.data['correctIdentity'].identity).toEqual({
      ...identity,
      initials: 'Chr.Th.',
      surnamePrefix: 'van der',
      birthDate: '2009-05-14',
      municipality: { code: 'GM0363', name: 'Amsterdam' },
      leavingSchool: { brin: '00YY' },
      leavingLevel: 'VMBO_BB',
    })
    expect(await facts(tim.id)).toEqual({ birthDate: '2009-05-14', municipality: 'GM0363', level: 'VMBO_BB' })
    const emptied = await act(
      'joris',
      'correctIdentity',
      { dossierId: tim.id, surnamePrefix: null, callName: ' ' },
      shown,
    )
    expect(emptied.data['correctIdentity'].identity).toMatchObject({ surnamePrefix: null, callName: null })
  })

  test('a birthday that makes somebody eighteen ends the reading of a guardian at once', async () => {
    const reads = () => read('mother-of-sem', world.dossier('sem').id, 'identity { surname }')
    expect((await reads()).errors).toEqual([])
    await act('joris', 'correctIdentity', { dossierId: world.dossier('sem').id, birthDate: '2008-11-24' })
    expect((await reads()).data).toEqual({})
  })

  test('fills it in where nothing was, once all that is needed is there', async () => {
    const daan = world.dossier('daan').id
    await world.database.sql('delete from person.identity where dossier_id = $1', [daan])
    const some = { dossierId: daan, initials: 'D.', birthDate: '2009-01-02', gender: 'MALE' }
    expect((await act('joris', 'correctIdentity', some)).errors).toEqual(['INVALID surname'])
    const all = await act(
      'joris',
      'correctIdentity',
      { ...some, surname: 'Visser' },
      '{ identity { surname leavingLevel } }',
    )
    expect(all.data['correctIdentity'].identity).toEqual({ surname: 'Visser', leavingLevel: null })
  })

  test.each([
    [{ initials: null }, 'INVALID initials'],
    [{ initials: 'n.j.' }, 'INVALID initials'],
    [{ initials: 'NJ' }, 'INVALID initials'],
    [{ initials: 'N.J.; drop table' }, 'INVALID initials'],
    [{ surname: null }, 'INVALID surname'],
    [{ surname: ' ' }, 'INVALID surname'],
    [{ surname: 'Vries\u202e' }, 'INVALID surname'],
    [{ surname: 'x'.repeat(101) }, 'INVALID surname'],

    [{ birthDate: null }, 'INVALID birthDate'],
    [{ birthDate: '2020-01-01' }, 'INVALID birthDate'],
    [{ birthDate: '2027-01-01' }, 'INVALID birthDate'],
    [{ birthDate: '1901-01-01' }, 'INVALID birthDate'],
    [{ birthDate: '2009-02-29' }, 'INVALID'],
    [{ birthDate: '20000-01-01' }, 'INVALID'],
    [{ gender: null }, 'INVALID gender'],
    [{ municipality: { code: '0363', name: 'Amsterdam' } }, 'INVALID municipality.code'],
    [{ municipality: { code: 'GM0363\n', name: 'Amsterdam' } }, 'INVALID municipality.code'],
    [{ municipality: { code: 'GM0363', name: '' } }, 'INVALID municipality.name'],
    [{ leavingSchool: '0YY0' }, 'INVALID leavingSchool'],
    [{ leavingSchool: '00YY01' }, 'INVALID leavingSchool'],
  ])('%j is refused, and nothing is changed', async (input, error) => {
    const before = await stand()
    expect((await act('joris', 'correctIdentity', { dossierId: noor, ...input })).errors).toEqual([error])
    expect(await stand()).toEqual(before)
  })
})

describe('how the student is reached', () => {
  const shown = '{ contact { email phone address { street houseNumber postcode city } } }'

  test('is written as one form of each, what is not named stays', async () => {
    const address = { street: 'Rietvinkhof', houseNumber: '14 B', postcode: '8043xa', city: 'Zwolle' }
    const abroad = await act('noor', 'updateContact', { dossierId: noor, phone: '+31 (0)6-12345678' }, shown)
    expect(abroad.data['updateContact'].contact.phone).toBe('+31612345678')
    const saved = await act('noor', 'updateContact', { dossierId: noor, phone: '06 - 1234 5678', address }, shown)
    expect(saved.data['updateContact'].contact).toEqual({
      email: world.dossier('noor').content.contact.email,
      phone: '0612345678',
      address: { ...address, postcode: '8043 XA' },
    })
  })

  test('emptied, it is to the mbo as if it had never been there', async () => {
    const jay = world.dossier('jay').id
    const fields = shown.slice(1, -1)
    expect((await read('marieke', jay, fields, 'ENROLMENT_ADMIN')).data['contact']).not.toBeNull()
    const { data } = await act('jay', 'updateContact', { dossierId: jay, email: null, phone: '', address: null }, shown)
    expect(data['updateContact'].contact).toBeNull()
    const emptied = await read('marieke', jay, fields, 'ENROLMENT_ADMIN')
    await world.database.sql('delete from person.contact where dossier_id = $1', [jay])
    expect(await read('marieke', jay, fields, 'ENROLMENT_ADMIN')).toEqual(emptied)
    expect(emptied.errors).toEqual(['NOT_AVAILABLE'])
    expect(
      (await act('jay', 'updateContact', { dossierId: jay, email: 'jay@post.example' }, shown)).data['updateContact']
        .contact,
    ).toEqual({
      email: 'jay@post.example',
      phone: null,
      address: null,
    })
  })

  const address = { street: 'Rietvinkhof', houseNumber: '14', postcode: '8043 XA', city: 'Zwolle' }
  test.each([
    [{ email: 'noor' }, 'INVALID email'],
    [{ email: 'noor@post' }, 'INVALID email'],
    [{ email: 'a@b.example, c@d.example' }, 'INVALID email'],
    [{ email: `${'x'.repeat(250)}@post.example` }, 'INVALID email'],
    [{ phone: '12345' }, 'INVALID phone'],
    [{ phone: 'bel mij' }, 'INVALID phone'],
    [{ phone: '+0612345678' }, 'INVALID phone'],
    [{ address: { ...address, postcode: '0043 XA' } }, 'INVALID address.postcode'],
    [{ address: { ...address, postcode: '8043' } }, 'INVALID address.postcode'],
    [{ address: { ...address, houseNumber: 'B' } }, 'INVALID address.houseNumber'],
    [{ address: { ...address, street: '' } }, 'INVALID address.street'],
    [{ address: { ...address, city: 'Zwolle\u0000' } }, 'INVALID address.city'],
  ])('%j is refused, and nothing is changed', async (input, error) => {
    const before = await stand()
    expect((await act('noor', 'updateContact', { dossierId: noor, ...input })).errors).toEqual([error])
    expect(await stand()).toEqual(before)
  })
})

describe('the whole personal number', () => {
  const reveal = (name: string | null, dossierId: string, purpose = 'ENROLMENT_ADMIN', header: string | null = null) =>
    act(name, 'revealPersonalNumber', { dossierId, purpose }, '', header ?? undefined)
  const reveals = async (dossierId: string) =>
    world.database.sql<{ subject: string; purpose: string }>(
      'select subject, purpose from person.number_reveal where dossier_id = $1 order by at, id',
      [dossierId],
    )

  test('is shown to who may see it masked, and each time is kept where the student sees it', async () => {
    const { number } = world.dossier('noor').content.personalNumber
    for (const name of ['joris', 'father-of-noor', 'noor']) {
      const { data, errors } = await reveal(name, noor)
      expect([errors, data['revealPersonalNumber']]).toEqual([[], number])
      world.later(1000)
    }
    expect((await reveals(noor)).map(({ subject }) => subject)).toEqual(['joris', 'father-of-noor', 'noor'])
    const fields = 'personalNumber { masked reveals { by { name role } purpose } }'
    const seen = (await read('noor', noor, fields)).data['personalNumber']
    expect(seen.masked).toBe(`•••••${number.slice(-4)}`)
    expect(seen.reveals.map(({ by }: { by: { role: string } }) => by.role)).toEqual(['STUDENT', 'GUARDIAN', 'MENTOR'])
    expect((await read('joris', noor, fields)).data['personalNumber'].reveals).toBeNull()
  })

  test('goes to the enrolling mbo under the purpose of the request, and is closed to others', async () => {
    const jay = world.dossier('jay')
    expect((await reveal('marieke', jay.id, 'ENROLMENT_ADMIN', 'INTAKE_TALK')).errors).toEqual(['INVALID purpose'])
    expect((await reveal('marieke', jay.id)).errors).toEqual(['NOT_AVAILABLE'])
    expect(await reveals(jay.id)).toEqual([])
    const { data } = await reveal('marieke', jay.id, 'ENROLMENT_ADMIN', 'ENROLMENT_ADMIN')
    expect(data['revealPersonalNumber']).toBe(jay.content.personalNumber.number)
    expect(await reveals(jay.id)).toEqual([{ subject: 'marieke', purpose: 'ENROLMENT_ADMIN' }])
  })

  test.each([
    ['amira', 'NOT_AVAILABLE'],
    ['marieke', 'NOT_AVAILABLE'],
    ['zwolle', 'NOT_AVAILABLE'],
    ['karim', 'NOT_FOUND'],
    ['sem', 'NOT_FOUND'],
    ['beheer', 'NOT_FOUND'],
    [null, 'UNAUTHENTICATED'],
  ])('is not for %s: %s', async (name, error) => {
    const before = await stand()
    expect((await reveal(name, noor, 'ENROLMENT_ADMIN', 'ENROLMENT_ADMIN')).errors).toEqual([error])
    expect(await stand()).toEqual(before)
  })

  test('never stands in what is kept about it', async () => {
    const { number } = world.dossier('noor').content.personalNumber
    for (const schema of ['person', 'consent']) {
      const tables = Object.keys(await world.everythingIn(schema))
      for (const table of tables) {
        const rows = await world.database.sql<{ row: string }>(`select t::text as row from "${schema}"."${table}" t`)
        expect(rows.filter(({ row }) => row.includes(number))).toEqual([])
      }
    }
  })
})
