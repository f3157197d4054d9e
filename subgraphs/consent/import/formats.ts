import { ageOn } from '@doorstroomhub/kit/calendar.ts'
import { isBsn, isOnderwijsnummer } from '@doorstroomhub/kit/elevens.ts'
import { BadValue } from './cells.ts'
import type { PupilContent } from './words.ts'

/** How schools' systems write what the hub keeps in one form. What the content subgraphs refuse, they refuse again when it is written. */

/** "N.J.", "NJ" and "N J" are the same; "Th." stays one initial. */
export function initialsOf(value: string): string {
  const bare = value.replaceAll(/\s+/g, '')
  const initials = /^\p{Lu}{1,8}$/u.test(bare) ? [...bare].map((letter) => `${letter}.`).join('') : bare
  if (!/^(?:\p{Lu}\p{L}{0,3}\.-?)+$/u.test(initials) || initials.length > 30)
    throw new BadValue('Schrijf voorletters met punten: "N.J."', 'Write initials with dots: "N.J."')
  return initials
}

export function bornOn(day: string, now: Date): string {
  const age = ageOn(day, now)
  if (age < 10 || age > 100)
    throw new BadValue(
      'Een leerling is 10 tot 100 jaar oud. Kijk de datum na.',
      'A student is 10 to 100 years old. Check the date.',
    )
  return day
}

const GENDERS: Readonly<Record<string, PupilContent['identity']['gender']>> = {
  '': 'UNKNOWN',
  v: 'FEMALE',
  vrouw: 'FEMALE',
  f: 'FEMALE',
  meisje: 'FEMALE',
  m: 'MALE',
  man: 'MALE',
  jongen: 'MALE',
  o: 'UNKNOWN',
  x: 'UNKNOWN',
  onbekend: 'UNKNOWN',
}

/** A figure is refused: OSO and ISO 5218 give 1 and 2 the other way round, and a CSV does not say which it follows. */
export function genderOf(value: string | null): PupilContent['identity']['gender'] {
  const known = GENDERS[(value ?? '').toLowerCase()]
  if (known === undefined)
    throw new BadValue(
      'Schrijf V, M of O. Een cijfer is niet duidelijk: systemen bedoelen er iets anders mee.',
      'Write V, M or O. A figure is not clear: systems mean different things by it.',
    )
  return known
}

/** OSO: 0 unknown, 1 woman, 2 man (domain §10). */
export function osoGender(value: string | null): PupilContent['identity']['gender'] {
  const known = value === null ? 'UNKNOWN' : ({ 0: 'UNKNOWN', 1: 'FEMALE', 2: 'MALE' } as const)[Number(value)]
  if (known === undefined || !/^[0-2]?$/.test(value ?? ''))
    throw new BadValue('Geslacht is in OSO 0, 1 of 2.', 'Gender is 0, 1 or 2 in OSO.')
  return known
}

/** A spreadsheet drops a nought at the beginning: eight digits that pass with it are that number. */
export function numberOf(value: string): string {
  const bare = value.replaceAll(/[\s.]/g, '')
  const number = /^\d{8}$/.test(bare) ? `0${bare}` : bare
  if (!isBsn(number) && !isOnderwijsnummer(number))
    throw new BadValue(
      'Dit nummer klopt niet: het zijn geen negen cijfers, of de elfproef gaat niet op. Kijk het na.',
      'This number is not right: it is not nine digits, or it fails the eleven-test. Check it.',
    )
  return number
}

const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/vavo/, 'VAVO'],
  [/vso/, 'VSO'],
  [/havo/, 'HAVO'],
  [/praktijk|^pro\b|\bpro$|^pro\d?$/, 'PRO'],
  [/mavo|theoretisch|\btl\b|vmbotl|vmbot$|^t$/, 'VMBO_TL'],
  [/gemengd|\bgl\b|vmbogl|vmbog$|^gt$/, 'VMBO_GL'],
  [/kader|\bkb\b|\bkbl\b|vmbokb|vmbok$|^k$/, 'VMBO_KB'],
  [/basis|\bbb\b|\bbbl\b|vmbobb|vmbob$|^b$/, 'VMBO_BB'],
]

/** "VMBO-KB", "3 vmbo kader", "kb": one level; null when nothing is filled in. */
export function levelOf(value: string | null): string | null {
  if (value === null) return null
  const spaced = value
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replaceAll(/\b\d\b/g, '')
    .trim()
  const joined = spaced.replaceAll(' ', '')
  const found = LEVELS.find(([form]) => form.test(spaced) || form.test(joined))?.[1]
  if (!found)
    throw new BadValue(
      'Dit niveau is hier niet bekend. Schrijf PRO, VMBO-BB, VMBO-KB, VMBO-GL, VMBO-TL, VSO, HAVO of VAVO.',
      'This level is not known here. Write PRO, VMBO-BB, VMBO-KB, VMBO-GL, VMBO-TL, VSO, HAVO or VAVO.',
    )
  return found
}

export function municipalityCodeOf(value: string | null): string | null {
  if (value === null) return null
  const code = /^\d{1,4}$/.test(value) ? `GM${value.padStart(4, '0')}` : value.toUpperCase()
  if (!/^GM\d{4}$/.test(code))
    throw new BadValue('Een gemeentecode is GM en vier cijfers.', 'A municipality is GM and four digits.')
  return code
}

export function emailOf(value: string | null): string | null {
  if (value !== null && !/^[^\s@<>"]+@[^\s@<>".]+(?:\.[^\s@<>".]+)+$/.test(value))
    throw new BadValue('Dit is geen e-mailadres.', 'This is no e-mail address.')
  return value
}

export function phoneOf(value: string | null): string | null {
  if (value === null) return null
  const bare = value.replace(/^(\+.*)\(0\)/, '$1').replaceAll(/[\s().-]/g, '')
  const phone = /^[1-9]\d{8}$/.test(bare) ? `0${bare}` : bare
  if (!/^(?:0[0-9]{9}|\+[1-9][0-9]{7,14})$/.test(phone))
    throw new BadValue(
      'Een telefoonnummer heeft tien cijfers, of begint met + en de code van het land.',
      'A telephone number has ten digits, or begins with + and the code of the country.',
    )
  return phone
}

export function postcodeOf(value: string): string {
  const [, digits, letters] = /^([1-9]\d{3}) ?([A-Z]{2})$/.exec(value.toUpperCase()) ?? []
  if (!digits || !letters) throw new BadValue('Schrijf een postcode als "8011 AB".', 'Write a postcode as "8011 AB".')
  return `${digits} ${letters}`
}

export function houseNumberOf(value: string): string {
  if (!/^[1-9]\d{0,4}(?:[ -]?[0-9A-Za-z]{1,6}){0,2}$/.test(value))
    throw new BadValue('Schrijf een huisnummer als "12" of "12 B".', 'Write a house number as "12" or "12 B".')
  return value
}

/** The year in which the mbo begins: of who is in the last year now, the one in which this school year ends. */
export function startYearOf(value: string | null, now: Date): number {
  const year = Number(now.toISOString().slice(0, 4))
  const usual = now.getUTCMonth() >= 7 ? year + 1 : year
  if (value === null) return usual
  const chosen = Number(/^(\d{4})(?:[-/]\d{4})?$/.exec(value)?.[1] ?? Number.NaN)
  if (!Number.isInteger(chosen) || chosen < year || chosen > year + 3)
    throw new BadValue(
      `Het startjaar ligt tussen ${year} en ${year + 3}.`,
      `The start year lies between ${year} and ${year + 3}.`,
    )
  return chosen
}
