import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { findNats } from '../test/nats.ts'
import { freePort } from '../test/port.ts'
import { findPostgresql } from '../test/postgresql.ts'
import { ourServices } from './compose.ts'
import { isGateway, planOf, type Machine, type Planned } from './plan.ts'
import { run, type Running } from './process.ts'

const root = dirname(dirname(import.meta.dirname))

export interface ClusterOptions {
  /** Processes of each subgraph; of gateways there are as many as the compose file has. */
  replicas?: number
  /** The one port of all gateways; a free one when 0. */
  port?: number
  /** Where secrets and logs are kept. */
  dataDir: string
  env: NodeJS.ProcessEnv
  /** Connections to the database for each schema in each process. */
  poolSize?: number
  /** Invented dossiers in the demo region when it is filled for the first time; null fills nothing. */
  demo?: number | null
  say?: (sentence: string) => void
  /** The text of docker-compose.yml; the one at the root when not given. */
  compose?: string
  /** Further settings of a process. */
  also?: (planned: Planned) => Record<string, string>
  /** Services that run on another machine: a test has one, of which it can cut the lines. */
  machines?: ReadonlyMap<string, Machine>
}

/** Every process of the compose file, on this machine. */
export interface Cluster {
  url: string
  /** The sign-in provider whose tokens the gateways believe. */
  issuer: string
  databaseUrl: string
  natsUrl: string
  secrets: string
  planned: readonly Planned[]
  processes: readonly Running[]
  close(): Promise<void>
}

const GRACE_MS = 30_000
/** A server allows a hundred connections as it comes, and some are others'. */
const CONNECTIONS = 80

/**
 * Starts the processes that docker-compose.yml describes, on this machine: one port for each service, PostgreSQL and NATS where the settings
 * say or from the machine's own programs, and for sign-in, unless OIDC_ISSUER names a provider, the demo's as one more process.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  if (process.platform !== 'linux')
    throw new Error(
      'The cluster shares ports between processes (SO_REUSEPORT), which Node does on Linux only. Elsewhere: docker compose up.',
    )
  const { replicas = 1, env, dataDir, say = () => undefined } = options
  const closing: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    for (const end of closing.reverse().splice(0)) await end()
  }
  try {
    const folder = join(dataDir, 'cluster')
    const logs = join(folder, 'logs')
    await mkdir(logs, { recursive: true })
    const starting = { root, logs, say, graceMs: GRACE_MS }
    const databaseUrl = await postgresql()
    const natsUrl = await nats()
    const secrets = await makeSecrets(folder, databaseUrl)
    const text = options.compose ?? (await readFile(join(root, 'docker-compose.yml'), 'utf8'))
    const port = options.port || (await freePort())
    const url = `http://localhost:${port}`
    const demo = env['OIDC_ISSUER'] ? null : await demoProvider(url)
    const issuer = demo ?? env['OIDC_ISSUER']!
    const filled = { PUBLIC_URL: url, OIDC_ISSUER: issuer, ...(demo ? { OIDC_CLIENT_ID: 'doorstroomhub-web' } : {}) }
    const services = ourServices(text, { ...env, ...filled })
    const ports = new Map<string, number>()
    for (const service of services) ports.set(service.name, isGateway(service) ? port : await freePort())
    const { machines } = options
    const planned = planOf(services, { ports, ...(machines && { machines }), natsUrl, secrets, replicas }).map(
      (one) => ({
        ...one,
        env: { ...one.env, ...options.also?.(one) },
      }),
    )
    if (demo && options.demo !== null) await fillDemo(databaseUrl, secrets, options.demo ?? 300)
    const processes = await startAll(planned)
    return { url, issuer, databaseUrl, natsUrl, secrets, planned, processes, close }

    /** Those that nobody waits for first, all at once; then those that waited for them. */
    async function startAll(waiting: readonly Planned[]): Promise<Running[]> {
      const started = new Map<string, Running>()
      const isReady = (service: string) => waiting.every((one) => one.service !== service || started.has(one.name))
      while (started.size < waiting.length) {
        const next = waiting.filter(({ name, after }) => !started.has(name) && after.every(isReady))
        if (next.length === 0) throw new Error('Services in docker-compose.yml wait for each other.')
        const outcomes = await Promise.allSettled(
          next.map(async (one) => {
            const running = await run(one, starting)
            closing.push(() => running.stop())
            started.set(one.name, running)
          }),
        )
        for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
      }
      return waiting.map(({ name }) => started.get(name)!)
    }

    async function demoProvider(hub: string): Promise<string> {
      const own = await freePort()
      const command = ['node', 'gateway/demo/provider-main.ts']
      const settings = { PORT: String(own), HOST: '127.0.0.1', DATA_DIR: folder, PUBLIC_URL: hub }
      const planned = { name: 'sign-in', service: 'sign-in', port: own, command, env: settings, after: [] }
      const running = await run(planned, starting)
      closing.push(() => running.stop())
      return `http://localhost:${own}/oidc`
    }
  } catch (cause) {
    await close()
    throw cause
  }

  async function postgresql(): Promise<string> {
    const found = env['DATABASE_URL'] ? { url: env['DATABASE_URL'], what: '' } : await findPostgresql(env)
    if ('missing' in found)
      throw new Error(`There is no PostgreSQL: ${found.missing}. Give the address of one: DATABASE_URL=postgres://...`)
    if ('stop' in found) {
      closing.push(() => found.stop())
      say(`${found.what}; what is in it goes at the end (give DATABASE_URL to keep it)`)
    }
    const url = new URL(found.url)
    if (!url.searchParams.has('pool_size')) {
      // Each subgraph has two connections beside its pool.
      const each = options.poolSize ?? Math.max(2, Math.floor(CONNECTIONS / (5 * replicas)) - 2)
      url.searchParams.set('pool_size', String(each))
    }
    return url.href
  }

  async function nats(): Promise<string> {
    if (env['NATS_URL']) return env['NATS_URL']
    const found = await findNats(env)
    if ('missing' in found)
      throw new Error(`There is no NATS: ${found.missing}. Give the address of one: NATS_URL=nats://...`)
    closing.push(() => found.stop())
    return found.url
  }
}

/** The secrets as `deploy/secrets.sh` makes them, with the address of this machine's database. */
async function makeSecrets(folder: string, databaseUrl: string): Promise<string> {
  const path = `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`
  await promisify(execFile)('sh', [join(root, 'deploy', 'secrets.sh')], { cwd: folder, env: { PATH: path } })
  const secrets = join(folder, 'secrets')
  await writeFile(join(secrets, 'database_url'), databaseUrl, { mode: 0o600 })
  await chmod(secrets, 0o700)
  return secrets
}

/** Migrates, and brings the people of the demo to today. */
async function fillDemo(databaseUrl: string, secrets: string, region: number): Promise<void> {
  const child = spawn(process.execPath, ['gateway/demo/seed.ts', '--dossiers', '0', '--region', String(region)], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: databaseUrl,
      NUMBER_KEY_FILE: join(secrets, 'number_key'),
      VIEWER_SECRET_FILE: join(secrets, 'viewer_secret'),
      SESSION_KEY_FILE: join(secrets, 'session_key'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (part: Buffer) => (said += part.toString('utf8')))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`The demo could not be put into the database: ${said.trim()}`)
}
