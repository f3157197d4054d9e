import { amsterdam } from '@doorstroomhub/kit/calendar.ts'

/**
 * Applied no later than 1 April 23:59:59 in Amsterdam of the start year (WEB art. 8.0.1): then there is a right to
 * study-choice advice. The software shows this and never decides about admission.
 */
export const isOnTime = (appliedAt: Date, startYear: number): boolean => appliedAt < amsterdam(startYear, 4, 2)
