import { asker, factsOf, type ConsentContext } from '../context.ts'
import type { ConsentRef } from '../refs.ts'
import { openConsents, openGroups } from '../rules/seen.ts'
import { hasApplication, hasLapsed } from '../rules/case.ts'
import { relationOf } from '../rules/decide.ts'
import { openTo, shareable, type OpenGroup, type Shareable } from '../rules/shareable.ts'
import type { Purpose } from '../rules/words.ts'
import type { ConsentRequest } from './entities.ts'

/**
 * To the institution that asked, its question is there for 14 days and then no more, whatever came of it:
 * so that no answer, a refusal and a stop look the same (domain §4, no oracle).
 */
export const isStillAsked = (askedAt: Date, now: Date): boolean => !hasLapsed(askedAt, now)

/**
 * The consents that this viewer may know of. The owner and guardians see all; vo staff see which institutions receive
 * something now, not what; an institution sees its own, while they are open, cut to what is open.
 */
export async function consentsFor(context: ConsentContext, dossierId: string): Promise<ConsentRef[]> {
  const facts = await factsOf(context, dossierId)
  if (!facts) return []
  const now = context.now()
  const all = await context.loaders.consents.load(dossierId)
  switch (relationOf(facts, asker(context), now)) {
    case 'OWNER':
    case 'GUARDIAN':
      return all.map((consent) => ({ consent, groups: consent.groups, whole: true }))
    case 'MENTOR':
    case 'CARE_COORDINATOR':
      return all.filter(({ state }) => state === 'GRANTED').map((consent) => ({ consent, groups: [], whole: false }))
    case 'MBO': {
      const open = new Map(openConsents(facts, now).map((consent) => [consent.id, openGroups(facts, consent, now)]))
      return all
        .filter(({ id }) => open.has(id))
        .map((consent) => ({ consent, groups: open.get(consent.id) ?? [], whole: false }))
    }
    default:
      return []
  }
}

/** What the owner can share with an institution now. */
export async function shareableWith(
  context: ConsentContext,
  dossierId: string,
  institution: string,
): Promise<Shareable[]> {
  const one = await context.loaders.cases.load(dossierId)
  if (!one || !hasApplication(one, institution)) return []
  return shareable(one.agreements.get(institution) ?? null, context.now())
}

/** What an institution would read now for this purpose. */
export async function openToNow(
  context: ConsentContext,
  dossierId: string,
  institution: string,
  purpose: Purpose,
): Promise<OpenGroup[]> {
  const facts = await context.referee.factsFor(institution, dossierId)
  return facts ? openTo(facts, institution, purpose, context.now()) : []
}

/** Whether a request still waits for an answer. To the institution it always does: what came of it is the owner's. */
export async function isOpenRequest(
  context: ConsentContext,
  { dossierId, outcome, askedAt }: ConsentRequest,
): Promise<boolean> {
  const facts = await factsOf(context, dossierId)
  const now = context.now()
  const relation = facts && relationOf(facts, asker(context), now)
  return relation === 'OWNER' || relation === 'GUARDIAN' ? outcome === 'OPEN' && isStillAsked(askedAt, now) : true
}

/** The requests that this viewer may know of: the owner and guardians all, an institution its own of the last 14 days. */
export async function requestsFor(context: ConsentContext, dossierId: string): Promise<ConsentRequest[]> {
  const facts = await factsOf(context, dossierId)
  if (!facts) return []
  const now = context.now()
  const who = asker(context)
  const all = await context.loaders.requests.load(dossierId)
  switch (relationOf(facts, who, now)) {
    case 'OWNER':
    case 'GUARDIAN':
      return all
    case 'MBO':
      return all.filter(({ institution, askedAt }) => institution === who.brin && isStillAsked(askedAt, now))
    default:
      return []
  }
}
