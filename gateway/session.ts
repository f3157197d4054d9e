import { HubError, internal, unauthenticated } from '@doorstroomhub/kit/errors.ts'
import type { Viewer } from '@doorstroomhub/kit/viewer.ts'
import { createHash } from 'node:crypto'
import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose'
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose'
import type { ClaimMapping } from './claims.ts'
import { defaultMapping, viewerFrom } from './claims.ts'

/** The resource for which an access token of the hub is issued. */
export const GRAPH_AUDIENCE = 'urn:doorstroomhub:graph'

/** Signatures with a public key only: with a shared one among them, whoever knows the public key could sign. */
const ALGORITHMS = ['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512']

/** RFC 9068 §2.2: an access token without one of these is not one. */
const REQUIRED_CLAIMS = ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti']

/** Clocks of two machines differ a little. */
const TOLERANCE_SECONDS = 5

/** A verified token is believed this long without a new look at its signature, so that a withdrawn key is noticed soon. */
const BELIEVED_SECONDS = 300
const BELIEVED_AT_MOST = 10_000

/** Longer than any provider makes them; what is longer is not worth the work. */
const LONGEST_TOKEN = 16_384

const FETCH_MILLISECONDS = 5_000
/** A provider's keys are kept this long; a key that it withdrew is refused when both this and the belief in a token have passed. */
const KEYS_KEPT_MS = 300_000
/** An unknown key may be a new one: then they are fetched again, at most so often. */
const KEYS_AGAIN_MS = 15_000

export interface SessionOptions {
  /** The provider, exactly as it names itself in `iss`. */
  issuer: string
  /** For whom the token must be meant. */
  audience?: string
  /** The provider's public keys; without them they are found by discovery, kept, and fetched again when a new key appears. */
  jwks?: JSONWebKeySet
  /** How long its keys are kept, and how soon a key that is not among them makes the hub look again. */
  rotation?: { keptMs: number; againMs: number }
  clock: () => Date
  /** Where this provider puts the claims. */
  mapping?: ClaimMapping
}

/** Who is asking, and until when that may be believed: a stream ends then. */
export interface Proof {
  viewer: Viewer
  /** What was shown: a token, as systems do, or the cookie of a browser. A browser is held to the questions of the pages. */
  by: 'bearer' | 'cookie'
  expiresAt: Date
  /** Aborts when it is ended before, by signing out. */
  ended?: AbortSignal
  /** The random name of a browser's session. */
  session?: string
  /** A `Set-Cookie` line to answer with, so that the session goes on. */
  cookie?: string
}

/** Headers as the web platform has them, or as Node does. */
export type ShownHeaders =
  { get(name: string): string | null } | Readonly<Record<string, string | string[] | undefined>>

/** The door: turns what a request shows into who is asking. */
export interface Session {
  /** Null when nothing is shown; throws UNAUTHENTICATED when what is shown is not believed. */
  proofOf(headers: ShownHeaders): Promise<Proof | null>
  /** The same, without the moment at which it ends. */
  viewerOf(headers: ShownHeaders): Promise<Viewer | null>
  /** True when a page of another site comes with our cookie. */
  isForeign?(headers: ShownHeaders): boolean
  /** Tells when the session of this name is ended, at once when it was; how to hear no more. */
  whenEnded?(session: string, tell: () => void): () => void
}

