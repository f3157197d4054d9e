import { buildPages } from '@doorstroomhub/web/build.ts'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { answerOf, comparable } from './compare.ts'
import { embedded, fill, openHouse, type House } from './house.ts'
import { intakersList } from './intakers-list/question.ts'
import { residentOf } from './machine.ts'
import { start } from './program.ts'
import { percentiles } from './rounds.ts'
import { median, NOISY, spreadOf, type Bench, type Row } from './row.ts'

/** A second start takes seconds (design §3); a first one, with its tables and the demo region, not much longer than a page of text. */
const AGAIN_MS = 5_000
const FIRST_MS = 20_000
/** What a virtual machine of 1 GB has left. */
const MOST_MB = 768
const LISTS = 20
/** What `npm start` runs once everything is installed. */
const PROGRAM = join(import.meta.dirname, '..', '..', 'tools', 'start.ts')

interface Started {
  ms: number
  /** When it was ready, and when it had answered the intaker's list some times, in MB. */
  readyMb: number | null
  answeredMb: number | null
}

/** Starts of the embedded hub, as `npm start` has it but for installing: the first in an empty folder, and those after it. */
export async function startUpRow(bench: Bench, core: number | null): Promise<Row> {
  const house = await openHouse()
  try {
    bench.say('building the pages, where they changed')
    await buildPages({ ifNeeded: true })
    bench.say('the first start')
    const firsts: Started[] = []
    for (let number = 0; number < (bench.quick ? 1 : 3); number++)
      firsts.push(await startOnce(house, core, `first-${number}`, { DEMO: 'on' }))
    bench.say('filling the embedded database')
    const place = embedded(house, 'again')
    await fill(house, place, { generated: bench.quick ? 20 : 300 })
    bench.say('the starts after it')
    const agains: Started[] = []
    for (let number = 0; number < (bench.quick ? 2 : 6); number++)
      agains.push(await startOnce(house, core, 'again', {}))
    // The very first reads everything from the disk.
    const [cold, ...warm] = agains.map(({ ms }) => ms) as [number, ...number[]]
    const after = agains.map(({ answeredMb }) => answeredMb).filter((mb) => mb !== null)
    const noisy = spreadOf(warm) > NOISY
    return {
      name: 'start-up',
      what: `the embedded hub, from its process to \`ready\`: ${firsts.length} first starts, ${agains.length} later ones`,
      ratios: [
        { name: 'a later start in ms', value: median(warm), reach: { atMost: AGAIN_MS }, noisy },
        {
          name: 'the first start in ms',
          value: median(firsts.map(({ ms }) => ms)),
          reach: { atMost: FIRST_MS },
          noisy: firsts.length > 1 && spreadOf(firsts.map(({ ms }) => ms)) > NOISY,
        },
        after.length === agains.length
          ? { name: 'memory after 20 lists in MB', value: median(after), reach: { atMost: MOST_MB }, noisy: false }
          : {
              name: 'memory after 20 lists in MB',
              value: null,
              reach: { atMost: MOST_MB },
              noisy: false,
              why: 'this system does not tell memory',
            },
      ],
      figures: [
        { contestant: 'the first start', ...percentiles(firsts.map(({ ms }) => ms)), ...memoryOf(firsts) },
        {
          contestant: 'a later start',
          ...percentiles(warm),
          ...memoryOf(agains),
          spread: spreadOf(warm),
        },
      ],
      notes: [
        'The first start makes the database, its tables and the demo region with its own 300 dossiers. Installing and building the pages is not in it.',
        `Resident memory, of the embedded database as well: it works in the same process. The first of the later starts took ${Math.round(cold)} ms.`,
      ],
    }
  } finally {
    await house.close()
  }
}

function memoryOf(starts: readonly Started[]): { more: Record<string, number> } {
  const known = (pick: (one: Started) => number | null) => starts.map(pick).filter((mb) => mb !== null)
  const [ready, answered] = [known(({ readyMb }) => readyMb), known(({ answeredMb }) => answeredMb)]
  return {
    more: {
      ...(ready.length > 0 && { readyMb: median(ready) }),
      ...(answered.length > 0 && { answeredMb: median(answered) }),
    },
  }
}

async function startOnce(
  house: House,
  core: number | null,
  folder: string,
  more: Readonly<Record<string, string>>,
): Promise<Started> {
  const { OIDC_ISSUER, ...env } = house.env
  const place = embedded(house, folder)
  await mkdir(join(place.DATA_DIR), { recursive: true })
  const isDemo = 'DEMO' in more
  const began = performance.now()
  const program = await start('the hub', PROGRAM, {
    core,
    env: { ...env, ...place, ...(isDemo ? more : { OIDC_ISSUER: OIDC_ISSUER! }) },
  })
  try {
    const ms = performance.now() - began
    const readyMb = megabytes(program.pid)
    // The demo signs people in itself: nobody of this house's provider gets an answer there.
    if (isDemo) return { ms, readyMb, answeredMb: null }
    const body = JSON.stringify({ query: intakersList(20) })
    for (let number = 0; number < LISTS; number++) {
      const { data } = comparable(await answerOf(`${program.url}/graphql`, house.headers, body))
      if (data === null || data === undefined) throw new Error('The hub that was started has no answer.')
    }
    return { ms, readyMb, answeredMb: megabytes(program.pid) }
  } finally {
    await program.stop()
  }
}

const megabytes = (pid: number): number | null => {
  const resident = residentOf(pid)
  return resident === null ? null : resident / 1024
}
