import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Bus } from './bus.ts'
import type { Database } from './database.ts'
import type { Judge } from './judge.ts'
import type { Asking } from './viewer.ts'

/** Something that happened to a dossier's content and that consent must know. */
export interface Report {
  dossierId: string
  /** CONTENT: the content changed, so approvals of it are void. FACTS: a fact that decides was corrected. */
  kind: 'CONTENT' | 'FACTS'
  /** CONTENT: the groups of which something changed for who reads them outside school and family; none when nothing did. */
  groups?: readonly string[]
  /** Who did it: subject and role. */
  by: { subject: string; role: string }
  /** FACTS: birthDate, municipalityCode, schoolLevel, identityComplete, openAdvice... only what changed. */
  facts?: Record<string, unknown>
}

/** An intake talk that is over: by whose word, and when. */
export interface EndedTalk {
  applicationId: string
  dossierId: string
  by: { subject: string; name: string }
  at: string
  cursor: string
}

/** A person's session that ended before its time: nobody believes its cookie any more. */
export interface EndedSession {
  id: string
  /** When it would have ended by itself. */
  until: string
  /** When it was ended. */
  at: string
}

/** Bus: a session was ended. */
export const SESSION_ENDED = 'session-ended'
/** Bus: `talk-ended.<dossierId>`. */
export const TALK_ENDED = 'talk-ended'
/** Bus: somebody's rights changed. `rights.<dossierId>` with the new count of rights, or `rights.all` when a region's agreement did. */
export const RIGHTS_CHANGED = 'rights'
/** Bus: `erased.<dossierId>`. */
export const DOSSIER_ERASED = 'erased'

/** What a subgraph is given when it is opened. Time, keys and connections come in here and from nowhere else. */
export interface House {
  database: Database
  bus: Bus
  /** The referee; `consent` is given a judge that it makes itself. */
  judge: Judge
  /** Tells consent a fact that decisions need; resolves when consent has it. Telling twice is harmless. */
  report: (report: Report) => Promise<void>
  /** The dossiers that were erased after this cursor, oldest first: what a subgraph holds of them must go. */
  erased: (after: string | null) => Promise<{ dossierId: string; cursor: string }[]>
  /** The talks that ended after this cursor, oldest first: what was prepared for them is kept as a version. */
  talksEnded: (after: string | null) => Promise<EndedTalk[]>
  clock: () => Date
  /** Where a failure goes that no answer can carry (a background task): the log. */
  onError: (error: unknown) => void
  /** Demo mode: everything is invented, and other systems may be on this machine. Off when not said. */
  demo?: boolean
  /** A restore is at work: time ends nothing by itself, and no partner system is told of anything. */
  idle?: boolean
  /** Named secrets, already read: `personalNumber`, ... */
  keys: Record<string, Uint8Array>
}

/** One operation for one subgraph. */
export interface SubgraphRequest {
  document: DocumentNode
  variables?: Record<string, unknown> | undefined
  operationName?: string | undefined
  asking: Asking
}

/** A subgraph that is ready to answer. */
export interface OpenSubgraph {
  name: string
  schema: GraphQLSchema
  /** Federation SDL, as composed and as committed in schema.graphql. */
  sdl: string
  execute(request: SubgraphRequest): Promise<ExecutionResult> | Promise<AsyncIterable<ExecutionResult>>
  /** Endpoints for other subgraphs alone, by path (`/internal/judge`): the signed asker and the request's JSON in, JSON out. */
  internal?: Record<string, (asking: Asking, body: unknown) => Promise<unknown>>
  /** Websockets beside the graph; `asking` is null for somebody whom the door does not know. */
  sockets?: {
    upgrade(
      request: IncomingMessage,
      socket: Duplex,
      head: Buffer,
      asking: Asking | null,
      until?: Date | null,
      ended?: AbortSignal | null,
    ): void
    /** Says goodbye to all of them, before the server stops. */
    close(): Promise<void>
  }
  close(): Promise<void>
}

/** A subgraph's only export towards the outside: its name and how to open it. */
export interface Subgraph<Opened extends OpenSubgraph = OpenSubgraph> {
  name: string
  open(house: House): Promise<Opened>
}
