import type { EntityManager, SchemaOptions } from './database.ts'
import { notFound } from './errors.ts'
import { isUuid } from './text.ts'

/** A table of which a dossier has several rows, with an `id` and a `dossierId`. */
export type ItemKind = SchemaOptions['entities'][number]

/** The dossier that an item belongs to, or null when there is no such item. */
export async function dossierOf(em: EntityManager, kind: ItemKind, id: string): Promise<string | null> {
  if (!isUuid(id)) return null
  const row = (await em.findOne(kind, { id }, { disableIdentityMap: true })) as { dossierId: string } | null
  return row?.dossierId ?? null
}

/** The item of this id among those of the dossier; NOT_FOUND when it went in the meantime, or never was one of them. */
export function among<Row extends { id: string }>(rows: readonly Row[], id: string): Row {
  const row = rows.find((one) => one.id === id.toLowerCase())
  if (!row) throw notFound()
  return row
}

/** The place after the last one. */
export const nextPosition = (rows: readonly { position: number }[]): number =>
  Math.max(0, ...rows.map(({ position }) => position)) + 1
