import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentWorld, type ContentWorld } from './world.ts'

let world: ContentWorld
beforeAll(async () => {
  world = await contentWorld()
})
afterAll(() => world?.close())

const act = (name: string | null, mutation: string, input: object, shown?: string) =>
  world.act(name, 'support-needs', mutation, input, shown, 'INTAKE_TALK')
const read = (name: string, dossierId: string, fields: string, purpose?: string) =>
  world.read(name, 'support-needs', dossierId, fields, purpose)

describe('advice on the choice of study', () => {
  /** Nobody of the demo shares this group: a consent for it, as if one had been given. */
  async function share(dossierId: string): Promise<void> {
    await world.database.sql(
      `update consent.consent set groups = array_append(groups, 'STUDY_ADVICE')
        where dossier_id = $1 and state = 'GRANTED' and not 'STUDY_ADVICE' = any(groups)`,
      [dossierId],
    )
    await world.database.sql('update consent.dossier set rights = rights + 1 where id = $1', [dossierId])
  }
  const forMarieke = (dossierId: string) =>
    read('marieke', dossierId, 'studyAdvice { text version ownView }', 'INTAKE_TALK')

  test('is closed outside the school until the student accepts exactly the version that stands there', async () => {
    const yara = world.dossier('yara').id
    await share(yara)
    await world.database.sql('delete from support_needs.study_advice where dossier_id = $1', [yara])
    const empty = await forMarieke(yara)
    expect(empty.errors).toEqual(['NOT_AVAILABLE'])

    const written = await act(
      'joris',
      'writeStudyAdvice',
      { dossierId: yara, text: 'Kies techniek.' },
      '{ id version acceptedVersion author { name role organisation { brin } } }',
    )
    const advice = written.data['writeStudyAdvice']
    expect(advice).toMatchObject({
      version: 1,
      acceptedVersion: null,
      author: { role: 'MENTOR', organisation: { brin: '00YY' } },
    })
    expect(await forMarieke(yara)).toEqual(empty)

    expect((await act('yara', 'acceptStudyAdvice', { id: advice.id, version: 2 })).errors).toEqual(['CONFLICT'])
    expect(await forMarieke(yara)).toEqual(empty)
    const accepted = await act('yara', 'acceptStudyAdvice', { id: advice.id, version: 1 }, '{ acceptedVersion }')
    expect(accepted.data['acceptStudyAdvice']).toEqual({ acceptedVersion: 1 })
    await act('yara', 'writeOwnView', { id: advice.id, text: 'Ik twijfel nog.' })
    expect((await forMarieke(yara)).data['studyAdvice']).toEqual([
      { text: 'Kies techniek.', version: 1, ownView: 'Ik twijfel nog.' },
    ])

    const again = { dossierId: yara, id: advice.id, text: 'Kies techniek. ' }
    expect((await act('joris', 'writeStudyAdvice', again, '{ version }')).data['writeStudyAdvice']).toEqual({
      version: 1,
    })
    expect((await forMarieke(yara)).errors).toEqual([])

    const changed = { dossierId: yara, id: advice.id, text: 'Kies zorg.', expectedVersion: 1 }
    expect((await act('joris', 'writeStudyAdvice', changed, '{ version }')).data['writeStudyAdvice']).toEqual({
      version: 2,
    })
    expect(await forMarieke(yara)).toEqual(empty)
    expect((await act('joris', 'writeStudyAdvice', { ...changed, text: 'Of toch.' })).errors).toEqual(['CONFLICT'])
    expect((await act('yara', 'acceptStudyAdvice', { id: advice.id, version: 1 })).errors).toEqual(['CONFLICT'])

    await act('yara', 'acceptStudyAdvice', { id: advice.id, version: 2 })
    expect((await forMarieke(yara)).data['studyAdvice'][0].text).toBe('Kies zorg.')
    await act('yara', 'contestStudyAdvice', { id: advice.id })
    expect(await forMarieke(yara)).toEqual(empty)
  })

  test('consent knows how much of it waits for the student', async () => {
    const eva = world.dossier('eva').id
    const waiting = async () =>
      (await world.database.sql<{ n: number }>('select open_advice as n from consent.dossier where id = $1', [eva]))[0]
        ?.n
    for (const { id, version } of world.dossier('eva').content.studyAdvice)
      await act('eva', 'acceptStudyAdvice', { id, version })
    const first = (await act('joris', 'writeStudyAdvice', { dossierId: eva, text: 'Een.' })).data['writeStudyAdvice'].id
    const second = (await act('joris', 'writeStudyAdvice', { dossierId: eva, text: 'Twee.' })).data['writeStudyAdvice']
      .id
    expect(await waiting()).toBe(2)
    await act('eva', 'acceptStudyAdvice', { id: first, version: 1 })
    expect(await waiting()).toBe(1)
    await act('joris', 'removeStudyAdvice', { id: second })
    expect(await waiting()).toBe(0)
    await act('eva', 'contestStudyAdvice', { id: first })
    expect(await waiting()).toBe(1)
  })
})
