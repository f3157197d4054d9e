import { relationIn, type Case } from './case.ts'
import type { Asker } from './facts.ts'
import { NOT_YOURS, type Refusal } from './moves.ts'

/** A student whom the school entered and who has no account yet stands under a name that no provider gives. */
const NO_ACCOUNT = 'pupil:'

/** Whether no account is the student of this dossier yet. */
export const isUnbound = (one: Case): boolean =>
  one.parties.some(({ role, subject }) => role === 'STUDENT' && subject.startsWith(NO_ACCOUNT))

/** The name of a student without an account. */
export const withoutAccount = (id: string): string => NO_ACCOUNT + id

/** Whether this person may hand out a code for this dossier. */
export function mayInvite(one: Case, asker: Asker, now: Date): true | Refusal {
  if (relationIn(one, asker, now) !== 'MENTOR') return NOT_YOURS
  return (
    (one.status !== 'CLOSED' && one.status !== 'ERASED') || {
      en: 'This dossier is closed.',
      nl: 'Dit dossier is afgerond.',
    }
  )
}
