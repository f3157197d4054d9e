import { HubError, invalid, unauthenticated } from '@doorstroomhub/kit/errors.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import type { OperationTypeNode } from 'graphql'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { addressOf } from '../limits/address.ts'
import type { Budgets } from '../limits/budgets.ts'
import type { Log } from '@doorstroomhub/kit/log.ts'
import type { Operations, Reply } from '../operations.ts'
import type { Question } from '../operations/question.ts'
import type { Proof, Session } from '../session.ts'
import { formOf, type Form } from './accept.ts'
import { askingOf, requestIdOf } from './asking.ts'
import { BadBody, readJson } from './body.ts'
import { endingAt } from './ending.ts'
import { streamEvents } from './events.ts'
import type { Metrics } from './metrics.ts'
import { codeOf, note } from './noting.ts'
import { send } from './send.ts'

/** What the way in over HTTP needs. */
export interface GraphqlDoor {
  operations: Operations
  session: Pick<Session, 'proofOf'>
  metrics: Metrics
  clock: () => Date
  budgets: Budgets
  /** Proxies of our own that stand before the hub. */
  proxies: number
  log: Log
}

const METHODS = 'GET, POST'

/** GraphQL over HTTP: POST with JSON, GET for queries, and both for streams of server-sent events (graphql-sse, one connection per operation). */
export function graphqlHandler(
  door: GraphqlDoor,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const began = performance.now()
    const requestId = requestIdOf(request.headers)
    const nobody = askingOf(request.headers, null, requestId)
    const address = addressOf(request, door.proxies)
    response.setHeader('x-request-id', requestId)
    response.appendHeader('vary', 'accept, authorization, cookie')
    const form = formOf(request.headers.accept)
    try {
      const method = request.method ?? ''
      if (method !== 'POST' && method !== 'GET') return refuse(405, notThisWay(), { allow: METHODS })
      if (form === undefined) return refuse(406, noSuchForm())
      // Both at once: the proof is checked while the body comes in.
      const proving = prove(request)
      const question = method === 'POST' ? await readJson(request) : readQuery(request.url ?? '')
      const proof = await proving
      if (proof instanceof HubError) {
        // Who tries tokens is counted as who shows none.
        const spent = await door.budgets.spend({ viewer: null, address }, 1)
        if (spent) return refuse(429, spent)
        return refuse(proof.code === 'UNAUTHENTICATED' ? 401 : 500, proof)
      }
      if (proof?.cookie !== undefined) response.setHeader('set-cookie', proof.cookie)
      const asking = askingOf(request.headers, proof, requestId)
      await answer(question, asking, proof, form, method)
    } catch (error) {
      if (response.headersSent || response.destroyed) return void response.destroy()
      if (error instanceof BadBody && error.status === 413) door.budgets.onMet('body')
      if (error instanceof BadBody)
        return refuse(error.status, error.said, error.status === 413 ? { connection: 'close' } : {})
      refuse(500, error)
    }

    async function answer(
      question: unknown,
      asking: Asking,
      proof: Proof | null,
      into: Form,
      method: string,
    ): Promise<void> {
      const gone = new AbortController()
      let wrongWay: number | undefined
      const reply = await door.operations.ask(question, {
        asking,
        by: proof?.by ?? null,
        address,
        signal: into === 'text/event-stream' ? gone.signal : undefined,
        refuse(kind: OperationTypeNode) {
          if (kind === 'mutation' && method === 'GET') wrongWay = 405
          else if (kind === 'subscription' && into !== 'text/event-stream') wrongWay = 406
          if (wrongWay === undefined) return undefined
          return wrongWay === 405 ? notThisWay() : onlyAsStream()
        },
      })
      if (reply.stage === 'stream') {
        const stream = endingAt(reply.stream, {
          at: proof?.expiresAt ?? null,
          ended: proof?.ended,
          clock: door.clock,
          lastWord() {
            // The browser may hold a newer cookie by now, and comes back with it by itself when it is cut off.
            if (proof?.by === 'cookie' && !proof.ended?.aborted) throw new Error('The session came to its end.')
            return goodbye(asking)
          },
        })
        response.once('close', () => gone.abort())
        door.metrics.streams.inc({ transport: 'sse' })
        noted(reply, asking)
        await streamEvents(response, stream).finally(() => door.metrics.streams.dec({ transport: 'sse' }))
        return
      }
      const status = wrongWay ?? statusOf(reply, into)
      if (into === 'text/event-stream' && status === 200) {
        await streamEvents(response, once(reply.answer))
        return noted(reply, asking)
      }
      const headers: Record<string, string> =
        status === 405 ? { allow: 'POST' } : status === 401 ? { 'www-authenticate': 'Bearer' } : retryAfter(reply)
      write(status, reply, headers, asking)
    }

    function refuse(status: number, error: unknown, headers: Record<string, string> = {}): void {
      const reply = door.operations.refusal(error, nobody)
      const more = status === 401 ? { 'www-authenticate': 'Bearer' } : retryAfter(reply)
      write(status, reply, { ...headers, ...more }, nobody)
    }

    function write(status: number, reply: Reply, headers: Record<string, string>, asking: Asking): void {
      const answered = 'answer' in reply ? reply.answer : {}
      const type = form === undefined || form === 'text/event-stream' ? 'application/json' : form
      send(response, status, `${type}; charset=utf-8`, JSON.stringify(answered), headers)
      noted(reply, asking)
    }

    function noted(reply: Reply, asking: Asking): void {
      note(door, reply, asking, performance.now() - began)
    }
  }

  /** Never throws, so that it may be left alone while the body is read. */
  async function prove(request: IncomingMessage): Promise<Proof | null | HubError> {
    try {
      return await door.session.proofOf(request.headers)
    } catch (error) {
      return error instanceof HubError ? error : unauthenticated(error)
    }
  }

  function goodbye(asking: Asking) {
    return door.operations.refusal(unauthenticated(new Error('The proof of who is asking came to its end.')), asking)
      .answer
  }
}

