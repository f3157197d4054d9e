import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import type { FieldGroup, LegalBasis, Purpose, Role } from '../rules/words.ts'

/** One line of the read log: one request, dossier, subgraph and basis. Append-only. */
export const ReadLogLine = defineEntity({
  name: 'ReadLogLine',
  tableName: 'read_log',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    at: p.datetime(),
    dossierId: p.uuid(),
    subject: p.string(),
    reader: p.string(),
    role: p.string().$type<Role>(),
    organisation: p.string().nullable(),
    organisationName: p.string().nullable(),
    groups: p.array().$type<FieldGroup[]>(),
    purpose: p.string().$type<Purpose>().nullable(),
    basis: p.string().$type<LegalBasis>(),
    requestId: p.string(),
    subgraph: p.string(),
  },
})
export type ReadLogLine = InferEntity<typeof ReadLogLine>
