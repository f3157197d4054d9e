import { SignJWT, jwtVerify, type JWTPayload } from 'jose'
import { createHmac } from 'node:crypto'
import { unauthenticated } from './errors.ts'

/** An organisation as the sign-in provider names it: a school, an institution, a municipality or a region's bureau. */
export interface ViewerOrganisation {
  /** BRIN of a school or institution, `GM` code of a municipality. */
  brin: string
  name: string
  kind: string
}

/** Who is asking, as proven at the door. Nothing here comes from the caller's own words. */
export interface Viewer {
  subject: string
  name: string
  role: string
  organisation: ViewerOrganisation | null
  /** The region of an analyst. */
  region: string | null
  /** The municipality of its officer. */
  municipality: string | null
  /** OAuth scopes; they cut what a partner system may do and never add to it. */
  scopes: string[]
}

/** One operation at the door: who asks, what for, and the id under which it is logged. One object per operation, shared by all subgraphs in one process. */
export interface Asking {
  viewer: Viewer | null
  /** The stated purpose (`x-purpose`); null when none or an unknown one was given. */
  purpose: string | null
  requestId: string
  language: 'nl' | 'en'
  /** When the proof of who asks ends, in ISO 8601: what is opened now stays open until then. Absent where nobody is proven. */
  until?: string
  /** The random name of the browser's session that asked. Absent for a token. What a ticket opened ends with it. */
  session?: string
}

/** How long a signed viewer is believed. */
const LIFETIME_SECONDS = 60
const ISSUER = 'doorstroomhub-gateway'

/**
 * The key for one audience, derived from the gateway's secret: a subgraph holds only its own,
 * so that it can forge a viewer to nobody but itself.
 */
export function audienceKey(secret: Uint8Array, audience: string): Uint8Array {
  return createHmac('sha256', secret).update(`viewer:${audience}`).digest()
}

/** Imported once: left as it is, a key is imported anew for every token. */
const imported = new WeakMap<Uint8Array, Promise<CryptoKey>>()
function keyOf(key: Uint8Array): Promise<CryptoKey> {
  let known = imported.get(key)
  if (!known) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' }
    known = crypto.subtle.importKey('raw', new Uint8Array(key), algorithm, false, ['sign', 'verify'])
    imported.set(key, known)
  }
  return known
}

/** Signs what the gateway knows of the asker, for one audience (a subgraph's name, or `judge`). */
export async function signAsking(asking: Asking, audience: string, key: Uint8Array, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000)
  return new SignJWT({ asking: asking as unknown as JWTPayload })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFETIME_SECONDS)
    .sign(await keyOf(key))
}

/** A token whose signature was looked at, until when it counts. One operation shows the same one several times. */
interface Believed {
  asking: Asking
  until: number
}
const believed = new WeakMap<Uint8Array, Map<string, Believed>>()
const BELIEVED_AT_MOST = 1_000
const TOLERANCE_SECONDS = 5

/**
 * Believes a signed asker or throws UNAUTHENTICATED; a token for another audience is refused. Each time a new object, so that
 * nothing that is kept by it outlives its request.
 */
export async function readAsking(
  token: string | undefined,
  audience: string,
  key: Uint8Array,
  now: Date,
): Promise<Asking> {
  if (!token) throw unauthenticated()
  let known = believed.get(key)
  if (!known) believed.set(key, (known = new Map()))
  const name = `${audience} ${token}`
  const found = known.get(name)
  if (found && now.getTime() < found.until) return { ...found.asking }
  try {
    const { payload } = await jwtVerify(token, await keyOf(key), {
      issuer: ISSUER,
      audience,
      algorithms: ['HS256'],
      currentDate: now,
      clockTolerance: TOLERANCE_SECONDS,
    })
    const asking = payload['asking'] as Asking
    if (known.size >= BELIEVED_AT_MOST) known.delete(known.keys().next().value!)
    known.set(name, { asking, until: ((payload.exp ?? 0) + TOLERANCE_SECONDS) * 1000 })
    return { ...asking }
  } catch (cause) {
    known.delete(name)
    throw unauthenticated(cause)
  }
}
