import { printSubgraphSchema } from '@apollo/subgraph'
import { randomUUID } from 'node:crypto'
import { execute, GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql'
import { Judgements, type OperationContext } from './context.ts'
import { guard, type AccessTable } from './access.ts'
import type { SchemaDatabase } from './database.ts'
import { HubError, internal } from './errors.ts'
import { subscribeAnew } from './subscribe.ts'
import type { House, OpenSubgraph, SubgraphRequest } from './subgraph.ts'
import type { Asking } from './viewer.ts'

/** The parts of which a subgraph is made. */
export interface SubgraphParts<Context extends OperationContext> {
  name: string
  /** The schema as the builder made it, without rules. */
  schema: GraphQLSchema
  access: AccessTable
  database: SchemaDatabase
  house: Pick<House, 'judge' | 'clock'>
  /** Adds what the subgraph's own resolvers need (loaders) to what all have. */
  extend(base: OperationContext): Context
  /** What else must be ended at close. */
  close?(): Promise<void>
}

/** How the HTTP server gets a context for an asker; not for resolvers. */
export const contextSymbol: unique symbol = Symbol('context')

/** Puts the rules on the schema and makes it answer in this process: no HTTP, no printing or parsing. */
export function assemble<Context extends OperationContext>(
  parts: SubgraphParts<Context>,
): OpenSubgraph & {
  [contextSymbol](asking: Asking): Context
} {
  const guarded = guard(parts.schema, parts.access)
  const contextFor = (asking: Asking): Context =>
    parts.extend({
      asking,
      judgements: new Judgements(parts.house.judge, asking, parts.name, parts.access),
      em: parts.database.em(),
      sql: parts.database.sql,
      now: parts.house.clock,
    })
  return {
    name: parts.name,
    schema: guarded,
    sdl: printSubgraphSchema(parts.schema),
    [contextSymbol]: contextFor,
    async execute({ document, variables, operationName, asking }: SubgraphRequest) {
      const args = {
        schema: guarded,
        document,
        variableValues: variables ?? {},
        operationName: operationName ?? null,
        contextValue: contextFor(asking),
      }
      const isSubscription = document.definitions.some(
        (definition) =>
          definition.kind === 'OperationDefinition' &&
          definition.operation === 'subscription' &&
          (!operationName || definition.name?.value === operationName),
      )
      if (!isSubscription) return (await execute(args as never)) as never
      const renewed = () => contextFor({ ...asking, requestId: randomUUID() })
      return (await subscribeAnew(args as never, renewed)) as never
    },
    async close() {
      await parts.close?.()
      await parts.database.close()
    },
  }
}

/** An error as it may leave a subgraph: ours as it is, everything else as INTERNAL with its cause kept for the log. */
export function speakable(error: unknown): GraphQLError {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error
  if (original instanceof HubError) return error as GraphQLError
  // What one of our scalars refused, wrapped by graphql-js with the name of the variable.
  if (original instanceof GraphQLError && original.extensions['code'] === 'INVALID') return error as GraphQLError
  if (error instanceof GraphQLError && error.originalError === undefined) return error
  const shown = internal(original)
  if (!(error instanceof GraphQLError)) return shown
  return new GraphQLError(shown.message, {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    originalError: original instanceof Error ? original : null,
    extensions: shown.extensions,
  })
}

/** Ends with an error of ours when the answer holds none but ours. */
export function clean(result: ExecutionResult): ExecutionResult {
  return result.errors ? { ...result, errors: result.errors.map(speakable) } : result
}
