import type { IncomingMessage, ServerResponse } from 'node:http'

export interface ProtectionOptions {
  /** As people reach the hub. */
  url: string
  /** The provider where a form of the hub ends up after signing out, when it is elsewhere. */
  provider?: string | undefined
  /** Origins whose pages may ask the graph, with a token of their own. */
  corsOrigins?: readonly string[] | undefined
}

/** What stands on every answer of the hub, and who else's pages may ask. */
export interface Protection {
  /** Where a form of the hub may end, as a policy says it. */
  forms: string
  /** Puts the headers on; an answer may replace them by stricter ones of its own. */
  protect(response: ServerResponse): void
  /** Lets pages of the allowed origins ask the graph. True when the request was only the browser's question whether it may. */
  share(request: IncomingMessage, response: ServerResponse): boolean
}

const LOCAL = ['localhost', '127.0.0.1', '[::1]']
const YEAR_SECONDS = 31_536_000

/** Nothing of the machine that a dossier needs. */
const NOTHING = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb', 'browsing-topics']

/**
 * The policy of the hub's own pages: scripts, styles and pictures of this hub alone, nothing inline, in nobody's frame.
 * A browser holds a form to its policy through every redirect, so that the provider where signing out ends is named too.
 */
export function pagePolicy({ url, provider }: ProtectionOptions): string {
  const { host, protocol } = new URL(url)
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // Styles of single elements are free: the editor places carets with them, and they can run nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${protocol === 'https:' ? 'wss' : 'ws'}://${host}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    `form-action ${formsOf({ url, provider })}`,
    "frame-ancestors 'none'",
  ].join('; ')
}

function formsOf({ url, provider }: ProtectionOptions): string {
  const { origin } = new URL(url)
  const elsewhere = provider === undefined ? origin : new URL(provider).origin
  return elsewhere === origin ? "'self'" : `'self' ${elsewhere}`
}

export function protectionOf(options: ProtectionOptions): Protection {
  const { hostname, protocol } = new URL(options.url)
  const allowed = new Set(options.corsOrigins ?? [])
  const headers: Readonly<Record<string, string>> = {
    'content-security-policy': pagePolicy(options),
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    // To our own pages the whole address, so that a form of ours shows where it comes from; to others nothing.
    'referrer-policy': 'same-origin',
    'permissions-policy': NOTHING.map((each) => `${each}=()`).join(', '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    ...(protocol === 'https:' && !LOCAL.includes(hostname)
      ? { 'strict-transport-security': `max-age=${YEAR_SECONDS}; includeSubDomains` }
      : {}),
  }
  const lines = Object.entries(headers)

  return {
    forms: formsOf(options),
    protect(response) {
      for (const [name, value] of lines) response.setHeader(name, value)
    },
    share(request, response) {
      const { origin } = request.headers
      if (allowed.size > 0) response.appendHeader('vary', 'origin')
      if (origin === undefined || !allowed.has(origin)) return false
      // Without credentials: a cookie of ours counts for no page but ours.
      response.setHeader('access-control-allow-origin', origin)
      response.setHeader('access-control-expose-headers', 'x-request-id, retry-after')
      if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return false
      response.setHeader('access-control-allow-methods', isStream(request) ? 'GET, POST, PUT, DELETE' : 'GET, POST')
      const asked = 'authorization, content-type, accept, x-purpose, x-request-id'
      response.setHeader(
        'access-control-allow-headers',
        isStream(request) ? `${asked}, x-graphql-event-stream-token` : asked,
      )
      response.setHeader('access-control-max-age', '600')
      response.writeHead(204).end()
      return true
    },
  }
}

/** The one address that is spoken to with more than questions: one connection for many operations. */
const isStream = ({ url = '' }: IncomingMessage): boolean => url.startsWith('/graphql/stream')
