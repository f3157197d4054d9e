import { fromCursor, pageSize, toConnection, type Connection } from '@doorstroomhub/kit/pages.ts'
import { asker, type ConsentContext } from '../context.ts'
import { relationOf, type Relation } from '../rules/decide.ts'
import type { Asker, Facts } from '../rules/facts.ts'
import { openConsents } from '../rules/seen.ts'
import type { Change, ChangeKind } from './entities.ts'

export const FEED_CURSOR = 'change'
const NUMBER = /^\d{1,18}$/
const BATCH = 500

interface Row {
  id: string | number
  at: Date
  kind: ChangeKind
  dossier_id: string
  application_id: string | null
  institution: string | null
  from_status: Change['fromStatus']
  to_status: Change['toStatus']
}

/** Kinds that concern a single institution's application. */
const OF_APPLICATION: readonly ChangeKind[] = ['APPLICATION_STATUS', 'TALK']

/**
 * Whether this viewer may know of this change. An mbo institution hears of its own applications, and of the rest only
 * while something is open to it: that a student stopped is told by silence, as it is when nothing ever began.
 */
export function mayKnow(change: Change, relation: Relation | null, facts: Facts, who: Asker, now: Date): boolean {
  switch (relation) {
    case null:
      return false
    case 'MUNICIPALITY':
      return change.kind === 'APPLICATION_STATUS'
    case 'MBO':
      if (OF_APPLICATION.includes(change.kind)) return change.institution === who.brin
      if (who.role === 'PARTNER' && !who.scopes.includes('feed:read')) return false
      return (change.institution === null || change.institution === who.brin) && openConsents(facts, now).length > 0
    default:
      return true
  }
}

/** Which rows can concern the asker at all, in SQL with `$1`. */
function concerns(who: Asker): { where: string; value: unknown } | null {
  switch (who.role) {
    case 'STUDENT':
    case 'GUARDIAN':
    case 'MENTOR':
    case 'CARE_COORDINATOR':
      return {
        where: 'c.dossier_id in (select p.dossier_id from consent.party p where p.subject = $1)',
        value: who.subject,
      }
    case 'INTAKER':
    case 'PARTNER':
      return {
        where: 'c.dossier_id in (select a.dossier_id from consent.application a where a.institution = $1)',
        value: who.brin,
      }
    case 'MUNICIPALITY':
      return {
        where: `c.kind = 'APPLICATION_STATUS' and c.dossier_id in
          (select d.id from consent.dossier d where d.municipality_code = $1)`,
        value: who.municipality,
      }
    case 'REGION_ANALYST':
    case 'ADMINISTRATOR':
      return null
  }
}

const toChange = (row: Row): Change => ({
  id: Number(row.id),
  at: new Date(row.at),
  kind: row.kind,
  dossierId: row.dossier_id,
  applicationId: row.application_id,
  institution: row.institution,
  fromStatus: row.from_status,
  toStatus: row.to_status,
})

/** A page of the feed, oldest first. What the viewer may not see is skipped, not counted. */
export async function readChanges(
  context: ConsentContext,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<Change>> {
  const size = pageSize(args.first, 100, 500)
  const after = fromCursor(FEED_CURSOR, args.after, NUMBER)
  const who = asker(context)
  const concern = concerns(who)
  const found: Change[] = []
  let from = after ?? '0'
  while (concern && found.length <= size) {
    const rows = await context.sql<Row>(
      `select c.id, c.at, c.kind, c.dossier_id, c.application_id, c.institution, c.from_status, c.to_status
        from consent.change c where ${concern.where} and c.id > $2 order by c.id limit ${BATCH}`,
      [concern.value, from],
    )
    const changes = rows.map(toChange)
    const facts = await context.referee.facts(
      context.asking,
      changes.map(({ dossierId }) => dossierId),
    )
    const now = context.now()
    for (const [index, change] of changes.entries()) {
      const one = facts[index]
      if (one && mayKnow(change, relationOf(one, who, now), one, who, now)) found.push(change)
    }
    from = String(changes.at(-1)?.id ?? from)
    if (rows.length < BATCH) break
  }
  return toConnection(FEED_CURSOR, found, size, ({ id }) => String(id), after)
}
