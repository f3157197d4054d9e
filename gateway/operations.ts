import { HubError, internal, rateLimited, unauthenticated } from '@doorstroomhub/kit/errors.ts'
import type { Asking, Viewer } from '@doorstroomhub/kit/viewer.ts'
import {
  BREAK,
  GraphQLError,
  Kind,
  parse,
  visit,
  type DocumentNode,
  type FormattedExecutionResult,
  type OperationDefinitionNode,
  type OperationTypeNode,
} from 'graphql'
import type { Engine } from './engine.ts'
import { formatError, formatFault, type ReportUnexpected } from './engine/errors.ts'
import { excess, limits, tooLong, weigh, type Weight } from './limits.ts'
import type { Budgets } from './limits/budgets.ts'
import { notForYou, onlyPages, readQuestion } from './operations/question.ts'
import { releasing } from './limits/releasing.ts'
import type { Proof } from './session.ts'
import { noTraces, type Traces } from './traces.ts'
import { hashOf, type TrustedDocuments } from './trusted.ts'

/** What the log calls a question: its name when it is one of the pages', and otherwise the beginning of its hash. */
interface Labelled {
  label?: string
}

interface Refused extends Labelled {
  stage: 'refused'
  kind: OperationTypeNode | undefined
  answer: FormattedExecutionResult
}

/** What came of a question, whatever way it came in. */
export type Reply =
  /** `malformed` is not even a question; the other is one, and was refused before it was carried out. */
  | ({ stage: 'malformed'; kind: undefined; answer: FormattedExecutionResult } & Labelled)
  | Refused
  | ({ stage: 'answered'; kind: OperationTypeNode; answer: FormattedExecutionResult } & Labelled)
  | ({ stage: 'stream'; kind: OperationTypeNode; stream: AsyncIterableIterator<FormattedExecutionResult> } & Labelled)

export interface AskOptions {
  asking: Asking
  /** How the viewer was proven; null when nobody is signed in. */
  by: Proof['by'] | null
  /** Where the question comes from: whom to count for somebody who is not signed in. */
  address: string
  signal?: AbortSignal
  /** Says no to a kind of operation that this way in cannot carry: the error to answer with. */
  refuse?: (kind: OperationTypeNode) => HubError | undefined
}

export interface Operations {
  ask(question: unknown, options: AskOptions): Promise<Reply>
  /** A reply for an error that came before there was a question. */
  refusal(error: unknown, asking: Asking): Refused
}

/** What holds for questions beside the rules of GraphQL. */
export interface OperationRules {
  /** What one asker may do; without it everything, as the bench's peers allow. */
  budgets?: Budgets
  /** The questions of the pages. */
  trusted?: TrustedDocuments
  /** Outside the demo: a browser asks what the pages ask and nothing else, and outsiders learn nothing of the graph's shape. */
  strict?: boolean
  traces?: Traces
  /** Told of each viewer who asks something. */
  onAsker?: (viewer: Viewer | null) => void
}

interface Known {
  document: DocumentNode
  weights: Map<OperationDefinitionNode, Weight>
  /** Asks for the graph's own description. */
  aboutShape: boolean
  hash: string
}

/** The cache holds no more documents than this, and no more text: a document weighs many times its text. */
const MOST_DOCUMENTS = 1000
const MOST_TEXT = 2_000_000
const LONGEST_KEPT = 20_000

