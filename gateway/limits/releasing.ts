/** The same stream, which gives something back once: when it is over, or when its reader leaves. */
export function releasing<Answer>(
  stream: AsyncIterableIterator<Answer>,
  release: () => void,
): AsyncIterableIterator<Answer> {
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      const result = await stream.next()
      if (result.done) release()
      return result
    },
    async return() {
      release()
      await stream.return?.()
      return { value: undefined, done: true }
    },
  }
}
