import { audienceKey, signAsking, type Asking } from '@doorstroomhub/kit/viewer.ts'
import { circuitBreaker, ConsecutiveBreaker, handleWhen, type CircuitBreakerPolicy } from 'cockatiel'
import { print, type DocumentNode, type ExecutionResult } from 'graphql'
import { setTimeout as pause } from 'node:timers/promises'
import { Agent, request, type Dispatcher } from 'undici'
import type { ExecuteSubgraph, SubgraphCall } from './engine/run.ts'
import { askAgain, unlessOver } from './remote/again.ts'
import { eventsOf } from './remote/events.ts'
import type { RemoteSubgraph } from './settings.ts'
import type { SubgraphSdl } from './supergraph.ts'

/** Subgraphs that run elsewhere, reached over HTTP. */
export interface Remotes {
  execute: ExecuteSubgraph
  /** Their parts of the graph, as they tell them; waits, so long at most, for those that are still starting. */
  sdls(of?: readonly RemoteSubgraph[], startMs?: number): Promise<SubgraphSdl[]>
  /** One check per subgraph that the hub cannot do without, for `/health/ready`. */
  checks: Record<string, () => Promise<void>>
  /** What time it is by the database, as the subgraph that judges tells it. */
  time(): Promise<Date>
  close(): Promise<void>
}

export interface RemoteOptions {
  subgraphs: readonly RemoteSubgraph[]
  /** The gateway's own secret, from which each subgraph's key is derived. */
  secret: Uint8Array
  clock: () => Date
  /** A subgraph of somebody else: it gets no word to the referee. */
  isGuest?: (name: string) => boolean
  /** One without which the hub is ready all the same; the guests, when not given. */
  isOptional?: (name: string) => boolean
  /** How long a subgraph may take to answer. */
  patienceMs?: number | undefined
  /** How long a subgraph that failed time after time is left alone. */
  restMs?: number
  /** How long a subgraph may take to start. */
  startMs?: number
}

const PATIENCE_MS = 10_000
const START_MS = 30_000
/** After so many failures on end nobody waits for a subgraph any more, for a moment: its fields fail at once, and it gets air. */
const FAILURES = 5
const REST_MS = 5_000
/** Nobody waits longer for whether a subgraph is ready; without an end, questions would pile up on a line that loses the answers. */
const READY_MS = 3_000
const LARGEST_ANSWER = 64 * 1024 * 1024
const JUDGE = 'judge'
const REFEREE = 'consent'

/**
 * Opens the way to subgraphs elsewhere. Every request carries who is asking, signed for that subgraph alone, and the same signed for the
 * referee; nothing that came from the caller is passed on. No two requests are ever merged into one.
 */
