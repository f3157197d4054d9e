import * as Y from 'yjs'
import { wire, type Connection } from './connection.ts'
import { Held } from './held.ts'
import { CLOSE } from './limits.ts'
import { Presence } from './presence.ts'
import { presenceFrame, readFrame, step1Frame, step2Frame, updateFrame, type ClientState } from './protocol.ts'
import type { Place, Storage } from './storage.ts'
import { bringsNothing, mergeAll } from './updates.ts'
import { isSocket, mayWrite, Writing, type Entry, type WritingParts } from './writing.ts'

/** What a room needs of the house that it is in. */
export interface RoomParts extends WritingParts {
  storage: Storage
  /** Asks for `turn` at the end of this turn of the event loop. */
  schedule(room: Room): void
  /** Tells the other replicas. */
  publishEdits(room: Room, update: Uint8Array, ids: readonly number[]): void
  publishPresence(room: Room, states: readonly ClientState[]): void
  /** The room's text is no longer what readers see. */
  unread(room: Room): void
  /** The room was put away. */
  gone(room: Room): void
}

/**
 * One document and the sockets in it. A turn: everything that arrived is applied at once, appended to the log, and only
 * then sent to everybody, its authors included: an author's own edit coming back says that it is kept.
 * The document in memory is the log, or one turn ahead of it; nothing that is ahead leaves the room.
 */
export class Room {
  readonly place: Place
  readonly presence: Presence
  readonly connections = new Set<Connection>()
  readonly held: Held
  /** Since when nobody is here. */
  emptySince: number
  /** What the others' numbered messages have reached; a hole means that something was missed. */
  readonly heardFrom = new Map<string, number>()
  published = 0

  readonly #parts: RoomParts
  readonly #writing: Writing
  #incoming: Entry[] = []
  #remote: { update: Uint8Array; ids: readonly number[] }[] = []
  #waiting: { connection: Connection; stateVector: Uint8Array }[] = []
  #presenceChanged = new Map<number, ClientState>()
  #busy = false
  #whenSettled: (() => void)[] = []
  #reading: Promise<void> | null = null
  #gone = false

  constructor(place: Place, parts: RoomParts) {
    this.place = place
    this.#parts = parts
    this.held = new Held(place.documentId, parts.storage)
    this.#writing = new Writing(place, this.held, parts)
    this.presence = new Presence(parts.limits.presence)
    this.emptySince = parts.now()
  }

  get id(): string {
    return this.place.documentId
  }
  get document(): Y.Doc {
    return this.held.document
  }

  /** Nobody is here and nothing is on its way. */
  get isIdle(): boolean {
    return this.connections.size === 0 && !this.#busy && this.#incoming.length === 0
  }
  /** Resolves when nothing is on its way to the log: the document is then what the log says, until the next turn. */
  async settled(): Promise<void> {
    if (this.#busy) await new Promise<void>((resolve) => this.#whenSettled.push(resolve))
  }

  /** Fills the room from the store. */
  async load(): Promise<void> {
    this.held.fill(await this.held.stored())
    if (this.held.size.edits > 0) this.#parts.unread(this)
  }

  /** A socket that was let in: it hears what we lack, and who is here. */
  join(connection: Connection): void {
    this.connections.add(connection)
    // A reader is not asked for edits: those that it may still hold from a time when it could write would shut it out.
    if (connection.access === 'WRITE') connection.send(step1Frame(Y.encodeStateVector(this.document)))
    const here = this.presence.all()
    if (here.length > 0) connection.send(presenceFrame(here))
  }

  leave(connection: Connection): void {
    this.connections.delete(connection)
    if (this.connections.size === 0) this.emptySince = this.#parts.now()
    this.#tellPresence(this.presence.leave(connection))
  }

  /** A frame from a socket. */
  receive(connection: Connection, frame: Uint8Array): void {
    try {
      const message = readFrame(frame)
      if (message.kind === 'step1') this.#answer(connection, message.stateVector)
      else if (message.kind === 'presence') this.#hear(connection, message.states)
      else if (message.kind === 'askPresence') connection.send(presenceFrame(this.presence.all()))
      else if (message.kind !== 'ignored') this.#take(connection, message.update, message.kind === 'step2')
    } catch {
      connection.close(CLOSE.malformed)
    }
  }

  #take(connection: Connection, update: Uint8Array, isStep2: boolean): void {
    if (connection.access !== 'WRITE') {
      if (!bringsNothing(this.document, update)) connection.close(CLOSE.forbidden)
    } else if (!isStep2 || !bringsNothing(this.document, update)) this.write({ from: connection, update, done: null })
  }

  /** Takes an update into the next turn. */
  write(entry: Entry): void {
    this.#incoming.push(entry)
    this.#parts.schedule(this)
  }

  /** What this socket lacks: at once when the document is settled, otherwise when what is on its way has arrived. */
  #answer(connection: Connection, stateVector: Uint8Array): void {
    Y.decodeStateVector(stateVector)
    connection.spend(this.held.size.bytes / (64 * 1024), 0)
    if (this.#busy) this.#waiting.push({ connection, stateVector })
    else connection.sendState(step2Frame(Y.encodeStateAsUpdate(this.document, stateVector)))
  }

  #hear(connection: Connection, states: readonly ClientState[]): void {
    const { changed, poke } = this.presence.receive(connection, states, this.#parts.now())
    if (poke) connection.send(presenceFrame([poke]))
    this.#tellPresence(changed)
  }

