import type { IndexeddbPersistence } from 'y-indexeddb'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { onDeviceForgotten } from '../parts/own-device.ts'
import { Acknowledged } from './acknowledged.ts'
import { COLOURS, colourOf, peopleIn, type Person } from './people.ts'
import { ROOT, SCHEMA_VERSION } from './schema.ts'

/** How a section is connected; the last five do not come back by themselves. */
export type Connection =
  | 'connecting'
  | 'connected'
  | 'broken'
  /** The right ended, or was not there. */
  | 'closed'
  /** This page is older than the document. */
  | 'outdated'
  | 'full'
  /** The session ended. */
  | 'over'
  /** The hub did not understand this page. */
  | 'faulty'

const ENDINGS: Readonly<Record<number, Connection>> = { 4401: 'over', 4403: 'closed', 4413: 'full', 4426: 'outdated' }

export interface LiveState {
  /** There is a text to show: the hub's, or the one that was kept on this device. */
  ready: boolean
  connection: Connection
  /** Something typed here is not in the hub's log yet. */
  unsaved: boolean
  /** When the hub last said that it has everything that was typed here. */
  savedAt: Date | null
  /** Who has the section open; of the last moment with a connection. */
  people: Person[]
}

export interface LiveOptions {
  /** `<intake preparation>/<section>`. */
  room: string
  purpose: string | null
  canWrite: boolean
  me: { name: string; role: string }
  /** The name of the database on one's own device, or null. */
  keptAs: string | null
}

const TYPING_MS = 3_000
/** A device that does not answer within this keeps nothing; the hub does. */
const PATIENCE_MS = 3_000

/** One section, live: the stock client of the hub's rooms with its state in words that a page can show. */
export class LiveDocument {
  /** What an editor binds to. A reader's editor has a copy, so that nothing it does to the text can leave this page. */
  readonly fragment: Y.XmlFragment
  readonly provider: WebsocketProvider
  readonly canWrite: boolean

  readonly #document = new Y.Doc()
  readonly #shown: Y.Doc
  readonly #acknowledged: Acknowledged
  readonly #listeners = new Set<() => void>()
  readonly #stops: (() => void)[]
  #kept: IndexeddbPersistence | null = null
  /** Counts the changes of mind about keeping: the last one counts. */
  #keeping = 0
  #typing: ReturnType<typeof setTimeout> | undefined
  #destroyed = false
  #state: LiveState = { ready: false, connection: 'connecting', unsaved: false, savedAt: null, people: [] }

