import type { ServerResponse } from 'node:http'

/** Headers of everything that is an answer to somebody: kept by nobody on the way, read as nothing but what it says it is. */
const ALWAYS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
} as const

/** Answers with text or bytes; the length is said, so that a keep-alive connection knows where it ends. */
export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...ALWAYS, ...headers, 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

/** Answers with JSON. */
export const sendJson = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers?: Readonly<Record<string, string>>,
): void => send(response, status, 'application/json; charset=utf-8', JSON.stringify(body), headers)
