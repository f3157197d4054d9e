import type { Sql } from '@doorstroomhub/kit/database.ts'
import { onDossier, settle, type Sender } from './command.ts'
import { InnerShare } from './dossier/entities.ts'
import { eraseContent } from './dossier/erase.ts'
import { Consent } from './sharing/entities.ts'

/** What an older state that is put back must not undo. No name and no content: ids and counts. */
export interface Ended {
  /** When this list was read. */
  at: string
  /** Dossiers that were erased. */
  erased: readonly string[]
  /** Consents that give nothing any more. */
  stopped: readonly string[]
  /** How often anybody's rights on each dossier had changed. */
  rights: readonly { id: string; rights: number }[]
  /** Sessions of people that were ended before their time. */
  sessions: readonly { id: string; until: string }[]
}

/** Reads it from a database as it is now. */
export async function endedIn(sql: Sql, now: Date): Promise<Ended> {
  const ids = async (query: string) => (await sql<{ id: string }>(query)).map(({ id }) => id)
  const rights = await sql<{ id: string; rights: string | number }>(
    'select id, rights from consent.dossier order by id',
  )
  return {
    at: now.toISOString(),
    erased: await ids('select id from consent.dossier where erased_at is not null order by id'),
    stopped: await ids(
      `select id from consent.consent where state in ('REVOKED', 'EXPIRED', 'ENDED', 'REFUSED', 'LAPSED') order by id`,
    ),
    rights: rights.map((one) => ({ id: one.id, rights: Number(one.rights) })),
    sessions: await sql(`select id, until::text as until from consent.ended_session where until > $1 order by id`, [
      now,
    ]),
  }
}

/** What was ended again. */
export interface EndedAgain {
  erased: number
  stopped: number
  paused: number
}

/**
 * Ends it again, each dossier in a command, so that every subgraph and every open socket hears of it. Where rights had changed otherwise
 * since, nothing stays open on the word of the older state: sharing is paused, and what was shared inside school and family is closed, until
 * the owner opens it again.
 */
export async function endAgain(sender: Sender, sql: Sql, ended: Ended): Promise<EndedAgain> {
  for (const { id, until } of ended.sessions)
    await sql(`insert into consent.ended_session (id, until, at) values ($1, $2, $3) on conflict (id) do nothing`, [
      id,
      until,
      sender.now(),
    ])
  const erased = await sql<{ id: string }>(
    `select id from consent.dossier where id = any($1::uuid[]) and erased_at is null`,
    [ended.erased],
  )
  for (const { id } of erased)
    await onDossier(sender, id, null, (step) => eraseContent(step, 'erased before the restore'))
  const stopped = await sql<{ id: string; dossier_id: string }>(
    `select id, dossier_id from consent.consent where id = any($1::uuid[]) and state in ('GRANTED', 'PENDING_APPROVAL')`,
    [ended.stopped],
  )
  for (const [dossierId, some] of Map.groupBy(stopped, (one) => one.dossier_id))
    await onDossier(sender, dossierId, null, async (step) => {
      for (const consent of await step.em.find(Consent, { id: { $in: some.map(({ id }) => id) } })) {
        consent.state = 'ENDED'
        consent.endedAt = step.now
        consent.endedBy = 'stopped before the restore'
        step.record('SHARING', { institution: consent.institution })
      }
      step.rightsChanged()
      await settle(step)
    })
  const moved = await sql<{ id: string; rights: string | number }>(
    `select d.id, was.rights from unnest($1::uuid[], $2::bigint[]) as was (id, rights)
      join consent.dossier d on d.id = was.id where d.rights < was.rights and d.erased_at is null`,
    [ended.rights.map(({ id }) => id), ended.rights.map(({ rights }) => rights)],
  )
  for (const { id, rights } of moved)
    await onDossier(sender, id, null, async (step) => {
      step.dossier.paused = true
      // Beyond every count that anybody has seen: what was judged by the newer state is judged again.
      step.dossier.rights = Math.max(Number(step.dossier.rights), Number(rights))
      await step.em.nativeDelete(InnerShare, { dossierId: id })
      step.rightsChanged()
      step.record('SHARING')
    })
  return { erased: erased.length, stopped: stopped.length, paused: moved.length }
}
