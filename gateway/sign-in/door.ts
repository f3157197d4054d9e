import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { viewerFrom, type ClaimMapping } from '../claims.ts'
import type { Mounted } from '../http.ts'
import { languageOf } from '../http/asking.ts'
import { send } from '../http/send.ts'
import { cookieName, cookiesOf, setCookie, type CookieRules } from './cookies.ts'
import { NotSignedIn, openPendingSeal, returnedUrl, type IdentityProvider } from './identity.ts'
import { said, saidPage, saidPolicy, type Said } from './pages.ts'
import { localPath } from './paths.ts'
import type { People } from './people.ts'

/** Somebody came in, was not let in (by the provider, or by us), or went out. */
export type SignInOutcome = 'in' | 'refused' | 'out'

export interface SignInOptions {
  /** `https://hub.example`, without a slash at the end. */
  origin: string
  provider: IdentityProvider
  people: People
  keys: readonly Uint8Array[]
  rules: CookieRules
  mapping: ClaimMapping
  clock: () => Date
  /** Hears what broke; what a visitor or their provider did is in the page only. */
  onError: (cause: unknown) => void
  onSignIn: (outcome: SignInOutcome) => void
}

const PATHS = ['/sign-in', '/sign-in/callback', '/sign-out']
const LOCAL = ['localhost', '127.0.0.1', '[::1]']
/** Sign-ins that one browser may have going on; more are old ones that nobody ended. */
const MOST_PENDING = 5
const PENDING = 'hub_sign_in_'

/** `/sign-in`, its way back, and `/sign-out`: people with a browser, at the provider of their school. */
export function signInDoor(options: SignInOptions): Mounted {
  const { origin, provider, people, keys, rules, mapping, clock, onError, onSignIn } = options
  const pendings = openPendingSeal(keys)
  const own = new URL(origin)

  const pendingName = (state: string): string =>
    PENDING + createHash('sha256').update(state).digest('base64url').slice(0, 12)

  function pendingIn(request: IncomingMessage): string[] {
    const prefix = cookieName(PENDING, rules)
    return [...cookiesOf(request.headers.cookie).keys()].filter((name) => name.startsWith(prefix))
  }

  const gone = (name: string): string => setCookie(rules.secure ? name.slice('__Host-'.length) : name, '', rules, 0)

  function redirect(response: ServerResponse, to: string, cookies: readonly string[], more = {}): void {
    response.writeHead(303, {
      location: to,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      ...(cookies.length > 0 ? { 'set-cookie': [...cookies] } : {}),
      ...more,
    })
    response.end()
  }

  function say(request: IncomingMessage, response: ServerResponse, status: number, what: Said): void {
    const headers = { 'content-security-policy': saidPolicy }
    send(response, status, 'text/html; charset=utf-8', saidPage(what, languageOf(request.headers)), headers)
  }

  async function begin(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { searchParams } = new URL(request.url ?? '/', origin)
    const to = localPath(searchParams.get('return'))
    // The cookies belong to one name; this machine has several, and a browser keeps them apart.
    const host = URL.parse(`http://${request.headers.host ?? ''}`)
    if (host && host.host !== own.host && LOCAL.includes(host.hostname) && LOCAL.includes(own.hostname))
      return redirect(response, `${origin}/sign-in?return=${encodeURIComponent(to)}`, [])
    const started = await provider.begin().catch((cause: unknown) => {
      onError(cause)
      return null
    })
    if (!started) return say(request, response, 503, said.providerAway)
    const others = pendingIn(request)
    const sealed = await pendings.close(started.pending, to, clock())
    redirect(response, started.url.href, [
      ...(others.length < MOST_PENDING ? [] : others.map(gone)),
      setCookie(pendingName(started.state), sealed, rules, pendings.seconds),
    ])
  }

  async function comeBack(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const returned = returnedUrl(request, origin)
    const name = cookieName(pendingName(returned.searchParams.get('state') ?? ''), rules)
    const sealed = cookiesOf(request.headers.cookie).get(name)
    const pending = sealed === undefined ? null : await pendings.open(sealed, clock())
    if (!pending) return say(request, response, 400, said.expired)
    // Once only, whatever comes of it.
    response.setHeader('set-cookie', gone(name))
    const came = await provider.finish(returned, pending).catch((cause: unknown) => {
      if (cause instanceof NotSignedIn) return cause
      onError(cause)
      return null
    })
    if (came === null) return say(request, response, 502, said.notBelieved)
    if (came instanceof NotSignedIn) {
      if (came.code === 'access_denied') return say(request, response, 200, said.wentBack)
      if (came.code === 'invalid_grant') return say(request, response, 400, said.expired)
      onError(came)
      return say(request, response, 502, said.notBelieved)
    }
    let viewer
    try {
      viewer = viewerFrom(came.claims, mapping)
    } catch (cause) {
      onError(cause)
      return say(request, response, 403, said.noRole)
    }
    // Who signs in again is somebody else, or the same in a new session: the former one is not left lying about.
    const former = await people.sessionOf(request.headers)
    if (former) await people.end(former)
    redirect(response, pending.to, [gone(name), await people.begin(viewer, came)])
    onSignIn('in')
  }

  async function signOut(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!people.isOwnPage(request.headers)) return say(request, response, 403, said.notFromHere)
    const session = await people.sessionOf(request.headers)
    let taken: string
    try {
      taken = await people.end(session)
    } catch (cause) {
      onError(cause)
      return say(request, response, 503, said.stillIn)
    }
    if (session) onSignIn('out')
    const elsewhere = session && (await provider.endUrl(session.idToken))
    // What the pages kept in this browser (edits that were made offline) goes too: the next person here is somebody else.
    redirect(response, elsewhere?.href ?? '/', [taken], { 'clear-site-data': '"storage"' })
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request.url)
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (path === '/sign-out' ? request.method !== 'POST' : !isRead) {
      response.setHeader('allow', path === '/sign-out' ? 'POST' : 'GET')
      return send(response, 405, 'text/plain; charset=utf-8', 'Not this way.')
    }
    if (path === '/sign-in') return begin(request, response)
    if (path === '/sign-out') return signOut(request, response)
    await comeBack(request, response)
    if (response.statusCode >= 400) onSignIn('refused')
  }

  return {
    owns: (url) => PATHS.includes(pathOf(url)),
    handler(request, response) {
      // What a form holds is not looked at, but read away, so that the connection can go on.
      request.resume()
      handle(request, response).catch((cause: unknown) => {
        onError(cause)
        if (response.headersSent) response.destroy()
        else say(request, response, 500, said.notBelieved)
      })
    },
  }
}

const pathOf = (url = '/'): string => url.replace(/[?#].*$/s, '')