export function openRemotes({
  subgraphs,
  secret,
  clock,
  patienceMs = PATIENCE_MS,
  startMs = START_MS,
  restMs = REST_MS,
  isGuest = () => false,
  isOptional = isGuest,
}: RemoteOptions): Remotes {
  const agent = new Agent({ keepAliveTimeout: 10_000, maxResponseSize: LARGEST_ANSWER, connect: { timeout: 3_000 } })
  const urls = new Map(subgraphs.map(({ name, url }) => [name, url]))
  const keys = new Map([...urls.keys(), JUDGE].map((audience) => [audience, audienceKey(secret, audience)]))
  for (const { name, key } of subgraphs) if (key) keys.set(name, key)
  const breakers = new Map([...urls.keys()].map((name) => [name, breakerOf(restMs)]))
  const signed = new WeakMap<Asking, Map<string, Promise<string>>>()
  const texts = new WeakMap<DocumentNode, string>()

  /** Signed once per operation and audience: an operation lives shorter than what it signs. */
  function sign(asking: Asking, audience: string): Promise<string> {
    let byAudience = signed.get(asking)
    if (!byAudience) signed.set(asking, (byAudience = new Map()))
    let token = byAudience.get(audience)
    if (!token) byAudience.set(audience, (token = signAsking(asking, audience, keys.get(audience)!, clock())))
    return token
  }

  function textOf(document: DocumentNode): string {
    let text = texts.get(document)
    if (text === undefined) texts.set(document, (text = print(document)))
    return text
  }

  async function post(
    subgraph: string,
    { document, variables, operationName, asking }: SubgraphCall,
    streams: boolean,
    within: AbortSignal,
  ) {
    const [viewer, judge] = await Promise.all([sign(asking, subgraph), isGuest(subgraph) ? null : sign(asking, JUDGE)])
    return request(urls.get(subgraph)!, {
      dispatcher: agent,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: streams ? 'text/event-stream' : 'application/json',
        'x-hub-viewer': viewer,
        ...(judge === null ? {} : { 'x-hub-judge': judge }),
        'x-request-id': asking.requestId,
      },
      body: JSON.stringify({ query: textOf(document), variables, operationName }),
      headersTimeout: patienceMs,
      bodyTimeout: streams ? 0 : patienceMs,
      signal: within,
    })
  }

  return {
    async execute(subgraph, call) {
      const streams = call.document.definitions.some((each) => 'operation' in each && each.operation === 'subscription')
      return breakers.get(subgraph)!.execute(async () => {
        const writes = call.document.definitions.some((each) => 'operation' in each && each.operation === 'mutation')
        const policy = writes ? askAgain.writing : askAgain.reading
        // All attempts together have the time of one: on a line that is cut, each would wait for a connection anew.
        const within = AbortSignal.any([
          ...(streams ? [] : [AbortSignal.timeout(patienceMs)]),
          ...(call.signal ? [call.signal] : []),
        ])
        const { statusCode, headers, body } = await unlessOver(
          within,
          policy.execute(() => post(subgraph, call, streams, within), within),
        )
        if (streams && String(headers['content-type']).startsWith('text/event-stream')) return eventsOf(body)
        return readAnswer(subgraph, statusCode, body)
      }, call.signal)
    },
    sdls: (of = subgraphs, patience = startMs) =>
      Promise.all(of.map(async ({ name, url }) => ({ name, url, sdl: await tellSdl(name, url, patience) }))),
    checks: Object.fromEntries(
      subgraphs.filter(({ name }) => !isOptional(name)).map(({ name, url }) => [name, () => isReady(name, url)]),
    ),
    async time() {
      const url = urls.get(REFEREE)
      if (url === undefined) return new Date()
      const { body } = await request(new URL('/health/ready', url), {
        dispatcher: agent,
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const { at } = (await body.json()) as { at?: unknown }
      if (typeof at !== 'string') throw new Error(`${REFEREE} does not tell the time.`)
      return new Date(at)
    },
    close: () => agent.close(),
  }

  async function tellSdl(name: string, url: string, patience: number): Promise<string> {
    const until = performance.now() + patience
    for (;;) {
      try {
        const { statusCode, body } = await request(url, {
          dispatcher: agent,
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: '{ _service { sdl } }' }),
          signal: AbortSignal.timeout(3_000),
        })
        const { data } = await readAnswer(name, statusCode, body)
        const sdl = (data as { _service?: { sdl?: unknown } } | null | undefined)?._service?.sdl
        if (typeof sdl !== 'string') throw new Error(`it does not tell its part of the graph`)
        return sdl
      } catch (cause) {
        if (performance.now() > until) throw new Error(`The subgraph ${name} cannot be reached at ${url}.`, { cause })
        await pause(250)
      }
    }
  }

  async function isReady(name: string, url: string): Promise<void> {
    const { statusCode, body } = await request(new URL('/health/ready', url), {
      dispatcher: agent,
      signal: AbortSignal.timeout(READY_MS),
    })
    await body.dump()
    if (statusCode !== 200) throw new Error(`${name} answers ${statusCode}`)
  }
}

/** A caller who leaves says nothing about the subgraph; everything else that throws does. */
const breakerOf = (restMs: number): CircuitBreakerPolicy =>
  circuitBreaker(
    handleWhen((cause) => (cause as Error).name !== 'AbortError'),
    { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(FAILURES) },
  )

async function readAnswer(
  subgraph: string,
  status: number,
  body: Dispatcher.ResponseData['body'],
): Promise<ExecutionResult> {
  if (status === 401) {
    await body.dump()
    throw new Error(
      `${subgraph} does not believe what this gateway signs: their VIEWER_SECRET or VIEWER_KEY do not belong together.`,
    )
  }
  const answer: unknown = await body.json().catch((cause: unknown) => {
    throw new Error(`${subgraph} answered ${status} with something that is not JSON`, { cause })
  })
  if (typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer))
    return answer as ExecutionResult
  throw new Error(`${subgraph} answered ${status} with something that is no answer`)
}
