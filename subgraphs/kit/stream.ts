/**
 * A stream of events that somebody pushes into. An explicit iterator on purpose: an async generator that is parked on
 * `await` cannot be returned, and a subscriber who leaves must be gone at once.
 */
export interface Stream<Event> extends AsyncIterableIterator<Event> {
  push(event: Event): void
  /** Resolves when nothing waits for the reader any more, or when it is over: for who can go at the reader's own pace. */
  room(): Promise<void>
  /** Ends it after what is waiting; with an error the reader gets that last. */
  end(error?: unknown): void
  return(): Promise<IteratorResult<Event>>
}

/** How many events may wait for a slow reader before it is cut off; it resumes by its cursor. */
export const MOST_WAITING = 1_000

/** Opens a stream; `closed` is called once, however it ends. */
export function openStream<Event>(closed: () => void, most = MOST_WAITING, tooSlow?: () => unknown): Stream<Event> {
  const waiting: Event[] = []
  const readers: { resolve(result: IteratorResult<Event>): void; reject(error: unknown): void }[] = []
  let ended = false
  let failure: { error: unknown } | null = null
  const done: IteratorResult<Event> = { value: undefined, done: true }
  const pacing: (() => void)[] = []

  function finish(): void {
    if (ended) return
    ended = true
    closed()
  }
  function settle(): void {
    while (readers.length > 0 && (waiting.length > 0 || ended)) {
      const reader = readers.shift()!
      const event = waiting.shift()
      if (event !== undefined) reader.resolve({ value: event, done: false })
      else if (failure) {
        reader.reject(failure.error)
        failure = null
      } else reader.resolve(done)
    }
    if (waiting.length === 0 || ended) for (const go of pacing.splice(0)) go()
  }
  const stop = (): Promise<IteratorResult<Event>> => {
    waiting.length = 0
    failure = null
    finish()
    settle()
    return Promise.resolve(done)
  }
  return {
    push(event) {
      if (ended) return
      waiting.push(event)
      if (waiting.length > most) {
        waiting.length = 0
        if (tooSlow) failure = { error: tooSlow() }
        finish()
      }
      settle()
    },
    room: () =>
      new Promise((resolve) => {
        pacing.push(resolve)
        settle()
      }),
    end(error) {
      if (ended) return
      if (error !== undefined) failure = { error }
      finish()
      settle()
    },
    next() {
      return new Promise((resolve, reject) => {
        readers.push({ resolve, reject })
        settle()
      })
    },
    return: stop,
    throw: stop,
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
