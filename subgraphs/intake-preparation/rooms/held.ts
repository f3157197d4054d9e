import * as Y from 'yjs'
import { reader } from '../text.ts'
import type { Storage, Stored, Wrote } from './storage.ts'
import { filled, hasForeignRoot, mergeAll, newDocument, pendingBytes, rangesOf } from './updates.ts'

/** A document in memory, and what of the log is in it. */
export class Held {
  readonly id: string
  document: Y.Doc = newDocument()
  /** The last edit that is known, and who wrote since the text was read last. */
  lastEdit = 0
  readonly authors = new Map<string, Wrote>()

  readonly #storage: Storage
  #snapshotVersion = 0
  #snapshotBytes = 0
  /** The edits since the snapshot, by id, and their bytes. */
  #edits = new Set<number>()
  #editBytes = 0
  /** What the document said of its last change. */
  readonly #news: Uint8Array[] = []
  /** Lists that are filled while the store is read. */
  readonly #during = new Set<Stored['edits']>()
  /** Edits that the log has and we had not when we looked last. */
  #suspects = new Set<number>()
  #compacting = false

  constructor(id: string, storage: Storage) {
    this.id = id
    this.#storage = storage
  }

  /** Edits and bytes since the snapshot, and all bytes as stored. */
  get size(): { edits: number; editBytes: number; bytes: number } {
    return { edits: this.#edits.size, editBytes: this.#editBytes, bytes: this.#snapshotBytes + this.#editBytes }
  }

  /** What is stored, with what the other replicas wrote while it was read. */
  async stored(): Promise<Stored> {
    const during: Stored['edits'] = []
    this.#during.add(during)
    try {
      const [stored] = (await this.#storage.load([this.id])) as [Stored]
      const known = new Set(stored.edits.map(({ id }) => id))
      return { ...stored, edits: [...stored.edits, ...during.filter(({ id }) => !known.has(id))] }
    } finally {
      this.#during.delete(during)
    }
  }

  /** Becomes what is stored; what was ahead of it is gone. */
  fill(stored: Stored): void {
    const document = filled(stored)
    document.on('update', (update: Uint8Array) => void this.#news.push(update))
    this.document = document
    this.#remember(stored)
  }

  #remember({ snapshotVersion, snapshot, edits }: Stored): void {
    this.#snapshotVersion = snapshotVersion
    this.#snapshotBytes = snapshot?.byteLength ?? 0
    this.#edits = new Set()
    this.#editBytes = 0
    for (const { id, content, subject, name, role, at } of edits) {
      this.count(id, content.byteLength)
      if (subject !== '') this.authors.set(subject, { subject, name, role, at })
    }
  }

  /** This edit is in the log and in the document. */
  count(id: number, bytes: number): void {
    if (this.#edits.has(id)) return
    this.#edits.add(id)
    this.#editBytes += bytes
    this.lastEdit = Math.max(this.lastEdit, id)
  }

  /** The same for an edit of another replica, which may come while the store is read. */
  countRemote(id: number, content: Uint8Array, bytes: number): void {
    this.count(id, bytes)
    // Whose it is stands in the log; the replica that wrote it tells the readers.
    for (const list of this.#during) list.push({ id, content, subject: '', name: '', role: '', at: new Date(0) })
  }

  /**
   * Applies updates at once. `shown` is what they changed, as one update; where something waits for edits that are not
   * here yet it is the updates themselves. Throws where an update is none of an editor's.
   */
  apply(updates: readonly Uint8Array[], mostPending: number): { shown: Uint8Array | null; exact: boolean } {
    const { document } = this
    const { pendingStructs, pendingDs } = document.store
    const news = this.#changed(() => {
      for (const update of updates) Y.applyUpdate(document, update)
    })
    if (hasForeignRoot(document)) throw new Error('a root that no editor makes')
    const waits = document.store.pendingStructs !== null || document.store.pendingDs !== null
    const waited = pendingStructs !== null || pendingDs !== null
    if (!waits && !waited) return { shown: news, exact: true }
    if (pendingBytes(document) > mostPending) throw new Error('too much waits for edits that are not here')
    return { shown: mergeAll(updates), exact: false }
  }

  /** Takes in what is stored and not here; answers what is new, as one update, or null. */
  catchUp(stored: Stored): Uint8Array | null {
    const { document } = this
    const snapshot = stored.snapshotVersion === this.#snapshotVersion ? null : stored.snapshot
    const before = Y.encodeStateVector(document)
    const news = this.#changed(() => {
      if (snapshot) Y.applyUpdateV2(document, snapshot)
      for (const { content } of stored.edits) Y.applyUpdate(document, content)
    })
    this.#remember(stored)
    return news !== null && pendingBytes(document) > 0 ? Y.encodeStateAsUpdate(document, before) : news
  }

  /** Does work on the document at once; answers what it changed, as one update, or null. */
  #changed(work: () => void): Uint8Array | null {
    this.#news.length = 0
    Y.transact(this.document, work)
    // More than one where formatting was cleaned up afterwards.
    return this.#news.length === 0 ? null : mergeAll(this.#news.splice(0))
  }

  /** Compares with the log: true when something was missed, that is, not here at two looks in a row. */
  misses(ids: readonly number[], version: number): boolean {
    const missing = ids.filter((id) => !this.#edits.has(id))
    const isMissed = version > this.#snapshotVersion || missing.some((id) => this.#suspects.has(id))
    this.#suspects = new Set(missing)
    return isMissed
  }

  /**
   * Puts a snapshot in the place of the edits that it holds, with the text that readers see: whose text was not read yet is
   * known by its edits in the log. `isSettled`: nothing unwritten may get in. False when somebody else did it first.
   */
  async compact(isSettled: () => boolean): Promise<boolean> {
    if (this.#compacting || this.#edits.size === 0) return true
    this.#compacting = true
    try {
      const read = await reader()
      if (!isSettled()) return true
      const ids = [...this.#edits]
      const bytes = this.#editBytes
      const version = this.#snapshotVersion
      const snapshot = Y.encodeStateAsUpdateV2(this.document)
      const { text, html } = read(this.document)
      const upto = this.lastEdit
      const edits = await this.#storage.edits(this.id, ids)
      const authors = [
        ...new Map(edits.map(({ subject, name, role, at }) => [subject, { subject, name, role, at }])).values(),
      ]
      const updatedAt = edits.at(-1)?.at
      if (updatedAt) await this.#storage.saveTexts([{ documentId: this.id, text, html, upto, updatedAt, authors }])
      if (!(await this.#storage.compact(this.id, version, snapshot, ids, rangesOf(edits)))) return false
      for (const id of ids) this.#edits.delete(id)
      this.#editBytes = Math.max(0, this.#editBytes - bytes)
      this.#snapshotBytes = snapshot.byteLength
      this.#snapshotVersion = version + 1
      return true
    } catch {
      // The log still holds everything: a later turn tries again.
      return true
    } finally {
      this.#compacting = false
    }
  }
}
