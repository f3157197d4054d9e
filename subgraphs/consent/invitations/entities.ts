import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import type { Role } from '../rules/words.ts'

/** A way into one dossier for one account, good once. The code itself is nowhere: only what it hashes to. */
export const Invitation = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    role: p.string().$type<Role>(),
    /** For whom, in the mentor's words. */
    name: p.string(),
    codeHash: p.string(),
    createdAt: p.datetime(),
    createdBy: p.string(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
    usedBy: p.string().nullable(),
    revokedAt: p.datetime().nullable(),
  },
})
export type Invitation = InferEntity<typeof Invitation>

/** Whether it can still be used. */
export const isOpen = ({ usedAt, revokedAt, expiresAt }: Invitation, now: Date): boolean =>
  usedAt == null && revokedAt == null && now < expiresAt
