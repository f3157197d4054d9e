/** A stream that was cut off before its end: who follows it is cut off too, instead of being told that it is complete, and comes back. */
export class CutOff extends Error {
  override readonly name = 'CutOff'
}

/**
 * Turns a stream of a subgraph into a stream of answers, event by event. An explicit iterator on purpose: an async generator that
 * is parked on `await` cannot be returned, and a subscriber who leaves must be gone at once.
 */
export function following<From, To>(
  source: AsyncIterable<From>,
  answer: (event: From) => Promise<To>,
  broken: (cause: unknown) => To,
  ended: () => void,
): AsyncIterableIterator<To> & { return(): Promise<IteratorResult<To>> } {
  const events = source[Symbol.asyncIterator]()
  const done: IteratorResult<To> = { value: undefined, done: true }
  let closed = false
  // Who waits for the next event. Not a race against one promise for all: that would hold every event until the end.
  const parked = new Set<(result: IteratorResult<To> | Promise<IteratorResult<To>>) => void>()

  function close(last: IteratorResult<To> | Promise<IteratorResult<To>> = done): void {
    if (closed) return
    closed = true
    for (const go of parked) go(last)
    parked.clear()
    ended()
    // The source may be parked too: it is told to stop, and nobody waits for it.
    void Promise.resolve(events.return?.()).catch(() => undefined)
  }

  async function advance(): Promise<IteratorResult<To>> {
    try {
      const event = await events.next()
      if (closed) return done
      if (event.done) {
        close()
        return done
      }
      const value = await answer(event.value)
      return closed ? done : { value, done: false }
    } catch (cause) {
      if (closed) return done
      // The reason is the last answer: who waits for it is not sent away before it.
      if (cause instanceof CutOff) {
        cutOff(cause)
        return done
      }
      parked.clear()
      close()
      return { value: broken(cause), done: false }
    }
  }

  /** Only who waits for the next answer can hear it; without anybody it is simply the end. */
  function cutOff(cause: CutOff): void {
    if (parked.size === 0) return close()
    const rejected = Promise.reject<IteratorResult<To>>(cause)
    rejected.catch(() => undefined)
    close(rejected)
  }

  return {
    [Symbol.asyncIterator]() {
      return this
    },
    next() {
      if (closed) return Promise.resolve(done)
      return new Promise((resolve) => {
        parked.add(resolve)
        void advance().then((result) => {
          parked.delete(resolve)
          resolve(result)
        })
      })
    },
    return() {
      close()
      return Promise.resolve(done)
    },
    throw() {
      close()
      return Promise.resolve(done)
    },
  }
}
