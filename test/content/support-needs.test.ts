import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentWorld, type ContentWorld } from './world.ts'

let world: ContentWorld
let noor: string
beforeAll(async () => {
  world = await contentWorld()
  noor = world.dossier('noor').id
})
afterAll(() => world?.close())

/** With the purpose for which the demo shares most, so that an mbo is refused for what it does and not for what it omits. */
const act = (name: string | null, mutation: string, input: object, shown?: string) =>
  world.act(name, 'support-needs', mutation, input, shown, 'INTAKE_TALK')
const read = (name: string, dossierId: string, fields: string, purpose?: string) =>
  world.read(name, 'support-needs', dossierId, fields, purpose)
const stand = () => world.everythingIn('support_needs')

describe('who may write', () => {
  const need = { area: 'PLANNING', level: 'LIGHT', accommodations: ['PLANNING_HELP'] }
  const others = {
    'father-of-noor': 'only reads',
    marieke: 'mbo',
    'roc-voorbeeld': 'mbo',
    zwolle: 'mbo',
    karim: 'stranger',
    sem: 'stranger',
    ilse: 'stranger',
    beheer: 'stranger',
  }
  const mutations = () => {
    const { support, conditions, studyAdvice } = world.dossier('noor').content
    const [someNeed, condition, advice] = [support.needs[0]?.id, conditions[0]?.id, studyAdvice[0]?.id]
    return [
      { name: 'saveSupportProfile', input: { dossierId: noor, strengths: ['x'] }, readers: {} },
      { name: 'saveSupportNeed', input: { dossierId: noor, ...need }, readers: {} },
      { name: 'removeSupportNeed', input: { id: someNeed }, readers: {} },
      { name: 'saveCondition', input: { dossierId: noor, name: 'x' }, readers: { joris: 'closed' } },
      { name: 'removeCondition', input: { id: condition }, readers: { joris: 'closed' } },
      {
        name: 'writeStudyAdvice',
        input: { dossierId: noor, text: 'x' },
        shown: '{ id }',
        readers: { noor: 'only reads' },
      },
      { name: 'removeStudyAdvice', input: { id: advice }, readers: { noor: 'only reads' } },
      {
        name: 'acceptStudyAdvice',
        input: { id: advice, version: 1 },
        readers: { joris: 'only reads', amira: 'only reads' },
      },
      { name: 'contestStudyAdvice', input: { id: advice }, readers: { joris: 'only reads', amira: 'only reads' } },
      { name: 'writeOwnView', input: { id: advice, text: 'x' }, readers: { joris: 'only reads', amira: 'only reads' } },
      { name: 'writeOwnView', input: { id: condition, text: 'x' }, readers: { joris: 'closed', amira: 'no student' } },
    ]
  }

  test('nobody else does, each hears why as far as it is their business, and nothing is changed', async () => {
    const before = await stand()
    const heard: string[] = []
    const expected: string[] = []
    for (const { name, input, readers } of mutations()) {
      const isOfItem = 'id' in input
      for (const [person, standing] of [...Object.entries({ ...others, ...readers }), [null, 'nobody'] as const]) {
        const { errors, messages } = await act(person, name, input)
        const why = (
          {
            'only reads': 'NOT_AVAILABLE: You may read this. Changing it is for somebody else.',
            closed: 'NOT_AVAILABLE: Not available yet.',
            mbo: isOfItem ? 'NOT_FOUND: Not found.' : 'NOT_AVAILABLE: Not available yet.',
            stranger: 'NOT_FOUND: Not found.',
            'no student': 'INVALID id: Only the student gives an own view.',
            nobody: 'UNAUTHENTICATED: Sign in first.',
          } as Record<string, string>
        )[standing]
        heard.push(`${person} ${name} ${errors.join()}: ${messages.join()}`)
        expected.push(`${person} ${name} ${why}`)
      }
    }
    expect(heard).toEqual(expected)
    expect(await stand()).toEqual(before)
  })

  test('to the mbo an item that is there and one that is not are the same', async () => {
    const there = world.dossier('noor').content.support.needs[0]?.id
    const answers = await Promise.all(
      [there, crypto.randomUUID(), 'x', ''].map((id) => act('marieke', 'removeSupportNeed', { id })),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  test('an attempt of the mbo to write leaves no line in the read log', async () => {
    const count = async () =>
      (await world.database.sql<{ n: number }>('select count(*)::int as n from consent.read_log'))[0]?.n
    const before = await count()
    await act('marieke', 'saveSupportNeed', { dossierId: noor, ...need })
    expect(await count()).toBe(before)
  })
})

describe('a need', () => {
  test('is added, changed and removed by student, mentor and care coordinator, and each sees what the other did', async () => {
    const shown = '{ accommodations { needs { id area level accommodations } } }'
    const saved = await act(
      'noor',
      'saveSupportNeed',
      { dossierId: noor, area: 'PLANNING', accommodations: ['LAPTOP', 'LAPTOP'] },
      shown,
    )
    const need = saved.data['saveSupportNeed'].accommodations.needs.at(-1)
    expect(need).toEqual({ id: need.id, area: 'PLANNING', level: null, accommodations: ['LAPTOP'] })

    const changed = {
      dossierId: noor,
      id: need.id,
      area: 'SOCIAL',
      level: 'INTENSIVE',
      accommodations: ['SMALL_GROUP'],
    }
    expect((await act('joris', 'saveSupportNeed', changed)).errors).toEqual([])
    const { data } = await read('noor', noor, 'accommodations { needs { id area level accommodations } }')
    expect(data['accommodations'].needs.at(-1)).toEqual({
      id: need.id,
      area: 'SOCIAL',
      level: 'INTENSIVE',
      accommodations: ['SMALL_GROUP'],
    })

    const removed = await act('amira', 'removeSupportNeed', { id: need.id }, shown)
    expect(removed.data['removeSupportNeed'].accommodations.needs.map(({ id }: { id: string }) => id)).not.toContain(
      need.id,
    )
    expect((await act('amira', 'removeSupportNeed', { id: need.id })).errors).toEqual(['NOT_FOUND'])
  })

  test('two mutations in one request: the second answer has what both did', async () => {
    const tim = world.dossier('tim').id
    const { data, errors } = await world.ask(
      'tim',
      'support-needs',
      `mutation ($one: SaveSupportNeedInput!, $two: SaveSupportNeedInput!) {
        one: saveSupportNeed(input: $one) { accommodations { needs { area } } }
        two: saveSupportNeed(input: $two) { accommodations { needs { area } } } }`,
      { one: { dossierId: tim, area: 'MOBILITY' }, two: { dossierId: tim, area: 'HEARING' } },
    )
    expect(errors).toEqual([])
    const areas = data['two'].accommodations.needs.map(({ area }: { area: string }) => area)
    expect(areas).toEqual(expect.arrayContaining(['MOBILITY', 'HEARING']))
  })
})

describe('what cannot be kept', () => {
  const bad = (): [mutation: string, input: object, errors: string][] => {
    const { support, conditions } = world.dossier('noor').content
    const dossierId = noor
    const other = world.dossier('tim').content.support.needs[0]?.id
    return [
      ['saveSupportNeed', { dossierId, area: 'READING_SPELLING' }, 'INVALID area'],
      ['saveSupportNeed', { dossierId, area: 'NONE' }, 'INVALID area'],
      ['saveSupportNeed', { dossierId, id: support.needs[0]?.id, area: 'NONE', level: 'LIGHT' }, 'INVALID area'],
      ['saveSupportNeed', { dossierId, area: 'PLANNING', id: other }, 'NOT_FOUND'],
      ['saveSupportNeed', { dossierId, area: 'PLANNING', id: 'x' }, 'NOT_FOUND'],
      ['saveSupportNeed', { dossierId: 'x', area: 'PLANNING' }, 'NOT_FOUND'],
      ['saveSupportNeed', { dossierId: '\u0000', area: 'PLANNING' }, 'NOT_FOUND'],
      [
        'saveSupportProfile',
        { dossierId, strengths: Array.from({ length: 16 }, (_, i) => `${i}`) },
        'INVALID strengths',
      ],
      ['saveSupportProfile', { dossierId, strengths: ['x'.repeat(201)] }, 'INVALID strengths'],
      ['saveSupportProfile', { dossierId, currentSupport: ['a\u202eb'] }, 'INVALID currentSupport'],
      ['saveCondition', { dossierId }, 'INVALID name'],
      ['saveCondition', { dossierId, name: '  ' }, 'INVALID name'],
      ['saveCondition', { dossierId, name: 'a\u0000' }, 'INVALID name'],
      ['saveCondition', { dossierId, name: 'a', explanation: 'x'.repeat(10_000_000) }, 'INVALID explanation'],
      ['saveCondition', { dossierId, id: crypto.randomUUID(), name: 'a' }, 'NOT_FOUND'],
      ['saveCondition', { dossierId, statement: { title: ' ' } }, 'INVALID statement.title'],
      ['saveCondition', { dossierId, statement: { title: 'a', issuedOn: '2026-11-25' } }, 'INVALID statement.issuedOn'],
      [
        'saveCondition',
        { dossierId, statement: { title: 'a', issuedOn: '2024-01-02', expiresOn: '2024-01-01' } },
        'INVALID statement.expiresOn',
      ],
      ['saveCondition', { dossierId, name: 'a', statement: { title: 'a', issuedOn: '20000-01-01' } }, 'INVALID'],
      ['writeOwnView', { id: conditions[0]?.id, text: 'x'.repeat(2001) }, 'INVALID text'],
      ['writeOwnView', { id: crypto.randomUUID(), text: 'x' }, 'NOT_FOUND'],
      ['acceptStudyAdvice', { id: crypto.randomUUID(), version: 1 }, 'NOT_FOUND'],
    ]
  }

  test('is refused with its field, and nothing is changed', async () => {
    const before = await stand()
    const heard: string[] = []
    for (const [mutation, input] of bad())
      heard.push(`${mutation} ${(await act('noor', mutation, input)).errors.join()}`)
    expect(heard).toEqual(bad().map(([mutation, , errors]) => `${mutation} ${errors}`))
    for (const text of ['', ' \n', '\u0007', 'x'.repeat(4001)])
      expect((await act('joris', 'writeStudyAdvice', { dossierId: noor, text })).errors).toEqual(['INVALID text'])
    expect(await stand()).toEqual(before)
  })

  test('a dossier holds at most twenty needs', async () => {
    const mees = world.dossier('mees').id
    const { needs } = world.dossier('mees').content.support
    for (let have = needs.length; have < 20; have++)
      expect((await act('mees', 'saveSupportNeed', { dossierId: mees, area: 'OTHER' })).errors).toEqual([])
    const before = await stand()
    expect((await act('mees', 'saveSupportNeed', { dossierId: mees, area: 'OTHER' })).errors).toEqual(['INVALID area'])
    expect(await stand()).toEqual(before)
  })
})

describe('a condition', () => {
  test('keeps the own view of the student when its text is changed, and shows none of it in the database', async () => {
    const jay = world.dossier('jay').id
    const secret = 'Een woord dat nergens anders staat'
    const saved = await act(
      'amira',
      'saveCondition',
      {
        dossierId: jay,
        name: 'Angststoornis',
        explanation: secret,
        statement: { title: 'Verklaring', issuedOn: '2026-01-02' },
      },
      '{ conditions { id name explanation ownView statement { title issuedBy issuedOn expiresOn } } }',
    )
    const condition = saved.data['saveCondition'].conditions.at(-1)
    expect(condition).toMatchObject({
      name: 'Angststoornis',
      explanation: secret,
      ownView: null,
      statement: { title: 'Verklaring', issuedBy: null, issuedOn: '2026-01-02', expiresOn: null },
    })
    expect((await act('jay', 'writeOwnView', { id: condition.id, text: 'Zo erg is het niet.' })).errors).toEqual([])
    await act('jay', 'saveCondition', { dossierId: jay, id: condition.id, name: 'Faalangst' })
    const { data } = await read('jay', jay, 'conditions { id name explanation ownView statement { title } }')
    expect(data['conditions'].at(-1)).toEqual({
      id: condition.id,
      name: 'Faalangst',
      explanation: null,
      ownView: 'Zo erg is het niet.',
      statement: null,
    })
    const rows = await world.database.sql<{ row: string }>('select c::text as row from support_needs.condition c')
    for (const word of [secret, 'Faalangst', 'Zo erg']) {
      const asBytes = Buffer.from(word).toString('hex')
      expect(rows.some(({ row }) => row.includes(word) || row.includes(asBytes))).toBe(false)
    }
    await act('jay', 'writeOwnView', { id: condition.id, text: ' ' })
    const after = await read('jay', jay, 'conditions { ownView }')
    expect(after.data['conditions'].at(-1).ownView).toBeNull()
  })
})

describe('in the detail that the region agreed on', () => {
  test('Utrecht gets ticks, IJssel-Vecht gets the words too', async () => {
    const lotte = world.dossier('lotte').id
    const fields = 'accommodations { needs { area } strengths currentSupport howToDiscuss }'
    const delta = (await read('karim', lotte, fields, 'INTAKE_TALK')).data['accommodations']
    const roc = (await read('marieke', lotte, fields, 'INTAKE_TALK')).data['accommodations']
    expect(delta).toEqual({ needs: roc.needs, strengths: [], currentSupport: [], howToDiscuss: null })
    expect(roc.needs.length).toBeGreaterThan(0)
    expect(roc.strengths.length).toBeGreaterThan(0)
  })

  test('a need that was left out is not there, and when all were left out it is as if there were none', async () => {
    const lotte = world.dossier('lotte')
    const ids = lotte.content.support.needs.map(({ id }) => id)
    const leaveOut = async (leftOut: string[]) => {
      await world.database.sql('update consent.consent set left_out = $2 where dossier_id = $1', [lotte.id, leftOut])
      await world.database.sql('update consent.dossier set rights = rights + 1 where id = $1', [lotte.id])
      return read('karim', lotte.id, 'accommodations { needs { id } }', 'INTAKE_TALK')
    }
    const [first = ''] = ids
    const without = await leaveOut([first])
    expect(without.data['accommodations']?.needs.map(({ id }: { id: string }) => id) ?? []).toEqual(ids.slice(1))
    const closed = await read('karim', lotte.id, 'accommodations { needs { id } }', 'STUDY_START')
    expect(closed.errors).toEqual(['NOT_AVAILABLE'])
    expect(await leaveOut(ids)).toEqual(closed)
  })
})
