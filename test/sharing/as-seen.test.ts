import { PURPOSES, type Purpose } from '@doorstroomhub/consent/rules/words.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSeenBy, type OpenGroup } from '@doorstroomhub/web/pages/student/as-seen.ts'
import { world, type World } from '../world.ts'

const READ = readFileSync(join(import.meta.dirname, '../../web/parts/dossier/read-dossier.graphql'), 'utf8')
const OPEN = `query ($id: ID!, $institution: String!, $purpose: Purpose!) {
  dossier(id: $id) { openTo(institution: $institution, purpose: $purpose) { group basis detail leftOut sections } } }`
const TEN = ['noor', 'sem', 'fatima', 'daan', 'yara', 'tim', 'lotte', 'mees', 'eva', 'jay']
/** Who talks with students at each institution of the ten. */
const INTAKERS: Record<string, string> = { '01VB': 'marieke', '02DE': 'karim' }
/** Where each group stands in an answer. */
const FIELDS = [
  ['IDENTITY', 'identity'],
  ['CONTACT', 'contact'],
  ['PERSONAL_NUMBER', 'personalNumber'],
  ['ACCOMMODATIONS', 'accommodations'],
  ['CONDITION', 'conditions'],
  ['STUDY_ADVICE', 'studyAdvice'],
  ['CAREER_SUMMARY', 'careerSummary'],
  ['CAREER_FILE', 'careerFile'],
  ['PLUS_DOCUMENT', 'plusDocument'],
  ['APPLICATION_STATUS', 'applications'],
] as const

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.close())

const openTo = async (who: string, student: string, institution: string, purpose: Purpose): Promise<OpenGroup[]> => {
  const { data, text } = await here.as(who).query(OPEN, { id: here.ids[student], institution, purpose })
  expect(data?.dossier?.openTo, text).not.toBeNull()
  return data.dossier.openTo
}

/** What differs whoever reads: the state of the whole, and in a section whether one may write. */
function comparable(dossier: Record<string, unknown>): unknown {
  const { status: _status, version: _version, paused: _paused, can: _can, ...groups } = dossier
  return JSON.parse(
    JSON.stringify(groups, (key, value: unknown) =>
      key === 'access' ? (value === 'NONE' ? 'closed' : 'open') : value,
    ),
  )
}

/** Holds what the owner is shown against what the institution's people really get, for every purpose. */
async function holds(student: string, institution: string): Promise<number> {
  const id = here.ids[student]
  const { data: own } = await here.as(student).query(READ, { id })
  let opened = 0
  for (const purpose of PURPOSES) {
    const open = await openTo(student, student, institution, purpose)
    const theirs = await here.as(INTAKERS[institution]!, { purpose }).query(READ, { id })
    const what = `${student} at ${institution} for ${purpose}`
    expect(comparable(asSeenBy(own.dossier, institution, open) as never), what).toEqual(comparable(theirs.data.dossier))
    const groups = FIELDS.filter(([, field]) => theirs.data.dossier[field] !== null).map(([group]) => group as string)
    if (theirs.data.dossier.applications[0]?.intakePreparation) groups.push('INTAKE_PREPARATION')
    expect(
      open
        .map(({ group }) => group as string)
        .filter((group) => group !== 'SHARING')
        .sort(),
      what,
    ).toEqual(groups.sort())
    opened += groups.length
  }
  return opened
}

