import type { FieldGroup, Purpose } from '../rules/words.ts'

/** Raised with every change of a word below: kept beside each yes, so that it is known what was agreed to. */
export const WORDING_VERSION = 1

const GROUPS: Record<FieldGroup, string> = {
  IDENTITY: 'wie jij bent',
  PERSONAL_NUMBER: 'jouw onderwijsnummer',
  CONTACT: 'hoe zij jou bereiken',
  ACCOMMODATIONS: 'wat jou helpt',
  CONDITION: 'de naam van de diagnose en wat jij daarover schrijft',
  STUDY_ADVICE: 'het advies over je studiekeuze dat jij hebt aangenomen',
  CAREER_SUMMARY: 'jouw paspoort en cv',
  CAREER_FILE: 'jouw hele loopbaanmap',
  PLUS_DOCUMENT: 'wat jij extra deed',
  INTAKE_PREPARATION: 'wat jullie samen schrijven voor de kennismaking',
  APPLICATION_STATUS: 'de status van je aanmelding',
  SHARING: 'met wie jij deelt',
}

const PURPOSES: Record<Purpose, string> = {
  INTAKE_TALK: 'voor de kennismaking',
  SUPPORT_ARRANGEMENT: 'om hulp voor jou te regelen',
  STUDY_START: 'voor de start van je opleiding',
  ENROLMENT_ADMIN: 'voor je inschrijving',
}

/** `1 oktober 2027` */
const day = (at: Date): string =>
  at.toLocaleDateString('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Amsterdam' })

/** A list as a person says it: "a, b en c". */
const list = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`

/** The exact words under which a consent is given (B1 Dutch, domain §12). */
export function wording(input: {
  institution: string
  groups: readonly FieldGroup[]
  purpose: Purpose
  leftOut: readonly string[]
  expiresAt: Date
}): string {
  const kept = input.leftOut.length
  return [
    `Wil je dit delen met ${input.institution}?`,
    `Zij zien dan: ${list(input.groups.map((group) => GROUPS[group]))}.`,
    `Waarvoor: ${PURPOSES[input.purpose]}.`,
    ...(kept > 0 ? [`${kept} ${kept === 1 ? 'ding laat' : 'dingen laat'} jij weg.`] : []),
    `Dit stopt vanzelf op ${day(input.expiresAt)}.`,
    'Jij kunt dit altijd stoppen.',
  ].join(' ')
}
