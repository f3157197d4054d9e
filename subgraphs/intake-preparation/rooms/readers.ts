import type { Sql } from '@doorstroomhub/kit/database.ts'
import { setImmediate } from 'node:timers/promises'
import { reader } from '../text.ts'
import type { Room } from './room.ts'
import { storage, type Reading, type Storage, type Wrote } from './storage.ts'
import { filled } from './updates.ts'

/** How many documents are read in one turn of the event loop: others wait meanwhile. */
const AT_ONCE = 8

const latest = (authors: readonly Wrote[]): Date =>
  authors.reduce((last, { at }) => (at > last ? at : last), new Date(0))

/**
 * Keeps the documents' text for the graph. Soon after an edit, and at once for who asks (`readAgain`): reading costs
 * more than an edit does, so that nothing is read at every edit.
 */
export class Readers {
  readonly #storage: Storage
  readonly #after: number
  readonly #due = new Set<Room>()
  #timer: NodeJS.Timeout | null = null
  #last: Promise<boolean> = Promise.resolve(true)

  constructor(storage: Storage, after: number) {
    this.#storage = storage
    this.#after = after
  }

  /** This room's text is out of date. */
  unread(room: Room): void {
    this.#due.add(room)
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      void this.#read([...this.#due])
    }, this.#after)
  }

  /** Reads now what waits to be read. True when the graph serves it, false when the database could not take it. */
  async read(room: Room): Promise<boolean> {
    return this.#due.has(room) ? this.#read([room]) : this.#last
  }

  /** Rooms in one statement, after those before them. */
  #read(rooms: readonly Room[]): Promise<boolean> {
    for (const room of rooms) this.#due.delete(room)
    this.#last = this.#last.then(() => this.#readNow(rooms))
    return this.#last
  }

  async #readNow(rooms: readonly Room[]): Promise<boolean> {
    const taken: [Room, readonly Wrote[]][] = []
    try {
      const read = await reader()
      const readings: Reading[] = []
      for (const [index, room] of rooms.entries()) {
        if (index % AT_ONCE === AT_ONCE - 1) await setImmediate()
        // What is on its way to the log may yet be refused: it is no text for readers.
        await room.settled()
        const authors = [...room.held.authors.values()]
        if (room.isGone || authors.length === 0) continue
        const { text, html } = read(room.document)
        readings.push({
          documentId: room.id,
          text,
          html,
          upto: room.held.lastEdit,
          updatedAt: latest(authors),
          authors,
        })
        taken.push([room, authors])
        room.held.authors.clear()
      }
      if (readings.length > 0) await this.#storage.saveTexts(readings)
      return true
    } catch {
      // The database is away: later. Who asks meanwhile reads it from the log.
      for (const [room, authors] of taken) {
        const { authors: known } = room.held
        for (const author of authors) if (!known.has(author.subject)) known.set(author.subject, author)
        if (!room.isGone) this.unread(room)
      }
      return false
    }
  }

  /** Stops waiting for a room. */
  forget(room: Room): void {
    this.#due.delete(room)
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }
}

/** Reads again, from the log, what was edited in these preparations after its text was read. */
export async function readAgain(sql: Sql, intakePreparationIds: readonly string[]): Promise<void> {
  const store = storage(sql)
  const stale = await store.stale(intakePreparationIds)
  if (stale.length === 0) return
  const read = await reader()
  const stored = await store.load(stale)
  const readings = stored.flatMap((one, index): Reading[] => {
    const last = one.edits.at(-1)
    if (!last) return []
    const authors = new Map(one.edits.map(({ subject, name, role, at }) => [subject, { subject, name, role, at }]))
    const { text, html } = read(filled(one))
    return [
      {
        documentId: stale[index] as string,
        text,
        html,
        upto: last.id,
        updatedAt: last.at,
        authors: [...authors.values()],
      },
    ]
  })
  if (readings.length > 0) await store.saveTexts(readings)
}
