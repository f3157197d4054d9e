import { isReached, NOISY, type Figures, type Ratio, type Row } from './row.ts'
import { digits, type Results } from './table.ts'

/** The figures that get a bar, and how they are called. */
const BARS = [
  ['perSecond', 'per second'],
  ['cpuMs', 'CPU ms each'],
  ['p50Ms', 'p50 ms'],
  ['p99Ms', 'p99 ms'],
] as const satisfies readonly (readonly [keyof Figures, string])[]

/** A whole run as a page of its own: bars in plain HTML, each beside its number, in the light and in the dark. */
export function pageOf({ at, quick, machine, database, pinned, rows, failed }: Results): string {
  const { cores, model, memoryGb, system, node, load } = machine
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Doorstroomhub: the bench</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>The bench</h1>
<p>${safe(at.slice(0, 16).replace('T', ' '))} UTC. ${cores} cores of ${safe(model)}, ${memoryGb} GB, ${safe(system)}, Node ${safe(node)}, ${safe(database)};
${safe(pinned)}; load average before: ${load}.</p>
${quick ? '<p><strong>A quick run: the figures mean nothing.</strong></p>\n' : ''}<h2>What is to be reached</h2>
<table>
<thead><tr><th scope="col">ratio</th><th scope="col">measured</th><th scope="col">to reach</th><th scope="col"></th></tr></thead>
${rows.map(ratiosOf).join('\n')}
</table>
${rows.map(figuresOf).join('\n')}
${failed.map(({ name, why }) => `<h2>${safe(name)}</h2>\n<p>It could not be run: ${safe(why)}</p>`).join('\n')}
</main>
</body>
</html>
`
}

function ratiosOf({ name, ratios }: Row): string {
  const lines = ratios.map((ratio) => {
    const { value, why = '-', reach } = ratio
    const aim = 'atLeast' in reach ? `at least ${reach.atLeast}` : `at most ${reach.atMost}`
    const measured = value === null ? safe(why) : `${bar(howFar(ratio))}${digits(value)}`
    return `<tr><th scope="row">${safe(ratio.name)}</th><td>${measured}</td><td>${aim}</td><td>${verdict(ratio)}</td></tr>`
  })
  return `<tbody><tr><th scope="rowgroup" colspan="4">${safe(name)}</th></tr>\n${lines.join('\n')}</tbody>`
}

function verdict(ratio: Ratio): string {
  const reached = isReached(ratio)
  const word = reached === null ? 'not measured' : reached ? 'reached' : 'short'
  return `<span class="${reached === false ? 'short' : 'plain'}">${word}</span>${ratio.noisy ? ', noisy' : ''}`
}

/** How much of the way to the aim: a full bar has reached it, whichever way it goes. */
function howFar({ value, reach }: Ratio): number {
  if (value === null || value <= 0) return value === null ? 0 : 1
  return Math.min(1, 'atLeast' in reach ? value / reach.atLeast : reach.atMost / value)
}

function figuresOf({ name, what, figures, notes }: Row): string {
  const columns = BARS.filter(([figure]) => figures.some((each) => each[figure] !== undefined))
  const most = new Map(columns.map(([figure]) => [figure, Math.max(...figures.map((each) => each[figure] ?? 0))]))
  const lines = figures.map((each) => {
    const cells = columns.map(([figure]) => {
      const value = each[figure]
      return value === undefined ? '<td>-</td>' : `<td>${bar(value / most.get(figure)!)}${digits(value)}</td>`
    })
    const spread = each.spread === undefined ? '-' : `${Math.round(each.spread * 100)} %`
    const noisy = (each.spread ?? 0) > NOISY ? ', noisy' : ''
    return `<tr><th scope="row">${safe(each.contestant)}</th>${cells.join('')}<td>${spread}${noisy}</td></tr>`
  })
  const head = ['contestant', ...columns.map(([, word]) => word), 'rounds apart']
  const table =
    columns.length === 0
      ? ''
      : `<table>
<thead><tr>${head.map((word) => `<th scope="col">${word}</th>`).join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>
`
  return `<h2>${safe(name)}</h2>
<p>${safe(what)}</p>
${table}${notes.length === 0 ? '' : `<ul>${notes.map((note) => `<li>${safe(note)}</li>`).join('')}</ul>`}`
}

/** The number stands beside it: who cannot see the bar misses nothing. */
const bar = (part: number): string =>
  `<span class="bar" aria-hidden="true"><span style="width:${(Math.max(0, Math.min(1, part)) * 100).toFixed(1)}%"></span></span>`

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const safe = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign]!)

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1d2430, #e8ebf0); --paper: light-dark(#fff, #14181f);
  --soft: light-dark(#e6e9ee, #2a313c); --bar: light-dark(#2b6cb0, #63a4e8); --short: light-dark(#9b2c2c, #ff9d9d) }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 70rem; margin: 0 auto; padding: 1rem }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; font-weight: normal; border-bottom: 1px solid var(--soft) }
thead th, th[scope=rowgroup] { font-weight: bold }
th[scope=rowgroup] { padding-top: 1rem }
.bar { display: block; width: 100%; min-width: 4rem; height: .5rem; margin: .5rem 0 .1rem; background: var(--soft) }
.bar > span { display: block; height: 100%; background: var(--bar) }
.short { color: var(--short); font-weight: bold }
`
