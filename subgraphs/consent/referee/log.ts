import type { Sql } from '@doorstroomhub/kit/database.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import type { FieldGroup, LegalBasis } from '../rules/words.ts'

/** What is about to be read of one dossier on one ground. */
export interface Line {
  dossierId: string
  /** The rights under which it was judged; the line is only written while they still hold. */
  rights: number
  agreementId: string | null
  basis: LegalBasis
  groups: Set<FieldGroup>
}

/**
 * The fence stands in the statement itself: a line is written only where the dossier's rights and the agreement are
 * still those that were judged, so that no answer leaves on a right that ended in between.
 */
const WRITE = `insert into consent.read_log
    (at, dossier_id, subject, reader, role, organisation, organisation_name, purpose, request_id, subgraph, basis, groups)
  select $1, line.dossier_id, $2, $3, $4, $5, $6, $7, $8, $9, line.basis, string_to_array(line.groups, ' ')
  from unnest($10::uuid[], $11::bigint[], $12::text[], $13::text[]) as line (dossier_id, rights, basis, groups)
  join consent.dossier d on d.id = line.dossier_id and d.rights = line.rights
  where $14::uuid is null or exists (select from consent.agreement g where g.id = $14::uuid and g.state = 'ACTIVE')
  returning dossier_id`

/** Writes the lines; answers the dossiers whose rights moved on in the meantime (judge those again). */
export async function writeLines(
  sql: Sql,
  asking: Asking,
  subgraph: string,
  now: Date,
  lines: readonly Line[],
): Promise<Set<string>> {
  const { viewer } = asking
  const [first] = lines
  if (!viewer || !first) return new Set()
  const written = await sql<{ dossier_id: string }>(
    WRITE,
    [
      now,
      viewer.subject,
      viewer.name,
      viewer.role,
      viewer.organisation?.brin ?? null,
      viewer.organisation?.name ?? null,
      asking.purpose,
      asking.requestId,
      subgraph,
      lines.map(({ dossierId }) => dossierId),
      lines.map(({ rights }) => rights),
      lines.map(({ basis }) => basis),
      lines.map(({ groups }) => [...groups].join(' ')),
      first.agreementId,
    ],
    'write-log',
  )
  const done = new Set(written.map(({ dossier_id }) => dossier_id))
  return new Set(lines.map(({ dossierId }) => dossierId).filter((id) => !done.has(id)))
}
