import { ageAt, relationIn, type Case } from './case.ts'
import type { Asker } from './facts.ts'
import { NOT_YOURS, type Refusal } from './moves.ts'

export type CaseParty = Case['parties'][number]

const MAJORITY = 18

export const isStanding = ({ until }: CaseParty, now: Date): boolean => until === null || now < until

/**
 * Whether this person may end what stands recorded of another. The mentor keeps the record, of guardians too: a student under 18 does
 * not end a parent's authority, whatever the region's policy is (domain §5 gives a policy on approving, not on who is a parent).
 */
export function mayEnd(one: Case, asker: Asker, party: CaseParty, now: Date): true | Refusal {
  const relation = relationIn(one, asker, now)
  const isSelf = party.subject === asker.subject && party.role === asker.role
  if (relation === 'GUARDIAN') return isSelf || NOT_YOURS
  if (relation === 'OWNER') {
    if (party.role !== 'GUARDIAN') return NOT_YOURS
    return (
      ageAt(one, now) >= MAJORITY || {
        en: 'Until you are 18 your mentor does this. Talk to your mentor about it.',
        nl: 'Tot je 18 bent doet je mentor dit. Praat erover met je mentor.',
      }
    )
  }
  if (relation !== 'MENTOR') return NOT_YOURS
  if (party.role === 'STUDENT')
    return { en: 'The dossier belongs to the student.', nl: 'Het dossier is van de leerling zelf.' }
  // Who takes somebody away stays, so that there is always a mentor.
  return (
    !isSelf || {
      en: 'Another mentor has to take you away: a dossier is never without a mentor.',
      nl: 'Een andere mentor moet u weghalen: een dossier is nooit zonder mentor.',
    }
  )
}
