import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importJWK } from 'jose'
import type { CryptoKey, JWK } from 'jose'
import { PROVIDER_PATH } from './clients.ts'
import type { DemoProvider } from './provider.ts'
import { openProvider } from './provider.ts'
import { tokenOf } from './token.ts'

/** The demo's provider on a server of its own, for tests. */
export interface RunningProvider extends DemoProvider {
  port: number
  origin: string
  /** The token of a demo account, fetched as `npm run token` does. */
  token(name: string): Promise<string>
  close(): Promise<void>
}

export interface RunningOptions {
  dataDir: string
  /** A free one when not given. */
  port?: number
  clock?: () => Date
}

/** Starts the provider on a port; what breaks inside it fails the test. */
export async function runProvider({
  dataDir,
  port = 0,
  clock = () => new Date(),
}: RunningOptions): Promise<RunningProvider> {
  let provider: DemoProvider | null = null
  const broken: unknown[] = []
  const server = createServer((request, response) => {
    if (provider?.owns(request.url)) provider.handler(request, response)
    else response.writeHead(404).end()
  })
  server.listen(port)
  await once(server, 'listening')
  const bound = (server.address() as AddressInfo).port
  const origin = `http://localhost:${bound}`
  provider = await openProvider({
    issuer: origin + PROVIDER_PATH,
    dataDir,
    clock,
    report: (cause) => broken.push(cause),
  })
  return {
    ...provider,
    port: bound,
    origin,
    token: (name) => tokenOf(name, bound),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      if (broken.length > 0) throw new AggregateError(broken, 'The provider reported what broke.')
    },
  }
}

/** A folder of its own for a test, and how to be rid of it. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'doorstroomhub-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** The provider's own signing key, to make tokens that are wrong in one thing only. */
export async function signingKey(dataDir: string): Promise<{ jwk: JWK; key: CryptoKey }> {
  const jwk = JSON.parse(await readFile(join(dataDir, 'keys', 'sign-in.jwk'), 'utf8')) as JWK
  return { jwk, key: (await importJWK(jwk)) as CryptoKey }
}
