import { ageOf, standing, type Model } from '../case.ts'
import type { Person } from '../people.ts'
import { act } from './action.ts'

/** Whose record this would end; they may have gone already. */
interface Ending {
  whom: Person
}

export const endParty = act<Ending>({
  mutation: 'endParty',
  weight: 4,
  draw({ cast }, pick) {
    // The mentor and the student stay, so that the story goes on; that they are asked away is tried all the same.
    const whom = pick.one([...cast.guardians, cast.careCoordinator, cast.student, cast.mentor])
    return pick.chance(40) ? { whom } : null
  },
  judge(model, who, { whom }) {
    const how = standing(model, who)
    if (how === null) return 'NOT_FOUND'
    if (how === 'GUARDIAN') return whom === who ? 'OK' : 'NOT_YOURS'
    if (how === 'OWNER') return whom.viewer.role === 'GUARDIAN' && ageOf(model) >= 18 ? 'OK' : 'NOT_YOURS'
    return how === 'MENTOR' && whom !== who && whom.viewer.role !== 'STUDENT' ? 'OK' : 'NOT_YOURS'
  },
  input: ({ id, parties }: Model, { whom }) => ({ dossierId: id, partyId: parties.get(whom.viewer.subject) }),
  apply: (model, _who, { whom }) => void model.gone.add(whom.viewer.subject),
  tell: (_model, { whom }) => `ends the part of ${whom.name}`,
})
