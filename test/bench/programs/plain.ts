import type { Engine } from '@doorstroomhub/gateway/engine.ts'
import { comparePaths, formatError, formatFault } from '@doorstroomhub/gateway/engine/errors.ts'
import { execute, validate, type DocumentNode, type GraphQLError } from 'graphql'
import { MergedContext, mergeSubgraphs } from './merge.ts'
import { serveWith } from './shell.ts'

/** The limit in one process: graphql-js alone on the same resolvers, behind the hub's own door. Queries only. */
await serveWith((subgraphs, onUnexpected): Engine => {
  const schema = mergeSubgraphs(subgraphs)
  const judged = new WeakMap<DocumentNode, readonly GraphQLError[]>()
  const faultsOf = (document: DocumentNode): readonly GraphQLError[] => {
    let faults = judged.get(document)
    if (!faults) judged.set(document, (faults = validate(schema, document)))
    return faults
  }
  return {
    schema,
    validate: faultsOf,
    async execute({ document, variables, operationName, asking }) {
      const faults = faultsOf(document)
      if (faults.length > 0) return { errors: faults.map(formatFault) }
      const { data, errors } = await execute({
        schema,
        document,
        variableValues: variables ?? {},
        operationName: operationName ?? null,
        contextValue: new MergedContext(asking),
      })
      if (!errors) return { data: data ?? null }
      const inOrder = [...errors].sort((a, b) => comparePaths(a.path, b.path))
      return {
        errors: inOrder.map((error) => formatError(error, error.path, asking, onUnexpected)),
        data: data ?? null,
      }
    },
    close: async () => undefined,
  }
})
