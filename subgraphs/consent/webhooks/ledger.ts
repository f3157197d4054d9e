import type { Sql } from '@doorstroomhub/kit/database.ts'
import { OVER, type Place } from '../feed/rows.ts'
import type { PausedBecause } from './entities.ts'

/** A webhook that this hub may tell now, and for how long nobody else does. */
export interface Claim {
  webhookId: string
  place: Place
  attempts: number
  failingSince: Date | null
}

/** What is needed to send one message. */
export interface Target {
  institution: string
  name: string
  url: string
  secret: Uint8Array
  formerSecret: Uint8Array | null
  formerUntil: Date | null
}

const MOST_AT_ONCE = 16
const LEASE = `clock_timestamp() + interval '30 seconds'`
/** How often a hub that is telling renews its lease: well within it, a delivery's patience included. */
export const RENEW_MS = 10_000

/**
 * The rows of webhooks, as the hubs share them. The lease goes by the database's clock, since the hubs' own may differ; every
 * write asks for it, so that a hub that was asleep and lost it writes nothing more.
 */
export function ledgerOf(sql: Sql, hub: string) {
  const held = `webhook_id = $1 and lease_by = $2 and lease_until > clock_timestamp()`
  const wrote = async (text: string, params: readonly unknown[]): Promise<boolean> =>
    (await sql(`update consent.webhook_delivery set ${text} where ${held} returning webhook_id`, params)).length > 0
  return {
    /** Whether there is anybody to tell. */
    async isUsed(): Promise<boolean> {
      const [row] = await sql<{ used: boolean }>(
        `select exists (select from consent.webhook where state = 'ACTIVE') as used`,
      )
      return row?.used === true
    },
    /** Takes what is due and has something to tell: each row by one hub. */
    async claim(now: Date): Promise<Claim[]> {
      const rows = await sql<{
        webhook_id: string
        place_tx: string | number
        place_id: string | number
        attempts: number
        failing_since: string | Date | null
      }>(
        `update consent.webhook_delivery set lease_by = $1, lease_until = ${LEASE} where webhook_id in (
          select d.webhook_id from consent.webhook_delivery d join consent.webhook w on w.id = d.webhook_id
            where w.state = 'ACTIVE' and d.next_at <= $2 and (d.lease_until is null or d.lease_until < clock_timestamp())
              and exists (select from consent.change c where (c.tx, c.id) > (d.place_tx, d.place_id) and ${OVER})
            order by d.next_at limit ${MOST_AT_ONCE} for update of d skip locked)
          returning webhook_id, place_tx, place_id, attempts, failing_since`,
        [hub, now],
      )
      return rows.map((row) => ({
        webhookId: row.webhook_id,
        place: { tx: String(row.place_tx), id: String(row.place_id) },
        attempts: row.attempts,
        failingSince: row.failing_since === null ? null : new Date(row.failing_since),
      }))
    },
    /** As it is at this moment; null when it was removed or paused. */
    async target(webhookId: string): Promise<Target | null> {
      const [row] = await sql<{
        institution: string
        name: string
        url: string
        secret: Uint8Array
        former_secret: Uint8Array | null
        former_until: string | Date | null
      }>(
        `select w.institution, o.name, w.url, w.secret, w.former_secret, w.former_until
          from consent.webhook w join consent.organisation o on o.brin = w.institution where w.id = $1 and w.state = 'ACTIVE'`,
        [webhookId],
      )
      if (!row) return null
      const { institution, name, url, secret, former_secret: formerSecret, former_until } = row
      return {
        institution,
        name,
        url,
        secret,
        formerSecret,
        formerUntil: former_until === null ? null : new Date(former_until),
      }
    },
    renew: (webhookId: string) => wrote(`lease_until = ${LEASE}`, [webhookId, hub]),
    /** A message arrived: the next one is after it. */
    told: (webhookId: string, place: Place, now: Date) =>
      wrote(
        `place_tx = $3, place_id = $4, attempts = 0, failing_since = null, behind_since = null, next_at = $5,
          last_success_at = $5, lease_until = ${LEASE}`,
        [webhookId, hub, place.tx, place.id, now],
      ),
    /** Nothing is left to tell: the lease is given back. */
    caughtUp: (webhookId: string, place: Place) =>
      wrote(
        `place_tx = $3, place_id = $4, attempts = 0, failing_since = null, behind_since = null, lease_until = null`,
        [webhookId, hub, place.tx, place.id],
      ),
    /** Somebody else may go on from here. */
    giveBack: (webhookId: string, place: Place) =>
      wrote(`place_tx = $3, place_id = $4, lease_until = null`, [webhookId, hub, place.tx, place.id]),
    /** A message did not arrive: it is tried again at its time. */
    failed: (
      webhookId: string,
      place: Place,
      { failure, behindSince, nextAt, now }: { failure: string; behindSince: Date; nextAt: Date; now: Date },
    ) =>
      wrote(
        `place_tx = $3, place_id = $4, attempts = attempts + 1, failing_since = coalesce(failing_since, $5), next_at = $6,
          last_failure_at = $5, last_failure = $7, behind_since = $8, lease_until = null`,
        [webhookId, hub, place.tx, place.id, now, nextAt, failure, behindSince],
      ),
    /** Until somebody resumes it. */
    async pause(webhookId: string, because: PausedBecause): Promise<void> {
      await sql(`update consent.webhook set state = 'PAUSED', paused_because = $2 where id = $1`, [webhookId, because])
    },
  }
}

export type Ledger = ReturnType<typeof ledgerOf>
