import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import type { DocumentNode, ExecutionResult } from 'graphql'
import type { Data } from './merge.ts'

/** One operation for one subgraph, as the engine hands it over. */
export interface SubgraphCall {
  document: DocumentNode
  variables: Record<string, unknown> | undefined
  operationName: string | undefined
  asking: Asking
  signal: AbortSignal | undefined
}

export type SubgraphAnswer = ExecutionResult | AsyncIterable<ExecutionResult>

/** How a subgraph is reached: a function call in one process, HTTP otherwise. */
export type ExecuteSubgraph = (subgraph: string, call: SubgraphCall) => SubgraphAnswer | Promise<SubgraphAnswer>

/** An error with its place in the whole answer, not yet made fit for the outside. */
export interface Found {
  error: unknown
  path: (string | number)[] | undefined
  subgraph: string | undefined
}

/** One execution of a plan: what is known so far and who asks. Never shared between two askers or two events. */
export interface Run {
  data: Data
  errors: Found[]
  /** Fields of the answer that are gone because another one of the same question to a subgraph failed, and is among the errors. */
  gone?: Set<string>
  variables: Record<string, unknown>
  asking: Asking
  signal: AbortSignal | undefined
}

/** A part of a plan, ready to be carried out. Undefined when it was done at once. */
export type Step = (run: Run) => Promise<void> | undefined
