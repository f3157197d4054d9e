import { texts } from '../../parts/texts.tsx'

/** Of the versions, which come after the live texts. */
export const versionTexts = texts(
  {
    title: 'Bewaarde versies',
    text: 'Een bewaarde versie verandert nooit meer.',
    none: 'Er is nog geen versie bewaard.',
    keep: 'Bewaar de tekst van nu als versie',
    kept: (number: number) => `Versie ${number} is bewaard.`,
    name: (number: number, moment: string, by: string) => `Versie ${number}: ${moment}, door ${by}`,
    hash: 'Controlegetal (SHA-256)',
    hashText: 'Met dit getal is na te gaan dat de versie niet is veranderd.',
    compare: 'Laat zien',
    asItWas: 'de tekst zoals die toen was',
    sinceThen: 'wat sindsdien is veranderd',
    sinceVersion: (number: number) => `wat er veranderde na versie ${number}`,
    empty: 'Hier stond toen nog niets.',
    putBack: (section: string) => `Zet "${section}" zo terug`,
    putBackTitle: 'Deze tekst terugzetten?',
    putBackText: (number: number, section: string) =>
      `De tekst van "${section}" wordt weer zoals in versie ${number}. Wat er nu staat, wordt eerst bewaard als een nieuwe versie. Er gaat dus niets weg.`,
    putBackYes: 'Ja, zet terug',
    isBack: (section: string, number: number) => `"${section}" is weer zoals in versie ${number}.`,
    again: 'Vergelijk opnieuw met nu',
  },
  {
    title: 'Saved versions',
    text: 'A saved version never changes again.',
    none: 'No version has been saved yet.',
    keep: 'Save this text as a version',
    kept: (number: number) => `Version ${number} is saved.`,
    name: (number: number, moment: string, by: string) => `Version ${number}: ${moment}, by ${by}`,
    hash: 'Check number (SHA-256)',
    hashText: 'With this number one can check that the version has not changed.',
    compare: 'Show',
    asItWas: 'the text as it was then',
    sinceThen: 'what changed since',
    sinceVersion: (number: number) => `what changed after version ${number}`,
    empty: 'There was nothing here yet then.',
    putBack: (section: string) => `Put "${section}" back like this`,
    putBackTitle: 'Put this text back?',
    putBackText: (number: number, section: string) =>
      `The text of "${section}" becomes as it is in version ${number}. What is there now is first saved as a new version, so nothing goes.`,
    putBackYes: 'Yes, put it back',
    isBack: (section: string, number: number) => `"${section}" is as in version ${number} again.`,
    again: 'Compare with now again',
  },
)
