import { reader } from '../text.ts'
import type { Room } from './room.ts'
import type { Storage } from './storage.ts'

/** Reads the documents' text again soon after an edit, so that the graph serves it at most a second late. */
export class Readers {
  readonly #storage: Storage
  readonly #after: number
  readonly #due = new Map<Room, NodeJS.Timeout>()
  readonly #running = new Map<Room, Promise<void>>()

  constructor(storage: Storage, after: number) {
    this.#storage = storage
    this.#after = after
  }

  /** This room's text is out of date. */
  unread(room: Room): void {
    if (this.#due.has(room)) return
    this.#due.set(
      room,
      setTimeout(() => void this.read(room), this.#after),
    )
  }

  /** Reads now what waits to be read; resolves when the graph serves it. */
  async read(room: Room): Promise<void> {
    await this.#running.get(room)
    const timer = this.#due.get(room)
    if (!timer) return
    clearTimeout(timer)
    this.#due.delete(room)
    const reading = this.#read(room).finally(() => this.#running.delete(room))
    this.#running.set(room, reading)
    await reading
  }

  async #read(room: Room): Promise<void> {
    try {
      const read = await reader()
      // What is on its way to the log may yet be refused: it is no text for readers.
      await room.settled()
      if (room.isGone) return
      const authors = [...room.authors.values()]
      const upto = room.lastEdit
      const { text, html } = read(room.document)
      const updatedAt = authors.reduce((latest, { at }) => (at > latest ? at : latest), new Date(0))
      if (authors.length === 0) return
      await this.#storage.saveText(room.id, text, html, upto, updatedAt, authors)
      for (const author of authors) if (room.authors.get(author.subject) === author) room.authors.delete(author.subject)
    } catch {
      // The database is away: the sweep of unread documents finds it later.
    }
  }

  /** Stops a room's clock. */
  forget(room: Room): void {
    clearTimeout(this.#due.get(room))
    this.#due.delete(room)
  }
}
