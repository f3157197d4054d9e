import { anew } from '@doorstroomhub/kit/remote-judge.ts'
import { DOSSIER_ERASED, RIGHTS_CHANGED } from '@doorstroomhub/kit/subgraph.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import * as Y from 'yjs'
import { WebSocketServer, type WebSocket } from 'ws'
import { documentIdOf, isId, SCHEMA_VERSION } from '../sections.ts'
import { Appender } from './appender.ts'
import { Connection } from './connection.ts'
import { addressOf, close, refuse, withPurpose } from './door.ts'
import { Erasures } from './erasures.ts'
import { CLOSE, LIMITS, type Limits } from './limits.ts'
import { Readers } from './readers.ts'
import { Replicas } from './replicas.ts'
import { Rights } from './rights.ts'
import type { Entrance, Rooms, RoomsHouse } from './words.ts'
import { Room, type RoomParts } from './room.ts'
import { storage, type Place, type Storage, type Stored } from './storage.ts'
import { newTicket, takeTicket, type Ticket } from './tickets.ts'
import { Turns } from './turns.ts'
import { changed, filled, newDocument } from './updates.ts'
import type { Writer } from './writing.ts'

export type { Entrance, Rooms, RoomsHouse } from './words.ts'

const ERASED = 'rooms-erased'
/** Opens the rooms: listens for rights, erasures and the other replicas, and takes sockets. */
export function openRooms(house: RoomsHouse): Rooms {
  return new OpenRooms(house)
}

