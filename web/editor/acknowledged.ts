import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep1, writeSyncStep1 } from 'y-protocols/sync'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

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
