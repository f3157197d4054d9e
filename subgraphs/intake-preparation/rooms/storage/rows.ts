import type { SectionKey } from '../../sections.ts'

/** One person's edits of one turn in one document, and the rights under which they were let in. */
export interface Edit {
  documentId: string
  dossierId: string
  rights: number
  content: Uint8Array
  subject: string
  name: string
  role: string
}

/** A document as it is stored: its snapshot and the edits since. */
export interface Stored {
  snapshotVersion: number
  snapshot: Uint8Array | null
  edits: { id: number; content: Uint8Array; subject: string; name: string; role: string; at: Date }[]
}

/** Somebody who wrote, and when last. */
export interface Wrote {
  subject: string
  name: string
  role: string
  at: Date
}

/** A document's text as of one edit, and who wrote since the reading before. */
export interface Reading {
  documentId: string
  text: string
  html: string
  upto: number
  updatedAt: Date
  authors: readonly Wrote[]
}

/** What a socket enters. */
export interface Place {
  documentId: string
  intakePreparationId: string
  dossierId: string
  section: SectionKey
}
