import type { Room } from './room.ts'

/** Gives rooms their turn at the end of this turn of the event loop: what arrived in it goes together. */
export class Turns {
  readonly #rooms = new Set<Room>()

  schedule(room: Room): void {
    if (this.#rooms.size === 0)
      setImmediate(() => {
        const rooms = [...this.#rooms]
        this.#rooms.clear()
        for (const one of rooms) one.turn()
      })
    this.#rooms.add(room)
  }
}
