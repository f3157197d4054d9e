import type { IncomingMessage } from 'node:http'
import { errors } from 'oidc-provider'
import type { AccessToken, Client, ClientCredentials, Provider } from 'oidc-provider'
import { GRAPH_AUDIENCE } from '../session.ts'
import { graphResource } from './access-token.ts'
import { accountOf } from './accounts.ts'
import { DEMO_PERSON_GRANT } from './clients.ts'

/** What a proxy leaves behind: the request then comes from somewhere else, however near the proxy is. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

/**
 * True for a request that a program on this machine made itself. A page in a browser on this machine is no such
 * program: it reaches us under a name of its own that it made point here, or shows its origin, which the provider refuses.
 */
export function comesFromThisMachine({ headers, socket }: IncomingMessage): boolean {
  return (
    /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/i.test(socket.remoteAddress ?? '') &&
    /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(headers.host ?? '') &&
    FORWARDED.every((name) => headers[name] === undefined)
  )
}

/** Adds the grant of `npm run token` to the demo's provider. */
export function allowDemoPersonGrant(provider: Provider): void {
  provider.registerGrantType<{ person?: string }>(
    DEMO_PERSON_GRANT,
    async (context) => {
      if (!comesFromThisMachine(context.req)) {
        throw new errors.AccessDenied('this grant is only for programs on the machine of the hub')
      }
      const token = await tokenFor(provider, context.oidc.client, context.oidc.params.person ?? '')
      context.body = {
        access_token: await token.save(),
        token_type: token.tokenType,
        expires_in: token.expiration,
        ...(token.scope && { scope: token.scope }),
      }
    },
    'person',
  )
}

/** For a person the token as from a browser; for a partner system the one that it gets with its secret, with all its scopes. */
async function tokenFor(provider: Provider, asking: Client, name: string): Promise<AccessToken | ClientCredentials> {
  const account = accountOf(name)
  if (!account) throw new errors.InvalidGrant('the demo has nobody of this name')
  const isPartner = account.role === 'PARTNER'
  const client = isPartner ? await provider.Client.find(name) : asking
  if (!client) throw new errors.InvalidGrant('the demo has no system of this name')
  const resourceServer = new provider.ResourceServer(GRAPH_AUDIENCE, graphResource(GRAPH_AUDIENCE, client.clientId))
  if (isPartner) return new provider.ClientCredentials({ client, resourceServer, scope: account.scopes.join(' ') })
  const grantId = await new provider.Grant({ accountId: name, clientId: client.clientId }).save()
  return new provider.AccessToken({ client, accountId: name, grantId, gty: DEMO_PERSON_GRANT, resourceServer })
}
