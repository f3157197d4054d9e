import { post, type Answer } from '../world/answer.ts'

/** A browser without scripts: keeps cookies, follows redirects when asked. */
export interface Visitor {
  cookies: Map<string, string>
  /** As the `cookie` header shows them. */
  cookie(): string
  /** One request; no redirect is followed. */
  visit(path: string, init?: RequestInit): Promise<Response>
  /** Signs in at the demo's provider; the last answer of the hub, which sends the browser to where it wanted to be. */
  signIn(name: string, to?: string): Promise<Response>
  /** The session's cookie. */
  session(): string
  /** Asks the graph as a page of the hub does, or with other headers instead. */
  ask(query: string, headers?: Record<string, string>): Promise<Answer>
  signOut(headers?: Record<string, string>): Promise<Response>
}

const SESSION = 'hub_session'

/** Somebody at a hub, who may reach it at another address than the hub says of itself. */
export function visitor(url: string, at: string = url): Visitor {
  const cookies = new Map<string, string>()
  const cookie = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

  async function visit(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(new URL(path, at), {
      redirect: 'manual',
      ...init,
      headers: { accept: 'text/html', connection: 'close', cookie: cookie(), ...init.headers },
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...rules] = line.split('; ')
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      if (value === '' || rules.some((rule) => /^(max-age=0|expires=Thu, 01 Jan 1970)/i.test(rule)))
        cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }

  async function follow(path: string, init?: RequestInit): Promise<Response> {
    const response = await visit(path, init)
    const to = response.headers.get('location')
    if (to === null || path.startsWith('/sign-in/callback')) return response
    return follow(to.startsWith(url) ? to.slice(url.length) : to)
  }

  return {
    cookies,
    cookie,
    visit,
    async signIn(name, to = '/') {
      const page = await follow(`/sign-in?return=${encodeURIComponent(to)}`)
      const action = /action="([^"]+)"/.exec(await page.text())?.[1]
      if (!action) throw new Error('There was nothing to pick.')
      return follow(action, { method: 'POST', body: new URLSearchParams({ person: name }) })
    },
    session() {
      const value = cookies.get(SESSION)
      if (value === undefined) throw new Error('Nobody signed in.')
      return value
    },
    async ask(query, headers = { origin: url }) {
      return post(`${at}/graphql`, { query }, { cookie: cookie(), ...headers })
    },
    signOut: (headers = { origin: url }) => visit('/sign-out', { method: 'POST', headers }),
  }
}
