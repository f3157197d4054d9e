import { HubError, internal, invalid, notFound, unauthenticated } from '@doorstroomhub/kit/errors.ts'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Mounted } from '../http.ts'
import { askingOf, purposes } from '../http/asking.ts'
import { wantsPage } from '../http/accept.ts'
import { BadBody } from '../http/body.ts'
import type { GraphqlDoor } from '../http/graphql.ts'
import { note } from '../http/noting.ts'
import { send, sendJson } from '../http/send.ts'
import { addressOf } from '../limits/address.ts'
import type { Proof } from '../session.ts'
import { askAs, proven, Refusal, statusOfCode, type Ask, type Asker } from './ask.ts'
import { sharedExport, wholeExport } from './content.ts'
import type { Credentials } from './credential.ts'
import { expectedRows, statusRows } from './csv.ts'
import type { DossierExport } from './envelope.ts'
import { associationsPage, oneAssociation, reportAssociation } from './ooapi.ts'
import { pdfOf } from './pdf.ts'
import { sheetOf } from './sheet.ts'

export type ExportDoor = Pick<
  GraphqlDoor,
  'operations' | 'session' | 'metrics' | 'clock' | 'budgets' | 'proxies' | 'log'
> & {
  /** The hub's own address. */
  url: string
  /** Signs what a student takes along; null when the hub has no key for it. */
  credentials: Credentials | null
}

interface Request extends Asker {
  ask: Ask
  url: URL
  raw: IncomingMessage
}

interface Sent {
  status?: number
  type: string
  body: string | Buffer
  /** The name under which a browser keeps it. */
  file?: string
}

const UUID = '[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}'
/** Drawing a page costs as much as many fields do. */
const PDF_COST = 2_000
const JSON_TYPE = 'application/json; charset=utf-8'

type Handle = (request: Request, ...parts: string[]) => Promise<Sent>

