import { isAbstractType, type GraphQLSchema } from 'graphql'

/** Answers whether everything of this type name fits under a type condition. */
export type Fits = (typename: string, condition: string) => boolean

/** Looks in the whole supergraph, inaccessible types included: a plan may go through what the public schema hides. */
export function typeConditions(supergraph: GraphQLSchema): Fits {
  const known = new Map<string, ReadonlySet<string>>()
  function objects(name: string): ReadonlySet<string> {
    let found = known.get(name)
    if (!found) {
      const type = supergraph.getType(name)
      found = new Set(isAbstractType(type) ? supergraph.getPossibleTypes(type).map((each) => each.name) : [name])
      known.set(name, found)
    }
    return found
  }
  return (typename, condition) => {
    if (typename === condition) return true
    const members = objects(condition)
    if (members.has(typename)) return true
    // An interface that stands for its objects (an interface object) fits where all of these do.
    return isAbstractType(supergraph.getType(typename)) && objects(typename).isSubsetOf(members)
  }
}
