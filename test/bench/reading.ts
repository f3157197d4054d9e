import type { Database } from '@doorstroomhub/kit/database.ts'
import { Contestants, files } from './contestants.ts'
import { fill, openHouse } from './house.ts'
import type { Asker } from './load.ts'
import { ratio } from './ratios.ts'
import { figuresOf, measure } from './rounds.ts'
import type { Bench, Row } from './row.ts'

/** One question of one person, asked of the hub and of the plain schema. */
export interface Reading {
  name: string
  /** What is read, and by whom. */
  what: string
  account: string
  question: string
  andThen?: (database: Database) => Promise<void>
  /** What must be in the answer, so that the row is about what it says: throws when it is not. */
  check(data: unknown): void
}

/** A row of one question, on PostgreSQL: the hub in one process against one plain schema of the same resolvers. */
export async function readingRow(
  { name, what, account, question, andThen, check }: Reading,
  bench: Bench,
  asker: Asker,
  core: number | null,
): Promise<Row> {
  const postgresql = await bench.postgresql()
  if (!postgresql) throw new Error('it needs PostgreSQL, for two contestants on one database')
  const house = await openHouse()
  const contestants = new Contestants(house, core, await house.headersOf(account))
  try {
    const place = { DATABASE_URL: postgresql.url }
    bench.say('filling the database')
    await fill(house, place, { generated: bench.quick ? 20 : 300, ...(andThen && { andThen }) })
    bench.say('starting the contestants')
    await contestants.add('hub, one process', files.hub, place)
    await contestants.add('one plain graphql-js schema', files.own('plain'), place)
    const body = JSON.stringify({ query: question })
    const { data, errors } = await contestants.compare(body)
    check(data)
    bench.say('measuring')
    const timed = bench.quick
      ? { body, atOnce: 2, warmSeconds: 0.1, roundSeconds: 0.2, rounds: 1 }
      : { body, atOnce: 8, warmSeconds: 2, warmRequests: 200, roundSeconds: 2, rounds: 3 }
    const [hub, plain] = await measure(asker, contestants.running, timed)
    return {
      name,
      what: `${what}, ${timed.atOnce} at once; ${postgresql.what}`,
      ratios: [ratio('hub / plain schema, CPU per request', hub!, plain!, 'cpuMs', { atMost: 2 })],
      figures: [figuresOf(hub!), figuresOf(plain!)],
      notes: [`Both gave the same data and the same ${errors.length} errors.`],
    }
  } finally {
    await contestants.stop()
    await house.close()
  }
}

interface Connection {
  dossiers: { edges: { node: Record<string, unknown> }[] }
}

/** The dossiers of an answer, which must be so many. */
export function dossiersIn(data: unknown, many: number): Record<string, unknown>[] {
  const dossiers = (data as Connection).dossiers.edges.map(({ node }) => node)
  if (dossiers.length !== many) throw new Error(`The answer holds ${dossiers.length} dossiers instead of ${many}.`)
  return dossiers
}
