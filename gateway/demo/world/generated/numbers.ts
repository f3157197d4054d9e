import { isBsn, isOnderwijsnummer } from '@doorstroomhub/person/number.ts'
import type { WorldContent } from '../types.ts'

/** Numbers that pass the eleven-test and belong to demo people or to examples (domain §10). */
export const reserved: readonly string[] = [
  ...['999990007', '999990019', '999990020', '999990032', '999990044', '999990056'],
  ...['999990068', '999990081', '999990093', '999990111', '999990123', '999990135'],
]

let testNumbers: string[] | undefined

/** Every number of the test range 9999xxxxx that nobody else has. */
function testRange(): string[] {
  if (testNumbers) return testNumbers
  testNumbers = []
  for (let number = 999_900_000; number <= 999_999_999; number += 1) {
    const text = String(number)
    if (isBsn(text) && !reserved.includes(text)) testNumbers.push(text)
  }
  return testNumbers
}

/** Completes seven digits to nine that pass; of two eighth digits that follow each other at least one has a ninth. */
function complete(seven: number, passes: (number: string) => boolean): string {
  for (let rest = 0; rest < 100; rest += 1) {
    const number = `${seven}${String(rest).padStart(2, '0')}`
    if (passes(number)) return number
  }
  throw new RangeError(`no number begins with ${seven}`)
}

/**
 * The number of the generated student with this index, another for each below a million: one in fifty has no BSN.
 * The first nine thousand BSNs are of the test range, which holds no more; those after it only pass the test.
 */
export function personalNumberOf(index: number): WorldContent['personalNumber'] {
  if (index % 50 === 17) {
    return { kind: 'ONDERWIJSNUMMER', number: complete(1_100_000 + Math.floor(index / 50), isOnderwijsnummer) }
  }
  return { kind: 'BSN', number: testRange()[index] ?? complete(8_900_000 + index, isBsn) }
}
