import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/**
 * Where a request comes from. Behind proxies of our own the last ones of `x-forwarded-for` are theirs: what stands before them is the
 * caller's own word and never looked at.
 */
export function addressOf({ headers, socket }: IncomingMessage, proxies: number): string {
  const own = socket.remoteAddress ?? 'unknown'
  if (proxies === 0) return neighbourhood(own)
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((each) => each.trim())
  return neighbourhood(forwarded.at(-proxies) || own)
}

/** Whoever has an IPv6 address has 2^64 of them, which count as one. */
function neighbourhood(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  if (address.includes('.')) return address.replace(/^.*:/, '')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const between = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0')
  return `${[...before, ...between, ...after].slice(0, 4).join(':')}::/64`
}
