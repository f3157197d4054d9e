import type { Sql } from '@doorstroomhub/kit/database.ts'
import type { WorldDossier } from '../world/types.ts'
import { messageId } from './rows.ts'
import { seedPeople } from './write.ts'

/**
 * On a later day the ten must still be who they are (domain §11: birth dates are computed from today). Only what hangs on
 * the calendar is moved; what people did in the demo stays. What time alone ended (lapse, expiry) is as it was again.
 */
export async function redate(sql: Sql, people: readonly WorldDossier[], key: Uint8Array): Promise<void> {
  if (!(await isOutdated(sql, people))) return
  const gone = await sql<{ id: string }>(
    `select d.id from consent.dossier d where d.id = any($1::uuid[]) and d.status = 'ERASED'`,
    [people.map(({ id }) => id)],
  )
  const erased = new Set(gone.map(({ id }) => id))
  const standing = people.filter(({ id }) => !erased.has(id))
  await moveDossiers(sql, standing)
  await moveApplications(sql, standing)
  await moveConsents(sql, standing)
  await revive(
    sql,
    people.filter(({ id }) => erased.has(id)),
    key,
  )
}

const json = JSON.stringify

/** Every birth date but Mees's moves each day, so one look tells. */
async function isOutdated(sql: Sql, people: readonly WorldDossier[]): Promise<boolean> {
  const rows = await sql<{ id: string; day: string }>(
    `select id, birth_date::text as day from consent.dossier where id = any($1::uuid[]) and status <> 'ERASED'`,
    [people.map(({ id }) => id)],
  )
  const days = new Map(rows.map(({ id, day }) => [id, day]))
  return people.some(({ id, birthDate }) => days.has(id) && days.get(id) !== birthDate) || days.size < people.length
}

async function moveDossiers(sql: Sql, people: readonly WorldDossier[]): Promise<void> {
  const moved = json(
    people.map(({ id, birthDate, startYear }) => ({ id, birth_date: birthDate, start_year: startYear })),
  )
  await sql(
    `update consent.dossier d set birth_date = m.birth_date, start_year = m.start_year, rights = d.rights + 1
      from jsonb_to_recordset($1::jsonb) as m (id uuid, birth_date date, start_year int) where m.id = d.id`,
    [moved],
  )
  await sql(
    `update person.identity i set birth_date = m.birth_date
      from jsonb_to_recordset($1::jsonb) as m (id uuid, birth_date date) where m.id = i.dossier_id`,
    [moved],
  )
  const parties = people.flatMap(({ id, parties: all }) => all.map((party) => ({ id, ...party })))
  await sql(
    `update consent.party p set since = m.since, until = m.until
      from jsonb_to_recordset($1::jsonb) as m (id uuid, subject text, role text, since timestamptz, until timestamptz)
      where m.id = p.dossier_id and m.subject = p.subject and m.role = p.role and p.ended_by is null`,
    [json(parties)],
  )
}

async function moveApplications(sql: Sql, people: readonly WorldDossier[]): Promise<void> {
  const applications = people.flatMap((person) => person.applications)
  await sql(
    `update consent.application a set applied_at = m.applied_at, start_year = m.start_year
      from jsonb_to_recordset($1::jsonb) as m (id uuid, applied_at timestamptz, start_year int) where m.id = a.id`,
    [json(applications.map(({ id, appliedAt, startYear }) => ({ id, applied_at: appliedAt, start_year: startYear })))],
  )
  const messages = applications.flatMap(({ id, messages: all }) =>
    all.map(({ at }, index) => ({ id: messageId(id, index), at })),
  )
  await sql(
    `update consent.application_message a set at = m.at
      from jsonb_to_recordset($1::jsonb) as m (id uuid, at timestamptz) where m.id = a.id`,
    [json(messages)],
  )
}

async function moveConsents(sql: Sql, people: readonly WorldDossier[]): Promise<void> {
  const consents = people.flatMap((person) => person.consents)
  const rows = json(
    consents.map(({ id, state, createdAt, grantedAt, expiresAt, endedAt }) => ({
      id,
      state,
      created_at: createdAt,
      granted_at: grantedAt,
      expires_at: expiresAt,
      ended_at: endedAt,
    })),
  )
  const columns = `id uuid, state text, created_at timestamptz, granted_at timestamptz, expires_at timestamptz, ended_at timestamptz`
  const revived = await sql<{ dossier_id: string }>(
    `update consent.consent c set state = m.state, ended_at = null, ended_by = null
      from jsonb_to_recordset($1::jsonb) as m (${columns})
      where m.id = c.id and c.ended_by = 'time' and c.state <> m.state returning c.dossier_id`,
    [rows],
  )
  await sql(
    `update consent.consent c set created_at = m.created_at, granted_at = m.granted_at, expires_at = m.expires_at
      from jsonb_to_recordset($1::jsonb) as m (${columns}) where m.id = c.id and c.state = m.state`,
    [rows],
  )
  const shared = new Set(revived.map(({ dossier_id }) => dossier_id))
  await sql(
    `update consent.dossier d set status = m.status from jsonb_to_recordset($1::jsonb) as m (id uuid, status text)
      where m.id = d.id and d.status = 'APPROVED'`,
    [json(people.filter(({ id }) => shared.has(id)).map(({ id, status }) => ({ id, status })))],
  )
}

/** Erased by retention, since the demo was not looked at for more than a year: all of it anew. Who erased it in person meant it. */
async function revive(sql: Sql, people: readonly WorldDossier[], key: Uint8Array): Promise<void> {
  for (const person of people) {
    const [last] = await sql<{ reason: string }>(
      `select reason from consent.status_change where dossier_id = $1 order by id desc limit 1`,
      [person.id],
    )
    if (last?.reason !== 'retention') continue
    await sql(
      `with gone as (select id from consent.consent where dossier_id = $1)
        delete from consent.approval where consent_id in (select id from gone)`,
      [person.id],
    )
    await sql(
      `delete from consent.application_message where application_id in
        (select id from consent.application where dossier_id = $1)`,
      [person.id],
    )
    for (const table of [
      'consent',
      'consent_request',
      'application',
      'party',
      'dossier_approval',
      'status_change',
      'change',
    ])
      await sql(`delete from consent.${table} where dossier_id = $1`, [person.id])
    await sql('delete from consent.dossier where id = $1', [person.id])
    // Their content subgraphs would take nothing more for an erased dossier.
    for (const schema of ['person', 'support_needs', 'career_portfolio'])
      await sql(`delete from ${schema}.erased where dossier_id = $1`, [person.id])
    await seedPeople(sql, [person], key)
  }
}
