import { tokenOf } from '@doorstroomhub/gateway/demo/token.ts'
import { temporaryFolder } from '@doorstroomhub/gateway/demo/testing.ts'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { NUMBER_KEY } from '../world/prepared.ts'

/** A hub in a process of its own, that can be killed. */
export interface ChildHub {
  readonly url: string
  readonly port: number
  readonly isUp: boolean
  token(name: string): Promise<string>
  start(): Promise<void>
  /** kill -9. */
  kill(): Promise<void>
  /** Ends it for good. */
  remove(): Promise<void>
}

const MAIN = join(import.meta.dirname, '..', '..', 'gateway', 'main.ts')
const MANY = '1000000000'

/** A hub on this database; hubs of one test share their keys, so that each reads the other's cursors. */
export async function childHub(settings: { databaseUrl: string; natsUrl?: string | null }): Promise<ChildHub> {
  const folder = await temporaryFolder()
  let child: ChildProcess | null = null
  let url = ''
  // The port of the first start is kept, so that who follows finds it again.
  let port = 0
  const hub: ChildHub = {
    get url() {
      return url
    },
    get port() {
      return port
    },
    get isUp() {
      return child !== null
    },
    token: (name) => tokenOf(name, port),
    async start() {
      const started = spawn(process.execPath, [MAIN], {
        env: {
          PATH: process.env['PATH'],
          DATABASE_URL: settings.databaseUrl,
          ...(settings.natsUrl ? { NATS_URL: settings.natsUrl } : {}),
          DATA_DIR: folder.path,
          PORT: String(port),
          DEMO: 'on',
          VIEWER_SECRET: Buffer.alloc(32, 3).toString('base64url'),
          NUMBER_KEY: Buffer.from(NUMBER_KEY).toString('base64url'),
          COST_PER_MINUTE: MANY,
          REQUESTS_PER_MINUTE: MANY,
          SUBSCRIPTIONS_PER_VIEWER: '100000',
          SOCKETS_PER_VIEWER: '100000',
          LOG_LEVEL: 'error',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let said = ''
      const ready = new Promise<void>((resolve, reject) => {
        const hear = (part: Buffer) => {
          said += String(part)
          const found = /ready (http:\/\/localhost:(\d+))/.exec(said)
          if (!found) return
          url = found[1]!
          port = Number(found[2])
          resolve()
        }
        started.stdout.on('data', hear)
        started.stderr.on('data', hear)
        started.once('exit', () => reject(new Error(`the hub ended before it was ready: ${said}`)))
      })
      await ready
      child = started
    },
    async kill() {
      const ending = child
      child = null
      if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
      const ended = once(ending, 'exit')
      ending.kill('SIGKILL')
      await ended
    },
    async remove() {
      await hub.kill()
      await folder.remove()
    },
  }
  await hub.start()
  return hub
}

/** A line to a service that a test may cut and mend: to who uses it, the service is down. */
export async function cuttable(address: string): Promise<{ url: string; cut(): void; mend(): void; close(): void }> {
  const target = new URL(address)
  const open = new Set<Socket>()
  let isCut = false
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    if (isCut) return void socket.destroy()
    const onward = connect(Number(target.port), target.hostname)
    onward.on('error', () => socket.destroy())
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.once('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const drop = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: `${target.protocol}//127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true
      drop()
    },
    mend: () => void (isCut = false),
    close() {
      drop()
      server.close()
    },
  }
}
