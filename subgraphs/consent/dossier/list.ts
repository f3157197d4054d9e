import { invalid } from '@doorstroomhub/kit/errors.ts'
import { fromCursor, pageSize, toConnection, type Connection } from '@doorstroomhub/kit/pages.ts'
import { asker, type ConsentContext } from '../context.ts'
import type { DossierRef } from '../refs.ts'
import type { Asker } from '../rules/facts.ts'
import { maySee, seenBy } from '../rules/seen.ts'
import type { DossierStatus } from '../rules/words.ts'

export interface DossierFilter {
  status?: readonly DossierStatus[] | null
  institution?: string | null
  search?: string | null
  waitingForMe?: boolean | null
}

const CURSOR = 'dossier'
const UUID = /^[0-9a-f-]{36}$/
/** How many candidates are looked at in one statement when the rules, not the database, decide which stay. */
const BATCH = 500
const LONGEST_SEARCH = 100

/** A condition in SQL with its parameters appended to `params`. */
interface Query {
  where: string[]
  params: unknown[]
}

const param = (query: Query, value: unknown): string => `$${query.params.push(value)}`

/** Which dossiers can be the asker's business at all; null when none ever is (analyst, administrator). */
function relationQuery(who: Asker): Query | null {
  const query: Query = { where: [`d.status <> 'ERASED'`], params: [] }
  switch (who.role) {
    case 'STUDENT':
    case 'GUARDIAN':
    case 'MENTOR':
    case 'CARE_COORDINATOR':
      query.where.push(
        `d.id in (select p.dossier_id from consent.party p where p.subject = ${param(query, who.subject)} and p.role = ${param(query, who.role)})`,
      )
      if (who.role === 'MENTOR' || who.role === 'CARE_COORDINATOR')
        query.where.push(`d.home_school = ${param(query, who.brin)}`)
      return query
    case 'INTAKER':
    case 'PARTNER':
      query.where.push(
        `exists (select from consent.application a where a.dossier_id = d.id and a.institution = ${param(query, who.brin)})`,
      )
      return query
    case 'MUNICIPALITY':
      query.where.push(
        `d.municipality_code = ${param(query, who.municipality)}`,
        'exists (select from consent.application a where a.dossier_id = d.id)',
      )
      return query
    case 'REGION_ANALYST':
    case 'ADMINISTRATOR':
      return null
  }
}

const isSchoolStaff = ({ role }: Asker): boolean => role === 'MENTOR' || role === 'CARE_COORDINATOR'
const isMbo = ({ role }: Asker): boolean => role === 'INTAKER' || role === 'PARTNER'

/** What waits for whom. Of the mbo's side it says nothing that hangs on a student's choice. */
function waiting(who: Asker, query: Query): string {
  switch (who.role) {
    case 'STUDENT':
      return `(exists (select from consent.consent_request r where r.dossier_id = d.id and r.outcome = 'OPEN')
        or exists (select from consent.application a where a.dossier_id = d.id and a.talk_proposed_at is not null)
        or (d.status = 'READY' and not exists (select from consent.dossier_approval x
          where x.dossier_id = d.id and x.version = d.version and x.subject = ${param(query, who.subject)})))`
    case 'GUARDIAN':
      return `(exists (select from consent.consent c where c.dossier_id = d.id and c.state = 'PENDING_APPROVAL'
          and not exists (select from consent.approval x where x.consent_id = c.id and x.subject = ${param(query, who.subject)}))
        or (d.status = 'READY' and not exists (select from consent.dossier_approval x
          where x.dossier_id = d.id and x.version = d.version and x.subject = ${param(query, who.subject)})))`
    case 'INTAKER':
    case 'PARTNER':
      return `exists (select from consent.application a where a.dossier_id = d.id and a.institution = ${param(query, who.brin)}
        and a.status = 'APPLIED' and a.talk_at is null and a.talk_proposed_at is null)`
    case 'MENTOR':
    case 'CARE_COORDINATOR':
      return `d.status = 'IN_CONSULTATION'`
    // Nothing of a dossier waits for a municipality, whose business is the application's status alone.
    default:
      return 'false'
  }
}

const literally = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)

function filtered(who: Asker, filter: DossierFilter, query: Query): void {
  if (filter.institution != null)
    query.where.push(
      isMbo(who)
        ? `${param(query, filter.institution)}::text = ${param(query, who.brin)}::text`
        : `exists (select from consent.application a where a.dossier_id = d.id and a.institution = ${param(query, filter.institution)})`,
    )
  if (filter.search != null && filter.search !== '') {
    if (!isSchoolStaff(who))
      throw invalid('search', 'Only the school can search by name.', 'Alleen de school kan op naam zoeken.')
    if (filter.search.length > LONGEST_SEARCH)
      throw invalid(
        'search',
        `Search for at most ${LONGEST_SEARCH} characters.`,
        `Zoek op hooguit ${LONGEST_SEARCH} tekens.`,
      )
    query.where.push(
      `exists (select from consent.party s where s.dossier_id = d.id and s.role = 'STUDENT' and s.name ilike ${param(query, `%${literally(filter.search)}%`)})`,
    )
  }
  if (filter.waitingForMe === true) query.where.push(waiting(who, query))
  // To the mbo and the municipality a status is what they see of it, so that the rules must judge it (see seenBy).
  if (filter.status != null && !isMbo(who) && who.role !== 'MUNICIPALITY')
    query.where.push(`d.status = any(${param(query, filter.status)}::text[])`)
}

/** The dossiers that the asker has a relation to, by id, a page at a time. */
export async function listDossiers(
  context: ConsentContext,
  args: { first?: number | null; after?: string | null; filter?: DossierFilter | null },
): Promise<Connection<DossierRef>> {
  const size = pageSize(args.first, 20)
  const after = fromCursor(CURSOR, args.after, UUID)
  const who = asker(context)
  const query = relationQuery(who)
  const found: DossierRef[] = []
  const statuses = args.filter?.status ?? null
  if (query) filtered(who, args.filter ?? {}, query)
  // Asked for what they never see, nobody's dossier need be looked at.
  if (query && (statuses?.some((status) => maySee(who, status)) ?? true)) {
    let from = after
    for (;;) {
      const batch = await candidates(context, query, from, statuses === null ? size + 1 : BATCH)
      const facts = await context.referee.facts(context.asking, batch)
      for (const [index, id] of batch.entries()) {
        const seen = facts[index] ? seenBy(facts[index], who, context.now()) : null
        if (seen && (statuses === null || statuses.includes(seen.status))) found.push({ id })
      }
      from = batch.at(-1) ?? null
      if (found.length > size || batch.length < (statuses === null ? size + 1 : BATCH)) break
    }
  }
  return toConnection(CURSOR, found, size, ({ id }) => id, after)
}

async function candidates(
  context: ConsentContext,
  query: Query,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const params = [...query.params]
  const where = [...query.where]
  if (after !== null) where.push(`d.id > $${params.push(after)}`)
  const rows = await context.sql<{ id: string }>(
    `select d.id from consent.dossier d where ${where.join(' and ')} order by d.id limit $${params.push(limit)}`,
    params,
  )
  return rows.map(({ id }) => id)
}