class OpenRooms implements Rooms {
  readonly #house: RoomsHouse
  readonly #limits: Limits
  readonly #storage: Storage
  readonly #appender: Appender
  readonly #rights: Rights
  readonly #readers: Readers
  readonly #replicas: Replicas
  readonly #erasures: Erasures
  readonly #rooms = new Map<string, Promise<Room>>()
  readonly #open = new Set<Room>()
  readonly #sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: LIMITS.frame,
    clientTracking: false,
  })
  readonly #stops: (() => void)[]
  readonly #turns = new Turns()
  readonly #timer: NodeJS.Timeout
  #lastSeen = 0
  #lastLook = 0
  #ticking: Promise<void> = Promise.resolve()
  #leaving: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor(house: RoomsHouse) {
    this.#house = house
    this.#limits = { ...LIMITS, ...house.limits }
    this.#storage = storage(house.database.sql)
    this.#appender = new Appender(this.#storage, house.clock)
    this.#rights = new Rights({
      judge: house.judge,
      storage: this.#storage,
      clock: house.clock,
      limits: this.#limits,
      renew: house.renew ?? (async (asking) => anew(asking)),
    })
    this.#readers = new Readers(this.#storage, this.#limits.deriveAfter)
    this.#replicas = new Replicas(house.bus, this.#now)
    this.#erasures = new Erasures(this.#storage, house.erased, (dossierId) => this.erase(dossierId))
    this.#stops = [
      house.bus.subscribe(`${RIGHTS_CHANGED}.>`, (message, subject) => this.#rightsChanged(subject, message)),
      house.bus.subscribe(`${DOSSIER_ERASED}.>`, () => this.#erasures.follow()),
      house.bus.subscribe(`${ERASED}.>`, (_message, subject) => this.#leaveDossier(subject.slice(ERASED.length + 1))),
      house.bus.onGap(() => this.#afterGap()),
    ]
    this.#timer = setInterval(() => this.#tick(), this.#limits.tick)
    this.#erasures.follow()
  }

  readonly #now = (): number => this.#house.clock().getTime()

  // --- the door

  upgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    asking: Asking | null,
    until: Date | null = null,
    ended: AbortSignal | null = null,
  ): void {
    socket.on('error', () => socket.destroy())
    this.#upgrade(request, socket, head, asking, { until, ended }).catch((error: unknown) => {
      this.#house.onError(error)
      refuse(socket, 503)
    })
  }

  async #upgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    asking: Asking | null,
    session: Required<Pick<Entrance, 'until' | 'ended'>>,
  ): Promise<void> {
    const address = addressOf(request)
    if (!address) return refuse(socket, 404)
    if (this.#closed) return refuse(socket, 503)
    const { intakePreparationId, section, ticket, schemaVersion, purpose } = address
    const who =
      ticket === null
        ? asking
        : await takeTicket(this.#storage, ticket, intakePreparationId, section, this.#house.clock())
    if (!who?.viewer) return refuse(socket, 401)
    const asked = withPurpose(who, purpose)
    // A ticket opens no longer than the token that it was asked with.
    const until = ticket === null ? session.until : who.until === undefined ? null : new Date(who.until)
    const entrance: Entrance = { asking: asked, intakePreparationId, section, schemaVersion, ...session, until }
    this.#sockets.handleUpgrade(request, socket, head, (opened) => this.handle(opened, entrance))
  }

  handle(socket: WebSocket, entrance: Entrance): void {
    socket.on('error', () => socket.terminate())
    // Nothing is read before it is known who may say it.
    socket.pause()
    this.#admit(socket, entrance).catch(() => close(socket, CLOSE.tryAgain))
  }

  async #admit(
    socket: WebSocket,
    { asking, intakePreparationId, section, schemaVersion, until, ended }: Entrance,
  ): Promise<void> {
    const { viewer } = asking
    if (this.#closed) return close(socket, CLOSE.restart)
    if (!viewer) return close(socket, CLOSE.forbidden)
    // A newer page than this server finds its server when it comes back; an older one would delete what it does not know.
    if (schemaVersion !== null && schemaVersion !== SCHEMA_VERSION)
      return close(socket, schemaVersion > SCHEMA_VERSION ? CLOSE.tryAgain : CLOSE.outdated)
    const preparation = isId(intakePreparationId) ? await this.#storage.preparation(intakePreparationId) : null
    if (!preparation) return close(socket, CLOSE.forbidden)
    const place: Place = {
      documentId: documentIdOf(intakePreparationId, section),
      intakePreparationId,
      dossierId: preparation.dossierId,
      section,
    }
    const connection = new Connection(
      socket,
      { asking, viewer, place, applicationId: preparation.applicationId, until: until?.getTime() ?? null },
      this.#limits,
      this.#now,
    )
    const leave = () => connection.close(CLOSE.sessionEnded)
    if (ended?.aborted) return close(socket, CLOSE.sessionEnded)
    ended?.addEventListener('abort', leave, { once: true })
    socket.once('close', () => ended?.removeEventListener('abort', leave))
    // Known before it is judged: a change of rights in between reaches it too.
    this.#rights.add(connection)
    const gone = () => this.#gone(connection)
    try {
      await this.#rights.judge([connection], true)
      if (connection.closed) return this.#rights.remove(connection)
      connection.socketId = await this.#storage.enter(place, viewer.subject, connection.rights, this.#house.clock())
      const since = new Date(this.#now() - this.#limits.socketStale)
      const { here, own } = await this.#storage.crowd(place.documentId, viewer.subject, since)
      if (here > this.#limits.perDocument || own > this.#limits.perPerson) {
        connection.close(CLOSE.tryAgain)
        return gone()
      }
      if (this.#rights.isBehind(connection)) await this.#rights.judge([connection])
      const room = await this.#room(place)
      if (connection.closed || room.isGone) {
        connection.close(CLOSE.tryAgain)
        return gone()
      }
      room.join(connection)
      connection.listen(
        (frame) => (room.isGone ? connection.close(CLOSE.tryAgain) : room.receive(connection, frame)),
        () => {
          room.leave(connection)
          gone()
        },
      )
    } catch {
      connection.close(CLOSE.tryAgain)
      gone()
    }
  }

  #gone(connection: Connection): void {
    connection.closed = true
    this.#rights.remove(connection)
    const { socketId } = connection
    connection.socketId = null
    if (socketId !== null) this.#leaving = Promise.allSettled([this.#leaving, this.#storage.leave([socketId])])
  }

  // --- the rooms

  #room(place: Place): Promise<Room> {
    const known = this.#rooms.get(place.documentId)
    if (known) return known
    const opening = this.#openRoom(place)
    this.#rooms.set(place.documentId, opening)
    return opening
  }

  async #openRoom(place: Place): Promise<Room> {
    const parts: RoomParts = {
      storage: this.#storage,
      appender: this.#appender,
      rights: this.#rights,
      limits: this.#limits,
      now: this.#now,
      schedule: (of) => this.#turns.schedule(of),
      publishEdits: (of, update, ids) => this.#replicas.publishEdits(of, update, ids),
      publishPresence: (of, states) => this.#replicas.publishPresence(of, states),
      unread: (of) => this.#readers.unread(of),
      gone: (of) => this.#forget(of),
    }
    const room = new Room(place, parts)
    this.#replicas.follow(room)
    try {
      await room.load()
      this.#open.add(room)
      return room
    } catch (error) {
      this.#replicas.unfollow(room)
      this.#rooms.delete(place.documentId)
      throw error
    }
  }

  #forget(room: Room): void {
    this.#replicas.unfollow(room)
    this.#readers.forget(room)
    this.#open.delete(room)
    this.#rooms.delete(room.id)
  }

  /** Puts an empty room away with its text read and its log folded. */
  async #putAway(room: Room): Promise<void> {
    await this.#readers.read(room)
    await room.compact()
    if (room.connections.size > 0 || !room.isIdle) return
    room.dispose()
  }

  // --- what happens around them

  #rightsChanged(subject: string, message: Uint8Array): void {
    const dossierId = subject.slice(RIGHTS_CHANGED.length + 1)
    const said = Number(Buffer.from(message).toString('utf8'))
    const rights = message.byteLength > 0 && Number.isSafeInteger(said) ? said : null
    const done =
      dossierId === 'all' ? this.#rights.judge([...this.#rights.all()]) : this.#rights.changed(dossierId, rights)
    done.catch(this.#house.onError)
  }

  #afterGap(): void {
    for (const room of this.#open) void room.reread()
    this.#rights.judge([...this.#rights.all()]).catch(this.#house.onError)
    this.#erasures.follow()
  }

  async erase(dossierId: string): Promise<void> {
    await this.#storage.erase(dossierId)
    this.#leaveDossier(dossierId)
    this.#house.bus.publish(`${ERASED}.${dossierId}`, '')
  }

  #leaveDossier(dossierId: string): void {
    for (const connection of this.#rights.ofDossier(dossierId)) connection.close(CLOSE.forbidden)
    for (const room of [...this.#open]) if (room.place.dossierId === dossierId) room.dispose()
  }

  #tick(): void {
    const now = this.#now()
    for (const connection of this.#rights.all()) connection.keepAlive()
    for (const room of [...this.#open]) {
      room.showPresence(room.presence.expire(now - this.#limits.presenceStale))
      if (room.isIdle && now - room.emptySince >= this.#limits.idle) void this.#putAway(room)
    }
    this.#erasures.again()
    const isSeen = now - this.#lastSeen >= this.#limits.socketSeen
    if (isSeen) this.#lastSeen = now
    this.#ticking = this.#ticking
      .then(() => this.#rights.tick(now))
      .then(() => (isSeen ? this.#lookAround(now) : undefined))
      .catch(() => undefined)
  }

  /** What no message may have told: sockets that live, edits that were missed, text that nobody read again. */
  async #lookAround(now: number): Promise<void> {
    const ids = [...this.#rights.all()].flatMap(({ socketId }) => socketId ?? [])
    await this.#storage.seen(ids, new Date(now), new Date(now - 4 * this.#limits.socketStale))
    if (now - this.#lastLook < this.#limits.judgeEvery) return
    this.#lastLook = now
    const logs = await this.#storage.logs([...this.#open].map(({ id }) => id))
    for (const room of this.#open) {
      const log = logs.get(room.id)
      if (log) room.look(log.ids, log.version)
    }
    for (const place of await this.#storage.unread(new Date(now - 4 * this.#limits.deriveAfter)))
      if (!this.#rooms.has(place.documentId)) await this.#readers.read(await this.#room(place))
  }

  // --- for the graph

  openTicket(asking: Asking, place: Place): Promise<Ticket> {
    return newTicket(this.#storage, asking, place, this.#house.clock())
  }

  async read(place: Place): Promise<Y.Doc> {
    const [stored] = (await this.#storage.load([place.documentId])) as [Stored]
    return filled(stored)
  }

  async edit(place: Place, writer: Writer, change: (document: Y.Doc) => void): Promise<boolean> {
    await this.#storage.prepare(place, writer.rights)
    const room = await this.#room(place)
    await room.settled()
    const copy = newDocument()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(room.document))
    const update = changed(copy, () => change(copy))
    if (!update) return true
    const written = await new Promise<boolean>((done) => room.write({ from: writer, update, done }))
    if (written) await this.#readers.read(room)
    return written
  }

  measures() {
    const { statements, edits } = this.#appender.counted
    return { rooms: this.#open.size, sockets: [...this.#rights.all()].length, statements, edits }
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    clearInterval(this.#timer)
    for (const stop of this.#stops) stop()
    const sockets = [...this.#rights.all()]
    for (const connection of sockets) connection.close(CLOSE.restart)
    for (const connection of sockets) this.#gone(connection)
    for (const room of [...this.#open]) {
      await room.settled()
      await this.#readers.read(room)
      room.dispose()
    }
    this.#readers.close()
    await Promise.allSettled([this.#ticking, this.#erasures.close(), this.#leaving])
    this.#sockets.close()
  }
}
