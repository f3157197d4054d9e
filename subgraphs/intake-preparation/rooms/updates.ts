import * as Y from 'yjs'
import { ROOT } from '../sections.ts'

/** Ranges of clocks in one delete set or store, as Yjs keeps them. */
type Structs = { id: { client: number; clock: number }; length: number; deleted: boolean }[]

/** True when the document already holds everything that this update says. Throws on an update that cannot be read. */
export function bringsNothing(document: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    if (struct.id.clock + struct.length > Y.getState(document.store, struct.id.client)) return false
  }
  for (const [client, ranges] of ds.clients) {
    const held = document.store.clients.get(client) as Structs | undefined
    for (const { clock, len } of ranges) if (!held || !isDeleted(held, clock, len)) return false
  }
  return true
}

/** Whether every clock of the range is there and deleted. */
function isDeleted(structs: Structs, clock: number, length: number): boolean {
  const last = structs.at(-1)
  if (!last || clock + length > last.id.clock + last.length) return false
  if (length === 0) return true
  let index = Y.findIndexSS(structs as never, clock)
  for (; index < structs.length && (structs[index] as Structs[0]).id.clock < clock + length; index += 1)
    if (!(structs[index] as Structs[0]).deleted) return false
  return true
}

/** A document as the rooms hold one. */
export function newDocument(): Y.Doc {
  const document = new Y.Doc({ gc: true })
  document.getXmlFragment(ROOT)
  return document
}

/** A document with all that is stored of it, applied at once. */
export function filled({
  snapshot,
  edits,
}: {
  snapshot: Uint8Array | null
  edits: readonly { content: Uint8Array }[]
}): Y.Doc {
  const document = newDocument()
  Y.transact(document, () => {
    if (snapshot) Y.applyUpdateV2(document, snapshot)
    for (const { content } of edits) Y.applyUpdate(document, content)
  })
  return document
}

/** Bytes that wait for edits that we do not have. */
export const pendingBytes = ({ store }: Y.Doc): number =>
  (store.pendingStructs?.update.byteLength ?? 0) + (store.pendingDs?.byteLength ?? 0)

/** Whether the document holds a root that no editor of ours makes. */
export const hasForeignRoot = (document: Y.Doc): boolean => document.share.size > 1

/** Merges in trees of 100: `mergeUpdates` on a long flat list takes quadratic time. */
export function mergeAll(updates: readonly Uint8Array[]): Uint8Array {
  let level = updates
  while (level.length > 1) {
    const next: Uint8Array[] = []
    for (let index = 0; index < level.length; index += 100) next.push(Y.mergeUpdates(level.slice(index, index + 100)))
    level = next
  }
  return level[0] ?? new Uint8Array([0, 0])
}

/** Does work on a document as one transaction; answers what it changed, as one update, or null. */
export function changed(document: Y.Doc, work: () => void): Uint8Array | null {
  // More than one where formatting was cleaned up afterwards.
  const updates: Uint8Array[] = []
  const listen = (update: Uint8Array) => void updates.push(update)
  document.on('update', listen)
  try {
    Y.transact(document, work)
  } finally {
    document.off('update', listen)
  }
  return updates.length === 0 ? null : mergeAll(updates)
}

/** Who wrote which clocks of which Yjs client. */
export interface Range {
  client: number
  from: number
  to: number
  subject: string
  at: Date
}

/** The ranges of edits, neighbours of one person joined. */
export function rangesOf(edits: readonly { content: Uint8Array; subject: string; at: Date }[]): Range[] {
  const ranges: Range[] = []
  const last = new Map<number, Range>()
  for (const { content, subject, at } of edits) {
    const { from, to } = Y.parseUpdateMeta(content)
    for (const [client, clock] of from) {
      const end = to.get(client) ?? clock
      if (end <= clock) continue
      const before = last.get(client)
      if (before && before.subject === subject && before.to >= clock) {
        before.to = Math.max(before.to, end)
        before.at = at
      } else {
        const range = { client, from: clock, to: end, subject, at }
        last.set(client, range)
        ranges.push(range)
      }
    }
  }
  return ranges
}
