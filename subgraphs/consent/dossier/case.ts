import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import { Application } from '../applications/entities.ts'
import { isUuid } from '../referee/facts.ts'
import { Agreement, Organisation } from '../region/entities.ts'
import { HOME, type Case } from '../rules/case.ts'
import type { AgreementFacts } from '../rules/facts.ts'
import { Approval, Consent, ConsentRequest } from '../sharing/entities.ts'
import { Dossier, DossierApproval, Party } from './entities.ts'

const groupBy = <Row, Key>(rows: readonly Row[], key: (row: Row) => Key): Map<Key, Row[]> => Map.groupBy(rows, key)

const toAgreement = (row: Agreement): AgreementFacts => ({
  id: row.id,
  allowed: row.allowed,
  minorPolicy: row.minorPolicy,
  postEnrolment: row.postEnrolment,
})

/** The cases of these dossiers: a fixed number of statements, whatever their number. */
export async function loadCases(em: EntityManager, dossierIds: readonly string[]): Promise<Map<string, Case>> {
  const ids = dossierIds.filter(isUuid)
  if (ids.length === 0) return new Map()
  return casesOf(em, await em.find(Dossier, { id: { $in: ids } }))
}

/** One case with its dossier's row locked: commands to one dossier go one after the other. */
export async function lockCase(em: EntityManager, dossierId: string): Promise<{ one: Case; dossier: Dossier } | null> {
  if (!isUuid(dossierId)) return null
  const dossier = await em.findOne(Dossier, { id: dossierId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (!dossier) return null
  const one = (await casesOf(em, [dossier])).get(dossier.id)
  return one ? { one, dossier } : null
}

async function casesOf(em: EntityManager, dossiers: readonly Dossier[]): Promise<Map<string, Case>> {
  const here = { dossierId: { $in: dossiers.map(({ id }) => id) } }
  const oldestFirst = { orderBy: { id: 1 } } as const
  const parties = groupBy(await em.find(Party, here, oldestFirst), ({ dossierId }) => dossierId)
  const approvals = groupBy(await em.find(DossierApproval, here, oldestFirst), ({ dossierId }) => dossierId)
  const applications = await em.find(Application, here, oldestFirst)
  const consents = await em.find(Consent, here, { orderBy: { createdAt: 1, id: 1 } })
  const consentApprovals = groupBy(
    await em.find(Approval, { consentId: { $in: consents.map(({ id }) => id) } }, oldestFirst),
    ({ consentId }) => consentId,
  )
  const requests = groupBy(await em.find(ConsentRequest, here, oldestFirst), ({ dossierId }) => dossierId)
  const institutions = await em.find(Organisation, {
    brin: { $in: applications.map(({ institution }) => institution) },
  })
  const regions = new Set([
    ...institutions.map(({ regionCode }) => regionCode),
    ...dossiers.map(({ regionCode }) => regionCode),
  ])
  const active = new Map(
    (
      await em.find(Agreement, { regionCode: { $in: [...regions].filter((code) => code != null) }, state: 'ACTIVE' })
    ).map((row) => [row.regionCode, toAgreement(row)]),
  )
  const regionOf = new Map(institutions.map(({ brin, regionCode }) => [brin, regionCode ?? '']))
  const applicationsOf = groupBy(applications, ({ dossierId }) => dossierId)
  const consentsOf = groupBy(consents, ({ dossierId }) => dossierId)

  return new Map(
    dossiers.map((dossier) => {
      const own = applicationsOf.get(dossier.id) ?? []
      const agreements = new Map<string, AgreementFacts>()
      const home = active.get(dossier.regionCode)
      if (home) agreements.set(HOME, home)
      for (const { institution } of own) {
        const agreement = active.get(regionOf.get(institution) ?? '')
        if (agreement) agreements.set(institution, agreement)
      }
      const one: Case = {
        id: dossier.id,
        status: dossier.status,
        version: dossier.version,
        paused: dossier.paused,
        pausedBecause: dossier.pausedBecause ?? null,
        rights: dossier.rights,
        birthDate: dossier.birthDate,
        municipality: dossier.municipalityCode ?? null,
        homeSchool: dossier.homeSchool,
        region: dossier.regionCode,
        startYear: dossier.startYear,
        identityComplete: dossier.identityComplete,
        openAdvice: dossier.openAdvice,
        statement: dossier.statementAt != null,
        parties: (parties.get(dossier.id) ?? []).map((party) => ({
          ...party,
          brin: party.brin ?? null,
          until: party.until ?? null,
        })),
        approvals: (approvals.get(dossier.id) ?? []).filter(({ version }) => version === dossier.version),
        applications: own.map((application) => ({
          ...application,
          talkAt: application.talkAt ?? null,
          talkEndedAt: application.talkEndedAt ?? null,
          talkProposedAt: application.talkProposedAt ?? null,
        })),
        consents: (consentsOf.get(dossier.id) ?? []).map((consent) => ({
          id: consent.id,
          institution: consent.institution,
          groups: consent.groups,
          purpose: consent.purpose,
          state: consent.state,
          createdAt: consent.createdAt,
          grantedAt: consent.grantedAt ?? null,
          expiresAt: consent.expiresAt ?? null,
          approvals: consentApprovals.get(consent.id) ?? [],
        })),
        requests: requests.get(dossier.id) ?? [],
        agreements,
      }
      return [dossier.id, one]
    }),
  )
}
