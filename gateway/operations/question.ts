import { HubError, invalid } from '@doorstroomhub/kit/errors.ts'
import type { TrustedDocuments } from '../trusted.ts'

/** What a caller sends, not yet looked at. */
export interface Question {
  query?: unknown
  /** Instead of `query`: `sha256:` and the hash of a question of the pages. In `extensions` too, for clients that add nothing elsewhere. */
  documentId?: unknown
  variables?: unknown
  operationName?: unknown
  extensions?: unknown
}

/** A question of which the outside is in order. */
export interface ReadQuestion {
  query: string
  variables: Record<string, unknown> | undefined
  operationName: string | undefined
  isTrusted: boolean
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads what was sent, or says in words what is wrong with it. */
export function readQuestion(sent: unknown, trusted: TrustedDocuments): ReadQuestion | HubError {
  if (!isRecord(sent))
    return invalid('body', 'Send one JSON object with "query" in it.', 'Stuur een JSON-object met "query" erin.')
  const { variables, operationName, extensions } = sent as Question
  const documentId = (sent as Question).documentId ?? (isRecord(extensions) ? extensions['documentId'] : undefined)
  const isTrusted = documentId !== undefined && documentId !== null
  const query = isTrusted ? trustedText(documentId, trusted) : (sent as Question).query
  if (query instanceof HubError) return query
  if (typeof query !== 'string' || query === '')
    return invalid('query', 'Send the question as text in "query".', 'Stuur de vraag als tekst in "query".')
  if (variables !== undefined && variables !== null && !isRecord(variables))
    return invalid('variables', '"variables" must be a JSON object.', '"variables" moet een JSON-object zijn.')
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    return invalid('operationName', '"operationName" must be text.', '"operationName" moet tekst zijn.')
  if (extensions !== undefined && extensions !== null && !isRecord(extensions))
    return invalid('extensions', '"extensions" must be a JSON object.', '"extensions" moet een JSON-object zijn.')
  // An empty name is what some clients send for none.
  return { query, variables: variables ?? undefined, operationName: operationName || undefined, isTrusted }
}

function trustedText(documentId: unknown, trusted: TrustedDocuments): string | HubError {
  const hash = typeof documentId === 'string' ? /^sha256:([0-9a-f]{64})$/.exec(documentId)?.[1] : undefined
  if (hash === undefined)
    return invalid(
      'documentId',
      '"documentId" must be "sha256:" and 64 hexadecimal signs.',
      '"documentId" moet "sha256:" zijn en dan 64 hexadecimale tekens.',
    )
  return (
    trusted.get(hash) ??
    invalid(
      'documentId',
      'The hub does not know this question. Reload the page: it may be an older one.',
      'De hub kent deze vraag niet. Laad de pagina opnieuw: misschien is die verouderd.',
    )
  )
}

/** What is said to a browser that asks something of its own. */
export const onlyPages = (): HubError =>
  invalid(
    'documentId',
    "Signed in with a browser, the hub answers its own pages' questions only. Systems ask with a token.",
    'Wie met een browser is ingelogd, krijgt alleen antwoord op vragen van de pagina’s zelf. Systemen vragen met een token.',
  )

/** What is said to a student or parent who asks for the graph's own description. */
export const notForYou = (): HubError =>
  invalid(
    'query',
    'The description of the graph is for those who work with it.',
    'De beschrijving van de graph is voor wie ermee werkt.',
  )
