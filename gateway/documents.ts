import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import { audienceKey, signAsking } from '@doorstroomhub/kit/viewer.ts'
import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { Duplex } from 'node:stream'
import { askingOf, type Given } from './http/asking.ts'
import type { MountedSocket } from './http.ts'
import type { Session } from './session.ts'

/** Takes a connection at `/documents/...` on behalf of who the door proved; `until` is when that proof ends, `ended` aborts when it is ended before. */
export type DocumentRoom = (
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  asking: Asking | null,
  until: Date | null,
  ended: AbortSignal | null,
) => void

const PREFIX = '/documents/'

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/**
 * The live document's door: proves who it is by the bearer token or the cookie of the hub's own page, or lets the room look
 * at a ticket, and hands the connection on. A page of another site that comes with our cookie is sent away whole, ticket
 * or not.
 */
export function documentDoor(
  session: Pick<Session, 'proofOf' | 'isForeign' | 'whenEnded'>,
  room: DocumentRoom,
): MountedSocket {
  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (session.isForeign?.(request.headers)) return refuse(socket, '403 Forbidden')
    const ended = endOfTicket(request, socket)
    const proof = await session.proofOf(request.headers)
    if (ended?.aborted) return refuse(socket, '401 Unauthorized')
    const asking = proof ? askingOf(request.headers as Given, proof) : null
    const ends = [proof?.ended, ended].filter((each) => each !== undefined)
    const end = ends.length > 1 ? AbortSignal.any(ends) : (ends[0] ?? null)
    room(request, socket, head, asking, proof?.expiresAt ?? null, end)
  }

  /** A ticket names the browser's session that it was asked in; what it opens ends with that session, whatever gateway it comes to. */
  function endOfTicket(request: IncomingMessage, socket: Duplex): AbortSignal | undefined {
    const ticket = new URL(request.url ?? '/', 'http://documents').searchParams.get('ticket')
    const [, name] = /^[\w-]{43}\.([\w-]{22})$/.exec(ticket ?? '') ?? []
    if (name === undefined || !session.whenEnded) return undefined
    const end = new AbortController()
    const stop = session.whenEnded(name, () => end.abort())
    socket.once('close', stop)
    return end.signal
  }

  return {
    owns: (url) => url?.startsWith(PREFIX) ?? false,
    upgrade(request, socket, head) {
      upgrade(request, socket, head).catch((cause: { code?: string }) =>
        refuse(socket, cause.code === 'UNAUTHENTICATED' ? '401 Unauthorized' : '503 Service Unavailable'),
      )
    },
  }
}

/** Headers of an upgrade that the room needs; nothing else of the caller's is passed on. */
const PASSED = [
  'upgrade',
  'connection',
  'sec-websocket-key',
  'sec-websocket-version',
  'sec-websocket-protocol',
  'sec-websocket-extensions',
  'origin',
]

/** The room runs elsewhere: the connection is passed through, with the viewer signed for that subgraph and for the referee. */
export function remoteRoom(url: string, secret: Uint8Array, clock: () => Date): DocumentRoom {
  const target = new URL(url)
  const isTls = target.protocol === 'https:'
  const port = Number(target.port) || (isTls ? 443 : 80)
  const keys = { own: audienceKey(secret, 'intake-preparation'), judge: audienceKey(secret, 'judge') }

  async function pass(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    asking: Asking | null,
    until: Date | null,
    ended: AbortSignal | null,
  ): Promise<void> {
    const signed: string[] = []
    if (asking) {
      signed.push(`x-hub-viewer: ${await signAsking(asking, 'intake-preparation', keys.own, clock())}`)
      signed.push(`x-hub-judge: ${await signAsking(asking, 'judge', keys.judge, clock())}`)
    }
    const passed = PASSED.flatMap((name) => {
      const value = request.headers[name]
      return typeof value === 'string' ? [`${name}: ${value}`] : []
    })
    const behind = isTls
      ? connectTls({ host: target.hostname, port, servername: target.hostname })
      : connect(port, target.hostname)
    const end = () => {
      behind.destroy()
      socket.destroy()
    }
    behind.once(isTls ? 'secureConnect' : 'connect', () => {
      behind.write([`GET ${request.url} HTTP/1.1`, `host: ${target.host}`, ...passed, ...signed, '', ''].join('\r\n'))
      behind.write(head)
      behind.pipe(socket)
      socket.pipe(behind)
    })
    behind.on('error', () => (behind.bytesRead === 0 ? refuse(socket, '503 Service Unavailable') : end()))
    socket.on('error', end)
    behind.on('close', () => socket.end())
    // The proof at the door ends: the client comes back with a newer one.
    const ends = until && setTimeout(end, Math.max(0, until.getTime() - clock().getTime())).unref()
    if (ended?.aborted) end()
    ended?.addEventListener('abort', end, { once: true })
    socket.on('close', () => {
      if (ends) clearTimeout(ends)
      ended?.removeEventListener('abort', end)
      behind.end()
    })
  }
  return (request, socket, head, asking, until, ended) => {
    pass(request, socket, head, asking, until, ended).catch(() => refuse(socket, '503 Service Unavailable'))
  }
}
