import type { Sql } from '@doorstroomhub/kit/database.ts'
import type { SectionKey } from '../../sections.ts'
import type { Place } from './rows.ts'

const schema = 'intake_preparation'

/** Who comes in: places, sockets and tickets. */
export function doors(sql: Sql) {
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
  }
}
