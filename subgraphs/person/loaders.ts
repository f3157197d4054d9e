import DataLoader from 'dataloader'
import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import { Contact, Identity, NumberReveal, PersonalNumber } from './entities.ts'

/** One statement per table and operation, whatever the number of dossiers. */
export function makeLoaders(em: EntityManager) {
  const byDossier = <Entity extends { dossierId: string }>(find: (ids: string[]) => Promise<Entity[]>) =>
    new DataLoader<string, Entity | null>(async (ids) => {
      const rows = new Map((await find([...ids])).map((row) => [row.dossierId, row]))
      return ids.map((id) => rows.get(id) ?? null)
    })
  return {
    identity: byDossier((ids) => em.find(Identity, { dossierId: { $in: ids } })),
    personalNumber: byDossier((ids) => em.find(PersonalNumber, { dossierId: { $in: ids } })),
    contact: byDossier((ids) => em.find(Contact, { dossierId: { $in: ids } })),
    reveals: new DataLoader<string, NumberReveal[]>(async (ids) => {
      const found = await em.find(
        NumberReveal,
        { dossierId: { $in: [...ids] } },
        { orderBy: { at: 'desc', id: 'asc' } },
      )
      const rows = Map.groupBy(found, (row) => row.dossierId)
      return ids.map((id) => rows.get(id) ?? [])
    }),
  }
}

export type Loaders = ReturnType<typeof makeLoaders>
