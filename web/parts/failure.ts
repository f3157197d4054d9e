import type { CombinedError } from 'urql'
import { TooSlow } from './client.ts'

/**
 * What went wrong, as the pages need to know it. `code` is the hub's (README, errors), OFFLINE when the hub was not reached, TOO_SLOW
 * when its answer did not come in time, or UNANSWERED when something answered that is not the graph, such as what stands before a hub
 * that is starting.
 */
export interface Failure {
  code: string
  /** The hub's own sentence, in the language of the page; empty when there is none. */
  message: string
  /** The field of the input that is wrong. */
  field: string | null
}

export const codeOf = (error: { extensions?: Record<string, unknown> }): string =>
  typeof error.extensions?.['code'] === 'string' ? error.extensions['code'] : 'INTERNAL'

/** The first thing that went wrong; null when nothing did. */
export function failureOf(error: CombinedError | undefined): Failure | null {
  if (!error) return null
  const [first] = error.graphQLErrors
  if (first) {
    const field = first.extensions['field']
    return { code: codeOf(first), message: first.message, field: typeof field === 'string' ? field : null }
  }
  if (error.networkError instanceof TooSlow) return { code: 'TOO_SLOW', message: '', field: null }
  const { response } = error as { response?: Response }
  return { code: response && !response.ok ? 'UNANSWERED' : 'OFFLINE', message: '', field: null }
}

/** Whether it is the way to the hub that failed, which says nothing of what was asked. */
export const isUnreached = (failure: Failure | null): boolean =>
  failure?.code === 'OFFLINE' || failure?.code === 'UNANSWERED' || failure?.code === 'TOO_SLOW'

/** Whether the answer says at this place, or above it, that the viewer may not see it (an mbo hears the same when there is nothing). */
export function isClosed(error: CombinedError | undefined, path: readonly (string | number)[]): boolean {
  return (error?.graphQLErrors ?? []).some(
    (each) =>
      codeOf(each) === 'NOT_AVAILABLE' &&
      each.path !== undefined &&
      each.path.length <= path.length &&
      each.path.every((step, index) => step === path[index]),
  )
}
