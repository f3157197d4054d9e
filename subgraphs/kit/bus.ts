import { EventEmitter } from 'node:events'

/** Wakes listeners; never the carrier of a fact (design decision 6): who hears something re-reads it. */
export interface Bus {
  publish(subject: string, message: Uint8Array | string): void
  /** Calls `listener` for every message on `subject` (a trailing `.>` matches what follows); returns the way to stop. */
  subscribe(subject: string, listener: (message: Uint8Array, subject: string) => void): () => void
  /** Called when messages may have been missed (the connection was restored): listeners re-read. */
  onGap(listener: () => void): () => void
  /** True when messages arrive; false while a connection is being restored. */
  healthy(): boolean
  close(): Promise<void>
}

const bytes = (message: Uint8Array | string): Uint8Array =>
  typeof message === 'string' ? new TextEncoder().encode(message) : message

/** The bus of one process. Listeners run after the publisher's turn, as over a network. */
export function memoryBus(): Bus {
  const exact = new EventEmitter()
  exact.setMaxListeners(0)
  const prefixes = new Map<string, Set<(message: Uint8Array, subject: string) => void>>()
  return {
    publish(subject, message) {
      const content = bytes(message)
      queueMicrotask(() => {
        exact.emit(subject, content, subject)
        for (const [prefix, listeners] of prefixes)
          if (subject.startsWith(prefix)) for (const listener of [...listeners]) listener(content, subject)
      })
    },
    subscribe(subject, listener) {
      if (!subject.endsWith('.>')) {
        exact.on(subject, listener)
        return () => void exact.off(subject, listener)
      }
      const prefix = subject.slice(0, -1)
      const listeners = prefixes.get(prefix) ?? new Set()
      prefixes.set(prefix, listeners.add(listener))
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) prefixes.delete(prefix)
      }
    },
    onGap: () => () => undefined,
    healthy: () => true,
    async close() {
      exact.removeAllListeners()
      prefixes.clear()
    },
  }
}

/** The bus across processes. It reconnects for ever; while it is away messages are lost, and `onGap` says so on return. */
export async function natsBus(url: string): Promise<Bus> {
  const { connect } = await import('@nats-io/transport-node')
  const connection = await connect({
    servers: url,
    name: 'doorstroomhub',
    maxReconnectAttempts: -1,
    waitOnFirstConnect: true,
    reconnectTimeWait: 250,
    reconnectJitter: 250,
  })
  const gapListeners = new Set<() => void>()
  let up = true
  void (async () => {
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') up = false
      if (status.type === 'reconnect') {
        up = true
        for (const listener of [...gapListeners]) listener()
      }
    }
  })()
  return {
    publish(subject, message) {
      // While NATS is away the client keeps messages until it is back; a closed connection must not break a command.
      if (!connection.isClosed()) connection.publish(subject, message)
    },
    subscribe(subject, listener) {
      const subscription = connection.subscribe(subject, {
        callback: (error, message) => {
          if (!error) listener(message.data, message.subject)
        },
      })
      return () => subscription.unsubscribe()
    },
    onGap(listener) {
      gapListeners.add(listener)
      return () => void gapListeners.delete(listener)
    },
    healthy: () => up && !connection.isClosed(),
    close: () => connection.drain(),
  }
}
