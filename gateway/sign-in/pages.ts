import { createHash } from 'node:crypto'

type Words = { nl: string; en: string }

/** What goes wrong on the way in or out, in words, with a way on. */
export interface Said {
  title: Words
  sentence: Words
  /** Where the one link goes, and what it says. */
  way: { to: string; words: Words }
}

const AGAIN: Words = { nl: 'Probeer opnieuw in te loggen', en: 'Try to sign in again' }
const NOT_IN: Words = { nl: 'Inloggen is niet gelukt', en: 'Signing in did not work' }
const signInAgain = { to: '/sign-in', words: AGAIN }

export const said = {
  providerAway: {
    title: NOT_IN,
    sentence: {
      nl: 'De inlogdienst van de school antwoordt niet. Wacht even en probeer het dan opnieuw.',
      en: 'The sign-in service of the school does not answer. Wait a moment and try again.',
    },
    way: signInAgain,
  },
  wentBack: {
    title: { nl: 'Er is niet ingelogd', en: 'Nobody signed in' },
    sentence: {
      nl: 'Het inloggen is gestopt. Er is niets veranderd.',
      en: 'Signing in was stopped. Nothing has changed.',
    },
    way: signInAgain,
  },
  expired: {
    title: NOT_IN,
    sentence: {
      nl: 'Het inloggen duurde te lang, of begon in een ander venster.',
      en: 'Signing in took too long, or began in another window.',
    },
    way: signInAgain,
  },
  notBelieved: {
    title: NOT_IN,
    sentence: {
      nl: 'Het antwoord van de inlogdienst klopt niet. Probeer het opnieuw.',
      en: 'The answer of the sign-in service is not right. Try again.',
    },
    way: signInAgain,
  },
  noRole: {
    title: { nl: 'Je account past hier niet', en: 'Your account does not fit here' },
    sentence: {
      nl: 'De inlogdienst zegt niet wie je bent op school, of voor welke school je werkt. Vraag de beheerder van je school om hulp.',
      en: 'The sign-in service does not say who you are at school, or for which school you work. Ask the administrator of your school for help.',
    },
    way: { to: '/', words: { nl: 'Naar het begin', en: 'To the start' } },
  },
  stillIn: {
    title: { nl: 'Uitloggen is niet gelukt', en: 'Signing out did not work' },
    sentence: {
      nl: 'Je bent nog ingelogd. Probeer het opnieuw. Is dit niet jouw computer? Sluit dan de browser.',
      en: 'You are still signed in. Try again. Is this not your computer? Then close the browser.',
    },
    way: { to: '/', words: { nl: 'Terug', en: 'Back' } },
  },
  notFromHere: {
    title: { nl: 'Dit kan alleen op de hub zelf', en: 'This can only be done on the hub itself' },
    sentence: {
      nl: 'Een andere website vroeg hierom. Er is niets veranderd.',
      en: 'Another website asked for this. Nothing has changed.',
    },
    way: { to: '/', words: { nl: 'Naar de hub', en: 'To the hub' } },
  },
} as const satisfies Record<string, Said>

// Contrast of each pair of colours is at least 4.5:1, in the light and in the dark.
const STYLE = `
:root { color-scheme: light dark }
body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 38rem; margin: 3rem auto; padding: 0 1rem; overflow-wrap: break-word }
h1 { line-height: 1.2 }
a { display: inline-block; padding: .5rem 0 }
:focus-visible { outline: 3px solid; outline-offset: 2px }
`

/** The page, in the language that the browser likes better. Nothing of the request is in it. */
export function saidPage({ title, sentence, way }: Said, language: 'nl' | 'en'): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title[language]} - Doorstroomhub</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title[language]}</h1>
<p>${sentence[language]}</p>
<p><a href="${way.to}">${way.words[language]}</a></p>
</main>
</body>
</html>
`
}

/** These pages show themselves and one link. */
export const saidPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
