import type { GrowingTable } from '@doorstroomhub/kit/partitions.ts'

/** An edit is content: it goes when a snapshot holds it or the dossier is erased, and not by its age. A part of the log goes when it is empty. */
export const growing: readonly GrowingTable[] = [
  { schema: 'intake_preparation', table: 'edit', stays: 0, holds: (part) => `exists (select from ${part})` },
]
