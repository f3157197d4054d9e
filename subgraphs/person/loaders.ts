import DataLoader from 'dataloader'
import { rowsBy, type FindRows } from '@doorstroomhub/kit/rows.ts'
import type { Sql } from '@doorstroomhub/kit/database.ts'
import { Contact, Identity, NumberReveal, PersonalNumber } from './entities.ts'

const SCHEMA = 'person'
const identities = rowsBy<Identity>(SCHEMA, Identity, 'dossierId')
const personalNumbers = rowsBy<PersonalNumber>(SCHEMA, PersonalNumber, 'dossierId')
const contacts = rowsBy<Contact>(SCHEMA, Contact, 'dossierId')
const reveals = rowsBy<NumberReveal>(SCHEMA, NumberReveal, 'dossierId', {
  order: [
    ['at', 'desc'],
    ['id', 'asc'],
  ],
})

/** One statement per table and operation, whatever the number of dossiers. */
export function makeLoaders(sql: Sql) {
  const byDossier = <Row extends { dossierId: string }>(find: FindRows<Row>) =>
    new DataLoader<string, Row | null>(async (ids) => {
      const rows = new Map((await find(sql, ids)).map((row) => [row.dossierId, row]))
      return ids.map((id) => rows.get(id) ?? null)
    })
  return {
    identity: byDossier(identities),
    personalNumber: byDossier(personalNumbers),
    contact: byDossier(contacts),
    reveals: new DataLoader<string, NumberReveal[]>(async (ids) => {
      const rows = Map.groupBy(await reveals(sql, ids), (row) => row.dossierId)
      return ids.map((id) => rows.get(id) ?? [])
    }),
  }
}

export type Loaders = ReturnType<typeof makeLoaders>
