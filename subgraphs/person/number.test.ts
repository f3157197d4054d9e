import { expect, test } from 'vitest'
import { isBsn, isOnderwijsnummer, mask } from './number.ts'

const TEST_NUMBERS =
  '999990007 999990019 999990020 999990032 999990044 999990056 999990068 999990081 999990093 999990111 999990123 999990135'

test.each(TEST_NUMBERS.split(' '))('the test number %s passes as a BSN and not as an onderwijsnummer', (number) => {
  expect(isBsn(number)).toBe(true)
  expect(isOnderwijsnummer(number)).toBe(false)
})

test.each([
  ['999990008', 'the last digit is another'],
  ['999990070', 'two digits changed places'],
  ['000000000', 'all zero, though the sum divides by eleven'],
  ['99999000', 'eight digits'],
  ['9999900070', 'ten digits'],
  ['99999 007', 'a space'],
  ['99999000a', 'a letter'],
  ['٩٩٩٩٩٠٠٠٧', 'digits of another script'],
  ['999990007\n', 'a line end'],
  ['', 'nothing'],
])('%j is no BSN: %s', (number) => {
  expect(isBsn(number)).toBe(false)
  expect(isOnderwijsnummer(number)).toBe(false)
})

// 9·1 + 8·0 + 7·1 + 6·2 + 5·3 + 4·4 + 3·5 + 2·6 = 86, and 86 − 4 = 82 = 7·11 + 5.
test('nine digits that begin with 1 and leave 5 are an onderwijsnummer, not a BSN', () => {
  expect(isOnderwijsnummer('101234564')).toBe(true)
  expect(isBsn('101234564')).toBe(false)
})

test.each([
  ['101234565', 'the last digit is another'],
  ['111222333', 'a valid BSN that begins with 1'],
  ['201234568', 'leaves 5 but begins with 2'],
])('%s is no onderwijsnummer: %s', (number) => {
  expect(isOnderwijsnummer(number)).toBe(false)
})

test('changing any one digit of a valid number makes it invalid', () => {
  for (const number of TEST_NUMBERS.split(' ')) {
    for (let place = 0; place < 9; place += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        const changed = number.slice(0, place) + digit + number.slice(place + 1)
        if (changed !== number) expect(isBsn(changed)).toBe(false)
      }
    }
  }
})

test('a masked number shows its last four digits only', () => {
  expect(mask('123456782')).toBe('•••••6782')
})
