import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from './port.ts'
import type { Found, Missing } from './found.ts'

const NEAREST = 'nats://127.0.0.1:4222'

/** NATS at NATS_URL, on this machine, or started here from the machine's own nats-server. */
export async function findNats(env: NodeJS.ProcessEnv): Promise<Found | Missing> {
  const reasons: string[] = []
  for (const url of new Set([env['NATS_URL'] ?? NEAREST, NEAREST])) {
    try {
      return { url, what: `NATS ${await versionAt(url)} (${new URL(url).host})`, stop: async () => undefined }
    } catch (error) {
      reasons.push(`${new URL(url).host}: ${sentence(error)}`)
    }
  }
  const program = [...(env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/bin']
    .map((folder) => join(folder, 'nats-server'))
    .find((path) => existsSync(path))
  if (program === undefined) return { missing: [...reasons, 'nats-server is not installed'].join('; ') }
  try {
    return await startNats(program)
  } catch (error) {
    return { missing: [...reasons, `starting ${program}: ${sentence(error)}`].join('; ') }
  }
}

async function startNats(program: string): Promise<Found> {
  const port = await freePort()
  const server = spawn(program, ['-a', '127.0.0.1', '-p', String(port)], { stdio: 'ignore', detached: true })
  const ended = once(server, 'exit')
  const stop = async () => {
    server.kill('SIGTERM')
    await ended
  }
  const url = `nats://127.0.0.1:${port}`
  for (let tries = 0; ; tries += 1) {
    try {
      return { url, what: `NATS ${await versionAt(url)} (127.0.0.1:${port}), started for this run`, stop }
    } catch (error) {
      if (tries < 100 && server.exitCode === null) await wait(100)
      else {
        await stop()
        throw error
      }
    }
  }
}

/** Greets a NATS server as its protocol asks (INFO, CONNECT, PING, PONG) and returns its version; throws when it does not let us in. */
export function versionAt(url: string): Promise<string> {
  const { hostname, port, username, password } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port || 4222), hostname)
    const end = (error: Error) => (socket.destroy(), reject(error))
    socket.setTimeout(3000, () => end(new Error('it does not speak NATS')))
    socket.on('error', end)
    socket.on('close', () => end(new Error('it hung up')))
    let heard = ''
    socket.on('data', (chunk) => {
      const greeted = heard.includes('\r\n')
      heard += chunk.toString('utf8')
      if (!greeted && heard.includes('\r\n')) {
        const user = username === '' ? {} : { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
        socket.write(`CONNECT ${JSON.stringify({ verbose: false, ...user })}\r\nPING\r\n`)
      }
      const refused = /^-ERR '(.*)'/m.exec(heard)
      if (refused !== null) end(new Error(refused[1]))
      else if (heard.includes('\r\nPONG\r\n')) {
        resolve(/"version": ?"([^"]+)"/.exec(heard)?.[1] ?? '')
        socket.destroy()
      }
    })
  })
}

function sentence(error: unknown): string {
  const { code, message } = error as { code?: string; message: string }
  return code === 'ECONNREFUSED' ? 'nothing answers' : message
}
