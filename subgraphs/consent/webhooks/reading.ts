import { asker, type ConsentContext } from '../context.ts'
import type { Asker } from '../rules/facts.ts'
import { Webhook } from './entities.ts'

/** Whose webhooks somebody may manage: a partner system with scope feed:read its institution's, the administrator all. */
export const managesWebhooks = ({ role, brin, scopes }: Asker): boolean =>
  role === 'ADMINISTRATOR' || (role === 'PARTNER' && brin !== null && scopes.includes('feed:read'))

export function webhooksOf(context: ConsentContext): Promise<Webhook[]> {
  const { role, brin } = asker(context)
  const own = role === 'ADMINISTRATOR' ? {} : { institution: brin ?? '' }
  return context.em.find(Webhook, own, { orderBy: { createdAt: 1, id: 1 }, limit: 1000 })
}