  constructor({ room, purpose, canWrite, me, keptAs }: LiveOptions) {
    this.canWrite = canWrite
    const document = this.#document
    this.#shown = canWrite ? document : new Y.Doc()
    this.fragment = this.#shown.getXmlFragment(ROOT)
    if (!canWrite) {
      this.#shown.clientID = document.clientID
      document.on('update', (update: Uint8Array) => Y.applyUpdate(this.#shown, update, 'hub'))
    }
    const provider = new WebsocketProvider(`${location.origin.replace(/^http/, 'ws')}/documents`, room, document, {
      connect: false,
      // Another tab hears of an edit from the hub, once it is kept; and tabs of two people are never mixed up.
      disableBc: true,
      params: { schema: String(SCHEMA_VERSION), ...(purpose === null ? {} : { purpose }) },
    })
    this.provider = provider
    this.#acknowledged = new Acknowledged(provider, () => this.#settle())
    this.awareness.setLocalStateField('user', { ...me, color: COLOURS[colourOf(me.name)] })
    provider.on('status', ({ status }) => {
      if (status === 'connected' && !this.#acknowledged.holds(document))
        provider.ws?.send(this.#acknowledged.question())
      if (status === 'disconnected') this.#broken()
    })
    provider.on('connection-close', () => this.#broken())
    provider.on('sync', (synced) => {
      if (!synced) return
      this.#set({ ready: true, connection: 'connected', people: this.#people() })
      this.#settle()
    })
    provider.on('closed', ({ code }) => {
      const connection = ENDINGS[code] ?? 'faulty'
      // Nothing of it may stay on a device of somebody who may not read it any more.
      if (connection === 'closed') void this.forgetHere()
      this.#set({ connection })
    })
    document.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === provider || !canWrite) return
      if (origin !== this.#kept) this.#types()
      this.#set({ unsaved: true })
    })
    this.awareness.on('change', () => {
      if (this.#state.connection === 'connected') this.#set({ people: this.#people() })
    })
    const offline = () => provider.disconnect()
    const online = () => this.reconnect()
    addEventListener('offline', offline)
    addEventListener('online', online)
    this.#stops = [
      () => removeEventListener('offline', offline),
      () => removeEventListener('online', online),
      onDeviceForgotten(() => void this.#kept?.destroy()),
    ]
    void this.#open(keptAs)
  }

  get awareness(): Awareness {
    return this.provider.awareness
  }

  /** What was kept here comes first: then the hub is told what it lacks. */
  async #open(keptAs: string | null): Promise<void> {
    if (keptAs !== null) await this.keep(keptAs)
    if (this.#destroyed) return
    if (navigator.onLine) this.provider.connect()
    else this.#set({ connection: 'broken' })
  }

  /** Keeps the text on this device as well, so that one can go on without a connection. */
  async keep(name: string): Promise<void> {
    const turn = (this.#keeping += 1)
    if (this.#kept) return
    const { IndexeddbPersistence: Persistence } = await import('y-indexeddb')
    if (this.#destroyed || this.#kept || turn !== this.#keeping) return
    const kept = new Persistence(name, this.#document)
    this.#kept = kept
    await Promise.race([kept.whenSynced, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
    if (this.fragment.length > 0) this.#set({ ready: true })
  }

  /** Takes the text from this device. */
  async forgetHere(): Promise<void> {
    this.#keeping += 1
    const kept = this.#kept
    this.#kept = null
    await kept?.clearData()
  }

  /** Tries again at once, also after an end. */
  reconnect(): void {
    if (this.#destroyed || !navigator.onLine || this.#state.connection === 'closed') return
    this.provider.connect()
  }

  /** Who is here; the same list while only a caret moved. */
  #people(): Person[] {
    const people = peopleIn(this.awareness)
    return JSON.stringify(people) === JSON.stringify(this.#state.people) ? this.#state.people : people
  }

  #broken(): void {
    if (this.#state.connection === 'connecting' || this.#state.connection === 'connected')
      this.#set({ connection: 'broken' })
  }

  /** Others see for a moment that somebody types. */
  #types(): void {
    if (this.#typing === undefined) this.awareness.setLocalStateField('typing', true)
    clearTimeout(this.#typing)
    this.#typing = setTimeout(() => {
      this.#typing = undefined
      this.awareness.setLocalStateField('typing', false)
    }, TYPING_MS)
  }

  #settle(): void {
    if (this.#state.unsaved && this.#acknowledged.holds(this.#document))
      this.#set({ unsaved: false, savedAt: new Date() })
  }

  #set(next: Partial<LiveState>): void {
    if (this.#destroyed) return
    const before = this.#state
    const changed = Object.entries(next).some(([name, value]) => before[name as keyof LiveState] !== value)
    if (!changed) return
    this.#state = { ...before, ...next }
    for (const listener of this.#listeners) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly state = (): LiveState => this.#state

  /** The own words that are not saved, for when the document goes from the page; nothing of anybody else. */
  left(): string {
    return this.#state.unsaved ? this.#acknowledged.lacks(this.#document) : ''
  }

  destroy(): void {
    this.#destroyed = true
    clearTimeout(this.#typing)
    for (const stop of this.#stops) stop()
    this.provider.destroy()
    this.#document.destroy()
    this.#shown.destroy()
    this.#acknowledged.destroy()
  }
}
