import { PATHS } from './paths.ts'

/** Where a role begins, and the page there: what the first script begins to fetch (`vite.config.ts`). Who is not here begins without. */
export const BEGINNINGS = {
  STUDENT: [PATHS.STUDENT[0], 'student/my-dossier'],
  GUARDIAN: [PATHS.GUARDIAN[0], 'guardian/approvals'],
  MENTOR: [PATHS.MENTOR[0], 'school/pupils'],
  CARE_COORDINATOR: [PATHS.CARE_COORDINATOR[0], 'school/pupils'],
  INTAKER: [PATHS.INTAKER[0], 'college/talks'],
} as const
