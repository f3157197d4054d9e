import type { Sql } from '@doorstroomhub/kit/database.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import type { AgreementFacts, Asker, Facts } from '../rules/facts.ts'
import type { ApplicationStatus, ConsentState, DossierStatus, FieldGroup, Purpose, Role } from '../rules/words.ts'

interface Row {
  id: string
  status: DossierStatus
  version: number
  paused: boolean
  rights: string | number
  birth_date: string
  municipality_code: string | null
  home_school: string
  region_code: string
  statement: boolean
  parties: { role: Role; brin: string | null; since: string; until: string | null }[] | null
  applications:
    | {
        id: string
        institution: string
        status: ApplicationStatus
        talkAt: string | null
        talkEndedAt: string | null
      }[]
    | null
  consents:
    | {
        id: string
        groups: FieldGroup[]
        purpose: Purpose
        state: ConsentState
        grantedAt: string | null
        expiresAt: string | null
        leftOut: string[]
      }[]
    | null
  inner_shares: { group: FieldGroup; role: Role }[] | null
  guidance: { officer: string }[] | null
  agreement_id: string | null
}

const DOSSIER = `d.id, d.status, d.version, d.paused, d.rights, d.birth_date::text as birth_date, d.municipality_code,
  d.home_school, d.region_code, d.statement_at is not null as statement`
const APPLICATIONS = `select json_agg(json_build_object('id', a.id, 'institution', a.institution, 'status', a.status,
  'talkAt', a.talk_at, 'talkEndedAt', a.talk_ended_at)) from consent.application a where a.dossier_id = d.id`

/** For who stands to a dossier by a recorded relation. $1 dossiers, $2 subject. */
const BY_PARTY = `select ${DOSSIER},
  (select json_agg(json_build_object('role', p.role, 'brin', p.brin, 'since', p.since, 'until', p.until))
    from consent.party p where p.dossier_id = d.id and p.subject = $2) as parties,
  (select json_agg(json_build_object('group', s.field_group, 'role', s.role))
    from consent.inner_share s where s.dossier_id = d.id) as inner_shares
  from consent.dossier d where d.id = any($1::uuid[])`

/** For who stands to it through an application. $1 dossiers, $2 institution. The agreement is found once per statement. */
const BY_INSTITUTION = `select ${DOSSIER},
  (${APPLICATIONS} and a.institution = $2) as applications,
  (select json_agg(json_build_object('id', c.id, 'groups', c.groups, 'purpose', c.purpose, 'state', c.state,
    'grantedAt', c.granted_at, 'expiresAt', c.expires_at, 'leftOut', c.left_out))
    from consent.consent c where c.dossier_id = d.id and c.institution = $2 and c.state = 'GRANTED') as consents,
  (select json_agg(json_build_object('officer', g.officer)) from consent.guidance_case g
    where g.dossier_id = d.id and g.institution = $2 and g.closed_at is null) as guidance,
  (select g.id from consent.agreement g join consent.organisation o on o.region_code = g.region_code
    where o.brin = $2 and g.state = 'ACTIVE') as agreement_id
  from consent.dossier d where d.id = any($1::uuid[])`

/** For the municipality: any application. $1 dossiers. */
const BY_MUNICIPALITY = `select ${DOSSIER}, (${APPLICATIONS}) as applications
  from consent.dossier d where d.id = any($1::uuid[])`

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** An id that no row can have is simply not found; it must not reach the database as an error. */
export const isUuid = (id: string): boolean => UUID.test(id)

/** The asker as the rules see them; null for who did not sign in. */
export function askerOf(asking: Asking): Asker | null {
  const { viewer } = asking
  if (!viewer) return null
  return {
    subject: viewer.subject,
    role: viewer.role as Role,
    brin: viewer.organisation?.brin ?? null,
    municipality: viewer.municipality,
    scopes: viewer.scopes,
  }
}

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text))

