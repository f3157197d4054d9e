import { group, inside, type AccessTable } from '@doorstroomhub/kit/access.ts'

/** Who may see what of a student's support: a group each, opened by the referee. */
export const access: AccessTable = {
  Dossier: {
    id: inside,
    accommodations: group('ACCOMMODATIONS'),
    conditions: group('CONDITION'),
    studyAdvice: group('STUDY_ADVICE'),
  },
  Accommodations: inside,
  SupportNeed: inside,
  Condition: inside,
  Statement: inside,
  StudyAdvice: inside,
  Party: inside,
  Organisation: inside,
}
