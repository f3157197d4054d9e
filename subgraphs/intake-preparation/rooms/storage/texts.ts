import type { Sql } from '@doorstroomhub/kit/database.ts'
import type { SectionKey } from '../../sections.ts'
import type { Place, Reading } from './rows.ts'

const schema = 'intake_preparation'

/** What readers see of a document. */
export function texts(sql: Sql) {
  return {
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
  }
}
