import { expect, test, vi } from 'vitest'
import { begin } from '../model/beginning.ts'
import { ask } from '../model/hub.ts'
import type { Person } from '../model/people.ts'
import {
  hub,
  DAY_MS,
  later,
  timePasses,
  attempt,
  must,
  scene,
  BOTH,
  STUDENT_FROM_16,
  apply,
  give,
  dossier,
  status,
  can,
  ready,
  SIXTEEN,
  ALMOST_ADULT,
} from './scene.ts'

/** Domain §5 to §7, row by row, and every fault that the model, the bad input and the two at once have found. */

test('a dossier goes through all its steps (domain §7), each with who and why, and each in the feed', async () => {
  const one = await scene(SIXTEEN)
  const { student, guardians, mentor, intakers } = one.cast
  await ready(one)
  await must(student, 'approveDossier', { id: one.id, expectedVersion: 1 })
  expect(await status(one)).toBe('READY')
  await must(guardians[1]!, 'approveDossier', { id: one.id, expectedVersion: 1 })
  await must(student, 'moveDossier', { id: one.id, to: 'DRAFT', expectedVersion: 1 })
  for (const to of ['IN_CONSULTATION', 'READY'])
    await must(student, 'moveDossier', { id: one.id, to, expectedVersion: 2 })
  expect((await attempt(guardians[0]!, 'approveDossier', { id: one.id, expectedVersion: 1 })).code).toBe('CONFLICT')
  for (const who of [guardians[0]!, student]) await must(who, 'approveDossier', { id: one.id, expectedVersion: 2 })
  const { id } = await give(one)
  await must(guardians[0]!, 'approveConsent', { id })
  await must(intakers[0], 'proposeTalk', { applicationId: one.application, at: '2026-12-01T12:00:00Z' })
  await must(student, 'acceptTalk', { id: one.application })
  await must(intakers[0], 'moveDossier', { id: one.id, to: 'SHARED', expectedVersion: 2 })
  await must(guardians[1]!, 'revokeConsent', { id })
  await must(intakers[0], 'reportApplicationStatus', { applicationId: one.application, status: 'ENROLLED' })
  await must(mentor, 'moveDossier', { id: one.id, to: 'CLOSED', expectedVersion: 2 })
  const steps = await hub.database.sql<{ step: string }>(
    `select from_status || ' > ' || to_status || ' by ' || coalesce(by_role, 'the system') || ': ' || reason as step
      from consent.status_change where dossier_id = $1 and from_status is not null order by id`,
    [one.id],
  )
  expect(steps.map(({ step }) => step)).toEqual([
    'DRAFT > IN_CONSULTATION by MENTOR: moved',
    'IN_CONSULTATION > READY by STUDENT: moved',
    'READY > APPROVED by GUARDIAN: approved by all',
    'APPROVED > DRAFT by STUDENT: opened again',
    'DRAFT > IN_CONSULTATION by STUDENT: moved',
    'IN_CONSULTATION > READY by STUDENT: moved',
    'READY > APPROVED by STUDENT: approved by all',
    'APPROVED > SHARED by GUARDIAN: first consent',
    'SHARED > IN_INTAKE by STUDENT: talk agreed',
    'IN_INTAKE > SHARED by INTAKER: moved',
    'SHARED > APPROVED by GUARDIAN: last consent ended',
    'APPROVED > ENROLLED by INTAKER: enrolled',
    'ENROLLED > CLOSED by MENTOR: moved',
  ])
  // The feed shows what is over for everybody, so on a server with others it may be a moment behind.
  const kinds = await vi.waitFor(
    async () => {
      const feed = await ask(hub, student, null, '{ changes(first: 100) { edges { node { kind } } } }', {})
      const all: string[] = feed.data.changes.edges.map(({ node }: { node: { kind: string } }) => node.kind)
      expect(all.filter((kind) => kind === 'DOSSIER_STATUS')).toHaveLength(steps.length)
      return all
    },
    { timeout: 20_000, interval: 50 },
  )
  expect(kinds).toContain('SHARING')
  expect(kinds).toContain('TALK')
  expect(kinds.filter((kind) => kind === 'APPLICATION_STATUS')).toHaveLength(2)
})

test.each([
  ['2027-04-01T21:59:59Z', true],
  ['2027-04-01T22:00:00Z', false],
])('who applied at %s was on time: %s', async (at, expected) => {
  const { model } = await begin(hub, { birthDate: SIXTEEN, guardians: 1, scopes: 0, policies: 0 })
  hub.clock.set(new Date(at))
  await apply(model)
  expect((await dossier(model, 'applications { onTime }')).applications).toEqual([{ onTime: expected }])
})

