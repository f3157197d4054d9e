import type { ClientMetadata } from 'oidc-provider'

/** Where the demo's sign-in provider stands on the hub. */
export const PROVIDER_PATH = '/oidc'

/** The client of the hub's own pages, and where a person comes back after signing in. */
export const WEB_CLIENT = 'doorstroomhub-web'
export const WEB_CALLBACK = '/sign-in/callback'

/** The grant that gives the token of anybody of the demo without a browser, to a program on the machine of the hub. */
export const DEMO_PERSON_GRANT = 'urn:doorstroomhub:demo-person'

/** The client of `npm run token`; it can do nothing else. */
export const TOKEN_CLIENT = 'doorstroomhub-token'

/** The hub's pages: no secret, so the code is bound to the browser's sign-in by PKCE. */
export function webClient(issuer: string): ClientMetadata {
  const { protocol, hostname, port, origin } = new URL(issuer)
  // The names under which a browser on the same machine reaches the hub are all its own.
  const local = ['localhost', '127.0.0.1', '[::1]']
  const origins = local.includes(hostname) ? local.map((name) => `${protocol}//${name}${port && `:${port}`}`) : [origin]
  return {
    client_id: WEB_CLIENT,
    client_name: 'Doorstroomhub',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: origins.map((one) => one + WEB_CALLBACK),
  }
}

export const tokenClient: ClientMetadata = {
  client_id: TOKEN_CLIENT,
  token_endpoint_auth_method: 'none',
  grant_types: [DEMO_PERSON_GRANT],
  response_types: [],
  redirect_uris: [],
}

/** A partner's system, which signs in as itself with its secret. */
export const partnerClient = (account: string, name: string, secret: string): ClientMetadata => ({
  client_id: account,
  client_name: name,
  client_secret: secret,
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
})
