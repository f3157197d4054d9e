import type { Front } from './http.ts'
import { openSession, type Session } from './session.ts'
import type { Ground, Opening } from './ground.ts'
import { openSignIn, type SignInClient } from './sign-in/open.ts'

/** Who is believed: tokens always, people with a browser where the hub is a client of their provider. */
export interface Door {
  session: Session
  client: SignInClient | null
  mounted: Front['mounted']
}

/** What a door is opened with. */
export interface DoorOpening extends Pick<Opening, 'settings' | 'clock' | 'opened' | 'onError' | 'onSignIn'> {
  url: string
}

/** The tokens of the provider that the settings name. */
export function ownDoor({ settings, clock }: DoorOpening): Door {
  const { issuer, audience, client = null, claims } = settings.oidc!
  const mapping = claims ? { mapping: claims } : {}
  const session = openSession({ issuer, clock, ...(audience ? { audience } : {}), ...mapping })
  return { session, client: client && { issuer, ...client }, mounted: [] }
}

/** The demo's own provider, hung in this server. Loaded in demo mode only. */
export async function demoDoor({ url, settings, clock, onError }: DoorOpening): Promise<Door> {
  const [{ openProvider }, { WEB_CLIENT }] = await Promise.all([
    import('./demo/provider.ts'),
    import('./demo/clients.ts'),
  ])
  const provider = await openProvider({ issuer: `${url}/oidc`, dataDir: settings.dataDir, clock, report: onError })
  const { issuer, jwks } = provider
  const client = { issuer, id: WEB_CLIENT, secret: null, scopes: 'openid' }
  return { session: openSession({ issuer, jwks, clock }), client, mounted: [provider] }
}

/** Beside tokens: people with a browser, where there is a client to be and a place to keep what ended. */
export async function withSignIn(
  tokens: Door,
  { sessions }: Ground,
  { url, settings, clock, opened, onError, onSignIn }: DoorOpening,
): Promise<Omit<Door, 'client'>> {
  const { client } = tokens
  const keys = settings.keys.session ?? []
  if (!client || !sessions || keys.length === 0) return tokens
  const people = await openSignIn({
    url,
    client,
    keys,
    mapping: settings.oidc?.claims,
    ...sessions,
    session: tokens.session,
    clock,
    onError,
    onSignIn,
  })
  opened.push(() => people.close())
  return { session: people.session, mounted: [...tokens.mounted, people.mounted] }
}
