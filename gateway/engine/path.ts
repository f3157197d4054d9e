/** Where a value stands in the answer: the same linked list that graphql-js uses, so that no array is made unless an error needs one. */
export interface Path {
  readonly before: Path | undefined
  readonly key: string | number
}

/** The path as the answer shows it. */
export function pathArray(path: Path | undefined): (string | number)[] {
  const keys: (string | number)[] = []
  for (let at = path; at !== undefined; at = at.before) keys.push(at.key)
  return keys.reverse()
}

/** True when one of the two paths lies on the way to the other. */
export function onSameLine(a: readonly (string | number)[], b: readonly (string | number)[]): boolean {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) if (a[index] !== b[index]) return false
  return true
}
