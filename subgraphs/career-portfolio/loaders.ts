import DataLoader from 'dataloader'
import { rowsBy, type FindRows } from '@doorstroomhub/kit/rows.ts'
import type { Sql } from '@doorstroomhub/kit/database.ts'
import { CareerComment, CareerSummary, CareerTalk, Experience, PlusItem, Reflection } from './entities.ts'

const SCHEMA = 'career_portfolio'
const order = [
  ['position', 'asc'],
  ['id', 'asc'],
] as const
const summaries = rowsBy<CareerSummary>(SCHEMA, CareerSummary, 'dossierId')
const reflections = rowsBy<Reflection>(SCHEMA, Reflection, 'dossierId')
const experiences = rowsBy<Experience>(SCHEMA, Experience, 'dossierId', { order })
const talks = rowsBy<CareerTalk>(SCHEMA, CareerTalk, 'dossierId', {
  order: [
    ['date', 'asc'],
    ['id', 'asc'],
  ],
})
const plusItems = rowsBy<PlusItem>(SCHEMA, PlusItem, 'dossierId', { order })
const comments = rowsBy<CareerComment>(SCHEMA, CareerComment, 'dossierId', { order })

/** One statement per table and operation, whatever the number of dossiers. */
export function makeLoaders(sql: Sql) {
  const listed = <Item extends { dossierId: string }>(find: FindRows<Item>) =>
    new DataLoader<string, Item[]>(async (ids) => {
      const rows = Map.groupBy(await find(sql, ids), (row) => row.dossierId)
      return ids.map((id) => rows.get(id) ?? [])
    })
  return {
    summary: new DataLoader<string, CareerSummary | null>(async (ids) => {
      const rows = new Map((await summaries(sql, ids)).map((row) => [row.dossierId, row]))
      return ids.map((id) => rows.get(id) ?? null)
    }),
    reflections: listed(reflections),
    experiences: listed(experiences),
    talks: listed(talks),
    plusItems: listed(plusItems),
    comments: listed(comments),
  }
}

export type Loaders = ReturnType<typeof makeLoaders>
