import { everyMinute } from '@doorstroomhub/kit/beat.ts'
import { dayIn } from '@doorstroomhub/kit/calendar.ts'
import type { Sql } from '@doorstroomhub/kit/database.ts'
import type { Partitions } from '@doorstroomhub/kit/partitions.ts'
import { RIGHTS_CHANGED } from '@doorstroomhub/kit/subgraph.ts'
import { changeStatus, endDue, onDossier, type Sender, type Step } from './command.ts'
import { eraseContent } from './dossier/erase.ts'
import { LAPSES_AFTER_DAYS } from './rules/case.ts'
import { forgetImports } from './import/dropping.ts'
import { foldCounts, keepWeek } from './region/following.ts'
import { mayStay } from './retention.ts'
import { forgetSessions } from './sessions.ts'

const BATCH = 200
const DAY_MS = 86_400_000

/**
 * What time itself does: lapse, expiry, birthdays, retention. No right hangs on it: the referee looks at the clock
 * itself. Each step is one command on one dossier that looks again under its lock, so that it happens once however
 * many hubs run and whenever one dies.
 */
export async function runDue(sender: Sender, sql: Sql, partitions: Partitions): Promise<number> {
  const now = sender.now()
  const failed: unknown[] = []
  /** One dossier that cannot be helped keeps no other waiting. */
  const onEach: OnEach = async (ids, work) => {
    for (const id of ids)
      await onDossier(sender, id, null, work).catch((cause: unknown) => failed.push(`${id}: ${String(cause)}`))
    return ids.length
  }
  await foldCounts(sql)
  await keepWeek(sql, now)
  await forgetSessions(sql, now)
  await forgetImports(sender, sql, now)
  const done =
    (await endConsents(onEach, sql, now)) +
    (await lapseRequests(sql, now)) +
    (await birthdays(sender, sql, now)) +
    (await retention(onEach, sql, now))
  await partitions.keep(now)
  if (failed.length > 0) throw new Error(`What was due could not be done on ${failed.join('; ')}`)
  return done
}

type OnEach = (ids: readonly string[], work: (step: Step) => Promise<void>) => Promise<number>

async function endConsents(onEach: OnEach, sql: Sql, now: Date): Promise<number> {
  const lapsed = new Date(now.getTime() - LAPSES_AFTER_DAYS * DAY_MS)
  const due = await sql<{ dossier_id: string }>(
    `select distinct dossier_id from consent.consent where (state = 'GRANTED' and expires_at <= $1)
      or (state = 'PENDING_APPROVAL' and (created_at <= $2 or expires_at <= $1)) limit ${BATCH}`,
    [now, lapsed],
  )
  return onEach(
    due.map(({ dossier_id }) => dossier_id),
    endDue,
  )
}

async function lapseRequests(sql: Sql, now: Date): Promise<number> {
  const rows = await sql(
    `update consent.consent_request set outcome = 'LAPSED', answered_at = $1
      where outcome = 'OPEN' and asked_at <= $2 returning id`,
    [now, new Date(now.getTime() - LAPSES_AFTER_DAYS * DAY_MS)],
  )
  return rows.length
}

/** Who turned 16 or 18 today: rights differ from this day on, so open sockets are judged again. */
async function birthdays(sender: Sender, sql: Sql, now: Date): Promise<number> {
  const today = dayIn(now)
  const year = Number(today.slice(0, 4))
  const days = [16, 18].flatMap((age) => {
    const born = `${year - age}${today.slice(4)}`
    // On 29 February: nobody was born on it in a year without one, and the database knows no such day.
    if (today.slice(4) === '-02-29' && !isLeap(year - age)) return []
    // Born on 29 February: 1 March in a year without one.
    return today.slice(4) === '-03-01' && !isLeap(year) && isLeap(year - age) ? [born, `${year - age}-02-29`] : [born]
  })
  const rows = await sql<{ id: string; rights: string | number }>(
    `update consent.dossier set rights = rights + 1, aged_on = $2::date
      where birth_date = any($1::date[]) and status <> 'ERASED' and aged_on is distinct from $2::date returning id, rights`,
    [days, today],
  )
  for (const { id, rights } of rows) sender.bus.publish(`${RIGHTS_CHANGED}.${id}`, String(rights))
  return rows.length
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

async function retention(onEach: OnEach, sql: Sql, now: Date): Promise<number> {
  const due = await sql<{ id: string }>(
    `select id from consent.dossier d where status <> 'ERASED' and not ${mayStay(now)} limit ${BATCH}`,
  )
  return onEach(
    due.map(({ id }) => id),
    async (step) => {
      if (step.dossier.status === 'ERASED') return
      if (step.dossier.status === 'ENROLLED') changeStatus(step, 'CLOSED', 'the mbo year is over')
      await eraseContent(step, 'retention')
    },
  )
}

/** Runs it now and every minute; one run at a time. */
export const startScheduler = (
  sender: () => Sender,
  sql: Sql,
  partitions: Partitions,
  report: (error: unknown) => void,
): (() => Promise<void>) => everyMinute(() => runDue(sender(), sql, partitions), report)
