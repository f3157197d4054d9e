import type { FetchNodePathSegment, InputRewrite } from '@graphql-hive/router-query-planner'
import { isData, type Data } from './merge.ts'
import type { Fits } from './types.ts'

/** A change that the planner asks for on what goes into or comes out of a subgraph (conflicting field types, interface objects). */
export type Rewrite = (value: unknown) => unknown

/** Turns the planner's description into one function; undefined when there is nothing to do. */
export function compileRewrites(rewrites: InputRewrite[] | undefined, fits: Fits): Rewrite | undefined {
  if (!rewrites || rewrites.length === 0) return undefined
  const each = rewrites.map((rewrite) => {
    if ('ValueSetter' in rewrite) return setter(rewrite.ValueSetter.path, rewrite.ValueSetter.setValueTo, fits)
    if ('KeyRenamer' in rewrite) return renamer(rewrite.KeyRenamer.path, rewrite.KeyRenamer.renameKeyTo, fits)
    return setter(rewrite.path, rewrite.setValueTo, fits)
  })
  return (value) => each.reduce((current, rewrite) => rewrite(current), value)
}

const everyItem = (rewrite: Rewrite): Rewrite =>
  function again(value): unknown {
    if (Array.isArray(value)) return value.map(again)
    return isData(value) ? rewrite(value) : value
  }

const under = (types: readonly string[], fits: Fits, next: Rewrite): Rewrite =>
  everyItem((value) => {
    const typename = (value as Data)['__typename']
    if (typeof typename === 'string' && !types.some((type) => fits(typename, type))) return value
    return next(value)
  })

function setter(path: readonly FetchNodePathSegment[], to: string, fits: Fits): Rewrite {
  const [segment, ...rest] = path
  if (segment === undefined) return () => to
  const next = setter(rest, to, fits)
  if ('TypenameEquals' in segment) return under(segment.TypenameEquals, fits, next)
  const key = segment.Key
  return everyItem((value) => {
    const data = value as Data
    if (rest.length > 0 && (data[key] === null || data[key] === undefined)) return data
    return { ...data, [key]: next(data[key]) }
  })
}

function renamer(path: readonly FetchNodePathSegment[], to: string, fits: Fits): Rewrite {
  const [segment, ...rest] = path
  if (segment === undefined) return (value) => value
  const next = renamer(rest, to, fits)
  if ('TypenameEquals' in segment) return under(segment.TypenameEquals, fits, next)
  const key = segment.Key
  return everyItem((value) => {
    const { [key]: found, ...others } = value as Data
    if (rest.length === 0) return key in (value as Data) ? { ...others, [to]: found } : value
    return found === null || found === undefined ? value : { ...others, [key]: next(found) }
  })
}
