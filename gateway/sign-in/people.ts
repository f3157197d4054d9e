import { unauthenticated } from '@doorstroomhub/kit/errors.ts'
import type { Viewer } from '@doorstroomhub/kit/viewer.ts'
import { randomBytes } from 'node:crypto'
import type { Proof, Session, ShownHeaders } from '../session.ts'
import { cookieName, cookiesOf, SESSION_COOKIE, setCookie, type CookieRules } from './cookies.ts'
import type { EndedSessions } from './ended.ts'
import { sealFor } from './seal.ts'

/** Nobody sat behind it for this long: the session ends. */
export const IDLE_MS = 30 * 60_000
/** However busy, it ends after a working day. */
export const ABSOLUTE_MS = 10 * 60 * 60_000
/** Used again after this long, the cookie is given out anew; not at every request. */
const RENEW_MS = 5 * 60_000
/** A browser keeps no larger cookie than 4,096 bytes, name and attributes included. */
const MOST_SEALED = 3_700

/** A person's session, as the browser keeps it for us. */
export interface PersonSession {
  viewer: Viewer
  id: string
  /** Milliseconds: when it began, was last used, and ends at the latest. */
  began: number
  seen: number
  end: number
  /** The provider's own word, to be signed out there without a question; left out when it is too long to carry. */
  idToken?: string
}

/** The sessions of people with a browser. The gateway keeps none of them. */
export interface People {
  /** What a request's cookie proves; null without one or when another site's page sent it. UNAUTHENTICATED when it is not believed. */
  proofOf(headers: ShownHeaders): Promise<Proof | null>
  /** The session in the cookie, whatever page sent it; null when there is none that still goes. */
  sessionOf(headers: ShownHeaders): Promise<PersonSession | null>
  /** Begins one; the `Set-Cookie` line. */
  begin(viewer: Viewer, given: { idToken?: string | undefined; until: Date | null }): Promise<string>
  /** Ends it everywhere; the line that takes the cookie away. */
  end(session: PersonSession | null): Promise<string>
  isOwnPage(headers: ShownHeaders): boolean
  /** Our cookie, shown by a page of another site. */
  isForeign(headers: ShownHeaders): boolean
  /** Tells when the session of this name is ended, at once when it was; how to hear no more. */
  whenEnded(session: string, tell: () => void): () => void
}

export interface PeopleOptions {
  /** `https://hub.example`: the origin of the hub's own pages. */
  origin: string
  keys: readonly Uint8Array[]
  ended: EndedSessions
  rules: CookieRules
  clock: () => Date
}

export function openPeople({ origin, keys, ended, rules, clock }: PeopleOptions): People {
  const seal = sealFor('session', keys)
  const name = cookieName(SESSION_COOKIE, rules)

  const endOf = ({ seen, end }: PersonSession): number => Math.min(seen + IDLE_MS, end)

  async function sessionIn(cookie: string): Promise<PersonSession | null> {
    const session = (await seal.open(cookie)) as PersonSession | null
    return session && clock().getTime() < endOf(session) && !ended.has(session.id) ? session : null
  }

  const shownIn = (headers: ShownHeaders): string | undefined => cookiesOf(headerIn(headers, 'cookie')).get(name)

  async function lineFor(session: PersonSession): Promise<string> {
    const sealed = await seal.close(session)
    if (sealed.length <= MOST_SEALED) return setCookie(SESSION_COOKIE, sealed, rules)
    const { idToken: _, ...shorter } = session
    return setCookie(SESSION_COOKIE, await seal.close(shorter), rules)
  }

  const isOwnPage = (headers: ShownHeaders): boolean => comesFromOwnPage(headers, origin)

  return {
    isOwnPage,
    whenEnded: (session, tell) => ended.listen(session, tell),
    isForeign: (headers) =>
      shownIn(headers) !== undefined && headerIn(headers, 'origin') !== null && !isOwnPage(headers),
    async proofOf(headers) {
      const cookie = shownIn(headers)
      if (cookie === undefined || !isOwnPage(headers)) return null
      const session = await sessionIn(cookie)
      if (!session) throw unauthenticated(new Error('The session in the cookie is over, or not ours.'))
      const now = clock().getTime()
      return {
        viewer: session.viewer,
        by: 'cookie',
        expiresAt: new Date(endOf(session)),
        ended: ended.signal(session.id, new Date(session.end)),
        session: session.id,
        ...(now - session.seen < RENEW_MS ? {} : { cookie: await lineFor({ ...session, seen: now }) }),
      }
    },
    async sessionOf(headers) {
      const cookie = shownIn(headers)
      return cookie === undefined ? null : sessionIn(cookie)
    },
    begin(viewer, { idToken, until }) {
      const began = clock().getTime()
      const end = Math.min(began + ABSOLUTE_MS, until?.getTime() ?? Infinity)
      const id = randomBytes(16).toString('base64url')
      return lineFor({ viewer, id, began, seen: began, end, ...(idToken === undefined ? {} : { idToken }) })
    },
    async end(session) {
      if (session) await ended.end({ id: session.id, until: new Date(session.end) })
      return setCookie(SESSION_COOKIE, '', rules, 0)
    },
  }
}

/**
 * Whether a page of the hub itself sent this. A browser says so in `Origin`, and where it leaves that out in
 * `Sec-Fetch-Site`; neither can be written by another site's page. A websocket always needs the origin: nothing else
 * stands between it and another site.
 */
export function comesFromOwnPage(headers: ShownHeaders, origin: string): boolean {
  const shown = headerIn(headers, 'origin')
  // A form of a page that tells nobody where it comes from says "null", as a page of nobody's does.
  if (shown !== null && shown !== 'null') return shown === origin
  return headerIn(headers, 'upgrade') === null && headerIn(headers, 'sec-fetch-site') === 'same-origin'
}

/** One header of a request, in either of its two shapes. */
export function headerIn(headers: ShownHeaders, name: string): string | null {
  if (typeof headers.get === 'function') return headers.get(name)
  const value = (headers as Readonly<Record<string, string | string[] | undefined>>)[name]
  return (Array.isArray(value) ? value.join(name === 'cookie' ? '; ' : ', ') : value) ?? null
}

/** A bearer token is who shows it; without one the cookie of the hub's own page is. */
export function withPeople(session: Session, people: People): Session {
  const proofOf: Session['proofOf'] = async (headers) =>
    headerIn(headers, 'authorization') === null ? people.proofOf(headers) : session.proofOf(headers)
  return {
    proofOf,
    viewerOf: async (headers) => (await proofOf(headers))?.viewer ?? null,
    isForeign: (headers) => headerIn(headers, 'authorization') === null && people.isForeign(headers),
    whenEnded: (name, tell) => people.whenEnded(name, tell),
  }
}
