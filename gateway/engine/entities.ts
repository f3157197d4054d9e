import type { FlattenNodePathSegment, RequiresSelection } from '@graphql-hive/router-query-planner'
import { isData, merge, type Data } from './merge.ts'
import type { Path } from './path.ts'
import type { Fits } from './types.ts'

/** The entities that one fetch completes: where they stand, and each of them once as the subgraph will be asked for it. */
export interface Gathered {
  targets: Data[]
  paths: Path[]
  /** Per target, the index of its representation. */
  order: number[]
  representations: Data[]
}

export type Gather = (data: Data, into: Gathered) => void
export type Represent = (entity: Data) => Data | undefined

export const nothingGathered = (): Gathered => ({ targets: [], paths: [], order: [], representations: [] })

/** Walks to every entity on the path and adds it, equal ones only once. `seen` lives as long as one gathering. */
export function compileGather(path: readonly FlattenNodePathSegment[], represent: Represent, fits: Fits) {
  return (data: Data, into: Gathered, seen: Map<string, number>): void => {
    walk(data, 0, undefined)
    function walk(value: unknown, depth: number, at: Path | undefined): void {
      if (value === null || value === undefined) return
      if (Array.isArray(value)) {
        const next = path[depth] === '@' ? depth + 1 : depth
        for (let index = 0; index < value.length; index++) walk(value[index], next, { before: at, key: index })
        return
      }
      if (typeof value !== 'object') return
      const entity = value as Data
      const segment = path[depth]
      if (segment === undefined) return add(entity, at)
      if (segment === '@') return
      if ('Field' in segment) return walk(entity[segment.Field], depth + 1, { before: at, key: segment.Field })
      const typename = entity['__typename']
      if (typeof typename === 'string' && !segment.TypeCondition.some((type) => fits(typename, type))) return
      walk(entity, depth + 1, at)
    }
    function add(entity: Data, at: Path | undefined): void {
      const representation = represent(entity)
      if (representation === undefined || at === undefined) return
      const key = JSON.stringify(representation)
      let index = seen.get(key)
      if (index === undefined) {
        index = into.representations.push(representation) - 1
        seen.set(key, index)
      }
      into.targets.push(entity)
      into.paths.push(at)
      into.order.push(index)
    }
  }
}

/** Puts each answered entity where it belongs. */
export function mergeEntities(answered: unknown, gathered: Gathered): void {
  if (!Array.isArray(answered)) return
  for (let index = 0; index < gathered.targets.length; index++) {
    const entity: unknown = answered[gathered.order[index]!]
    if (isData(entity)) merge(gathered.targets[index]!, entity)
  }
}

/** Makes the function that cuts out of an entity what a subgraph needs to find it again. */
export function compileRepresent(requires: readonly RequiresSelection[] | undefined, fits: Fits): Represent {
  const selections = requires ?? []
  return (entity) => {
    const typename = entity['__typename']
    if (typeof typename !== 'string') return undefined
    const representation: Data = {}
    cut(selections, entity, representation, fits)
    let known = false
    for (const key in representation) if (key !== '__typename') known = true
    if (!known) return undefined
    representation['__typename'] ??= typename
    return representation
  }
}

function cut(selections: readonly RequiresSelection[], from: Data, into: Data, fits: Fits): void {
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const key = selection.alias ?? selection.name
      const found = from[selection.name] === undefined ? from[key] : from[selection.name]
      const value = selection.selections ? cutValue(selection.selections, found, fits) : found
      if (value !== null && value !== undefined)
        into[key] = isData(into[key]) && isData(value) ? { ...into[key], ...value } : value
    } else if (selection.kind === 'InlineFragment') {
      const typename = from['__typename']
      if (typeof typename !== 'string' || fits(typename, selection.typeCondition))
        cut(selection.selections, from, into, fits)
    }
  }
}

function cutValue(selections: readonly RequiresSelection[], value: unknown, fits: Fits): unknown {
  if (Array.isArray(value)) return value.map((item) => cutValue(selections, item, fits))
  if (!isData(value)) return value
  const into: Data = {}
  cut(selections, value, into, fits)
  return into
}
