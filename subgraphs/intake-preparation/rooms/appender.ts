import type { Edit, Storage } from './storage.ts'

/** The most that one statement takes. */
const MOST_EDITS = 1_000
const MOST_BYTES = 8 * 1024 * 1024

interface Waiting {
  edits: readonly Edit[]
  resolve(ids: (number | null)[]): void
  reject(error: unknown): void
}

/**
 * Group commit: while one statement is on its way, everything that arrives waits for the next, which takes it all.
 * A turn of many documents costs one commit.
 */
export class Appender {
  readonly #storage: Storage
  readonly #clock: () => Date
  #waiting: Waiting[] = []
  #running = false
  /** Statements and edits so far. */
  readonly counted = { statements: 0, edits: 0 }

  constructor(storage: Storage, clock: () => Date) {
    this.#storage = storage
    this.#clock = clock
  }

  /** Resolves when the edits are in the log, with their ids: null for an edit that the fence refused. */
  append(edits: readonly Edit[]): Promise<(number | null)[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ edits, resolve, reject })
      // After the running turn: all of its documents are in by then.
      if (!this.#running) {
        this.#running = true
        queueMicrotask(() => void this.#run())
      }
    })
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const taken = this.#take()
      const edits = taken.flatMap((waiting) => waiting.edits)
      try {
        const ids = await this.#storage.append(edits, this.#clock())
        this.counted.statements += 1
        this.counted.edits += edits.length
        let next = 0
        for (const { edits: own, resolve } of taken) resolve(ids.slice(next, (next += own.length)))
      } catch (error) {
        for (const { reject } of taken) reject(error)
      }
    }
    this.#running = false
  }

  #take(): Waiting[] {
    let count = 0
    let size = 0
    let end = 0
    for (const { edits } of this.#waiting) {
      count += edits.length
      for (const { content } of edits) size += content.byteLength
      if (end > 0 && (count > MOST_EDITS || size > MOST_BYTES)) break
      end += 1
    }
    return this.#waiting.splice(0, end)
  }
}
