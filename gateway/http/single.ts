import {
  conflict,
  HubError,
  internal,
  invalid,
  notFound,
  rateLimited,
  unauthenticated,
} from '@doorstroomhub/kit/errors.ts'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { addressOf } from '../limits/address.ts'
import type { Proof } from '../session.ts'
import { askingOf, requestIdOf } from './asking.ts'
import { BadBody, readJson } from './body.ts'
import { endingAt } from './ending.ts'
import { EVENTS, writeEvent } from './events.ts'
import { retryAfter, statusOf, type GraphqlDoor } from './graphql.ts'
import { note } from './noting.ts'
import { send } from './send.ts'

/** The second mode of the graphql-sse protocol: one stream of events for many operations. */
export interface SingleConnections {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** How many streams are reserved or open. */
  readonly size: number
  close(): void
}

const TOKEN = 'x-graphql-event-stream-token'
const METHODS = 'DELETE, GET, POST, PUT'
/** A place that was reserved is kept this long for its stream. */
const RESERVED_MS = 30_000
/** Operations that one stream may have open. */
const MOST_OPEN = 100
const OPERATION_ID = /^[\x21-\x7e]{1,100}$/
const BEAT_MS = 15_000

interface Place {
  /** Whose it is: the viewer as proven, whole. Another viewer is told that there is no such stream. */
  owner: string
  response: ServerResponse | null
  opened: Promise<ServerResponse>
  open(response: ServerResponse): void
  operations: Map<string, AbortController>
  end(): void
}

const ownerOf = ({ viewer }: Proof): string => JSON.stringify(viewer)

/**
 * Opens it. The library's own handler keeps what nobody reads without a bound and reserves for ever, so the protocol's few
 * rules are here; an operation goes the same way as every other, under the proof of its own request. A stream lives in this
 * process alone: before several, the proxy must keep a client at one.
 */
