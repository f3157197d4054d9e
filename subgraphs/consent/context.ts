import type { Bus } from '@doorstroomhub/kit/bus.ts'
import type { OperationContext } from '@doorstroomhub/kit/context.ts'
import { makeBuilder, type Builder } from '@doorstroomhub/kit/builder.ts'
import { unauthenticated } from '@doorstroomhub/kit/errors.ts'
import type { Sealer } from '@doorstroomhub/kit/sealed.ts'
import type { FeedCursors } from './feed/cursors.ts'
import type { Tail } from './feed/tail.ts'
import type { Loaders } from './loaders.ts'
import { askerOf } from './referee/facts.ts'
import type { Referee } from './referee/judge.ts'
import type { RegionWatches } from './region/following.ts'
import type { Asker, Facts } from './rules/facts.ts'
import type { WebhookSender } from './webhooks/sending.ts'

/** What is followed: one of each per process. */
export interface Live {
  tail: Tail
  regions: RegionWatches
}

/** What consent's resolvers and commands have. */
export interface ConsentContext extends OperationContext {
  loaders: Loaders
  referee: Referee
  bus: Bus
  live: Live
  cursors: FeedCursors
  webhooks: WebhookSender
  /** Seals what is read in until it is written. */
  seals: Sealer
  /** After a command: nothing that this operation read before counts any more. */
  refresh(): void
}

export type ConsentBuilder = Builder<ConsentContext>
export const consentBuilder = (): ConsentBuilder => makeBuilder<ConsentContext>()

/** The asker of this operation, or UNAUTHENTICATED. */
export function asker(context: ConsentContext): Asker {
  const known = askerOf(context.asking)
  if (!known) throw unauthenticated()
  return known
}

/** The facts of one dossier for this asker; null when no such dossier is known. Read once per operation. */
export async function factsOf(context: ConsentContext, dossierId: string): Promise<Facts | null> {
  const [facts] = await context.referee.facts(context.asking, [dossierId])
  return facts ?? null
}
