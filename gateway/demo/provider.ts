import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { JSONWebKeySet } from 'jose'
import { Provider } from 'oidc-provider'
import type { ClientMetadata, JWK, KoaContextWithOIDC } from 'oidc-provider'
import { GRAPH_AUDIENCE } from '../session.ts'
import { ALGORITHM, PARTNER_SECONDS, TOKEN_SECONDS, claimsOf, graphResource } from './access-token.ts'
import { accountOf, partners, personOf } from './accounts.ts'
import { KEY_CLIENT, PROVIDER_PATH, keyClient, partnerClient, systemOf, tokenClient, webClient } from './clients.ts'
import { allowDemoPersonGrant } from './demo-person.ts'
import { kept } from './kept.ts'
import { inMemory } from './memory.ts'
import { brokenPage, pageHeaders } from './pages.ts'
import { letPeoplePick } from './pick.ts'

export interface ProviderOptions {
  /** As the hub is reached, with the path: `http://localhost:4000/oidc`. */
  issuer: string
  /** Where people come back after signing in, when that is not where the provider stands itself. */
  hub?: string
  /** Where the keys are kept, in `keys/`, so that tokens stay valid when the hub starts again. */
  dataDir: string
  /** The time that a token is issued at; the provider's own short-lived codes and cookies follow the machine's clock. */
  clock: () => Date
  /** Hears what broke on our side; what a caller did wrong is in the answer only. */
  report: (cause: unknown) => void
}

/** The sign-in provider of the demo, ready to be hung in the hub's own server. */
export interface DemoProvider {
  issuer: string
  /** The public keys, for a door in the same process. */
  jwks: JSONWebKeySet
  /** True for the requests that are this provider's. */
  owns(url: string | undefined): boolean
  handler(request: IncomingMessage, response: ServerResponse): void
}

/**
 * Opens the demo's sign-in provider: everybody of the demo without a password, so it belongs nowhere else.
 * What it remembers (a sign-in that is going on, a code of one minute) is in memory: after a restart one signs in again,
 * while tokens that were given out stay valid, because they are checked by their signature.
 */
export async function openProvider(options: ProviderOptions): Promise<DemoProvider> {
  const { issuer, dataDir, clock, report } = options
  if (new URL(issuer).pathname !== PROVIDER_PATH) throw new Error(`The issuer must end in ${PROVIDER_PATH}: ${issuer}`)
  const keys = join(dataDir, 'keys')
  const signing = JSON.parse(await kept(join(keys, 'sign-in.jwk'), newSigningKey)) as JWK
  const cookies = await kept(join(keys, 'sign-in.cookies'), newSecret)

  const provider = new Provider(issuer, {
    adapter: inMemory(),
    jwks: { keys: [signing] },
    cookies: {
      keys: [cookies],
      names: { session: 'demo_session', interaction: 'demo_pick', resume: 'demo_resume' },
      long: { path: PROVIDER_PATH, httpOnly: true, sameSite: 'lax' },
    },
    clients: [webClient(options.hub ?? issuer), tokenClient, ...(await partnerClients(keys))],
    clientDefaults: { id_token_signed_response_alg: ALGORITHM },
    scopes: ['openid'],
    claims: { openid: ['sub', 'name', 'role', 'organisation', 'region', 'municipality'] },
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientBasedCORS: () => false,
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => GRAPH_AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (context, resource, client) => graphResource(resource, client.clientId, lifeOf(context)),
      },
      // What the hub needs is in the tokens; a token that must be shown with a key is not what the graph takes.
      userinfo: { enabled: false },
      dPoP: { enabled: false },
      // Nobody stays signed in here, so its page of "do you want to sign out" never shows: the browser goes straight on.
      rpInitiatedLogout: { enabled: true },
      pushedAuthorizationRequests: { enabled: false },
    },
    formats: {
      customizers: {
        jwt: (context, _, { payload }) => {
          const issuedAt = Math.floor(clock().getTime() / 1000)
          payload.iat = issuedAt
          payload.exp = issuedAt + lifeOf(context)
        },
      },
    },
    ttl: {
      AccessToken: TOKEN_SECONDS,
      ClientCredentials: PARTNER_SECONDS,
      IdToken: TOKEN_SECONDS,
      Grant: TOKEN_SECONDS,
      Interaction: TOKEN_SECONDS,
      Session: TOKEN_SECONDS,
    },
    expiresWithSession: () => false,
    interactions: { url: (_, interaction) => `${PROVIDER_PATH}/interaction/${interaction.uid}` },
    findAccount: (_, name) => {
      const found = personOf(name)
      return found && { accountId: name, claims: () => ({ sub: name, ...claimsOf(found) }) }
    },
    extraTokenClaims: (_, token) => {
      const found = token.kind === 'AccessToken' ? accountOf(token.accountId) : systemOf(token.clientId ?? '')
      return found && claimsOf(found)
    },
    // The hub's own pages need no separate "may this app know who you are".
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId
      const clientId = oidc.client?.clientId
      if (accountId === undefined || clientId === undefined) return undefined
      const grant = new provider.Grant({ accountId, clientId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    renderError: (context, out) => {
      context.set(pageHeaders)
      context.body = brokenPage('Dit inlogverzoek klopt niet, of het is verlopen.', out.error)
    },
  })
  provider.on('server_error', (_, cause) => report(cause))
  ;(provider as NodeJS.EventEmitter).on('error', report)
  letPeoplePick(provider)
  allowDemoPersonGrant(provider)

  const handle = provider.callback()
  return {
    issuer,
    jwks: { keys: [publicHalf(signing)] },
    owns: (url = '') =>
      url === PROVIDER_PATH || url.startsWith(`${PROVIDER_PATH}/`) || url.startsWith(`${PROVIDER_PATH}?`),
    handler(request, response) {
      // The provider's routes begin at its own root; `originalUrl` tells it where that is, as Express does.
      const url = request.url ?? ''
      Object.assign(request, { originalUrl: url, url: url.slice(PROVIDER_PATH.length).replace(/^(?!\/)/, '/') })
      void handle(request, response)
    },
  }
}

/** A system asks anew every ten minutes; a person, and `npm run token`, gets an hour. */
const lifeOf = ({ oidc }: KoaContextWithOIDC): number =>
  oidc.params?.['grant_type'] === 'client_credentials' ? PARTNER_SECONDS : TOKEN_SECONDS

const newSecret = (): string => randomBytes(32).toString('base64url')

function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return JSON.stringify({
    ...privateKey.export({ format: 'jwk' }),
    kid: newSecret().slice(0, 16),
    alg: ALGORITHM,
    use: 'sig',
  })
}

function publicHalf(key: JWK): JSONWebKeySet['keys'][number] {
  const { kid, alg, use } = key
  const shown = createPublicKey({ key: { ...key }, format: 'jwk' }).export({ format: 'jwk' })
  return { ...shown, kty: 'EC', kid, alg, use }
}

/** Each partner system has its secret in `keys/<name>.secret`; the one with a key has it in `keys/roc-voorbeeld-key.jwk`. */
async function partnerClients(keys: string): Promise<ClientMetadata[]> {
  const withSecret = partners.map(async ({ account, name }) =>
    partnerClient(account, name, await kept(join(keys, `${account}.secret`), newSecret)),
  )
  const key = JSON.parse(await kept(join(keys, `${KEY_CLIENT}.jwk`), newSigningKey)) as JWK
  return [...(await Promise.all(withSecret)), keyClient(systemOf(KEY_CLIENT)!.name, publicHalf(key) as JWK)]
}