test('each status goes to the school and the municipality, and a correction supersedes the last, also within one millisecond', async () => {
  const one = await scene(SIXTEEN)
  const [intaker] = one.cast.intakers
  const report = (status: string, supersedes: string | null = null) =>
    attempt(
      intaker,
      'reportApplicationStatus',
      { applicationId: one.application, status, supersedes },
      '{ status messages { id status supersedes recipients } }',
    )
  await report('CONTRACT_OFFERED')
  const { got } = await report('NOT_ENROLLED')
  expect(got.messages.map((message: { status: string }) => message.status)).toEqual([
    'APPLIED',
    'CONTRACT_OFFERED',
    'NOT_ENROLLED',
  ])
  // The institution is not told who they are: they say where a student lives and went to school.
  expect(got.messages.at(-1).recipients).toEqual([])
  const [told] = (await dossier(one, 'applications { messages { recipients } }')).applications
  expect(told.messages.at(-1).recipients).toEqual([one.places.school, 'GM0193'])
  expect((await report('ENROLLED')).code).toBe('INVALID')
  expect((await report('ENROLLED', got.messages[1].id)).code).toBe('CONFLICT')
  const corrected = await report('ENROLLED', got.messages[2].id.toUpperCase())
  expect(corrected.got.status).toBe('ENROLLED')
  expect(corrected.got.messages.at(-1).supersedes).toBe(got.messages[2].id)
  expect(await status(one)).toBe('ENROLLED')
})

test('an enrolment that was a mistake brings the dossier back to where it was', async () => {
  const one = await scene(SIXTEEN)
  await ready(one)
  const [intaker] = one.cast.intakers
  const input = (status: string, supersedes: string | null = null) => ({
    applicationId: one.application,
    status,
    supersedes,
  })
  const { messages } = await must(intaker, 'reportApplicationStatus', input('ENROLLED'), '{ messages { id } }')
  expect(await status(one)).toBe('ENROLLED')
  await must(intaker, 'reportApplicationStatus', input('APPLIED', messages.at(-1).id))
  expect(await status(one)).toBe('READY')
})

test('a withdrawal ends the consents of that institution, and there nothing can be shared any more', async () => {
  const one = await scene('2007-03-01')
  const { student, intakers } = one.cast
  await give(one)
  await must(intakers[0], 'proposeTalk', { applicationId: one.application, at: '2026-12-01T12:00:00Z' })
  await must(student, 'reportApplicationStatus', { applicationId: one.application, status: 'WITHDRAWN' })
  expect((await dossier(one, 'consents { state }')).consents).toEqual([{ state: 'ENDED' }])
  const institution = one.places.institutions[0].brin
  const again = await attempt(student, 'giveConsent', {
    dossierId: one.id,
    institution,
    groups: ['IDENTITY'],
    purpose: 'INTAKE_TALK',
  })
  expect(again.code).toBe('INVALID')
  expect(
    (await attempt(intakers[0], 'requestConsent', { dossierId: one.id, groups: ['IDENTITY'], purpose: 'INTAKE_TALK' }))
      .code,
  ).toBe('INVALID')
  expect(await can(one, student)).not.toContain('GIVE_CONSENT')
  expect(await can(one, student)).not.toContain('ACCEPT_TALK')
  expect((await attempt(student, 'acceptTalk', { id: one.application })).code).toBe('INVALID')
})

test('the exact words are kept with each yes, and their version', async () => {
  const one = await scene(SIXTEEN)
  const { id } = await give(one, ['IDENTITY', 'ACCOMMODATIONS'])
  await must(one.cast.guardians[0]!, 'approveConsent', { id })
  const rows = await hub.database.sql<{ wording: string; wording_version: number }>(
    `select wording, wording_version from consent.approval where consent_id = $1
      union all select wording, wording_version from consent.consent where id = $1`,
    [id],
  )
  expect(rows).toHaveLength(3)
  expect(new Set(rows.map((row) => `${row.wording} ${row.wording_version}`)).size).toBe(1)
  expect(rows[0]?.wording).toMatch(
    /^Wil je dit delen met ROC Voorbeeld\? Zij zien dan: je naam, je geboortedatum, je geslacht, je woonplaats, je school en niveau van nu, waar jij hulp bij nodig hebt, wat jou helpt, welke hulp jij nu krijgt, wat goed gaat en hoe jij erover wilt praten\..* 1 oktober 2027\./,
  )
  expect(rows[0]?.wording_version).toBe(2)
})

