import type { AgreementFacts, Asker, ConsentFacts, Facts } from './facts.ts'
import { FIELD_GROUPS, PURPOSES, type FieldGroup, type Role } from './words.ts'

/** An ordinary morning in term, winter time. */
export const NOW = new Date('2026-11-24T10:00:00Z')
export const LONG_AGO = new Date('2026-01-01T00:00:00Z')
export const MBO = '01VB'
export const SCHOOL = '00YY'

export const asker = (role: Role, more: Partial<Asker> = {}): Asker => ({
  subject: role.toLowerCase(),
  role,
  brin:
    role === 'INTAKER' || role === 'PARTNER' ? MBO : role === 'MENTOR' || role === 'CARE_COORDINATOR' ? SCHOOL : null,
  municipality: role === 'MUNICIPALITY' ? 'GM0193' : null,
  scopes: role === 'PARTNER' ? ['dossier:read', 'status:write', 'feed:read', 'number:read'] : [],
  ...more,
})

/** Everything that a region can agree on, for every purpose, in full detail. */
export const wholeAgreement = (more: Partial<AgreementFacts> = {}): AgreementFacts => ({
  id: 'agreement',
  allowed: FIELD_GROUPS.map((group) => ({ group, detail: 'TICK_AND_ADVICE', from: null, purposes: [...PURPOSES] })),
  minorPolicy: 'BOTH_UNTIL_18',
  postEnrolment: 'CONSENT',
  ...more,
})

export const consent = (groups: readonly FieldGroup[], more: Partial<ConsentFacts> = {}): ConsentFacts => ({
  id: 'consent',
  groups,
  purpose: 'INTAKE_TALK',
  state: 'GRANTED',
  grantedAt: LONG_AGO,
  expiresAt: new Date('2027-10-01T00:00:00Z'),
  leftOut: [],
  ...more,
})

/** A dossier of a student of 17, with everybody around it and an application at the institution; nothing is shared. */
export const facts = (more: Partial<Facts> = {}): Facts => ({
  dossierId: 'dossier',
  status: 'APPROVED',
  version: 3,
  paused: false,
  birthDate: '2009-06-01',
  municipality: 'GM0193',
  homeSchool: SCHOOL,
  region: '10',
  numberStatement: false,
  rights: 1,
  parties: [
    { role: 'STUDENT', brin: null, since: LONG_AGO, until: null },
    { role: 'GUARDIAN', brin: null, since: LONG_AGO, until: null },
    { role: 'MENTOR', brin: SCHOOL, since: LONG_AGO, until: null },
    { role: 'CARE_COORDINATOR', brin: SCHOOL, since: LONG_AGO, until: null },
  ],
  applications: [{ id: 'application', institution: MBO, status: 'APPLIED', talkAt: null, talkEndedAt: null }],
  consents: [],
  innerShares: [],
  guidance: [],
  agreement: wholeAgreement(),
  ...more,
})

export const enrolled = {
  applications: [{ id: 'application', institution: MBO, status: 'ENROLLED', talkAt: null, talkEndedAt: null }],
} as const
