import { QueryPlanner } from '@graphql-hive/router-query-planner'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import {
  buildASTSchema,
  execute as executeLocally,
  getVariableValues,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLError,
  type GraphQLScalarType,
  type GraphQLSchema,
} from 'graphql'
import { comparePaths, formatError, formatFault, type ReportUnexpected } from './engine/errors.ts'
import { following } from './engine/following.ts'
import { isData } from './engine/merge.ts'
import { onSameLine } from './engine/path.ts'
import { prepare, type Prepared } from './engine/prepared.ts'
import type { Projection } from './engine/projection.ts'
import { publicSchema } from './engine/schema.ts'
import type { ExecuteSubgraph, Run } from './engine/run.ts'
import { typeConditions } from './engine/types.ts'
import { faultsIn, MOST_FAULTS } from './engine/values.ts'

/** One operation at the door. */
export interface EngineRequest {
  document: DocumentNode
  variables?: Readonly<Record<string, unknown>> | undefined
  operationName?: string | undefined
  asking: Asking
  signal?: AbortSignal | undefined
}

export type Answer = FormattedExecutionResult

export interface Engine {
  /** The graph as its users see it. */
  schema: GraphQLSchema
  /** What is wrong with a document by the rules of GraphQL; looked at once per document. */
  validate(document: DocumentNode): readonly GraphQLError[]
  /** Answers a query or mutation; gives a stream of answers for a subscription. An answer without `data` is a refused request. */
  execute(request: EngineRequest): Promise<Answer | AsyncIterableIterator<Answer>>
  /** Ends every open subscription. */
  close(): Promise<void>
}

export interface EngineOptions {
  supergraphSdl: string
  /** Reaches a subgraph. */
  execute: ExecuteSubgraph
  /** Scalars that check their input at the door; the others are passed on as they are. */
  scalars?: readonly GraphQLScalarType[]
  /** Each event of a subscription is asked anew: no judgement and no loader outlives it. */
  renewAsking: (asking: Asking) => Asking
  onUnexpected: ReportUnexpected
}

/**
 * Opens the engine: Hive's query planner (Rust) makes the plans, and this folder carries them out. Plans hang on the document
 * they were made for, so the bound of the cache of documents is theirs too.
 */
export function openEngine(options: EngineOptions): Engine {
  const planner = new QueryPlanner(options.supergraphSdl)
  const supergraph = buildASTSchema(parse(options.supergraphSdl, { noLocation: true }), {
    assumeValidSDL: true,
    assumeValid: true,
  })
  const schema = publicSchema(planner.consumerSchema, options.scalars ?? [])
  const preparing = { schema, planner, fits: typeConditions(supergraph), execute: options.execute }
  const known = new WeakMap<DocumentNode, Map<string, Prepared>>()
  const open = new Set<{ return(): unknown }>()
  const judged = new WeakMap<DocumentNode, readonly GraphQLError[]>()

  function faultsOf(document: DocumentNode): readonly GraphQLError[] {
    let faults = judged.get(document)
    if (!faults) judged.set(document, (faults = validate(schema, document, undefined, { maxErrors: 20 })))
    return faults
  }

  function prepared(document: DocumentNode, operationName: string | undefined): Prepared {
    let byName = known.get(document)
    if (!byName) known.set(document, (byName = new Map()))
    const key = operationName ?? ''
    let found = byName.get(key)
    if (!found) {
      found = prepare(document, operationName, preparing)
      byName.set(key, found)
    }
    return found
  }

  function answer(projection: Projection, run: Run): Answer {
    const { asking } = run
    const data = projection(run.data, {
      path: [],
      missing(path, field) {
        if (run.gone?.has(String(path[0]))) return
        if (run.errors.some((found) => found.path !== undefined && onSameLine(found.path, path))) return
        const error = new Error(`No value for ${field}, which may not be null.`)
        run.errors.push({ error, path: path.slice(), subgraph: undefined })
      },
    })
    if (run.errors.length === 0) return { data }
    // Subgraphs answer in any order; the order of errors must not tell anything about them.
    run.errors.sort((a, b) => comparePaths(a.path, b.path))
    const reported = new Set<unknown>()
    const report: ReportUnexpected = (cause, ...rest) => {
      if (reported.has(cause)) return
      reported.add(cause)
      options.onUnexpected(cause, ...rest)
    }
    return {
      errors: run.errors.map(({ error, path, subgraph }) => formatError(error, path, asking, report, subgraph)),
      data,
    }
  }

  const refused = (cause: unknown, asking: Asking): Answer => ({
    errors: [formatError(cause, undefined, asking, options.onUnexpected)],
  })

  async function subscribe(
    projection: Projection,
    run: Run,
    source: AsyncIterable<ExecutionResult>,
    step: (run: Run) => Promise<void> | undefined,
  ) {
    const stream = following(
      source,
      async (event) => {
        const each: Run = {
          ...run,
          asking: options.renewAsking(run.asking),
          data: isData(event.data) ? event.data : {},
          errors: [],
        }
        for (const error of event.errors ?? [])
          each.errors.push({ error, path: error.path?.slice(), subgraph: undefined })
        await step(each)
        return answer(projection, each)
      },
      (cause) => refused(cause, run.asking),
      () => open.delete(stream),
    )
    open.add(stream)
    if (run.signal?.aborted) void stream.return()
    run.signal?.addEventListener('abort', () => void stream.return(), { once: true })
    return stream
  }

  return {
    schema,
    validate: faultsOf,
    async execute({ document, variables, operationName, asking, signal }) {
      try {
        // The planner ends the process on a document that is not valid, so none gets there.
        const faults = faultsOf(document)
        if (faults.length > 0) return { errors: faults.map(formatFault) }
        const operation = prepared(document, operationName)
        const definitions = operation.operation.variableDefinitions ?? []
        const coerced = getVariableValues(schema, definitions, variables ?? {}, { maxErrors: MOST_FAULTS })
        if (coerced.errors) return { errors: faultsIn(schema, definitions, variables ?? {}, asking) }
        const run: Run = { data: {}, errors: [], variables: coerced.coerced, asking, signal }
        const { introspection, projection, plan: planning } = operation.variant(run.variables)
        const plan = await planning
        if (plan.open) {
          const source = await plan.open(run)
          if (Symbol.asyncIterator in source) return await subscribe(projection, run, source, plan.step)
          return {
            errors: (source.errors ?? []).map((error) => formatError(error, error.path, asking, options.onUnexpected)),
          }
        }
        if (introspection) {
          const { data } = await executeLocally({
            schema,
            document: introspection,
            variableValues: run.variables,
          })
          Object.assign(run.data, data)
        }
        await plan.step(run)
        return answer(projection, run)
      } catch (cause) {
        return refused(cause, asking)
      }
    },
    async close() {
      for (const stream of [...open]) stream.return()
    },
  }
}
