import type { Sql } from '@doorstroomhub/kit/database.ts'
import type { Range } from '../updates.ts'
import type { Edit, Stored } from './rows.ts'

const bytes = (value: unknown): Uint8Array => value as Uint8Array
const schema = 'intake_preparation'

/** The log of edits, the fence that stands in it, and the snapshot that takes its place. */
export function log(sql: Sql) {
  return {
    /**
     * Writes edits, each only while the fence of its dossier stands no higher than its rights. The lock on the fence
     * makes the order total: an edit is written before the fence rises, or not at all. Answers the ids, null where refused.
     */
    async append(edits: readonly Edit[], at: Date): Promise<(number | null)[]> {
      const rows = await sql<{ id: string | number; document_id: string; subject: string }>(
        `with input as (
           select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bytea[], $5::text[], $6::text[], $7::text[])
             with ordinality as i (document_id, dossier_id, rights, content, subject, name, role, place)),
         open as materialized (
           select dossier_id, rights from ${schema}.fence where dossier_id = any($2::uuid[]) order by dossier_id for share)
         insert into ${schema}.edit (document_id, content, subject, name, role, at)
         select i.document_id, i.content, i.subject, i.name, i.role, $8
         from input i join open o using (dossier_id) where o.rights <= i.rights order by i.place
         returning id, document_id, subject`,
        [
          edits.map(({ documentId }) => documentId),
          edits.map(({ dossierId }) => dossierId),
          edits.map(({ rights }) => rights),
          edits.map(({ content }) => content),
          edits.map(({ subject }) => subject),
          edits.map(({ name }) => name),
          edits.map(({ role }) => role),
          at,
        ],
        'rooms-append',
      )
      const written = new Map(rows.map(({ id, document_id, subject }) => [`${document_id} ${subject}`, Number(id)]))
      return edits.map(({ documentId, subject }) => written.get(`${documentId} ${subject}`) ?? null)
    },

    /** From now on nothing is written under fewer rights than these; waits for what is being written. */
    async raiseFence(dossierId: string, rights: number): Promise<void> {
      await sql(
        `insert into ${schema}.fence (dossier_id, rights) values ($1, $2)
         on conflict (dossier_id) do update set rights = excluded.rights where fence.rights < excluded.rights`,
        [dossierId, rights],
        'rooms-fence',
      )
    },

    /** Snapshots and edits of these documents at one moment. One that is not there has neither. */
    async load(documentIds: readonly string[]): Promise<Stored[]> {
      const rows = await sql<{
        document_id: string
        id: string
        version: number
        content: Uint8Array | null
        subject: string
        name: string
        role: string
        at: Date | string
      }>(
        `select d.id as document_id, 0::bigint as id, d.snapshot_version as version, s.content,
                '' as subject, '' as name, '' as role, null::timestamptz as at
           from ${schema}.document d left join ${schema}.snapshot s on s.document_id = d.id where d.id = any($1::uuid[])
         union all
         select e.document_id, e.id, 0, e.content, e.subject, e.name, e.role, e.at
           from ${schema}.edit e where e.document_id = any($1::uuid[])
         order by document_id, id`,
        [documentIds],
        'rooms-load',
      )
      const byDocument = Map.groupBy(rows, ({ document_id }) => document_id)
      return documentIds.map((documentId) => {
        const [head, ...rest] = byDocument.get(documentId) ?? []
        // Without its document's row there is nothing: an edit that outlived an erasure is no content.
        if (!head || Number(head.id) !== 0) return { snapshotVersion: 0, snapshot: null, edits: [] }
        return {
          snapshotVersion: head.version,
          snapshot: head.content,
          edits: rest.map(({ id, content, subject, name, role, at }) => ({
            id: Number(id),
            content: bytes(content),
            subject,
            name,
            role,
            at: new Date(at),
          })),
        }
      })
    },

    /** The edits in the log of each of these documents, to see whether a message was missed. */
    async logs(documentIds: readonly string[]): Promise<Map<string, { ids: number[]; version: number }>> {
      const rows = await sql<{ id: string; ids: string | null; version: number }>(
        `select d.id, d.snapshot_version as version,
                (select string_agg(e.id::text, ' ') from ${schema}.edit e where e.document_id = d.id) as ids
         from ${schema}.document d where d.id = any($1::uuid[])`,
        [documentIds],
        'rooms-logs',
      )
      return new Map(rows.map(({ id, ids, version }) => [id, { ids: ids?.split(' ').map(Number) ?? [], version }]))
    },

    /** Edits by id, in their order. */
    async edits(documentId: string, ids: readonly number[]): Promise<Stored['edits']> {
      const rows = await sql<{
        id: string
        content: Uint8Array
        subject: string
        name: string
        role: string
        at: Date | string
      }>(
        `select id, content, subject, name, role, at from ${schema}.edit
         where document_id = $1 and id = any($2::bigint[]) order by id`,
        [documentId, ids],
        'rooms-edits',
      )
      return rows.map((row) => ({ ...row, id: Number(row.id), at: new Date(row.at) }))
    },

    /**
     * Puts the snapshot in the place of exactly these edits, if nobody compacted since `version`: counting the version
     * up is the lock. False when somebody did.
     */
    async compact(
      documentId: string,
      version: number,
      snapshot: Uint8Array,
      ids: readonly number[],
      ranges: readonly Range[],
    ): Promise<boolean> {
      const rows = await sql(
        `with claim as (
           update ${schema}.document set snapshot_version = snapshot_version + 1
           where id = $1 and snapshot_version = $2 returning id),
         kept as (
           insert into ${schema}.snapshot (document_id, content) select id, $3 from claim
           on conflict (document_id) do update set content = excluded.content),
         gone as (
           delete from ${schema}.edit using claim where edit.document_id = claim.id and edit.id = any($4::bigint[])),
         attributed as (
           insert into ${schema}.attribution (document_id, client, clock_from, clock_to, subject, at)
           select claim.id, r.client, r.clock_from, r.clock_to, r.subject, r.at
           from claim, unnest($5::bigint[], $6::bigint[], $7::bigint[], $8::text[], $9::timestamptz[])
             as r (client, clock_from, clock_to, subject, at)
           on conflict do nothing)
         select id from claim`,
        [
          documentId,
          version,
          snapshot,
          ids,
          ranges.map(({ client }) => client),
          ranges.map(({ from }) => from),
          ranges.map(({ to }) => to),
          ranges.map(({ subject }) => subject),
          ranges.map(({ at }) => at),
        ],
        'rooms-compact',
      )
      return rows.length === 1
    },
  }
}
