import { HubError, internal, invalid, unauthenticated } from '@doorstroomhub/kit/errors.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import {
  GraphQLError,
  Kind,
  parse,
  type DocumentNode,
  type FormattedExecutionResult,
  type OperationDefinitionNode,
  type OperationTypeNode,
} from 'graphql'
import type { Engine } from './engine.ts'
import { formatError, formatFault, type ReportUnexpected } from './engine/errors.ts'
import { excess, limits, tooLong, weigh, type Weight } from './limits.ts'

/** What a caller sends, not yet looked at. */
export interface Question {
  query?: unknown
  variables?: unknown
  operationName?: unknown
  extensions?: unknown
}

interface Refused {
  stage: 'refused'
  kind: OperationTypeNode | undefined
  answer: FormattedExecutionResult
}

/** What came of a question, whatever way it came in. */
export type Reply =
  /** `malformed` is not even a question; the other is one, and was refused before it was carried out. */
  | { stage: 'malformed'; kind: undefined; answer: FormattedExecutionResult }
  | Refused
  | { stage: 'answered'; kind: OperationTypeNode; answer: FormattedExecutionResult }
  | { stage: 'stream'; kind: OperationTypeNode; stream: AsyncIterableIterator<FormattedExecutionResult> }

export interface AskOptions {
  asking: Asking
  signal?: AbortSignal
  /** Says no to a kind of operation that this way in cannot carry: the error to answer with. */
  refuse?: (kind: OperationTypeNode) => HubError | undefined
}

export interface Operations {
  ask(question: unknown, options: AskOptions): Promise<Reply>
  /** A reply for an error that came before there was a question. */
  refusal(error: unknown, asking: Asking): Refused
}

interface Known {
  document: DocumentNode
  weights: Map<OperationDefinitionNode, Weight>
}

/** The cache holds no more documents than this, and no more text: a document weighs many times its text. */
const MOST_DOCUMENTS = 1000
const MOST_TEXT = 2_000_000
const LONGEST_KEPT = 20_000

/** The way of every operation: read, limited, allowed, validated, carried out. The same for POST, GET, streams and sockets. */
export function openOperations(engine: Engine, onUnexpected: ReportUnexpected): Operations {
  const cache = new Map<string, Known>()
  let text = 0

  function remember(query: string, known: Known): void {
    if (query.length > LONGEST_KEPT) return
    cache.set(query, known)
    text += query.length
    for (const oldest of cache.keys()) {
      if (cache.size <= MOST_DOCUMENTS && text <= MOST_TEXT) break
      cache.delete(oldest)
      text -= oldest.length
    }
  }

  function refusal(error: unknown, asking: Asking, kind?: OperationTypeNode): Refused {
    return { stage: 'refused', kind, answer: { errors: [formatError(error, undefined, asking, onUnexpected)] } }
  }

  async function ask(sent: unknown, { asking, signal, refuse }: AskOptions): Promise<Reply> {
    const question = readQuestion(sent)
    if (question instanceof HubError)
      return { stage: 'malformed', kind: undefined, answer: refusal(question, asking).answer }
    const { query, variables, operationName } = question

    let known = cache.get(query)
    const fresh = known === undefined
    if (known) {
      cache.delete(query)
      cache.set(query, known)
    } else {
      const read = readDocument(query)
      if (read instanceof HubError) return refusal(read, asking)
      if ('errors' in read) return { stage: 'refused', kind: undefined, answer: read }
      known = { document: read, weights: weigh(read, engine.schema) }
    }

    const operation = operationOf(known.document, operationName)
    const kind = operation?.operation
    if (operation) {
      const no = refuse?.(operation.operation)
      if (no) return refusal(no, asking, kind)
      if (!asking.viewer && !isAboutSchema(operation)) return refusal(unauthenticated(), asking, kind)
      const over = excess(known.weights.get(operation)!, variables ?? {})
      if (over) return refusal(over, asking, kind)
    }
    if (fresh) {
      const faults = engine.validate(known.document)
      if (faults.length > 0) {
        // Once more with places: what is kept has none, to be small.
        const placed = engine.validate(parse(query, { maxTokens: limits.tokens }))
        return { stage: 'refused', kind, answer: { errors: placed.map(formatFault) } }
      }
      remember(query, known)
    }

    const answer = await engine.execute({ document: known.document, variables, operationName, asking, signal })
    if (Symbol.asyncIterator in answer) return { stage: 'stream', kind: kind!, stream: answer }
    return 'data' in answer ? { stage: 'answered', kind: kind!, answer } : { stage: 'refused', kind, answer }
  }

  return {
    refusal: (error, asking) => refusal(error, asking),
    ask: (question, options) =>
      ask(question, options).catch((cause: unknown) => refusal(internal(cause), options.asking)),
  }
}

interface ReadQuestion {
  query: string
  variables: Record<string, unknown> | undefined
  operationName: string | undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readQuestion(sent: unknown): ReadQuestion | HubError {
  if (!isRecord(sent))
    return invalid('body', 'Send one JSON object with "query" in it.', 'Stuur een JSON-object met "query" erin.')
  const { query, variables, operationName, extensions } = sent as Question
  if (typeof query !== 'string' || query === '')
    return invalid('query', 'Send the question as text in "query".', 'Stuur de vraag als tekst in "query".')
  if (variables !== undefined && variables !== null && !isRecord(variables))
    return invalid('variables', '"variables" must be a JSON object.', '"variables" moet een JSON-object zijn.')
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    return invalid('operationName', '"operationName" must be text.', '"operationName" moet tekst zijn.')
  if (extensions !== undefined && extensions !== null && !isRecord(extensions))
    return invalid('extensions', '"extensions" must be a JSON object.', '"extensions" moet een JSON-object zijn.')
  // An empty name is what some clients send for none.
  return { query, variables: variables ?? undefined, operationName: operationName || undefined }
}

function readDocument(query: string): DocumentNode | HubError | (FormattedExecutionResult & { errors: unknown }) {
  try {
    return parse(query, { maxTokens: limits.tokens, noLocation: true })
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    return / tokens\. Parsing aborted/.test(error.message) ? tooLong() : { errors: [formatFault(error)] }
  }
}

/** The operation that is meant; undefined when that is not clear, which the engine will say. */
function operationOf({ definitions }: DocumentNode, name: string | undefined): OperationDefinitionNode | undefined {
  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
  const meant = name === undefined ? operations : operations.filter((each) => each.name?.value === name)
  return meant.length === 1 ? meant[0] : undefined
}

/** What may be asked without saying who is asking: the shape of the graph, and nothing in it. A fragment is not looked into. */
const isAboutSchema = ({ operation, selectionSet }: OperationDefinitionNode): boolean =>
  operation === 'query' &&
  selectionSet.selections.every((each) => each.kind === Kind.FIELD && each.name.value.startsWith('__'))
