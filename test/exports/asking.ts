import type { World } from '../world.ts'

/** A file as it left, or what was said instead. */
export interface Got {
  status: number
  type: string
  text: string
  bytes: Uint8Array
  headers: Headers
}

/** Asks for a file as this person or system, with a bearer token. */
export async function get(
  world: World,
  who: string | null,
  path: string,
  { purpose, headers = {}, ...init }: { purpose?: string | null; headers?: Record<string, string> } & RequestInit = {},
): Promise<Got> {
  const response = await fetch(`${world.url}${path}`, {
    ...init,
    headers: {
      connection: 'close',
      ...(who === null ? {} : { authorization: `Bearer ${await world.token(who)}` }),
      ...(purpose ? { 'x-purpose': purpose } : {}),
      ...headers,
    },
  })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    bytes,
    headers: response.headers,
  }
}

/** Every text and number in a piece of JSON. */
export function leavesOf(value: unknown): string[] {
  if (value === null || value === undefined || typeof value === 'boolean') return []
  if (typeof value !== 'object') return [String(value)]
  return Object.values(value).flatMap(leavesOf)
}
