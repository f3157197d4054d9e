/** Where nobody is sent back to: it would begin or end a session again. */
const NOT_THERE = /^\/(sign-in|sign-out|oidc)(?=[/?#]|$)/i

/**
 * Where somebody goes after signing in: a path on this hub, or `/`. A browser reads `//x`, `/\x` and some encoded forms
 * as another host, and a link that leads through our own door to somewhere else is believed.
 */
export function localPath(given: string | null | undefined): string {
  if (!given || given.length > 2_000 || !/^\/[\x21-\x7e]*$/.test(given)) return '/'
  const base = 'http://hub.invalid'
  const url = URL.parse(given, base)
  if (!url || url.origin !== base) return '/'
  const path = url.pathname
  if (/^\/[/\\]|\\|%(?:2f|5c|25|0|1|7f)/i.test(path) || /^\/[/\\]/.test(given) || given.includes('\\')) return '/'
  return NOT_THERE.test(path) ? '/' : path + url.search + url.hash
}
