import { describe, expect, test } from 'vitest'
import { can } from './can.ts'
import type { Case } from './case.ts'
import { BORN, by, caseConsent, oneCase } from './case.testing.ts'
import { asker, LONG_AGO, MBO, NOW } from './facts.testing.ts'
import { isApproved, isRefusal, mayApprove, mayMove, mayPause } from './moves.ts'
import { DOSSIER_STATUSES, ROLES, type DossierStatus, type MinorPolicy, type Role } from './words.ts'

const talk = {
  id: 'application',
  institution: MBO,
  status: 'APPLIED',
  startYear: 2027,
  talkProposedAt: null,
  talkAt: NOW,
  talkEndedAt: null,
} as const
/** A dossier as it is in that status: in talk there is a talk, and something is open. */
const standing = (status: DossierStatus, more: Parameters<typeof oneCase>[0] = {}): Case =>
  oneCase({
    status,
    ...(status === 'IN_INTAKE' ? { consents: [caseConsent()], applications: [talk] } : {}),
    ...more,
  })
const movers = (from: DossierStatus, to: DossierStatus, more: Parameters<typeof oneCase>[0] = {}): Role[] =>
  ROLES.filter((role) => mayMove(standing(from, more), asker(role), to, NOW) === true)

/** Domain §7: every step that a person takes, by a student of 17. What is not here, nobody takes. */
const STEPS: Partial<Record<`${DossierStatus}>${DossierStatus}`, Role[]>> = {
  'DRAFT>IN_CONSULTATION': ['STUDENT', 'MENTOR'],
  'IN_CONSULTATION>DRAFT': ['STUDENT', 'MENTOR'],
  'IN_CONSULTATION>READY': ['STUDENT'],
  'READY>DRAFT': ['STUDENT', 'GUARDIAN'],
  'APPROVED>DRAFT': ['STUDENT', 'GUARDIAN'],
  'IN_INTAKE>SHARED': ['STUDENT', 'INTAKER'],
  'ENROLLED>CLOSED': ['STUDENT', 'MENTOR'],
}

describe('the steps of a dossier (domain §7)', () => {
  for (const from of DOSSIER_STATUSES)
    for (const to of DOSSIER_STATUSES) {
      const expected = STEPS[`${from}>${to}`] ?? []
      test(`${from} to ${to}: ${expected.join(', ') || 'nobody'}`, () => expect(movers(from, to)).toEqual(expected))
    }
  test('ready needs a complete identity and no advice that is still open', () => {
    expect(movers('IN_CONSULTATION', 'READY', { identityComplete: false })).toEqual([])
    expect(movers('IN_CONSULTATION', 'READY', { openAdvice: 1 })).toEqual([])
  })
  test('a guardian opens again only what they also approve', () => {
    expect(movers('READY', 'DRAFT', { policy: 'STUDENT_FROM_16' })).toEqual(['STUDENT'])
    expect(movers('READY', 'DRAFT', { birthDate: BORN[18]! })).toEqual(['STUDENT'])
    expect(movers('READY', 'DRAFT', { birthDate: BORN[15]!, policy: 'STUDENT_FROM_16' })).toEqual([
      'STUDENT',
      'GUARDIAN',
    ])
  })
  test.each([
    ['was withdrawn', { consents: [caseConsent({ state: 'REVOKED' })] }],
    ['is paused', { paused: true }],
    ['is for another institution alone', { consents: [caseConsent({ institution: '02DE' })] }],
    ['is no longer agreed on', { agreements: new Map() }],
  ] as const)(
    'an intaker ends no talk when what was shared %s: that would tell where the dossier is',
    (_name, more) => {
      expect(movers('IN_INTAKE', 'SHARED', more)).toEqual(['STUDENT'])
    },
  )
  test('an intaker ends no talk that was never agreed', () => {
    expect(movers('IN_INTAKE', 'SHARED', { applications: [{ ...talk, talkAt: null }] })).toEqual(['STUDENT'])
  })
  test('an intaker ends no talk that has ended, though another institution still talks', () => {
    const elsewhere = { ...talk, id: 'elsewhere', institution: '02DE' }
    const applications = [{ ...talk, talkEndedAt: NOW }, elsewhere]
    expect(movers('IN_INTAKE', 'SHARED', { applications })).toEqual(['STUDENT'])
  })
  test.each(['DRAFT', 'APPROVED', 'SHARED', 'ENROLLED', 'CLOSED'] as const)(
    'an intaker ends their own talk wherever the dossier stands for others: %s',
    (status) => {
      const more = { consents: [caseConsent()], applications: [talk] }
      expect(movers(status, 'SHARED', more)).toEqual(['INTAKER'])
      expect(movers(status, 'SHARED', { ...more, applications: [{ ...talk, status: 'ENROLLED' }] })).toEqual([])
    },
  )
})

