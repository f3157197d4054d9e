import DataLoader from 'dataloader'
import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import { Condition, StudyAdvice, SupportNeed, SupportProfile } from './entities.ts'

const inOrder = { orderBy: { position: 'asc', id: 'asc' } } as const

/** One statement per table and operation, whatever the number of dossiers. */
export function makeLoaders(em: EntityManager) {
  const listed = <Item extends { dossierId: string }>(find: (ids: string[]) => Promise<Item[]>) =>
    new DataLoader<string, Item[]>(async (ids) => {
      const rows = Map.groupBy(await find([...ids]), (row) => row.dossierId)
      return ids.map((id) => rows.get(id) ?? [])
    })
  return {
    profile: new DataLoader<string, SupportProfile | null>(async (ids) => {
      const rows = new Map(
        (await em.find(SupportProfile, { dossierId: { $in: [...ids] } })).map((row) => [row.dossierId, row]),
      )
      return ids.map((id) => rows.get(id) ?? null)
    }),
    needs: listed((ids) => em.find(SupportNeed, { dossierId: { $in: ids } }, inOrder)),
    conditions: listed((ids) => em.find(Condition, { dossierId: { $in: ids } }, inOrder)),
    studyAdvice: listed((ids) => em.find(StudyAdvice, { dossierId: { $in: ids } }, inOrder)),
  }
}

export type Loaders = ReturnType<typeof makeLoaders>
