import { group, inside, signedIn, type AccessTable } from '@doorstroomhub/kit/access.ts'

/** Who may see what of a person: a group each, opened by the referee. */
export const access: AccessTable = {
  Dossier: {
    id: inside,
    identity: group('IDENTITY'),
    personalNumber: group('PERSONAL_NUMBER'),
    contact: group('CONTACT'),
  },
  // Each command asks the referee itself.
  Mutation: {
    correctIdentity: signedIn,
    updateContact: signedIn,
    enterPersonalNumber: signedIn,
    enterPupils: signedIn,
    revealPersonalNumber: signedIn,
  },
  Identity: inside,
  Municipality: inside,
  Organisation: inside,
  PersonalNumber: inside,
  NumberReveal: inside,
  Party: inside,
  Contact: inside,
  Address: inside,
}
