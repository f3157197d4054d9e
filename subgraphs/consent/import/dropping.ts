import type { Bus } from '@doorstroomhub/kit/bus.ts'
import type { EntityManager, Sql } from '@doorstroomhub/kit/database.ts'
import { DOSSIER_ERASED } from '@doorstroomhub/kit/subgraph.ts'

const DAY_MS = 86_400_000
/** A file that nobody comes back for. */
const FORGOTTEN_AFTER_MS = DAY_MS
/** What came of a finished one can be looked up so long; it holds no content. */
const KEPT_MS = 30 * DAY_MS

/** Content written for a dossier that will never come must go. Answers its ids: tell them with `tellDropped` after the commit. */
export async function dropReserved(em: EntityManager, importIds: readonly string[], now: Date): Promise<string[]> {
  const dropped = await em.execute<{ dossier_id: string }[]>(
    `insert into consent.import_dropped (dossier_id, at)
      select dossier_id, ? from consent.import_row
      where import_id = any(string_to_array(?, ',')::uuid[]) and state = 'RESERVED' and dossier_id is not null
      on conflict do nothing returning dossier_id`,
    [now, importIds.join(',')],
  )
  return dropped.map(({ dossier_id }) => dossier_id)
}

/** Wakes the others, who read for themselves what is to go: one message is enough. */
export function tellDropped(bus: Bus, [first]: readonly string[]): void {
  if (first !== undefined) bus.publish(`${DOSSIER_ERASED}.${first}`, first)
}

/** Destroys what nobody came back for, and forgets what is long over. */
export async function forgetImports({ em, bus }: { em: EntityManager; bus: Bus }, sql: Sql, now: Date): Promise<void> {
  const due = await sql<{ id: string }>(
    `select id from consent.import where (state <> 'DONE' and updated_at < $1) or updated_at < $2 limit 100`,
    [new Date(now.getTime() - FORGOTTEN_AFTER_MS), new Date(now.getTime() - KEPT_MS)],
  )
  if (due.length === 0) return
  const ids = due.map(({ id }) => id)
  const dropped = await em.fork().transactional(async (transaction) => {
    const gone = await dropReserved(transaction, ids, now)
    await transaction.execute(`delete from consent.import where id = any(string_to_array(?, ',')::uuid[])`, [
      ids.join(','),
    ])
    return gone
  })
  tellDropped(bus, dropped)
}
