import { join } from 'node:path'
import { files } from './contestants.ts'
import { embedded, fill, openHouse, type House, type Place } from './house.ts'
import { cpuOf } from './machine.ts'
import type { Acted, Acting } from './mutation/load-program.ts'
import { order } from './order.ts'
import { start } from './program.ts'
import { percentiles } from './rounds.ts'
import type { Bench, Figures, Ratio, Row } from './row.ts'

/** Who presses a button sees at once that something happened, and others within the second (design §7). */
const ANSWER_MS = 100
const EVENT_MS = 1_000

/** A student stops sharing and goes on: the rows, the feed's row and the fence in one transaction, the answer, and the event on a socket. */
export async function mutationRow(bench: Bench, held: { server: number; load: number } | null): Promise<Row> {
  const house = await openHouse()
  try {
    const postgresql = await bench.postgresql()
    const places: [string, Place][] = [
      ...(postgresql ? [['hub on PostgreSQL', { DATABASE_URL: postgresql.url }] as [string, Place]] : []),
      ['hub, embedded', embedded(house, 'acts')],
    ]
    const figures: Figures[] = []
    const ratios: Ratio[] = []
    for (const [name, place] of places) {
      bench.say(name)
      const { acted, cpuMs } = await run(bench, house, place, held)
      const [answer, event] = [percentiles(acted.answered), percentiles(acted.heard)]
      ratios.push(
        { name: `${name}, p99 answer in ms`, value: answer.p99Ms, reach: { atMost: ANSWER_MS }, noisy: false },
        { name: `${name}, p99 event in ms`, value: event.p99Ms, reach: { atMost: EVENT_MS }, noisy: false },
      )
      figures.push(
        {
          contestant: `${name}: answer`,
          perSecond: acted.answered.length / acted.seconds,
          ...(cpuMs === null ? {} : { cpuMs }),
          ...answer,
        },
        { contestant: `${name}: event`, ...event },
      )
    }
    return {
      name: 'mutation',
      what: `pause and resume sharing, one after the other by one student who follows the feed; ${postgresql?.what ?? 'no PostgreSQL'}`,
      ratios,
      figures,
      notes: [
        'An event counts from the press of the button to a stock client having it. One came for each act, and each stands in the feed.',
      ],
    }
  } finally {
    await house.close()
  }
}

async function run(bench: Bench, house: House, place: Place, held: { server: number; load: number } | null) {
  await fill(house, place, { generated: bench.quick ? 5 : 300 })
  const hub = await start('the hub', files.hub, { core: held?.server ?? null, env: { ...house.env, ...place } })
  try {
    const marks: (number | null)[] = []
    const what: Acting = {
      url: `${hub.url}/graphql`,
      headers: await house.headersOf('noor'),
      warm: bench.quick ? 2 : 100,
      acts: bench.quick ? 4 : 300,
    }
    const program = join(import.meta.dirname, 'mutation', 'load-program.ts')
    const acted = await order<Acted>(held?.load ?? null, program, what, () => void marks.push(cpuOf([hub.pid])))
    const [before = null, after = null] = marks
    return { acted, cpuMs: before === null || after === null ? null : (after - before) / what.acts }
  } finally {
    await hub.stop()
  }
}
