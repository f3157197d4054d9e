import { describe, expect, test } from 'vitest'
import type { HubError } from './errors.ts'
import { choices, isUuid, line, lines, listOfLines, needed, period, whole } from './text.ts'

const refusal = (act: () => unknown): HubError => {
  try {
    act()
  } catch (error) {
    return error as HubError
  }
  throw new Error('nothing was refused')
}
const letter = (code: number) => String.fromCodePoint(code)

describe('what is kept', () => {
  test('an accent is one letter, however it was typed', () => {
    expect(line('name', 'Zoe\u0308', 10)).toBe('Zo\u00eb')
  })

  test('white space around it goes, and within one line a run of it is one space', () => {
    expect(line('name', ' \t Noor \n de   Vries ', 20)).toBe('Noor de Vries')
    expect(lines('text', '\n een\r\n\ttwee\rdrie \n', 20)).toBe('een\n\ttwee\ndrie')
  })

  test.each(['', '   ', '\n\t', '\u200b\u200d', null, undefined])('%j is nothing', (value) => {
    expect(line('name', value, 10)).toBeNull()
    expect(lines('name', value, 10)).toBeNull()
  })

  test.each(['مرحبا', '你好', '👩‍🔧 monteur', 'naïef', "'s-Hertogenbosch", '1 < 2 & "ja"'])(
    '%s stays as it is',
    (value) => {
      expect(line('name', value, 40)).toBe(value)
    },
  )

  test('a letter counts once, whatever its size in memory', () => {
    expect(line('name', '😀'.repeat(10), 10)).toBe('😀'.repeat(10))
    expect(refusal(() => line('name', '😀'.repeat(11), 10)).extensions).toEqual({ code: 'INVALID', field: 'name' })
  })

  test('of two alike in a list one is kept, and empty ones are not', () => {
    expect(listOfLines('strengths', ['doorzetten', ' ', 'doorzetten ', 'rekenen'], 5, 20)).toEqual([
      'doorzetten',
      'rekenen',
    ])
    expect(listOfLines('strengths', null, 5, 20)).toEqual([])
    expect(choices(['LAPTOP', 'BREAKS', 'LAPTOP'])).toEqual(['LAPTOP', 'BREAKS'])
  })
})

describe('what is refused', () => {
  test.each([
    ['a null byte', 0x00],
    ['a bell', 0x07],
    ['an escape', 0x1b],
    ['delete', 0x7f],
    ['a control character of the second set', 0x9b],
    ['a line separator', 0x2028],
    ['a left-to-right embedding', 0x202a],
    ['a right-to-left override', 0x202e],
    ['a left-to-right isolate', 0x2066],
    ['the end of an isolate', 0x2069],
    ['a byte order mark', 0xfeff],
    ['half a letter', 0xd800],
  ])('%s', (_what, code) => {
    for (const clean of [line, lines]) {
      const error = refusal(() => clean('text', `een${letter(code)}twee`, 100))
      expect(error.extensions).toEqual({ code: 'INVALID', field: 'text' })
      expect(error.sentence.nl).toContain('onzichtbaar teken')
    }
  })

  test('the letters before and after the overrides pass', () => {
    for (const code of [0x2027, 0x202f, 0x2065, 0x206a]) expect(lines('text', `a${letter(code)}b`, 10)).toContain('b')
  })

  test('one character too many', () => {
    expect(line('name', 'x'.repeat(10), 10)).toHaveLength(10)
    expect(refusal(() => line('name', 'x'.repeat(11), 10)).message).toBe('This is too long. Use at most 10 characters.')
  })

  test('ten megabytes, without looking at them', () => {
    const big = 'x'.repeat(10_000_000)
    const began = performance.now()
    expect(refusal(() => lines('text', big, 4000)).code).toBe('INVALID')
    expect(performance.now() - began).toBeLessThan(20)
  })

  test('nothing, where something is needed', () => {
    expect(refusal(() => needed('surname', line('surname', ' ', 10))).extensions).toEqual({
      code: 'INVALID',
      field: 'surname',
    })
  })

  test('more in a list than fits', () => {
    expect(refusal(() => listOfLines('strengths', ['a', 'b', 'c'], 2, 20)).extensions).toEqual({
      code: 'INVALID',
      field: 'strengths',
    })
  })

  test.each([0, 5, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d as a mark from 1 to 4', (value) => {
    expect(refusal(() => whole('level', value, 1, 4)).code).toBe('INVALID')
  })

  test('a period that ends before it begins', () => {
    expect(refusal(() => period('to', '2026-05-02', '2026-05-01')).extensions['field']).toBe('to')
    for (const [from, to] of [
      ['2026-05-01', '2026-05-01'],
      [null, '2026-05-01'],
      ['2026-05-01', null],
    ] as const)
      expect(period('to', from, to)).toBeUndefined()
  })

  test.each(['', 'x', '1', "' or 1=1", '6ba7b811-9dad-11d1-80b4-00c04fd430c8x', '6ba7b8119dad11d180b400c04fd430c8'])(
    '%j is the id of nothing',
    (id) => {
      expect(isUuid(id)).toBe(false)
    },
  )
})