/** The way of every operation: read, limited, allowed, validated, carried out. The same for POST, GET, streams and sockets. */
export function openOperations(
  engine: Engine,
  onUnexpected: ReportUnexpected,
  { budgets, trusted = new Map(), strict = false, traces = noTraces, onAsker }: OperationRules = {},
): Operations {
  const cache = new Map<string, Known>()
  let text = 0
  let { schema } = engine

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

  function tooShaped(error: HubError, asking: Asking, kind?: OperationTypeNode): Refused {
    budgets?.onMet('shape')
    return refusal(error, asking, kind)
  }

  async function ask(sent: unknown, options: AskOptions): Promise<Reply> {
    const { asking, by, address, refuse } = options
    const who = { viewer: asking.viewer, address }
    // One for the question itself, whatever comes of it.
    const spent = await budgets?.spend(who, 1)
    if (spent) return refusal(spent, asking)
    const question = readQuestion(sent, trusted)
    if (question instanceof HubError)
      return { stage: 'malformed', kind: undefined, answer: refusal(question, asking).answer }
    const { query, variables, operationName, isTrusted } = question
    if (strict && by === 'cookie' && !isTrusted) return refusal(onlyPages(), asking)

    // The graph may have been composed anew.
    if (engine.schema !== schema) {
      cache.clear()
      ;[schema, text] = [engine.schema, 0]
    }
    let known = cache.get(query)
    const fresh = known === undefined
    if (known) {
      cache.delete(query)
      cache.set(query, known)
    } else {
      const read = readDocument(query)
      if (read instanceof HubError) return tooShaped(read, asking)
      if ('errors' in read) return { stage: 'refused', kind: undefined, answer: read }
      const weights = weigh(read, engine.schema)
      known = { document: read, weights, aboutShape: asksShape(read), hash: hashOf(query) }
    }

    const operation = operationOf(known.document, operationName)
    const kind = operation?.operation
    const label = (isTrusted && operation?.name?.value) || `sha256:${known.hash.slice(0, 12)}`
    const labelled = <Given extends Reply>(reply: Given): Given => Object.assign(reply, { label })
    if (strict && known.aboutShape && !mayKnowShape(asking.viewer))
      return labelled(refusal(asking.viewer ? notForYou() : unauthenticated(), asking, kind))
    if (operation) {
      const no = refuse?.(operation.operation)
      if (no) return labelled(refusal(no, asking, kind))
      if (!asking.viewer && !isAboutSchema(operation)) return labelled(refusal(unauthenticated(), asking, kind))
      const weight = known.weights.get(operation)!
      const over = excess(weight, variables ?? {})
      if (over) return labelled(tooShaped(over, asking, kind))
      const broke = asking.viewer ? await budgets?.spend(who, weight.cost(variables ?? {})) : undefined
      if (broke) return labelled(refusal(broke, asking, kind))
    }
    if (fresh) {
      const faults = engine.validate(known.document)
      if (faults.length > 0) {
        // Once more with places: what is kept has none, to be small.
        const placed = engine.validate(parse(query, { maxTokens: limits.tokens }))
        return labelled({ stage: 'refused', kind, answer: { errors: placed.map(formatFault) } })
      }
      remember(query, known)
    }
    onAsker?.(asking.viewer)
    const { document } = known
    const carry = () => carryOut(document, variables, operationName, kind, options)
    return labelled(await traces.operation(asking, `${kind ?? 'operation'} ${label}`, carry))
  }

  async function carryOut(
    document: DocumentNode,
    variables: Record<string, unknown> | undefined,
    operationName: string | undefined,
    kind: OperationTypeNode | undefined,
    { asking, address, signal }: AskOptions,
  ): Promise<Reply> {
    const who = { viewer: asking.viewer, address }
    const execute = () => engine.execute({ document, variables, operationName, asking, signal })
    const release = kind === 'subscription' && budgets ? budgets.openSubscription(who) : () => undefined
    if (!release) return refusal(rateLimited(), asking, kind)
    try {
      const answer = await (budgets ? budgets.inTurn(who, execute) : execute())
      if (Symbol.asyncIterator in answer) return { stage: 'stream', kind: kind!, stream: releasing(answer, release) }
      release()
      return 'data' in answer ? { stage: 'answered', kind: kind!, answer } : { stage: 'refused', kind, answer }
    } catch (cause) {
      release()
      if (cause instanceof HubError) return refusal(cause, asking, kind)
      throw cause
    }
  }

  return {
    refusal: (error, asking) => refusal(error, asking),
    async ask(question, options) {
      const reply = await ask(question, options).catch((cause: unknown) => refusal(internal(cause), options.asking))
      const outsider = strict && reply.stage === 'refused' && !mayKnowShape(options.asking.viewer)
      return outsider ? { ...reply, answer: withoutSuggestions(reply.answer) } : reply
    },
  }
}

function readDocument(query: string): DocumentNode | HubError | (FormattedExecutionResult & { errors: unknown }) {
  try {
    return parse(query, { maxTokens: limits.tokens, noLocation: true })
  } catch (error) {
    // Brackets in brackets until there is no room left to read them in.
    if (error instanceof RangeError) return tooLong()
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

/** Whether a document asks for the description of the graph, anywhere in it. */
function asksShape(document: DocumentNode): boolean {
  let asks = false
  visit(document, {
    Field({ name }) {
      if (name.value !== '__schema' && name.value !== '__type') return undefined
      asks = true
      return BREAK
    },
  })
  return asks
}

/** Who works at or for a school, region or municipality may build something on the graph. */
const mayKnowShape = (viewer: Viewer | null): boolean =>
  viewer !== null && viewer.role !== 'STUDENT' && viewer.role !== 'GUARDIAN'

/** "Did you mean ...?" tells names that an outsider did not know. */
const withoutSuggestions = (answer: FormattedExecutionResult): FormattedExecutionResult =>
  answer.errors
    ? {
        ...answer,
        errors: answer.errors.map((error) => ({
          ...error,
          message: error.message.replace(/ Did you mean .*\?$/s, ''),
        })),
      }
    : answer
