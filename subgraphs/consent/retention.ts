import { dayIn, startOfSchoolYear } from '@doorstroomhub/kit/calendar.ts'
import type { GrowingTable } from '@doorstroomhub/kit/partitions.ts'

/** Content goes one year after the mbo year starts (domain §7). */
const RETENTION_YEARS = 1

/**
 * A condition in SQL on the dossier `d`: its retention is not over at this moment. The year in which the mbo starts is that of
 * the latest application that still stands.
 */
export function mayStay(now: Date): string {
  const year = Number(dayIn(now).slice(0, 4))
  const lastPast = startOfSchoolYear(year) > now ? year - RETENTION_YEARS - 1 : year - RETENTION_YEARS
  return `(d.start_year > ${lastPast} or exists (select from consent.application a where a.dossier_id = d.id
    and a.start_year > ${lastPast} and a.status not in ('NOT_ENROLLED', 'WITHDRAWN')))`
}

/**
 * Who looked, and what moved, stays as long as the dossier may: also of one that its owner erased before its time, so that it can
 * be shown who looked; and a year at least, so that a partner who was away finds in the feed what happened meanwhile.
 */
const keptWithDossiers = (table: string): GrowingTable => ({
  schema: 'consent',
  table,
  stays: RETENTION_YEARS,
  // By way of the dossiers that are still there: of those there are few, and of lines many.
  holds: (part, now) =>
    `exists (select from consent.dossier d where (d.erased_at is null or ${mayStay(now)})
      and exists (select from ${part} l where l.dossier_id = d.id))`,
})

/** What grows in consent for as long as people use it. */
export const growing: readonly GrowingTable[] = [keptWithDossiers('read_log'), keptWithDossiers('change')]
