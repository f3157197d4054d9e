import { serveHttp } from '@doorstroomhub/kit/standalone.ts'
import type { OpenSubgraph } from '@doorstroomhub/kit/subgraph.ts'
import { audienceKey, signAsking, type Viewer } from '@doorstroomhub/kit/viewer.ts'
import { randomUUID } from 'node:crypto'
import { post, type Answer } from './answer.ts'

/** What a gateway's request to one subgraph may differ in. */
export interface DirectOptions {
  purpose?: string | null
  /** The audience and the key that it is signed with; the subgraph's own when not given. */
  audience?: string
  key?: Uint8Array
  /** Further headers, also instead of what was signed. */
  headers?: Record<string, string>
}

/** One subgraph over HTTP. */
export interface Direct {
  url: string
  /** Asks as the gateway would for this viewer; null without any. */
  ask(viewer: Viewer | null, document: string, variables?: object, options?: DirectOptions): Promise<Answer>
  close(): Promise<void>
}

/** Serves an open subgraph as it serves itself when it runs alone. */
export async function openDirect(
  open: OpenSubgraph,
  { secret, clock, check }: { secret: Uint8Array; clock: () => Date; check: () => Promise<void> },
): Promise<Direct> {
  const own = audienceKey(secret, open.name)
  const http = await serveHttp(
    open,
    {
      port: 0,
      host: '127.0.0.1',
      viewerKey: own,
      judgeKey: audienceKey(secret, 'judge'),
      reportKey: audienceKey(secret, 'report'),
    },
    { clock, check },
  )
  const url = `http://127.0.0.1:${http.port}/graphql`
  return {
    url,
    close: () => http.close(),
    async ask(
      viewer,
      document,
      variables = {},
      { purpose = null, audience = open.name, key = own, headers = {} } = {},
    ) {
      const asking = { viewer, purpose, requestId: randomUUID(), language: 'en' as const }
      const signed: Record<string, string> = viewer
        ? { 'x-hub-viewer': await signAsking(asking, audience, key, clock()) }
        : {}
      return post(url, { query: document, variables }, { ...signed, ...headers })
    },
  }
}
