import { once } from 'node:events'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { pathOf } from '../live-edit/names.ts'
import { onOrder } from '../ordered.ts'

/** Stock clients that open so many documents at the same moment, and then wait. */
export interface Opening {
  url: string
  documents: number
  /** The characters that each document holds at least. */
  least: number
  patienceMs: number
}

export interface Opened {
  /** From the moment that all began to connect until each had its document, milliseconds. */
  synced: number[]
}

onOrder<Opening, Opened>(async ({ url, documents, least, patienceMs }, mark) => {
  await mark('begin')
  const began = performance.now()
  const late = AbortSignal.timeout(patienceMs)
  const all = Array.from({ length: documents }, (_unused, number) => {
    const document = new Y.Doc()
    const provider = new WebsocketProvider(url, pathOf(number), document, {
      params: { as: `p${number}` },
      WebSocketPolyfill: WebSocket as never,
      disableBc: true,
    })
    const synced = new Promise<number>((resolve) =>
      provider.on('sync', (isSynced: boolean) => isSynced && resolve(performance.now() - began)),
    )
    return { document, provider, synced }
  })
  const synced = await Promise.race([
    Promise.all(all.map((each) => each.synced)),
    once(late, 'abort').then(() => {
      throw new Error(`after ${patienceMs} ms not every document was open`)
    }),
  ])
  const empty = all.filter(({ document }) => document.getXmlFragment('content').toString().length < least)
  if (empty.length > 0) throw new Error(`${empty.length} documents came without what is in them`)
  await mark('opened')
  for (const { provider, document } of all) {
    provider.destroy()
    document.destroy()
  }
  return { synced }
})
