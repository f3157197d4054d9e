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
  world.act(name, 'career-portfolio', mutation, input, shown, 'INTAKE_TALK')
const read = (name: string, dossierId: string, fields: string, purpose?: string) =>
  world.read(name, 'career-portfolio', dossierId, fields, purpose)
const stand = () => world.everythingIn('career_portfolio')

const experience = { title: 'Stage bij de garage', kind: 'INTERNSHIP' }
const talk = { date: '2026-11-20', with: 'Joris', summary: 'Over techniek.' }
const plusItem = { category: 'SPORT', title: 'Trainer van de jeugd' }

describe('who may write', () => {
  const only = {
    'father-of-noor': 'only reads',
    amira: 'closed',
    marieke: 'mbo',
    'roc-voorbeeld': 'mbo',
    zwolle: 'mbo',
    karim: 'stranger',
    sem: 'stranger',
    beheer: 'stranger',
  }
  const mutations = (): { name: string; input: object; mentor: string | null }[] => {
    const { careerFile, plusDocument } = world.dossier('noor').content
    const dossierId = noor
    return [
      { name: 'saveCareerSummary', input: { dossierId, aboutMe: 'x' }, mentor: 'only reads' },
      { name: 'saveReflection', input: { dossierId, competence: 'MOTIVES', text: 'x' }, mentor: 'only reads' },
      { name: 'saveExperience', input: { dossierId, ...experience }, mentor: 'only reads' },
      { name: 'saveCareerTalk', input: { dossierId, ...talk }, mentor: 'only reads' },
      { name: 'savePlusItem', input: { dossierId, ...plusItem }, mentor: 'only reads' },
      { name: 'removeExperience', input: { id: careerFile.experiences[0]?.id }, mentor: 'only reads' },
      { name: 'removeCareerTalk', input: { id: careerFile.talks[0]?.id }, mentor: 'only reads' },
      { name: 'removePlusItem', input: { id: plusDocument.items[0]?.id }, mentor: 'only reads' },
      { name: 'addCareerComment', input: { dossierId, part: 'CAREER_FILE', text: 'x' }, mentor: null },
    ]
  }

  test('nobody but the student (and the mentor, to comment); the others hear why, and nothing is changed', async () => {
    const before = await stand()
    const heard: string[] = []
    const expected: string[] = []
    for (const { name, input, mentor } of mutations()) {
      const isOfItem = 'id' in input
      const people: [string | null, string][] = [...Object.entries(only), [null, 'nobody']]
      if (mentor !== null) people.push(['joris', mentor])
      for (const [person, standing] of people) {
        const { errors, messages } = await act(person, name, input)
        const why = (
          {
            'only reads': 'NOT_AVAILABLE: You may read this. Changing it is for somebody else.',
            closed: 'NOT_AVAILABLE: Not available yet.',
            mbo: isOfItem ? 'NOT_FOUND: Not found.' : 'NOT_AVAILABLE: Not available yet.',
            stranger: 'NOT_FOUND: Not found.',
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
})

describe('the student', () => {
  test('writes the page, with experiences of the own file on it in the order given', async () => {
    const lotte = world.dossier('lotte')
    const ids = lotte.content.careerFile.experiences.map(({ id }) => id).reverse()
    const input = {
      dossierId: lotte.id,
      aboutMe: ' Ik ben Lotte. \r\nIk bouw graag.',
      strengths: ['doorzetten', 'doorzetten'],
      topExperiences: ids,
      questionForIntaker: '',
    }
    const shown = `{ careerSummary { aboutMe strengths drives topExperiences { id } jobInterest chosenProgrammes questionForIntaker } }`
    const { data, errors } = await act('lotte', 'saveCareerSummary', input, shown)
    expect(errors).toEqual([])
    expect(data['saveCareerSummary'].careerSummary).toEqual({
      aboutMe: 'Ik ben Lotte. \nIk bouw graag.',
      strengths: ['doorzetten'],
      drives: [],
      topExperiences: ids.map((id) => ({ id })),
      jobInterest: null,
      chosenProgrammes: [],
      questionForIntaker: null,
    })
  })

  test('an experience that is removed is no longer on the page, and what was said about it is gone', async () => {
    const tim = world.dossier('tim').id
    const file =
      '{ careerFile { experiences { id title } comments { text itemId } } careerSummary { topExperiences { id } } }'
    const added = await act(
      'tim',
      'saveExperience',
      { dossierId: tim, ...experience, from: '2026-09-01', to: '2026-09-01' },
      file,
    )
    const { id } = added.data['saveExperience'].careerFile.experiences.at(-1)
    await act('tim', 'saveCareerSummary', { dossierId: tim, aboutMe: 'Tim', topExperiences: [id] })
    await act('joris', 'addCareerComment', { dossierId: tim, part: 'CAREER_FILE', itemId: id, text: 'Mooi gedaan!' })
    const before = await read('joris', tim, file.slice(1, -1))
    expect(before.data['careerSummary'].topExperiences).toEqual([{ id }])
    expect(before.data['careerFile'].comments).toEqual([{ text: 'Mooi gedaan!', itemId: id }])
    const removed = await act('tim', 'removeExperience', { id }, file)
    expect(removed.data['removeExperience'].careerFile.comments).toEqual([])
    expect(removed.data['removeExperience'].careerSummary.topExperiences).toEqual([])
    const [row] = await world.database.sql<{ top: string[] }>(
      'select top_experiences as top from career_portfolio.career_summary where dossier_id = $1',
      [tim],
    )
    expect(row?.top).toEqual([])
  })

  test('writes one text for each competence: the second takes the place of the first', async () => {
    const shown = '{ careerFile { reflections { id competence text level } } }'
    const save = async (text: string, level: number | null) => {
      const input = { dossierId: noor, competence: 'NETWORKING', text, level }
      const { data } = await act('noor', 'saveReflection', input, shown)
      const reflections: { competence: string }[] = data['saveReflection'].careerFile.reflections
      return reflections.filter(({ competence }) => competence === 'NETWORKING')
    }
    const [first] = await save('Mijn oom helpt mij.', 2)
    const second = await save('Mijn oom en mijn mentor helpen mij.', null)
    expect(second).toEqual([{ ...first, text: 'Mijn oom en mijn mentor helpen mij.', level: null }])
  })

  test('adds, changes and removes a talk and an item of the plus document', async () => {
    for (const [save, remove, input, list] of [
      ['saveCareerTalk', 'removeCareerTalk', talk, 'careerFile { list: talks { id nextStep } }'],
      ['savePlusItem', 'removePlusItem', plusItem, 'plusDocument { list: items { id description } }'],
    ] as const) {
      const shown = `{ group: ${list} }`
      const added = await act('noor', save, { dossierId: noor, ...input }, shown)
      const before: { id: string }[] = (await read('noor', noor, shown.slice(1, -1))).data['group'].list
      const known = new Set(world.dossier('noor').content.careerFile.talks.map(({ id }) => id))
      for (const { id } of world.dossier('noor').content.plusDocument.items) known.add(id)
      const mine = added.data[save].group.list.find(({ id }: { id: string }) => !known.has(id))
      expect(before).toContainEqual(mine)
      const more = save === 'saveCareerTalk' ? { nextStep: 'Bellen.' } : { description: 'Elke zaterdag.' }
      const changed = await act('noor', save, { dossierId: noor, id: mine.id, ...input, ...more }, shown)
      expect(changed.data[save].group.list).toContainEqual({ id: mine.id, ...more })
      const removed = await act('noor', remove, { id: mine.id }, shown)
      expect(removed.data[remove].group.list.map(({ id }: { id: string }) => id)).not.toContain(mine.id)
      expect((await act('noor', remove, { id: mine.id })).errors).toEqual(['NOT_FOUND'])
    }
  })
})

describe('a comment', () => {
  test('is seen by mentor, student and guardian, is answered by the student, and never leaves the school', async () => {
    const fields = 'careerSummary { comments { id text author { name role organisation { brin } } at } }'
    await act('joris', 'addCareerComment', {
      dossierId: noor,
      part: 'CAREER_SUMMARY',
      text: 'Vertel meer over de boot.',
    })
    await act('noor', 'addCareerComment', { dossierId: noor, part: 'CAREER_SUMMARY', text: 'Doe ik!' })
    for (const name of ['noor', 'joris', 'father-of-noor']) {
      const { data } = await read(name, noor, fields)
      expect(data['careerSummary'].comments).toMatchObject([
        { text: 'Vertel meer over de boot.', author: { role: 'MENTOR', organisation: { brin: '00YY' } } },
        { text: 'Doe ik!', author: { role: 'STUDENT', organisation: null } },
      ])
    }
    const outside = await read('marieke', noor, fields, 'INTAKE_TALK')
    expect(outside.data['careerSummary']).toEqual({ comments: [] })
  })

  test('is taken back by who wrote it and by nobody else', async () => {
    const shown = '{ plusDocument { comments { id } } }'
    const added = await act(
      'joris',
      'addCareerComment',
      { dossierId: noor, part: 'PLUS_DOCUMENT', text: 'Knap.' },
      shown,
    )
    const { id } = added.data['addCareerComment'].plusDocument.comments.at(-1)
    expect((await act('noor', 'removeCareerComment', { id })).errors).toEqual(['INVALID id'])
    expect((await act('father-of-noor', 'removeCareerComment', { id })).errors).toEqual(['NOT_AVAILABLE'])
    expect((await act('marieke', 'removeCareerComment', { id })).errors).toEqual(['NOT_FOUND'])
    const removed = await act('joris', 'removeCareerComment', { id }, shown)
    expect(removed.data['removeCareerComment'].plusDocument.comments).toEqual([])
  })
})

describe('what cannot be kept', () => {
  const bad = (): [mutation: string, input: object, errors: string][] => {
    const dossierId = noor
    const notMine = world.dossier('tim').content
    return [
      ['saveCareerSummary', { dossierId, aboutMe: 'x'.repeat(1001) }, 'INVALID aboutMe'],
      ['saveCareerSummary', { dossierId, drives: Array.from({ length: 11 }, (_, i) => `${i}`) }, 'INVALID drives'],
      ['saveCareerSummary', { dossierId, topExperiences: [crypto.randomUUID()] }, 'INVALID topExperiences'],
      ['saveCareerSummary', { dossierId, topExperiences: ['x'] }, 'INVALID topExperiences'],
      [
        'saveCareerSummary',
        { dossierId, topExperiences: [notMine.careerFile.experiences[0]?.id] },
        'INVALID topExperiences',
      ],
      [
        'saveCareerSummary',
        { dossierId, chosenProgrammes: Array.from({ length: 6 }, (_, i) => `${i}`) },
        'INVALID chosenProgrammes',
      ],
      ['saveReflection', { dossierId, competence: 'MOTIVES', text: ' ' }, 'INVALID text'],
      ['saveReflection', { dossierId, competence: 'MOTIVES', text: 'x', level: 5 }, 'INVALID level'],
      ['saveReflection', { dossierId, competence: 'MOTIVES', text: 'x', level: 0 }, 'INVALID level'],
      ['saveExperience', { dossierId, ...experience, title: '' }, 'INVALID title'],
      ['saveExperience', { dossierId, ...experience, from: '2026-02-02', to: '2026-02-01' }, 'INVALID to'],
      ['saveExperience', { dossierId, ...experience, from: '20000-01-01' }, 'INVALID'],
      ['saveExperience', { dossierId, ...experience, from: '2026-02-30' }, 'INVALID'],
      ['saveExperience', { dossierId, ...experience, learned: 'a\u2067b' }, 'INVALID learned'],
      ['saveExperience', { dossierId, ...experience, id: notMine.careerFile.experiences[0]?.id }, 'NOT_FOUND'],
      ['saveExperience', { dossierId: notMine.identity.surname, ...experience }, 'NOT_FOUND'],
      ['saveCareerTalk', { dossierId, ...talk, with: '\n' }, 'INVALID with'],
      ['saveCareerTalk', { dossierId, ...talk, summary: 'x'.repeat(10_000_000) }, 'INVALID summary'],
      ['savePlusItem', { dossierId, ...plusItem, year: 1989 }, 'INVALID year'],
      ['savePlusItem', { dossierId, ...plusItem, year: 2028 }, 'INVALID year'],
      ['savePlusItem', { dossierId, ...plusItem, title: 'a\u0000b' }, 'INVALID title'],
      ['addCareerComment', { dossierId, part: 'CAREER_FILE', text: ' ' }, 'INVALID text'],
      ['addCareerComment', { dossierId, part: 'CAREER_FILE', text: 'x', itemId: 'x' }, 'NOT_FOUND'],
      [
        'addCareerComment',
        { dossierId, part: 'CAREER_FILE', text: 'x', itemId: notMine.careerFile.experiences[0]?.id },
        'NOT_FOUND',
      ],
      [
        'addCareerComment',
        {
          dossierId,
          part: 'PLUS_DOCUMENT',
          text: 'x',
          itemId: world.dossier('noor').content.careerFile.experiences[0]?.id,
        },
        'NOT_FOUND',
      ],
      ['removePlusItem', { id: world.dossier('noor').content.careerFile.experiences[0]?.id }, 'NOT_FOUND'],
    ]
  }

  test('is refused with its field, and nothing is changed', async () => {
    const before = await stand()
    const heard: string[] = []
    for (const [mutation, input] of bad())
      heard.push(`${mutation} ${(await act('noor', mutation, input)).errors.join()}`)
    expect(heard).toEqual(bad().map(([mutation, , errors]) => `${mutation} ${errors}`))
    expect(await stand()).toEqual(before)
  })
})

describe('what was left out', () => {
  test('is not on the page, not in the plus document, and not to be told from what is not there', async () => {
    const lotte = world.dossier('lotte')
    const items = lotte.content.plusDocument.items.map(({ id }) => id)
    const [top = ''] = lotte.content.careerFile.experiences.map(({ id }) => id)
    await act('lotte', 'saveCareerSummary', { dossierId: lotte.id, topExperiences: [top] })
    const fields = 'careerSummary { topExperiences { id } } plusDocument { items { id } }'
    const leaveOut = async (leftOut: string[]) => {
      await world.database.sql('update consent.consent set left_out = $2 where dossier_id = $1', [lotte.id, leftOut])
      await world.database.sql('update consent.dossier set rights = rights + 1 where id = $1', [lotte.id])
      return read('marieke', lotte.id, fields, 'INTAKE_TALK')
    }
    expect((await leaveOut([])).data).toMatchObject({
      careerSummary: { topExperiences: [{ id: top }] },
      plusDocument: { items: items.map((id) => ({ id })) },
    })
    const all = await leaveOut([top, ...items])
    expect(all.data).toMatchObject({ careerSummary: null, plusDocument: null })
    expect(all.errors).toEqual(['NOT_AVAILABLE', 'NOT_AVAILABLE'])
    expect((await read('lotte', lotte.id, fields)).data['plusDocument'].items).toHaveLength(items.length)
  })
})
