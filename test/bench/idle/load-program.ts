import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { pathOf } from '../live-edit/names.ts'
import { onOrder } from '../ordered.ts'
import { follow, socketOf } from '../subscriber.ts'

/** Clients that come, some to warm up and then those that count, and do nothing. */
export interface Idling {
  kind: 'socket' | 'subscriber' | 'document'
  url: string
  authorization: string
  warm: number
  counted: number
}

/** How many streams the hub itself says are open. */
async function streamsAt(url: string): Promise<number> {
  const text = await (await fetch(new URL('/metrics', url))).text()
  return Number(/^hub_streams_open\{transport="websocket"\} (\d+)/m.exec(text)?.[1] ?? 0)
}

/** Not all at once: this row is about being there, not about coming. */
const TOGETHER = 10

onOrder<Idling, { open: number }>(async ({ kind, url, authorization, warm, counted }, mark) => {
  const leaving: (() => unknown)[] = []
  function come(number: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    if (kind === 'document') {
      const document = new Y.Doc()
      const provider = new WebsocketProvider(url, pathOf(number), document, {
        params: { as: `p${number}` },
        WebSocketPolyfill: WebSocket as never,
        disableBc: true,
      })
      provider.on('sync', (isSynced: boolean) => isSynced && resolve())
      leaving.push(() => provider.destroy())
      return promise
    }
    const client = socketOf(url, authorization, resolve)
    if (kind === 'subscriber')
      follow(client, 'subscription { changeAdded { cursor at kind dossier { id } } }', () => undefined)
    leaving.push(() => client.dispose())
    return promise
  }
  async function comeAll(from: number, to: number): Promise<void> {
    for (let number = from; number < to; number += TOGETHER) {
      const until = Math.min(number + TOGETHER, to)
      await Promise.all(Array.from({ length: until - number }, (_unused, index) => come(number + index)))
      // A socket is open before its subscription is, and of one person no more than so many may wait for that.
      while (kind === 'subscriber' && (await streamsAt(url)) < until) await pause(5)
    }
  }
  await comeAll(0, warm)
  await mark('warm')
  await comeAll(warm, warm + counted)
  await mark('open')
  for (const leave of leaving) await leave()
  return { open: leaving.length }
})
