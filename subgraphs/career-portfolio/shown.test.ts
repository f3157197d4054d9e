import type { GroupAnswer } from '@doorstroomhub/kit/context.ts'
import { describe, expect, test } from 'vitest'
import type {
  CareerComment,
  CareerPart,
  CareerSummary,
  CareerTalk,
  Experience,
  PlusItem,
  Reflection,
} from './entities.ts'
import { shownFile, shownPlusDocument, shownSummary } from './shown.ts'

const dossierId = 'dossier'
const answer = (leftOut: string[] = [], relation = 'MBO'): GroupAnswer => ({
  related: true,
  relation,
  allowed: true,
  basis: 'CONSENT',
  leftOut,
  facts: {},
})
const empty = {
  dossierId,
  aboutMe: null,
  strengths: [],
  drives: [],
  topExperiences: [],
  jobInterest: null,
  chosenProgrammes: [],
  questionForIntaker: null,
} as unknown as CareerSummary
const experience = (id: string) => ({ id, dossierId, title: id }) as Experience
const reflection = (id: string, competence: string) => ({ id, dossierId, competence }) as Reflection
const talk = (id: string) => ({ id, dossierId }) as CareerTalk
const item = (id: string) => ({ id, dossierId }) as PlusItem
const comment = (part: CareerPart) => ({ id: `on ${part}`, dossierId, part }) as CareerComment
const onAll = [comment('CAREER_SUMMARY'), comment('CAREER_FILE'), comment('PLUS_DOCUMENT')]
const ids = (items: readonly { id: string }[] | undefined) => items?.map(({ id }) => id)

describe('the summary', () => {
  const experiences = [experience('a'), experience('b'), experience('c')]
  const shown = (given: GroupAnswer, summary: CareerSummary | null, comments: CareerComment[] = []) =>
    shownSummary(given, dossierId, { summary, experiences, comments })

  test('shows the top experiences in the order of the student', () => {
    expect(ids(shown(answer(), { ...empty, topExperiences: ['c', 'a'] })?.topExperiences)).toEqual(['c', 'a'])
  })

  test('does not show a top experience that was left out, or that is no longer in the file', () => {
    const summary = { ...empty, topExperiences: ['a', 'gone', 'b'] }
    expect(ids(shown(answer(['a']), summary)?.topExperiences)).toEqual(['b'])
  })

  test.each([
    ['there is none', null, []],
    ['nothing is filled in', empty, []],
    ['texts are empty', { ...empty, aboutMe: '', jobInterest: '' }, []],
    ['all that it holds was left out', { ...empty, topExperiences: ['a'] }, ['a']],
    ['its experiences are gone', { ...empty, topExperiences: ['gone'] }, []],
  ])('is nothing at all when %s', (_when, summary, leftOut) => {
    expect(shown(answer(leftOut), summary)).toBeNull()
  })

  test.each([
    [{ aboutMe: 'Ik ben Noor.' }],
    [{ strengths: ['doorzetten'] }],
    [{ drives: ['dieren'] }],
    [{ topExperiences: ['a'] }],
    [{ jobInterest: 'dierenarts' }],
    [{ chosenProgrammes: ['Dierverzorging'] }],
    [{ questionForIntaker: 'Mag mijn hond mee?' }],
  ])('is there as soon as one thing is: %j', (part) => {
    expect(shown(answer(), { ...empty, ...part })).not.toBeNull()
  })
})

describe('the file', () => {
  const rows = {
    reflections: [reflection('n', 'NETWORKING'), reflection('q', 'QUALITIES'), reflection('w', 'WORK_EXPLORATION')],
    experiences: [experience('a'), experience('b')],
    talks: [talk('t'), talk('u')],
    comments: [],
  }

  test('has its reflections in the order of the competencies', () => {
    expect(ids(shownFile(answer(), rows)?.reflections)).toEqual(['q', 'w', 'n'])
  })

  test('goes out without what was left out', () => {
    const file = shownFile(answer(['q', 'b', 't']), rows)
    expect(ids(file?.reflections)).toEqual(['w', 'n'])
    expect(ids(file?.experiences)).toEqual(['a'])
    expect(ids(file?.talks)).toEqual(['u'])
  })

  test('is nothing at all when everything was left out or nothing was filled in', () => {
    expect(shownFile(answer(['n', 'q', 'w', 'a', 'b', 't', 'u']), rows)).toBeNull()
    expect(shownFile(answer(), { reflections: [], experiences: [], talks: [], comments: [] })).toBeNull()
  })

  test('does not reorder the rows that it was given', () => {
    shownFile(answer(), rows)
    expect(ids(rows.reflections)).toEqual(['n', 'q', 'w'])
  })
})

describe('the plus document', () => {
  test('goes out without the items that were left out, and not at all when none is left', () => {
    expect(ids(shownPlusDocument(answer(['a']), { items: [item('a'), item('b')], comments: [] })?.items)).toEqual(['b'])
    expect(shownPlusDocument(answer(['a']), { items: [item('a')], comments: [] })).toBeNull()
    expect(shownPlusDocument(answer(), { items: [], comments: [] })).toBeNull()
  })
})

describe('comments', () => {
  const nothing = { reflections: [], experiences: [], talks: [], items: [], summary: null, comments: onAll }

  test.each(['OWNER', 'GUARDIAN', 'MENTOR'])(
    '%s sees those on each part, even where nothing else stands yet',
    (relation) => {
      const inside = answer([], relation)
      expect(ids(shownSummary(inside, dossierId, nothing)?.comments)).toEqual(['on CAREER_SUMMARY'])
      expect(ids(shownFile(inside, nothing)?.comments)).toEqual(['on CAREER_FILE'])
      expect(ids(shownPlusDocument(inside, nothing)?.comments)).toEqual(['on PLUS_DOCUMENT'])
    },
  )

  test('for the mbo there are none, and a part with comments alone is nothing at all', () => {
    expect(shownSummary(answer(), dossierId, nothing)).toBeNull()
    expect(shownFile(answer(), nothing)).toBeNull()
    expect(shownPlusDocument(answer(), nothing)).toBeNull()
    expect(shownPlusDocument(answer(), { ...nothing, items: [item('a')] })?.comments).toEqual([])
  })
})
