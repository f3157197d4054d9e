import DataLoader from 'dataloader'
import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import { Application, ApplicationMessage } from './applications/entities.ts'
import { loadCases } from './dossier/case.ts'
import { DossierApproval, Party, StatusChange } from './dossier/entities.ts'
import { Agreement, Organisation, Programme, Region } from './region/entities.ts'
import type { Case } from './rules/case.ts'
import { Approval, Consent, ConsentRequest, GuidanceCase } from './sharing/entities.ts'

/** One statement per table and operation, whatever the number of dossiers. */
export function makeLoaders(em: EntityManager) {
  /** One row per key. */
  const one = <Entity>(find: (keys: string[]) => Promise<Entity[]>, keyOf: (row: Entity) => string) =>
    new DataLoader<string, Entity | null>(async (keys) => {
      const rows = new Map((await find([...keys])).map((row) => [keyOf(row), row]))
      return keys.map((key) => rows.get(key) ?? null)
    })
  /** Any number of rows per key, in the order of the statement. */
  const many = <Entity>(find: (keys: string[]) => Promise<Entity[]>, keyOf: (row: Entity) => string) =>
    new DataLoader<string, Entity[]>(async (keys) => {
      const groups = Map.groupBy(await find([...keys]), keyOf)
      return keys.map((key) => groups.get(key) ?? [])
    })
  const byDossier = ({ dossierId }: { dossierId: string }) => dossierId
  return {
    organisation: one(
      (brins) => em.find(Organisation, { brin: { $in: brins } }),
      ({ brin }) => brin,
    ),
    region: one(
      (codes) => em.find(Region, { code: { $in: codes } }),
      ({ code }) => code,
    ),
    programme: one(
      (crebos) => em.find(Programme, { crebo: { $in: crebos } }),
      ({ crebo }) => crebo,
    ),
    activeAgreement: one(
      (codes) => em.find(Agreement, { regionCode: { $in: codes }, state: 'ACTIVE' }),
      ({ regionCode }) => regionCode,
    ),
    parties: many((ids) => em.find(Party, { dossierId: { $in: ids } }, { orderBy: { id: 1 } }), byDossier),
    statusHistory: many((ids) => em.find(StatusChange, { dossierId: { $in: ids } }, { orderBy: { id: 1 } }), byDossier),
    applications: many(
      (ids) => em.find(Application, { dossierId: { $in: ids } }, { orderBy: { appliedAt: 1, id: 1 } }),
      byDossier,
    ),
    application: one(
      (ids) => em.find(Application, { id: { $in: ids } }),
      ({ id }) => id,
    ),
    messages: many(
      (ids) => em.find(ApplicationMessage, { applicationId: { $in: ids } }, { orderBy: { number: 1 } }),
      ({ applicationId }) => applicationId,
    ),
    consents: many(
      (ids) => em.find(Consent, { dossierId: { $in: ids } }, { orderBy: { createdAt: 1, id: 1 } }),
      byDossier,
    ),
    approvals: many(
      (ids) => em.find(Approval, { consentId: { $in: ids } }, { orderBy: { id: 1 } }),
      ({ consentId }) => consentId,
    ),
    requests: many(
      (ids) => em.find(ConsentRequest, { dossierId: { $in: ids } }, { orderBy: { askedAt: 1, id: 1 } }),
      byDossier,
    ),
    guidance: many(
      (ids) => em.find(GuidanceCase, { dossierId: { $in: ids } }, { orderBy: { openedAt: 1, id: 1 } }),
      byDossier,
    ),
    dossierApprovals: many(
      (ids) => em.find(DossierApproval, { dossierId: { $in: ids } }, { orderBy: { id: 1 } }),
      byDossier,
    ),
    /** What the rules of the commands look at: for `can`. */
    cases: new DataLoader<string, Case | null>(async (ids) => {
      const cases = await loadCases(em, ids)
      return ids.map((id) => cases.get(id) ?? null)
    }),
  }
}

export type Loaders = ReturnType<typeof makeLoaders>
