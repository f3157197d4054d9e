import * as Y from 'yjs'
import { ROOT } from '../sections.ts'
import { seeded } from './house.testing.ts'

/**
 * An editing trace as three people leave it: they type in runs, correct themselves, delete, and make paragraphs, each on
 * an own copy that hears of the others' a little later. One update per keystroke.
 */
export function trace(edits: number, seed = 7): Trace {
  const key = `${edits}/${seed}`
  const made = traces.get(key) ?? makeTrace(edits, seed)
  traces.set(key, made)
  return made
}

interface Trace {
  updates: Uint8Array[]
  document: Y.Doc
}
const traces = new Map<string, Trace>()

function makeTrace(edits: number, seed: number): Trace {
  const random = seeded(seed)
  const updates: Uint8Array[] = []
  const writers = [11, 22, 33].map((client) => {
    const document = new Y.Doc()
    document.clientID = client + seed * 1000
    const writer = { document, unseen: [] as Uint8Array[], at: 0, text: null as Y.XmlText | null, run: 0 }
    document.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'other') return
      updates.push(update)
      for (const other of writers) if (other !== writer) other.unseen.push(update)
    })
    return writer
  })
  while (updates.length < edits) {
    const writer = writers[Math.floor(random() * 3)] as (typeof writers)[0]
    const { document } = writer
    if (random() < 0.2 && writer.unseen.length > 0) {
      const heard = writer.unseen.splice(0)
      document.transact(() => {
        for (const update of heard) Y.applyUpdate(document, update, 'other')
      }, 'other')
    }
    const content = document.getXmlFragment(ROOT)
    if (content.length === 0 || random() < 0.004) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText()])
      content.insert(Math.floor(random() * (content.length + 1)), [paragraph])
    }
    if (writer.run <= 0 || !writer.text || writer.text.doc === null || writer.text.parent === null) {
      writer.text = (content.get(Math.floor(random() * content.length)) as Y.XmlElement).get(0) as Y.XmlText
      writer.at = Math.floor(random() * (writer.text.length + 1))
      writer.run = 5 + Math.floor(random() * 40)
    }
    const { text } = writer
    writer.at = Math.min(writer.at, text.length)
    writer.run -= 1
    if (random() < 0.12 && writer.at > 0) text.delete((writer.at -= 1), 1)
    else text.insert(writer.at++, 'etaoin srhldcum'[Math.floor(random() * 15)] as string)
  }
  const document = new Y.Doc()
  document.transact(() => {
    for (const update of updates) Y.applyUpdate(document, update)
  })
  return { updates, document }
}
