import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../world.ts'

const ROC = '01VB'
const SAID = `query ($id: ID!, $institution: String!, $purpose: Purpose!, $groups: [FieldGroup!]!, $leftOut: [ID!]) {
  dossier(id: $id) { sharingWords(institution: $institution, purpose: $purpose, groups: $groups, leftOut: $leftOut) } }`
const CONSENTS =
  'query ($id: ID!) { dossier(id: $id) { consents { id groups state can wording leftOut approvals { wording by { name } } } } }'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.close())

interface Shown {
  id: string
  groups: string[]
  state: string
  can: string[]
  wording: string
  leftOut: string[]
  approvals: { wording: string; by: { name: string } }[]
}
const consents = async (who: string, student: string): Promise<Shown[]> =>
  (await here.as(who).query(CONSENTS, { id: here.ids[student] })).data.dossier.consents
const reads = async (student: string, field: string): Promise<boolean> => {
  const asked = await here
    .as('marieke', { purpose: 'INTAKE_TALK' })
    .query(`query ($id: ID!) { dossier(id: $id) { ${field} } }`, { id: here.ids[student] })
  return asked.errors.length === 0
}

describe('the words of a yes', () => {
  const asked = { institution: ROC, purpose: 'INTAKE_TALK', groups: ['IDENTITY', 'CONTACT'], leftOut: [] }

  test.for(['nl', 'en'])('are shown beforehand, and exactly those are kept (%s)', async (language) => {
    const id = here.ids['eva']!
    const { data } = await here.as('eva').query(SAID, { id, ...asked }, { 'accept-language': language })
    const shown = data.dossier.sharingWords as string
    expect(shown).toMatch(language === 'nl' ? /^Wil je dit delen met ROC/ : /^Do you want to share this with ROC/)
    const given = await here.as('eva').act('giveConsent', { dossierId: id, ...asked, shown }, '{ id wording }')
    expect(given['wording']).toBe(shown)
  })

  test('that would be others by now are not kept', async () => {
    const input = { dossierId: here.ids['eva'], ...asked, shown: 'Wil je alles delen?' }
    expect((await here.as('eva').attempt('giveConsent', input)).errors[0]?.code).toBe('CONFLICT')
  })

  test('are none for what the region does not allow', async () => {
    const { errors } = await here
      .as('lotte')
      .query(SAID, { id: here.ids['lotte'], ...asked, institution: '02DE', groups: ['PLUS_DOCUMENT'] })
    expect(errors[0]).toMatchObject({ code: 'INVALID', field: 'groups' })
  })
})

test('what can be shared is what the agreement there allows', async () => {
  const question =
    'query ($id: ID!, $at: String!) { dossier(id: $id) { shareableWith(institution: $at) { group purpose detail } } }'
  const at = async (student: string, institution: string) =>
    (await here.as(student).query(question, { id: here.ids[student], at: institution })).data.dossier.shareableWith as {
      group: string
      purpose: string
      detail: string
    }[]
  const roc = await at('lotte', ROC)
  const delta = await at('lotte', '02DE')
  expect(roc.map(({ group }) => group)).toContain('PLUS_DOCUMENT')
  expect(roc).toContainEqual({ group: 'CONDITION', purpose: 'SUPPORT_ARRANGEMENT', detail: 'TICK_AND_ADVICE' })
  expect(delta.map(({ group }) => group)).not.toContain('PLUS_DOCUMENT')
  expect(delta.map(({ group }) => group)).not.toContain('CONDITION')
  expect(delta).toContainEqual({ group: 'ACCOMMODATIONS', purpose: 'INTAKE_TALK', detail: 'TICK' })
  expect(roc.filter(({ group }) => group === 'CAREER_FILE').map(({ purpose }) => purpose)).toEqual(['STUDY_START'])
  expect(roc.map(({ group }) => group)).not.toContain('PERSONAL_NUMBER')
  expect(await at('noor', '02DE')).toEqual([])
  // Each of them is really accepted.
  for (const { group, purpose } of delta)
    await here
      .as('lotte')
      .act('giveConsent', { dossierId: here.ids['lotte'], institution: '02DE', groups: [group], purpose })
})

