import { existsSync, statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import { showsSession } from '../sign-in/cookies.ts'
import { wantsPage } from './accept.ts'

/** Where `npm run pages` leaves the pages. */
export const builtPages = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** Serves a page or one of its files; false when it is neither. */
export type Pages = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>

/**
 * The built pages; null when they were not built. Every address that a browser asks a page at gets the same document, which then
 * shows the right page, or says that there is none; only at `/` whoever shows no session gets the welcome, which needs no script to be
 * read. Files whose names change with what is in them may be kept for ever. What a page may do is said in `protection.ts`, for every answer.
 */
export function openPages(folder: string = builtPages): Pages | null {
  const document = join(folder, 'index.html')
  if (!existsSync(document)) return null
  const opened = { files: open(folder), built: statSync(document).mtimeMs }
  const own = new Set(['/documents.json', '/index.html', '/welcome.html'])

  /** Pages that were built anew under a running hub are served from their next document on. */
  async function current(): Promise<void> {
    const { mtimeMs } = await stat(document).catch(() => ({ mtimeMs: opened.built }))
    if (mtimeMs !== opened.built) Object.assign(opened, { files: open(folder), built: mtimeMs })
  }

  return async (request, response, path) => {
    const named = decoded(path)
    if (named === null || own.has(named) || named.startsWith('/.')) return false
    const isPage = path === '/' || (!/\.[a-z0-9]+$/i.test(path) && wantsPage(request.headers.accept))
    if (isPage) await current()
    const { url } = request
    if (isPage) request.url = path === '/' && !showsSession(request.headers.cookie) ? '/welcome.html' : '/'
    return new Promise((resolve) => {
      response.once('close', () => resolve(true))
      opened.files(request, response, () => {
        request.url = url
        resolve(false)
      })
    })
  }
}

/** The address as the files are looked up by it, so that no other spelling gets what is for the hub alone; null when it is none. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path).replace(/\/+$/, '')
  } catch {
    return null
  }
}

/** The files as they are now, looked up once. */
const open = (folder: string) =>
  sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    dotfiles: false,
    setHeaders(response, path) {
      response.setHeader(
        'cache-control',
        path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
      if (path === '/' || path === '/welcome.html') response.setHeader('vary', 'Accept-Encoding, Cookie')
      response.setHeader('x-content-type-options', 'nosniff')
    },
  })
