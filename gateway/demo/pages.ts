import { createHash } from 'node:crypto'
import { GROUPS, accounts } from './accounts.ts'

// Contrast of every pair of colours here is at least 4.5:1 for text and 3:1 for borders and the focus ring (WCAG 2.2 AA).
const style = `
:root { color-scheme: light; --ink: #1d2433; --soft: #4a5568; --paper: #ffffff; --ground: #f4f6f9; --line: #7c889a; --accent: #14508c; --focus: #ffdd00; }
* { box-sizing: border-box; }
html { font-size: 112.5%; }
body { margin: 0; background: var(--ground); color: var(--ink); font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; line-height: 1.5; overflow-wrap: break-word; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 0.75rem; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 2rem 0 0.75rem; }
p { max-width: 38rem; margin: 0 0 0.75rem; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); }
li { display: grid; }
button { font: inherit; color: inherit; text-align: left; cursor: pointer; min-height: 2.75rem; }
.person { background: var(--paper); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.75rem 1rem; display: flex; flex-direction: column; gap: 0.25rem; }
.person strong { color: var(--accent); font-size: 1.05rem; text-decoration: underline; text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
.person:hover strong { text-decoration-thickness: 2px; }
.person span { color: var(--soft); }
.person:hover { border-color: var(--accent); }
.back { margin-top: 2rem; background: none; border: none; padding: 0.5rem 0; color: var(--accent); text-decoration: underline; text-underline-offset: 0.15em; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 6px var(--focus); border-radius: 0.25rem; }
@media (forced-colors: active) { :focus-visible { outline-color: Highlight; } }
`

/** What the pages may do: show themselves and send a form to this hub. No script, no frame, nothing from elsewhere. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const page = (title: string, main: string): string => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} - Doorstroomhub</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${main}
</main>
</body>
</html>
`

/** The page on which one picks who to be. `action` is where the choice goes. */
export function pickPage(action: string): string {
  const groups = GROUPS.map((group, index) => {
    const people = accounts
      .filter((one) => one.group === group)
      .map(
        (one) =>
          `<li><button class="person" name="person" value="${escape(one.account)}"><strong>${escape(one.name)}</strong> <span>${escape(one.sentence)}</span></button></li>`,
      )
    return `<section aria-labelledby="group-${index}">
<h2 id="group-${index}">${escape(group)}</h2>
<ul role="list">
${people.join('\n')}
</ul>
</section>`
  })
  return page(
    'Wie wil je zijn?',
    `<p>Dit is een proefversie. Alle mensen en scholen hier zijn verzonnen. Er is dus geen wachtwoord.</p>
<p>Kies een persoon. Je ziet dan wat die persoon ziet, en je mag wat die persoon mag.</p>
<form method="post" action="${escape(action)}">
${groups.join('\n')}
<button class="back" name="back" value="yes">Terug zonder in te loggen</button>
</form>`,
  )
}

/** Says that signing in did not work, and where to begin again. `code` is the provider's word for it, for whoever must mend it. */
export function brokenPage(sentence: string, code: string): string {
  return page(
    'Inloggen is niet gelukt',
    `<p>${escape(sentence)}</p>
<p><a href="/">Begin opnieuw</a></p>
<p>Code: ${escape(code)}</p>`,
  )
}
