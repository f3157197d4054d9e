import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import type { Role } from '../rules/words.ts'
import type { Fault, ImportField, ImportKind, ImportState } from './words.ts'

/** A file that somebody reads in: how far it is. It belongs to who began it, in the role that they had then. */
export const Import = defineEntity({
  name: 'Import',
  tableName: 'import',
  properties: {
    id: p.uuid().primary(),
    kind: p.string().$type<ImportKind>(),
    state: p.string().$type<ImportState>(),
    fileName: p.string(),
    subject: p.string(),
    role: p.string().$type<Role>(),
    brin: p.string().nullable(),
    /** Of a student's own import. */
    dossierId: p.uuid().nullable(),
    size: p.integer(),
    received: p.integer(),
    parts: p.integer(),
    encoding: p.string().nullable(),
    separator: p.string().nullable(),
    columns: p.json<string[]>(),
    mapping: p.json<(ImportField | null)[]>(),
    fileFaults: p.json<Fault[]>(),
    rows: p.integer(),
    done: p.integer(),
    added: p.integer(),
    changed: p.integer(),
    unchanged: p.integer(),
    failed: p.integer(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
})
export type Import = InferEntity<typeof Import>

/** A part of the file, sealed: it may hold personal numbers. */
export const ImportPart = defineEntity({
  name: 'ImportPart',
  tableName: 'import_part',
  primaryKeys: ['importId', 'number'],
  properties: { importId: p.uuid().primary(), number: p.integer().primary(), sealed: p.blob() },
})
export type ImportPart = InferEntity<typeof ImportPart>

/** RESERVED: the dossier has an id and its content may be written. OPENED: it exists, and the rest of an OSO file follows. */
export type RowState = 'PENDING' | 'RESERVED' | 'OPENED' | 'DONE' | 'FAILED'

/** One row: sealed until it is written, then without content. */
export const ImportRow = defineEntity({
  name: 'ImportRow',
  tableName: 'import_row',
  primaryKeys: ['importId', 'line'],
  properties: {
    importId: p.uuid().primary(),
    line: p.integer().primary(),
    state: p.string().$type<RowState>(),
    sealed: p.blob().nullable(),
    faults: p.json<Fault[]>(),
    dossierId: p.uuid().nullable(),
  },
})
export type ImportRow = InferEntity<typeof ImportRow>

/** Which pupil number of a school is which dossier. */
export const KnownPupil = defineEntity({
  name: 'KnownPupil',
  tableName: 'known_pupil',
  primaryKeys: ['brin', 'number'],
  properties: {
    brin: p.string().primary(),
    number: p.string().primary(),
    dossierId: p.uuid(),
    hash: p.string(),
  },
})
export type KnownPupil = InferEntity<typeof KnownPupil>
