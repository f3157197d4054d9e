import { createHash, randomBytes } from 'node:crypto'

/** No letter that is taken for a figure or for another letter (Crockford's base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 28 signs of five bits: 140 bits, so that no code is ever guessed. */
const LENGTH = 28
const GROUP = 4

/** A new code as a person types it over from paper: `7K3F-9QWD-...`, seven groups of four. */
export function newCode(): string {
  const signs = Array.from(randomBytes(LENGTH), (byte) => SIGNS[byte % SIGNS.length])
  return Array.from({ length: LENGTH / GROUP }, (_, at) => signs.slice(at * GROUP, (at + 1) * GROUP).join('')).join('-')
}

/** The code behind what was typed, in small letters, with spaces or with an O for a nought; null when it is none. */
export function readCode(typed: string): string | null {
  if (typed.length > 4 * LENGTH) return null
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : null
}

/** What is kept of it. With 140 bits behind it nothing slower than this is needed. */
export const hashOf = (code: string): string => createHash('sha256').update(`invitation:${code}`).digest('hex')
