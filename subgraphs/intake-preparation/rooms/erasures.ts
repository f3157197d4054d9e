import { overlapping } from '@doorstroomhub/kit/overlap.ts'
import type { House } from '@doorstroomhub/kit/subgraph.ts'
import type { Storage } from './storage.ts'

/** Destroys what consent says was erased. Its list is the truth and is read with a cursor, so that none is missed. */
export class Erasures {
  readonly #storage: Storage
  readonly #erased: House['erased']
  readonly #erase: (dossierId: string) => Promise<void>
  /** Those that went while this process lives: the list tells of them again for a while. */
  readonly #gone = new Set<string>()
  #last: Promise<void> = Promise.resolve()
  #isBehind = false
  #closed = false

  constructor(storage: Storage, erased: House['erased'], erase: (dossierId: string) => Promise<void>) {
    this.#storage = storage
    this.#erased = erased
    this.#erase = erase
  }

  /** Follows the list to its end, after what is under way. */
  follow(): void {
    this.#last = this.#last.then(async () => {
      try {
        let cursor = overlapping(await this.#storage.erasureCursor())
        for (let some = await this.#erased(cursor); some.length > 0; some = await this.#erased(cursor))
          for (const one of some) {
            if (this.#closed) return
            cursor = one.cursor
            if (this.#gone.has(one.dossierId)) continue
            await this.#erase(one.dossierId)
            await this.#storage.followedErasuresTo(cursor)
            this.#gone.add(one.dossierId)
          }
        this.#isBehind = false
      } catch {
        // Consent or the database is away.
        this.#isBehind = true
      }
    })
  }

  /** Follows again when it could not the last time. */
  again(): void {
    if (this.#isBehind) this.follow()
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#last
  }
}
