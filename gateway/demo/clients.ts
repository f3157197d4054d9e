import type { ClientMetadata, JWK } from 'oidc-provider'
import { accountOf, type DemoAccount } from './accounts.ts'

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
export function webClient(hub: string): ClientMetadata {
  const { protocol, hostname, port, origin } = new URL(hub)
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
    post_logout_redirect_uris: origins.map((one) => `${one}/`),
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

/** The system of ROC Voorbeeld once more, signing in with a key of its own instead of a secret: what the standard for the sector asks for. */
export const KEY_CLIENT = 'roc-voorbeeld-key'
const KEY_ACCOUNT = 'roc-voorbeeld'

/** The partner's system that signs in with a signed statement (private_key_jwt); the provider knows the public half of its key only. */
export const keyClient = (name: string, publicKey: JWK): ClientMetadata => ({
  client_id: KEY_CLIENT,
  client_name: name,
  token_endpoint_auth_method: 'private_key_jwt',
  token_endpoint_auth_signing_alg: 'ES256',
  jwks: { keys: [publicKey] },
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
})

/** Whose system a client is; undefined for a client of another kind. */
export const systemOf = (clientId: string): DemoAccount | undefined =>
  accountOf(clientId === KEY_CLIENT ? KEY_ACCOUNT : clientId)
