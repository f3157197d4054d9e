import type { Sql } from '@doorstroomhub/kit/database.ts'
import type { SectionKey } from '../sections.ts'
import type { Range } from './updates.ts'

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

/** Beyond any count of rights: nothing is written into this dossier any more. */
const NEVER = '9000000000000000000'

const bytes = (value: unknown): Uint8Array => value as Uint8Array
const schema = 'intake_preparation'

/** All statements of the rooms. Each is one statement, so that each is whole or not at all, on both kinds of database. */
export function storage(sql: Sql) {
  return {
    /** The application and dossier of a preparation, or null. */
    async preparation(id: string): Promise<{ applicationId: string; dossierId: string } | null> {
      const [row] = await sql<{ application_id: string; dossier_id: string }>(
        `select application_id, dossier_id from ${schema}.intake_preparation where id = $1`,
        [id],
        'rooms-preparation',
      )
      return row ? { applicationId: row.application_id, dossierId: row.dossier_id } : null
    },

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

    /** A document's rows appear with the first socket; the socket is counted. Answers its id. */
    async enter(place: Place, subject: string, rights: number, now: Date): Promise<number> {
      const [row] = await sql<{ id: string | number }>(
        `with made as (
           insert into ${schema}.document (id, intake_preparation_id, dossier_id, section)
           values ($1, $2, $3, $4) on conflict do nothing),
         fenced as (
           insert into ${schema}.fence (dossier_id, rights) values ($3, $5)
           on conflict (dossier_id) do update set rights = excluded.rights where fence.rights < excluded.rights)
         insert into ${schema}.socket (document_id, subject, seen_at) values ($1, $6, $7) returning id`,
        [place.documentId, place.intakePreparationId, place.dossierId, place.section, rights, subject, now],
        'rooms-enter',
      )
      return Number(row?.id)
    },

    /** The rows that an edit through the graph needs. */
    async prepare(place: Place, rights: number): Promise<void> {
      await sql(
        `with fenced as (
           insert into ${schema}.fence (dossier_id, rights) values ($3, $5)
           on conflict (dossier_id) do update set rights = excluded.rights where fence.rights < excluded.rights)
         insert into ${schema}.document (id, intake_preparation_id, dossier_id, section) values ($1, $2, $3, $4)
         on conflict do nothing`,
        [place.documentId, place.intakePreparationId, place.dossierId, place.section, rights],
      )
    },

    /** How many sockets are open in this document and of this person, over all replicas, this one included. */
    async crowd(documentId: string, subject: string, seenAfter: Date): Promise<{ here: number; own: number }> {
      const [row] = await sql<{ here: string; own: string }>(
        `select (select count(*) from ${schema}.socket where document_id = $1 and seen_at > $3) as here,
                (select count(*) from ${schema}.socket where subject = $2 and seen_at > $3) as own`,
        [documentId, subject, seenAfter],
        'rooms-crowd',
      )
      return { here: Number(row?.here), own: Number(row?.own) }
    },

    async leave(socketIds: readonly number[]): Promise<void> {
      await sql(`delete from ${schema}.socket where id = any($1::bigint[])`, [socketIds], 'rooms-leave')
    },

    /** These sockets still live; those of whom nobody said so for long are forgotten, and so are old tickets. */
    async seen(socketIds: readonly number[], now: Date, forgetBefore: Date): Promise<void> {
      await sql(
        `with gone as (delete from ${schema}.socket where seen_at < $3),
              old as (delete from ${schema}.ticket where expires_at < $2)
         update ${schema}.socket set seen_at = $2 where id = any($1::bigint[])`,
        [socketIds, now, forgetBefore],
        'rooms-seen',
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

    /** Of these preparations the documents that were edited after their text was read. */
    async stale(intakePreparationIds: readonly string[]): Promise<string[]> {
      const rows = await sql<{ id: string }>(
        `select d.id from ${schema}.document d where d.intake_preparation_id = any($1::uuid[])
           and exists (select from ${schema}.edit e where e.document_id = d.id and e.id > d.text_upto)`,
        [intakePreparationIds],
        'rooms-stale',
      )
      return rows.map(({ id }) => id)
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

    /** Edits by id, for their authors. */
    async edits(
      documentId: string,
      ids: readonly number[],
    ): Promise<{ content: Uint8Array; subject: string; at: Date }[]> {
      const rows = await sql<{ content: Uint8Array; subject: string; at: Date | string }>(
        `select content, subject, at from ${schema}.edit where document_id = $1 and id = any($2::bigint[]) order by id`,
        [documentId, ids],
        'rooms-edits',
      )
      return rows.map(({ content, subject, at }) => ({ content: bytes(content), subject, at: new Date(at) }))
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

    /** What readers see of documents, each as of its last edit; an older reading never replaces a newer one. */
    async saveTexts(readings: readonly Reading[]): Promise<void> {
      const authors = readings.flatMap(({ documentId, authors: own }) =>
        own.map((author) => ({ documentId, ...author })),
      )
      await sql(
        `with saved as (
           update ${schema}.document d set text = r.text, html = r.html, text_upto = r.upto,
                  updated_at = greatest(d.updated_at, r.updated_at)
           from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::timestamptz[])
             as r (id, text, html, upto, updated_at)
           where d.id = r.id and d.text_upto <= r.upto)
         insert into ${schema}.contributor (document_id, subject, name, role, last_at)
         select d.id, a.subject, a.name, a.role, a.at
         from unnest($6::uuid[], $7::text[], $8::text[], $9::text[], $10::timestamptz[])
           as a (document_id, subject, name, role, at)
         join ${schema}.document d on d.id = a.document_id
         on conflict (document_id, subject) do update
           set name = excluded.name, role = excluded.role, last_at = greatest(contributor.last_at, excluded.last_at)`,
        [
          readings.map(({ documentId }) => documentId),
          readings.map(({ text }) => text),
          readings.map(({ html }) => html),
          readings.map(({ upto }) => upto),
          readings.map(({ updatedAt }) => updatedAt),
          authors.map(({ documentId }) => documentId),
          authors.map(({ subject }) => subject),
          authors.map(({ name }) => name),
          authors.map(({ role }) => role),
          authors.map(({ at }) => at),
        ],
        'rooms-texts',
      )
    },

    /** Documents whose text nobody read again after an edit: their replica died. */
    async unread(before: Date): Promise<Place[]> {
      const rows = await sql<{ id: string; intake_preparation_id: string; dossier_id: string; section: SectionKey }>(
        `select distinct d.id, d.intake_preparation_id, d.dossier_id, d.section
         from ${schema}.edit e join ${schema}.document d on d.id = e.document_id
         where e.id > d.text_upto and e.at < $1 limit 20`,
        [before],
        'rooms-unread',
      )
      return rows.map((row) => ({
        documentId: row.id,
        intakePreparationId: row.intake_preparation_id,
        dossierId: row.dossier_id,
        section: row.section,
      }))
    },

    async writeTicket(ticket: { hash: string; asking: string; place: Place; expiresAt: Date }): Promise<void> {
      await sql(
        `insert into ${schema}.ticket (hash, asking, dossier_id, intake_preparation_id, section, expires_at)
         values ($1, $2::jsonb, $3, $4, $5, $6)`,
        [
          ticket.hash,
          ticket.asking,
          ticket.place.dossierId,
          ticket.place.intakePreparationId,
          ticket.place.section,
          ticket.expiresAt,
        ],
      )
    },

    /** Takes a ticket: whoever deletes the row has it, on whichever replica. */
    async takeTicket(hash: string, intakePreparationId: string, section: SectionKey, now: Date): Promise<unknown> {
      const [row] = await sql<{ asking: unknown }>(
        `delete from ${schema}.ticket
         where hash = $1 and intake_preparation_id = $2 and section = $3 and expires_at > $4 returning asking`,
        [hash, intakePreparationId, section, now],
      )
      return row?.asking ?? null
    },

    async erasureCursor(): Promise<string | null> {
      const [row] = await sql<{ cursor: string }>(`select cursor from ${schema}.erasure_cursor`)
      return row?.cursor ?? null
    },

    async followedErasuresTo(cursor: string): Promise<void> {
      await sql(
        `insert into ${schema}.erasure_cursor (cursor) values ($1) on conflict (one) do update set cursor = excluded.cursor`,
        [cursor],
      )
    },

    /** Destroys what was ever written in this dossier. First the fence, so that what is in flight dies or is seen. */
    async erase(dossierId: string): Promise<void> {
      await sql(
        `insert into ${schema}.fence (dossier_id, rights) values ($1, ${NEVER})
         on conflict (dossier_id) do update set rights = excluded.rights`,
        [dossierId],
      )
      await sql(
        `with documents as (select id from ${schema}.document where dossier_id = $1),
         edits as (delete from ${schema}.edit using documents where edit.document_id = documents.id),
         sockets as (delete from ${schema}.socket using documents where socket.document_id = documents.id),
         tickets as (delete from ${schema}.ticket where dossier_id = $1)
         delete from ${schema}.intake_preparation where dossier_id = $1`,
        [dossierId],
      )
    },
  }
}

export type Storage = ReturnType<typeof storage>
