import type { EndedTalk, Report } from '@doorstroomhub/kit/subgraph.ts'
import type { Sql } from '@doorstroomhub/kit/database.ts'
import { notFound } from '@doorstroomhub/kit/errors.ts'
import { changeStatus, onDossier, type Sender } from './command.ts'
import type { Asker } from './rules/facts.ts'
import { FIELD_GROUPS, SCHOOL_LEVELS, type Role, type SchoolLevel } from './rules/words.ts'

/**
 * What the content subgraphs tell: that content changed (approvals of it are void, domain §7), or that a fact was
 * corrected on which decisions hang. Telling twice changes nothing.
 */
export async function receiveReport(sender: Sender, report: Report): Promise<void> {
  const by: Asker = {
    subject: report.by.subject,
    role: report.by.role as Role,
    brin: null,
    municipality: null,
    scopes: [],
  }
  try {
    await onDossier(sender, report.dossierId, by, async (step) => {
      const { dossier } = step
      if (dossier.status === 'ERASED') return
      const facts = report.facts ?? {}
      if (typeof facts['birthDate'] === 'string' && facts['birthDate'] !== dossier.birthDate) {
        dossier.birthDate = facts['birthDate']
        step.rightsChanged()
      }
      if (typeof facts['municipalityCode'] === 'string' && facts['municipalityCode'] !== dossier.municipalityCode) {
        dossier.municipalityCode = facts['municipalityCode']
        step.rightsChanged()
      }
      if (SCHOOL_LEVELS.includes(facts['schoolLevel'] as SchoolLevel))
        dossier.schoolLevel = facts['schoolLevel'] as SchoolLevel
      if (typeof facts['identityComplete'] === 'boolean') dossier.identityComplete = facts['identityComplete']
      if (typeof facts['openAdvice'] === 'number') dossier.openAdvice = facts['openAdvice']
      if (report.kind !== 'CONTENT') return
      step.record('CONTENT', { groups: FIELD_GROUPS.filter((group) => report.groups?.includes(group)) })
      if (dossier.status === 'READY' || dossier.status === 'APPROVED') {
        dossier.version += 1
        changeStatus(step, 'DRAFT', 'content changed after it was ready')
      }
    })
  } catch (error) {
    // Content without a dossier is nobody's; there is nothing to void.
    if ((error as { code?: string }).code !== notFound().code) throw error
  }
}

const CURSOR = /^(.+)\|([0-9a-f-]{36})$/

/** A place in a list by moment and id, as the two parameters of its statement; without a cursor its beginning. */
function placeOf(after: string | null): [at: string, id: string] {
  const [, at, id] = after === null ? [] : (CURSOR.exec(after) ?? [])
  return [at ?? '-infinity', id ?? '00000000-0000-0000-0000-000000000000']
}

const cursorOf = ({ at, id }: { at: string; id: string }): string => `${at}|${id}`

/** Dossiers erased after this cursor, and those that were never opened, oldest first: what the others hold of them must go. */
export async function erasedSince(sql: Sql, after: string | null): Promise<{ dossierId: string; cursor: string }[]> {
  const rows = await sql<{ id: string; at: string }>(
    `select id, at::text as at from (
        select id, erased_at as at from consent.dossier where erased_at is not null
        union all select dossier_id, at from consent.import_dropped) as gone
      where (at, id) > ($1::timestamptz, $2::uuid) order by at, id limit 500`,
    placeOf(after),
  )
  return rows.map((row) => ({ dossierId: row.id, cursor: cursorOf(row) }))
}

/** Talks that ended after this cursor, oldest first. */
export async function talksEndedSince(sql: Sql, after: string | null): Promise<EndedTalk[]> {
  const rows = await sql<{ id: string; dossier_id: string; by: EndedTalk['by']; at: string }>(
    `select id, dossier_id, talk_ended_by as by, talk_ended_at::text as at from consent.application
      where talk_ended_at is not null and (talk_ended_at, id) > ($1::timestamptz, $2::uuid)
      order by talk_ended_at, id limit 500`,
    placeOf(after),
  )
  return rows.map((row) => ({
    applicationId: row.id,
    dossierId: row.dossier_id,
    by: row.by,
    at: row.at,
    cursor: cursorOf(row),
  }))
}
