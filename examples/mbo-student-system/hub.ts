/** Where the hub is, and as whom this system signs in there. */
export interface Account {
  /** `https://hub.example` */
  hub: string
  /** The provider where the hub's partners sign in; the demo's stands on the hub itself. */
  issuer: string
  clientId: string
  clientSecret: string
  /** What this system asks to be allowed; the provider gives no more than was agreed. */
  scopes: string
}

export interface GraphError {
  message: string
  path?: (string | number)[]
  extensions?: { code?: string; retryAfterSeconds?: number }
}

/** The hub said no to a whole question. */
export class Refused extends Error {
  readonly code: string
  constructor({ message, extensions }: GraphError) {
    super(message)
    this.code = extensions?.code ?? ''
  }
}

export interface Hub {
  /** Asks the graph. What is closed comes back as null; the errors that say so are no failure. */
  ask<Data>(query: string, variables: Record<string, unknown>, purpose?: string): Promise<Data>
}

/** A connection to the hub: signs in with the client's secret, again when the token is nearly over. */
export function connect({ hub, issuer, clientId, clientSecret, scopes }: Account): Hub {
  let token: { value: string; until: number } | null = null

  async function tokenNow(): Promise<string> {
    if (token && Date.now() < token.until) return token.value
    const described = (await json(`${issuer}/.well-known/openid-configuration`)) as { token_endpoint: string }
    const answer = (await json(described.token_endpoint, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope: scopes,
        resource: 'urn:doorstroomhub:graph',
      }),
    })) as { access_token: string; expires_in: number }
    // A little early, so that no question goes out with a token that is over when it arrives.
    token = { value: answer.access_token, until: Date.now() + (answer.expires_in - 30) * 1000 }
    return token.value
  }

  return {
    async ask<Data>(query: string, variables: Record<string, unknown>, purpose?: string): Promise<Data> {
      for (let attempt = 1; ; attempt++) {
        const response = await fetch(`${hub}/graphql`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${await tokenNow()}`,
            'content-type': 'application/json',
            accept: 'application/graphql-response+json',
            ...(purpose === undefined ? {} : { 'x-purpose': purpose }),
          },
          body: JSON.stringify({ query, variables }),
          signal: AbortSignal.timeout(30_000),
        })
        // 429 says after how many seconds it is worth trying again; 502, 503 and 504 are a hub that starts or restarts.
        if ([429, 502, 503, 504].includes(response.status) && attempt < 5) {
          const seconds = Number(response.headers.get('retry-after') ?? 2 ** attempt)
          await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
          continue
        }
        const answer = (await response.json()) as { data?: Data | null; errors?: GraphError[] }
        const serious = (answer.errors ?? []).find(({ extensions }) => extensions?.code !== 'NOT_AVAILABLE')
        if (serious) throw new Refused(serious)
        if (!answer.data) throw new Error(`The hub answered ${response.status} without data.`)
        return answer.data
      }
    },
  }
}

async function json(url: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${(await response.text()).slice(0, 200)}`)
  return response.json()
}
