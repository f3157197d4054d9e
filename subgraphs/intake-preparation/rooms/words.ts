import type { Bus } from '@doorstroomhub/kit/bus.ts'
import type { SchemaDatabase } from '@doorstroomhub/kit/database.ts'
import type { Judge } from '@doorstroomhub/kit/judge.ts'
import type { House } from '@doorstroomhub/kit/subgraph.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type * as Y from 'yjs'
import type { SectionKey } from '../sections.ts'
import type { Limits } from './limits.ts'
import type { Writer } from './writing.ts'
import type { Place } from './storage.ts'
import type { Ticket } from './tickets.ts'

/** What the rooms stand on. */
export interface RoomsHouse {
  database: SchemaDatabase
  bus: Bus
  judge: Judge
  clock: () => Date
  erased: House['erased']
  onError: House['onError']
  /** The asker as a later operation, which the referee believes though the gateway's word has grown old. */
  renew?: (asking: Asking) => Promise<Asking>
  /** Bounds other than the usual ones. */
  limits?: Partial<Limits>
}

/** What a socket asks for. */
export interface Entrance {
  asking: Asking
  intakePreparationId: string
  section: SectionKey
  /** The version of the editor's document schema; null for a client that is no editor of ours. */
  schemaVersion: number | null
  /** When the session ends. */
  until?: Date | null
  /** Aborts when it is ended before. */
  ended?: AbortSignal | null
}

/** The live documents of this replica. */
export interface Rooms {
  /** Lets a socket in, or closes it with the reason (limits.ts: CLOSE). */
  handle(socket: WebSocket, entrance: Entrance): void
  /**
   * An HTTP upgrade at `/documents/<intakePreparationId>/<section in lower case>`. `asking` is who the door proved, null
   * for nobody; a `ticket` in the query proves as much. 401 without either. The query may hold `schema` and `purpose`.
   */
  upgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    asking: Asking | null,
    until?: Date | null,
    ended?: AbortSignal | null,
  ): void
  /** A ticket for one socket within 30 s, for who may open the section: judge before. */
  openTicket(asking: Asking, place: Place): Promise<Ticket>
  /** The section's document as the log has it, on a copy. */
  read(place: Place): Promise<Y.Doc>
  /** Changes a section as one edit of `writer`; false when the fence refused it. */
  edit(place: Place, writer: Writer, change: (document: Y.Doc) => void): Promise<boolean>
  /** Destroys everything of a dossier, on every replica. */
  erase(dossierId: string): Promise<void>
  /** What there is and was done, for measurements. */
  measures(): { rooms: number; sockets: number; statements: number; edits: number }
  close(): Promise<void>
}
