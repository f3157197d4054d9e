const BEAT_MS = 60_000

/** Does a subgraph's regular work now and every minute; one run at a time. Resolves when the last one is over. */
export function everyMinute(work: () => Promise<unknown>, report: (error: unknown) => void): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  const beat = () => {
    running = running.then(work).catch(report)
  }
  const timer = setInterval(beat, BEAT_MS)
  timer.unref()
  beat()
  return async () => {
    clearInterval(timer)
    await running
  }
}
