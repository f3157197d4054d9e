import { randomUUID } from 'node:crypto'
import { sealer } from '@doorstroomhub/kit/sealed.ts'
import type { GroupAnswer } from '@doorstroomhub/kit/context.ts'
import { describe, expect, test } from 'vitest'
import { openCondition, sealCondition, sealOwnView, type OpenCondition } from './condition.ts'
import type { Condition, StudyAdvice, SupportNeed, SupportProfile } from './entities.ts'
import { shownAccommodations, shownConditions, shownStudyAdvice } from './shown.ts'

const dossierId = randomUUID()
const updatedAt = new Date('2026-11-24T09:00:00Z')

const need = (id: string): SupportNeed =>
  ({
    id,
    dossierId,
    position: 1,
    area: 'PLANNING',
    level: 'LIGHT',
    accommodations: ['FIXED_COACH'],
    updatedAt,
  }) as SupportNeed
const profile = {
  dossierId,
  strengths: ['geduldig'],
  currentSupport: ['elke week een gesprek'],
  howToDiscuss: 'MYSELF',
  updatedAt,
} as SupportProfile
const condition = (id: string): OpenCondition => ({
  id,
  name: 'dyslexie',
  explanation: 'Ik lees langzaam.',
  statement: { title: 'Dyslexieverklaring', issuedBy: 'Praktijk Lezen', issuedOn: '2024-05-14', expiresOn: null },
  ownView: 'Ik wil hier zelf over vertellen.',
})
const advice = (id: string, version: number, acceptedVersion: number | null): StudyAdvice =>
  ({
    id,
    dossierId,
    position: 1,
    text: 'Kies wat je leuk vindt.',
    version,
    acceptedVersion,
    ownView: 'Ik twijfel nog.',
  }) as StudyAdvice

const answer = (relation: string | null, rest: Partial<GroupAnswer> = {}): GroupAnswer => ({
  related: true,
  relation,
  allowed: true,
  basis: 'CONSENT',
  leftOut: [],
  facts: { detail: 'TICK_AND_ADVICE' },
  ...rest,
})
const ticks = { facts: { detail: 'TICK' } }
const insiders = ['OWNER', 'GUARDIAN', 'MENTOR', 'CARE_COORDINATOR']
const ids = (items: { id: string }[] | undefined) => items?.map(({ id }) => id)

describe('accommodations', () => {
  test('all of it goes out to the mbo where the region agreed on ticks and advice', () => {
    expect(shownAccommodations(answer('MBO'), profile, [need('a')])).toEqual({
      needs: [need('a')],
      strengths: ['geduldig'],
      currentSupport: ['elke week een gesprek'],
      howToDiscuss: 'MYSELF',
    })
  })

  test.each([
    ['the region agreed on ticks', { detail: 'TICK' }],
    ['the referee says nothing about the detail', {}],
    ['the detail is a word that nobody knows', { detail: 'EVERYTHING' }],
  ])('only ticks go out to the mbo when %s', (_when, facts) => {
    expect(shownAccommodations(answer('MBO', { facts }), profile, [need('a')])).toEqual({
      needs: [need('a')],
      strengths: [],
      currentSupport: [],
      howToDiscuss: null,
    })
  })

  test.each(insiders)('the agreed detail narrows nothing for %s', (relation) => {
    expect(shownAccommodations(answer(relation, ticks), profile, [])?.strengths).toEqual(['geduldig'])
  })

  test('a need that was left out stays in, the others go out in their order', () => {
    const shown = shownAccommodations(answer('MBO', { leftOut: ['b'] }), null, [need('a'), need('b'), need('c')])
    expect(ids(shown?.needs)).toEqual(['a', 'c'])
  })

  test.each([
    ['nothing was ever filled in', answer('MBO'), null, []],
    ['a profile was emptied', answer('MBO'), { ...profile, strengths: [], currentSupport: [], howToDiscuss: null }, []],
    ['every need was left out', answer('MBO', { leftOut: ['a', 'b'] }), null, [need('a'), need('b')]],
    ['there is only text and the region agreed on ticks', answer('MBO', ticks), profile, []],
  ] as const)('it is nothing at all when %s', (_when, given, someProfile, needs) => {
    expect(shownAccommodations(given, someProfile as SupportProfile | null, needs)).toBeNull()
  })
})

describe('conditions', () => {
  test('the own view goes out beside the explanation', () => {
    expect(shownConditions(answer('MBO'), [condition('a')])).toEqual([condition('a')])
  })

  test('with ticks the name and the statement go out, without text', () => {
    expect(shownConditions(answer('MBO', ticks), [condition('a')])).toEqual([
      { ...condition('a'), explanation: null, ownView: null },
    ])
  })

  test('a condition that was left out does not go out', () => {
    expect(ids(shownConditions(answer('MBO', { leftOut: ['a'] }), [condition('a'), condition('b')]))).toEqual(['b'])
    expect(shownConditions(answer('MBO', { leftOut: ['a'] }), [condition('a')])).toEqual([])
  })
})

describe('advice on the choice of study', () => {
  const all = [advice('never', 1, null), advice('now', 2, 2), advice('before', 3, 2)]

  test('outside the school only the version that the student accepted is there', () => {
    expect(ids(shownStudyAdvice(answer('MBO'), all))).toEqual(['now'])
  })

  test.each(insiders)('%s sees all of it', (relation) => {
    expect(ids(shownStudyAdvice(answer(relation), all))).toEqual(['never', 'now', 'before'])
  })

  test.each([null, 'MUNICIPALITY', 'A_NEW_RELATION'])('the relation %s counts as outside', (relation) => {
    expect(ids(shownStudyAdvice(answer(relation), all))).toEqual(['now'])
  })

  test('accepted advice that was left out does not go out', () => {
    expect(shownStudyAdvice(answer('MBO', { leftOut: ['now'] }), all)).toEqual([])
  })

  test('advice is text: where the region agreed on ticks none goes out', () => {
    expect(shownStudyAdvice(answer('MBO', ticks), all)).toEqual([])
  })

  test('the own view goes out beside the text', () => {
    expect(shownStudyAdvice(answer('MBO'), all)[0]?.ownView).toBe('Ik twijfel nog.')
  })
})

describe('a condition at rest', () => {
  const key = sealer(new Uint8Array(32).fill(7))
  const { id, ownView, ...content } = condition(randomUUID())
  const row = (): Condition =>
    ({
      id,
      dossierId,
      position: 1,
      sealed: sealCondition(key, id, content),
      sealedView: sealOwnView(key, id, ownView as string),
      updatedAt,
    }) as Condition

  test('opens as it was sealed', () => {
    expect(openCondition(key, row())).toEqual({ id, ...content, ownView })
    expect(openCondition(key, { ...row(), sealedView: null })).toEqual({ id, ...content, ownView: null })
  })

  test('shows none of its words', () => {
    const bytes = Buffer.concat([row().sealed, row().sealedView as Uint8Array]).toString('latin1')
    for (const word of ['dyslexie', 'langzaam', 'Praktijk', 'vertellen']) expect(bytes).not.toContain(word)
  })

  test('does not open in another row, with another key, or in the place of the own view', () => {
    expect(() => openCondition(key, { ...row(), id: randomUUID() })).toThrow('authenticate')
    expect(() => openCondition(sealer(new Uint8Array(32).fill(8)), row())).toThrow('authenticate')
    expect(() => openCondition(key, { ...row(), sealedView: row().sealed })).toThrow('authenticate')
  })
})