test('under 16 a guardian approves; of two guardians one is enough, and the other may stop it', async () => {
  const one = await scene('2011-05-05')
  const { student, guardians, intakers } = one.cast
  const { id, state } = await give(one)
  expect(state).toBe('PENDING_APPROVAL')
  expect((await must(guardians[0]!, 'approveConsent', { id }, '{ state }')).state).toBe('GRANTED')
  expect((await must(guardians[1]!, 'revokeConsent', { id }, '{ state }')).state).toBe('REVOKED')
  expect((await attempt(guardians[0]!, 'approveConsent', { id })).code).toBe('CONFLICT')
  expect((await attempt(student, 'approveConsent', { id })).code).toBe('CONFLICT')
  expect((await dossier(one, 'identity { surname }', intakers[0])).identity).toBeNull()
})

test('from 16 the student decides alone where the region agreed so', async () => {
  const one = await scene(SIXTEEN, STUDENT_FROM_16)
  const { id, state } = await give(one)
  expect(state).toBe('GRANTED')
  expect((await attempt(one.cast.guardians[0]!, 'revokeConsent', { id })).code).toBe('INVALID')
  await ready(one)
  await must(one.cast.student, 'approveDossier', { id: one.id, expectedVersion: 1 })
  expect(await status(one)).toBe('SHARED')
})

test('a yes that was half is whole when the student says it again as an adult: the dossier', async () => {
  const one = await scene(ALMOST_ADULT, BOTH)
  const { student, guardians } = one.cast
  await ready(one)
  await must(student, 'approveDossier', { id: one.id, expectedVersion: 1 })
  expect(await can(one, student)).not.toContain('APPROVE')
  hub.clock.set(new Date('2026-11-24T22:59:59Z'))
  expect(await can(one, guardians[0]!)).toContain('APPROVE')
  hub.clock.set(new Date('2026-11-24T23:00:00Z'))
  expect((await attempt(guardians[0]!, 'approveDossier', { id: one.id, expectedVersion: 1 })).code).toBe('NOT_FOUND')
  expect(await can(one, student)).toContain('APPROVE')
  await must(student, 'approveDossier', { id: one.id, expectedVersion: 1 })
  expect(await status(one)).toBe('APPROVED')
})

test('a yes that was half is whole when the student says it again as an adult: a consent', async () => {
  const one = await scene(ALMOST_ADULT, BOTH)
  const { student, guardians } = one.cast
  const { id, state } = await give(one)
  expect(state).toBe('PENDING_APPROVAL')
  expect(await can(one, student)).not.toContain('APPROVE_CONSENT')
  hub.clock.set(new Date('2026-11-24T23:00:00Z'))
  expect((await attempt(guardians[0]!, 'approveConsent', { id })).code).toBe('NOT_FOUND')
  expect(await can(one, student)).toContain('APPROVE_CONSENT')
  expect((await must(student, 'approveConsent', { id }, '{ state }')).state).toBe('GRANTED')
})

test('who is born on 29 February is an adult on 1 March, to the second', async () => {
  const one = await scene('2012-02-29')
  const [father] = one.cast.guardians
  hub.clock.set(new Date('2030-02-28T22:59:59Z'))
  expect((await dossier(one, 'identity { surname }', father)).identity).not.toBeNull()
  hub.clock.set(new Date('2030-02-28T23:00:00Z'))
  expect(await dossier(one, 'identity { surname }', father)).toBeNull()
})

test('a consent that waits lapses after 14 days, whether or not the scheduler came by', async () => {
  const one = await scene(SIXTEEN)
  const [father] = one.cast.guardians
  const first = await give(one)
  const second = await give(one, ['CONTACT'])
  later(14 * DAY_MS - 1)
  await must(father!, 'approveConsent', { id: first.id })
  later(1)
  expect(await can(one, father!)).not.toContain('APPROVE_CONSENT')
  expect((await attempt(father!, 'approveConsent', { id: second.id })).code).toBe('CONFLICT')
  await timePasses()
  const { consents } = await dossier(one, 'consents { id state }')
  expect(new Map(consents.map((consent: { id: string; state: string }) => [consent.id, consent.state]))).toEqual(
    new Map([
      [first.id, 'GRANTED'],
      [second.id, 'LAPSED'],
    ]),
  )
})

test('a consent ends on 1 October of the start year at 00:00, and what is done after that finds it ended', async () => {
  const one = await scene('2007-03-01')
  const { student, intakers } = one.cast
  const { id } = await give(one)
  await ready(one)
  await must(student, 'approveDossier', { id: one.id, expectedVersion: 1 })
  const read = async () =>
    (
      await ask(hub, intakers[0], 'INTAKE_TALK', 'query ($id: ID!) { dossier(id: $id) { identity { surname } } }', {
        id: one.id,
      })
    ).data.dossier.identity
  hub.clock.set(new Date('2027-09-30T21:59:59Z'))
  expect(await read()).not.toBeNull()
  hub.clock.set(new Date('2027-09-30T22:00:00Z'))
  expect(await read()).toBeNull()
  expect((await attempt(student, 'revokeConsent', { id })).code).toBe('CONFLICT')
  await must(student, 'pauseSharing', { dossierId: one.id })
  expect(await dossier(one, 'status consents { state }')).toEqual({
    status: 'APPROVED',
    consents: [{ state: 'EXPIRED' }],
  })
})

