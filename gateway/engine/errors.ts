import type { ErrorCode } from '@doorstroomhub/kit/errors.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import type { GraphQLError, GraphQLFormattedError } from 'graphql'

/** Told of every error that nobody meant: the cause goes to the log, only the request id goes out. */
export type ReportUnexpected = (cause: unknown, asking: Asking, subgraph: string | undefined) => void

interface Spoken {
  code: ErrorCode
  sentence: { nl: string; en: string }
  extensions: { field?: string; retryAfterSeconds?: number }
}

const CODES: ReadonlySet<unknown> = new Set<ErrorCode>([
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'NOT_AVAILABLE',
  'INVALID',
  'CONFLICT',
  'RATE_LIMITED',
  'TOO_COSTLY',
])

const BROKEN = {
  en: (requestId: string) => `Something went wrong on our side. Request ${requestId}.`,
  nl: (requestId: string) => `Er ging bij ons iets mis. Verzoek ${requestId}.`,
}

/** Looks through the wrapping of graphql-js for the error that was meant for people. */
function spoken(error: unknown): Spoken | undefined {
  let at = error
  for (let depth = 0; depth < 5 && typeof at === 'object' && at !== null; depth++) {
    if ('sentence' in at && 'code' in at) return at as Spoken
    at = (at as { originalError?: unknown }).originalError ?? (at as { cause?: unknown }).cause
  }
  return undefined
}

/**
 * What the outside sees of an error: a sentence in the asker's language, a code of the vocabulary, the input field when there
 * is one. Where it came from, its stack and whatever else a subgraph or an engine added stay inside.
 */
export function formatError(
  error: unknown,
  path: readonly (string | number)[] | undefined,
  asking: Asking,
  report: ReportUnexpected,
  subgraph?: string,
): GraphQLFormattedError {
  const place = path === undefined ? {} : { path }
  const said = spoken(error)
  if (said !== undefined && said.code !== 'INTERNAL') {
    const { field, retryAfterSeconds } = said.extensions
    return {
      message: said.sentence[asking.language],
      ...place,
      extensions: {
        code: said.code,
        ...(field === undefined ? {} : { field }),
        ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
      },
    }
  }
  const { message, extensions } = (error ?? {}) as { message?: unknown; extensions?: Record<string, unknown> }
  if (said === undefined && typeof message === 'string' && extensions !== undefined && CODES.has(extensions['code'])) {
    const { code, field } = extensions
    return { message, ...place, extensions: typeof field === 'string' ? { code, field } : { code } }
  }
  report(error, asking, subgraph)
  return {
    message: BROKEN[asking.language](asking.requestId),
    ...place,
    extensions: { code: 'INTERNAL', requestId: asking.requestId },
  }
}

/** What graphql-js says of a question that is wrong: about the asker's own words, so it may go out as it is. */
export const formatFault = ({ message, locations, originalError }: GraphQLError): GraphQLFormattedError => {
  const field = spoken(originalError)?.extensions.field
  return {
    message,
    ...(locations ? { locations } : {}),
    extensions: field === undefined ? { code: 'INVALID' } : { code: 'INVALID', field },
  }
}

/** Orders errors by their place in the answer; those of the whole come first. */
export function comparePaths(
  a: readonly (string | number)[] | undefined,
  b: readonly (string | number)[] | undefined,
): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const ours = a[index]!
    const theirs = b[index]!
    if (ours !== theirs) return ours < theirs ? -1 : 1
  }
  return a.length - b.length
}
