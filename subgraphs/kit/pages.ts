import { invalid } from './errors.ts'
import type { PageInfo } from './builder.ts'

/** The most that one page may hold. */
export const LARGEST_PAGE = 100

/** A page as a connection gives it. */
export interface Connection<Node> {
  edges: { node: Node; cursor: string }[]
  pageInfo: PageInfo
}

/** Checks `first`; INVALID in words when it is not a whole number from 0 to 100. */
export function pageSize(first: number | null | undefined, fallback: number, largest = LARGEST_PAGE): number {
  const size = first ?? fallback
  if (!Number.isInteger(size) || size < 0 || size > largest)
    throw invalid('first', `Ask for 0 to ${largest} at a time.`, `Vraag er 0 tot ${largest} tegelijk.`)
  return size
}

/** An opaque cursor: what kind of list it belongs to, and where in it. */
export const toCursor = (kind: string, at: string): string => Buffer.from(`${kind}:${at}`).toString('base64url')

/** Reads a cursor of this kind of list; INVALID in words for anything else. */
export function fromCursor(kind: string, cursor: string | null | undefined, shape: RegExp): string | null {
  if (cursor === null || cursor === undefined) return null
  const text = cursor.length <= 200 ? Buffer.from(cursor, 'base64url').toString('utf8') : ''
  const at = text.startsWith(`${kind}:`) ? text.slice(kind.length + 1) : ''
  if (!shape.test(at)) throw foreignCursor()
  return at
}

/** What is said of a cursor that this list did not give. */
export const foreignCursor = () =>
  invalid(
    'after',
    'This cursor does not belong to this list. Start again without one.',
    'Deze cursor hoort niet bij deze lijst. Begin opnieuw zonder cursor.',
  )

/** A connection from one row more than was asked for: the extra row only tells that there is a next page. */
export function toConnection<Node>(
  kind: string,
  rows: readonly Node[],
  size: number,
  at: (node: Node) => string,
  after: string | null,
): Connection<Node> {
  const edges = rows.slice(0, size).map((node) => ({ node, cursor: toCursor(kind, at(node)) }))
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}
