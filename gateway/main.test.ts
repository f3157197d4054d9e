import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tokenOf } from './demo/token.ts'
import { temporaryFolder } from './demo/testing.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
/** The embedded database and five subgraphs: seconds on a quiet machine. */
const LONG = 240_000

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder.remove())

/** `npm start` in a process of its own. */
function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], DATA_DIR: folder.path, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (part) => (stdout += String(part)))
  child.stderr.on('data', (part) => (stderr += String(part)))
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, stdout, stderr }))
  const ready = new Promise<URL>((resolve, reject) => {
    child.stdout.on('data', () => {
      const url = /^ready (\S+)\n/.exec(stdout)?.[1]
      if (url) resolve(new URL(url))
    })
    child.once('exit', () => reject(new Error(stderr)))
  })
  ready.catch(() => undefined)
  return { child, ready, ended }
}

describe('npm start', () => {
  test(
    'says ready when it is, serves the demo, and ends cleanly on SIGTERM and SIGINT with nothing to say',
    { timeout: LONG },
    async () => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) {
        const hub = start({})
        const url = await hub.ready
        expect(await (await fetch(new URL('/health/ready', url))).json()).toEqual({
          status: 'ok',
          checks: {
            database: 'ok',
            bus: 'ok',
            consent: 'ok',
            person: 'ok',
            'support-needs': 'ok',
            'career-portfolio': 'ok',
            'intake-preparation': 'ok',
          },
        })
        const answer = await fetch(new URL('/graphql', url), {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${await tokenOf('noor', Number(url.port))}`,
          },
          body: JSON.stringify({
            query: '{ viewer { name role } dossiers { edges { node { identity { surname } } } } }',
          }),
        })
        expect(await answer.json()).toMatchObject({
          data: {
            viewer: { role: 'STUDENT' },
            dossiers: { edges: [{ node: { identity: { surname: expect.any(String) as string } } }] },
          },
        })
        hub.child.kill(signal)
        const { code, stdout, stderr } = await hub.ended
        expect({ code, stdout }).toEqual({ code: 0, stdout: `ready ${url.origin}\n` })
        // The one question that was asked is the one line of the log.
        expect(JSON.parse(stderr)).toMatchObject({
          level: 'info',
          msg: 'question',
          role: 'STUDENT',
          outcome: 'answered',
        })
      }
    },
  )

  test('says in one sentence what is wrong with the settings', { timeout: LONG }, async () => {
    const { code, stdout, stderr } = await start({ PORT: 'four', OIDC_ISSUER: 'sign-in.example' }).ended
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^The hub cannot start with these settings:\n- OIDC_ISSUER .*\n- PORT .*/)
    expect(stderr).not.toContain('    at ')
  })

  test('says which port is in use, and how to choose another', { timeout: LONG }, async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { code, stderr } = await start({ PORT: String(port) }).ended
    expect([code, stderr]).toEqual([
      1,
      `Port ${port} is in use. Stop what uses it, or choose another: PORT=4001 npm start\n`,
    ])
    other.close()
    await once(other, 'close')
  })
})
