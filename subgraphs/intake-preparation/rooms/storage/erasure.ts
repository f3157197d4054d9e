import type { Sql } from '@doorstroomhub/kit/database.ts'

/** Beyond any count of rights: nothing is written into this dossier any more. */
const NEVER = '9000000000000000000'
const schema = 'intake_preparation'

/** The end of all of it. */
export function erasure(sql: Sql) {
  return {
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
