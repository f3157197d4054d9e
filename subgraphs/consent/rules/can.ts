import {
  dueState,
  hasApplication,
  hasLapsed,
  isEnough,
  mayErase,
  mayGiveStatement,
  mayStop,
  actsAsOwner,
  needsGuardian,
  policyFor,
  relationIn,
  type Case,
  type CaseConsent,
} from './case.ts'
import type { DossierAction } from './actions.ts'
import type { Asker } from './facts.ts'
import { mayInvite } from './invite.ts'
import { isApproved, mayApprove, mayMove, mayPause } from './moves.ts'
import type { ApplicationStatus } from './words.ts'

/** What this viewer may do with one consent now. */
export function canWithConsent(one: Case, consent: CaseConsent, asker: Asker, now: Date): DossierAction[] {
  const relation = relationIn(one, asker, now)
  const policy = policyFor(one, consent.institution)
  const isWaiting = consent.state === 'PENDING_APPROVAL'
  if (!(isWaiting || consent.state === 'GRANTED') || dueState(consent, now) !== null) return []
  const isApprover = relation === 'OWNER' || (relation === 'GUARDIAN' && needsGuardian(one, policy, now))
  // Saying yes again counts when a birthday or another agreement has changed whose yes is needed.
  const counts =
    !consent.approvals.some(({ subject }) => subject === asker.subject) || isEnough(one, consent.approvals, policy, now)
  return [
    ...(isWaiting && isApprover && counts ? (['APPROVE_CONSENT'] as const) : []),
    ...(mayStop(one, relation, policy, now) ? (['REVOKE_CONSENT'] as const) : []),
  ]
}

/** What this viewer may do now, from the same rules that judge the mutations. */
export function can(one: Case, asker: Asker, now: Date): DossierAction[] {
  const relation = relationIn(one, asker, now)
  if (relation === null) return []
  const isMbo = relation === 'MBO' && asker.role === 'INTAKER'
  const isSystemWith = (scope: string) => relation === 'MBO' && asker.role === 'PARTNER' && asker.scopes.includes(scope)
  const own = one.applications.filter(({ institution }) => institution === asker.brin)
  const goesOn = ({ status }: { status: ApplicationStatus }) => status === 'APPLIED' || status === 'CONTRACT_OFFERED'
  const mayAsk =
    hasApplication(one, asker.brin) &&
    one.requests.every(({ institution, askedAt }) => institution !== asker.brin || hasLapsed(askedAt, now))
  const hasSaid = (approvals: readonly { subject: string }[]) =>
    approvals.some(({ subject }) => subject === asker.subject)
  const withConsents = new Set(one.consents.flatMap((consent) => canWithConsent(one, consent, asker, now)))
  const rules: [DossierAction, boolean][] = [
    ['MOVE_TO_DRAFT', mayMove(one, asker, 'DRAFT', now) === true],
    ['MOVE_TO_CONSULTATION', mayMove(one, asker, 'IN_CONSULTATION', now) === true],
    ['MOVE_TO_READY', mayMove(one, asker, 'READY', now) === true],
    ['APPROVE', mayApprove(one, asker, now) === true && (!hasSaid(one.approvals) || isApproved(one, now))],
    ['PAUSE', !one.paused && mayPause(one, asker, now) === true],
    ['RESUME', one.paused && mayPause(one, asker, now) === true],
    ['ERASE', mayErase(one, relation, now)],
    [
      'GIVE_CONSENT',
      relation === 'OWNER' && one.applications.some(({ institution }) => hasApplication(one, institution)),
    ],
    ['APPROVE_CONSENT', withConsents.has('APPROVE_CONSENT')],
    [
      'REFUSE_REQUEST',
      actsAsOwner(one, relation, now) &&
        one.requests.some(({ outcome, askedAt }) => outcome === 'OPEN' && !hasLapsed(askedAt, now)),
    ],
    ['REVOKE_CONSENT', withConsents.has('REVOKE_CONSENT')],
    ['REQUEST_CONSENT', (isMbo || isSystemWith('dossier:read')) && mayAsk],
    ['GIVE_NUMBER_STATEMENT', !one.statement && mayGiveStatement(one, relation, now)],
    ['REPORT_APPLICATION_STATUS', isMbo || isSystemWith('status:write')],
    ['PROPOSE_TALK', isMbo && own.some(goesOn)],
    ['ACCEPT_TALK', relation === 'OWNER' && one.applications.some(({ talkProposedAt }) => talkProposedAt !== null)],
    ['END_TALK', mayMove(one, asker, 'SHARED', now) === true],
    ['INVITE', mayInvite(one, asker, now) === true],
  ]
  return rules.filter(([, may]) => may).map(([action]) => action)
}
