import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world, type World } from '../world.ts'

const ROC = '01VB'
const DELTA = '02DE'
const LATER = '2026-12-15T09:00:00Z'
const SEEN = 'query ($id: ID!) { dossier(id: $id) { status version can } }'
const KEPT = `query ($id: ID!) { dossier(id: $id) {
  applications { institution { brin } intakePreparation { versions { number frozenBy } } } } }`

let here: World
let id: string
beforeAll(async () => {
  here = await world()
  id = here.ids['lotte']!
})
afterAll(async () => {
  await here.close()
  expect(here.log).toEqual([])
})

const seen = async (who: string) => (await here.as(who).query(SEEN, { id })).data.dossier
/** Where the dossier is to each, with a star for who can end a talk. */
const standing = async () => {
  const each = await Promise.all(['lotte', 'marieke', 'karim'].map((who) => seen(who)))
  return each.map(({ status, can }) => `${status}${can.includes('END_TALK') ? '*' : ''}`)
}
/** Each at a moment of its own. */
const ends = async (who: string) => {
  here.clock.advance({ seconds: 1 })
  return here
    .as(who)
    .attempt('moveDossier', { id, to: 'SHARED', expectedVersion: (await seen('lotte')).version }, '{ status }')
}
/** By whom what was prepared was kept, per institution. */
const kept = async (institution: string): Promise<string[]> => {
  const { data } = await here.as('lotte').query(KEPT, { id })
  const one = data.dossier.applications.find(
    (each: { institution: { brin: string } }) => each.institution.brin === institution,
  )
  return one.intakePreparation.versions.map(({ frozenBy }: { frozenBy: string }) => frozenBy)
}
const talks = async (who: string, institution: string) => {
  const applicationId = here.applications['lotte']![institution]!
  await here.as(who).act('proposeTalk', { applicationId, at: LATER })
  await here.as('lotte').act('acceptTalk', { id: applicationId })
}

describe('a student in talk with two institutions', () => {
  beforeEach(async () => {
    await talks('marieke', ROC)
    await talks('karim', DELTA)
    expect(await standing()).toEqual(['IN_INTAKE*', 'IN_INTAKE*', 'IN_INTAKE*'])
  })

  test('each ends its own, and keeps what was prepared for it; with the last one the talks are over', async () => {
    const before = { roc: (await kept(ROC)).length, delta: (await kept(DELTA)).length }
    expect((await ends('marieke')).data.moveDossier).toEqual({ status: 'SHARED' })
    expect(await standing()).toEqual(['IN_INTAKE*', 'SHARED', 'IN_INTAKE*'])
    await expect.poll(async () => (await kept(ROC)).length).toBe(before.roc + 1)
    expect(await kept(DELTA)).toHaveLength(before.delta)
    // What is over is over: another one's talk is not theirs to end.
    expect((await ends('marieke')).errors[0]?.code).toBe('NOT_AVAILABLE')
    expect((await ends('karim')).data.moveDossier).toEqual({ status: 'SHARED' })
    expect(await standing()).toEqual(['SHARED', 'SHARED', 'SHARED'])
    await expect.poll(async () => (await kept(DELTA)).length).toBe(before.delta + 1)
    expect((await kept(DELTA))[0]).toBe(here.viewer('karim').name)
  })
  test('a talk begun after another ended is not seen by who held that one', async () => {
    await ends('marieke')
    await ends('karim')
    await talks('karim', DELTA)
    expect(await standing()).toEqual(['IN_INTAKE*', 'SHARED', 'IN_INTAKE*'])
    await ends('karim')
  })
  test('the student ends them all', async () => {
    expect((await ends('lotte')).data.moveDossier).toEqual({ status: 'SHARED' })
    expect(await standing()).toEqual(['SHARED', 'SHARED', 'SHARED'])
  })
  test('a talk of an institution with which nothing is shared any more keeps nobody in talk', async () => {
    const { data } = await here
      .as('lotte')
      .query('query ($id: ID!) { dossier(id: $id) { consents { id state institution { brin } } } }', { id })
    for (const { id: consent, state, institution } of data.dossier.consents)
      if (state === 'GRANTED' && institution.brin === DELTA)
        await here.as('lotte').act('revokeConsent', { id: consent })
    await ends('marieke')
    expect(await standing()).toEqual(['SHARED', 'SHARED', 'DRAFT'])
    await here
      .as('lotte')
      .act('giveConsent', { dossierId: id, institution: DELTA, groups: ['IDENTITY'], purpose: 'INTAKE_TALK' }, '{ id }')
    await ends('karim')
  })
  test('an enrolment at the one leaves the other its talk, and the end of it', async () => {
    await here
      .as('karim')
      .act('reportApplicationStatus', { applicationId: here.applications['lotte']![DELTA], status: 'ENROLLED' })
    expect(await standing()).toEqual(['ENROLLED', 'IN_INTAKE*', 'ENROLLED'])
    const before = (await kept(ROC)).length
    expect((await ends('marieke')).data.moveDossier).toEqual({ status: 'SHARED' })
    expect(await standing()).toEqual(['ENROLLED', 'SHARED', 'ENROLLED'])
    await expect.poll(async () => (await kept(ROC)).length).toBe(before + 1)
  })
})
