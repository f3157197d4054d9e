import { freePort } from '@doorstroomhub/tools/test/port.ts'
import { asUser, postgresqlPrograms, serverUser, withClient } from '@doorstroomhub/tools/test/postgresql.ts'
import { versionAt } from '@doorstroomhub/tools/test/nats.ts'
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { appendFile, chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

/** A server of this test's own that can be killed, and comes back at the same address with what it kept. */
export interface OwnServer {
  url: string
  kill(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

async function until(isThere: () => Promise<unknown>, patienceMs = 60_000): Promise<void> {
  for (const end = performance.now() + patienceMs; ; await pause(50))
    try {
      await isThere()
      return
    } catch (cause) {
      if (performance.now() > end) throw cause
    }
}

/** PostgreSQL from the machine's own programs, with its promises kept: what it acknowledged is on disk. Listens at `host`, also for its neighbours. */
export async function ownPostgresql(host = '127.0.0.1'): Promise<OwnServer> {
  const programs = await postgresqlPrograms()
  if (programs === undefined) throw new Error('PostgreSQL is not installed on this machine.')
  const as = await serverUser()
  const folder = await mkdtemp(join(tmpdir(), 'hub-faults-postgresql-'))
  if (as !== undefined) await chown(folder, as.uid, as.gid)
  const data = join(folder, 'data')
  const port = await freePort()
  const url = `postgres://postgres@${host}:${port}/postgres`
  const [initdb, ...initialise] = asUser(as, join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust'])
  await promisify(execFile)(initdb, [...initialise, '-E', 'UTF8', '--locale=C', '--no-sync'], { cwd: folder })
  await appendFile(join(data, 'pg_hba.conf'), 'host all all samenet trust\n')
  let server: ChildProcess | null = null
  const pid = async () => Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0])
  const own: OwnServer = {
    url,
    async start() {
      const [postgres, ...args] = asUser(as, join(programs, 'postgres'), ['-D', data, '-p', String(port), '-k', folder])
      server = spawn(postgres, [...args, '-c', `listen_addresses=${host}`, '-c', 'max_connections=200'], {
        cwd: folder,
        stdio: 'ignore',
        detached: true,
      })
      await until(() => withClient(url, (client) => client.query('select 1')))
    },
    async kill() {
      if (!server) return
      const gone = once(server, 'exit')
      // At once, as when the machine is switched off: no goodbye, nothing written any more.
      process.kill(await pid(), 'SIGQUIT')
      await gone
      server = null
    },
    async close() {
      await own.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
  await own.start()
  return own
}

export const natsProgram = (): string | undefined =>
  ['/usr/sbin/nats-server', '/usr/local/bin/nats-server', '/usr/bin/nats-server'].find(existsSync)

/** NATS from the machine's own program. */
export async function ownNats(host = '127.0.0.1'): Promise<OwnServer> {
  const program = natsProgram()
  if (!program) throw new Error('nats-server is not installed on this machine.')
  const port = await freePort()
  const url = `nats://${host}:${port}`
  let server: ChildProcess | null = null
  const own: OwnServer = {
    url,
    async start() {
      server = spawn(program, ['-a', host, '-p', String(port)], { stdio: 'ignore', detached: true })
      await until(() => versionAt(url))
    },
    async kill() {
      if (!server) return
      const gone = once(server, 'exit')
      server.kill('SIGKILL')
      await gone
      server = null
    },
    close: () => own.kill(),
  }
  await own.start()
  return own
}
