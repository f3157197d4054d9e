import DataLoader from 'dataloader'
import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import { Contributor, FrozenSection, FrozenVersion, IntakePreparation, SectionDocument } from './entities.ts'
import { isId, preparationIdOf } from './sections.ts'

/** Rows in lists by key, from one statement. */
function listsBy<Row>(find: (ids: string[]) => Promise<Row[]>, key: (row: Row) => string) {
  return new DataLoader<string, Row[]>(async (ids) => {
    const lists = new Map<string, Row[]>(ids.map((id) => [id, []]))
    for (const row of await find([...ids])) lists.get(key(row))?.push(row)
    return ids.map((id) => lists.get(id) as Row[])
  })
}

/** One statement per table and operation, whatever the number of applications. */
export function makeLoaders(em: EntityManager) {
  return {
    preparation: new DataLoader<string, IntakePreparation | null>(async (ids) => {
      const rows = await em.find(IntakePreparation, { id: { $in: ids.filter(isId) } })
      const byId = new Map(rows.map((row) => [row.id, row]))
      return ids.map((id) => byId.get(id.toLowerCase()) ?? null)
    }),
    /** The preparation of an application; made when it is asked for the first time. */
    ofApplication: new DataLoader<{ applicationId: string; dossierId: string }, IntakePreparation, string>(
      async (keys) => {
        const ids = keys.map(({ applicationId }) => preparationIdOf(applicationId))
        const found = await em.find(IntakePreparation, { id: { $in: ids } })
        const byId = new Map(found.map((row) => [row.id, row]))
        const missing = keys.flatMap((key, index) =>
          byId.has(ids[index] as string) ? [] : [{ ...key, id: ids[index] as string }],
        )
        if (missing.length > 0) await em.upsertMany(IntakePreparation, missing, { onConflictAction: 'ignore' })
        return keys.map((key, index) => byId.get(ids[index] as string) ?? { ...key, id: ids[index] as string })
      },
      { cacheKeyFn: ({ applicationId }) => applicationId },
    ),
    documents: listsBy(
      (ids) => em.find(SectionDocument, { intakePreparationId: { $in: ids } }),
      (row) => row.intakePreparationId,
    ),
    contributors: listsBy(
      (ids) => em.find(Contributor, { documentId: { $in: ids } }, { orderBy: { lastAt: 'desc', subject: 'asc' } }),
      (row) => row.documentId,
    ),
    versions: listsBy(
      (ids) => em.find(FrozenVersion, { intakePreparationId: { $in: ids } }, { orderBy: { number: 'desc' } }),
      (row) => row.intakePreparationId,
    ),
    frozenSections: listsBy(
      (ids) => em.find(FrozenSection, { versionId: { $in: ids } }),
      (row) => row.versionId,
    ),
  }
}

export type Loaders = ReturnType<typeof makeLoaders>
