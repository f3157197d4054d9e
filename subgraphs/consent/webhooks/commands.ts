import { LockMode } from '@mikro-orm/core'
import { invalid, notFound } from '@doorstroomhub/kit/errors.ts'
import { line } from '@doorstroomhub/kit/text.ts'
import { randomUUID } from 'node:crypto'
import { asker, type ConsentContext } from '../context.ts'
import { feedEnd } from '../feed/rows.ts'
import { isUuid } from '../referee/facts.ts'
import { Organisation } from '../region/entities.ts'
import { webhookAddress } from './address.ts'
import { Webhook, WebhookDelivery } from './entities.ts'
import { WEBHOOKS_CHANGED } from './sending.ts'

export interface RegisterWebhookInput {
  url: string
  description?: string | null
  institution?: string | null
}

/** A webhook, with the secret that is shown this once. */
export interface WebhookWithSecret {
  webhook: Webhook
  secret: string
}

const LONGEST_DESCRIPTION = 200
const MOST = 10
/** How long the former secret signs beside the new one. */
const CHANGE_OVER_MS = 24 * 3_600_000

/** The institution for which the asker acts: a partner system's own; the administrator names it. */
function institutionOf(context: ConsentContext, named: string | null | undefined): string {
  const { role, brin } = asker(context)
  const own = role === 'PARTNER' ? brin : null
  if (own !== null && (named == null || named === own)) return own
  if (own === null && named != null) return named
  throw own === null
    ? invalid('institution', 'Name the institution.', 'Noem de instelling.')
    : invalid('institution', 'Only for your own institution.', 'Alleen voor uw eigen instelling.')
}

/** From now on: what was before can be read with the query `changes`. */
export async function registerWebhook(
  context: ConsentContext,
  input: RegisterWebhookInput,
): Promise<WebhookWithSecret> {
  const institution = institutionOf(context, input.institution)
  const { href } = webhookAddress(input.url, context.webhooks.isDemo)
  const description = line('description', input.description, LONGEST_DESCRIPTION)
  const id = randomUUID()
  const { secret, sealed } = context.webhooks.secrets.make(id)
  const { place } = await feedEnd(context.sql)
  const now = context.now()
  const webhook = await context.em.fork().transactional(async (em) => {
    const known = await em.findOne(
      Organisation,
      { brin: institution, kind: 'MBO' },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    )
    if (!known)
      throw invalid('institution', 'This institution is not known here.', 'Deze instelling is hier niet bekend.')
    if ((await em.count(Webhook, { institution })) >= MOST)
      throw invalid(
        'url',
        `An institution has ${MOST} webhooks at most. Remove one first.`,
        `Een instelling heeft hoogstens ${MOST} webhooks. Verwijder er eerst een.`,
      )
    const made = em.create(Webhook, {
      id,
      institution,
      url: href,
      description,
      secret: sealed,
      formerSecret: null,
      formerUntil: null,
      state: 'ACTIVE',
      pausedBecause: null,
      createdAt: now,
      createdBy: asker(context).subject,
    })
    await em.flush()
    em.create(WebhookDelivery, {
      webhookId: id,
      placeTx: place.tx,
      placeId: place.id,
      attempts: 0,
      failingSince: null,
      nextAt: now,
      behindSince: null,
      lastSuccessAt: null,
      lastFailureAt: null,
      lastFailure: null,
      leaseBy: null,
      leaseUntil: null,
    })
    return made
  })
  context.bus.publish(WEBHOOKS_CHANGED, id)
  return { webhook, secret }
}

/** One webhook that the asker may manage, under its lock; NOT_FOUND for any other. */
async function onWebhook(
  context: ConsentContext,
  id: string,
  work: (webhook: Webhook, delivery: WebhookDelivery) => void,
): Promise<Webhook> {
  const { role, brin } = asker(context)
  const webhook = await context.em.fork().transactional(async (em) => {
    const one = isUuid(id) ? await em.findOne(Webhook, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null
    const delivery = one && (await em.findOne(WebhookDelivery, { webhookId: id }))
    if (!one || !delivery || (role !== 'ADMINISTRATOR' && one.institution !== brin)) throw notFound()
    work(one, delivery)
    return one
  })
  context.bus.publish(WEBHOOKS_CHANGED, id)
  return webhook
}

/** A new secret; the former one signs beside it for a day, so that nothing is refused while the receiver changes over. */
export async function rotateWebhookSecret(context: ConsentContext, id: string): Promise<WebhookWithSecret> {
  const { secret, sealed } = context.webhooks.secrets.make(id)
  const webhook = await onWebhook(context, id, (one) => {
    one.formerSecret = one.secret
    one.formerUntil = new Date(context.now().getTime() + CHANGE_OVER_MS)
    one.secret = sealed
  })
  return { webhook, secret }
}

/** Goes on where it stopped, at once and with a fresh day of patience. */
export function resumeWebhook(context: ConsentContext, id: string): Promise<Webhook> {
  return onWebhook(context, id, (one, delivery) => {
    one.state = 'ACTIVE'
    one.pausedBecause = null
    delivery.attempts = 0
    delivery.failingSince = null
    delivery.nextAt = context.now()
  })
}

/** Nothing is told there any more; its secret goes with it. */
export async function removeWebhook(context: ConsentContext, id: string): Promise<true> {
  const { role, brin } = asker(context)
  const gone = isUuid(id)
    ? await context.em
        .fork()
        .nativeDelete(Webhook, { id, ...(role === 'ADMINISTRATOR' ? {} : { institution: brin ?? '' }) })
    : 0
  if (gone === 0) throw notFound()
  context.bus.publish(WEBHOOKS_CHANGED, id)
  return true
}
