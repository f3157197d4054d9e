import { describe, expect, test } from 'vitest'
import { keyFor, opaque } from './sealed.ts'

const secret = new Uint8Array(32).fill(5)

describe('a text that the outside holds and may not read', () => {
  const one = opaque(secret)
  test('is the same each time, and opens to what it was', () => {
    expect(one.seal('12.34')).toBe(opaque(secret).seal('12.34'))
    expect(one.open(one.seal('12.34'))).toBe('12.34')
  })
  test('shows nothing of what lies close by: seals of neighbours share no beginning', () => {
    const seals = Array.from({ length: 50 }, (_unused, at) => one.seal(`7.${1000 + at}`))
    expect(new Set(seals.map((seal) => seal.slice(0, 6))).size).toBe(50)
    expect([...seals].sort()).not.toEqual(seals)
  })
  test('opens to nothing when it was changed, was made with another key, or was never sealed', () => {
    const sealed = one.seal('12.34')
    for (let at = 0; at < sealed.length - 1; at++) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
      expect(one.open(changed), `changed at ${at}`).toBeNull()
    }
    expect(opaque(new Uint8Array(32).fill(6)).open(sealed)).toBeNull()
    for (const text of ['', 'x', 'Y2hhbmdlOjEyLjM0', 'A'.repeat(500), 'a b', '12.34']) expect(one.open(text)).toBeNull()
  })
  test('a key of one purpose is not that of another', () => {
    expect(keyFor(secret, 'a')).not.toEqual(keyFor(secret, 'b'))
    expect(() => keyFor(undefined, 'a')).toThrow('at least 32 bytes')
  })
})
