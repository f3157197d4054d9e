import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accounts } from './accounts.ts'
import type { RunningProvider } from './testing.ts'
import { runProvider, temporaryFolder } from './testing.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let provider: RunningProvider

beforeAll(async () => {
  folder = await temporaryFolder()
  provider = await runProvider({ dataDir: folder.path })
})

afterAll(async () => {
  await provider.close()
  await folder.remove()
})

/** Runs the command as a person does. */
function command(port: number | string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const file = fileURLToPath(new URL('token.ts', import.meta.url))
  return new Promise((done) => {
    execFile(
      process.execPath,
      [file, ...args],
      { env: { ...process.env, PORT: String(port) } },
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

/** A server that answers everything with the same, on a free port. */
async function answering(status: number, body: string) {
  const server = createServer((_, response) => response.writeHead(status).end(body)).listen(0)
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}

describe('npm run token', () => {
  it('prints the token and nothing else', async () => {
    const { code, stdout, stderr } = await command(provider.port, 'karim')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)
    expect(decodeJwt(stdout.trim())).toMatchObject({ sub: 'karim', iss: provider.issuer })
  })

  it.each([
    ['a name that is not there', ['sinterklaas'], 'The demo has nobody named "sinterklaas".'],
    ['no name', [], 'Say whose token you want: npm run --silent token -- <name>'],
  ])('lists the names after %s', async (_, args, sentence) => {
    const { code, stdout, stderr } = await command(provider.port, ...args)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(sentence)
    for (const { account } of accounts) expect(stderr).toContain(` ${account}`)
  })

  it('tells how to start the hub when none runs', async () => {
    const { port, close } = await answering(200, '')
    close()
    const { code, stdout, stderr } = await command(port, 'noor')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(`No hub answers at http://localhost:${port}. Start it with: npm start`)
    expect(stderr).not.toContain('at async')
  })

  it.each([
    [404, 'not found'],
    [404, '{"errors":[]}'],
    [200, '<html></html>'],
    [200, 'null'],
  ])('says that this is no demo hub when %i %s comes back', async (status, body) => {
    const { port, close } = await answering(status, body)
    const { code, stdout, stderr } = await command(port, 'noor')
    close()
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('has no demo people')
  })

  it('passes on why the hub refuses', async () => {
    const { port, close } = await answering(400, '{"error":"access_denied","error_description":"only here"}')
    const { code, stderr } = await command(port, 'noor')
    close()
    expect(code).toBe(1)
    expect(stderr).toContain('gave no token: only here.')
  })

  it.each(['http', '0', '70000', '4000.5'])('refuses %s as a port', async (port) => {
    const { code, stderr } = await command(port, 'noor')
    expect(code).toBe(1)
    expect(stderr).toBe('PORT must be a number from 1 to 65535.\n')
  })
})