describe('stopping a part', () => {
  test('closes that part at once; the rest goes on without a new yes, and the first yes is kept as it was said', async () => {
    const [before] = (await consents('noor', 'noor')).filter(({ state }) => state === 'GRANTED')
    expect(await reads('noor', 'careerSummary { aboutMe }')).toBe(true)
    await here.as('noor').act('stopSharing', { id: before!.id, groups: ['CAREER_SUMMARY'] })
    expect(await reads('noor', 'careerSummary { aboutMe }')).toBe(false)
    expect(await reads('noor', 'accommodations { strengths }')).toBe(true)
    const after = await consents('noor', 'noor')
    const rest = after.find(({ id }) => id === before!.id)
    expect(rest).toMatchObject({ state: 'GRANTED', wording: before!.wording, approvals: before!.approvals })
    expect(rest?.groups).toEqual(before!.groups.filter((group) => group !== 'CAREER_SUMMARY'))
    const part = after.find(({ groups, state }) => state === 'REVOKED' && groups.join() === 'CAREER_SUMMARY')
    expect(part).toMatchObject({ wording: before!.wording, approvals: before!.approvals, can: [] })
  })

  test('of its items leaves those out', async () => {
    const need = 'accommodations { needs { id } }'
    const own = await here
      .as('noor')
      .query(`query ($id: ID!) { dossier(id: $id) { ${need} } }`, { id: here.ids['noor'] })
    const [first, second] = own.data.dossier.accommodations.needs as { id: string }[]
    const [granted] = (await consents('noor', 'noor')).filter(({ state }) => state === 'GRANTED')
    await here.as('noor').act('stopSharing', { id: granted!.id, items: [first!.id] })
    const theirs = await here
      .as('marieke', { purpose: 'INTAKE_TALK' })
      .query(`query ($id: ID!) { dossier(id: $id) { ${need} } }`, { id: here.ids['noor'] })
    expect(theirs.data.dossier.accommodations.needs).toEqual([{ id: second!.id }])
  })

  test('of all its groups stops it; of none is not taken; of what waits it is all or nothing', async () => {
    const own = await consents('noor', 'noor')
    const granted = own.find(({ state }) => state === 'GRANTED')!
    const waiting = own.find(({ state }) => state === 'PENDING_APPROVAL')!
    expect((await here.as('noor').attempt('stopSharing', { id: granted.id, groups: [] })).errors[0]).toMatchObject({
      code: 'INVALID',
      field: 'groups',
    })
    const item = { id: waiting.id, items: [here.ids['noor']] }
    expect((await here.as('noor').attempt('stopSharing', item)).errors[0]?.code).toBe('INVALID')
    const all = { id: granted.id, groups: granted.groups }
    expect(await here.as('noor').act('stopSharing', all, '{ state groups }')).toEqual({
      state: 'REVOKED',
      groups: granted.groups,
    })
    expect(await reads('noor', 'identity { surname }')).toBe(false)
  })

  test('is for who may stop the whole', async () => {
    const [granted] = (await consents('yara', 'yara')).filter(({ state }) => state === 'GRANTED')
    expect(granted?.can).toEqual(['REVOKE_CONSENT'])
    const input = { id: granted!.id, groups: ['IDENTITY'] }
    expect((await here.as('joris').attempt('stopSharing', input)).errors[0]?.code).toBe('INVALID')
    for (const who of ['marieke', 'karim', 'noor'])
      expect((await here.as(who).attempt('stopSharing', input)).errors[0]?.code, who).toBe('NOT_FOUND')
    expect(await reads('yara', 'identity { surname }')).toBe(true)
  })
})

test('a consent says what its viewer may do with it', async () => {
  const of = async (who: string, student: string) =>
    (await consents(who, student)).map(({ state, can }) => `${state} ${can.join()}`)
  expect(await of('mother-of-sem', 'sem')).toEqual(['PENDING_APPROVAL APPROVE_CONSENT,REVOKE_CONSENT'])
  expect(await of('sem', 'sem')).toEqual(['PENDING_APPROVAL REVOKE_CONSENT'])
  expect(await of('daan', 'daan')).toEqual(['REVOKED '])
  expect(await of('joris', 'yara')).toEqual(['GRANTED '])
})

test('a consent that was stopped says by whom, to the student and guardians', async () => {
  const question = 'query ($id: ID!) { dossier(id: $id) { consents { state stoppedBy { name role } } } }'
  for (const who of ['daan', 'mother-of-daan', 'father-of-daan'])
    expect((await here.as(who).query(question, { id: here.ids['daan'] })).data.dossier.consents, who).toEqual([
      { state: 'REVOKED', stoppedBy: { name: 'Rob Visser', role: 'GUARDIAN' } },
    ])
})

test('a request is open until it is answered; to the institution it stays the same', async () => {
  const question = 'query ($id: ID!) { dossier(id: $id) { consentRequests { id open } } }'
  const ask = async (who: string) =>
    (await here.as(who, { purpose: 'INTAKE_TALK' }).query(question, { id: here.ids['tim'] })).data.dossier
      .consentRequests as { id: string; open: boolean }[]
  const before = (await ask('tim')).length
  await here.as('marieke').act('requestConsent', {
    dossierId: here.ids['tim'],
    groups: ['CONTACT'],
    purpose: 'INTAKE_TALK',
  })
  const mine = await ask('tim')
  const fresh = mine.filter(({ open }) => open)
  expect([mine.length, fresh.length]).toEqual([before + 1, 1])
  const theirs = await ask('marieke')
  await here.as('tim').act('refuseConsentRequest', { id: fresh[0]!.id })
  expect((await ask('tim')).filter(({ open }) => open)).toEqual([])
  expect(await ask('marieke')).toEqual(theirs)
})
