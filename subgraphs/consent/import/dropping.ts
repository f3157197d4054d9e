import type { Bus } from '@doorstroomhub/kit/bus.ts'
import type { EntityManager, Sql } from '@doorstroomhub/kit/database.ts'
import { DOSSIER_ERASED } from '@doorstroomhub/kit/subgraph.ts'

const DAY_MS = 86_400_000
/** A file that nobody comes back for. */
const FORGOTTEN_AFTER_MS = DAY_MS
/** What came of a finished one can be looked up so long; it holds no content. */
const KEPT_MS = 30 * DAY_MS

/** Content written for a dossier that will never come must go: told as an erasure is. */
export async function dropReserved(
  em: EntityManager,
  bus: Bus,
  importIds: readonly string[],
  now: Date,
): Promise<void> {
  if (importIds.length === 0) return
  const dropped = await em.execute<{ dossier_id: string }[]>(
    `insert into consent.import_dropped (dossier_id, at)
      select dossier_id, ? from consent.import_row
      where import_id = any(string_to_array(?, ',')::uuid[]) and state = 'RESERVED' and dossier_id is not null
      on conflict do nothing returning dossier_id`,
    [now, importIds.join(',')],
  )
  for (const { dossier_id } of dropped) bus.publish(`${DOSSIER_ERASED}.${dossier_id}`, dossier_id)
}

/** Destroys what nobody came back for, and forgets what is long over. */
export async function forgetImports({ em, bus }: { em: EntityManager; bus: Bus }, sql: Sql, now: Date): Promise<void> {
  const due = await sql<{ id: string }>(
    `select id from consent.import where (state <> 'DONE' and updated_at < $1) or updated_at < $2 limit 100`,
    [new Date(now.getTime() - FORGOTTEN_AFTER_MS), new Date(now.getTime() - KEPT_MS)],
  )
  if (due.length === 0) return
  const ids = due.map(({ id }) => id)
  await em.fork().transactional(async (transaction) => {
    await dropReserved(transaction, bus, ids, now)
    await transaction.execute(`delete from consent.import where id = any(string_to_array(?, ',')::uuid[])`, [
      ids.join(','),
    ])
  })
}
