import { Client, cacheExchange, fetchExchange, makeOperation, mapExchange, type Operation } from 'urql'
import type { Purpose } from '../graphql/schema.ts'
import { firstAnswer } from './first.ts'
import type { Language } from './language.ts'

export interface Asker {
  language: Language
  /** What the mbo's people read for; null for everybody else. */
  purpose: Purpose | null
}

/**
 * Every question of a page is asked again after every act. By the kinds of thing in the answer alone, a list that was empty would stay
 * so: it names no kind.
 */
const asking = mapExchange({ onOperation: (operation) => (operation.kind === 'query' ? any(operation) : operation) })
/** Only after one that worked: without a connection a page keeps what it had. */
const done = mapExchange({
  onResult: (result) =>
    result.operation.kind === 'mutation' && !result.error ? { ...result, operation: any(result.operation) } : result,
})
const any = (operation: Operation): Operation =>
  makeOperation(operation.kind, operation, { ...operation.context, additionalTypenames: ['Query'] })

/**
 * The way to the graph. A whole answer is kept with its errors and asked again after an act of this person: an answer put
 * together from older pieces could show what has been closed since (docs/decisions/pages.md).
 */
export function openClient({ language, purpose }: Asker): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchSubscriptions: true,
    requestPolicy: 'cache-and-network',
    exchanges: [asking, cacheExchange, done, fetchExchange],
    fetch: askInTime,
    fetchOptions: () => ({
      credentials: 'same-origin',
      headers: { 'accept-language': language, ...(purpose === null ? {} : { 'x-purpose': purpose }) },
    }),
  })
}

/** Who hears nothing for this long does not know whether to go on. The hub itself says sooner that a part of it does not answer. */
const PATIENCE_MS = 30_000

/** What ends a question that was not answered in time. */
export class TooSlow extends Error {}

/** A question or an act that is not answered whole in time fails with a word, and can be done again; a stream stays open. */
async function askInTime(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { accept } = (init?.headers ?? {}) as Record<string, string>
  if (accept?.startsWith('text/event-stream')) return askByName(input, init)
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(new TooSlow()), PATIENCE_MS)
  init?.signal?.addEventListener('abort', () => late.abort())
  try {
    const answer = await askByName(input, { ...init, signal: late.signal })
    return new Response(await answer.blob(), answer)
  } finally {
    clearTimeout(timer)
  }
}

const names = new Map<string, string>()

/** The name under which the hub knows a question of these pages: the hash over its text, as `npm run pages` wrote it down. */
async function nameOf(query: string): Promise<string> {
  const known = names.get(query)
  if (known !== undefined) return known
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(query))
  const name = `sha256:${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
  names.set(query, name)
  return name
}

/** Sends the name instead of the text: the hub takes nothing else from a browser. Where a page may not hash (plain HTTP, not this machine), the text goes. */
async function askByName(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { body } = init ?? {}
  if (typeof body !== 'string' || !isSecureContext) return fetch(input, init)
  const { query, ...rest } = JSON.parse(body) as { query?: string }
  if (query === undefined) return fetch(input, init)
  const name = await nameOf(query)
  return firstAnswer(name, init ?? {}) ?? fetch(input, { ...init, body: JSON.stringify({ documentId: name, ...rest }) })
}
