import DataLoader from 'dataloader'
import { rowsBy, type FindRows } from '@doorstroomhub/kit/rows.ts'
import type { Sql } from '@doorstroomhub/kit/database.ts'
import { Condition, StudyAdvice, SupportNeed, SupportProfile } from './entities.ts'

const SCHEMA = 'support_needs'
const order = [
  ['position', 'asc'],
  ['id', 'asc'],
] as const
const profiles = rowsBy<SupportProfile>(SCHEMA, SupportProfile, 'dossierId')
const needs = rowsBy<SupportNeed>(SCHEMA, SupportNeed, 'dossierId', { order })
const conditions = rowsBy<Condition>(SCHEMA, Condition, 'dossierId', { order })
const studyAdvice = rowsBy<StudyAdvice>(SCHEMA, StudyAdvice, 'dossierId', { order })

/** One statement per table and operation, whatever the number of dossiers. */
export function makeLoaders(sql: Sql) {
  const listed = <Item extends { dossierId: string }>(find: FindRows<Item>) =>
    new DataLoader<string, Item[]>(async (ids) => {
      const rows = Map.groupBy(await find(sql, ids), (row) => row.dossierId)
      return ids.map((id) => rows.get(id) ?? [])
    })
  return {
    profile: new DataLoader<string, SupportProfile | null>(async (ids) => {
      const rows = new Map((await profiles(sql, ids)).map((row) => [row.dossierId, row]))
      return ids.map((id) => rows.get(id) ?? null)
    }),
    needs: listed(needs),
    conditions: listed(conditions),
    studyAdvice: listed(studyAdvice),
  }
}

export type Loaders = ReturnType<typeof makeLoaders>