test('an institution asks once in 14 days, whatever came of it', async () => {
  const one = await scene(SIXTEEN)
  const [intaker] = one.cast.intakers
  const input = { dossierId: one.id, groups: ['CAREER_SUMMARY'], purpose: 'INTAKE_TALK' }
  const { id } = await must(intaker, 'requestConsent', input)
  expect((await attempt(one.cast.partner, 'requestConsent', input)).code).toBe('INVALID')
  expect(await can(one, intaker)).not.toContain('REQUEST_CONSENT')
  await must(one.cast.student, 'refuseConsentRequest', { id })
  later(14 * DAY_MS - 1000)
  expect((await attempt(intaker, 'requestConsent', input)).code).toBe('INVALID')
  later(1000)
  expect(await can(one, intaker)).toContain('REQUEST_CONSENT')
  await must(intaker, 'requestConsent', input)
})

test('a birthday raises the fence once, however busy the day was before the scheduler came', async () => {
  const one = await scene(ALMOST_ADULT)
  const rights = async () =>
    Number(
      (await hub.database.sql<{ rights: string }>('select rights from consent.dossier where id = $1', [one.id]))[0]
        ?.rights,
    )
  hub.clock.set(new Date('2026-11-24T23:00:10Z'))
  await must(one.cast.mentor, 'moveDossier', { id: one.id, to: 'IN_CONSULTATION', expectedVersion: 1 })
  const before = await rights()
  await timePasses()
  expect(await rights()).toBe(before + 1)
  await timePasses()
  expect(await rights()).toBe(before + 1)
})

test('on 29 February time passes too: who turns 16 is told, and what is due is done', async () => {
  const one = await scene('2012-02-29')
  await give(one)
  hub.clock.set(new Date('2028-02-29T12:00:00Z'))
  await timePasses()
  const [row] = await hub.database.sql<{ day: string }>(
    'select aged_on::text as day from consent.dossier where id = $1',
    [one.id],
  )
  expect(row?.day).toBe('2028-02-29')
  expect((await dossier(one, 'consents { state }')).consents).toEqual([{ state: 'LAPSED' }])
})

test('who takes a step that was taken already is told so', async () => {
  const one = await scene(SIXTEEN)
  const input = { id: one.id, to: 'IN_CONSULTATION', expectedVersion: 1 }
  await must(one.cast.mentor, 'moveDossier', input)
  expect((await attempt(one.cast.student, 'moveDossier', input)).code).toBe('CONFLICT')
})

test('after an erased dossier a student has a new one, and one only', async () => {
  const one = await scene('2007-03-01')
  const { student, mentor } = one.cast
  for (const expected of [false, true])
    expect(await must(student, 'eraseDossier', { dossierId: one.id }, '')).toBe(expected)
  const input = { name: 'Noor', subject: student.viewer.subject, birthDate: '2007-03-01', startYear: 2027 }
  await must(mentor, 'openDossier', input)
  expect((await attempt(mentor, 'openDossier', input)).code).toBe('CONFLICT')
})

test('erasure is asked twice by the same person within 15 minutes', async () => {
  const one = await scene('2011-05-05')
  const [father, mother] = one.cast.guardians
  const erase = (who: Person) => attempt(who, 'eraseDossier', { dossierId: one.id }, '')
  expect((await erase(one.cast.student)).code).toBe('INVALID')
  expect((await erase(father!)).got).toBe(false)
  expect((await erase(mother!)).got).toBe(false)
  later(15 * 60_000 + 1)
  expect((await erase(mother!)).got).toBe(false)
  later(15 * 60_000)
  expect((await erase(mother!)).got).toBe(true)
  expect((await erase(mother!)).code).toBe('NOT_FOUND')
  const people = await hub.database.sql('select 1 from consent.party where dossier_id = $1 and name <> $2', [
    one.id,
    '',
  ])
  expect(people).toEqual([])
})

test('an id in capitals is the same id', async () => {
  const one = await scene(SIXTEEN)
  const { id } = await give(one)
  const capitals = { id: id.toUpperCase() }
  await must(one.cast.student, 'approveConsent', capitals)
  expect((await must(one.cast.guardians[0]!, 'approveConsent', capitals, '{ state }')).state).toBe('GRANTED')
  expect((await must(one.cast.student, 'revokeConsent', capitals, '{ state }')).state).toBe('REVOKED')
  expect(hub.log).toEqual([])
})
