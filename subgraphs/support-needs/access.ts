import { group, inside, signedIn, type AccessTable } from '@doorstroomhub/kit/access.ts'

/** Who may see what of a student's support: a group each, opened by the referee. */
export const access: AccessTable = {
  Dossier: {
    id: inside,
    accommodations: group('ACCOMMODATIONS'),
    conditions: group('CONDITION'),
    studyAdvice: group('STUDY_ADVICE'),
  },
  // Each command asks the referee itself: which dossier it is about may only be known once the item is read.
  Mutation: {
    saveSupportProfile: signedIn,
    saveSupportNeed: signedIn,
    removeSupportNeed: signedIn,
    saveCondition: signedIn,
    removeCondition: signedIn,
    writeStudyAdvice: signedIn,
    removeStudyAdvice: signedIn,
    acceptStudyAdvice: signedIn,
    contestStudyAdvice: signedIn,
    writeOwnView: signedIn,
  },
  Accommodations: inside,
  SupportNeed: inside,
  Condition: inside,
  Statement: inside,
  StudyAdvice: inside,
  Party: inside,
  Organisation: inside,
}
