/** Data of an answer on its way: objects of graphql-js and of JSON, without prototypes to mind. */
export type Data = Record<string, unknown>

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Adds what a subgraph answered to what is already there; the later word counts, but nothing that is known gives way to null. */
export function merge(target: Data, source: Data): void {
  for (const key in source) {
    const ours = target[key]
    const theirs = source[key]
    if (ours === undefined || ours === null) target[key] = theirs
    else if (theirs !== null && theirs !== undefined)
      target[key] = typeof theirs === 'object' ? merged(ours, theirs) : theirs
  }
}

function merged(ours: unknown, theirs: object): unknown {
  if (Array.isArray(theirs)) {
    if (!Array.isArray(ours) || ours.length !== theirs.length) return theirs
    for (let index = 0; index < theirs.length; index++) {
      const item: unknown = theirs[index]
      if (ours[index] === null || ours[index] === undefined) ours[index] = item
      else if (typeof item === 'object' && item !== null) ours[index] = merged(ours[index], item)
    }
    return ours
  }
  if (!isData(ours)) return theirs
  merge(ours, theirs as Data)
  return ours
}