/** Opens the door for the tokens of one provider. Fetches nothing until the first token comes. */
export function openSession(options: SessionOptions): Session {
  const { issuer, clock, audience = GRAPH_AUDIENCE, mapping = defaultMapping } = options
  const keys = options.jwks ? createLocalJWKSet(options.jwks) : keysOf(issuer, options.rotation)
  const believed = new Map<string, { proof: Proof; until: number }>()

  async function verify(token: string): Promise<Proof> {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      typ: 'at+jwt',
      requiredClaims: REQUIRED_CLAIMS,
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: clock(),
    })
    // Bound to a key of its holder (DPoP, mTLS): whoever shows it without that key may have stolen it.
    if (payload['cnf'] !== undefined)
      throw new Error('The token is bound to a key and may not be shown as a bearer token.')
    return { viewer: viewerFrom(payload, mapping), by: 'bearer', expiresAt: new Date(payload.exp! * 1000) }
  }

  async function proofOf(headers: ShownHeaders): Promise<Proof | null> {
    const shown = headerOf(headers, 'authorization')
    if (shown === null) return null
    const token = bearerToken(shown)
    const now = clock().getTime()
    const fingerprint = createHash('sha256').update(token).digest('base64')
    const known = believed.get(fingerprint)
    if (known && now < known.until) return known.proof
    believed.delete(fingerprint)

    const proof = await verify(token).catch((cause: unknown) => {
      throw cause instanceof KeysUnreachable ? internal(cause) : unauthenticated(cause)
    })
    if (believed.size >= BELIEVED_AT_MOST) believed.delete(believed.keys().next().value!)
    const end = proof.expiresAt.getTime() + TOLERANCE_SECONDS * 1000
    believed.set(fingerprint, { proof, until: Math.min(end, now + BELIEVED_SECONDS * 1000) })
    return proof
  }

  return {
    proofOf,
    viewerOf: async (headers) => (await proofOf(headers))?.viewer ?? null,
  }
}

/** The same door, which tells each time that what was shown was not believed. */
export function noticing(session: Session, onRefused: (shown: 'token' | 'cookie') => void): Session {
  const proofOf: Session['proofOf'] = async (headers) => {
    try {
      return await session.proofOf(headers)
    } catch (cause) {
      if (cause instanceof HubError && cause.code === 'UNAUTHENTICATED')
        onRefused(headerOf(headers, 'authorization') === null ? 'cookie' : 'token')
      throw cause
    }
  }
  return { ...session, proofOf, viewerOf: async (headers) => (await proofOf(headers))?.viewer ?? null }
}

function headerOf(headers: ShownHeaders, name: string): string | null {
  if (typeof headers.get === 'function') return headers.get(name)
  const value = (headers as Readonly<Record<string, string | string[] | undefined>>)[name]
  return (Array.isArray(value) ? value.join(', ') : value) ?? null
}

function bearerToken(shown: string): string {
  const token = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(shown.trim())?.[1]
  if (!token || token.length > LONGEST_TOKEN)
    throw unauthenticated(new Error('No bearer token in the Authorization header.'))
  return token
}

/** The provider's keys could not be had: that says nothing about the token. */
class KeysUnreachable extends Error {
  constructor(issuer: string, cause: unknown) {
    super(`The keys of ${issuer} cannot be reached.`, { cause })
    this.name = 'KeysUnreachable'
  }
}

/** The keys of a provider elsewhere, found by discovery at the first token; jose keeps them and asks again, a few times a minute at most, for a key id that it does not know. */
function keysOf(issuer: string, rotation = { keptMs: KEYS_KEPT_MS, againMs: KEYS_AGAIN_MS }): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | null = null
  return async (header, token) => {
    try {
      found ??= discover(issuer, rotation)
      return await (
        await found
      )(header, token)
    } catch (cause) {
      if (cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys) throw cause
      found = null
      throw new KeysUnreachable(issuer, cause)
    }
  }
}

async function discover(
  issuer: string,
  { keptMs, againMs }: { keptMs: number; againMs: number },
): Promise<JWTVerifyGetKey> {
  const address = new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
  requireSafe(address)
  const response = await fetch(address, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(FETCH_MILLISECONDS),
  })
  if (!response.ok) throw new Error(`${address.href} answered ${response.status}.`)
  const { issuer: named, jwks_uri } = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown }
  if (named !== issuer) throw new Error(`${address.href} names another issuer.`)
  const keys = new URL(String(jwks_uri))
  requireSafe(keys)
  return createRemoteJWKSet(keys, {
    timeoutDuration: FETCH_MILLISECONDS,
    cacheMaxAge: keptMs,
    cooldownDuration: againMs,
  })
}

/** Keys that come over plain HTTP could be anybody's, except from this machine itself. */
function requireSafe(address: URL): void {
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname)
  if (address.protocol !== 'https:' && !here) throw new Error(`${address.href} must be https.`)
}
