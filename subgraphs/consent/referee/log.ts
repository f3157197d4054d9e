import type { Sql } from '@doorstroomhub/kit/database.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import { purposeOn, type FieldGroup, type LegalBasis } from '../rules/words.ts'

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
const WRITE = `with line as materialized (
    select * from unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
      $9::text[], $10::uuid[], $11::bigint[], $12::text[], $13::text[], $14::uuid[]) with ordinality
      as line (at, subject, reader, role, organisation, organisation_name, purpose, request_id,
        subgraph, dossier_id, rights, basis, groups, agreement_id, number)),
  standing as materialized (
    select line.* from line join consent.dossier d on d.id = line.dossier_id and d.rights = line.rights
    where line.agreement_id is null
      or exists (select from consent.agreement g where g.id = line.agreement_id and g.state = 'ACTIVE')),
  written as (
    insert into consent.read_log
      (at, dossier_id, subject, reader, role, organisation, organisation_name, purpose, request_id, subgraph, basis, groups)
    select at, dossier_id, subject, reader, role, organisation, organisation_name, purpose, request_id, subgraph, basis,
      string_to_array(groups, ' ')
    from standing order by number)
  select number from standing`

/** The lines of one judgement, and who waits for them to be written. */
interface Waiting {
  asking: Asking
  subgraph: string
  now: Date
  lines: readonly Line[]
  written(stale: Set<string>): void
  failed(cause: unknown): void
}

/**
 * Writes the read log. What is asked for while a statement is on its way goes together in the next one: the subgraphs of one
 * question, and questions at the same time, share a commit, and each still waits for its own lines to be durable.
 */
export class ReadLog {
  readonly #sql: Sql
  #waiting: Waiting[] = []
  #writing = false

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** Writes the lines; answers the dossiers whose rights moved on in the meantime (judge those again). */
  write(asking: Asking, subgraph: string, now: Date, lines: readonly Line[]): Promise<Set<string>> {
    if (!asking.viewer || lines.length === 0) return Promise.resolve(new Set())
    return new Promise((written, failed) => {
      this.#waiting.push({ asking, subgraph, now, lines, written, failed })
      if (this.#writing) return
      this.#writing = true
      setImmediate(() => void this.#writeAll())
    })
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const together = this.#waiting.splice(0)
      try {
        await this.#writeThese(together)
      } catch (cause) {
        // Nothing was written. One that cannot be written must not be the others' no.
        if (together.length === 1) together[0]!.failed(cause)
        else for (const one of together) await this.#writeThese([one]).catch(one.failed)
      }
    }
    this.#writing = false
  }

  async #writeThese(together: readonly Waiting[]): Promise<void> {
    const all = together.flatMap((waiting) =>
      waiting.lines.map((line) => ({ ...waiting, line, viewer: waiting.asking.viewer! })),
    )
    const written = await this.#sql<{ number: string | number }>(
      WRITE,
      [
        all.map(({ now }) => now.toISOString()),
        all.map(({ viewer }) => viewer.subject),
        all.map(({ viewer }) => viewer.name),
        all.map(({ viewer }) => viewer.role),
        all.map(({ viewer }) => viewer.organisation?.brin ?? null),
        all.map(({ viewer }) => viewer.organisation?.name ?? null),
        // A word that is no purpose, or one on a ground that needs none, opened nothing: it is not kept as one.
        all.map(({ asking, line }) => purposeOn(line.basis, asking.purpose)),
        all.map(({ asking }) => asking.requestId),
        all.map(({ subgraph }) => subgraph),
        all.map(({ line }) => line.dossierId),
        all.map(({ line }) => line.rights),
        all.map(({ line }) => line.basis),
        all.map(({ line }) => [...line.groups].join(' ')),
        all.map(({ line }) => line.agreementId),
      ],
      'write-log',
    )
    const numbers = new Set(written.map(({ number }) => Number(number)))
    let number = 0
    for (const { lines, written: done } of together)
      done(new Set(lines.filter(() => !numbers.has(++number)).map(({ dossierId }) => dossierId)))
  }
}
