import { entities } from '@doorstroomhub/consent/entities.ts'
import { migrations } from '@doorstroomhub/consent/migrations/list.ts'
import type { Database, SchemaOptions, Sql } from '@doorstroomhub/kit/database.ts'
import { openEmbedded } from '@doorstroomhub/kit/embedded.ts'
import { openPostgreSql } from '@doorstroomhub/kit/postgresql.ts'
import { findPostgresql } from '@doorstroomhub/tools/test/postgresql.ts'
import { testServer } from '../world/postgresql.ts'

export type Kind = 'embedded' | 'postgresql'
export const kinds: readonly Kind[] = ['embedded', 'postgresql']
export const isMissing = (kind: Kind): boolean => kind === 'postgresql' && testServer() === null

/** An empty database; gone when it is closed. `url` on PostgreSQL alone. */
export async function emptyDatabase(kind: Kind): Promise<{ database: Database; url: string; close(): Promise<void> }> {
  if (kind === 'embedded') {
    const database = await openEmbedded({ memory: true })
    return { database, url: '', close: () => database.close() }
  }
  const found = await findPostgresql({ TEST_DATABASE_URL: testServer() ?? '' })
  if ('missing' in found) throw new Error(found.missing)
  const database = await openPostgreSql(found.url)
  return {
    database,
    url: found.url,
    async close() {
      await database.close()
      await found.stop()
    },
  }
}

/** Consent as of now. */
export const consent = { schema: 'consent', entities, migrations }

/** The schema as the release before knows it. */
export const before = (options: SchemaOptions): SchemaOptions => ({
  ...options,
  migrations: options.migrations.filter(({ name }) => !name.endsWith('-parts')),
})

/** The parts of a table, the oldest first, and the one for any other time at the end. */
export async function partsOf(sql: Sql, table: string): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = $1::regclass
      order by pg_get_expr(c.relpartbound, c.oid) = 'DEFAULT', c.relname not like '%\\_before', c.relname`,
    [table],
  )
  return rows.map(({ name }) => name.replace(/^(read_log|change|edit)_/, ''))
}

/** A dossier as a row alone: what retention looks at. */
export async function putDossier(
  sql: Sql,
  { id, startYear, erasedAt = null }: { id: string; startYear: number; erasedAt?: Date | null },
): Promise<void> {
  await sql(`insert into consent.region values ('10', 'IJssel-Vecht') on conflict do nothing`)
  await sql(
    `insert into consent.organisation values ('00YY', 'Vechtdal College', 'SCHOOL', '10') on conflict do nothing`,
  )
  await sql(
    `insert into consent.dossier (id, status, version, birth_date, home_school, region_code, start_year, created_at, updated_at, erased_at)
      values ($1, $2, 1, '2010-01-01', '00YY', '10', $3, now(), now(), $4)
      on conflict (id) do update set start_year = excluded.start_year, status = excluded.status, erased_at = excluded.erased_at`,
    [id, erasedAt ? 'ERASED' : 'SHARED', startYear, erasedAt],
  )
}

/** A line of the read log at a moment. */
export async function putLine(sql: Sql, dossierId: string, at: string): Promise<void> {
  await sql(
    `insert into consent.read_log (at, dossier_id, subject, reader, role, groups, basis, request_id, subgraph)
      values ($1, $2, 'joris', 'Joris', 'MENTOR', '{IDENTITY}', 'SCHOOL_TASK', 'request', 'person')`,
    [at, dossierId],
  )
}

/** A change in the feed at a moment. */
export async function putChange(sql: Sql, dossierId: string, at: string): Promise<void> {
  await sql(`insert into consent.change (at, kind, dossier_id) values ($1, 'SHARING', $2)`, [at, dossierId])
}
