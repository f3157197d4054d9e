import type { Sql } from '@doorstroomhub/kit/database.ts'
import type { ChangeKind } from './entities.ts'
import type { DossierStatus, FieldGroup } from '../rules/words.ts'

/** A change as the feed reads it; `tx` and `id` together are its place. */
export interface FeedChange {
  tx: string
  id: string
  at: Date
  kind: ChangeKind
  dossierId: string
  applicationId: string | null
  institution: string | null
  fromStatus: DossierStatus | null
  toStatus: DossierStatus | null
  groups: readonly FieldGroup[] | null
  grounds: readonly string[] | null
}

/** A place in the feed: everything up to and including it was read. */
export interface Place {
  tx: string
  id: string
}

export const START: Place = { tx: '0', id: '0' }

/** Whether one place is after another. */
export const isAfter = (one: Place, other: Place): boolean =>
  one.tx === other.tx ? BigInt(one.id) > BigInt(other.id) : BigInt(one.tx) > BigInt(other.tx)

interface Row {
  tx: string | number
  id: string | number
  at: Date | string
  kind: ChangeKind
  dossier_id: string
  application_id: string | null
  institution: string | null
  from_status: DossierStatus | null
  to_status: DossierStatus | null
  groups: FieldGroup[] | null
  grounds: string[] | null
}

const COLUMNS = `c.tx, c.id, c.at, c.kind, c.dossier_id, c.application_id, c.institution, c.from_status, c.to_status,
  c.groups, c.grounds::text[] as grounds`
/**
 * Only what no running transaction can still get in front of: a transaction that began earlier may commit later, and a
 * reader that had passed its place would never see its rows.
 */
export const OVER = `c.tx < consent.feed_horizon()`

/** The functions that say in which place a change is written, and which places are over: by transaction, `ahead` further than the database counts. */
export const feedPlaces = (ahead: string, schema = 'consent'): string[] => [
  `create or replace function ${schema}.feed_tx() returns bigint language sql volatile
    as 'select pg_current_xact_id()::text::bigint + ${BigInt(ahead)}'`,
  `create or replace function ${schema}.feed_horizon() returns bigint language sql stable
    as 'select pg_snapshot_xmin(pg_current_snapshot())::text::bigint + ${BigInt(ahead)}'`,
]

/** Further than anybody can have read of what came after a backup. */
const BEYOND = 2n ** 32n

/**
 * After a restore: another database counts its transactions from elsewhere, and one that was put back counts again what it had counted.
 * What is written from now on comes after all that is there, and after every place that anybody has.
 */
export async function goOnBeyond(sql: Sql): Promise<void> {
  const [row] = await sql<{ ahead: string }>(
    `select (greatest(coalesce(max(tx), 0), consent.feed_tx()) - pg_current_xact_id()::text::bigint + ${BEYOND})::text as ahead
      from consent.change`,
  )
  for (const statement of feedPlaces(row!.ahead)) await sql(statement)
}

const toChange = (row: Row): FeedChange => ({
  tx: String(row.tx),
  id: String(row.id),
  at: new Date(row.at),
  kind: row.kind,
  dossierId: row.dossier_id,
  applicationId: row.application_id,
  institution: row.institution,
  fromStatus: row.from_status,
  toStatus: row.to_status,
  groups: row.groups,
  grounds: row.grounds,
})

/** Changes after a place, in the order of the feed. `where` narrows, with `$1` for its value. */
export async function changesAfter(
  sql: Sql,
  place: Place,
  limit: number,
  concern?: { where: string; value: unknown },
): Promise<FeedChange[]> {
  const rows = await sql<Row>(
    `select ${COLUMNS} from consent.change c where ${concern ? concern.where : '$1::text is null'}
      and (c.tx, c.id) > ($2::bigint, $3::bigint) and ${OVER} order by c.tx, c.id limit ${limit}`,
    [concern?.value ?? null, place.tx, place.id],
  )
  return rows.map(toChange)
}

/** Where the feed ends now, and whether something is on its way that cannot be read yet. */
export async function feedEnd(sql: Sql): Promise<{ place: Place; isMore: boolean }> {
  const [row] = await sql<{ tx: string | number | null; id: string | number | null; more: boolean }>(
    `select (select row_to_json(l) from (select c.tx::text, c.id::text from consent.change c where ${OVER}
        order by c.tx desc, c.id desc limit 1) l) ->> 'tx' as tx,
      (select row_to_json(l) from (select c.tx::text, c.id::text from consent.change c where ${OVER}
        order by c.tx desc, c.id desc limit 1) l) ->> 'id' as id,
      exists (select from consent.change c where not ${OVER}) as more`,
  )
  return { place: { tx: String(row?.tx ?? 0), id: String(row?.id ?? 0) }, isMore: row?.more ?? false }
}
