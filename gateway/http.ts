import { createServer, type IncomingMessage, type Server, type ServerOptions, type ServerResponse } from 'node:http'
import { Server as NetServer, type AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { lookAt, type Checks } from './checks.ts'
import type { Engine } from './engine.ts'
import { wantsPage } from './http/accept.ts'
import { graphiqlFile, graphiqlPage, graphiqlPolicy } from './http/graphiql.ts'
import { graphqlHandler, type GraphqlDoor } from './http/graphql.ts'
import { landingPage } from './http/landing.ts'
import { openPages, type Pages } from './http/pages.ts'
import { protectionOf, type Protection } from './http/protection.ts'
import { send, sendJson } from './http/send.ts'
import { singleConnections, type SingleConnections } from './http/single.ts'
import { openSockets } from './http/websocket.ts'
import { limits } from './limits.ts'
import type { Log } from '@doorstroomhub/kit/log.ts'

/** A part of the hub with an address of its own, such as the demo's sign-in. */
export interface Mounted {
  owns(url: string | undefined): boolean
  handler(request: IncomingMessage, response: ServerResponse): void
}

/** A part of the hub that takes over connections, such as the live document. */
export interface MountedSocket {
  owns(url: string | undefined): boolean
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Says goodbye to all of them; what is left then is cut off. */
  close?(): Promise<void>
}

/** What the server serves once the hub is ready. */
export interface Front extends GraphqlDoor {
  engine: Engine
  demo: boolean
  /** What stands on every answer; when not given, as on this machine. */
  protection?: Protection
  /** The hub's own pages; when not given, as they were built. Null: the landing page alone. */
  pages?: Pages | null
  checks: Checks
  mounted: readonly Mounted[]
  sockets: readonly MountedSocket[]
}

export interface HttpServer {
  port: number
  /** Opens the doors; before it only `/health` answers. */
  serve(front: Front): Promise<void>
  /** Takes nothing new, answers what was asked, ends streams and sockets, and closes. */
  close(): Promise<void>
}

/** How long a question may be on its way on a connection that was made before. */
const ON_ITS_WAY_MS = 1_000
/** How long a question that was asked may still take when the hub closes. */
const PATIENCE_MS = 10_000

type Timeouts = Pick<ServerOptions, 'requestTimeout' | 'headersTimeout' | 'connectionsCheckingInterval'>

/** A request whose parts drip in is cut off; Node looks each so many milliseconds. */
const TIMEOUTS: Timeouts = { requestTimeout: 30_000, headersTimeout: 10_000, connectionsCheckingInterval: 2_000 }

/** What Node says of a request that it could not even read. */
const STATUS_OF_FAULT: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** Starts to listen. The port is known from here on, also when 0 was asked. */
export async function openHttp(options: {
  port: number
  host: string
  log: Log
  /** Several processes at one port (Linux). */
  reusePort?: boolean
  /** How long connections are still taken after `close` was called, so that who looks at `/health/ready` sends no more. */
  drainMs?: number
  patienceMs?: number
  /** Shorter in tests. */
  timeouts?: Timeouts
}): Promise<HttpServer> {
  const { log } = options
  let open: Open | undefined
  let closing = false
  let draining = false
  const inFlight = new Set<ServerResponse>()
  const upgraded = new Set<Duplex>()

  const server: Server = createServer({
    ...(options.timeouts ?? TIMEOUTS),
    keepAliveTimeout: 10_000,
    maxHeaderSize: limits.headerBytes,
  })
  server.maxHeadersCount = limits.headers
  server.maxConnections = limits.connections
  // Browsers open connections beforehand; Node counts one that never asked anything as busy, and would wait for it at the end.
  const silent = new Set<Duplex>()
  server.on('connection', (socket: Duplex) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  server.on('request', (request, response) => {
    silent.delete(request.socket)
    inFlight.add(response)
    response.shouldKeepAlive &&= !draining
    response.once('close', () => {
      inFlight.delete(response)
      if (closing) server.closeIdleConnections()
    })
    route(request, response).catch((cause: unknown) => {
      log.error({ cause }, 'a request broke')
      if (response.headersSent) response.destroy()
      else
        sendJson(response, 500, {
          errors: [{ message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL' } }],
        })
    })
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    silent.delete(socket)
    socket.on('error', () => socket.destroy())
    if (!open || closing) return refuseUpgrade(socket, '503 Service Unavailable')
    upgraded.add(socket)
    socket.once('close', () => upgraded.delete(socket))
    const mounted = open.front.sockets.find((each) => each.owns(request.url))
    if (mounted) {
      const { documents } = open.front.metrics
      documents.inc()
      socket.once('close', () => documents.dec())
      return mounted.upgrade(request, socket, head)
    }
    if (pathOf(request) === '/graphql') return open.sockets.upgrade(request, socket, head)
    refuseUpgrade(socket, '404 Not Found')
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
    refuseUpgrade(socket, STATUS_OF_FAULT[error.code ?? ''] ?? '400 Bad Request'),
  )

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request)
    open?.protection.protect(response)
    if (path === '/health/live') return sendJson(response, 200, { status: 'ok' })
    if (path === '/health/ready') return health(response)
    // For a load balancer: a subgraph that is away costs its own fields, not the front door.
    if (path === '/health/serving')
      return sendJson(response, open && !draining ? 200 : 503, { status: open && !draining ? 'ok' : 'unavailable' })
    if (!open) return sendJson(response, 503, { status: 'starting' }, { 'retry-after': '1' })
    const mounted = open.front.mounted.find((each) => each.owns(request.url))
    if (mounted) return mounted.handler(request, response)
    if (path === '/graphql/stream') {
      if (open.protection.share(request, response)) return
      return open.single.handle(request, response)
    }
    if (path === '/graphql') {
      if (open.protection.share(request, response)) return
      const { demo } = open.front
      const asksNothing = request.method === 'GET' && !/[?&](query|documentId)=/.test(request.url ?? '')
      if (demo && asksNothing && wantsPage(request.headers.accept)) return page(response, graphiqlPage, graphiqlPolicy)
      return open.graphql(request, response)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(response, 404, 'text/plain; charset=utf-8', 'Not found.')
    if (path === '/metrics') {
      const { type, body } = await open.front.metrics.text()
      return send(response, 200, type, body)
    }
    if (await open.pages?.(request, response, path)) return
    if (path === '/') return page(response, open.landing.html, open.landing.policy)
    const file = open.front.demo ? await graphiqlFile(path) : undefined
    if (file) return send(response, 200, file.type, file.body)
    send(response, 404, 'text/plain; charset=utf-8', 'Not found.')
  }

  async function health(response: ServerResponse): Promise<void> {
    if (!open || draining) return sendJson(response, 503, { status: draining ? 'closing' : 'starting' })
    const parts = await lookAt(open.front.checks, (check, cause) => log.warn({ check, cause }, 'not ready'))
    const ready = parts.every((part) => part.ready)
    const checks = Object.fromEntries(parts.map((part) => [part.name, part.ready ? 'ok' : 'unavailable']))
    sendJson(response, ready ? 200 : 503, { status: ready ? 'ok' : 'unavailable', checks })
  }

  const listen = (): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen({ port: options.port, host: options.host, reusePort: options.reusePort ?? false }, resolve)
    })
  // Of several at one port each gets its share of the questions from the moment that it listens: so not before it can answer.
  const isLate = options.reusePort === true && options.port !== 0
  if (!isLate) await listen()

  return {
    port: isLate ? options.port : (server.address() as AddressInfo).port,
    async serve(front) {
      const { protection = protectionOf({ url: 'http://localhost' }) } = front
      const landing = landingPage(front.demo, protection.forms)
      open = {
        front,
        protection,
        landing,
        pages: front.pages === undefined ? openPages() : front.pages,
        graphql: graphqlHandler(front),
        single: singleConnections(front),
        sockets: openSockets(front, front.engine.schema),
      }
      if (isLate) await listen()
    },
    async close() {
      draining = true
      await pause(options.drainMs ?? 0)
      closing = true
      const gentle = (options.drainMs ?? 0) > 0 || options.reusePort === true
      // On a connection that was only just made a question may be on its way: it is not closed under it.
      const stopped = new Promise<void>((resolve) => {
        if (gentle) NetServer.prototype.close.call(server, () => resolve())
        else server.close(() => resolve())
      })
      if (gentle) await pause(ON_ITS_WAY_MS)
      const closed = gentle ? (server.close(), stopped) : stopped
      for (const response of inFlight) response.shouldKeepAlive = false
      server.closeIdleConnections()
      for (const socket of silent) socket.destroy()
      const cutOff = (): void => {
        server.closeAllConnections()
        for (const socket of upgraded) socket.destroy()
      }
      const tooLong = setTimeout(cutOff, options.patienceMs ?? PATIENCE_MS)
      if (open) {
        const { engine, sockets } = open.front
        // Sockets and streams first, and cut off: then a client comes back by itself, and does not believe that all was said.
        const goodbyes = [open.sockets.close()]
        for (const response of inFlight)
          if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.destroy()
        open.single.close()
        await engine.close()
        await Promise.all([...goodbyes, ...sockets.map((each) => each.close?.())])
        // What was said as goodbye still goes out first.
        for (const socket of upgraded) socket.end()
      }
      await closed
      clearTimeout(tooLong)
    },
  }
}

interface Open {
  front: Front
  protection: Protection
  /** Null when they were not built; then the landing page stands at `/`. */
  pages: Pages | null
  landing: { html: string; policy: string }
  graphql: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  single: SingleConnections
  sockets: ReturnType<typeof openSockets>
}

const page = (response: ServerResponse, html: string, policy: string): void =>
  send(response, 200, 'text/html; charset=utf-8', html, { 'content-security-policy': policy })

const pathOf = ({ url = '/' }: IncomingMessage): string => {
  const end = url.search(/[?#]/)
  return end === -1 ? url : url.slice(0, end)
}

function refuseUpgrade(socket: Duplex, status: string): void {
  if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
  else socket.destroy()
}
