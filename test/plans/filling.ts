import { seedGenerated } from '@doorstroomhub/gateway/demo/seed/demo.ts'
import { datesFrom } from '@doorstroomhub/gateway/demo/world/dates.ts'
import { withClient } from '@doorstroomhub/tools/test/postgresql.ts'
import type { Database } from '@doorstroomhub/kit/database.ts'
import { NOW, NUMBER_KEY } from '../world/prepared.ts'

const FROM = 1_000
const DOSSIERS = 200
/** So many other regions like this one. */
const TIMES = 30
const SCHEMAS = ['consent', 'person', 'support_needs', 'career_portfolio', 'intake_preparation']
/** What would give the people and schools of the demo thirty times as much: others have it. */
const OTHERS = ['subject', 'institution', 'brin', 'home_school', 'officer']

interface Column {
  table: string
  column: string
  type: string
  own: boolean
}

/**
 * So many rows that a planner has something to choose: some thousand dossiers with all that hangs on them, and what a year leaves behind of
 * each. Every row of a region is there once more for each other region, under ids of its own that fit together as the first do.
 */
export async function fillTables(database: Database, url: string): Promise<void> {
  await seedGenerated(database, { from: FROM, to: FROM + DOSSIERS, dates: datesFrom(NOW), key: NUMBER_KEY })
  await withClient(url, async (client) => {
    // References and triggers look at each row; what is written here fits by itself.
    await client.query(`set session_replication_role = replica`)
    const { rows } = await client.query<Column>(
      `select table_schema || '.' || table_name as table, column_name as column, data_type as type,
         is_identity = 'NO' and is_generated = 'NEVER' as own
       from information_schema.columns join information_schema.tables using (table_schema, table_name)
       where table_schema = any($1::text[]) and table_type = 'BASE TABLE' order by 1, ordinal_position`,
      [SCHEMAS],
    )
    for (const [table, columns] of Map.groupBy(rows, (row) => row.table)) {
      if (
        !columns.some(
          ({ column }) =>
            /^(dossier_id|document_id|application_id|consent_id)$/.test(column) || table === 'consent.dossier',
        )
      )
        continue
      const own = columns.filter((column) => column.own)
      const values = own.map(({ column, type }) => {
        if (type === 'uuid') return `md5(x."${column}"::text || n)::uuid`
        return OTHERS.includes(column) ? `x."${column}" || '-' || n` : `x."${column}"`
      })
      await client.query(
        `insert into ${table} (${own.map(({ column }) => `"${column}"`).join(', ')})
         select ${values.join(', ')} from ${table} x, generate_series(1, ${TIMES}) n on conflict do nothing`,
      )
    }
    await client.query(
      `insert into consent.read_log (at, dossier_id, subject, reader, role, organisation, groups, purpose, basis, request_id, subgraph)
       select now() - n * interval '1 hour', d.id, 'somebody', 'Somebody', 'INTAKER', '01VB', '{IDENTITY}', 'INTAKE_TALK', 'CONSENT', 'plans',
         'person'
       from consent.dossier d, generate_series(1, 10) n`,
    )
    await client.query(
      `insert into consent.change (at, kind, dossier_id)
       select now() - n * interval '1 hour', 'CONTENT', d.id from generate_series(1, 5) n, consent.dossier d`,
    )
    // Sections that are being written: what their last snapshot does not hold yet, here updates in which nothing stands.
    await client.query(
      `insert into intake_preparation.edit (document_id, content, subject, name, role, at)
       select d.id, '\\x0000'::bytea, 'somebody', 'Somebody', 'STUDENT', now()
       from (select id from intake_preparation.document where id not in (select document_id from intake_preparation.edit) limit 2000) d,
         generate_series(1, 10)`,
    )
    await client.query('analyze')
  })
}
