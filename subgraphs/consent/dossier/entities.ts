import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import type { DossierStatus, FieldGroup, PauseReason, Role, SchoolLevel } from '../rules/words.ts'

/** The dossier as an agreement: its status and the facts that decide about it. Its content lives elsewhere. */
export const Dossier = defineEntity({
  name: 'Dossier',
  tableName: 'dossier',
  properties: {
    id: p.uuid().primary(),
    status: p.string().$type<DossierStatus>(),
    version: p.integer(),
    paused: p.boolean(),
    /** Null where the owner paused it, or nobody did. */
    pausedBecause: p.string().$type<PauseReason>().nullable(),
    /** The fence: grows with every change of rights, so that what was judged before cannot be written after. */
    rights: p.bigint('number'),
    birthDate: p.date(),
    municipalityCode: p.string().nullable(),
    homeSchool: p.string(),
    regionCode: p.string(),
    schoolLevel: p.string().$type<SchoolLevel>().nullable(),
    startYear: p.integer(),
    statementAt: p.datetime().nullable(),
    statementBy: p.string().nullable(),
    statementRole: p.string().$type<Role>().nullable(),
    /** Reported by person and support-needs: what READY asks for. */
    identityComplete: p.boolean().default(false),
    openAdvice: p.integer().default(0),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    /** Erasure is asked twice: when it was asked the first time, and by whom. */
    erasureAskedAt: p.datetime().nullable(),
    erasureAskedBy: p.string().nullable(),
    erasedAt: p.datetime().nullable(),
  },
})
export type Dossier = InferEntity<typeof Dossier>

/** A person's recorded relation to a dossier. */
export const Party = defineEntity({
  name: 'Party',
  tableName: 'party',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    dossierId: p.uuid(),
    subject: p.string(),
    role: p.string().$type<Role>(),
    name: p.string(),
    brin: p.string().nullable(),
    since: p.datetime(),
    until: p.datetime().nullable(),
    /** Whose act `until` is; null where it stands, or was known from the start. */
    endedBy: p.string().nullable(),
  },
})
export type Party = InferEntity<typeof Party>

/** A yes to one version of the dossier. */
export const DossierApproval = defineEntity({
  name: 'DossierApproval',
  tableName: 'dossier_approval',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    dossierId: p.uuid(),
    version: p.integer(),
    subject: p.string(),
    role: p.string().$type<Role>(),
    name: p.string(),
    at: p.datetime(),
  },
})
export type DossierApproval = InferEntity<typeof DossierApproval>

/** Every transition, who and why. */
export const StatusChange = defineEntity({
  name: 'StatusChange',
  tableName: 'status_change',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    dossierId: p.uuid(),
    fromStatus: p.string().$type<DossierStatus>().nullable(),
    toStatus: p.string().$type<DossierStatus>(),
    at: p.datetime(),
    bySubject: p.string(),
    byRole: p.string().$type<Role>().nullable(),
    reason: p.string().nullable(),
  },
})
export type StatusChange = InferEntity<typeof StatusChange>

/** A group that the student shares inside the school or family. */
export const InnerShare = defineEntity({
  name: 'InnerShare',
  tableName: 'inner_share',
  primaryKeys: ['dossierId', 'fieldGroup', 'role'],
  properties: {
    dossierId: p.uuid().primary(),
    fieldGroup: p.string().$type<FieldGroup>().primary(),
    role: p.string().$type<Role>().primary(),
    at: p.datetime(),
  },
})
export type InnerShare = InferEntity<typeof InnerShare>
