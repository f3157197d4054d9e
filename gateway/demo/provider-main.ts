import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { PROVIDER_PATH } from './clients.ts'
import { openProvider, type DemoProvider } from './provider.ts'

/**
 * The demo's sign-in provider as a program of its own, for hubs that believe it as any other provider (`OIDC_ISSUER`). Settings:
 * PORT, HOST, DATA_DIR (its keys), PUBLIC_URL (the hub to which people return after signing in).
 */
async function main(): Promise<void> {
  const { PORT = '4010', HOST = '127.0.0.1', DATA_DIR = '.data', PUBLIC_URL } = process.env
  let provider: DemoProvider | null = null
  const server = createServer((request, response) => {
    if (request.url === '/health/ready') response.writeHead(200).end()
    else if (provider?.owns(request.url)) provider.handler(request, response)
    else response.writeHead(404).end()
  })
  server.listen(Number(PORT), HOST)
  await once(server, 'listening')
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}${PROVIDER_PATH}`
  provider = await openProvider({
    issuer,
    dataDir: resolve(DATA_DIR),
    clock: () => new Date(),
    report: (cause) => void process.stderr.write(`${String(cause)}\n`),
    ...(PUBLIC_URL ? { hub: PUBLIC_URL } : {}),
  })
  process.stdout.write(`ready ${issuer}\n`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      server.close(() => process.exit(0))
      server.closeAllConnections()
    })
}

await main()
