import { createHash } from 'node:crypto'

const STYLE = `
:root { color-scheme: light dark }
body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 38rem; margin: 3rem auto; padding: 0 1rem }
h1 { line-height: 1.2 }
code { font-size: .95em }
`

/** What stands at `/` until somebody signs in: what this is, in plain Dutch, and where to go. */
export function landingPage(demo: boolean, forms: string): { html: string; policy: string } {
  const html = `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Doorstroomhub</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Doorstroomhub</h1>
<p>Ga je van de middelbare school naar het mbo? Dan neem jij je verhaal mee. Dat heet het overstapdossier.</p>
<p>Jij beslist wat je deelt, met welke school, en waarvoor. Jij kunt altijd stoppen met delen.
Jij ziet ook wie er heeft gekeken.</p>
<p>Dit is de plek waar scholen die gegevens ophalen. Er is niets te zien zonder in te loggen.</p>
${demo ? DEMO : ''}<p><a href="/sign-in">Inloggen</a></p>
<form method="post" action="/sign-out"><button>Uitloggen</button></form>
<h2>Voor systemen van scholen</h2>
<ul>
<li><code>/graphql</code>: de gegevens, als GraphQL${demo ? ' (<a href="/graphql">bekijk het in de browser</a>)' : ''}</li>
<li><a href="/health/ready">/health/ready</a>: werkt alles?</li>
</ul>
</main>
</body>
</html>
`
  const hash = createHash('sha256').update(STYLE).digest('base64')
  return {
    html,
    policy: `default-src 'none'; style-src 'sha256-${hash}'; connect-src 'self'; base-uri 'none'; form-action ${forms}; frame-ancestors 'none'`,
  }
}

const DEMO = `<p><strong>Dit is een demo.</strong> Alle mensen hierin zijn verzonnen.</p>
`
