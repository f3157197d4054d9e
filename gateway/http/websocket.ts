import { rateLimited, unauthenticated, type HubError } from '@doorstroomhub/kit/errors.ts'
import {
  GraphQLError,
  parse,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql'
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { CutOff } from '../engine/following.ts'
import { limits } from '../limits.ts'
import { addressOf } from '../limits/address.ts'
import type { Reply } from '../operations.ts'
import type { Proof } from '../session.ts'
import { askingOf, newRequestId } from './asking.ts'
import { endingAt } from './ending.ts'
import type { GraphqlDoor } from './graphql.ts'
import { note } from './noting.ts'

/** Operations that one connection may have open. */
const MOST_OPEN = 100
/** A reader that lets this much wait has stopped reading: it is sent away with "try again later". */
const MOST_WAITING = 1024 * 1024
const TRY_AGAIN_LATER = 1013
const GOING_AWAY = 1001
/** A stock client connects again after this one. */
const COME_BACK = 1012
/** One has more connections open than one may. */
const TOO_MANY = 4429
/** A ping now and then; who does not answer before the next one is gone. */
const PING_MS = 20_000

/** graphql-transport-ws on a socket that the server has been asked to upgrade. */
export interface GraphqlSockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): Promise<void>
}

interface Extra extends Record<PropertyKey, unknown> {
  socket: WebSocket
  request: IncomingMessage
  address: string
  proof?: Proof | null
  /** Gives back the place that this connection has among its owner's. */
  leave: () => void
}

/** graphql-ws looks at a document to see what kind of operation it has; ours was read before. */
const OF_KIND = {
  query: parse('query { __typename }'),
  mutation: parse('mutation { __typename }'),
  subscription: parse('subscription { __typename }'),
}

