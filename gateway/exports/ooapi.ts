import { invalid, type HubError } from '@doorstroomhub/kit/errors.ts'
import type { IncomingMessage } from 'node:http'
import { readJson } from '../http/body.ts'
import { dossierOf, type Ask, type Found } from './ask.ts'
import { association, associationsOfPerson, reportStatus } from './questions.ts'

type Status = 'APPLIED' | 'CONTRACT_OFFERED' | 'NOT_ENROLLED' | 'WITHDRAWN' | 'ENROLLED'

interface Application {
  id: string
  institution: { brin: string; name: string }
  programme: { crebo: string; name: string; level: string; route: string }
  startYear: number
  appliedAt: string
  onTime: boolean
  status: Status
  messages: { id: string; at: string; status: Status; supersedes: string | null }[]
}

/** The key under which OOAPI lets a party add what the specification has no word for. */
const CONSUMER = 'doorstroomhub'

/** OOAPI has fewer states than the law has statuses; the exact one stands under `consumers`. */
const STATE: Readonly<Record<Status, string>> = {
  APPLIED: 'pending',
  CONTRACT_OFFERED: 'queued',
  ENROLLED: 'associated',
  NOT_ENROLLED: 'denied',
  WITHDRAWN: 'canceled',
}

/** An application as an OOAPI v5 association of a person with the offering of a programme. */
function associationOf(application: Application): Record<string, unknown> {
  const { id, institution, programme, startYear, appliedAt, onTime, status, messages } = application
  return {
    associationId: id,
    associationType: 'programOfferingAssociation',
    role: 'student',
    state: STATE[status],
    consumers: [
      {
        consumerKey: CONSUMER,
        applicationStatus: status,
        institution: institution.brin,
        crebo: programme.crebo,
        programme: programme.name,
        startYear,
        appliedAt,
        onTime,
        messages,
      },
    ],
  }
}

/** The associations of one person (the hub's id of the dossier), a page at a time as OOAPI counts them. */
export async function associationsPage(
  ask: Ask,
  id: string,
  search: URLSearchParams,
): Promise<Record<string, unknown>> {
  const found: Found<{ dossier: { applications: Application[] | null } | null }> = await ask(associationsOfPerson, {
    id,
  })
  const all = dossierOf(found).applications ?? []
  const pageSize = whole(search, 'pageSize', 10)
  const pageNumber = whole(search, 'pageNumber', 1)
  const wanted = search.get('state')
  const matching = all.filter(({ status }) => wanted === null || STATE[status] === wanted)
  const from = (pageNumber - 1) * pageSize
  return {
    pageSize,
    pageNumber,
    hasPreviousPage: pageNumber > 1 && matching.length > 0,
    hasNextPage: matching.length > from + pageSize,
    totalPages: Math.ceil(matching.length / pageSize),
    items: matching.slice(from, from + pageSize).map(associationOf),
  }
}

function whole(search: URLSearchParams, name: string, standard: number): number {
  const text = search.get(name)
  if (text === null) return standard
  const count = Number(text)
  if (/^\d{1,4}$/.test(text) && count >= 1) return count
  throw invalid(name, `"${name}" must be a number from 1.`, `"${name}" moet een getal vanaf 1 zijn.`)
}

export async function oneAssociation(ask: Ask, id: string): Promise<Record<string, unknown>> {
  const { data }: Found<{ application: Application }> = await ask(association, { id })
  return associationOf(data.application)
}

const REPORTED: Readonly<Record<string, Status>> = {
  pending: 'APPLIED',
  queued: 'CONTRACT_OFFERED',
  associated: 'ENROLLED',
  denied: 'NOT_ENROLLED',
  canceled: 'WITHDRAWN',
}

/**
 * Takes what a system says of its own side (`remoteState`, or the exact status under `consumers`) as a statutory status message.
 * What is so already is answered as it is, so that a message may be sent twice.
 */
export async function reportAssociation(
  ask: Ask,
  id: string,
  request: IncomingMessage,
): Promise<Record<string, unknown>> {
  const sent = await readJson(request, ['application/merge-patch+json', 'application/json'])
  const { status, supersedes } = reported(sent)
  const { data }: Found<{ application: Application }> = await ask(association, { id })
  if (data.application.status === status && supersedes === undefined) return associationOf(data.application)
  const input = { applicationId: id, status, ...(supersedes === undefined ? {} : { supersedes }) }
  const done: Found<{ reportApplicationStatus: Application }> = await ask(reportStatus, { input })
  return associationOf(done.data.reportApplicationStatus)
}

function reported(sent: unknown): { status: Status; supersedes?: string } {
  const { remoteState, consumers } = (sent ?? {}) as { remoteState?: unknown; consumers?: unknown }
  const own = (Array.isArray(consumers) ? consumers : []).find(
    (each) => (each as { consumerKey?: unknown } | null)?.consumerKey === CONSUMER,
  ) as { applicationStatus?: unknown; supersedes?: unknown } | undefined
  const exact = own?.applicationStatus
  const status =
    exact === undefined ? REPORTED[String(remoteState)] : Object.values(REPORTED).find((each) => each === exact)
  if (status === undefined) throw noState()
  return typeof own?.supersedes === 'string' ? { status, supersedes: own.supersedes } : { status }
}

const noState = (): HubError =>
  invalid(
    'remoteState',
    'Send "remoteState": pending, queued, associated, denied or canceled; or "consumers" with consumerKey "doorstroomhub" and "applicationStatus".',
    'Stuur "remoteState": pending, queued, associated, denied of canceled; of "consumers" met consumerKey "doorstroomhub" en "applicationStatus".',
  )
