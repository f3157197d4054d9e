import { notFound } from '@doorstroomhub/kit/errors.ts'
import { openStream, type Stream } from '@doorstroomhub/kit/stream.ts'
import { asker, type ConsentContext } from '../context.ts'
import { tooSlow } from '../feed/following.ts'
import type { FeedChange } from '../feed/rows.ts'
import type { StatusChangeRef } from '../refs.ts'
import type { Asker, Facts } from '../rules/facts.ts'
import { openConsents, openGroups, seenBy, type Seen } from '../rules/seen.ts'
import type { DossierStatus } from '../rules/words.ts'
import { listDossiers } from './list.ts'

const PAGE = 100

/** What a viewer outside saw last: the status, and what tells whether they see the same now. */
interface Last {
  status: DossierStatus
  mark: string
}

/**
 * What somebody outside sees of a dossier, as one word to compare. After enrolment the status stays while consents, a special-guidance
 * case or a pause still open and close things: to who talks with students these count too, so that an open page hears of it.
 */
function markOf(facts: Facts, seen: Seen, who: Asker, now: Date): string {
  if (who.role !== 'INTAKER' || seen.status !== 'ENROLLED') return seen.status
  const open = openConsents(facts, now).flatMap((consent) =>
    openGroups(facts, consent, now).map((group) => [consent.purpose, group, ...consent.leftOut].join(' ')),
  )
  const isOfficer = facts.guidance.some(({ officer }) => officer === who.subject)
  return JSON.stringify([seen.status, facts.paused, isOfficer && !facts.paused, open.sort()])
}

/**
 * Status changes as this viewer sees them. Who stands inside hears each step. An institution or municipality hears only
 * when what it sees has changed (see seenBy), so that its stream is as silent about a refusal as its queries are: for that
 * it is remembered what it saw last.
 */
export async function followStatus(
  context: ConsentContext,
  dossierId: string | null,
): Promise<Stream<StatusChangeRef>> {
  const who = asker(context)
  const isInside = !['INTAKER', 'PARTNER', 'MUNICIPALITY'].includes(who.role)
  const last = new Map<string, Last>()
  let stop: () => void = () => undefined
  let isOver = false
  let working: Promise<void> = Promise.resolve()
  const stream = openStream<StatusChangeRef>(
    () => {
      isOver = true
      stop()
    },
    undefined,
    tooSlow,
  )

  async function tell(changes: readonly FeedChange[]): Promise<void> {
    context.refresh()
    const own = changes.filter((change) => dossierId === null || change.dossierId === dossierId)
    const facts = await context.referee.facts(
      context.asking,
      own.map((change) => change.dossierId),
    )
    const now = context.now()
    for (const [index, change] of own.entries()) {
      const one = facts[index]
      const seen = one ? seenBy(one, who, now) : null
      if (!seen) {
        // The dossier is no longer this viewer's business, or gone: to them it does not exist.
        if (dossierId !== null) stream.end(notFound())
        last.delete(change.dossierId)
        continue
      }
      if (isInside) {
        if (change.kind === 'DOSSIER_STATUS' && change.toStatus !== null)
          stream.push({
            dossierId: change.dossierId,
            fromStatus: change.fromStatus,
            toStatus: change.toStatus,
            at: change.at,
          })
        continue
      }
      const before = last.get(change.dossierId) ?? null
      const mark = markOf(one!, seen, who, now)
      if (before?.mark === mark) continue
      const { status } = seen
      last.set(change.dossierId, { status, mark })
      stream.push({
        dossierId: change.dossierId,
        fromStatus: before?.status ?? null,
        toStatus: status,
        at: change.at,
      })
    }
  }

  stop = await context.live.tail.listen((changes) => {
    working = working.then(() => tell(changes)).catch((error: unknown) => stream.end(error))
  })
  if (isOver) stop()
  try {
    await remember()
  } catch (error) {
    stop()
    throw error
  }
  return stream

  /** What this viewer sees now, before the first event. */
  async function remember(): Promise<void> {
    if (dossierId !== null) {
      const [one] = await context.referee.facts(context.asking, [dossierId])
      const now = context.now()
      const seen = one ? seenBy(one, who, now) : null
      if (!one || !seen) throw notFound()
      last.set(dossierId, { status: seen.status, mark: markOf(one, seen, who, now) })
      return
    }
    if (isInside) return
    for (let after: string | null = null; ;) {
      const page = await listDossiers(context, { first: PAGE, after })
      const facts = await context.referee.facts(
        context.asking,
        page.edges.map(({ node }) => node.id),
      )
      for (const one of facts) {
        const now = context.now()
        const seen = one ? seenBy(one, who, now) : null
        if (one && seen) last.set(one.dossierId, { status: seen.status, mark: markOf(one, seen, who, now) })
      }
      if (!page.pageInfo.hasNextPage) return
      after = page.pageInfo.endCursor
    }
  }
}
