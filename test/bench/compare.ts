import { isDeepStrictEqual } from 'node:util'

/** An answer cut to what must be the same whoever gives it. */
export interface Comparable {
  data: unknown
  /** `path code` of each error, in the order of the text. */
  errors: string[]
}

interface Answered {
  data?: unknown
  errors?: { path?: (string | number)[]; extensions?: { code?: string } }[]
}

/** Reads an answer. Left out: the order of errors, and what an error has beside its path and code (sentences, places, subgraphs). */
export function comparable(text: string): Comparable {
  const { data, errors } = JSON.parse(text) as Answered
  return {
    data,
    errors: (errors ?? [])
      .map(({ path, extensions }) => `${(path ?? []).join('.')} ${extensions?.code ?? '-'}`)
      .toSorted(),
  }
}

/** The same answer, with the places in lists left out of the paths of its errors. */
export const withoutPlaces = ({ data, errors }: Comparable): Comparable => ({
  data,
  errors: errors.map((error) => error.replaceAll(/\.\d+(?=[. ])/g, '')).toSorted(),
})

/** Asks once. */
export async function answerOf(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers, body })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`It answered ${response.status}: ${text.slice(0, 500)}`)
  return text
}

/** Throws with the first thing that differs. */
export function mustBeAlike(expected: Comparable, given: Comparable, whose: string): void {
  if (!isDeepStrictEqual(expected.data, given.data))
    throw new Error(
      `${whose} answers something else at ${firstDifference(expected.data, given.data) ?? 'an order of fields'}.`,
    )
  if (isDeepStrictEqual(expected.errors, given.errors)) return
  const missing = expected.errors.find((error) => !given.errors.includes(error))
  const extra = given.errors.find((error) => !expected.errors.includes(error))
  throw new Error(
    `${whose} gives other errors: ${given.errors.length} instead of ${expected.errors.length}` +
      `${missing === undefined ? '' : `; not ${missing}`}${extra === undefined ? '' : `; but ${extra}`}.`,
  )
}

/** The path of the first place where two values differ; undefined when they do not. */
function firstDifference(a: unknown, b: unknown, path = 'data'): string | undefined {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return Object.is(a, b)
      ? undefined
      : `${path} (${JSON.stringify(a)?.slice(0, 80)} and ${JSON.stringify(b)?.slice(0, 80)})`
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = firstDifference(
      (a as Record<string, unknown>)[key],
      (b as Record<string, unknown>)[key],
      `${path}.${key}`,
    )
    if (found !== undefined) return found
  }
  return undefined
}