export function singleConnections(door: GraphqlDoor): SingleConnections {
  const places = new Map<string, Place>()

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asking = askingOf(request.headers, null, requestIdOf(request.headers))
    response.setHeader('x-request-id', asking.requestId)
    response.appendHeader('vary', 'accept, authorization, cookie')
    try {
      const method = request.method ?? ''
      if (!METHODS.split(', ').includes(method)) return refuse(405, notThisWay(), { allow: METHODS })
      const address = addressOf(request, door.proxies)
      let proof: Proof | null
      try {
        proof = await door.session.proofOf(request.headers)
      } catch (error) {
        const spent = await door.budgets.spend({ viewer: null, address }, 1)
        if (spent) return refuse(429, spent)
        throw error
      }
      if (!proof) return refuse(401, unauthenticated())
      if (proof.cookie !== undefined) response.setHeader('set-cookie', proof.cookie)
      if (method === 'PUT') return reserve(proof, address)
      const token = tokenOf(request)
      const place = token === null ? undefined : places.get(token)
      if (!place || place.owner !== ownerOf(proof)) return refuse(404, notFound())
      if (method === 'GET') return openStream(place, proof)
      if (method === 'DELETE') return complete(place)
      await operate(place, proof, address)
    } catch (error) {
      if (response.headersSent || response.destroyed) return void response.destroy()
      if (error instanceof BadBody) return refuse(error.status, error.said)
      const isStranger = error instanceof HubError && error.code === 'UNAUTHENTICATED'
      refuse(isStranger ? 401 : 500, error instanceof HubError ? error : internal(error))
    }

    function refuse(status: number, error: unknown, headers: Record<string, string> = {}): void {
      const reply = door.operations.refusal(error, asking)
      const more = status === 401 ? { 'www-authenticate': 'Bearer' } : retryAfter(reply)
      send(response, status, 'application/json; charset=utf-8', JSON.stringify(reply.answer), { ...headers, ...more })
    }

    function reserve(proof: Proof, address: string): void {
      const leave = door.budgets.openSocket({ viewer: proof.viewer, address })
      if (!leave) return refuse(429, rateLimited())
      const token = randomUUID()
      const forgotten = setTimeout(() => place.end(), RESERVED_MS).unref()
      let opening: (open: ServerResponse) => void = () => undefined
      const place: Place = {
        owner: ownerOf(proof),
        response: null,
        opened: new Promise((resolve) => (opening = resolve)),
        open(stream) {
          clearTimeout(forgotten)
          place.response = stream
          opening(stream)
        },
        operations: new Map(),
        end() {
          clearTimeout(forgotten)
          if (!places.delete(token)) return
          leave()
          for (const operation of place.operations.values()) operation.abort()
          place.response?.end()
        },
      }
      places.set(token, place)
      send(response, 201, 'text/plain; charset=utf-8', token)
    }

    function openStream(place: Place, proof: Proof): void {
      if (!/\btext\/event-stream\b/.test(request.headers.accept ?? '')) return refuse(406, onlyAsStream())
      if (place.response) return refuse(409, conflict())
      response.writeHead(200, EVENTS)
      response.write(':\n\n')
      const beat = setInterval(() => response.write(':\n\n'), BEAT_MS).unref()
      const until = Math.min(Math.max(0, proof.expiresAt.getTime() - door.clock().getTime()), 2 ** 31 - 1)
      const over = setTimeout(() => place.end(), until).unref()
      const end = () => place.end()
      proof.ended?.addEventListener('abort', end)
      response.once('close', () => {
        clearInterval(beat)
        clearTimeout(over)
        proof.ended?.removeEventListener('abort', end)
        place.end()
      })
      place.open(response)
    }

    function complete(place: Place): void {
      const id = new URL(request.url ?? '', 'http://hub').searchParams.get('operationId')
      if (id === null || id === '') return refuse(400, noOperationId())
      place.operations.get(id)?.abort()
      place.operations.delete(id)
      send(response, 200, 'text/plain; charset=utf-8', '')
    }

    async function operate(place: Place, proof: Proof, address: string): Promise<void> {
      const began = performance.now()
      const question = await readJson(request)
      const id = (question as { extensions?: { operationId?: unknown } } | null)?.extensions?.operationId
      if (typeof id !== 'string' || !OPERATION_ID.test(id)) return refuse(400, noOperationId())
      if (place.operations.has(id)) return refuse(409, conflict())
      if (place.operations.size >= MOST_OPEN) return refuse(429, rateLimited())
      const operation = new AbortController()
      place.operations.set(id, operation)
      const own = askingOf(request.headers, proof, asking.requestId)
      const reply = await door.operations.ask(question, {
        asking: own,
        by: proof.by,
        address,
        signal: operation.signal,
      })
      note(door, reply, own, performance.now() - began)
      if (reply.stage === 'malformed' || reply.stage === 'refused') {
        place.operations.delete(id)
        const status = statusOf(reply, 'application/graphql-response+json')
        return send(
          response,
          status,
          'application/json; charset=utf-8',
          JSON.stringify(reply.answer),
          retryAfter(reply),
        )
      }
      const answers =
        reply.stage === 'answered'
          ? once(reply.answer)
          : endingAt(reply.stream, {
              at: proof.expiresAt,
              ended: proof.ended,
              clock: door.clock,
              lastWord: () =>
                door.operations.refusal(unauthenticated(new Error('The proof came to its end.')), own).answer,
            })
      if (operation.signal.aborted) {
        void answers.return?.()
        return send(response, 204, 'text/plain; charset=utf-8', '')
      }
      send(response, 202, 'text/plain; charset=utf-8', '')
      void pump(place, id, operation, answers).catch(() => place.end())
    }
  }

  /** Sends the answers of one operation into its stream; they wait where they come from until the stream is open and read. */
  async function pump(
    place: Place,
    id: string,
    operation: AbortController,
    answers: AsyncIterableIterator<unknown>,
  ): Promise<void> {
    const aborted = new Promise<null>((resolve) => {
      operation.signal.addEventListener('abort', () => {
        resolve(null)
        void answers.return?.()
      })
    })
    door.metrics.streams.inc({ transport: 'sse' })
    try {
      const stream = await Promise.race([place.opened, aborted])
      if (!stream) return
      for (;;) {
        const { value: payload, done } = await answers.next()
        if (done === true || operation.signal.aborted) break
        if (!(await writeEvent(stream, 'next', { id, payload }))) return
      }
      if (!operation.signal.aborted) await writeEvent(stream, 'complete', { id })
    } finally {
      if (place.operations.get(id) === operation) place.operations.delete(id)
      void answers.return?.()
      door.metrics.streams.dec({ transport: 'sse' })
    }
  }

  return {
    handle,
    get size() {
      return places.size
    },
    close() {
      for (const place of [...places.values()]) place.end()
    },
  }
}

function tokenOf(request: IncomingMessage): string | null {
  const header = request.headers[TOKEN]
  return typeof header === 'string' ? header : new URL(request.url ?? '', 'http://hub').searchParams.get('token')
}

async function* once<Value>(value: Value): AsyncGenerator<Value> {
  yield value
}

const notThisWay = (): HubError =>
  invalid(
    'method',
    'PUT reserves a stream, GET opens it, POST asks on it, DELETE ends an operation.',
    'PUT reserveert een stroom, GET opent hem, POST vraagt erop, DELETE beëindigt een vraag.',
  )
const onlyAsStream = (): HubError => invalid('accept', 'Take text/event-stream.', 'Neem text/event-stream aan.')
const noOperationId = (): HubError =>
  invalid(
    'operationId',
    'Give the operation an id of your own: extensions.operationId, 1 to 100 letters, digits and signs.',
    'Geef de vraag een eigen id: extensions.operationId, 1 tot 100 letters, cijfers en tekens.',
  )