  #tellPresence(changed: readonly ClientState[]): void {
    if (changed.length === 0) return
    this.#parts.publishPresence(this, changed)
    this.showPresence(changed)
  }

  /** Shows a change of presence to those who are here, at the end of this turn. */
  showPresence(changed: readonly ClientState[]): void {
    for (const state of changed) this.#presenceChanged.set(state.client, state)
    if (changed.length > 0) this.#parts.schedule(this)
  }

  /** Edits that another replica has written into the log. */
  receiveRemote(update: Uint8Array, ids: readonly number[]): void {
    this.#remote.push({ update, ids })
    this.#parts.schedule(this)
  }

  /** The end of a turn of the event loop. */
  turn(): void {
    if (this.#gone) return
    if (this.#presenceChanged.size > 0) {
      this.#broadcast(presenceFrame([...this.#presenceChanged.values()]))
      this.#presenceChanged.clear()
    }
    if (this.#remote.length > 0) this.#applyRemote()
    if (!this.#busy && this.#incoming.length > 0) void this.#writeTurn(this.#incoming.splice(0))
  }

  #applyRemote(): void {
    const remote = this.#remote.splice(0)
    for (const { update, ids } of remote)
      for (const id of ids) this.held.countRemote(id, update, update.byteLength / ids.length)
    try {
      const { shown } = this.#apply(remote.map(({ update }) => update))
      if (shown) this.#broadcast(updateFrame(shown))
    } catch {
      void this.reread()
    }
  }

  #apply(updates: readonly Uint8Array[]): { shown: Uint8Array | null; exact: boolean } {
    return this.held.apply(updates, this.#parts.limits.pending)
  }

  async #writeTurn(taken: Entry[]): Promise<void> {
    this.#busy = true
    let entries = taken.filter(mayWrite)
    const written = new Set<Entry>()
    try {
      if (!this.#writing.fits(entries)) entries = this.#writing.keepFitting(entries)
      let applied: { shown: Uint8Array | null; exact: boolean }
      try {
        applied = this.#apply(entries.map(({ update }) => update))
      } catch {
        entries = await this.#writing.sortOut(entries)
        applied = this.#apply(entries.map(({ update }) => update))
      }
      const { shown, exact } = applied
      if (shown === null) {
        // Nothing new: their authors may know that it is kept.
        for (const { from, update } of entries) if (isSocket(from)) from.send(updateFrame(update))
        for (const entry of entries) written.add(entry)
      } else {
        const { accepted, ids } = await this.#writing.append(entries, exact ? shown : null)
        for (const entry of accepted) written.add(entry)
        if (accepted.length < entries.length) this.held.fill(await this.held.stored())
        if (accepted.length > 0) {
          const update = accepted.length === entries.length ? shown : mergeAll(accepted.map((entry) => entry.update))
          this.#parts.publishEdits(this, update, ids)
          this.#broadcast(updateFrame(update))
          this.#parts.unread(this)
        }
      }
      for (const { connection, stateVector } of this.#waiting.splice(0))
        connection.sendState(step2Frame(Y.encodeStateAsUpdate(this.document, stateVector)))
    } catch {
      // The log cannot be written. Clients keep their edits and bring them back when they can.
      this.fail()
    } finally {
      this.#busy = false
      for (const entry of taken) entry.done?.(written.has(entry))
      for (const resolve of this.#whenSettled.splice(0)) resolve()
    }
    if (this.#gone) return
    if (this.#incoming.length > 0) this.#parts.schedule(this)
    const { compactEdits, compactBytes } = this.#parts.limits
    const { edits, editBytes } = this.held.size
    if (edits >= compactEdits || editBytes >= compactBytes) void this.compact()
  }

  #broadcast(frame: Uint8Array): void {
    const [first] = this.connections
    if (!first) return
    const prepared = wire(frame)
    for (const connection of this.connections) connection.sendWire(prepared)
  }

  /** Compares with the log, and reads again what was missed. */
  look(ids: readonly number[], version: number): void {
    if (this.held.misses(ids, version)) void this.reread()
  }

  /** Something may have been missed: what the store has and we have not is applied and shown. */
  reread(): Promise<void> {
    return (this.#reading ??= this.#readAgain().finally(() => (this.#reading = null)))
  }

  async #readAgain(): Promise<void> {
    try {
      const stored = await this.held.stored()
      if (this.#gone) return
      const news = this.held.catchUp(stored)
      if (news === null) return
      this.#broadcast(updateFrame(news))
      this.#parts.unread(this)
    } catch {
      this.fail()
    }
  }

  /** Folds the log into a snapshot, of a settled document. */
  async compact(): Promise<void> {
    if (this.#busy || this.#gone) return
    if (!(await this.held.compact(() => !this.#busy && !this.#gone))) await this.reread()
  }

  /** The log cannot be reached: everybody goes, keeps their edits, and comes back. */
  fail(): void {
    this.dispose()
    for (const connection of [...this.connections]) connection.close(CLOSE.tryAgain)
  }

  /** Puts the room away; a turn under way ends without showing anything. */
  dispose(): void {
    if (this.#gone) return
    this.#gone = true
    this.#parts.gone(this)
    for (const { done } of this.#incoming.splice(0)) done?.(false)
  }

  get isGone(): boolean {
    return this.#gone
  }
}
