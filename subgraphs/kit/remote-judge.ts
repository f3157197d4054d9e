import { setTimeout as pause } from 'node:timers/promises'
import { Agent, request, type Dispatcher } from 'undici'
import { internal } from './errors.ts'
import type { Judge, Judgement } from './judge.ts'
import type { EndedTalk, Report } from './subgraph.ts'
import type { Asking } from './viewer.ts'

/** The gateway's word to the referee, kept beside the asking it came with for as long as the operation lives. */
const tokens = new WeakMap<Asking, string>()

export const rememberJudgeToken = (asking: Asking, token: string): void => void tokens.set(asking, token)

/** The same asker in a later operation: a new object, so that nothing that was read for the former one counts. */
export function anew(asking: Asking): Asking {
  const later = { ...asking }
  const token = tokens.get(asking)
  if (token !== undefined) tokens.set(later, token)
  return later
}

/** How long a subgraph waits for the referee. No answer means no. */
const PATIENCE_MS = 5_000

const AGAIN = 3
const PAUSE_MS = 40
/** A connection that broke or could not be made. */
const BROKEN: ReadonlySet<string> = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'UND_ERR_SOCKET'])

/** Node's own `fetch` takes a third of the time of a subgraph that does nothing else but ask. */
const agent = new Agent({
  keepAliveTimeout: 10_000,
  connect: { timeout: 3_000 },
  headersTimeout: PATIENCE_MS,
  bodyTimeout: PATIENCE_MS,
})

/** Asks consent, and again after a moment when the connection broke: whatever is asked here may be asked twice. */
async function post(
  url: string | URL,
  headers: Record<string, string>,
  body: unknown,
): Promise<Dispatcher.ResponseData> {
  const init = {
    dispatcher: agent,
    method: 'POST' as const,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return await request(url, init)
    } catch (cause) {
      if (attempt > AGAIN || !BROKEN.has(String((cause as NodeJS.ErrnoException).code))) throw cause
      await pause(PAUSE_MS * 2 ** attempt * (0.5 + Math.random()))
    }
  }
}

/** The referee over HTTP: consent's internal endpoint, which believes only what the gateway signed for it. */
export function remoteJudge(url: string): Judge {
  return async (asking, subgraph, asks) => {
    const token = tokens.get(asking)
    if (asking.viewer === null || token === undefined)
      return asks.map(() => ({ related: false, dossierId: null, relation: null, groups: {} }))
    const { statusCode, body } = await post(
      url,
      { 'x-hub-judge': token, 'x-request-id': asking.requestId },
      { subgraph, asks },
    )
    if (statusCode !== 200) {
      await body.dump()
      throw internal(new Error(`the referee answered ${statusCode}`))
    }
    return (await body.json()) as Judgement[]
  }
}

/** A way to consent's other internal endpoints, which stand beside `url`. They believe only what `sign` signs for the audience of reports. */
export function callsToConsent(url: string, sign: () => Promise<string>) {
  return async <Answer>(path: string, given: unknown): Promise<Answer> => {
    const { statusCode, body } = await post(new URL(path, url), { 'x-hub-judge': await sign() }, given)
    if (statusCode !== 200) {
      await body.dump()
      throw internal(new Error(`consent answered ${statusCode} to ${path}`))
    }
    return (await body.json()) as Answer
  }
}

/** What a subgraph that runs alone tells consent, and asks of it. */
export function remoteReports(judgeUrl: string, sign: () => Promise<string>) {
  const call = callsToConsent(judgeUrl, sign)
  return {
    report: (report: Report) => call<void>('/internal/report', report),
    erased: (after: string | null) => call<{ dossierId: string; cursor: string }[]>('/internal/erased', { after }),
    talksEnded: (after: string | null) => call<EndedTalk[]>('/internal/talks-ended', { after }),
  }
}
