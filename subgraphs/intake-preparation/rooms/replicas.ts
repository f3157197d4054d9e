import type { Bus } from '@doorstroomhub/kit/bus.ts'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { randomUUID } from 'node:crypto'
import { readStates, writeStates, type ClientState } from './protocol.ts'
import type { Room } from './room.ts'

/** Kinds of message between replicas, on the subject of one document. */
const EDITS = 0
const PRESENCE = 1
const WHO_IS_THERE = 2
const READ_AGAIN = 3

/** A message of NATS may not be larger than a megabyte; what is larger is read from the log. */
const LARGEST = 900 * 1024

const subjectOf = (documentId: string): string => `rooms.${documentId}`

/** What one replica tells the others. The log is the truth: a message that is lost is found there. */
export class Replicas {
  readonly #bus: Bus
  readonly #self: string
  readonly #now: () => number
  readonly #stops = new Map<Room, () => void>()

  constructor(bus: Bus, now: () => number) {
    this.#bus = bus
    this.#self = randomUUID()
    this.#now = now
  }

  /** Listens for a document. Before it is loaded, so that nothing falls between. */
  follow(room: Room): void {
    this.#stops.set(
      room,
      this.#bus.subscribe(subjectOf(room.id), (message) => {
        try {
          this.#receive(room, message)
        } catch {
          void room.reread()
        }
      }),
    )
    this.#send(room, WHO_IS_THERE, () => undefined)
  }

  unfollow(room: Room): void {
    this.#stops.get(room)?.()
    this.#stops.delete(room)
  }

  publishEdits(room: Room, update: Uint8Array, ids: readonly number[]): void {
    room.published += 1
    this.#send(room, update.byteLength > LARGEST ? READ_AGAIN : EDITS, (encoder) => {
      encoding.writeVarUint(encoder, room.published)
      if (update.byteLength > LARGEST) return
      encoding.writeVarUint(encoder, ids.length)
      for (const id of ids) encoding.writeVarUint(encoder, id)
      encoding.writeVarUint8Array(encoder, update)
    })
  }

  publishPresence(room: Room, states: readonly ClientState[]): void {
    this.#send(room, PRESENCE, (encoder) => {
      encoding.writeVarUint8Array(encoder, writeStates(states))
      for (const { client } of states) encoding.writeVarString(encoder, room.presence.subjectOf(client))
    })
  }

  #send(room: Room, kind: number, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, this.#self)
    encoding.writeVarUint(encoder, kind)
    write(encoder)
    this.#bus.publish(subjectOf(room.id), encoding.toUint8Array(encoder))
  }

  #receive(room: Room, message: Uint8Array): void {
    const decoder = decoding.createDecoder(message)
    const from = decoding.readVarString(decoder)
    if (from === this.#self || room.isGone) return
    const kind = decoding.readVarUint(decoder)
    if (kind === WHO_IS_THERE) return this.#answer(room)
    if (kind === PRESENCE) {
      const states = readStates(decoding.readVarUint8Array(decoder))
      const signed = states.map((state) => ({ ...state, subject: decoding.readVarString(decoder) }))
      return room.showPresence(room.presence.receiveRemote(signed, this.#now()))
    }
    const number = decoding.readVarUint(decoder)
    const before = room.heardFrom.get(from)
    room.heardFrom.set(from, number)
    const isHole = before !== undefined && number !== before + 1
    if (kind === READ_AGAIN || isHole) void room.reread()
    if (kind !== EDITS) return
    const ids = Array.from({ length: decoding.readVarUint(decoder) }, () => decoding.readVarUint(decoder))
    // The bus may use its buffer again.
    room.receiveRemote(decoding.readVarUint8Array(decoder).slice(), ids)
  }

  #answer(room: Room): void {
    const here = room.presence.local()
    if (here.length > 0) this.publishPresence(room, here)
  }
}
