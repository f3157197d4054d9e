import { Contestants, files } from './contestants.ts'
import { fill, openHouse } from './house.ts'
import { intakersList } from './intakers-list/question.ts'
import type { Asker } from './load.ts'
import { ratio } from './ratios.ts'
import { figuresOf, measure } from './rounds.ts'
import type { Bench, Row } from './row.ts'
import { openAll, withoutClosed } from './rules/open.ts'

/** The intaker's list with the rules and the read log, and without: what they cost where both give the same answer. */
export async function rulesRow(bench: Bench, asker: Asker, core: number | null): Promise<Row> {
  const postgresql = await bench.postgresql()
  const house = await openHouse()
  const contestants = new Contestants(house, core)
  try {
    if (!postgresql) throw new Error('it needs PostgreSQL, for two hubs on one database')
    const place = { DATABASE_URL: postgresql.url }
    bench.say('filling the database')
    await fill(house, place, { generated: bench.quick ? 20 : 300, andThen: openAll })
    bench.say('starting the contestants')
    await contestants.add('with rules and read log', files.hub, place)
    await contestants.add('without', files.own('without-rules'), place)
    const first = bench.quick ? 5 : 20
    const body = JSON.stringify({ query: withoutClosed(intakersList(first)) })
    const { errors } = await contestants.compare(body)
    bench.say('measuring')
    const timed = bench.quick
      ? { body, atOnce: 2, warmSeconds: 0.1, roundSeconds: 0.2, rounds: 1 }
      : { body, atOnce: 8, warmSeconds: 3, warmRequests: 200, roundSeconds: 3, rounds: 4 }
    const measured = await measure(asker, contestants.running, timed)
    const [ruled, bare] = [measured[0]!, measured[1]!]
    return {
      name: 'rules',
      what: `${first} dossiers in which all is open, in one process, ${timed.atOnce} at once; ${postgresql.what}`,
      ratios: [
        // With as many askers, the time per request is the inverse of the requests per second.
        ratio('with / without, time per request', bare, ruled, 'perSecond', { atMost: 1.3 }),
        ratio('with / without, CPU per request', ruled, bare, 'cpuMs', { atMost: 1.3 }),
      ],
      figures: measured.map(figuresOf),
      notes: [
        `Both gave the same data, and the same errors (${errors.length}). "Without" has no guard on its schemas, and a judge that says yes at once and writes no log;`,
        'every student said yes to all that an intake talk can open, and the three groups that it cannot are not asked.',
      ],
    }
  } finally {
    await contestants.stop()
    await house.close()
  }
}