async function* once<Value>(value: Value): AsyncGenerator<Value> {
  yield value
}

const notThisWay = (): HubError =>
  invalid('method', 'Ask with POST; GET is for queries only.', 'Vraag met POST; GET is alleen om iets te lezen.')

const noSuchForm = (): HubError =>
  invalid(
    'accept',
    'Take application/graphql-response+json, application/json or text/event-stream.',
    'Neem application/graphql-response+json, application/json of text/event-stream aan.',
  )

const onlyAsStream = (): HubError =>
  invalid(
    'accept',
    'A subscription is answered as text/event-stream, or over a websocket.',
    'Een abonnement wordt beantwoord als text/event-stream, of over een websocket.',
  )

function readQuery(url: string): Question {
  const { searchParams } = new URL(url, 'http://hub')
  const parsed = (name: string): unknown => {
    const text = searchParams.get(name)
    if (text === null || text === '') return undefined
    try {
      return JSON.parse(text)
    } catch {
      throw new BadBody(400, invalid(name, `"${name}" must be a JSON object.`, `"${name}" moet een JSON-object zijn.`))
    }
  }
  return {
    query: searchParams.get('query') ?? undefined,
    documentId: searchParams.get('documentId') ?? undefined,
    operationName: searchParams.get('operationName') ?? undefined,
    variables: parsed('variables'),
    extensions: parsed('extensions'),
  }
}

/** When to come back, where the answer says so. */
export function retryAfter(reply: Reply): Record<string, string> {
  const seconds = 'answer' in reply && reply.answer.errors?.[0]?.extensions?.['retryAfterSeconds']
  return typeof seconds === 'number' ? { 'retry-after': String(seconds) } : {}
}

/** As GraphQL over HTTP asks: a question that was refused is 400, except in the older application/json, where it is 200. */
export function statusOf(reply: Reply, form: Form): number {
  if (reply.stage === 'answered' || reply.stage === 'stream') return 200
  const code = codeOf(reply)
  if (code === 'UNAUTHENTICATED') return 401
  if (code === 'RATE_LIMITED') return 429
  if (code === 'INTERNAL') return 500
  if (reply.stage === 'malformed') return 400
  return form === 'application/graphql-response+json' ? 400 : 200
}
