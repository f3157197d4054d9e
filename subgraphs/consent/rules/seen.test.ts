import { describe, expect, test } from 'vitest'
import type { Facts } from './facts.ts'
import { asker, consent, enrolled, facts, MBO, NOW, wholeAgreement } from './facts.testing.ts'
import { openConsents, openGroups, seenBy } from './seen.ts'
import { DOSSIER_STATUSES, type DossierStatus, type Role } from './words.ts'

const OPEN = DOSSIER_STATUSES.filter((status) => status !== 'ERASED')
const seen = (role: Role, more: Partial<Facts> = {}) => seenBy(facts(more), asker(role), NOW)
const shared = { consents: [consent(['IDENTITY'])] }
const inTalk = {
  applications: [{ id: 'a', institution: MBO, status: 'APPLIED' as const, talkAt: NOW, talkEndedAt: null }],
}
const talkedBefore = { applications: [{ ...inTalk.applications[0]!, talkEndedAt: NOW }] }
const NOTHING_KNOWN = { relation: 'MBO', status: 'DRAFT', version: 1, paused: false }

describe('who has a part in it sees the dossier as it is', () => {
  for (const role of ['STUDENT', 'GUARDIAN', 'MENTOR', 'CARE_COORDINATOR'] as const)
    test.each(OPEN)(`${role} in %s`, (status) => {
      expect(seen(role, { status, paused: true })).toMatchObject({ status, version: 3, paused: true })
    })
})

describe('an institution', () => {
  test.each(OPEN)('to which nothing is open sees the same of a dossier in %s', (status) => {
    for (const more of [
      {},
      { paused: true },
      { ...shared, paused: true },
      { ...shared, agreement: null },
      { ...shared, agreement: wholeAgreement({ allowed: [] }) },
      { consents: [consent(['IDENTITY'], { expiresAt: NOW })] },
      { consents: [consent(['IDENTITY'], { state: 'REVOKED' })] },
      inTalk,
    ])
      expect(seen('INTAKER', { status, ...more }), JSON.stringify(more)).toEqual(NOTHING_KNOWN)
  })
  test.each<[DossierStatus, boolean, DossierStatus]>([
    ['SHARED', false, 'SHARED'],
    ['IN_INTAKE', true, 'IN_INTAKE'],
    ['IN_INTAKE', false, 'SHARED'],
    ['DRAFT', false, 'SHARED'],
    ['ENROLLED', false, 'SHARED'],
    ['CLOSED', false, 'SHARED'],
    ['SHARED', true, 'IN_INTAKE'],
    ['ENROLLED', true, 'IN_INTAKE'],
  ])('to which something is open, of a dossier in %s (own talk agreed: %s): %s', (status, talk, expected) => {
    const answer = seen('INTAKER', { status, ...shared, ...(talk ? inTalk : {}) })
    expect(answer).toEqual({ relation: 'MBO', status: expected, version: 3, paused: false })
  })
  test.each(OPEN)('whose talk has ended sees no talk, whoever goes on talking, of a dossier in %s', (status) => {
    expect(seen('INTAKER', { status, ...shared, ...talkedBefore })?.status).toBe('SHARED')
  })
  test('that enrolled the student sees just that', () => {
    for (const more of [{}, shared, { paused: true }])
      expect(seen('INTAKER', { ...enrolled, ...more })).toEqual({ ...NOTHING_KNOWN, status: 'ENROLLED' })
  })
  test('a system that may not read dossiers sees nothing of the sharing', () => {
    const cut = asker('PARTNER', { scopes: ['status:write', 'feed:read'] })
    expect(seenBy(facts(shared), cut, NOW)).toEqual(NOTHING_KNOWN)
  })
  test('and its system see the same', () => expect(seen('PARTNER', shared)).toEqual(seen('INTAKER', shared)))
})

test('a municipality sees whether there is an enrolment, and nothing of the sharing', () => {
  expect(seen('MUNICIPALITY', { status: 'SHARED', ...shared })).toMatchObject({
    status: 'DRAFT',
    version: 1,
    paused: false,
  })
  expect(seen('MUNICIPALITY', enrolled)).toMatchObject({ status: 'ENROLLED', version: 1 })
})

test.each(['REGION_ANALYST', 'ADMINISTRATOR'] as const)('to %s there is no dossier', (role) =>
  expect(seen(role)).toBeNull(),
)

describe('what a consent opens', () => {
  const one = consent(['IDENTITY', 'CONDITION'], { purpose: 'SUPPORT_ARRANGEMENT' })
  const only = (group: 'IDENTITY' | 'CONDITION') =>
    wholeAgreement({ allowed: wholeAgreement().allowed.filter((allowed) => allowed.group === group) })
  test('is cut to what the region agreed', () => {
    expect(openGroups(facts(), one, NOW)).toEqual(['IDENTITY', 'CONDITION'])
    expect(openGroups(facts({ agreement: only('CONDITION') }), one, NOW)).toEqual(['CONDITION'])
  })
  test('a consent of which nothing is left is not known of', () => {
    const identity = consent(['IDENTITY'])
    expect(openConsents(facts({ consents: [identity], agreement: only('CONDITION') }), NOW)).toEqual([])
    expect(openConsents(facts({ consents: [identity], agreement: only('IDENTITY') }), NOW)).toEqual([identity])
  })
})
