import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import type { ConsentContext } from '../context.ts'
import type { Import } from './entities.ts'
import { hashOf } from './taking.ts'
import type { Colleague, PupilContent } from './words.ts'

export interface PartyRow {
  dossier_id: string
  subject: string
  role: string
  name: string
  brin: string | null
}

/** A dossier of which somebody's rights changed, and how often they have by now. */
export interface Raised {
  id: string
  rights: number
}

/** Whoever stands already goes on as they are; who was ended stands again. Answers the dossiers in which that made a difference. */
export async function addParties(em: EntityManager, parties: readonly PartyRow[], now: Date): Promise<string[]> {
  const rows = await em.execute<{ dossier_id: string }[]>(
    `insert into consent.party as p (dossier_id, subject, role, name, brin, since)
      select x.dossier_id, x.subject, x.role, x.name, x.brin, ?
      from jsonb_to_recordset(?::jsonb) as x(dossier_id uuid, subject text, role text, name text, brin text)
      on conflict (dossier_id, subject, role) do update set until = null, ended_by = null, brin = excluded.brin
        where p.until <= excluded.since
      returning p.dossier_id`,
    [now, JSON.stringify(parties)],
  )
  return rows.map(({ dossier_id }) => dossier_id)
}

export const colleagues = ({ mentor, careCoordinator }: PupilContent): (Colleague & { role: string })[] => [
  ...(mentor ? [{ ...mentor, role: 'MENTOR' }] : []),
  ...(careCoordinator ? [{ ...careCoordinator, role: 'CARE_COORDINATOR' }] : []),
]

/**
 * From now on the same lines change nothing; who is named in them is in the caseload, and who stood there in the same role for the same
 * school is so no more. A file without a column for mentors says nothing of them: the importing mentor then takes nobody's place.
 */
export async function settleCaseload(
  em: EntityManager,
  context: ConsentContext,
  one: Import,
  contents: readonly PupilContent[],
): Promise<Raised[]> {
  if (contents.length === 0) return []
  const now = context.now()
  const school = one.brin as string
  const byNumber = new Map(contents.map((content) => [content.pupilNumber, content]))
  // Commands to one dossier go one after the other, imports among them; of two imports at once nobody waits in a circle.
  const known = await em.execute<{ id: string; number: string }[]>(
    `select d.id, k.number from consent.dossier d join consent.known_pupil k on k.dossier_id = d.id
      where k.brin = ? and k.number in (select jsonb_array_elements_text(?::jsonb)) order by d.id for update of d`,
    [school, JSON.stringify([...byNumber.keys()])],
  )
  await em.execute(
    `update consent.known_pupil k set hash = x.hash from jsonb_to_recordset(?::jsonb) as x(number text, hash text)
      where k.brin = ? and k.number = x.number`,
    [JSON.stringify(contents.map((each) => ({ number: each.pupilNumber, hash: hashOf(context.seals, each) }))), school],
  )
  const caseload = known.flatMap(({ id, number }) =>
    colleagues(byNumber.get(number)!).map(({ role, subject, name }) => ({
      dossier_id: id,
      subject,
      role,
      name,
      brin: school,
    })),
  )
  const named = caseload.filter(({ role }) => role !== 'MENTOR' || one.mapping.includes('MENTOR'))
  const ended = await em.execute<{ dossier_id: string }[]>(
    `update consent.party p set until = ?, ended_by = ?
      from jsonb_to_recordset(?::jsonb) as x(dossier_id uuid, subject text, role text)
      where p.dossier_id = x.dossier_id and p.role = x.role and p.subject <> x.subject and p.brin = ?
        and (p.until is null or p.until > ?)
      returning p.dossier_id`,
    [now, one.subject, JSON.stringify(named), school, now],
  )
  const added = await addParties(em, caseload, now)
  return raiseRights(em, [...new Set([...ended.map(({ dossier_id }) => dossier_id), ...added])], now)
}

async function raiseRights(em: EntityManager, ids: readonly string[], now: Date): Promise<Raised[]> {
  if (ids.length === 0) return []
  const raised = await em.execute<{ id: string; rights: string | number }[]>(
    `update consent.dossier set rights = rights + 1, updated_at = ?
      where id = any(string_to_array(?, ',')::uuid[]) returning id, rights`,
    [now, ids.join(',')],
  )
  await em.execute(
    `insert into consent.change (at, kind, dossier_id) select ?, 'SHARING', unnest(string_to_array(?, ',')::uuid[])`,
    [now, ids.join(',')],
  )
  return raised.map(({ id, rights }) => ({ id, rights: Number(rights) }))
}
