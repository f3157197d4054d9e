import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Seals small secrets at rest: AES-256-GCM, and a keyed hash to look one up without opening any. */
export interface Sealer {
  /** nonce (12) ‖ tag (16) ‖ ciphertext. `bound` (the row's id) is authenticated, so that a value cannot be moved to another row. */
  seal(plain: string, bound: string): Buffer
  open(sealed: Uint8Array, bound: string): string
  /** The same for the same value and key; tells nothing without the key. */
  hash(plain: string): string
}

/** Both working keys come from one 32-byte secret. */
export function sealer(secret: Uint8Array): Sealer {
  if (secret.length < 32) throw new Error('The key that seals personal numbers must be at least 32 bytes.')
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
  const sealing = derive('seal')
  const looking = derive('look up')
  return {
    seal(plain, bound) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(bound))
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), text])
    },
    open(sealed, bound) {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12)).setAAD(Buffer.from(bound))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
    hash: (plain) => createHmac('sha256', looking).update(plain).digest('base64url'),
  }
}
