import { spawn, execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chown, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { freePort } from './port.ts'
import type { Found, Missing } from './found.ts'

const run = promisify(execFile)
const NEAREST = 'postgres://postgres@127.0.0.1:5432/postgres'

/**
 * A database of its own for this run, on the first PostgreSQL that lets us make one: TEST_DATABASE_URL, DATABASE_URL, the
 * one on this machine, or one started here from the machine's own programs. Nobody else's tables are ever touched.
 */
export async function findPostgresql(env: NodeJS.ProcessEnv): Promise<Found | Missing> {
  const reasons: string[] = []
  const known = [...new Set([env['TEST_DATABASE_URL'], env['DATABASE_URL'], NEAREST])].filter(
    (url) => url !== undefined,
  )
  for (const url of known) {
    try {
      return await scratchDatabase(url)
    } catch (error) {
      reasons.push(`${placeOf(url)}: ${sentence(error)}`)
    }
  }
  const programs = await postgresqlPrograms()
  if (programs === undefined) return { missing: [...reasons, 'its programs are not installed'].join('; ') }
  try {
    return await startPostgresql(programs)
  } catch (error) {
    return { missing: [...reasons, `starting it from ${programs}: ${sentence(error)}`].join('; ') }
  }
}

async function scratchDatabase(url: string): Promise<Found> {
  const name = `hub_test_${randomBytes(4).toString('hex')}`
  const version = await withClient(url, async (client) => {
    const { rows } = await client.query<{ version: string; may: boolean }>(
      `select current_setting('server_version') as version, rolsuper or rolcreatedb as may from pg_roles where rolname = current_user`,
    )
    if (rows[0]?.may !== true) throw new Error('this user may not create a database')
    await client.query(`create database ${name} template template0 encoding 'UTF8'`)
    return rows[0].version.split(' ')[0]
  })
  const own = new URL(url)
  own.pathname = `/${name}`
  return {
    url: own.href,
    what: `PostgreSQL ${version} (${placeOf(url)})`,
    stop: async () => {
      await withClient(url, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  // A server that goes away while idle is noticed at the next query, not as an event nobody handles.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The folder with the newest `initdb` and `postgres` of this machine. */
export async function postgresqlPrograms(): Promise<string | undefined> {
  const debian = '/usr/lib/postgresql'
  const debianVersions: string[] = await readdir(debian).catch(() => [])
  const versions = debianVersions.toSorted((a, b) => Number(b) - Number(a))
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ]
  for (const folder of folders) {
    const files: string[] = await readdir(folder).catch(() => [])
    if (files.includes('initdb') && files.includes('postgres')) return folder
  }
  return undefined
}

async function startPostgresql(programs: string): Promise<Found> {
  const as = await serverUser()
  const folder = await mkdtemp(join(tmpdir(), 'hub-test-postgresql-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    if (as !== undefined) await chown(folder, as.uid, as.gid)
    const data = join(folder, 'data')
    const port = await freePort()
    const [initdb, ...initialise] = asUser(as, join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust'])
    await run(initdb, [...initialise, '-E', 'UTF8', '--locale=C', '--no-sync'], { cwd: folder })
    const settings = ['listen_addresses=127.0.0.1', 'fsync=off', 'full_page_writes=off', 'max_connections=200']
    const [postgres, ...serve] = asUser(as, join(programs, 'postgres'), ['-D', data, '-p', String(port), '-k', folder])
    const server = spawn(postgres, [...serve, ...settings.flatMap((setting) => ['-c', setting])], {
      cwd: folder,
      stdio: 'ignore',
      detached: true,
    })
    const ended = once(server, 'exit')
    const stopServer = async () => {
      const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])
      if (pid > 0) process.kill(pid, 'SIGQUIT')
      await ended
      await remove()
    }
    try {
      const found = await untilItAnswers(`postgres://postgres@127.0.0.1:${port}/postgres`, server)
      return { ...found, what: `${found.what}, started for this run`, stop: stopServer }
    } catch (error) {
      await stopServer()
      throw error
    }
  } catch (error) {
    await remove()
    throw error
  }
}

async function untilItAnswers(url: string, server: { exitCode: number | null }): Promise<Found> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await scratchDatabase(url)
    } catch (error) {
      if (tries === 300 || server.exitCode !== null) throw error
      await wait(100)
    }
  }
}

interface SystemUser {
  name: string
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody`. */
export async function serverUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (user?.[0] === undefined) throw new Error('it does not run as root, and there is no user postgres or nobody')
  return { name: user[0], uid: Number(user[2]), gid: Number(user[3]) }
}

export function asUser(user: SystemUser | undefined, program: string, args: string[]): [string, ...string[]] {
  return user === undefined ? [program, ...args] : ['runuser', '-u', user.name, '--', program, ...args]
}

/** Host and port, never the password. */
const placeOf = (url: string): string => {
  const { hostname, port } = new URL(url)
  return `${hostname}:${port || '5432'}`
}

function sentence(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return sentence(error.errors[0])
  const { code, message } = error as { code?: string; message: string }
  return code === 'ECONNREFUSED' ? 'nothing answers' : (message.split('\n')[0] ?? message)
}
