import type { Bus } from '@doorstroomhub/kit/bus.ts'
import { defaultMapping, type ClaimMapping } from '../claims.ts'
import type { Mounted } from '../http.ts'
import type { Session } from '../session.ts'
import { signInDoor, type SignInOutcome } from './door.ts'
import { openEnded, type EndedStore } from './ended.ts'
import { openIdentityProvider } from './identity.ts'
import { openPeople, withPeople } from './people.ts'

/** The hub as a client of the provider where people sign in. */
export interface SignInClient {
  issuer: string
  id: string
  /** Null: a public client. */
  secret: string | null
  scopes: string
}

export interface SignInParts {
  /** As people reach the hub. */
  url: string
  client: SignInClient
  /** Seal the cookies: the first closes, all open. */
  keys: readonly Uint8Array[]
  mapping?: ClaimMapping | undefined
  store: EndedStore
  bus: Bus | null
  /** The door for tokens, which goes on beside it. */
  session: Session
  clock: () => Date
  onError: (cause: unknown) => void
  onSignIn: (outcome: SignInOutcome) => void
}

/** Opens the way in for people with a browser, beside that for tokens. */
export async function openSignIn(
  parts: SignInParts,
): Promise<{ session: Session; mounted: Mounted; close(): Promise<void> }> {
  const { client, keys, store, bus, clock, onError, onSignIn, mapping = defaultMapping } = parts
  const { origin, protocol } = new URL(parts.url)
  const rules = { secure: protocol === 'https:' || !isLocal(parts.url) }
  const ended = await openEnded({ store, bus, clock, onError })
  const people = openPeople({ origin, keys, ended, rules, clock })
  const provider = openIdentityProvider({
    issuer: client.issuer,
    clientId: client.id,
    clientSecret: client.secret,
    scopes: client.scopes,
    origin,
  })
  return {
    session: withPeople(parts.session, people),
    mounted: signInDoor({ origin, provider, people, keys, rules, mapping, clock, onError, onSignIn }),
    close: () => ended.close(),
  }
}

/** This machine itself, where a browser trusts plain HTTP. */
export const isLocal = (url: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)
