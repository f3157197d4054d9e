// `npm run cluster [-- --replicas 2]`: the processes of docker-compose.yml on this machine without Docker, with the demo in them.
// Prints `ready http://...`; SIGINT and SIGTERM end all of them.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openCluster } from './cluster/open.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)
const say = (line: string) => process.stderr.write(`doorstroomhub: ${line}\n`)

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { replicas: { type: 'string', default: '1' } } })
  const replicas = Number(values.replicas)
  if (!Number.isInteger(replicas) || replicas < 1 || replicas > 9)
    throw new Error('--replicas must be a number from 1 to 9.')
  const port = Number(process.env['PORT'] ?? 4000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('PORT must be a number from 0 to 65535.')

  // Told to stop while it starts, it stops as soon as it has started.
  const told = Promise.withResolvers<void>()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => told.resolve())
  const cluster = await openCluster({
    replicas,
    port,
    dataDir: resolve(process.env['DATA_DIR'] ?? '.data'),
    env: process.env,
    say,
  })
  say(`${cluster.processes.map(({ name }) => name).join(' ')}`)
  say(`a token: OIDC_ISSUER=${cluster.issuer} npm run --silent token -- marieke`)
  print(`ready ${cluster.url}`)
  await told.promise
  await cluster.close()
}

try {
  await main()
  process.exit(0)
} catch (cause) {
  say(cause instanceof Error ? cause.message : String(cause))
  process.exit(1)
}
