import DataLoader from 'dataloader'
import type { EntityManager, Sql } from '@doorstroomhub/kit/database.ts'
import { rowsBy, type FindRows } from '@doorstroomhub/kit/rows.ts'
import { Contributor, FrozenSection, FrozenVersion, IntakePreparation, SectionDocument } from './entities.ts'
import { readAgain } from './rooms/readers.ts'
import { isId, preparationIdOf } from './sections.ts'

const SCHEMA = 'intake_preparation'
const preparations = rowsBy<IntakePreparation>(SCHEMA, IntakePreparation, 'id')
const documents = rowsBy<SectionDocument>(SCHEMA, SectionDocument, 'intakePreparationId')
const contributors = rowsBy<Contributor>(SCHEMA, Contributor, 'documentId', {
  order: [
    ['lastAt', 'desc'],
    ['subject', 'asc'],
  ],
})
const versions = rowsBy<FrozenVersion>(SCHEMA, FrozenVersion, 'intakePreparationId', { order: [['number', 'desc']] })
const frozenSections = rowsBy<FrozenSection>(SCHEMA, FrozenSection, 'versionId')

/** One statement per table and operation, whatever the number of applications. */
export function makeLoaders(em: EntityManager, sql: Sql) {
  /** Rows in lists by key. */
  const listsBy = <Row>(find: FindRows<Row>, key: (row: Row) => string) =>
    new DataLoader<string, Row[]>(async (ids) => {
      const lists = new Map<string, Row[]>(ids.map((id) => [id, []]))
      for (const row of await find(sql, ids)) lists.get(key(row))?.push(row)
      return ids.map((id) => lists.get(id) as Row[])
    })
  return {
    preparation: new DataLoader<string, IntakePreparation | null>(async (ids) => {
      const rows = await preparations(sql, ids.filter(isId))
      const byId = new Map(rows.map((row) => [row.id, row]))
      return ids.map((id) => byId.get(id.toLowerCase()) ?? null)
    }),
    /** The preparation of an application; made when it is asked for the first time. */
    ofApplication: new DataLoader<{ applicationId: string; dossierId: string }, IntakePreparation, string>(
      async (keys) => {
        const ids = keys.map(({ applicationId }) => preparationIdOf(applicationId))
        const found = await preparations(sql, ids)
        const byId = new Map(found.map((row) => [row.id, row]))
        const missing = keys.flatMap((key, index) =>
          byId.has(ids[index] as string) ? [] : [{ ...key, id: ids[index] as string }],
        )
        if (missing.length > 0) await em.upsertMany(IntakePreparation, missing, { onConflictAction: 'ignore' })
        return keys.map((key, index) => byId.get(ids[index] as string) ?? { ...key, id: ids[index] as string })
      },
      { cacheKeyFn: ({ applicationId }) => applicationId },
    ),
    // Who asks for what is being typed at this moment gets it as it is now.
    documents: listsBy<SectionDocument>(
      async (given, ids) => {
        await readAgain(given, ids)
        return documents(given, ids)
      },
      (row) => row.intakePreparationId,
    ),
    contributors: listsBy(contributors, (row) => row.documentId),
    versions: listsBy(versions, (row) => row.intakePreparationId),
    frozenSections: listsBy(frozenSections, (row) => row.versionId),
  }
}

export type Loaders = ReturnType<typeof makeLoaders>
