import type { IncomingMessage } from 'node:http'
import * as oidc from 'openid-client'
import { sealFor, type Seal } from './seal.ts'

/** The school's provider, as the hub's client. */
export interface IdentityProvider {
  /** The address to send a browser to, and what it must bring back, sealed. */
  begin(): Promise<{ url: URL; state: string; pending: Pending }>
  /** Who came back. Throws NotSignedIn when the provider says no, and whatever went wrong else. */
  finish(returned: URL, pending: Pending): Promise<SignedIn>
  /** Where the session at the provider ends; null when it has no such place, or cannot be reached. */
  endUrl(idToken: string | undefined): Promise<URL | null>
}

/** A sign-in that is going on, kept by the browser. */
export interface Pending {
  state: string
  verifier: string
  nonce: string
}

/** What the provider says of somebody. */
export interface SignedIn {
  claims: Readonly<Record<string, unknown>>
  idToken: string | undefined
  /** The provider's own end of the session, where it says one (`session_expiry`). */
  until: Date | null
}

/** The person did not sign in, or the provider did not let them; `code` is its word for it. */
export class NotSignedIn extends Error {
  readonly code: string
  constructor(code: string, cause: unknown) {
    super('The provider answered without anybody.', { cause })
    this.name = 'NotSignedIn'
    this.code = code
  }
}

/** The client that the hub is to the provider. */
export interface ClientOptions {
  issuer: string
  clientId: string
  /** Null: a public client, bound to its browser by PKCE alone. */
  clientSecret: string | null
  scopes: string
  /** `https://hub.example`, without a slash at the end. */
  origin: string
}

export const CALLBACK = '/sign-in/callback'

/** How long the provider's own description is believed. */
const KNOWN_MS = 60 * 60_000
const PATIENCE_SECONDS = 10
const HERE = ['localhost', '127.0.0.1', '[::1]']

export function openIdentityProvider(options: ClientOptions): IdentityProvider {
  const { issuer, clientId, clientSecret, scopes, origin } = options
  const redirectUri = origin + CALLBACK
  let known: { config: Promise<oidc.Configuration>; at: number } | null = null

  /** Asked at the first sign-in and once an hour, so that the hub starts without its provider, and notices what changed. */
  async function configuration(): Promise<oidc.Configuration> {
    const now = performance.now()
    if (!known || now - known.at > KNOWN_MS) {
      const server = new URL(issuer)
      const config = oidc.discovery(
        server,
        clientId,
        undefined,
        clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret),
        {
          timeout: PATIENCE_SECONDS,
          // Also what came over TLS is believed by its signature.
          execute: [
            oidc.enableNonRepudiationChecks,
            ...(HERE.includes(server.hostname) ? [oidc.allowInsecureRequests] : []),
          ],
        },
      )
      known = { config, at: now }
    }
    const { config } = known
    return config.catch((cause: unknown) => {
      if (known?.config === config) known = null
      throw cause
    })
  }

  return {
    async begin() {
      const config = await configuration()
      const pending = { state: oidc.randomState(), verifier: oidc.randomPKCECodeVerifier(), nonce: oidc.randomNonce() }
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: scopes,
        code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
        state: pending.state,
        nonce: pending.nonce,
      })
      return { url, state: pending.state, pending }
    },
    async finish(returned, { state, verifier, nonce }) {
      const config = await configuration()
      const tokens = await oidc
        .authorizationCodeGrant(config, returned, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        .catch((cause: unknown) => {
          if (cause instanceof oidc.AuthorizationResponseError || isUsedCode(cause))
            throw new NotSignedIn(cause.error, cause)
          throw cause
        })
      const word = tokens.claims()!
      // Many a provider says the rest only here; it is asked with the token of this sign-in, for this person.
      const more = config.serverMetadata().userinfo_endpoint
        ? await oidc.fetchUserInfo(config, tokens.access_token, word.sub)
        : {}
      const expiry = word['session_expiry']
      return {
        claims: { ...more, ...word },
        idToken: tokens.id_token,
        until: typeof expiry === 'number' ? new Date(expiry * 1000) : null,
      }
    },
    async endUrl(idToken) {
      const config = await configuration().catch(() => null)
      if (!config?.serverMetadata().end_session_endpoint) return null
      return oidc.buildEndSessionUrl(config, {
        post_logout_redirect_uri: `${origin}/`,
        ...(idToken === undefined ? {} : { id_token_hint: idToken }),
      })
    },
  }
}

/** The code came too late or a second time: nothing broke, and nobody came. */
const isUsedCode = (cause: unknown): cause is oidc.ResponseBodyError =>
  cause instanceof oidc.ResponseBodyError && cause.error === 'invalid_grant'

/** How long somebody may take to sign in at the provider. */
const PENDING_SECONDS = 600

/** The sign-ins that are going on, each in a cookie of its own, so that two windows of one browser do not disturb each other. */
export interface PendingSeal {
  seconds: number
  close(pending: Pending, to: string, now: Date): Promise<string>
  open(sealed: string, now: Date): Promise<(Pending & { to: string }) | null>
}

export function openPendingSeal(keys: readonly Uint8Array[]): PendingSeal {
  const seal: Seal = sealFor('sign-in', keys)
  return {
    seconds: PENDING_SECONDS,
    close: (pending, to, now) => seal.close({ ...pending, to, until: now.getTime() + PENDING_SECONDS * 1000 }),
    async open(sealed, now) {
      const found = (await seal.open(sealed)) as (Pending & { to: string; until: number }) | null
      return found && now.getTime() < found.until ? found : null
    },
  }
}

/** The address at which the browser came back, as the provider knows it, whatever a proxy made of it. */
export const returnedUrl = ({ url }: IncomingMessage, origin: string): URL =>
  new URL((url ?? '').replace(/^[^?]*/, CALLBACK), origin)
