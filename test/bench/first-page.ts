import { tokenOf } from '@doorstroomhub/gateway/demo/token.ts'
import { buildPages } from '@doorstroomhub/web/build.ts'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { chromiumHere, openBrowser, signIn } from '../browser/browser.ts'
import { files } from './contestants.ts'
import type { Visited, Visiting } from './first-page/load-program.ts'
import { fill, openHouse } from './house.ts'
import { cpuOf } from './machine.ts'
import { order } from './order.ts'
import { start } from './program.ts'
import { percentiles } from './rounds.ts'
import { median, NOISY, spreadOf, type Bench, type Figures, type Ratio, type Row } from './row.ts'

const WHO = 'noor'
const PATH = '/mijn-dossier'
const SERVED_MS = 150
const SHOWN_MS = 1_500

const web = (path: string): string =>
  join(fileURLToPath(import.meta.resolve('@doorstroomhub/web/build.ts')), '..', path)

/** The student's own page, from the request to its data on the screen: as a browser fetches it, and in a browser where there is one. */
export async function firstPageRow(bench: Bench, held: { server: number; load: number } | null): Promise<Row> {
  const postgresql = await bench.postgresql()
  if (!postgresql) throw new Error('it needs PostgreSQL')
  const house = await openHouse()
  bench.say('building the pages, where they changed')
  await buildPages({ ifNeeded: true })
  const place = { DATABASE_URL: postgresql.url }
  await fill(house, place, { generated: bench.quick ? 5 : 300 })
  const { OIDC_ISSUER: _left, ...env } = house.env
  const hub = await start('the hub', files.hub, {
    core: held?.server ?? null,
    env: { ...env, ...place, DEMO: 'on' },
  })
  try {
    const chunk = (await readdir(web('dist/assets'))).find((name) => /^my-dossier-.*\.js$/.test(name))
    if (chunk === undefined) throw new Error('The build has no file for the page.')
    const text = (path: string) => readFile(web(path), 'utf8')
    const what: Visiting = {
      url: hub.url,
      path: PATH,
      authorization: `Bearer ${await tokenOf(WHO, Number(new URL(hub.url).port))}`,
      chunk: `/assets/${chunk}`,
      questions: {
        whoAmI: await text('graphql/viewer.graphql'),
        page: await text('pages/student/my-dossier.graphql'),
      },
      warm: bench.quick ? 1 : 100,
      visits: bench.quick ? 2 : 200,
    }
    const marks: (number | null)[] = []
    const program = join(import.meta.dirname, 'first-page', 'load-program.ts')
    const visited = await order<Visited>(held?.load ?? null, program, what, () => void marks.push(cpuOf([hub.pid])))
    const [before = null, after = null] = marks
    const served = percentiles(visited.whole)
    const figures: Figures[] = [
      {
        contestant: 'what a browser fetches',
        ...(before === null || after === null ? {} : { cpuMs: (after - before) / what.visits }),
        ...served,
        more: { bytes: visited.bytes, files: visited.files },
      },
    ]
    const ratios: Ratio[] = [
      { name: 'served, p50 in ms', value: served.p50Ms, reach: { atMost: SERVED_MS }, noisy: false },
    ]
    const name = 'shown by a browser that was never here, p50 in ms'
    if (chromiumHere === undefined)
      ratios.push({ name, value: null, reach: { atMost: SHOWN_MS }, noisy: false, why: 'there is no Chromium here' })
    else {
      bench.say('in a browser')
      const shown = await inBrowser(hub.url.replace('127.0.0.1', 'localhost'), bench.quick ? 2 : 10)
      const spread = spreadOf(shown)
      ratios.push({ name, value: median(shown), reach: { atMost: SHOWN_MS }, noisy: spread > NOISY })
      figures.push({ contestant: 'Chromium, until the data shows', ...percentiles(shown), spread })
    }
    return {
      name: 'first page',
      what: `${PATH} of a student, nothing kept by the browser: the page, its files, who is there, and her dossier; ${postgresql.what}`,
      ratios,
      figures,
      notes: [
        `${visited.files} answers, ${Math.round(visited.bytes / 1024)} KiB packed, on new connections each time; CPU is of the hub, per visit.`,
        "A browser fetches some small files more, and spends its own time on them: on a machine with two cores it takes the load's.",
      ],
    }
  } finally {
    await hub.stop()
    await house.close()
  }
}

/** Signed in once, and then each time as somebody whose browser has kept the session and nothing else. */
async function inBrowser(url: string, visits: number): Promise<number[]> {
  const open = await openBrowser()
  try {
    const first = await open.person()
    await signIn(await first.newPage(), WHO, { url, to: PATH })
    const storageState = await first.storageState()
    await first.close()
    const shown: number[] = []
    for (let number = 0; number < visits; number++) {
      const person = await open.person({ storageState })
      const page = await person.newPage()
      const began = performance.now()
      await page.goto(`${url}${PATH}`, { waitUntil: 'commit' })
      await page.getByText('Hoi Noor').waitFor()
      shown.push(performance.now() - began)
      await person.close()
    }
    return shown
  } finally {
    await open.close()
  }
}
