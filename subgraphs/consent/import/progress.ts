import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import type { Said } from './words.ts'

/** What came of rows. */
export interface Counts {
  added: number
  changed: number
  unchanged: number
  failed: number
}

/** A row that cannot be written, with the reason; the others go on. */
export async function failRow(
  em: EntityManager,
  importId: string,
  line: number,
  counts: Counts,
  said: Said,
): Promise<void> {
  counts.failed += 1
  await em.execute(
    `update consent.import_row set state = 'FAILED', sealed = null, faults = ?::jsonb where import_id = ? and line = ?`,
    [JSON.stringify([{ line, column: null, ...said }]), importId, line],
  )
}
