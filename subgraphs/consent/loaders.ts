import DataLoader from 'dataloader'
import type { EntityManager, Sql } from '@doorstroomhub/kit/database.ts'
import { rowsBy } from '@doorstroomhub/kit/rows.ts'
import { Application, ApplicationMessage } from './applications/entities.ts'
import { loadCases } from './dossier/case.ts'
import { DossierApproval, Party, StatusChange } from './dossier/entities.ts'
import { Invitation } from './invitations/entities.ts'
import { Agreement, Organisation, Programme, Region } from './region/entities.ts'
import type { Case } from './rules/case.ts'
import { Approval, Consent, ConsentRequest, GuidanceCase } from './sharing/entities.ts'
import { WebhookDelivery } from './webhooks/entities.ts'

const SCHEMA = 'consent'
const organisations = rowsBy<Organisation>(SCHEMA, Organisation, 'brin')
const regions = rowsBy<Region>(SCHEMA, Region, 'code')
const programmes = rowsBy<Programme>(SCHEMA, Programme, 'crebo')
const activeAgreements = rowsBy<Agreement>(SCHEMA, Agreement, 'regionCode', { only: { state: 'ACTIVE' } })
const parties = rowsBy<Party>(SCHEMA, Party, 'dossierId', { order: [['id', 'asc']] })
const statusChanges = rowsBy<StatusChange>(SCHEMA, StatusChange, 'dossierId', { order: [['id', 'asc']] })
const applicationsById = rowsBy<Application>(SCHEMA, Application, 'id')
const applications = rowsBy<Application>(SCHEMA, Application, 'dossierId', {
  order: [
    ['appliedAt', 'asc'],
    ['id', 'asc'],
  ],
})
const consents = rowsBy<Consent>(SCHEMA, Consent, 'dossierId', {
  order: [
    ['createdAt', 'asc'],
    ['id', 'asc'],
  ],
})
const requests = rowsBy<ConsentRequest>(SCHEMA, ConsentRequest, 'dossierId', {
  order: [
    ['askedAt', 'asc'],
    ['id', 'asc'],
  ],
})

/** One statement per table and operation, whatever the number of dossiers. */
export function makeLoaders(em: EntityManager, sql: Sql) {
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
      (brins) => organisations(sql, brins),
      ({ brin }) => brin,
    ),
    region: one(
      (codes) => regions(sql, codes),
      ({ code }) => code,
    ),
    programme: one(
      (crebos) => programmes(sql, crebos),
      ({ crebo }) => crebo,
    ),
    activeAgreement: one(
      (codes) => activeAgreements(sql, codes),
      ({ regionCode }) => regionCode,
    ),
    parties: many((ids) => parties(sql, ids), byDossier),
    statusHistory: many((ids) => statusChanges(sql, ids), byDossier),
    applications: many((ids) => applications(sql, ids), byDossier),
    application: one(
      (ids) => applicationsById(sql, ids),
      ({ id }) => id,
    ),
    messages: many(
      (ids) => em.find(ApplicationMessage, { applicationId: { $in: ids } }, { orderBy: { number: 1 } }),
      ({ applicationId }) => applicationId,
    ),
    consents: many((ids) => consents(sql, ids), byDossier),
    approvals: many(
      (ids) => em.find(Approval, { consentId: { $in: ids } }, { orderBy: { id: 1 } }),
      ({ consentId }) => consentId,
    ),
    requests: many((ids) => requests(sql, ids), byDossier),
    guidance: many(
      (ids) => em.find(GuidanceCase, { dossierId: { $in: ids } }, { orderBy: { openedAt: 1, id: 1 } }),
      byDossier,
    ),
    invitations: many(
      (ids) =>
        em.find(
          Invitation,
          { dossierId: { $in: ids }, usedAt: null, revokedAt: null },
          { orderBy: { createdAt: 1, id: 1 } },
        ),
      byDossier,
    ),
    dossierApprovals: many(
      (ids) => em.find(DossierApproval, { dossierId: { $in: ids } }, { orderBy: { id: 1 } }),
      byDossier,
    ),
    webhookDelivery: one(
      (ids) => em.find(WebhookDelivery, { webhookId: { $in: ids } }),
      ({ webhookId }) => webhookId,
    ),
    /** What the rules of the commands look at: for `can`. */
    cases: new DataLoader<string, Case | null>(async (ids) => {
      const cases = await loadCases(em, ids)
      return ids.map((id) => cases.get(id) ?? null)
    }),
  }
}

export type Loaders = ReturnType<typeof makeLoaders>
