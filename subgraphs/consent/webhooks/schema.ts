import type { ConsentBuilder } from '../context.ts'
import type { Refs } from '../refs.ts'
import { registerWebhook, removeWebhook, resumeWebhook, rotateWebhookSecret } from './commands.ts'
import { webhooksOf } from './reading.ts'
import { failureIn, pauseIn } from './words.ts'

/** Webhooks in the graph. */
export function implementWebhooks(builder: ConsentBuilder, refs: Refs): void {
  refs.Webhook.implement({
    description:
      'An address of a partner system that is told of changes: one signed message per change (Standard Webhooks), ids and kinds only, in order. See docs/webhooks.md.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false }),
      institution: t.field({
        type: refs.Organisation,
        nullable: false,
        resolve: async ({ institution }, _args, context) => (await context.loaders.organisation.load(institution))!,
      }),
      url: t.exposeString('url', { nullable: false }),
      description: t.exposeString('description', { description: 'In your own words, to know it by.' }),
      state: t.field({
        type: refs.WebhookState,
        nullable: false,
        description: 'PAUSED: nothing is sent until it is resumed.',
        resolve: ({ state }) => state,
      }),
      pausedBecause: t.string({
        description: 'Why it is paused, in words.',
        resolve: ({ pausedBecause }, _args, { asking }) => pauseIn(asking.language, pausedBecause ?? null),
      }),
      createdAt: t.field({ type: 'DateTime', nullable: false, resolve: ({ createdAt }) => createdAt }),
      lastSuccessAt: t.field({
        type: 'DateTime',
        description: 'When the receiver last took a message.',
        resolve: async ({ id }, _args, context) => (await context.loaders.webhookDelivery.load(id))?.lastSuccessAt,
      }),
      lastFailureAt: t.field({
        type: 'DateTime',
        resolve: async ({ id }, _args, context) => (await context.loaders.webhookDelivery.load(id))?.lastFailureAt,
      }),
      lastFailure: t.string({
        description: 'Why the last message that failed did not arrive, in words.',
        resolve: async ({ id }, _args, context) =>
          failureIn(context.asking.language, (await context.loaders.webhookDelivery.load(id))?.lastFailure ?? null),
      }),
      behindSince: t.field({
        type: 'DateTime',
        description: 'The moment of the oldest change that the receiver did not take yet; null when it is up to date.',
        resolve: async ({ id }, _args, context) => (await context.loaders.webhookDelivery.load(id))?.behindSince,
      }),
      nextAttemptAt: t.field({
        type: 'DateTime',
        description: 'When the message that failed is tried again; null when none is waiting.',
        resolve: async ({ id, state }, _args, context) => {
          const delivery = await context.loaders.webhookDelivery.load(id)
          return delivery && delivery.attempts > 0 && state === 'ACTIVE' ? delivery.nextAt : null
        },
      }),
    }),
  })
  refs.WebhookWithSecret.implement({
    description: 'A webhook and its secret, which is shown this once.',
    fields: (t) => ({
      webhook: t.field({ type: refs.Webhook, nullable: false, resolve: ({ webhook }) => webhook }),
      secret: t.exposeString('secret', {
        nullable: false,
        description: '`whsec_...`: keep it where the receiver can read it. The hub cannot show it again.',
      }),
    }),
  })
  builder.queryField('webhooks', (t) =>
    t.field({
      type: [refs.Webhook],
      nullable: { list: true, items: false },
      description:
        "The webhooks of one's own institution, oldest first; to the administrator all. A partner system with scope feed:read, or the administrator; to others NOT_AVAILABLE.",
      resolve: (_root, _args, context) => webhooksOf(context),
    }),
  )
  webhookMutations(builder, refs)
}

function webhookMutations(builder: ConsentBuilder, refs: Refs): void {
  const RegisterWebhookInput = builder.inputType('RegisterWebhookInput', {
    fields: (t) => ({
      url: t.string({ required: true, description: 'https:// on the public internet; at most 1000 characters.' }),
      description: t.string({ description: 'At most 200 characters.' }),
      institution: t.string({ description: 'BRIN. The administrator names it; a partner system has its own.' }),
    }),
  })
  const WebhookIdInput = builder.inputType('WebhookIdInput', {
    description: 'A webhook by its id.',
    fields: (t) => ({ id: t.id({ required: true }) }),
  })
  const idOf = ({ id }: { id: string | number }): string => String(id).toLowerCase()
  builder.mutationFields((t) => ({
    registerWebhook: t.field({
      type: refs.WebhookWithSecret,
      nullable: false,
      description:
        'Asks to be told of changes from now on, at an address. Ten per institution. A partner system with scope feed:read, or the administrator.',
      args: { input: t.arg({ type: RegisterWebhookInput, required: true }) },
      resolve: (_root, { input }, context) => registerWebhook(context, input),
    }),
    rotateWebhookSecret: t.field({
      type: refs.WebhookWithSecret,
      nullable: false,
      description:
        'A new secret. For 24 hours messages carry a signature with the former one too. A partner system with scope feed:read, or the administrator.',
      args: { input: t.arg({ type: WebhookIdInput, required: true }) },
      resolve: (_root, { input }, context) => rotateWebhookSecret(context, idOf(input)),
    }),
    resumeWebhook: t.field({
      type: refs.Webhook,
      nullable: false,
      description:
        'Goes on after the last change that arrived, at once. A partner system with scope feed:read, or the administrator.',
      args: { input: t.arg({ type: WebhookIdInput, required: true }) },
      resolve: (_root, { input }, context) => resumeWebhook(context, idOf(input)),
    }),
    removeWebhook: t.field({
      type: 'Boolean',
      nullable: false,
      description: 'Nothing is sent there any more. A partner system with scope feed:read, or the administrator.',
      args: { input: t.arg({ type: WebhookIdInput, required: true }) },
      resolve: (_root, { input }, context) => removeWebhook(context, idOf(input)),
    }),
  }))
}
