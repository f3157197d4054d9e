import { setTimeout as pause } from 'node:timers/promises'
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
/** A connection that broke or could not be made, as `fetch` tells it. */
const BROKEN: ReadonlySet<string> = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'UND_ERR_SOCKET'])

/** Asks consent, and again after a moment when the connection broke: whatever is asked here may be asked twice. */
async function fetchAgain(url: string | URL, init: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetch(url, init)
    } catch (cause) {
      const { code } = ((cause as Error).cause ?? {}) as { code?: string }
      if (attempt > AGAIN || !BROKEN.has(code ?? '')) throw cause
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
    const response = await fetchAgain(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-judge': token, 'x-request-id': asking.requestId },
      body: JSON.stringify({ subgraph, asks }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (!response.ok) throw internal(new Error(`the referee answered ${response.status}`))
    return (await response.json()) as Judgement[]
  }
}

/** A way to consent's other internal endpoints, which stand beside `url`. They believe only what `sign` signs for the audience of reports. */
export function callsToConsent(url: string, sign: () => Promise<string>) {
  return async <Answer>(path: string, body: unknown): Promise<Answer> => {
    const response = await fetchAgain(new URL(path, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-judge': await sign() },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (!response.ok) throw internal(new Error(`consent answered ${response.status} to ${path}`))
    return (await response.json()) as Answer
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