/** The ways out beside the graph: files, paper, a signed summary, and the form that OOAPI has for the status of applications. */
export function exportDoor(door: ExportDoor): Mounted {
  const making = ({ ask, asking, proof }: Request) => ({
    ask,
    viewer: proof.viewer,
    at: door.clock(),
    purpose: asking.purpose,
    from: door.url,
  })

  async function asFile(made: DossierExport, form: string, request: Request, name: string): Promise<Sent> {
    const file = `${name}-${made.made.at.slice(0, 10)}.${form}`
    if (form === 'json') return { type: JSON_TYPE, body: JSON.stringify(made, null, 2), file }
    const { proof, address } = request
    const spent = await door.budgets.spend({ viewer: proof.viewer, address }, PDF_COST)
    if (spent) throw spent
    return { type: 'application/pdf', body: await pdfOf(sheetOf(made), door.clock()), file }
  }

  async function table(rows: (ask: Ask) => Promise<string>, name: string, request: Request): Promise<Sent> {
    if (request.proof.viewer.role !== 'MUNICIPALITY') throw notFound()
    const file = `${name}-${door.clock().toISOString().slice(0, 10)}.csv`
    return { type: 'text/csv; charset=utf-8; header=present', body: await rows(request.ask), file }
  }

  const routes: readonly { methods: readonly string[]; path: RegExp; handle: Handle }[] = [
    {
      methods: ['GET'],
      path: new RegExp(`^/export/dossier/(${UUID})\\.(json|pdf)$`),
      handle: async (request, id, form) =>
        asFile(await wholeExport(id!, making(request)), form!, request, 'overstapdossier'),
    },
    {
      methods: ['GET'],
      path: new RegExp(`^/export/shared/(${UUID})\\.(json|pdf)$`),
      async handle(request, id, form) {
        if (request.asking.purpose === null) throw noPurpose()
        return asFile(await sharedExport(id!, making(request)), form!, request, 'gedeeld')
      },
    },
    {
      methods: ['GET'],
      path: /^\/export\/statuses\.csv$/,
      handle: (request) => table(statusRows, 'aanmeldingen', request),
    },
    {
      methods: ['GET'],
      path: /^\/export\/expected\.csv$/,
      handle: (request) => table(expectedRows, 'verwacht', request),
    },
    {
      methods: ['GET'],
      path: new RegExp(`^/export/credential/(${UUID})\\.jwt$`),
      async handle({ ask, proof, url }, id) {
        if (!door.credentials) throw notFound()
        const jwt = await door.credentials.sign(ask, proof.viewer, id!, url.searchParams, door.clock())
        return { type: 'application/vc+jwt', body: jwt, file: `bewijs-${door.clock().toISOString().slice(0, 10)}.jwt` }
      },
    },
    {
      methods: ['GET'],
      path: new RegExp(`^/ooapi/v5/persons/(${UUID})/associations$`),
      handle: async ({ ask, url }, id) => json(await associationsPage(ask, id!, url.searchParams)),
    },
    {
      methods: ['GET', 'PATCH', 'PUT'],
      path: new RegExp(`^/ooapi/v5/associations/(${UUID})$`),
      async handle({ ask, raw, proof }, id) {
        if (raw.method === 'GET') return json(await oneAssociation(ask, id!))
        // A system reports with its token; a page has the graph for it.
        if (proof.by !== 'bearer') throw unauthenticated(new Error('OOAPI takes a token.'))
        return json(await reportAssociation(ask, id!, raw))
      },
    },
  ]

  async function answer(raw: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now()
    const url = new URL(raw.url ?? '/', 'http://hub')
    const said = url.searchParams.get('purpose')
    const given = said === null ? raw.headers : { ...raw.headers, 'x-purpose': said }
    const nobody = askingOf(given, null)
    response.setHeader('x-request-id', nobody.requestId)
    response.appendHeader('vary', 'authorization, cookie')
    const address = addressOf(raw, door.proxies)
    try {
      const here = routes.filter(({ path }) => path.test(url.pathname))
      const route = here.find(({ methods }) => methods.includes(raw.method ?? ''))
      if (!route && here.length > 0) return refuse(405, notThisWay(), { allow: here[0]!.methods.join(', ') })
      if (said !== null && !purposes.has(said)) throw noPurpose()
      const proof = await prove(raw, address)
      if (proof.cookie !== undefined) response.setHeader('set-cookie', proof.cookie)
      if (!route) throw notFound()
      const asking = { ...askingOf(given, proof, nobody.requestId) }
      const asker = { asking, proof, address }
      const ask = askAs(door.operations, asker, (reply) => note(door, reply, asking, performance.now() - began))
      const parts = route.path
        .exec(url.pathname)!
        .slice(1)
        .map((part) => part.toLowerCase())
      const { status = 200, type, body, file } = await route.handle({ ...asker, ask, url, raw }, ...parts)
      send(response, status, type, body, {
        ...(file === undefined ? {} : { 'content-disposition': `attachment; filename="${file}"` }),
      })
    } catch (cause) {
      if (response.headersSent || response.destroyed) return void response.destroy()
      if (cause instanceof BadBody) return refuse(cause.status, cause.said)
      if (cause instanceof Refusal) return say(statusOfCode(cause.code), cause.error)
      const error = cause instanceof HubError ? cause : internal(cause)
      refuse(statusOfCode(error.code), error)
    }

    function refuse(status: number, error: HubError, headers: Record<string, string> = {}): void {
      const reply = door.operations.refusal(error, nobody)
      say(status, reply.answer.errors![0]!, headers)
    }

    function say(
      status: number,
      error: { message: string; extensions?: Record<string, unknown> },
      headers: Record<string, string> = {},
    ): void {
      const after = error.extensions?.['retryAfterSeconds']
      const more = {
        ...headers,
        ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
        ...(typeof after === 'number' ? { 'retry-after': String(after) } : {}),
      }
      if (url.pathname.startsWith('/ooapi/')) return problem(response, status, error.message, more)
      if (wantsPage(raw.headers.accept)) return send(response, status, 'text/plain; charset=utf-8', error.message, more)
      sendJson(response, status, { errors: [error] }, more)
    }
  }

  async function prove(request: IncomingMessage, address: string): Promise<Proof> {
    try {
      return proven(await door.session.proofOf(request.headers))
    } catch (cause) {
      // Who tries tokens is counted as who shows none.
      const spent = await door.budgets.spend({ viewer: null, address }, 1)
      throw spent ?? cause
    }
  }

  return {
    owns: (url = '') => url.startsWith('/export/') || url.startsWith('/ooapi/'),
    handler: (request, response) => void answer(request, response),
  }
}

const json = (body: unknown): Sent => ({ type: JSON_TYPE, body: JSON.stringify(body) })

/** OOAPI says what is wrong as RFC 9457 does. */
const problem = (response: ServerResponse, status: number, detail: string, headers: Record<string, string>): void =>
  send(response, status, 'application/problem+json; charset=utf-8', JSON.stringify({ status, title: detail }), headers)

const noPurpose = (): HubError =>
  invalid(
    'purpose',
    'Say what it is for: ?purpose=INTAKE_TALK, SUPPORT_ARRANGEMENT, STUDY_START or ENROLMENT_ADMIN.',
    'Zeg waarvoor het is: ?purpose=INTAKE_TALK, SUPPORT_ARRANGEMENT, STUDY_START of ENROLMENT_ADMIN.',
  )

const notThisWay = (): HubError =>
  invalid('method', 'Ask in the way that the allow header says.', 'Vraag het zoals de allow-header zegt.')
