import { callsToConsent } from '@doorstroomhub/kit/remote-judge.ts'
import type { EndedSession } from '@doorstroomhub/kit/subgraph.ts'
import { audienceKey, signAsking, type Asking } from '@doorstroomhub/kit/viewer.ts'
import type { EndedStore } from './ended.ts'

/** The gateway speaks for nobody here. */
const SELF: Asking = { viewer: null, purpose: null, requestId: 'gateway', language: 'en' }

/** Consent over HTTP, as the place where ended sessions are kept; it believes what the gateway signs, as for reports. */
export function remoteStore(consentUrl: string, secret: Uint8Array, clock: () => Date): EndedStore {
  const key = audienceKey(secret, 'report')
  const call = callsToConsent(consentUrl, () => signAsking(SELF, 'report', key, clock()))
  return {
    end: (session) => call<void>('/internal/session-ended', session),
    since: (since) => call<EndedSession[]>('/internal/sessions-ended', { since }),
  }
}