/** Opens the way in over websockets. Who asks is told once, in the first message; what for, and in which language, too. */
export function openSockets(door: GraphqlDoor, schema: GraphQLSchema): GraphqlSockets {
  const { operations, session, metrics, clock, budgets } = door
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.bodyBytes,
    perMessageDeflate: false,
    handleProtocols,
  })
  const formatted = new WeakMap<GraphQLError, GraphQLFormattedError>()

  const server = makeServer<Record<string, unknown>, Extra>({
    schema,
    async onConnect({ connectionParams, extra }) {
      const { headers } = extra.request
      const shown = connectionParams?.['authorization']
      try {
        const proof = await session.proofOf(typeof shown === 'string' ? { ...headers, authorization: shown } : headers)
        extra.proof = proof
        whenEnded(extra.socket, proof)
        if (extra.proof) {
          const place = budgets.openSocket({ viewer: extra.proof.viewer, address: extra.address })
          extra.leave()
          extra.leave = place ?? (() => undefined)
          if (!place) extra.socket.close(TOO_MANY, 'Too many connections')
          return place !== undefined
        }
        return true
      } catch (error) {
        const believed = (error as HubError).code !== 'UNAUTHENTICATED'
        extra.socket.close(
          believed ? TRY_AGAIN_LATER : CloseCode.Unauthorized,
          believed ? 'Try again later' : 'Unauthorized',
        )
        return false
      }
    },
    async onSubscribe({ connectionParams, extra, subscriptions }, _id, payload) {
      const began = performance.now()
      const proof = extra.proof ?? null
      const given = { ...extra.request.headers, ...connectionParams }
      const asking = askingOf(given, proof, newRequestId())
      const over = proof !== null && (clock() >= proof.expiresAt || proof.ended?.aborted === true)
      if (over && proof.by === 'cookie') comeBack(extra.socket)
      const busy = Object.keys(subscriptions).length > MOST_OPEN
      const reply: Reply =
        over || busy
          ? operations.refusal(over ? unauthenticated() : rateLimited(), asking)
          : await operations.ask(payload, { asking, by: proof?.by ?? null, address: extra.address })
      note(door, reply, asking, performance.now() - began)
      if (reply.stage === 'malformed' || reply.stage === 'refused') return asGraphQLErrors(reply.answer)
      const contextValue =
        reply.stage === 'answered'
          ? reply.answer
          : counted(
              endingAt(reply.stream, {
                at: proof?.expiresAt ?? null,
                ended: proof?.ended,
                clock,
                lastWord() {
                  if (proof?.by === 'cookie') comeBack(extra.socket)
                  return operations.refusal(unauthenticated(new Error('The proof came to its end.')), asking).answer
                },
              }),
              extra.socket,
            )
      return { schema, document: OF_KIND[reply.kind], contextValue }
    },
    execute: ({ contextValue }) => contextValue as never,
    subscribe: ({ contextValue }) => contextValue as never,
    onNext: (_context, _id, _payload, _args, result) => result as never,
    onError: (_context, _id, _payload, errors) =>
      errors.map((error) => formatted.get(error as GraphQLError) ?? error.toJSON()) as never,
  })

  /** Who signs out is out everywhere at once. */
  function whenEnded(socket: WebSocket, proof: Proof | null): void {
    const leave = () => socket.close(CloseCode.Unauthorized, 'Unauthorized')
    if (proof?.ended?.aborted) return leave()
    proof?.ended?.addEventListener('abort', leave, { once: true })
    socket.once('close', () => proof?.ended?.removeEventListener('abort', leave))
  }

  /** The session of the cookie that opened it is over; the browser may hold a newer one, and asks again with it. */
  function comeBack(socket: WebSocket): void {
    socket.close(COME_BACK, 'Come back')
  }

  function asGraphQLErrors({ errors = [] }: FormattedExecutionResult): GraphQLError[] {
    return errors.map((error) => {
      const made = new GraphQLError(error.message, { extensions: error.extensions ?? null })
      formatted.set(made, error)
      return made
    })
  }

  function counted<Answer>(stream: AsyncIterableIterator<Answer>, socket: WebSocket): AsyncIterableIterator<Answer> {
    metrics.streams.inc({ transport: 'websocket' })
    let open = true
    const ended = (): void => {
      if (open) metrics.streams.dec({ transport: 'websocket' })
      open = false
    }
    return {
      [Symbol.asyncIterator]() {
        return this
      },
      async next() {
        try {
          const result = await stream.next()
          if (result.done) ended()
          return result
        } catch (cause) {
          ended()
          if (!(cause instanceof CutOff)) throw cause
          comeBack(socket)
          return { value: undefined, done: true }
        }
      },
      async return() {
        ended()
        await stream.return?.()
        return { value: undefined, done: true }
      },
    }
  }

  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const address = addressOf(request, door.proxies)
    const place = budgets.openSocket({ viewer: null, address })
    if (!place) return socket.close(TOO_MANY, 'Too many connections')
    const extra: Extra = { socket, request, address, leave: place }
    metrics.sockets.inc()
    let alive = true
    const ping = setInterval(() => {
      if (!alive) return socket.terminate()
      alive = false
      socket.ping()
    }, PING_MS)
    ping.unref()
    socket.on('pong', () => (alive = true))
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (data) =>
          new Promise((resolve) => {
            if (socket.readyState !== socket.OPEN) return resolve()
            if (socket.bufferedAmount > MOST_WAITING) {
              socket.close(TRY_AGAIN_LATER, 'Too slow')
              return resolve()
            }
            socket.send(data, () => resolve())
          }),
        close: (code, reason) => socket.close(code, reason),
        // Nothing that comes in ends more than its own connection; and nothing of it is repeated.
        onMessage: (listener) =>
          socket.on('message', (data) => {
            listener(String(data)).catch(() => socket.close(CloseCode.BadRequest, 'Bad request'))
          }),
      },
      extra,
    )
    socket.on('error', () => socket.terminate())
    socket.once('close', (code, reason) => {
      clearInterval(ping)
      extra.leave()
      metrics.sockets.dec()
      void closed(code, String(reason))
    })
  })

  return {
    upgrade(request, socket, head) {
      sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request))
    },
    async close() {
      for (const client of sockets.clients) client.close(GOING_AWAY, 'Going away')
      await new Promise<void>((resolve) => sockets.close(() => resolve()))
    },
  }
}
