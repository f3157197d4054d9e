import { base64url, compactDecrypt, CompactEncrypt } from 'jose'
import { createHash, createHmac } from 'node:crypto'

/** Seals what a browser keeps for us, so that it can neither read nor change it. */
export interface Seal {
  close(value: unknown): Promise<string>
  /** What was sealed; null when it was not by us, for this use, or with a key that is no longer ours. */
  open(sealed: string): Promise<unknown>
}

/** No cookie of ours is longer. */
const LONGEST = 4_096

/**
 * A seal for one use. The first key closes; the others open what was closed before the keys were changed. Each use has a
 * key of its own, so that what was sealed as one thing is never read as another.
 */
export function sealFor(use: string, keys: readonly Uint8Array[]): Seal {
  const derived = keys.map((key) => createHmac('sha256', key).update(`cookie:${use}`).digest())
  const named = new Map(derived.map((key) => [createHash('sha256').update(key).digest('base64url').slice(0, 8), key]))
  const [first] = named
  if (!first) throw new Error('There is no key to seal with.')
  const [kid, closing] = first
  return {
    close: (value) =>
      new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid })
        .encrypt(closing),
    async open(sealed) {
      if (sealed.length > LONGEST) return null
      try {
        const { kid: shown } = JSON.parse(
          new TextDecoder().decode(base64url.decode(sealed.split('.', 1)[0] ?? '')),
        ) as {
          kid?: unknown
        }
        const key = typeof shown === 'string' ? named.get(shown) : undefined
        if (!key) return null
        const { plaintext } = await compactDecrypt(sealed, key, {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        })
        return JSON.parse(new TextDecoder().decode(plaintext)) as unknown
      } catch {
        return null
      }
    },
  }
}
