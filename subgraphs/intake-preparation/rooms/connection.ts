import type { Asking, Viewer } from '@doorstroomhub/kit/viewer.ts'
import * as ws from 'ws'
import type { RawData, WebSocket } from 'ws'
import type { SectionAccess } from '../sections.ts'
import { CLOSE, type CloseReason, type Limits } from './limits.ts'
import type { Holder } from './presence.ts'
import { SIGN_OF_LIFE } from './protocol.ts'
import type { Place } from './storage.ts'

/** How long a closing socket may take to say goodbye. */
const GOODBYE_MS = 2_000

/** What `ws` has and does not name in its types; other servers lean on it as well. Right only without compression. */
interface FrameSender {
  sendFrame(parts: readonly Buffer[]): void
}
const { Sender } = ws as unknown as { Sender: { frame(data: Uint8Array, options: object): Buffer[] } }
const PLAIN = { fin: true, rsv1: false, opcode: 2, mask: false, readOnly: false }

/** A frame as it goes over the wire, the same for every socket: made once, written at once. */
export const wire = (frame: Uint8Array): Buffer => Buffer.concat(Sender.frame(frame, PLAIN))

/** One socket of one person in one section. */
export class Connection implements Holder {
  readonly asking: Asking
  readonly viewer: Viewer
  readonly place: Place
  readonly applicationId: string
  readonly user: { name: string; role: string }
  /** What the referee said last, and when. */
  access: SectionAccess = 'NONE'
  rights = 0
  judgedAt = 0
  /** When the session ends; null when that is not known here. */
  readonly until: number | null
  /** Its row in the count of sockets. */
  socketId: number | null = null
  closed = false

  readonly #socket: WebSocket
  readonly #sender: FrameSender
  readonly #limits: Limits
  readonly #now: () => number
  #lastSent: number
  #alive = true
  #stateBytes = 0
  #messages: number
  #bytes: number
  #filledAt: number

  constructor(
    socket: WebSocket,
    of: { asking: Asking; viewer: Viewer; place: Place; applicationId: string; until: number | null },
    limits: Limits,
    now: () => number,
  ) {
    this.#socket = socket
    this.#sender = (socket as unknown as { _sender: FrameSender })._sender
    this.asking = of.asking
    this.viewer = of.viewer
    this.place = of.place
    this.applicationId = of.applicationId
    this.until = of.until
    this.user = { name: of.viewer.name, role: of.viewer.role }
    this.#limits = limits
    this.#now = now
    this.#lastSent = now()
    this.#filledAt = now()
    this.#messages = limits.messagesPerSecond * limits.savedSeconds
    this.#bytes = limits.bytesPerSecond * limits.savedSeconds
    socket.on('pong', () => (this.#alive = true))
  }

  get subject(): string {
    return this.viewer.subject
  }

  /** Hands every frame to `receive`; a socket that sends faster than its bucket fills is read more slowly. */
  listen(receive: (frame: Uint8Array) => void, gone: () => void): void {
    this.#socket.on('message', (data: RawData, isBinary: boolean) => {
      if (this.closed) return
      this.#alive = true
      if (!isBinary) return this.close(CLOSE.malformed)
      const frame = data as Buffer
      this.spend(1, frame.byteLength)
      receive(frame)
    })
    this.#socket.on('close', gone)
    if (this.#socket.readyState !== this.#socket.OPEN) gone()
    else this.#socket.resume()
  }

  /** Takes from the bucket; when it is empty the socket is not read until it has filled again. */
  spend(messages: number, bytes: number): void {
    const { messagesPerSecond, bytesPerSecond, savedSeconds } = this.#limits
    const now = this.#now()
    const seconds = (now - this.#filledAt) / 1000
    this.#filledAt = now
    this.#messages = Math.min(messagesPerSecond * savedSeconds, this.#messages + seconds * messagesPerSecond) - messages
    this.#bytes = Math.min(bytesPerSecond * savedSeconds, this.#bytes + seconds * bytesPerSecond) - bytes
    if ((this.#messages >= 0 && this.#bytes >= 0) || this.#socket.isPaused) return
    const wait = Math.max(-this.#messages / messagesPerSecond, -this.#bytes / bytesPerSecond)
    this.#socket.pause()
    setTimeout(() => this.#socket.resume(), Math.ceil(wait * 1000) + 1).unref()
  }

  /** Sends a frame; who does not read what was sent is sent away, and gets it all when it is back. */
  send(frame: Uint8Array): void {
    if (this.closed || this.#socket.readyState !== this.#socket.OPEN) return
    if (this.#socket.bufferedAmount > this.#limits.unsent + this.#stateBytes) return this.close(CLOSE.tryAgain)
    this.#lastSent = this.#now()
    this.#socket.send(frame)
  }

  /** Sends what was prepared for many sockets at once (`wire`). */
  sendWire(wire: Buffer): void {
    if (this.closed || this.#socket.readyState !== this.#socket.OPEN) return
    if (this.#socket.bufferedAmount > this.#limits.unsent + this.#stateBytes) return this.close(CLOSE.tryAgain)
    this.#lastSent = this.#now()
    this.#sender.sendFrame([wire])
  }

  /** Sends the document itself, which may be larger than what may lie unsent. */
  sendState(frame: Uint8Array): void {
    if (this.closed || this.#socket.readyState !== this.#socket.OPEN) return
    if (this.#socket.bufferedAmount > this.#limits.unsent + this.#stateBytes) return this.close(CLOSE.tryAgain)
    this.#lastSent = this.#now()
    this.#stateBytes += frame.byteLength
    this.#socket.send(frame, () => (this.#stateBytes -= frame.byteLength))
  }

  /** Says that we are here when nothing else was said, and finds out who is not there any more. */
  keepAlive(): void {
    const now = this.#now()
    if (this.closed || now - this.#lastSent < this.#limits.keepAlive) return
    if (!this.#alive) return this.#socket.terminate()
    this.#alive = false
    this.#socket.ping()
    this.send(SIGN_OF_LIFE)
  }

  close([code, reason]: CloseReason): void {
    if (this.closed) return
    this.closed = true
    // A paused socket would never hear the other side's goodbye.
    this.#socket.resume()
    this.#socket.close(code, reason)
    setTimeout(() => this.#socket.terminate(), GOODBYE_MS).unref()
  }
}
