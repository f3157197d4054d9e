import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import type { SectionKey } from './sections.ts'

export const ROLES = [
  'STUDENT',
  'GUARDIAN',
  'MENTOR',
  'CARE_COORDINATOR',
  'INTAKER',
  'REGION_ANALYST',
  'MUNICIPALITY',
  'PARTNER',
  'ADMINISTRATOR',
] as const
export type Role = (typeof ROLES)[number]

/** One per application; the row is made when it is first asked for. */
export const IntakePreparation = defineEntity({
  name: 'IntakePreparation',
  tableName: 'intake_preparation',
  properties: {
    id: p.uuid().primary(),
    applicationId: p.uuid().unique(),
    dossierId: p.uuid(),
  },
})
export type IntakePreparation = InferEntity<typeof IntakePreparation>

/** One section's document: what readers see of it. Its Yjs state is in snapshot and edits. */
export const SectionDocument = defineEntity({
  name: 'SectionDocument',
  tableName: 'document',
  properties: {
    id: p.uuid().primary(),
    intakePreparationId: p.uuid(),
    dossierId: p.uuid(),
    section: p.string().$type<SectionKey>(),
    text: p.text(),
    html: p.text(),
    /** When somebody last changed it; null while nobody has. */
    updatedAt: p.datetime().nullable(),
    /** The last edit that text and html hold. */
    textUpto: p.bigint('number').default(0),
    /** Counts the compactions: who compacts must have seen the one before. */
    snapshotVersion: p.integer().default(0),
  },
})
export type SectionDocument = InferEntity<typeof SectionDocument>

/** The compacted state of a document as one Yjs update (V2). */
export const Snapshot = defineEntity({
  name: 'Snapshot',
  tableName: 'snapshot',
  properties: {
    documentId: p.uuid().primary(),
    content: p.blob(),
  },
})
export type Snapshot = InferEntity<typeof Snapshot>

/** Who wrote in a document: the person whose connection delivered it, and when last. */
export const Contributor = defineEntity({
  name: 'Contributor',
  tableName: 'contributor',
  properties: {
    documentId: p.uuid().primary(),
    subject: p.string().primary(),
    name: p.string(),
    role: p.string().$type<Role>(),
    lastAt: p.datetime(),
  },
})
export type Contributor = InferEntity<typeof Contributor>

/** An immutable version of all sections at one moment. */
export const FrozenVersion = defineEntity({
  name: 'FrozenVersion',
  tableName: 'frozen_version',
  properties: {
    id: p.uuid().primary(),
    intakePreparationId: p.uuid(),
    dossierId: p.uuid(),
    number: p.integer(),
    frozenAt: p.datetime(),
    frozenBySubject: p.string(),
    frozenByName: p.string(),
    seal: p.string(),
    sha256: p.string(),
  },
})
export type FrozenVersion = InferEntity<typeof FrozenVersion>

/** One section of a version. */
export const FrozenSection = defineEntity({
  name: 'FrozenSection',
  tableName: 'frozen_section',
  properties: {
    versionId: p.uuid().primary(),
    section: p.string().$type<SectionKey>().primary(),
    text: p.text(),
    html: p.text(),
    json: p.text().lazy(),
    /** The Yjs state, from which a section can be restored. */
    state: p.blob().lazy(),
  },
})
export type FrozenSection = InferEntity<typeof FrozenSection>

export const entities = [IntakePreparation, SectionDocument, Snapshot, Contributor, FrozenVersion, FrozenSection]