describe('approving a version', () => {
  const approvers = (more: Parameters<typeof oneCase>[0] = {}): Role[] =>
    ROLES.filter((role) => mayApprove(oneCase({ status: 'READY', ...more }), asker(role), NOW) === true)
  test.each([
    [15, 'BOTH_UNTIL_18', ['STUDENT', 'GUARDIAN']],
    [15, 'STUDENT_FROM_16', ['STUDENT', 'GUARDIAN']],
    [16, 'BOTH_UNTIL_18', ['STUDENT', 'GUARDIAN']],
    [16, 'STUDENT_FROM_16', ['STUDENT']],
    [17, 'BOTH_UNTIL_18', ['STUDENT', 'GUARDIAN']],
    [17, 'STUDENT_FROM_16', ['STUDENT']],
    [18, 'BOTH_UNTIL_18', ['STUDENT']],
    [18, 'STUDENT_FROM_16', ['STUDENT']],
  ] as [number, MinorPolicy, Role[]][])('at %i under %s: %s', (age, policy, expected) => {
    expect(approvers({ birthDate: BORN[age]!, policy })).toEqual(expected)
  })
  test.each(DOSSIER_STATUSES.filter((status) => status !== 'READY'))('not in %s', (status) => {
    expect(approvers({ status })).toEqual([])
  })
  test('it is approved when the student and a guardian said yes to the same version', () => {
    const approved = (...approvals: Case['approvals']) => isApproved(oneCase({ status: 'READY', approvals }), NOW)
    expect(approved()).toBe(false)
    expect(approved(by('STUDENT'))).toBe(false)
    expect(approved(by('GUARDIAN'), by('GUARDIAN', 'other-guardian'))).toBe(false)
    expect(approved(by('STUDENT'), by('GUARDIAN', 'other-guardian'))).toBe(true)
  })
  test('a refusal has words in both languages', () => {
    const answer = mayApprove(oneCase(), asker('STUDENT'), NOW)
    expect(isRefusal(answer) && answer.en !== answer.nl && answer.nl.length > 0).toBe(true)
  })
})

test.each([
  [15, ['STUDENT', 'GUARDIAN']],
  [16, ['STUDENT']],
  [18, ['STUDENT']],
])('at %i sharing is paused by %s', (age, expected) => {
  const one = oneCase({ birthDate: BORN[age]! })
  expect(ROLES.filter((role) => mayPause(one, asker(role), NOW) === true)).toEqual(expected)
})

