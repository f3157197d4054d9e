import * as Y from 'yjs'
import type { Appender } from './appender.ts'
import type { Connection } from './connection.ts'
import type { Held } from './held.ts'
import { CLOSE, type Limits } from './limits.ts'
import type { Rights } from './rights.ts'
import type { Edit, Place } from './storage.ts'
import { mergeAll } from './updates.ts'

/** An author of edits: a socket, or somebody who acts through the graph. */
export interface Writer {
  readonly subject: string
  readonly user: { name: string; role: string }
  readonly rights: number
  readonly closed: boolean
}

/** An update that waits for its turn. */
export interface Entry {
  from: Connection | Writer
  update: Uint8Array
  /** For who must know how it ended: in the log or not. */
  done: ((written: boolean) => void) | null
}

export const isSocket = (from: Connection | Writer): from is Connection => 'send' in from

/** Whether the author may write at this moment; a socket that may not any more is shut out. */
export function mayWrite({ from }: Entry): boolean {
  if (isSocket(from) && !from.closed && from.access !== 'WRITE') from.close(CLOSE.forbidden)
  return !from.closed
}

/** What writing needs of the house that the room is in. */
export interface WritingParts {
  appender: Appender
  rights: Rights
  limits: Limits
  now: () => number
}

/** What one turn of a room brings into the log: what fits, is readable, and is by somebody who may. */
export class Writing {
  readonly #place: Place
  readonly #held: Held
  readonly #parts: WritingParts

  constructor(place: Place, held: Held, parts: WritingParts) {
    this.#place = place
    this.#held = held
    this.#parts = parts
  }

  #apply(updates: readonly Uint8Array[]): void {
    this.#held.apply(updates, this.#parts.limits.pending)
  }

  /** Whether the document may take this; an estimate, cheap and on the high side. */
  fits(entries: readonly Entry[]): boolean {
    const size = entries.reduce((sum, { update }) => sum + update.byteLength, 0)
    return this.#held.size.bytes + size <= this.#parts.limits.document
  }

  /** Counts exactly, now that it matters; who brings what does not fit is told so. */
  keepFitting(entries: readonly Entry[]): Entry[] {
    let size = Y.encodeStateAsUpdateV2(this.#held.document).byteLength
    const fitting: Entry[] = []
    for (const entry of entries) {
      const { from, update } = entry
      if (size + update.byteLength > this.#parts.limits.document) {
        if (isSocket(from)) from.close(CLOSE.full)
      } else {
        size += update.byteLength
        fitting.push(entry)
      }
    }
    return fitting
  }

  /** Somebody's update broke the turn: a fresh document, one by one, and whose breaks it is shut out. */
  async sortOut(entries: readonly Entry[]): Promise<Entry[]> {
    const stored = await this.#held.stored()
    this.#held.fill(stored)
    const good: Entry[] = []
    for (const entry of entries) {
      if (entry.from.closed) continue
      try {
        this.#apply([entry.update])
        good.push(entry)
      } catch {
        if (isSocket(entry.from)) entry.from.close(CLOSE.malformed)
        this.#held.fill(stored)
        for (const { update } of good) this.#apply([update])
      }
    }
    this.#held.fill(stored)
    return good
  }

  /** One row per person; who is refused by the fence is judged again and may try once more under the new rights. */
  async append(entries: readonly Entry[], whole: Uint8Array | null): Promise<{ accepted: Entry[]; ids: number[] }> {
    const accepted: Entry[] = []
    const ids: number[] = []
    let waiting = entries.filter(mayWrite)
    for (let attempt = 0; waiting.length > 0 && attempt < 3; attempt += 1) {
      const open = [...Map.groupBy(waiting, ({ from }) => from.subject).values()]
      const isWhole = open.length === 1 && waiting.length === entries.length
      const edits = open.map((own) => this.#edit(own, isWhole ? whole : null))
      const answers = await this.#parts.appender.append(edits)
      const refused: Entry[] = []
      for (const [index, id] of answers.entries()) {
        const own = open[index] as Entry[]
        if (id === null) refused.push(...own)
        else {
          accepted.push(...own)
          ids.push(id)
          const { content, subject, name, role } = edits[index] as Edit
          this.#held.count(id, content.byteLength)
          this.#held.authors.set(subject, { subject, name, role, at: new Date(this.#parts.now()) })
        }
      }
      // Somebody who acts through the graph was judged a moment ago, and asks again.
      const sockets = refused.map(({ from }) => from).filter(isSocket)
      await this.#parts.rights.judge([...new Set(sockets)])
      waiting = refused.filter((entry) => isSocket(entry.from) && mayWrite(entry))
    }
    return { accepted, ids }
  }

  #edit(own: readonly Entry[], whole: Uint8Array | null): Edit {
    const { subject, user } = (own[0] as Entry).from
    return {
      documentId: this.#place.documentId,
      dossierId: this.#place.dossierId,
      rights: Math.min(...own.map(({ from }) => from.rights)),
      content: whole ?? mergeAll(own.map(({ update }) => update)),
      subject,
      name: user.name,
      role: user.role,
    }
  }
}
