/** What came of looking at a signed summary, and what it says. */
export type Verdict =
  { kind: 'valid' | 'expired'; credential: Credential } | { kind: 'changed' | 'not-ours' | 'unreadable' }

export interface Credential {
  name: string
  of: string
  from: string
  until: string
  pieces: { name: string; narrative: string }[]
}

/** What a hub tells everybody of its keys. */
export interface Published {
  /** The `id` of `/credentials`. */
  issuer: string
  keys: (JsonWebKey & { kid?: string })[]
}

/**
 * Looks at a signed summary with the hub's published keys, on this device: nothing is sent. ES256 alone, so that nobody can
 * choose a weaker way; a key that is not published is not ours, whatever is written in it.
 */
export async function verdictOf(text: string, { issuer, keys }: Published, now: Date): Promise<Verdict> {
  const parts = text.trim().split('.')
  const [head, body] = parts.slice(0, 2).map(readPart)
  if (parts.length !== 3 || !head || !body) return { kind: 'unreadable' }
  if (head['typ'] !== 'vc+jwt' || head['alg'] !== 'ES256' || body['iss'] !== issuer) return { kind: 'not-ours' }
  const key = keys.find(({ kid }) => kid !== undefined && kid === head['kid'])
  if (!key) return { kind: 'not-ours' }
  const curve = { name: 'ECDSA', namedCurve: 'P-256' }
  const { kty, crv, x, y } = key as { kty: string; crv: string; x: string; y: string }
  const known = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, curve, false, ['verify'])
  const signature = bytesOf(parts[2]!)
  const signed = new TextEncoder().encode(`${parts[0]}.${parts[1]}`)
  const whole =
    signature !== null && (await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, known, signature, signed))
  if (!whole) return { kind: 'changed' }
  const seconds = now.getTime() / 1000
  return { kind: seconds < Number(body['exp']) ? 'valid' : 'expired', credential: credentialIn(body) }
}

type Json = { [name: string]: unknown }

function credentialIn(body: Json): Credential {
  const subject = body['credentialSubject'] as { identifier: { identityHash: string }[] }
  const evidence = body['evidence'] as { name: string; narrative: string }[]
  return {
    name: String(body['name']),
    of: subject.identifier[0]?.identityHash ?? '',
    from: String(body['validFrom']),
    until: String(body['validUntil']),
    pieces: evidence.map(({ name, narrative }) => ({ name, narrative })),
  }
}

function bytesOf(part: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]+$/.test(part)) return null
  try {
    return Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
  } catch {
    return null
  }
}

function readPart(part: string): Json | null {
  const bytes = bytesOf(part)
  try {
    const read: unknown = bytes && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof read === 'object' && read !== null ? (read as Json) : null
  } catch {
    return null
  }
}
