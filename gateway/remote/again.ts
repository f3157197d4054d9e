import { ExponentialBackoff, handleWhen, retry, type RetryPolicy } from 'cockatiel'

/** A connection that broke or could not be made; the asker was not kept waiting for an answer. */
const BROKEN: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])
/** Nothing was sent. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

const codeOf = (cause: unknown): string => String((cause as NodeJS.ErrnoException).code)

const again = (isSafe: (cause: unknown) => boolean): RetryPolicy =>
  retry(handleWhen(isSafe), { maxAttempts: 3, backoff: new ExponentialBackoff({ initialDelay: 40, maxDelay: 400 }) })

/**
 * What may be asked again, after a moment with jitter: a question that only reads whenever its connection broke, everything else only
 * when it never left. What came too late is not asked again: the asker waited long enough, and so did the subgraph.
 */
export const askAgain = {
  reading: again((cause) => BROKEN.has(codeOf(cause)) || NEVER_SENT.has(codeOf(cause))),
  writing: again((cause) => NEVER_SENT.has(codeOf(cause))),
}

/** Lets go of `work` as soon as the time is over: undici hears of a signal only when it has a connection, which a line that is cut never gives. */
export function unlessOver<Outcome>(over: AbortSignal, work: Promise<Outcome>): Promise<Outcome> {
  const end = Promise.withResolvers<never>()
  const stop = () => end.reject(over.reason as Error)
  if (over.aborted) stop()
  else over.addEventListener('abort', stop, { once: true })
  return Promise.race([work, end.promise]).finally(() => over.removeEventListener('abort', stop))
}
