import type { Asker } from './facts.ts'

/** Whose webhooks somebody may manage: a partner system with scope feed:read its institution's, the administrator all. */
export const managesWebhooks = ({ role, brin, scopes }: Asker): boolean =>
  role === 'ADMINISTRATOR' || (role === 'PARTNER' && brin !== null && scopes.includes('feed:read'))
