import { Contestants, files, startSubgraphs } from './contestants.ts'
import { copyOf, embedded, fill, openHouse, type House } from './house.ts'
import { intakersList } from './intakers-list/question.ts'
import type { Asker } from './load.ts'
import { ratio } from './ratios.ts'
import { figuresOf, measure, type Measured, type Plan } from './rounds.ts'
import type { Bench, Figures, Row } from './row.ts'

const HUB = 'hub, one process'
const PLAIN = 'one plain graphql-js schema'
const APOLLO = '@apollo/gateway over HTTP'
const HIVE = "Hive's gateway over HTTP"
const REMOTE = 'hub over HTTP'

const DOSSIERS = 20

/** The intaker's list on PostgreSQL, against every peer; and the hub and the plain schema once more on the embedded database. */
export async function intakersListRows(bench: Bench, asker: Asker, core: number | null): Promise<Row[]> {
  const house = await openHouse()
  try {
    const rows: Row[] = []
    const postgresql = await bench.postgresql()
    if (postgresql) rows.push(await onPostgreSql(bench, house, asker, core, postgresql))
    rows.push(await onEmbedded(bench, house, asker, core))
    return rows
  } finally {
    await house.close()
  }
}

function plan(bench: Bench, rounds: number): Plan {
  const body = JSON.stringify({ query: intakersList(bench.quick ? 5 : DOSSIERS) })
  const timed = bench.quick
    ? { atOnce: 2, warmSeconds: 0.1, roundSeconds: 0.2, rounds: 1 }
    : { atOnce: 8, warmSeconds: 3, warmRequests: 200, roundSeconds: 3, rounds }
  return { body, ...timed }
}

async function onPostgreSql(
  bench: Bench,
  house: House,
  asker: Asker,
  core: number | null,
  { url, what }: { url: string; what: string },
): Promise<Row> {
  const place = { DATABASE_URL: url }
  bench.say('filling the database')
  await fill(house, place, { generated: bench.quick ? 20 : 300 })
  const contestants = new Contestants(house, core)
  try {
    bench.say('starting the contestants')
    await contestants.add(HUB, files.hub, place)
    await contestants.add(PLAIN, files.own('plain'), place)
    const { programs, env } = await startSubgraphs(contestants, place)
    await contestants.add(APOLLO, files.own('apollo'), env, programs)
    await contestants.add(HIVE, files.own('hive'), env, programs)
    await contestants.add(REMOTE, files.hub, env, programs)
    const timed = plan(bench, 5)
    const { errors } = await contestants.compare(timed.body, [HIVE])
    bench.say('measuring')
    const measured = await measure(asker, contestants.running, timed)
    const of = (name: string): Measured => measured.find(({ contestant }) => contestant === name)!
    return {
      name: "intaker's list",
      what: `${bench.quick ? 5 : DOSSIERS} dossiers, every group, rules and read log on, ${timed.atOnce} at once; ${what}`,
      ratios: [
        ratio('hub / Apollo, requests per second', of(HUB), of(APOLLO), 'perSecond', { atLeast: 3 }),
        ratio('hub over HTTP / Apollo, requests per second', of(REMOTE), of(APOLLO), 'perSecond', { atLeast: 2 }),
        ratio('the gateway alone over HTTP / Apollo, CPU per request', of(REMOTE), of(APOLLO), 'ownCpuMs', {
          atMost: 0.5,
        }),
        ratio('hub over HTTP / Hive, requests per second', of(REMOTE), of(HIVE), 'perSecond', { atLeast: 1 }),
        ratio('hub / plain schema, CPU per request', of(HUB), of(PLAIN), 'cpuMs', { atMost: 2 }),
      ],
      figures: measured.map(figuresOf),
      notes: [
        `All gave the same data and the same ${errors.length} errors by path and code; left out: the order of errors, their sentences.`,
        "Of Hive's errors the paths were compared without places in lists: it leaves out those of lists within an entity.",
        "Hive's gateway has its defaults, but for one: merging questions in flight is off, since it would leave reads out of the log.",
        'Those over HTTP stand before the same five subgraph processes; CPU is of all server processes, without the database.',
      ],
    }
  } finally {
    await contestants.stop()
  }
}

async function onEmbedded(bench: Bench, house: House, asker: Asker, core: number | null): Promise<Row> {
  bench.say('filling the embedded database')
  const place = embedded(house, 'embedded')
  await fill(house, place, { generated: bench.quick ? 20 : 300 })
  const copy = await copyOf(house, place, 'embedded-copy')
  const contestants = new Contestants(house, core)
  try {
    await contestants.add(HUB, files.hub, place)
    await contestants.add(PLAIN, files.own('plain'), copy)
    const timed = plan(bench, 3)
    await contestants.compare(timed.body)
    bench.say('measuring')
    const measured = await measure(asker, contestants.running, timed)
    const figures: Figures[] = measured.map(figuresOf)
    return {
      name: "intaker's list, embedded",
      what: 'The same on the embedded database, which works in the same process',
      ratios: [ratio('hub / plain schema, CPU per request', measured[0]!, measured[1]!, 'cpuMs', { atMost: 2 })],
      figures,
      notes: [],
    }
  } finally {
    await contestants.stop()
  }
}
