import type { EndedSession } from '@doorstroomhub/kit/subgraph.ts'
import { audienceKey, signAsking, type Asking } from '@doorstroomhub/kit/viewer.ts'
import type { EndedStore } from './ended.ts'

const PATIENCE_MS = 5_000
/** The gateway speaks for nobody here. */
const SELF: Asking = { viewer: null, purpose: null, requestId: 'gateway', language: 'en' }

/** Consent over HTTP, as the place where ended sessions are kept; it believes what the gateway signs, as for reports. */
export function remoteStore(consentUrl: string, secret: Uint8Array, clock: () => Date): EndedStore {
  const key = audienceKey(secret, 'report')
  async function call<Answer>(path: string, body: unknown): Promise<Answer> {
    const response = await fetch(new URL(path, consentUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-judge': await signAsking(SELF, 'report', key, clock()) },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (!response.ok) throw new Error(`consent answered ${response.status} to ${path}`)
    return (await response.json()) as Answer
  }
  return {
    end: (session) => call<void>('/internal/session-ended', session),
    since: (since) => call<EndedSession[]>('/internal/sessions-ended', { since }),
  }
}
