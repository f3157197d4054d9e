import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql'
import type { Bus } from './bus.ts'
import type { Database } from './database.ts'
import type { Judge } from './judge.ts'
import type { Asking } from './viewer.ts'

/** What a subgraph is given when it is opened. Time, keys and connections come in here and from nowhere else. */
export interface House {
  database: Database
  bus: Bus
  /** The referee; `consent` is given a judge that it makes itself. */
  judge: Judge
  clock: () => Date
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
  close(): Promise<void>
}

/** A subgraph's only export towards the outside: its name and how to open it. */
export interface Subgraph<Opened extends OpenSubgraph = OpenSubgraph> {
  name: string
  open(house: House): Promise<Opened>
}
