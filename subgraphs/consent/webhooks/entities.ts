import { defineEntity, type InferEntity, p } from '@mikro-orm/core'

export const WEBHOOK_STATES = ['ACTIVE', 'PAUSED'] as const
export type WebhookState = (typeof WEBHOOK_STATES)[number]

/** Why a webhook is paused: the receiver said that it is gone for good, it was down for a day, or an older state of the hub was put back. */
export type PausedBecause = 'GONE' | 'A_DAY' | 'RESTORED'

/** An address at which a partner system of an institution wants to be told of changes. */
export const Webhook = defineEntity({
  name: 'Webhook',
  tableName: 'webhook',
  properties: {
    id: p.uuid().primary(),
    institution: p.string(),
    url: p.string(),
    description: p.string().nullable(),
    /** Sealed. The former one signs too until its moment, so that a receiver can change over. */
    secret: p.blob(),
    formerSecret: p.blob().nullable(),
    formerUntil: p.datetime().nullable(),
    state: p.string().$type<WebhookState>(),
    pausedBecause: p.string().$type<PausedBecause>().nullable(),
    createdAt: p.datetime(),
    createdBy: p.string(),
  },
})
export type Webhook = InferEntity<typeof Webhook>

/** How far a webhook was told, and when it is tried again. */
export const WebhookDelivery = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_delivery',
  properties: {
    webhookId: p.uuid().primary(),
    placeTx: p.bigint('string'),
    placeId: p.bigint('string'),
    attempts: p.integer().default(0),
    failingSince: p.datetime().nullable(),
    nextAt: p.datetime(),
    behindSince: p.datetime().nullable(),
    lastSuccessAt: p.datetime().nullable(),
    lastFailureAt: p.datetime().nullable(),
    lastFailure: p.string().nullable(),
    leaseBy: p.uuid().nullable(),
    leaseUntil: p.datetime().nullable(),
  },
})
export type WebhookDelivery = InferEntity<typeof WebhookDelivery>
