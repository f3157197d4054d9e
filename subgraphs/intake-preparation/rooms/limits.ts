/** Every bound and interval of the rooms, in one place; tests shorten intervals, nothing else. */
export interface Limits {
  /** Largest frame from a client, bytes. */
  frame: number
  /** Largest document, bytes of its Yjs state. */
  document: number
  /** Edits that wait for what they build on, bytes. */
  pending: number
  /** Sockets per document and per person, over all replicas. */
  perDocument: number
  perPerson: number
  /** Bytes that a slow reader may leave unread before it is sent away. */
  unsent: number
  /** One person's presence, bytes. */
  presence: number
  /** A socket's token bucket: messages and bytes per second, and how many seconds of them it may save up. */
  messagesPerSecond: number
  bytesPerSecond: number
  savedSeconds: number
  /** The log is folded into the snapshot at so many edits or bytes. */
  compactEdits: number
  compactBytes: number
  /** Milliseconds between two judgements of an open socket. */
  judgeEvery: number
  /** A stock client gives up after 30 s of silence: nobody hears nothing for longer than this. */
  keepAlive: number
  /** Text and HTML are read again this long after an edit, unless somebody asks for them before. */
  deriveAfter: number
  /** An empty room is put away after this. */
  idle: number
  /** How often a replica says that its sockets live, and when others stop believing it. */
  socketSeen: number
  socketStale: number
  /** How long a presence lives without a word. */
  presenceStale: number
  /** The tick of all of the above. */
  tick: number
}

const KB = 1024
export const LIMITS: Limits = {
  frame: 512 * KB,
  document: 2 * KB * KB,
  pending: 64 * KB,
  perDocument: 100,
  perPerson: 20,
  unsent: KB * KB,
  presence: 4 * KB,
  messagesPerSecond: 200,
  bytesPerSecond: 512 * KB,
  savedSeconds: 10,
  compactEdits: 200,
  compactBytes: 256 * KB,
  judgeEvery: 14_000,
  keepAlive: 14_000,
  deriveAfter: 5_000,
  idle: 30_000,
  socketSeen: 5_000,
  socketStale: 16_000,
  presenceStale: 30_000,
  tick: 1_000,
}

/**
 * Why a socket is closed. A stock client stops for good on 4400-4499 and comes back by itself after 1013.
 * - 4400 it sent what no client sends.
 * - 4401 its session ended.
 * - 4403 it may not (any more), or it wrote where it may only read.
 * - 4413 the document is full.
 * - 4426 the page is older than the document's schema: reload it.
 * - 1012 this server goes away, another takes over.
 * - 1013 try again: the database, the bus or the referee is away, or there is no room now.
 */
export const CLOSE = {
  malformed: [4400, 'malformed'],
  sessionEnded: [4401, 'session ended'],
  forbidden: [4403, 'not allowed'],
  full: [4413, 'document is full'],
  outdated: [4426, 'reload the page'],
  restart: [1012, 'restarting'],
  tryAgain: [1013, 'try again'],
} as const satisfies Record<string, readonly [number, string]>

export type CloseReason = (typeof CLOSE)[keyof typeof CLOSE]
