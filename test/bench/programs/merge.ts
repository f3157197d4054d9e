import type { OperationContext } from '@doorstroomhub/kit/context.ts'
import { contextSymbol } from '@doorstroomhub/kit/serve.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import {
  getNamedType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLType,
} from 'graphql'
import type { Serving } from './shell.ts'

/** One operation on the merged schema: a context for each subgraph, made when its first resolver runs. */
export class MergedContext {
  readonly #asking: Asking
  readonly #made = new Map<Serving, OperationContext>()

  constructor(asking: Asking) {
    this.#asking = asking
  }

  of(subgraph: Serving): OperationContext {
    let context = this.#made.get(subgraph)
    if (!context) this.#made.set(subgraph, (context = subgraph[contextSymbol](this.#asking)))
    return context
  }
}

/** Types with fields in more than one subgraph; every part of them needs the key alone. */
const SHARED = new Set(['Query', 'Dossier', 'Application'])

/** What other subgraphs know only the key of, and consent the rest: looked up where it is first named, as one schema would. */
const LOOKED_UP: Record<string, (stub: never, consent: OperationContext) => unknown> = {
  Organisation: ({ brin }: { brin: string }, consent) =>
    (
      consent as OperationContext & { loaders: { organisation: { load(brin: string): unknown } } }
    ).loaders.organisation.load(brin),
}

/**
 * One plain graphql-js schema of the same guarded resolvers, for queries: the fields of the shared types side by side, each called with
 * its own subgraph's context. A type of several subgraphs that is not shared is there once for each of them, under a name of its own,
 * since a schema can hold but one of a name.
 */
export function mergeSubgraphs(subgraphs: readonly Serving[]): GraphQLSchema {
  const consent = subgraphs.find(({ name }) => name === 'consent')!
  const known = new Map<string, GraphQLNamedType>()
  const names = new Set<string>()

  function named(type: GraphQLNamedType, from: Serving): GraphQLNamedType {
    const isShared = SHARED.has(type.name) || isScalarType(type) || isEnumType(type)
    const owner = type.name in LOOKED_UP ? consent : from
    const key = isShared ? type.name : `${owner.name}/${type.name}`
    const found = known.get(key)
    if (found) return found
    const made = isObjectType(type) ? object(type, owner, isShared) : type
    if (!isObjectType(type) && !isScalarType(type) && !isEnumType(type) && !isInputObjectType(type))
      throw new Error(`The merged schema knows no types like ${type.name}.`)
    known.set(key, made)
    return made
  }

  function object(type: GraphQLObjectType, owner: Serving, isShared: boolean): GraphQLObjectType {
    const name = names.has(type.name) ? `${type.name}_${owner.name.replaceAll('-', '_')}` : type.name
    names.add(name)
    const parts = isShared ? subgraphs : [owner]
    return new GraphQLObjectType({
      name,
      fields: () => {
        const fields: Record<string, GraphQLFieldConfig<unknown, MergedContext>> = {}
        for (const part of parts) {
          const there = part.schema.getType(type.name)
          if (!isObjectType(there)) continue
          for (const [field, config] of Object.entries(there.toConfig().fields))
            if (!field.startsWith('_')) fields[field] ??= merged(config, part)
        }
        return fields
      },
    })
  }

  function merged(
    { type, args, resolve }: GraphQLFieldConfig<unknown, unknown>,
    from: Serving,
  ): GraphQLFieldConfig<unknown, MergedContext> {
    const lookUp = from === consent ? undefined : LOOKED_UP[getNamedType(type).name]
    const own: GraphQLFieldResolver<unknown, MergedContext> | undefined =
      resolve && ((parent, given, context, info) => resolve(parent, given, context.of(from), info))
    return {
      type: over(type, (inner) => named(inner, from)) as never,
      args: args ?? {},
      resolve:
        lookUp && own
          ? async (parent, given, context, info) => {
              const stub = await own(parent, given, context, info)
              return stub == null ? stub : lookUp(stub as never, context.of(consent))
            }
          : (own as never),
    }
  }

  return new GraphQLSchema({ query: named(consent.schema.getQueryType()!, consent) as GraphQLObjectType })
}

/** The same lists and non-nulls around another named type. */
function over(type: GraphQLType, change: (named: GraphQLNamedType) => GraphQLNamedType): GraphQLType {
  if (isNonNullType(type)) return new GraphQLNonNull(over(type.ofType, change) as never)
  if (isListType(type)) return new GraphQLList(over(type.ofType, change))
  return change(type)
}
