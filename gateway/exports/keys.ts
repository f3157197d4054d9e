import type { JWK } from 'jose'

/** The private keys in a JWK or JWK Set; null when it is not one, or holds none that can sign ES256. A set may go on with public keys of former years. */
export function signingKeysIn(text: string): JWK[] | null {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return null
  }
  const { keys = [read] } = (read ?? {}) as { keys?: unknown }
  if (!Array.isArray(keys) || keys.length === 0) return null
  const all = keys as Partial<Record<keyof JWK, unknown>>[]
  const isKey = ({ kty, crv, x, y }: (typeof all)[number]): boolean =>
    kty === 'EC' && crv === 'P-256' && typeof x === 'string' && typeof y === 'string'
  const good =
    all.every((key) => key !== null && typeof key === 'object' && isKey(key)) && typeof all[0]!.d === 'string'
  return good ? (all as JWK[]) : null
}
