/**
 * The personal number of a student (persoonsgebonden nummer): a citizen service number (BSN), or for who has none
 * a number that the education registry gives (onderwijsnummer).
 */
export { isBsn, isOnderwijsnummer } from '@doorstroomhub/kit/elevens.ts'

/** The number as it may be shown: only its last four digits. */
export const mask = (number: string): string => '•••••' + number.slice(-4)
