import DataLoader from 'dataloader'
import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import { CareerComment, CareerSummary, CareerTalk, Experience, PlusItem, Reflection } from './entities.ts'

const inOrder = { orderBy: { position: 'asc', id: 'asc' } } as const

/** One statement per table and operation, whatever the number of dossiers. */
export function makeLoaders(em: EntityManager) {
  const listed = <Item extends { dossierId: string }>(find: (ids: string[]) => Promise<Item[]>) =>
    new DataLoader<string, Item[]>(async (ids) => {
      const rows = Map.groupBy(await find([...ids]), (row) => row.dossierId)
      return ids.map((id) => rows.get(id) ?? [])
    })
  return {
    summary: new DataLoader<string, CareerSummary | null>(async (ids) => {
      const rows = new Map(
        (await em.find(CareerSummary, { dossierId: { $in: [...ids] } })).map((row) => [row.dossierId, row]),
      )
      return ids.map((id) => rows.get(id) ?? null)
    }),
    reflections: listed((ids) => em.find(Reflection, { dossierId: { $in: ids } })),
    experiences: listed((ids) => em.find(Experience, { dossierId: { $in: ids } }, inOrder)),
    talks: listed((ids) => em.find(CareerTalk, { dossierId: { $in: ids } }, { orderBy: { date: 'asc', id: 'asc' } })),
    plusItems: listed((ids) => em.find(PlusItem, { dossierId: { $in: ids } }, inOrder)),
    comments: listed((ids) => em.find(CareerComment, { dossierId: { $in: ids } }, inOrder)),
  }
}

export type Loaders = ReturnType<typeof makeLoaders>
