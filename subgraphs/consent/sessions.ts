import type { Bus } from '@doorstroomhub/kit/bus.ts'
import type { Sql } from '@doorstroomhub/kit/database.ts'
import { SESSION_ENDED, type EndedSession } from '@doorstroomhub/kit/subgraph.ts'

/** No gateway makes a longer name for a session. */
const LONGEST_ID = 64

/** Keeps that a session ended, and wakes every gateway. Nothing of whose it was. */
export async function endSession(
  { sql, bus, now }: { sql: Sql; bus: Bus; now: () => Date },
  { id, until }: { id: string; until: string },
): Promise<void> {
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID) throw new Error('This is no name of a session.')
  await sql(`insert into consent.ended_session (id, until, at) values ($1, $2, $3) on conflict (id) do nothing`, [
    id,
    new Date(until),
    now(),
  ])
  bus.publish(SESSION_ENDED, '')
}

/** Those that ended at or after this moment, oldest first, as far as they would still go. */
export async function endedSessions(sql: Sql, since: string | null, now: Date): Promise<EndedSession[]> {
  const rows = await sql<{ id: string; until: Date | string; at: Date | string }>(
    `select id, until, at from consent.ended_session where at >= $1::timestamptz and until > $2 order by at`,
    [since ?? '-infinity', now],
  )
  return rows.map(({ id, until, at }) => ({
    id,
    until: new Date(until).toISOString(),
    at: new Date(at).toISOString(),
  }))
}

/** Those that would have ended by now are nobody's concern any more. */
export async function forgetSessions(sql: Sql, now: Date): Promise<void> {
  await sql(`delete from consent.ended_session where until <= $1`, [now])
}
