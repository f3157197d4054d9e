import type { Case, CaseConsent } from './case.ts'
import { LONG_AGO, MBO, SCHOOL, wholeAgreement } from './facts.testing.ts'
import type { MinorPolicy, Role } from './words.ts'

/** Birth dates of somebody who has this age on the day of `NOW`. */
export const BORN: Readonly<Record<number, string>> = {
  15: '2011-06-01',
  16: '2010-06-01',
  17: '2009-06-01',
  18: '2008-06-01',
}

export const party = (role: Role, brin: string | null, subject = role.toLowerCase(), id = 0) => ({
  id,
  subject,
  role,
  name: subject,
  brin,
  since: LONG_AGO,
  until: null,
})

export const by = (role: Role, subject = role.toLowerCase()) => ({ subject, role })

export const caseConsent = (more: Partial<CaseConsent> = {}): CaseConsent => ({
  id: 'consent',
  institution: MBO,
  groups: ['IDENTITY'],
  purpose: 'INTAKE_TALK',
  state: 'GRANTED',
  grantedAt: LONG_AGO,
  expiresAt: new Date('2027-10-01T00:00:00Z'),
  createdAt: LONG_AGO,
  approvals: [],
  ...more,
})

/** A student of 17 with two guardians, mentor and care coordinator, and an application; everybody approves until 18. */
export const oneCase = ({ policy = 'BOTH_UNTIL_18', ...more }: Partial<Case> & { policy?: MinorPolicy } = {}): Case => {
  const agreement = wholeAgreement({ minorPolicy: policy })
  return {
    id: 'dossier',
    status: 'APPROVED',
    version: 3,
    paused: false,
    pausedBecause: null,
    rights: 1,
    birthDate: BORN[17]!,
    municipality: 'GM0193',
    homeSchool: SCHOOL,
    region: '10',
    startYear: 2027,
    identityComplete: true,
    openAdvice: 0,
    statement: false,
    parties: [
      party('STUDENT', null),
      party('GUARDIAN', null),
      party('GUARDIAN', null, 'other-guardian'),
      party('MENTOR', SCHOOL),
      party('CARE_COORDINATOR', SCHOOL),
    ],
    approvals: [],
    applications: [
      {
        id: 'application',
        institution: MBO,
        status: 'APPLIED',
        startYear: 2027,
        talkProposedAt: null,
        talkAt: null,
        talkEndedAt: null,
      },
    ],
    consents: [],
    requests: [],
    agreements: new Map([
      ['home', agreement],
      [MBO, agreement],
    ]),
    ...more,
  }
}
