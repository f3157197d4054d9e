import { invalid } from '@doorstroomhub/kit/errors.ts'
import ipaddr from 'ipaddr.js'
import { lookup as resolve } from 'node:dns'
import type { LookupFunction } from 'node:net'

const LONGEST = 1_000
/** A name that never leaves this machine or its network. */
const INNER_NAME = /(^|\.)(localhost|local|internal|lan|home|intranet)\.?$/i
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** The partner systems of a trial run on the same machine. */
const isOnThisMachine = ({ hostname }: URL): boolean => LOOPBACK.includes(hostname)

/** Whether an address is of the public internet: not of a private network, this machine, a link, or a translation to one of those. */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}

/**
 * An address that may be told of changes: https on the public internet. A name is resolved, and judged, at each delivery; here
 * only what can be known without asking anybody. In demo mode this machine is allowed too, and without https.
 */
export function webhookAddress(text: string, isDemo: boolean): URL {
  const url = text.length <= LONGEST && /^https?:\/\/[^\s\\]+$/i.test(text) ? URL.parse(text) : null
  if (!url) throw invalid('url', 'Give an address that starts with https://', 'Geef een adres dat begint met https://')
  if (url.username !== '' || url.password !== '' || url.hash !== '')
    throw invalid(
      'url',
      'An address without a name, a password or a # in it, please: the signature proves who is calling.',
      'Geef een adres zonder naam, wachtwoord of # erin: de handtekening bewijst wie er belt.',
    )
  if (isDemo && isOnThisMachine(url)) return url
  if (url.protocol !== 'https:') throw invalid('url', 'Only https:// is allowed.', 'Alleen https:// is toegestaan.')
  const bare = url.hostname.replace(/^\[|\]$/g, '')
  if (INNER_NAME.test(bare) || !(ipaddr.isValid(bare) ? isPublic(bare) : bare.includes('.')))
    throw invalid(
      'url',
      'This address is not on the public internet.',
      'Dit adres staat niet op het openbare internet.',
    )
  return url
}

/** What a delivery says when a name leads into a private network. */
export class PrivateAddress extends Error {}

/**
 * Resolves a name for the connection itself, and refuses when any of what it resolves to is not public: the address that was
 * judged is the address that is called, so that a name cannot answer twice.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '')
    const [first] = addresses
    if (!first || !addresses.every(({ address }) => isPublic(address)))
      return callback(new PrivateAddress(`${hostname} is not on the public internet.`), '')
    if (options.all === true) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}

/** How to resolve the name of this address; undefined for the machine itself, in demo mode. */
export const lookupFor = (url: URL, isDemo: boolean): LookupFunction | undefined =>
  isDemo && isOnThisMachine(url) ? undefined : publicLookup
