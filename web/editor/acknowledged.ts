import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep1, writeSyncStep1 } from 'y-protocols/sync'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { ROOT } from './schema.ts'

const SYNC = 0

/**
 * What the hub has of a document, from its own mouth: it shows an edit only once it is in its log, also to who made it. What the
 * page has and this has not is not saved yet.
 */
export class Acknowledged {
  readonly #known = new Y.Doc()

  /** Listens to what a provider receives; `heard` is called after each such message. */
  constructor(provider: WebsocketProvider, heard: () => void) {
    const handle = provider.messageHandlers[SYNC]!
    provider.messageHandlers[SYNC] = (encoder, decoder, ...rest) => {
      const again = decoding.clone(decoder)
      handle(encoder, decoder, ...rest)
      if (decoding.readVarUint(again) === messageYjsSyncStep1) return
      Y.applyUpdate(this.#known, decoding.readVarUint8Array(again))
      heard()
    }
  }

  /** Whether the hub has everything that is in this document, deletions too. */
  holds(document: Y.Doc): boolean {
    return Y.equalSnapshots(Y.snapshot(document), Y.snapshot(this.#known))
  }

  /**
   * The words that were typed on this page and that the hub does not have. What only moved, such as the end of a sentence of somebody
   * else after a new line, is not among them.
   */
  lacks(document: Y.Doc): string {
    const from = Y.decodeStateVector(Y.encodeStateVector(this.#known)).get(document.clientID) ?? 0
    const kept = this.#known.getXmlFragment(ROOT).toString()
    const typed: string[] = []
    for (const each of document.store.clients.get(document.clientID) ?? []) {
      if (!(each instanceof Y.Item) || each.deleted || !(each.content instanceof Y.ContentString)) continue
      const words = each.content.str.slice(Math.max(0, from - each.id.clock)).trim()
      if (words !== '' && !kept.includes(words)) typed.push(words)
    }
    return typed.join('\n')
  }

  /** Asks for all that the hub may have and did not say: it answers a stock client only with what that client lacks. */
  question(): Uint8Array<ArrayBuffer> {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, SYNC)
    writeSyncStep1(encoder, this.#known)
    return new Uint8Array(encoding.toUint8Array(encoder))
  }

  destroy(): void {
    this.#known.destroy()
  }
}