describe('what a viewer may do now (Dossier.can)', () => {
  const actions = (role: Role, one: Case, more: Parameters<typeof asker>[1] = {}) => can(one, asker(role, more), NOW)
  const YESTERDAY = new Date(NOW.getTime() - 86_400_000)
  const asked = [{ id: 'request', institution: MBO, askedAt: LONG_AGO, outcome: 'OPEN' }]
  const askedYesterday = [{ ...asked[0]!, askedAt: YESTERDAY }]
  const waiting = caseConsent({ state: 'PENDING_APPROVAL', createdAt: YESTERDAY, approvals: [by('STUDENT')] })
  test.each([
    [
      'STUDENT',
      'a draft',
      oneCase({ status: 'DRAFT', statement: true }),
      'MOVE_TO_CONSULTATION PAUSE ERASE GIVE_CONSENT',
    ],
    [
      'STUDENT',
      'what is ready',
      oneCase({ status: 'READY', statement: true }),
      'MOVE_TO_DRAFT APPROVE PAUSE ERASE GIVE_CONSENT',
    ],
    [
      'STUDENT',
      'what they approved',
      oneCase({ status: 'READY', statement: true, approvals: [by('STUDENT')] }),
      'MOVE_TO_DRAFT PAUSE ERASE GIVE_CONSENT',
    ],
    [
      'STUDENT',
      'what is shared',
      oneCase({ status: 'SHARED', statement: true, consents: [caseConsent()] }),
      'PAUSE ERASE GIVE_CONSENT REVOKE_CONSENT',
    ],
    [
      'STUDENT',
      'a question',
      oneCase({ status: 'SHARED', statement: true, requests: askedYesterday }),
      'PAUSE ERASE GIVE_CONSENT REFUSE_REQUEST',
    ],
    ['STUDENT', 'a pause', oneCase({ status: 'SHARED', paused: true, statement: true }), 'RESUME ERASE GIVE_CONSENT'],
    [
      'STUDENT',
      'no application',
      oneCase({ status: 'DRAFT', statement: true, applications: [] }),
      'MOVE_TO_CONSULTATION PAUSE ERASE',
    ],
    ['STUDENT', 'no statement yet', oneCase({ status: 'SHARED' }), 'PAUSE ERASE GIVE_CONSENT GIVE_NUMBER_STATEMENT'],
    [
      'STUDENT',
      'a proposed talk',
      oneCase({ status: 'SHARED', statement: true, applications: [{ ...talk, talkAt: null, talkProposedAt: NOW }] }),
      'PAUSE ERASE GIVE_CONSENT ACCEPT_TALK',
    ],
    ['GUARDIAN', 'what is ready', oneCase({ status: 'READY', statement: true }), 'MOVE_TO_DRAFT APPROVE'],
    [
      'GUARDIAN',
      'a consent that waits',
      oneCase({ status: 'APPROVED', statement: true, consents: [waiting] }),
      'MOVE_TO_DRAFT APPROVE_CONSENT REVOKE_CONSENT',
    ],
    [
      'GUARDIAN',
      'a consent that has lapsed',
      oneCase({ status: 'APPROVED', statement: true, consents: [{ ...waiting, createdAt: LONG_AGO }] }),
      'MOVE_TO_DRAFT',
    ],
    [
      'STUDENT',
      'their own yes that is enough since today',
      oneCase({ status: 'APPROVED', statement: true, birthDate: BORN[18]!, consents: [waiting] }),
      'MOVE_TO_DRAFT PAUSE ERASE GIVE_CONSENT APPROVE_CONSENT REVOKE_CONSENT',
    ],
    [
      'STUDENT',
      'an approval that is enough since today',
      oneCase({ status: 'READY', statement: true, birthDate: BORN[18]!, approvals: [by('STUDENT')] }),
      'MOVE_TO_DRAFT APPROVE PAUSE ERASE GIVE_CONSENT',
    ],
    [
      'STUDENT',
      'an application that was withdrawn',
      oneCase({ status: 'DRAFT', statement: true, applications: [{ ...talk, status: 'WITHDRAWN', talkAt: null }] }),
      'MOVE_TO_CONSULTATION PAUSE ERASE',
    ],
    [
      'GUARDIAN',
      'a consent that they approved',
      oneCase({
        status: 'SHARED',
        statement: true,
        consents: [caseConsent({ approvals: [by('STUDENT'), by('GUARDIAN')] })],
      }),
      'REVOKE_CONSENT',
    ],
    [
      'GUARDIAN',
      'a consent under STUDENT_FROM_16',
      oneCase({ status: 'SHARED', statement: true, policy: 'STUDENT_FROM_16', consents: [caseConsent()] }),
      '',
    ],
    [
      'GUARDIAN',
      'a student of 15',
      oneCase({ status: 'SHARED', birthDate: BORN[15]!, requests: askedYesterday }),
      'PAUSE ERASE REFUSE_REQUEST GIVE_NUMBER_STATEMENT',
    ],
    ['GUARDIAN', 'a student of 18', oneCase({ status: 'READY', birthDate: BORN[18]! }), ''],
    ['MENTOR', 'a draft', oneCase({ status: 'DRAFT' }), 'MOVE_TO_CONSULTATION INVITE'],
    ['MENTOR', 'what is ready', oneCase({ status: 'READY' }), 'INVITE'],
    ['CARE_COORDINATOR', 'a draft', oneCase({ status: 'DRAFT' }), ''],
    ['MUNICIPALITY', 'a resident', oneCase(), ''],
    ['REGION_ANALYST', 'a dossier', oneCase(), ''],
    ['ADMINISTRATOR', 'a dossier', oneCase(), ''],
    ['INTAKER', 'an applicant', oneCase(), 'REQUEST_CONSENT REPORT_APPLICATION_STATUS PROPOSE_TALK'],
    ['INTAKER', 'a talk', standing('IN_INTAKE'), 'REQUEST_CONSENT REPORT_APPLICATION_STATUS PROPOSE_TALK END_TALK'],
    ['PARTNER', 'an applicant', oneCase(), 'REQUEST_CONSENT REPORT_APPLICATION_STATUS'],
    ['INTAKER', 'a question', oneCase({ requests: askedYesterday }), 'REPORT_APPLICATION_STATUS PROPOSE_TALK'],
  ] as [Role, string, Case, string][])('%s with %s', (role, _name, one, expected) => {
    expect(actions(role, one).join(' ')).toBe(expected)
  })
  test('a partner system does what its scopes say', () => {
    expect(actions('PARTNER', oneCase(), { scopes: ['dossier:read'] })).toEqual(['REQUEST_CONSENT'])
    expect(actions('PARTNER', oneCase(), { scopes: ['status:write'] })).toEqual(['REPORT_APPLICATION_STATUS'])
  })
  test('nobody may do anything with what was erased', () => {
    for (const role of ROLES) expect(actions(role, standing('ERASED')), role).toEqual([])
  })
  test('to an intaker the same, whatever the student decided, however often it was asked, and whoever else receives', () => {
    const expected = actions('INTAKER', oneCase())
    const others = [
      { consents: [caseConsent({ state: 'REVOKED' })] },
      { consents: [caseConsent({ state: 'PENDING_APPROVAL' })] },
      { consents: [caseConsent()], paused: true },
      { consents: [caseConsent({ institution: '02DE' })] },
      { requests: asked },
      { requests: [{ ...asked[0]!, outcome: 'REFUSED' }] },
      { statement: true },
    ]
    for (const status of DOSSIER_STATUSES.filter((one) => one !== 'ERASED'))
      for (const more of others) {
        const one = oneCase({ status, ...more })
        expect(actions('INTAKER', one), `${status} ${JSON.stringify(more)}`).toEqual(expected)
      }
  })
})
