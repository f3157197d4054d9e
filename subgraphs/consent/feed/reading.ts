import type { Sql } from '@doorstroomhub/kit/database.ts'
import { pageSize, type Connection } from '@doorstroomhub/kit/pages.ts'
import { asker, type ConsentContext } from '../context.ts'
import { relationOf, type Relation } from '../rules/decide.ts'
import type { Asker, Facts } from '../rules/facts.ts'
import { groundsFor } from '../rules/grounds.ts'
import type { ChangeKind } from './entities.ts'
import { changesAfter, START, type FeedChange, type Place } from './rows.ts'

const BATCH = 500
const LARGEST = 500

/** Kinds that concern a single institution's application. */
const OF_APPLICATION: readonly ChangeKind[] = ['APPLICATION_STATUS', 'TALK']

/**
 * Whether this viewer may know of this change. An mbo institution hears of its own applications, and of the rest only on a
 * ground that it had when it happened and that it has now: that a student stopped is told by silence, as it is when nothing
 * ever began, and what silence kept is not told afterwards.
 */
export function mayKnow(change: FeedChange, relation: Relation | null, facts: Facts, who: Asker, now: Date): boolean {
  if (who.role === 'PARTNER' && !who.scopes.includes('feed:read')) return false
  switch (relation) {
    case null:
      return false
    case 'MUNICIPALITY':
      return change.kind === 'APPLICATION_STATUS'
    case 'MBO':
      if (OF_APPLICATION.includes(change.kind)) return change.institution === who.brin
      // The dossier's own steps may come from another institution; what it sees of them dossierStatusChanged tells.
      return groundsFor(change, facts, who.brin ?? '', now).some((ground) => change.grounds?.includes(ground))
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

/** Changes after a place that can concern this asker; whether they may be known is judged one by one. */
export async function changesFor(
  sql: Sql,
  place: Place,
  limit: number,
  who: Pick<Asker, 'role' | 'brin'>,
): Promise<FeedChange[]> {
  const concern = concerns({ subject: '', municipality: null, scopes: [], ...who })
  return concern ? changesAfter(sql, place, limit, concern) : []
}

/** What the viewer may know of after a place: up to `most`, where reading stopped, and whether the end was reached. */
export async function knownChanges(
  context: ConsentContext,
  place: Place,
  most: number,
): Promise<{ changes: FeedChange[]; place: Place; isEnd: boolean }> {
  const who = asker(context)
  const concern = concerns(who)
  if (!concern) return { changes: [], place, isEnd: true }
  const rows = await changesAfter(context.sql, place, Math.max(most, BATCH), concern)
  const facts = await context.referee.facts(
    context.asking,
    rows.map(({ dossierId }) => dossierId),
  )
  const now = context.now()
  const changes: FeedChange[] = []
  for (const [index, change] of rows.entries()) {
    const one = facts[index]
    place = change
    if (one && mayKnow(change, relationOf(one, who, now), one, who, now) && changes.push(change) === most)
      return { changes, place, isEnd: false }
  }
  return { changes, place, isEnd: rows.length < Math.max(most, BATCH) }
}

/** A page of the feed, oldest first. What the viewer may not see is skipped, not counted. */
export async function readChanges(
  context: ConsentContext,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<FeedChange>> {
  const size = pageSize(args.first, 100, LARGEST)
  const after = context.cursors.read(args.after)
  const found: FeedChange[] = []
  for (let from = after ?? START; found.length <= size;) {
    const { changes, place, isEnd } = await knownChanges(context, from, size + 1 - found.length)
    found.push(...changes)
    from = place
    if (isEnd) break
  }
  const edges = found.slice(0, size).map((node) => ({ node, cursor: context.cursors.of(node) }))
  return {
    edges,
    pageInfo: {
      hasNextPage: found.length > size,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}
