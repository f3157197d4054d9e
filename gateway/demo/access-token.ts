import { errors } from 'oidc-provider'
import type { ResourceServer } from 'oidc-provider'
import { GRAPH_AUDIENCE } from '../session.ts'
import type { DemoAccount } from './accounts.ts'
import { systemOf } from './clients.ts'

/** One hour: what was given out stays good for that long, also when the hub starts again. */
export const TOKEN_SECONDS = 3600

/** Ten minutes: a system asks for another whenever it needs one, so a stolen one is soon worth nothing. */
export const PARTNER_SECONDS = 600

/**
 * ES256 and EdDSA verify equally fast with jose (0.15 ms measured, once in five minutes per token), and ES256 is known
 * everywhere. RS256 takes half the time and makes every token half as long again.
 */
export const ALGORITHM = 'ES256'

/** The graph as a resource (RFC 8707), with the scopes that this client may ask for. */
export function graphResource(resource: string, clientId: string, seconds = TOKEN_SECONDS): ResourceServer {
  if (resource !== GRAPH_AUDIENCE) throw new errors.InvalidTarget()
  return {
    audience: GRAPH_AUDIENCE,
    scope: (systemOf(clientId)?.scopes ?? []).join(' '),
    accessTokenFormat: 'jwt',
    accessTokenTTL: seconds,
    jwt: { sign: { alg: ALGORITHM } },
  }
}

/** What the tokens say of someone, beside who it is; what does not apply is left out. */
export function claimsOf({ name, role, organisation, region, municipality }: DemoAccount): Record<string, unknown> {
  return {
    name,
    role,
    ...(organisation && {
      organisation: { brin: organisation.brin, name: organisation.name, kind: organisation.kind },
    }),
    ...(region && { region }),
    ...(municipality && { municipality }),
  }
}
