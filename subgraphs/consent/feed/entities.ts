import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import type { DossierStatus, FieldGroup } from '../rules/words.ts'

/** Kinds of the change feed. They say that something moved, never what it holds. */
export const CHANGE_KINDS = [
  'DOSSIER_OPENED',
  'DOSSIER_STATUS',
  'SHARING',
  'APPLICATION_STATUS',
  'TALK',
  'CONTENT',
  'DOSSIER_ERASED',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** A row of the outbox, which is the feed: written in the command's own transaction. */
export const Change = defineEntity({
  name: 'Change',
  tableName: 'change',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    at: p.datetime(),
    kind: p.string().$type<ChangeKind>(),
    dossierId: p.uuid(),
    applicationId: p.uuid().nullable(),
    institution: p.string().nullable(),
    fromStatus: p.string().$type<DossierStatus>().nullable(),
    toStatus: p.string().$type<DossierStatus>().nullable(),
    /** Of CONTENT: the groups that were written in. Null in what was kept before this was, of which no institution hears. */
    groups: p.array().$type<FieldGroup[]>().nullable(),
    /** The consents and enrolments on which an institution could know of it when it happened (rules/grounds.ts). */
    grounds: p.array().nullable(),
  },
})
export type Change = InferEntity<typeof Change>
