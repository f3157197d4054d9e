import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { expectAlive } from './alive.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterEach(() => expectAlive(here))
afterAll(async () => {
  await here.close()
  expect(here.log).toEqual([])
})

/** Says exactly this, as no client does that tidies up an address first, and hears the whole answer. */
function say(words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const socket = connect(here.hub.port, '127.0.0.1')
    socket.on('data', (part) => (said += String(part)))
    socket.on('error', reject)
    socket.on('close', () => resolve(said))
    socket.write(words)
  })
}
const ask = (target: string, method = 'GET'): Promise<string> =>
  say(`${method} ${target} HTTP/1.1\r\nhost: localhost\r\naccept: */*\r\nconnection: close\r\n\r\n`)
const statusOf = (said: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1])

test('no address leads out of the folder of the pages, nor to what lies in it for the hub alone', async () => {
  const out = ['../', '..%2f', '..%5c', '%2e%2e/', '%2e%2e%2f', '.%2e/', '..;/', '....//', '..%252f', '..\\']
  const places = ['/', '/assets/', '/graphql/page/', '/export/dossier/', '/documents/', '//', '/./']
  const targets = [
    ...places.flatMap((place) =>
      out.flatMap((step) => [`${place}${step.repeat(3)}package.json`, `${place}${step.repeat(9)}etc/passwd`]),
    ),
    ...['/.env', '/.git/config', '/assets/.env', '/%00', '/assets/x%00.js', '/%', '/%E0%A4%A', '/assets/%c0%ae%c0%ae/'],
    ...[
      '/documents.json',
      '/%64ocuments.json',
      '/documents%2ejson',
      '/documents.json/',
      '/DOCUMENTS.json',
      '//documents.json',
    ],
    ...['http://evil.example/', 'http://evil.example/metrics/../documents.json', '*', '///', '//evil.example/%2f..'],
  ]
  for (const target of targets) {
    const said = await ask(target)
    expect([400, 401, 404], `${target} ${said.slice(0, 200)}`).toContain(statusOf(said))
    expect(said, target).not.toMatch(/"workspaces"|"scripts"|root:|sha256|\[core\]/)
  }
})

test('an address that is long, or a method that nobody has, ends its own connection at most', async () => {
  expect(statusOf(await ask(`/${'a'.repeat(100_000)}`))).toBe(431)
  expect(statusOf(await ask(`/${'a/'.repeat(5_000)}`))).toBe(404)
  for (const method of ['TRACE', 'PROPFIND', 'DELETE', 'PATCH', 'QUERY', 'NONSENSE'])
    expect([400, 404, 405], method).toContain(statusOf(await ask('/graphql', method)))
  expect(statusOf(await ask('/', 'CONNECT'))).toBeNaN()
})

test('a name of another host changes nothing in what is said', async () => {
  for (const header of ['host', 'x-forwarded-host', 'forwarded', 'x-original-url', 'x-rewrite-url']) {
    const value =
      header === 'forwarded'
        ? 'host=evil.example'
        : header.startsWith('x-o') || header.startsWith('x-r')
          ? '/metrics'
          : 'evil.example'
    for (const path of ['/', '/nowhere', '/sign-in?return=/x', '/graphql', '/export/statuses.csv']) {
      const host = header === 'host' ? '' : `host: localhost:${here.hub.port}\r\n`
      const said = await say(
        `GET ${path} HTTP/1.1\r\n${host}${header}: ${value}\r\naccept: text/html\r\nconnection: close\r\n\r\n`,
      )
      expect(statusOf(said), `${header} ${path}`).toBeLessThan(500)
      expect(said, `${header} ${path}`).not.toContain('evil.example')
      expect(said, `${header} ${path}`).not.toContain('hub_operation_seconds')
    }
  }
})
