import { type GraphQLError, parse, validate, type DocumentNode, type ExecutionResult } from 'graphql'
import type { ServerResponse } from 'node:http'
import type { Draining } from './drain.ts'
import { invalid } from './errors.ts'
import { speakable } from './serve.ts'
import type { OpenSubgraph } from './subgraph.ts'
import type { Asking } from './viewer.ts'

/** A quiet stream says that it lives, so that nothing between takes it for dead. */
const BEAT_MS = 12_000

interface Body {
  query?: unknown
  variables?: unknown
  operationName?: unknown
}

/**
 * A subscription of a subgraph that stands alone, as server-sent events (graphql-sse, distinct connections): for the
 * gateway alone, which is why a document that does not parse is simply refused.
 */
export async function sendEvents(
  open: OpenSubgraph,
  asking: Asking,
  body: Body | null,
  response: ServerResponse,
  drain?: Draining,
): Promise<void> {
  const document = documentOf(open, body)
  const result = (await open.execute({
    document,
    variables: (body?.variables ?? {}) as Record<string, unknown>,
    ...(typeof body?.operationName === 'string' ? { operationName: body.operationName } : {}),
    asking,
  })) as ExecutionResult | AsyncIterableIterator<ExecutionResult>
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
  const say = (kind: 'next' | 'complete', data?: ExecutionResult) =>
    response.write(`event: ${kind}\ndata: ${data === undefined ? '' : JSON.stringify(shown(data))}\n\n`)
  if (!(Symbol.asyncIterator in result)) {
    say('next', result)
    say('complete')
    response.end()
    return
  }
  // At once: who opened it must know that it is open long before the first event.
  response.flushHeaders()
  // Cut off in the middle, not completed: who follows it knows that there is more, and comes back.
  drain?.streams(response, () => response.destroy())
  const beat = setInterval(() => response.write(':\n\n'), BEAT_MS).unref()
  response.once('close', () => {
    clearInterval(beat)
    void result.return?.()
  })
  try {
    for await (const event of result) say('next', event)
  } catch (error) {
    say('next', { errors: [speakable(error)] })
  }
  if (!response.writableEnded) {
    say('complete')
    response.end()
  }
}

function documentOf(open: OpenSubgraph, body: Body | null): DocumentNode {
  if (typeof body?.query !== 'string') throw invalid('query', 'A query is a text.', 'Een vraag is een tekst.')
  const document = parse(body.query)
  const [fault] = validate(open.schema, document)
  if (fault) throw fault
  return document
}

const shown = (result: ExecutionResult): ExecutionResult => ({
  ...result,
  ...(result.errors
    ? { errors: result.errors.map((error) => speakable(error).toJSON() as unknown as GraphQLError) }
    : {}),
})
