import { openDatabase } from '@doorstroomhub/kit/standalone.ts'
import { join } from 'node:path'
import { files } from './contestants.ts'
import { fill, openHouse } from './house.ts'
import { cpuOf } from './machine.ts'
import { order } from './order.ts'
import { start } from './program.ts'
import type { Watched, Watching } from './region/load-program.ts'
import { percentiles } from './rounds.ts'
import type { Bench, Row } from './row.ts'

const REGION = '10'

/** A thousand dashboards of one region: how long after a snapshot is made the last of them has it. */
export async function regionRow(bench: Bench, held: { server: number; load: number } | null): Promise<Row> {
  const postgresql = await bench.postgresql()
  if (!postgresql) throw new Error('it needs PostgreSQL: the students are moved from beside the hub')
  const house = await openHouse()
  const subscribers = bench.quick ? 10 : 1_000
  const rounds = bench.quick ? 1 : 5
  const place = { DATABASE_URL: postgresql.url }
  await fill(house, place, { generated: 300 })
  const database = await openDatabase({ databaseUrl: postgresql.url, dataDir: '' })
  const hub = await start('the hub', files.hub, { core: held?.server ?? null, env: { ...house.env, ...place } })
  try {
    const { authorization } = await house.headersOf('ilse')
    const what: Watching = {
      url: `${hub.url}/graphql`,
      authorization: authorization!,
      code: REGION,
      subscribers,
      rounds,
      patienceMs: 60_000,
    }
    bench.say(`${subscribers} dashboards open`)
    let moves = 0
    const cpu: (number | null)[] = []
    const { delays } = await order<Watched>(
      held?.load ?? null,
      join(import.meta.dirname, 'region', 'load-program.ts'),
      what,
      async () => {
        cpu.push(cpuOf([hub.pid]))
        // Enough of them that a rounded count moves, there and back.
        const [from, to] = moves++ % 2 === 0 ? ['SHARED', 'CLOSED'] : ['CLOSED', 'SHARED']
        await database.sql(`update consent.dossier set status = $2 where region_code = $3 and status = $1`, [
          from,
          to,
          REGION,
        ])
      },
    )
    const took = percentiles(delays)
    const [first, last] = [cpu[0] ?? null, cpu.at(-1) ?? null]
    const cpuMs = first === null || last === null || rounds === 1 ? null : (last - first) / ((rounds - 1) * subscribers)
    return {
      name: 'region',
      what: `${subscribers} subscribers to one region, ${rounds} snapshots; ${postgresql.what}`,
      ratios: [
        { name: 'p99 from snapshot to client in ms', value: took.p99Ms, reach: { atMost: 1_000 }, noisy: false },
      ],
      figures: [{ contestant: 'hub, one process', ...(cpuMs === null ? {} : { cpuMs }), ...took }],
      notes: [
        'Every snapshot reached everybody (the row fails otherwise). Each of them is judged anew, as its own subscriber; CPU is per snapshot and subscriber.',
        "The beat of the region's agreement (2 s in the demo) comes on top: it is a promise to students, not a delay.",
      ],
    }
  } finally {
    await hub.stop()
    await database.close()
    await house.close()
  }
}
