/**
 * The two national numbers that carry a check by elevens: nine digits, weighed. This file is the only place that knows it.
 */

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1]
const NINE_DIGITS = /^[0-9]{9}$/

/** What is left of the weighted sum after dividing by eleven, or null when these are not nine digits. */
function remainder(number: string): number | null {
  if (!NINE_DIGITS.test(number)) return null
  let sum = 0
  for (let place = 0; place < 9; place += 1) sum += (WEIGHTS[place] as number) * (number.charCodeAt(place) - 48)
  return sum % 11
}

/** Nine digits, not all zero, that pass the eleven-test. */
export const isBsn = (number: string): boolean => remainder(number) === 0 && number !== '000000000'

/** Nine digits that begin with 1, with remainder 5 under the same weights. Never a BSN as well. */
export const isOnderwijsnummer = (number: string): boolean => number.startsWith('1') && remainder(number) === 5
