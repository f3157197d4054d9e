import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { addressOf } from './address.ts'

const from = (remoteAddress: string, forwarded: string | undefined, proxies: number): string =>
  addressOf(
    { headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } } as unknown as IncomingMessage,
    proxies,
  )

test.each([
  ['203.0.113.7', undefined, 0, '203.0.113.7'],
  ['::ffff:203.0.113.7', undefined, 0, '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
  ['2001:db8::1', undefined, 0, '2001:db8:0:0::/64'],
  ['::1', undefined, 0, '0:0:0:0::/64'],
])('%s is counted as %4$s', (remote, forwarded, proxies, counted) => {
  expect(from(remote, forwarded, proxies)).toBe(counted)
})

test('what a caller says of its address counts only where a proxy of our own stands before the hub', () => {
  expect(from('10.0.0.1', '198.51.100.1', 0)).toBe('10.0.0.1')
  expect(from('10.0.0.1', 'made-up, 198.51.100.1', 1)).toBe('198.51.100.1')
  expect(from('10.0.0.1', 'made-up, 198.51.100.1, 10.0.0.2', 2)).toBe('198.51.100.1')
  expect(from('10.0.0.1', undefined, 1)).toBe('10.0.0.1')
})