function toFacts(row: Row, agreement: AgreementFacts | null): Facts {
  return {
    dossierId: row.id,
    status: row.status,
    version: row.version,
    paused: row.paused,
    birthDate: row.birth_date,
    municipality: row.municipality_code,
    homeSchool: row.home_school,
    region: row.region_code,
    numberStatement: row.statement,
    rights: Number(row.rights),
    parties: (row.parties ?? []).map((party) => ({
      ...party,
      since: new Date(party.since),
      until: moment(party.until),
    })),
    applications: (row.applications ?? []).map((application) => ({
      ...application,
      talkAt: moment(application.talkAt),
      talkEndedAt: moment(application.talkEndedAt),
    })),
    consents: (row.consents ?? []).map((consent) => ({
      ...consent,
      grantedAt: moment(consent.grantedAt),
      expiresAt: moment(consent.expiresAt),
    })),
    innerShares: row.inner_shares ?? [],
    guidance: row.guidance ?? [],
    agreement,
  }
}

/** Reads facts for one asker. */
export class FactsReader {
  readonly #sql: Sql
  /** An agreement's content never changes once it is active, so that it may be remembered by its id; which one is active is asked anew each time. */
  readonly #agreements = new Map<string, AgreementFacts>()

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** The facts of these dossiers as far as they matter to this asker: one statement. Unknown ids are left out. */
  async read(asker: Asker, dossierIds: readonly string[]): Promise<Map<string, Facts>> {
    const ids = dossierIds.filter(isUuid)
    if (ids.length === 0) return new Map()
    const rows = await this.#rows(asker, ids)
    const agreementId = rows[0]?.agreement_id ?? null
    const agreement = agreementId === null ? null : await this.agreement(agreementId)
    return new Map(rows.map((row) => [row.id, toFacts(row, agreement)]))
  }

  #rows(asker: Asker, ids: string[]): Promise<Row[]> {
    switch (asker.role) {
      case 'INTAKER':
      case 'PARTNER':
        return this.#sql<Row>(BY_INSTITUTION, [ids, asker.brin], 'facts-institution')
      case 'MUNICIPALITY':
        return this.#sql<Row>(BY_MUNICIPALITY, [ids], 'facts-municipality')
      case 'STUDENT':
      case 'GUARDIAN':
      case 'MENTOR':
      case 'CARE_COORDINATOR':
        return this.#sql<Row>(BY_PARTY, [ids, asker.subject], 'facts-party')
      case 'REGION_ANALYST':
      case 'ADMINISTRATOR':
        return Promise.resolve([])
    }
  }

  async agreement(id: string): Promise<AgreementFacts | null> {
    const known = this.#agreements.get(id)
    if (known) return known
    const [row] = await this.#sql<{
      allowed: AgreementFacts['allowed']
      minor_policy: AgreementFacts['minorPolicy']
      post_enrolment: AgreementFacts['postEnrolment']
    }>('select allowed, minor_policy, post_enrolment from consent.agreement where id = $1', [id], 'agreement')
    if (!row) return null
    const facts: AgreementFacts = {
      id,
      allowed: row.allowed,
      minorPolicy: row.minor_policy,
      postEnrolment: row.post_enrolment,
    }
    if (this.#agreements.size >= 1000) this.#agreements.clear()
    this.#agreements.set(id, facts)
    return facts
  }

  /** Which of these ids this person may write content under, because their import reserved them (see import/taking.ts). */
  async reservedFor({ subject, role, brin }: Asker, ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.#sql<{ id: string }>(
      `select r.dossier_id as id from consent.import_row r join consent.import i on i.id = r.import_id
        where r.dossier_id = any($1::uuid[]) and r.state = 'RESERVED' and i.subject = $2 and i.role = $3 and i.brin = $4`,
      [ids.filter(isUuid), subject, role, brin],
      'reserved-ids',
    )
    return new Set(rows.map(({ id }) => id))
  }

  /** The dossiers that these applications belong to. */
  async dossiersOf(applicationIds: readonly string[]): Promise<Map<string, string>> {
    const ids = applicationIds.filter(isUuid)
    if (ids.length === 0) return new Map()
    const rows = await this.#sql<{ id: string; dossier_id: string }>(
      'select id, dossier_id from consent.application where id = any($1::uuid[])',
      [ids],
      'dossiers-of-applications',
    )
    return new Map(rows.map(({ id, dossier_id }) => [id, dossier_id]))
  }
}
