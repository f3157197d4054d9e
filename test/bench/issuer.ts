import { accountOf } from '@doorstroomhub/gateway/demo/accounts.ts'
import { claimsOf } from '@doorstroomhub/gateway/demo/access-token.ts'
import { GRAPH_AUDIENCE } from '@doorstroomhub/gateway/session.ts'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A sign-in provider for the bench alone, so that every contestant checks the same token at the same address. */
export interface Issuer {
  url: string
  /** An access token of two hours for one of the demo's people. */
  tokenOf(account: string): Promise<string>
  close(): Promise<void>
}

/** Opens it: discovery and the public key are all that it serves. */
export async function openIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const key = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256', use: 'sig' }
  const server = createServer((request, response) => {
    const known = request.url === '/keys' ? { keys: [key] } : { issuer: url, jwks_uri: `${url}/keys` }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(known))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    async tokenOf(name) {
      const account = accountOf(name)
      if (!account) throw new Error(`The demo has nobody named ${name}.`)
      return new SignJWT({ ...claimsOf(account), client_id: 'bench' })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'bench' })
        .setIssuer(url)
        .setAudience(GRAPH_AUDIENCE)
        .setSubject(name)
        .setIssuedAt()
        .setExpirationTime('2h')
        .setJti(randomUUID())
        .sign(privateKey)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
