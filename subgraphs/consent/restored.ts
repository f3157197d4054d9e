import type { Sql } from '@doorstroomhub/kit/database.ts'
import { RIGHTS_CHANGED } from '@doorstroomhub/kit/subgraph.ts'
import { onDossier, settle, type Sender } from './command.ts'
import { goOnBeyond } from './feed/rows.ts'
import { InnerShare, Party } from './dossier/entities.ts'
import { eraseContent } from './dossier/erase.ts'
import { Consent } from './sharing/entities.ts'
import type { PausedBecause } from './webhooks/entities.ts'

/** How far one dossier had come. */
export interface Mark {
  id: string
  /** How often anybody's rights on it had changed. */
  rights: number
  /** When anything happened to it last, in milliseconds since 1970. */
  touched: number
}

/** What an older state that is put back must not undo. No name and no content: ids, counts and moments. */
export interface Ended {
  /** When this list was read. */
  at: string
  /** Dossiers that were erased. */
  erased: readonly string[]
  /** Consents that give nothing any more. */
  stopped: readonly string[]
  /** Whose part in a dossier had ended, by the number of the party, and when; a list of an older hub has none. */
  parties?: readonly { id: string; until: string }[]
  /** Agreements that are not in force any more. */
  agreements: readonly string[]
  /** Sessions of people that were ended before their time. */
  sessions: readonly { id: string; until: string }[]
  /** All dossiers: every command on one leaves its mark here, whatever it was. */
  dossiers: readonly Mark[]
}

/** Reads it from a database as it is now. */
export async function endedIn(sql: Sql, now: Date): Promise<Ended> {
  const ids = async (query: string) => (await sql<{ id: string }>(query)).map(({ id }) => id)
  return {
    at: now.toISOString(),
    erased: await ids('select id from consent.dossier where erased_at is not null order by id'),
    stopped: await ids(
      `select id from consent.consent where state in ('REVOKED', 'EXPIRED', 'ENDED', 'REFUSED', 'LAPSED') order by id`,
    ),
    parties: await sql(
      `select id::text as id, until::text as until from consent.party where until is not null order by id`,
    ),
    agreements: await ids(`select id from consent.agreement where state = 'ENDED' order by id`),
    sessions: await sql(`select id, until::text as until from consent.ended_session where until > $1 order by id`, [
      now,
    ]),
    dossiers: await marksIn(sql),
  }
}

/** How far each dossier has come in a database as it is now. */
export async function marksIn(sql: Sql): Promise<Mark[]> {
  const rows = await sql<{ id: string; rights: string | number; touched: string | number }>(
    `select id, rights, round(extract(epoch from updated_at) * 1000) as touched from consent.dossier order by id`,
  )
  return rows.map(({ id, rights, touched }) => ({ id, rights: Number(rights), touched: Number(touched) }))
}

/** The dossiers on which something happened that the state that was put back does not know, and the highest count of rights of each. */
export function movedSince(lists: readonly Ended[], putBack: readonly Mark[]): Pick<Mark, 'id' | 'rights'>[] {
  const now = new Map(putBack.map((mark) => [mark.id, mark]))
  const moved = new Map<string, number>()
  for (const { id, rights, touched } of lists.flatMap(({ dossiers }) => dossiers)) {
    const mark = now.get(id)
    if (mark && (mark.rights < rights || mark.touched < touched))
      moved.set(id, Math.max(rights, mark.rights, moved.get(id) ?? 0))
  }
  return [...moved].map(([id, rights]) => ({ id, rights }))
}

/** What was ended again. */
export interface EndedAgain {
  erased: number
  stopped: number
  parties: number
  paused: number
  agreements: number
  invitations: number
  webhooks: number
}

/**
 * Ends it again, each dossier in a command, so that every subgraph hears of it. On a dossier on which anything happened since, nothing
 * stays open on the word of the older state: sharing is paused, and what was shared inside school and family is closed, until the owner opens
 * it again. `moved` was read before anything was done to the state that was put back: what is done here raises the same counts.
 */
