import type { Database, Sql } from '@doorstroomhub/kit/database.ts'
import { sealer } from '@doorstroomhub/kit/sealed.ts'
import { zwolle } from '../organisations.ts'
import { datesFrom, type Dates } from '../world/dates.ts'
import { agreements } from '../world/agreements.ts'
import { generate } from '../world/generate.ts'
import { ten } from '../world/people/ten.ts'
import { programmes } from '../world/programmes.ts'
import { organisations, regions } from '../world/region.ts'
import { add, addDossier, agreementRow, type Rows } from './rows.ts'
import { redate } from './redate.ts'
import { seedWeeks } from './weeks.ts'
import { addPreparations, seedPeople, write } from './write.ts'

/** What the demo region holds beside the ten: enough for a dashboard, over the regions of ROC Voorbeeld and Vakcollege Delta. */
export const GENERATED = 300
const DEMO_REGIONS = ['10', '19']
const BATCH = 500

/** Regions, organisations, programmes and agreements: there before any dossier. */
export async function seedRegions(sql: Sql, dates: Dates): Promise<void> {
  const rows: Rows = new Map()
  add(rows, 'consent.region', ...regions.map(({ code, name }) => ({ code, name })))
  add(
    rows,
    'consent.organisation',
    ...[...organisations, zwolle].map(({ brin, name, kind, region }) => ({ brin, name, kind, region_code: region })),
  )
  add(
    rows,
    'consent.programme',
    ...Object.values(programmes).map(({ crebo, name, level, route }) => ({ crebo, name, level, route })),
  )
  add(rows, 'consent.agreement', ...agreements(dates).map(agreementRow))
  await write(sql, rows)
}

/** Writes invented dossiers `from` up to `to`, a batch at a time. */
export async function seedGenerated(
  database: Database,
  options: {
    from: number
    to: number
    dates: Dates
    among?: readonly string[]
    key: Uint8Array
    progress?: (done: number) => void
  },
): Promise<void> {
  const numbers = sealer(options.key)
  for (let from = options.from; from < options.to; from += BATCH) {
    const rows: Rows = new Map()
    const to = Math.min(from + BATCH, options.to)
    for (let index = from; index < to; index++) {
      const dossier = options.among ? generate(index, options.dates, options.among) : generate(index, options.dates)
      addDossier(rows, dossier, numbers)
      await addPreparations(rows, dossier)
    }
    await write(database.sql, rows)
    options.progress?.(to - options.from)
  }
}

/** Brings the demo region to the state of domain §11 as of now: all of it the first time, on a later day its dates. */
export async function seedDemo(
  database: Database,
  options: { now: Date; key: Uint8Array; generated?: number },
): Promise<void> {
  const dates = datesFrom(options.now)
  const people = ten(dates)
  const known = await database.sql<{ id: string }>('select id from consent.dossier where id = any($1::uuid[])', [
    people.map(({ id }) => id),
  ])
  if (known.length > 0) return redate(database.sql, people, options.key)
  await seedRegions(database.sql, dates)
  await seedPeople(database.sql, people, options.key)
  const to = options.generated ?? GENERATED
  await seedGenerated(database, { from: 0, to, dates, among: DEMO_REGIONS, key: options.key })
  await seedWeeks(database.sql, options.now)
}
