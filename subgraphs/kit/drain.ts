import type { Server, ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** A connection without a question is closed after this; the asker is told, and stops using it a second earlier. */
export const KEEP_ALIVE_MS = 3_000
/** How long a question that was asked may still take. */
const PATIENCE_MS = 10_000

export interface Draining {
  /** From the moment that the process is told to stop. */
  readonly began: boolean
  /** A stream that never ends by itself; `end` is called when the server stops. */
  streams(response: ServerResponse, end: () => void): void
  /** Answers what is asked, says with each answer that the connection ends, and resolves when nobody is connected any more. */
  close(): Promise<void>
}

/**
 * Ends a server without cutting anybody off. Node's own `close` closes every connection that is idle at that moment, also those on
 * which a question is on its way; here they are left until their time is over, which both sides know.
 */
export function draining(server: Server, { drainMs, linger }: { drainMs: number; linger: boolean }): Draining {
  let began = false
  const inFlight = new Set<ServerResponse>()
  const streams = new Map<ServerResponse, () => void>()
  server.on('request', (_request, response: ServerResponse) => {
    if (began) response.shouldKeepAlive = false
    inFlight.add(response)
    response.once('close', () => inFlight.delete(response))
  })
  return {
    get began() {
      return began
    },
    streams(response, end) {
      streams.set(response, end)
      response.once('close', () => streams.delete(response))
    },
    async close() {
      began = true
      for (const response of inFlight) if (!response.headersSent) response.shouldKeepAlive = false
      await pause(drainMs)
      const closed = new Promise<void>((resolve) => {
        if (linger) NetServer.prototype.close.call(server, () => resolve())
        else server.close(() => resolve())
      })
      for (const end of streams.values()) end()
      const tooLong = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
      await closed
      clearTimeout(tooLong)
      // Stops what the server still looks at by itself.
      if (linger) server.close()
    },
  }
}
