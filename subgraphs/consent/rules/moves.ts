import {
  actsAsOwner,
  isEnough,
  isOpenTo,
  isTalkOpen,
  needsGuardian,
  policyFor,
  relationIn,
  ageAt,
  HOME,
  type Case,
} from './case.ts'
import type { Asker } from './facts.ts'
import type { DossierStatus } from './words.ts'

/** Why a step is not taken, in words for the person. */
export interface Refusal {
  en: string
  nl: string
}

const refuse = (en: string, nl: string): Refusal => ({ en, nl })
const NOT_YOURS = refuse('This step is not yours to take.', 'Deze stap is niet aan u.')
const NO_STEP = refuse('The dossier cannot go there from where it is.', 'Het dossier kan vanaf hier niet daarheen.')

/**
 * An intaker's one step: the end of the talk with their own institution, while something is open to it. Where the dossier
 * stands plays no part, since that may come from another institution.
 */
function mayEndOwnTalk(one: Case, asker: Asker, now: Date): boolean {
  const own = one.applications.filter(({ institution }) => institution === asker.brin)
  return (
    asker.role === 'INTAKER' &&
    isOpenTo(one, asker.brin, now) &&
    own.some(isTalkOpen) &&
    own.every(({ status }) => status !== 'ENROLLED')
  )
}

/** Whether this person may take this step now (domain §7), or why not. `moveDossier` and `can` both ask here. */
export function mayMove(one: Case, asker: Asker, to: DossierStatus, now: Date): true | Refusal {
  const relation = relationIn(one, asker, now)
  if (relation === 'MBO') return (to === 'SHARED' && mayEndOwnTalk(one, asker, now)) || NOT_YOURS
  const isOwnSide = relation === 'OWNER' || relation === 'MENTOR'
  switch (`${one.status}>${to}`) {
    case 'DRAFT>IN_CONSULTATION':
    case 'IN_CONSULTATION>DRAFT':
      return isOwnSide || NOT_YOURS
    case 'IN_CONSULTATION>READY':
      if (relation !== 'OWNER') return NOT_YOURS
      if (!one.identityComplete)
        return refuse('The personal data is not complete yet.', 'De persoonsgegevens zijn nog niet compleet.')
      if (one.openAdvice > 0)
        return refuse(
          'There is advice that you have not accepted yet.',
          'Er staat nog advies dat je niet hebt aangenomen.',
        )
      return true
    case 'READY>DRAFT':
    case 'APPROVED>DRAFT':
      return (
        relation === 'OWNER' || (relation === 'GUARDIAN' && needsGuardian(one, policyFor(one, HOME), now)) || NOT_YOURS
      )
    case 'IN_INTAKE>SHARED':
      return relation === 'OWNER' || NOT_YOURS
    case 'ENROLLED>CLOSED':
      return isOwnSide || NOT_YOURS
    default:
      return NO_STEP
  }
}

/** Whether this person's yes to the present version counts now. */
export function mayApprove(one: Case, asker: Asker, now: Date): true | Refusal {
  const relation = relationIn(one, asker, now)
  if (one.status !== 'READY')
    return refuse('The dossier is not waiting for approval.', 'Het dossier wacht niet op een akkoord.')
  if (relation === 'OWNER') return true
  if (relation === 'GUARDIAN' && needsGuardian(one, policyFor(one, HOME), now)) return true
  return NOT_YOURS
}

/** Whether the approvals of the present version are enough (domain §5). */
export const isApproved = (one: Case, now: Date): boolean => isEnough(one, one.approvals, policyFor(one, HOME), now)

export const mayPause = (one: Case, asker: Asker, now: Date): true | Refusal =>
  actsAsOwner(one, relationIn(one, asker, now), now) || NOT_YOURS

export const isRefusal = (answer: true | Refusal): answer is Refusal => answer !== true
export { ageAt, NOT_YOURS }
