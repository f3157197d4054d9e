import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import type { Sealer } from '@doorstroomhub/kit/sealed.ts'
import type { ReadRow } from './words.ts'

const AT_ONCE = 1000

const boundTo = (importId: string, line: number): string => `${importId}:row:${line}`

/** Keeps the rows of a file, their content sealed; a bad row is failed from the start and keeps no content. */
export async function sealRows(
  em: EntityManager,
  seals: Sealer,
  importId: string,
  rows: readonly ReadRow<unknown>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE).map(({ line, content, faults }) => ({
      line,
      state: content === null ? 'FAILED' : 'PENDING',
      sealed: content === null ? null : seals.seal(JSON.stringify(content), boundTo(importId, line)).toString('base64'),
      faults,
    }))
    await em.execute(
      `insert into consent.import_row (import_id, line, state, sealed, faults)
        select ?::uuid, x.line, x.state, decode(x.sealed, 'base64'), x.faults
        from jsonb_to_recordset(?::jsonb) as x(line int, state text, sealed text, faults jsonb)`,
      [importId, JSON.stringify(some)],
    )
  }
}

/** The content of a row that still waits. */
export function openRow<Content>(
  seals: Sealer,
  { importId, line, sealed }: { importId: string; line: number; sealed?: Uint8Array | null },
): Content {
  if (sealed == null) throw new Error('This row has no content any more.')
  return JSON.parse(seals.open(sealed, boundTo(importId, line))) as Content
}
