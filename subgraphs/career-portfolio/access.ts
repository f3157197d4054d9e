import { group, inside, type AccessTable } from '@doorstroomhub/kit/access.ts'

/** Who may see what of a student's career portfolio: a group each, opened by the referee. */
export const access: AccessTable = {
  Dossier: {
    id: inside,
    careerSummary: group('CAREER_SUMMARY'),
    careerFile: group('CAREER_FILE'),
    plusDocument: group('PLUS_DOCUMENT'),
  },
  CareerSummary: inside,
  CareerFile: inside,
  Reflection: inside,
  Experience: inside,
  CareerTalk: inside,
  PlusDocument: inside,
  PlusItem: inside,
}
