import type { FieldGroup, Purpose } from '../rules/words.ts'

/** Raised with every change of a word below: kept beside each yes, so that it is known what was agreed to. */
export const WORDING_VERSION = 2

/**
 * The most that a group opens, in pieces that go on in one list: nothing is read that was not named. Where a region agreed on less (ticks
 * alone), less is read than is said here; the agreement may change while a consent lasts, its words do not.
 */
const GROUPS_NL: Record<FieldGroup, readonly string[]> = {
  IDENTITY: ['je naam', 'je geboortedatum', 'je geslacht', 'je woonplaats', 'je school en niveau van nu'],
  PERSONAL_NUMBER: ['jouw onderwijsnummer'],
  CONTACT: ['je e-mail', 'je telefoonnummer', 'je adres'],
  ACCOMMODATIONS: [
    'waar jij hulp bij nodig hebt',
    'wat jou helpt',
    'welke hulp jij nu krijgt',
    'wat goed gaat',
    'hoe jij erover wilt praten',
  ],
  CONDITION: [
    'de naam van de diagnose',
    'de uitleg die erbij staat',
    'welke verklaring je hebt',
    'wat jij ervan vindt',
  ],
  STUDY_ADVICE: ['het advies over je studiekeuze dat jij hebt aangenomen', 'wat jij daarvan vindt'],
  CAREER_SUMMARY: ['jouw paspoort en cv'],
  CAREER_FILE: ['jouw hele loopbaanmap'],
  PLUS_DOCUMENT: ['wat jij extra deed'],
  INTAKE_PREPARATION: ['wat jullie samen schrijven voor de kennismaking'],
  APPLICATION_STATUS: ['de status van je aanmelding'],
  SHARING: ['met wie jij deelt'],
}

const GROUPS_EN: Record<FieldGroup, readonly string[]> = {
  IDENTITY: ['your name', 'your birth date', 'your gender', 'your home town', 'your present school and level'],
  PERSONAL_NUMBER: ['your education number'],
  CONTACT: ['your e-mail', 'your phone number', 'your address'],
  ACCOMMODATIONS: [
    'where you need help',
    'what helps you',
    'what help you get now',
    'what goes well',
    'how you want to talk about it',
  ],
  CONDITION: [
    'the name of the diagnosis',
    'the explanation with it',
    'which statement you have',
    'what you think of it',
  ],
  STUDY_ADVICE: ['the advice on your choice of study that you accepted', 'what you think of it'],
  CAREER_SUMMARY: ['your passport and CV'],
  CAREER_FILE: ['your whole career file'],
  PLUS_DOCUMENT: ['what you did beside school'],
  INTAKE_PREPARATION: ['what you write together for the first talk'],
  APPLICATION_STATUS: ['the status of your application'],
  SHARING: ['with whom you share'],
}

const PURPOSES_NL: Record<Purpose, string> = {
  INTAKE_TALK: 'voor de kennismaking',
  SUPPORT_ARRANGEMENT: 'om hulp voor jou te regelen',
  STUDY_START: 'voor de start van je opleiding',
  ENROLMENT_ADMIN: 'voor je inschrijving',
}

const PURPOSES_EN: Record<Purpose, string> = {
  INTAKE_TALK: 'for the first talk',
  SUPPORT_ARRANGEMENT: 'to arrange support for you',
  STUDY_START: 'for the start of your programme',
  ENROLMENT_ADMIN: 'for your enrolment',
}

/** `1 oktober 2027` */
const day = (at: Date, locale: string): string =>
  at.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Amsterdam' })

/** A list as a person says it: "a, b en c". */
const list = (words: readonly string[], and: string): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`

/** What a consent says. */
export interface Said {
  institution: string
  groups: readonly FieldGroup[]
  purpose: Purpose
  leftOut: readonly string[]
  expiresAt: Date
}

/** The exact words under which a consent is given (B1 Dutch, domain §12). */
export function wording({ institution, groups, purpose, leftOut, expiresAt }: Said): string {
  const kept = leftOut.length
  return [
    `Wil je dit delen met ${institution}?`,
    `Zij zien dan: ${list(
      groups.flatMap((group) => GROUPS_NL[group]),
      'en',
    )}.`,
    `Waarvoor: ${PURPOSES_NL[purpose]}.`,
    ...(kept > 0 ? [`${kept} ${kept === 1 ? 'ding laat' : 'dingen laat'} jij weg.`] : []),
    `Dit stopt vanzelf op ${day(expiresAt, 'nl-NL')}.`,
    'Jij kunt dit altijd stoppen.',
  ].join(' ')
}

/** The same for who reads English. */
export function wordingInEnglish({ institution, groups, purpose, leftOut, expiresAt }: Said): string {
  const kept = leftOut.length
  return [
    `Do you want to share this with ${institution}?`,
    `They then see: ${list(
      groups.flatMap((group) => GROUPS_EN[group]),
      'and',
    )}.`,
    `What for: ${PURPOSES_EN[purpose]}.`,
    ...(kept > 0 ? [`You leave ${kept} ${kept === 1 ? 'thing' : 'things'} out.`] : []),
    `This stops by itself on ${day(expiresAt, 'en-GB')}.`,
    'You can always stop this.',
  ].join(' ')
}
