/** Wakes listeners; never the carrier of a fact (design decision 6): who hears something re-reads it. */
export interface Bus {
  publish(subject: string, message: Uint8Array | string): void
  /** Calls `listener` for every message on `subject` (a trailing `.>` matches what follows); returns the way to stop. */
  subscribe(subject: string, listener: (message: Uint8Array, subject: string) => void): () => void
  /** True when messages arrive; false while a connection is being restored. */
  healthy(): boolean
  close(): Promise<void>
}
