import {
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { isData, type Data } from './merge.ts'
import type { Fits } from './types.ts'

/** What a projection keeps while it runs: the way to where it stands, and what to do with a null where none may be. */
export interface Tracing {
  path: (string | number)[]
  missing(path: readonly (string | number)[], field: string): void
}

/** Cuts exactly what was asked for out of what the subgraphs gave, in the order of the question. */
export type Projection = (data: Data, tracing: Tracing) => Data | null

export interface ProjectionInput {
  schema: GraphQLSchema
  fits: Fits
  operation: OperationDefinitionNode
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  rootType: GraphQLObjectType
  /** Values of the variables in `@skip` and `@include`: a projection is made per combination. */
  flags: Readonly<Record<string, unknown>>
}

/** Said by a value that cannot be: its parent becomes null, or says the same when that may not be null either. */
const IMPOSSIBLE = Symbol('a null where none may be')

/** Makes one value that is there. */
type Complete = (value: NonNullable<unknown>, tracing: Tracing) => unknown

/** A place for a value, a field or the items of a list: without `complete` the value is passed on as it is. */
interface Place {
  required: boolean
  complete: Complete | undefined
  /** `Type.field`, for the error when the value is missing. */
  field: string
  /** The answer to `__typename`, which needs no subgraph. */
  constant?: string
}

type Sets = readonly SelectionSetNode[]

/** Compiles the projection of one operation; the types are worked out when they are first met. */
export function compileProjection({
  schema,
  fits,
  operation,
  fragments,
  rootType,
  flags,
}: ProjectionInput): Projection {
  const root = object(rootType, [operation.selectionSet])
  return (data, tracing) => {
    const made = root(data, tracing)
    return made === IMPOSSIBLE ? null : (made as Data | null)
  }

  function object(type: GraphQLCompositeType, sets: Sets): Complete {
    let places: [string, Place][] | undefined
    return (value, tracing) => {
      if (!isData(value)) return null
      places ??= placesOf(type, sets)
      const made: Data = {}
      for (const [key, place] of places) {
        if (place.constant !== undefined) {
          made[key] = place.constant
          continue
        }
        const found = value[key]
        if (place.complete === undefined && found !== null && found !== undefined) {
          made[key] = found
          continue
        }
        const completed = fill(place, found, key, tracing)
        if (completed === IMPOSSIBLE) return IMPOSSIBLE
        made[key] = completed
      }
      return made
    }
  }

  function placesOf(type: GraphQLCompositeType, sets: Sets): [string, Place][] {
    const byKey = new Map<string, { name: string; sets: SelectionSetNode[] }>()
    const spread = new Set<string>()
    for (const set of sets) collect(type, set, byKey, spread)
    return [...byKey].map(([key, { name, sets: inner }]) => {
      const field = `${type.name}.${name}`
      if (name === '__typename') return [key, { required: false, complete: undefined, field, constant: type.name }]
      if (name === '__schema' || name === '__type') return [key, { required: false, complete: undefined, field }]
      const definition = isUnionType(type) ? undefined : type.getFields()[name]
      if (!definition) throw new Error(`The schema has no field ${field}.`)
      return [key, placeOf(definition.type, inner, field)]
    })
  }

  function collect(
    type: GraphQLCompositeType,
    set: SelectionSetNode,
    into: Map<string, { name: string; sets: SelectionSetNode[] }>,
    spread: Set<string>,
  ): void {
    for (const selection of set.selections) {
      if (!isWanted(selection, flags)) continue
      if (selection.kind === 'Field') {
        const key = selection.alias?.value ?? selection.name.value
        let field = into.get(key)
        if (!field) into.set(key, (field = { name: selection.name.value, sets: [] }))
        if (selection.selectionSet) field.sets.push(selection.selectionSet)
      } else if (selection.kind === 'InlineFragment') {
        const condition = selection.typeCondition?.name.value
        if (condition === undefined || fits(type.name, condition)) collect(type, selection.selectionSet, into, spread)
      } else {
        const fragment = fragments.get(selection.name.value)
        if (!fragment || spread.has(fragment.name.value)) continue
        spread.add(fragment.name.value)
        if (fits(type.name, fragment.typeCondition.name.value)) collect(type, fragment.selectionSet, into, spread)
      }
    }
  }

  function placeOf(type: GraphQLOutputType, sets: Sets, field: string): Place {
    if (isNonNullType(type)) return { ...placeOf(type.ofType as GraphQLOutputType, sets, field), required: true }
    if (isListType(type))
      return { required: false, complete: list(placeOf(type.ofType as GraphQLOutputType, sets, field)), field }
    if (isObjectType(type)) return { required: false, complete: object(type, sets), field }
    if (isAbstractType(type)) return { required: false, complete: abstract(type, sets), field }
    if (!isEnumType(type)) return { required: false, complete: undefined, field }
    const values = new Set<unknown>(type.getValues().map(({ name }) => name))
    return { required: false, complete: (value) => (values.has(value) ? value : null), field }
  }

  function list(item: Place): Complete {
    return (value, tracing) => {
      if (!Array.isArray(value)) return null
      const made: unknown[] = []
      for (let index = 0; index < value.length; index++) {
        const completed = fill(item, value[index], index, tracing)
        if (completed === IMPOSSIBLE) return IMPOSSIBLE
        made.push(completed)
      }
      return made
    }
  }

  /** The type is what the subgraph named; where the plan needed no name, what the abstract type itself has is enough. */
  function abstract(declared: GraphQLAbstractType, sets: Sets): Complete {
    const byType = new Map<unknown, Complete>()
    return (value, tracing) => {
      if (!isData(value)) return null
      const typename = value['__typename']
      let complete = byType.get(typename)
      if (!complete) {
        const type = typeof typename === 'string' ? schema.getType(typename) : declared
        complete = isCompositeType(type) ? object(type, sets) : () => null
        byType.set(typename, complete)
      }
      return complete(value, tracing)
    }
  }
}

/** Puts a value in its place. A required place without a value is impossible, and reported once, where it happened. */
function fill(place: Place, found: unknown, key: string | number, tracing: Tracing): unknown {
  let completed: unknown = null
  if (found !== null && found !== undefined) {
    if (place.complete === undefined) return found
    tracing.path.push(key)
    completed = place.complete(found, tracing)
    tracing.path.pop()
  }
  if (completed === IMPOSSIBLE) return place.required ? IMPOSSIBLE : null
  if (completed !== null || !place.required) return completed
  tracing.missing([...tracing.path, key], place.field)
  return IMPOSSIBLE
}

/** Whether `@skip` and `@include` leave a selection in. */
export function isWanted(selection: SelectionNode, flags: Readonly<Record<string, unknown>>): boolean {
  for (const directive of selection.directives ?? []) {
    const name = directive.name.value
    if (name !== 'skip' && name !== 'include') continue
    const value = directive.arguments?.[0]?.value
    const on =
      value?.kind === 'Variable' ? flags[value.name.value] === true : value?.kind === 'BooleanValue' && value.value
    if (on === (name === 'skip')) return false
  }
  return true
}
