import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import pg from 'pg'

/** PostgreSQL and NATS that may be used; null says that such tests are skipped. */
export const postgresUrl = process.env['TEST_POSTGRES_URL'] ?? null
export const natsUrl = process.env['TEST_NATS_URL'] ?? null

/** Where PostgreSQL's own programs are, for tests that stop and start one; null when they are not on this machine. */
export const postgresPrograms =
  ['18', '17', '16', '15'].map((version) => `/usr/lib/postgresql/${version}/bin`).find((path) => existsSync(path)) ??
  null
export const natsProgram =
  ['/usr/bin/nats-server', '/usr/local/bin/nats-server', '/usr/sbin/nats-server'].find((path) => existsSync(path)) ??
  null

/** A database of one's own on the given server. */
export async function withDatabase(server = postgresUrl): Promise<{ url: string; drop(): Promise<void> }> {
  if (server === null) throw new Error('no PostgreSQL')
  const name = `hub_rooms_${randomBytes(6).toString('hex')}`
  const run = async (statement: string) => {
    const client = new pg.Client(server)
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await run(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) }
}

/** A port that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** A service that a test may stop and start again. */
export interface Service {
  url: string
  start(): Promise<void>
  stop(): Promise<void>
  remove(): Promise<void>
}

const isRoot = process.getuid?.() === 0

/** A PostgreSQL of one's own. It refuses to run as root, so then it runs as its own user. */
export async function ownPostgreSql(programs: string): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-pg-'))
  const port = await freePort()
  if (isRoot) {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
    chownSync(folder, id('-u'), id('-g'))
    chmodSync(folder, 0o700)
  }
  const run = (program: string, ...args: string[]) =>
    isRoot
      ? execFileSync('runuser', ['-u', 'postgres', '--', join(programs, program), ...args], {
          stdio: 'ignore',
          cwd: '/',
        })
      : execFileSync(join(programs, program), args, { stdio: 'ignore' })
  run('initdb', '-D', folder, '-U', 'postgres', '-A', 'trust', '--no-sync')
  const control = (...args: string[]) => run('pg_ctl', '-D', folder, '-w', ...args)
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start: async () =>
      void control(
        '-o',
        `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`,
        '-l',
        join(folder, 'log'),
        'start',
      ),
    stop: async () => void control('-m', 'immediate', 'stop'),
    async remove() {
      try {
        control('-m', 'immediate', 'stop')
      } catch {
        // It was stopped already.
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A NATS of one's own. */
export async function ownNats(program: string): Promise<Service> {
  const port = await freePort()
  let running: ChildProcess | null = null
  const service: Service = {
    url: `nats://127.0.0.1:${port}`,
    async start() {
      const started = spawn(program, ['-a', '127.0.0.1', '-p', String(port)], { stdio: ['ignore', 'ignore', 'pipe'] })
      running = started
      let said = ''
      await new Promise<void>((resolve, reject) => {
        started.once('exit', () => reject(new Error(`nats-server ended: ${said}`)))
        started.stderr?.on('data', (text: Buffer) => {
          said += text.toString()
          if (said.includes('Server is ready')) resolve()
        })
      })
    },
    async stop() {
      const ending = running
      running = null
      if (!ending) return
      const ended = once(ending, 'exit')
      ending.kill('SIGKILL')
      await ended
    },
    remove: () => service.stop(),
  }
  return service
}
