import type { PausedBecause } from './entities.ts'

type Language = 'nl' | 'en'

const FAILURES: Record<string, Record<Language, string>> = {
  TIMEOUT: {
    en: 'The receiver did not answer within 10 seconds.',
    nl: 'De ontvanger gaf niet binnen 10 seconden antwoord.',
  },
  UNREACHABLE: {
    en: 'The receiver could not be reached.',
    nl: 'De ontvanger was niet bereikbaar.',
  },
  CERTIFICATE: {
    en: "The receiver's certificate is not valid.",
    nl: 'Het certificaat van de ontvanger is niet geldig.',
  },
  PRIVATE_ADDRESS: {
    en: 'The address is not on the public internet.',
    nl: 'Het adres staat niet op het openbare internet.',
  },
}

const PAUSES: Record<PausedBecause, Record<Language, string>> = {
  GONE: {
    en: 'The receiver said that it is gone (410). Resume when it is there again.',
    nl: 'De ontvanger zei dat hij er niet meer is (410). Hervat als hij er weer is.',
  },
  A_DAY: {
    en: 'The receiver did not take a message for a day. Resume when it is there again; nothing is lost.',
    nl: 'De ontvanger nam een dag lang geen bericht aan. Hervat als hij er weer is; er is niets verloren.',
  },
  RESTORED: {
    en: 'An older state of the hub was put back: address and secret are those of then. Check the address, make a new secret, and resume.',
    nl: 'Er is een oudere stand van de hub teruggezet: adres en geheim zijn die van toen. Controleer het adres, maak een nieuw geheim en hervat.',
  },
}

/** The last failure, in words. */
export function failureIn(language: Language, failure: string | null): string | null {
  if (failure === null) return null
  const known = FAILURES[failure]
  if (known) return known[language]
  const status = failure.replace(/^HTTP /, '')
  if (/^3\d\d$/.test(status))
    return language === 'en'
      ? `The receiver sent us on to another address (${status}); that is not followed.`
      : `De ontvanger verwees naar een ander adres (${status}); dat volgen wij niet.`
  return language === 'en'
    ? `The receiver answered with status ${status}.`
    : `De ontvanger antwoordde met status ${status}.`
}

export const pauseIn = (language: Language, reason: PausedBecause | null): string | null =>
  reason === null ? null : PAUSES[reason][language]
