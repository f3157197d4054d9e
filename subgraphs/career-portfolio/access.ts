import { group, inside, signedIn, type AccessTable } from '@doorstroomhub/kit/access.ts'

/** Who may see what of a student's career portfolio: a group each, opened by the referee. */
export const access: AccessTable = {
  Dossier: {
    id: inside,
    careerSummary: group('CAREER_SUMMARY'),
    careerFile: group('CAREER_FILE'),
    plusDocument: group('PLUS_DOCUMENT'),
  },
  // Each command asks the referee itself: which dossier it is about may only be known once the item is read.
  Mutation: {
    saveCareerSummary: signedIn,
    saveReflection: signedIn,
    removeReflection: signedIn,
    saveExperience: signedIn,
    removeExperience: signedIn,
    saveCareerTalk: signedIn,
    removeCareerTalk: signedIn,
    savePlusItem: signedIn,
    removePlusItem: signedIn,
    addCareerComment: signedIn,
    removeCareerComment: signedIn,
  },
  CareerSummary: inside,
  CareerFile: inside,
  Reflection: inside,
  Experience: inside,
  CareerTalk: inside,
  PlusDocument: inside,
  PlusItem: inside,
  CareerComment: inside,
  Party: inside,
  Organisation: inside,
}
