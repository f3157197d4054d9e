import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { onOrder } from '../ordered.ts'
import { pathOf } from './names.ts'

/** Stock clients that type; started by the bench, one order per message. */
export interface Typing {
  kind: 'y-websocket' | 'hocuspocus'
  url: string
  /** The first document's number: every round has fresh ones. */
  first: number
  documents: number
  clientsPerDocument: number
  editsPerSecondEach: number
  warmSeconds: number
  seconds: number
}

/** What was typed and seen between the two moments that the bench is told of. */
export interface Typed {
  edits: number
  /** Of every edit and every other person in its document, milliseconds. */
  latencies: number[]
  /** Edits that somebody never saw. */
  unseen: number
}

interface Client {
  document: Y.Doc
  number: number
  isOpen(): boolean
  leave(): void
}

function connect({ kind, url }: Typing, path: string, number: number): Client {
  const document = new Y.Doc()
  let isOpen = () => false
  let leave = () => document.destroy()
  if (kind === 'y-websocket') {
    const provider = new WebsocketProvider(url, path, document, {
      params: { as: `p${number}` },
      WebSocketPolyfill: WebSocket as never,
      disableBc: true,
    })
    isOpen = () => provider.wsconnected
    leave = () => {
      provider.destroy()
      document.destroy()
    }
  } else {
    const socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket })
    const provider = new HocuspocusProvider({ websocketProvider: socket, name: path, document })
    provider.attach()
    isOpen = () => provider.isSynced
    leave = () => {
      provider.destroy()
      socket.destroy()
      document.destroy()
    }
  }
  return { document, number, isOpen, leave }
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

onOrder<Typing, Typed>(async (order, mark) => {
  const { documents, clientsPerDocument, editsPerSecondEach } = order
  const groups = Array.from({ length: documents }, (_unused, document) =>
    Array.from({ length: clientsPerDocument }, (_none, client) =>
      connect(order, pathOf(order.first + document), document * clientsPerDocument + client),
    ),
  )
  const all = groups.flat()
  for (const end = Date.now() + 30_000; !all.every((client) => client.isOpen()); await wait(20))
    if (Date.now() > end) throw new Error('not everybody could connect')

  // Everybody types into a paragraph of their own, so that what is seen is only what was sent.
  const writtenAt = new Map<string, number>()
  const seen = new Map<string, number>()
  let latencies: number[] = []
  const texts = all.map(({ document, number }) => {
    const paragraph = new Y.XmlElement('paragraph')
    const own = new Y.XmlText()
    paragraph.insert(0, [own])
    document.getXmlFragment('content').push([paragraph])
    document.getXmlFragment('content').observeDeep((events, transaction) => {
      if (transaction.local) return
      const now = performance.now()
      for (const event of events)
        for (const { insert } of event.changes.delta) {
          if (typeof insert !== 'string') continue
          for (const word of insert.split(' ')) {
            const at = writtenAt.get(word)
            if (at === undefined) continue
            latencies.push(now - at)
            seen.set(word, (seen.get(word) ?? 0) + 1)
          }
        }
    })
    return { own, number }
  })

  let counter = 0
  const every = 1_000 / editsPerSecondEach
  const typing = texts.map(({ own, number }) => {
    const write = () => {
      const word = `${number}x${(counter += 1)}`
      writtenAt.set(word, performance.now())
      own.insert(own.length, `${word} `)
    }
    // Spread over the interval, so that nobody types in step.
    let timer: NodeJS.Timeout = setTimeout(
      () => {
        write()
        timer = setInterval(write, every)
      },
      (every * ((number * 7919) % texts.length)) / texts.length,
    )
    return () => clearInterval(timer)
  })
  await wait(order.warmSeconds * 1_000)
  writtenAt.clear()
  latencies = []
  await mark('begin')
  await wait(order.seconds * 1_000)
  await mark('end')
  const words = [...writtenAt.keys()]
  for (const stop of typing) stop()
  await wait(1_000)
  const unseen = words.filter((word) => (seen.get(word) ?? 0) < clientsPerDocument - 1).length
  for (const client of all) client.leave()
  return { edits: words.length, latencies, unseen }
})
