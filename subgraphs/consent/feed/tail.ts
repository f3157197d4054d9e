import type { Bus } from '@doorstroomhub/kit/bus.ts'
import type { Sql } from '@doorstroomhub/kit/database.ts'
import { changesAfter, feedEnd, type FeedChange, type Place } from './rows.ts'

const BATCH = 500
/** The bus only wakes; without it the feed is looked at this often. */
const BEAT_MS = 5_000
/** How soon to look again when something was written that an older, running transaction still holds back. */
const SOON_MS = 20

/**
 * Reads the end of the feed once per process, however many listen, and only while somebody does. Woken by the bus;
 * what it tells is read from the rows, so that a lost message costs a moment and no event.
 */
export class Tail {
  readonly #sql: Sql
  readonly #onError: (error: unknown) => void
  readonly #listeners = new Set<(changes: readonly FeedChange[]) => void>()
  readonly #stops: (() => void)[]
  #place: Place | null = null
  #reading: Promise<void> = Promise.resolve()
  #isWoken = false
  #beat: NodeJS.Timeout | null = null
  #soon: NodeJS.Timeout | null = null

  constructor(sql: Sql, bus: Bus, onError: (error: unknown) => void) {
    this.#sql = sql
    this.#onError = onError
    this.#stops = [bus.subscribe('changes', () => this.wake()), bus.onGap(() => this.wake())]
  }

  /** How many listen now. */
  get size(): number {
    return this.#listeners.size
  }

  /** Hears every change from now on; resolves when nothing that is committed after this can be missed. */
  async listen(listener: (changes: readonly FeedChange[]) => void): Promise<() => void> {
    this.#listeners.add(listener)
    this.#beat ??= setInterval(() => this.wake(), BEAT_MS).unref()
    try {
      await this.#read()
    } catch (error) {
      this.#leave(listener)
      throw error
    }
    return () => this.#leave(listener)
  }

  #leave(listener: (changes: readonly FeedChange[]) => void): void {
    this.#listeners.delete(listener)
    if (this.#listeners.size > 0) return
    if (this.#beat) clearInterval(this.#beat)
    this.#beat = null
    this.#place = null
  }

  /** Looks soon whether there is something new; many wakes at once are one look. */
  wake(): void {
    if (this.#listeners.size === 0 || this.#isWoken) return
    this.#isWoken = true
    this.#read().catch(this.#onError)
  }

  #read(): Promise<void> {
    const next = this.#reading.then(() => this.#readOnce())
    this.#reading = next.catch(() => undefined)
    return next
  }

  async #readOnce(): Promise<void> {
    this.#isWoken = false
    if (this.#place === null) {
      this.#place = (await feedEnd(this.#sql)).place
      return
    }
    for (;;) {
      const changes = await changesAfter(this.#sql, this.#place, BATCH)
      const last = changes.at(-1)
      if (last) {
        this.#place = { tx: last.tx, id: last.id }
        for (const listener of [...this.#listeners]) listener(changes)
      }
      if (changes.length < BATCH) break
    }
    const { isMore } = await feedEnd(this.#sql)
    if (isMore && this.#soon === null)
      this.#soon = setTimeout(() => {
        this.#soon = null
        this.wake()
      }, SOON_MS).unref()
  }

  close(): void {
    for (const stop of this.#stops) stop()
    this.#listeners.clear()
    if (this.#beat) clearInterval(this.#beat)
    if (this.#soon) clearTimeout(this.#soon)
  }
}
