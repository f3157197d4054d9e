import { createHash } from 'node:crypto'

/** The namespace of all ids of the demo world. */
const NAMESPACE = Buffer.from('0f5c1c3ed29b4a5e9a63d07c5a3f8e21', 'hex')

/** The id of a thing of the demo world: always the same UUID (version 5) for the same kind and name. */
export function idOf(kind: string, name: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(`doorstroomhub/${kind}/${name}`).digest()
  hash[6] = ((hash[6] as number) & 0x0f) | 0x50
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80
  const hex = hash.toString('hex', 0, 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
