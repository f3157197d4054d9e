import { once } from 'node:events'
import type { ServerResponse } from 'node:http'

/** A sign of life, so that proxies leave a silent stream open. */
const BEAT_MS = 15_000
/** A reader that lets this much wait has stopped reading. */
const MOST_WAITING = 1024 * 1024

/** Sends answers as server-sent events in the graphql-sse protocol, until they end or the reader goes. */
export async function streamEvents(response: ServerResponse, answers: AsyncIterableIterator<unknown>): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-accel-buffering': 'no',
  })
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
      if (!response.write(`event: next\ndata: ${JSON.stringify(value)}\n\n`)) {
        if (response.writableLength > MOST_WAITING) return void response.destroy()
        await Promise.race([once(response, 'drain'), once(response, 'close')])
      }
    }
    if (!gone) response.end('event: complete\ndata:\n\n')
  } finally {
    clearInterval(beat)
    response.off('close', leave)
    void answers.return?.()
  }
}
