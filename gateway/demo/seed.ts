import { memoryBus } from '@doorstroomhub/kit/bus.ts'
import type { Database } from '@doorstroomhub/kit/database.ts'
import { withSecretFiles } from '@doorstroomhub/kit/secret-files.ts'
import { openDatabase } from '@doorstroomhub/kit/standalone.ts'
import { parseArgs } from 'node:util'
import { readSettings } from '../settings.ts'
import { settingNames } from '../settings/table.ts'
import { openSubgraphs } from '../subgraphs.ts'
import { seedDemo, seedGenerated } from './seed/demo.ts'
import { datesFrom } from './world/dates.ts'
import { MOST } from './world/generate.ts'
import { idOf } from './world/ids.ts'

/**
 * `npm run seed -- --dossiers N`: adds N invented dossiers to the database that the settings name, beside the people of the demo. `--region M`: so
 * many in the demo region when that is made.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { dossiers: { type: 'string' }, region: { type: 'string' } } })
  const count = Number(values.dossiers)
  const region = values.region === undefined ? undefined : Number(values.region)
  if (!Number.isInteger(count) || count < 0 || (region !== undefined && !(region >= 0)))
    throw new Error('Say how many: npm run seed -- --dossiers 1000')
  const settings = await readSettings(withSecretFiles(process.env, settingNames))
  const key = settings.keys.personalNumber
  if (!key) throw new Error('NUMBER_KEY is missing: the seed seals personal numbers as the hub does.')
  const database = await openDatabase(settings)
  try {
    const clock = () => new Date()
    const bus = memoryBus()
    const opened = await openSubgraphs({
      database,
      bus,
      clock,
      keys: { personalNumber: key },
      onError: () => undefined,
    })
    for (const subgraph of opened.reverse()) await subgraph.close()
    await bus.close()
    const now = clock()
    await seedDemo(database, { now, key, ...(region === undefined ? {} : { generated: region }) })
    if (count === 0) return
    const from = await firstFree(database)
    const began = performance.now()
    await seedGenerated(database, {
      from,
      to: from + count,
      dates: datesFrom(now),
      key,
      progress: (done) => process.stderr.write(`\r${done} of ${count}`),
    })
    await database.sql('analyze')
    process.stderr.write(`\n${count} dossiers in ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
  } finally {
    await database.close()
  }
}

/** The first index that has no dossier yet: they are contiguous, so halving finds it. */
async function firstFree(database: Database): Promise<number> {
  const isTaken = async (index: number): Promise<boolean> => {
    const rows = await database.sql('select 1 from consent.dossier where id = $1', [
      idOf('dossier', `leerling-${index}`),
    ])
    return rows.length > 0
  }
  let [taken, free] = [-1, MOST]
  while (free - taken > 1) {
    const middle = Math.floor((taken + free) / 2)
    if (await isTaken(middle)) taken = middle
    else free = middle
  }
  return free
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
