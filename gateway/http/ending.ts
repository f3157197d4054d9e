/** A stream of answers that ends by itself at a moment, or when its proof is ended before: a proof of who is asking is not believed for ever, so neither is its stream. */
export function endingAt<Answer>(
  stream: AsyncIterableIterator<Answer>,
  end: { at: Date | null; ended?: AbortSignal | undefined; clock: () => Date; lastWord: () => Answer },
): AsyncIterableIterator<Answer> {
  const { at, ended: signal, clock, lastWord } = end
  if (at === null) return stream
  const over = (): boolean => rung || clock() >= at || signal?.aborted === true
  let ended = false
  let rung = false
  let tell: (over: 'over') => void = () => undefined
  const ring = (): void => {
    rung = true
    tell('over')
  }
  // Longer than a timer can wait it does not need to: no token lives that long, and each event looks again.
  const timer = setTimeout(() => ring(), Math.min(Math.max(0, at.getTime() - clock().getTime()), 2 ** 31 - 1))
  timer.unref()
  signal?.addEventListener('abort', ring)

  /** Not a race against one promise for all: that would hold every answer until the end of the stream. */
  function nextOrOver(): Promise<IteratorResult<Answer> | 'over'> {
    return new Promise((resolve, reject) => {
      tell = resolve
      stream.next().then(resolve, reject)
    })
  }

  function stop(): void {
    ended = true
    signal?.removeEventListener('abort', ring)
    clearTimeout(timer)
    void stream.return?.()
  }

  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      if (ended) return { value: undefined, done: true }
      const first = over() ? 'over' : await nextOrOver()
      if (first === 'over' || (!first.done && over())) {
        stop()
        return { value: lastWord(), done: false }
      }
      if (first.done) stop()
      return first
    },
    async return() {
      stop()
      return { value: undefined, done: true }
    },
  }
}
