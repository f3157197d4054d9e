/** How a cookie of the hub is set: only over HTTP, never from another site's page. */
export interface CookieRules {
  /** Over TLS only; the name then says so (`__Host-`), and no other host or path can set it. */
  secure: boolean
}

/** The cookie of whoever is signed in. */
export const SESSION_COOKIE = 'hub_session'

/** The name under which a cookie is set. */
export const cookieName = (name: string, { secure }: CookieRules): string => (secure ? `__Host-${name}` : name)

/** A `Set-Cookie` line. Without `seconds` the cookie goes when the browser closes; 0 takes it away. */
export function setCookie(name: string, value: string, rules: CookieRules, seconds?: number): string {
  return [
    `${cookieName(name, rules)}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(rules.secure ? ['Secure'] : []),
    ...(seconds === undefined ? [] : [`Max-Age=${seconds}`]),
  ].join('; ')
}

/** What a browser shows, by name. Of two of one name none counts: one of them was put there by somebody else. */
export function cookiesOf(header: string | null | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const twice = new Set<string>()
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at < 1) continue
    const name = part.slice(0, at).trim()
    if (found.has(name)) twice.add(name)
    found.set(name, part.slice(at + 1).trim())
  }
  for (const name of twice) found.delete(name)
  return found
}

/** Whether a browser shows something that may be a session; without it nobody is signed in there. */
export const showsSession = (header: string | undefined): boolean =>
  [true, false].some((secure) => cookiesOf(header).has(cookieName(SESSION_COOKIE, { secure })))
