import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import type { JWK } from 'jose'
import { kept } from './kept.ts'

/** The demo's key for what students take along: made at the first start, and kept for its owner alone. */
export async function signingKey(dataDir: string): Promise<JWK> {
  const make = () =>
    JSON.stringify(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }))
  return JSON.parse(await kept(join(dataDir, 'keys', 'credential.jwk'), make)) as JWK
}
