import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPages } from './pages.ts'

const SCRIPT = 'export const page = 1\n'.repeat(200)
let folder: string
let server: Server
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-pages-'))
  await Promise.all(['assets', '.vite'].map((name) => mkdir(join(folder, name))))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Doorstroomhub</title>')
  await writeFile(join(folder, 'welcome.html'), '<!doctype html><title>Welkom</title>')
  await writeFile(join(folder, 'documents.json'), '{}')
  await writeFile(join(folder, '.vite/manifest.json'), '{}')
  await writeFile(join(folder, 'assets/page-1a2b.js'), SCRIPT)
  await writeFile(join(folder, 'assets/page-1a2b.js.gz'), gzipSync(SCRIPT))
  await writeFile(join(folder, 'assets/page-1a2b.js.br'), brotliCompressSync(SCRIPT))
  const pages = openPages(folder)!
  server = createServer((asked, answer) => {
    void pages(asked, answer, asked.url!).then((served) => {
      if (!served) answer.writeHead(404).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

/** As it goes over the line: `fetch` would unpack it. */
async function ask(path: string, headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, headers: { accept: 'text/html', ...headers } }, resolve)
      .on('error', reject)
      .end()
  })
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(await Array.fromAsync(answer)) }
}

test.each([
  ['br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['identity', undefined, (body: Buffer) => body],
] as const)('to a browser that takes %s a script goes as %s', async (accepted, encoding, unpack) => {
  const { headers, body } = await ask('/assets/page-1a2b.js', { 'accept-encoding': accepted })
  expect(headers['content-encoding']).toBe(encoding)
  expect(headers['content-type']).toMatch(/^text\/javascript/)
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(headers['vary']).toMatch(/accept-encoding/i)
  expect(unpack(body).toString()).toBe(SCRIPT)
})

test('every address of a page gives the same document, which is not kept', async () => {
  for (const path of ['/', '/mijn-dossier', '/aankomend/8e4f']) {
    const { status, headers, body } = await ask(path, { cookie: 'hub_session=sealed' })
    expect([status, body.toString()], path).toEqual([200, '<!doctype html><title>Doorstroomhub</title>'])
    expect(headers['cache-control']).toBe('no-cache')
  }
})

test.each([
  ['no cookie', '/', undefined, 'Welkom'],
  ['a cookie of something else', '/', 'language=nl; not_hub_session=1', 'Welkom'],
  ['two sessions, of which none counts', '/', 'hub_session=one; hub_session=two', 'Welkom'],
  ['no cookie, at another page', '/mijn-dossier', undefined, 'Doorstroomhub'],
  ['a session', '/', 'language=nl; hub_session=sealed', 'Doorstroomhub'],
  ['a session over TLS', '/', '__Host-hub_session=sealed', 'Doorstroomhub'],
])('who shows %s gets, at %s, the page that is right for them', async (_, path, cookie, title) => {
  const { status, headers, body } = await ask(path, cookie === undefined ? {} : { cookie })
  expect([status, body.toString()]).toEqual([200, `<!doctype html><title>${title}</title>`])
  expect(headers['cache-control']).toBe('no-cache')
  // A browser that has signed in since does not take it from what it kept.
  expect(headers['vary']).toMatch(/cookie/i)
})

test.each([
  '/documents.json',
  '/index.html',
  '/welcome.html',
  '/.vite/manifest.json',
  '/assets/none.js',
  '/../package.json',
])('%s is no page and no file of one', async (path) => {
  expect((await ask(path)).status).toBe(404)
})
