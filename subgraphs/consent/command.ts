import { conflict, invalid, notFound } from '@doorstroomhub/kit/errors.ts'
import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import { DOSSIER_ERASED, RIGHTS_CHANGED } from '@doorstroomhub/kit/subgraph.ts'
import { asker, type ConsentContext } from './context.ts'
import { lockCase } from './dossier/case.ts'
import { StatusChange, type Dossier } from './dossier/entities.ts'
import { Change, type ChangeKind } from './feed/entities.ts'
import { activeConsents, dueState, hasLapsed, relationIn, type Case } from './rules/case.ts'
import type { Relation } from './rules/decide.ts'
import { groundsIn } from './rules/grounds.ts'
import type { Asker } from './rules/facts.ts'
import type { Refusal } from './rules/moves.ts'
import type { DossierStatus, Role } from './rules/words.ts'
import { Consent, ConsentRequest } from './sharing/entities.ts'

/** A change as a command records it: on which grounds it may be known of is added at the end. */
type Recorded = Omit<Change, 'id' | 'grounds'>

/** One command on one dossier: everything in it is one transaction. */
export interface Step {
  em: EntityManager
  /** The case as it was when the command began; re-read with `again`. */
  one: Case
  dossier: Dossier
  /** Null when the system itself acts (a deadline, a report). */
  who: Asker | null
  now: Date
  /** Anybody's right may have changed: raises the fence, and tells open sockets after the commit. */
  rightsChanged(): void
  /** Wakes who listens to this subject, after the commit. */
  wake(subject: string): void
  record(
    kind: ChangeKind,
    more?: Partial<Pick<Change, 'applicationId' | 'institution' | 'fromStatus' | 'toStatus' | 'groups'>>,
  ): void
  /** The case as this command has made it so far. */
  again(): Promise<Case>
}

/** What the sending part of a command needs: a request's context, or the scheduler. */
export interface Sender {
  em: EntityManager
  bus: ConsentContext['bus']
  now: () => Date
}

/**
 * Runs one command: locks the dossier, works, and after the commit wakes who listens. Events are only wake-ups;
 * the facts are in the rows, so that a lost message costs a moment and never a right.
 */
export async function onDossier<Answer>(
  sender: Sender,
  dossierId: string,
  who: Asker | null,
  work: (step: Step) => Promise<Answer>,
): Promise<Answer> {
  let raised = 0
  const wakes = new Set(['changes'])
  const answer = await sender.em.fork().transactional(async (em) => {
    const locked = await lockCase(em, dossierId)
    if (!locked) throw notFound()
    const { one, dossier } = locked
    const now = sender.now()
    const changes: Recorded[] = []
    const step: Step = {
      em,
      one,
      dossier,
      who,
      now,
      rightsChanged() {
        if (raised === 0) raised = dossier.rights += 1
      },
      wake: (subject) => void wakes.add(subject),
      record(kind, more = {}) {
        if (kind === 'DOSSIER_ERASED') step.wake(`${DOSSIER_ERASED}.${dossierId}`)
        const nothing = { applicationId: null, institution: null, fromStatus: null, toStatus: null, groups: null }
        changes.push({ at: now, kind, dossierId: dossier.id, ...nothing, ...more })
      },
      async again() {
        await em.flush()
        return (await lockCase(em, dossierId))!.one
      },
    }
    const result = await work(step)
    dossier.updatedAt = now
    // Who could know of it is judged by what this command has made of it.
    const isOfConsents = changes.some(({ kind, institution }) => kind === 'SHARING' && institution !== null)
    const after = isOfConsents && raised > 0 ? await step.again() : step.one
    for (const change of changes) em.create(Change, { ...change, grounds: groundsIn(after, change, now) })
    return result
  })
  if (raised > 0) sender.bus.publish(`${RIGHTS_CHANGED}.${dossierId}`, String(raised))
  for (const subject of wakes) sender.bus.publish(subject, dossierId)
  return answer
}

/** A command by a person: NOT_FOUND without a relation; afterwards this operation reads everything anew. */
export async function command<Answer>(
  context: ConsentContext,
  dossierId: string,
  work: (step: Step & { who: Asker; relation: Relation }) => Promise<Answer>,
): Promise<Answer> {
  const who = asker(context)
  try {
    return await onDossier(context, dossierId.toLowerCase(), who, async (step) => {
      await endDue(step)
      const relation = relationIn(step.one, who, step.now)
      if (relation === null) throw notFound()
      return work(Object.assign(step, { who, relation }))
    })
  } finally {
    context.refresh()
  }
}

/** A step of the dossier, with who and why. */
export function changeStatus(step: Step, to: DossierStatus, reason: string): void {
  const { dossier, em, now, who } = step
  const from = dossier.status
  if (from === to) return
  em.create(StatusChange, {
    dossierId: dossier.id,
    fromStatus: from,
    toStatus: to,
    at: now,
    bySubject: who?.subject ?? 'system',
    byRole: (who?.role as Role | undefined) ?? null,
    reason,
  })
  dossier.status = to
  step.record('DOSSIER_STATUS', { fromStatus: from, toStatus: to })
}

/** The steps that the system takes by itself: shared from the first consent on, approved again after the last (domain §7). */
export async function settle(step: Step): Promise<void> {
  const one = await step.again()
  const isShared = activeConsents(one, step.now).length > 0
  if (one.status === 'APPROVED' && isShared) changeStatus(step, 'SHARED', 'first consent')
  else if ((one.status === 'SHARED' || one.status === 'IN_INTAKE') && !isShared)
    changeStatus(step, 'APPROVED', 'last consent ended')
}

/**
 * Ends what is over by now, before anything else is done: nobody can say yes to a consent that has lapsed, however late
 * the scheduler is. Time does this, not who happens to come by.
 */
export async function endDue(step: Step): Promise<void> {
  const { em, now, one } = step
  const states = new Map(one.consents.map((consent) => [consent.id, dueState(consent, now)]))
  const consents = one.consents.filter(({ id }) => states.get(id))
  const requests = one.requests.filter(({ outcome, askedAt }) => outcome === 'OPEN' && hasLapsed(askedAt, now))
  if (consents.length + requests.length === 0) return
  for (const consent of await em.find(Consent, { id: { $in: consents.map(({ id }) => id) } })) {
    const state = states.get(consent.id)
    if (!state) continue
    consent.state = state
    consent.endedAt = now
    consent.endedBy = 'time'
    step.rightsChanged()
    if (state === 'EXPIRED') step.record('SHARING', { institution: consent.institution })
  }
  for (const request of await em.find(ConsentRequest, { id: { $in: requests.map(({ id }) => id) } })) {
    request.outcome = 'LAPSED'
    request.answeredAt = now
  }
  await settle({ ...step, who: null })
  step.one = await step.again()
}

/** A refusal of the rules as INVALID in words. */
export const refused = (field: string, { en, nl }: Refusal) => invalid(field, en, nl)

/** Refuses what was decided on an older version. */
export function expectVersion(dossier: Dossier, expected: number): void {
  if (dossier.version !== expected) throw conflict()
}