export async function endAgain(
  sender: Sender,
  sql: Sql,
  lists: readonly Ended[],
  moved: readonly Pick<Mark, 'id' | 'rights'>[],
): Promise<EndedAgain> {
  await goOnBeyond(sql)
  const invitations = await withdrawInvitations(sql, sender.now())
  const webhooks = await pauseWebhooks(sql)
  for (const { id, until } of lists.flatMap(({ sessions }) => sessions))
    await sql(`insert into consent.ended_session (id, until, at) values ($1, $2, $3) on conflict (id) do nothing`, [
      id,
      until,
      sender.now(),
    ])
  const agreements = await endAgreements(
    sender,
    sql,
    lists.flatMap((ended) => ended.agreements),
  )
  const erased = await sql<{ id: string }>(
    `select id from consent.dossier where id = any($1::uuid[]) and erased_at is null`,
    [lists.flatMap((ended) => ended.erased)],
  )
  for (const { id } of erased)
    await onDossier(sender, id, null, (step) => eraseContent(step, 'erased before the restore'))
  const stopped = await stopConsents(
    sender,
    sql,
    lists.flatMap((ended) => ended.stopped),
  )
  const parties = await endParties(
    sender,
    sql,
    lists.flatMap((ended) => ended.parties ?? []),
  )
  let paused = 0
  for (const { id, rights } of moved)
    paused += await onDossier(sender, id, null, async (step) => {
      if (step.dossier.erasedAt != null) return 0
      step.dossier.paused = true
      step.dossier.pausedBecause = 'RESTORED'
      // Beyond every count that anybody has seen: what was judged by the newer state is judged again.
      step.dossier.rights = Math.max(Number(step.dossier.rights), rights)
      await step.em.nativeDelete(InnerShare, { dossierId: id })
      step.rightsChanged()
      step.record('SHARING')
      return 1
    })
  return { erased: erased.length, stopped, parties, paused, agreements, invitations, webhooks }
}

async function stopConsents(sender: Sender, sql: Sql, ids: readonly string[]): Promise<number> {
  const stopped = await sql<{ id: string; dossier_id: string }>(
    `select id, dossier_id from consent.consent where id = any($1::uuid[]) and state in ('GRANTED', 'PENDING_APPROVAL')`,
    [ids],
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
  return stopped.length
}

async function endParties(sender: Sender, sql: Sql, ended: readonly { id: string; until: string }[]): Promise<number> {
  const untils = new Map(ended.map(({ id, until }) => [id, new Date(until)]))
  const standing = await sql<{ id: string; dossier_id: string }>(
    `select id::text as id, dossier_id from consent.party where id = any($1::bigint[]) and until is null`,
    [[...untils.keys()]],
  )
  for (const [dossierId, some] of Map.groupBy(standing, (one) => one.dossier_id))
    await onDossier(sender, dossierId, null, async (step) => {
      for (const party of await step.em.find(Party, { id: { $in: some.map(({ id }) => Number(id)) } })) {
        // From when it had ended, not from now: the clock of who restores may be another one.
        party.until = untils.get(String(party.id))!
        party.endedBy = 'ended before the restore'
      }
      step.rightsChanged()
      step.record('SHARING')
    })
  return standing.length
}

/** The one that took its place may be unknown here: until the region signs again, nothing is agreed and nothing is shared in it. */
async function endAgreements({ bus, now }: Sender, sql: Sql, ids: readonly string[]): Promise<number> {
  const ended = await sql(
    `update consent.agreement set state = 'ENDED', ended_at = $2 where id = any($1::uuid[]) and state = 'ACTIVE' returning id`,
    [ids, now()],
  )
  if (ended.length > 0) bus.publish(`${RIGHTS_CHANGED}.all`, '')
  return ended.length
}

/** Whoever held a code may have lost it since, and a new one is a minute's work for the mentor. */
async function withdrawInvitations(sql: Sql, now: Date): Promise<number> {
  const withdrawn = await sql(
    `update consent.invitation set revoked_at = $1 where used_at is null and revoked_at is null returning id`,
    [now],
  )
  return withdrawn.length
}

/** An address may have been removed since, and its secret changed because somebody had seen it. */
async function pauseWebhooks(sql: Sql): Promise<number> {
  const paused = await sql(`update consent.webhook set state = 'PAUSED', paused_because = $1 returning id`, [
    'RESTORED' satisfies PausedBecause,
  ])
  return paused.length
}
