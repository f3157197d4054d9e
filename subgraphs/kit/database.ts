import type { EntitySchema, EventSubscriber } from '@mikro-orm/core'
import type { Migration } from '@mikro-orm/migrations'
import type { MikroORM, SqlEntityManager } from '@mikro-orm/sql'

export type EntityManager = SqlEntityManager
export type Row = Record<string, unknown>

/** Runs one statement with `$1` parameters, outside any transaction of the ORM. `name` makes it a prepared statement on PostgreSQL. */
export type Sql = <T = Row>(text: string, params?: readonly unknown[], name?: string) => Promise<T[]>

/** What one subgraph owns in the database: its schema, its tables, its steps. */
export interface SchemaOptions {
  /** The PostgreSQL schema; on PostgreSQL also the name of its role, with `doorstroomhub_` before it. */
  schema: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the ORM's own type for any entity
  entities: EntitySchema<any>[]
  migrations: { name: string; class: new (...args: never[]) => Migration }[]
  subscribers?: EventSubscriber[]
}

/** A subgraph's own door to the database. */
export interface SchemaDatabase {
  /** A fresh unit of work: one per operation or command. */
  em(): EntityManager
  sql: Sql
  close(): Promise<void>
}

/** The database of a process: PGlite (one instance, one connection) or PostgreSQL. */
export interface Database {
  kind: 'embedded' | 'postgresql'
  /** Makes the schema, runs what is missing of its migrations and opens it. Safe when several processes start at once. */
  open(options: SchemaOptions): Promise<SchemaDatabase>
  /** Across all schemas, as the user that the address names: for seeds, backups and tests, never for a resolver. */
  sql: Sql
  /** Answers when the database does. */
  check(): Promise<void>
  /** What time it is by the database: the one clock that all processes have in common. */
  time(): Promise<Date>
  /** A listener for every statement (tests count them); set before `open`. */
  onStatement: ((text: string) => void) | null
  close(): Promise<void>
}

/** What both kinds need of the ORM, in one place. */
export function ormOptions(options: SchemaOptions, onStatement: (text: string) => void, counting: boolean) {
  return {
    schema: options.schema,
    entities: options.entities,
    subscribers: options.subscribers ?? [],
    migrations: {
      migrationsList: options.migrations as { name: string; class: never }[],
      tableName: 'migrations',
      snapshot: false,
      silent: true,
    },
    discovery: { checkDuplicateTableNames: false },
    metadataCache: { enabled: false },
    ...(counting
      ? {
          debug: ['query'] as ['query'],
          logger: (line: string) => onStatement(line),
          colors: false,
          highlighter: undefined,
        }
      : {}),
  }
}

/**
 * Runs the missing migrations of one schema. Always with the schema named: without it one ORM drops the others' (seen).
 * When none is missing, which is so at every start but the first, the ORM's own look at the database is spared.
 */
export async function migrate(orm: MikroORM, { schema, migrations }: SchemaOptions, sql: Sql): Promise<void> {
  const done = await sql<{ name: string }>(`select name from "${schema}".migrations`).catch(() => [])
  const names = new Set(done.map(({ name }) => name))
  if (migrations.every(({ name }) => names.has(name))) return
  await orm.migrator.up({ schema } as never)
}