describe('what the owner is shown of what an institution sees', { timeout: 60_000 }, () => {
  test('is what its people get through the graph, for all ten and every purpose', async () => {
    let opened = 0
    for (const student of TEN)
      for (const institution of Object.keys(here.applications[student]!))
        if (INTAKERS[institution]) opened += await holds(student, institution)
    expect(opened).toBeGreaterThan(60)
  })

  test('stays so when items are left out, a part is stopped, and sharing is paused', async () => {
    const { support } = here.told('eva').content as unknown as { support: { needs: { id: string }[] } }
    const left = support.needs[0]!.id
    const { id } = await here.as('eva').act(
      'giveConsent',
      {
        dossierId: here.ids['eva'],
        institution: '01VB',
        groups: ['IDENTITY', 'ACCOMMODATIONS', 'STUDY_ADVICE', 'PLUS_DOCUMENT', 'INTAKE_PREPARATION'],
        purpose: 'INTAKE_TALK',
        leftOut: [left],
      },
      '{ id }',
    )
    await holds('eva', '01VB')
    const before = await openTo('eva', 'eva', '01VB', 'INTAKE_TALK')
    expect(before.find(({ group }) => group === 'ACCOMMODATIONS')?.leftOut).toEqual([left])
    expect(before.find(({ group }) => group === 'INTAKE_PREPARATION')?.sections).toContain('SUPPORT')

    await here.as('eva').act('stopSharing', { id, groups: ['ACCOMMODATIONS'] })
    await holds('eva', '01VB')
    const after = await openTo('eva', 'eva', '01VB', 'INTAKE_TALK')
    expect(after.map(({ group }) => group)).not.toContain('ACCOMMODATIONS')
    // The section about support needs both.
    expect(after.find(({ group }) => group === 'INTAKE_PREPARATION')?.sections).not.toContain('SUPPORT')

    await here.as('eva').act('pauseSharing', { dossierId: here.ids['eva'] })
    await holds('eva', '01VB')
    expect((await openTo('eva', 'eva', '01VB', 'INTAKE_TALK')).map(({ group }) => group)).toEqual([
      'APPLICATION_STATUS',
      'SHARING',
    ])
  })

  test('is empty for an institution that the student did not apply to', async () => {
    expect(await openTo('noor', 'noor', '02DE', 'INTAKE_TALK')).toEqual([])
  })

  test('is for the student and guardians alone', async () => {
    const asked = { institution: '01VB', purpose: 'INTAKE_TALK' }
    const question = `query ($id: ID!, $institution: String!, $purpose: Purpose!) { dossier(id: $id) {
      openTo(institution: $institution, purpose: $purpose) { group }
      shareableWith(institution: $institution) { group }
      sharingWords(institution: $institution, purpose: $purpose, groups: [IDENTITY]) } }`
    const look = async (who: string, student: string) => {
      const { data, errors } = await here.as(who, { purpose: 'INTAKE_TALK' }).query(question, {
        ...asked,
        id: here.ids[student],
      })
      const { openTo: open, shareableWith, sharingWords } = data?.dossier ?? {}
      const seen = [open, shareableWith, sharingWords].filter((value) => value != null).length
      return seen === 3 ? 'sees' : `${seen} ${[...new Set(errors.map(({ code }) => code))].join()}`
    }
    expect(await look('noor', 'noor')).toBe('sees')
    expect(await look('father-of-noor', 'noor')).toBe('sees')
    expect(await look('mother-of-sem', 'sem')).toBe('sees')
    for (const who of ['joris', 'amira', 'marieke', 'roc-voorbeeld', 'zwolle'])
      expect(await look(who, 'noor'), who).toBe('0 NOT_AVAILABLE')
    for (const who of ['karim', 'sem', 'mother-of-sem', 'ilse', 'beheer'])
      expect(await look(who, 'noor'), who).toBe('0 NOT_FOUND')
    // From the eighteenth birthday on.
    expect(await look('mother-of-fatima', 'fatima')).toBe('0 NOT_FOUND')
  })

  test("a guardian's look is in the read log as any reading of what is shared", async () => {
    await openTo('father-of-noor', 'noor', '01VB', 'STUDY_START')
    const { data } = await here
      .as('noor')
      .query('query ($id: ID!) { dossier(id: $id) { readLog(first: 1) { edges { node { reader groups } } } } }', {
        id: here.ids['noor'],
      })
    expect(data.dossier.readLog.edges[0].node).toEqual({ reader: 'Erik de Vries', groups: ['SHARING'] })
  })
})
