import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

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
  if (secret.length < 32) throw new Error('The key that seals what is secret must be at least 32 bytes.')
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

/** A key of one purpose, made from a secret that serves several: who holds it cannot open what the others sealed. */
export function keyFor(secret: Uint8Array | undefined, purpose: string): Uint8Array {
  if (!secret || secret.length < 32) throw new Error(`The secret for ${purpose} must be at least 32 bytes.`)
  return new Uint8Array(hkdfSync('sha256', secret, '', purpose, 32))
}

/** Short texts that the outside may hold and hand back, and may not read: the same text always gives the same seal. */
export interface Opaque {
  seal(plain: string): string
  /** Null for anything that was not sealed here. */
  open(sealed: string): string | null
}

const SEALED = /^[A-Za-z0-9_-]{23,400}$/

/** As SIV does (RFC 5297): the nonce is a keyed hash of the text, so that it seals the same each time and proves itself when opened. */
export function opaque(secret: Uint8Array): Opaque {
  const hashing = keyFor(secret, 'opaque: hash')
  const sealing = keyFor(secret, 'opaque: seal')
  const nonceOf = (plain: Buffer) => createHmac('sha256', hashing).update(plain).digest().subarray(0, 16)
  const turned = (bytes: Uint8Array, nonce: Uint8Array) => createCipheriv('aes-256-ctr', sealing, nonce).update(bytes)
  return {
    seal(plain) {
      const text = Buffer.from(plain, 'utf8')
      const nonce = nonceOf(text)
      return Buffer.concat([nonce, turned(text, nonce)]).toString('base64url')
    },
    open(sealed) {
      if (!SEALED.test(sealed)) return null
      const bytes = Buffer.from(sealed, 'base64url')
      const nonce = bytes.subarray(0, 16)
      const text = turned(bytes.subarray(16), nonce)
      return timingSafeEqual(nonceOf(text), nonce) ? text.toString('utf8') : null
    },
  }
}
