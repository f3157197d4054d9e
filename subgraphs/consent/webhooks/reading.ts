import { asker, type ConsentContext } from '../context.ts'
import { Webhook } from './entities.ts'

export function webhooksOf(context: ConsentContext): Promise<Webhook[]> {
  const { role, brin } = asker(context)
  const own = role === 'ADMINISTRATOR' ? {} : { institution: brin ?? '' }
  return context.em.find(Webhook, own, { orderBy: { createdAt: 1, id: 1 }, limit: 1000 })
}
