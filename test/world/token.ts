import { signingKey } from '@doorstroomhub/gateway/demo/testing.ts'
import { GRAPH_AUDIENCE } from '@doorstroomhub/gateway/session.ts'
import type { Viewer } from '@doorstroomhub/kit/viewer.ts'
import { SignJWT } from 'jose'
import { randomUUID } from 'node:crypto'

/** The token that the demo's provider would give to somebody whom its list of people does not have. */
export async function tokenFor(
  { subject, name, role, organisation, region, municipality, scopes }: Viewer,
  { issuer, dataDir, now }: { issuer: string; dataDir: string; now: Date },
): Promise<string> {
  const { jwk, key } = await signingKey(dataDir)
  const issuedAt = Math.floor(now.getTime() / 1000)
  return new SignJWT({
    client_id: 'tests',
    name,
    role,
    ...(organisation && { organisation: { ...organisation } }),
    ...(region && { region }),
    ...(municipality && { municipality }),
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...(jwk.kid && { kid: jwk.kid }) })
    .setIssuer(issuer)
    .setAudience(GRAPH_AUDIENCE)
    .setSubject(subject)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + 3600)
    .sign(key)
}
