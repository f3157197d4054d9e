import type { ServerResponse } from 'node:http'

/** A sign of life, so that proxies leave a silent stream open. */
const BEAT_MS = 15_000
/** A reader that lets this much wait has stopped reading. */
const MOST_WAITING = 1024 * 1024

/** Headers of a stream of events. */
export const EVENTS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-accel-buffering': 'no',
} as const

/** Writes one event and waits until there is room for more; false when the reader is gone or has stopped reading. */
export async function writeEvent(
  response: ServerResponse,
  event: 'next' | 'complete',
  data?: unknown,
): Promise<boolean> {
  if (response.destroyed || response.writableEnded) return false
  if (response.write(`event: ${event}\ndata:${data === undefined ? '' : ` ${JSON.stringify(data)}`}\n\n`)) return true
  if (response.writableLength > MOST_WAITING) {
    response.destroy()
    return false
  }
  return new Promise((resolve) => {
    const room = (): void => {
      response.off('drain', room)
      response.off('close', room)
      resolve(!response.destroyed)
    }
    response.on('drain', room)
    response.on('close', room)
  })
}

/** Sends answers as server-sent events in the graphql-sse protocol, until they end or the reader goes. */
export async function streamEvents(response: ServerResponse, answers: AsyncIterableIterator<unknown>): Promise<void> {
  response.writeHead(200, EVENTS)
  // The first bytes tell the reader that its question was taken.
  response.write(':\n\n')
  let gone = response.destroyed
  const leave = (): void => {
    gone = true
    void answers.return?.()
  }
  response.once('close', leave)
  const beat = setInterval(() => response.write(':\n\n'), BEAT_MS)
  beat.unref()
  try {
    for (;;) {
      const { value, done } = await answers.next()
      if (done === true || gone) break
      if (!(await writeEvent(response, 'next', value))) return
    }
    if (!gone) response.end('event: complete\ndata:\n\n')
  } finally {
    clearInterval(beat)
    response.off('close', leave)
    void answers.return?.()
  }
}
