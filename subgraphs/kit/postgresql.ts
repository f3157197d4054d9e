import { Migrator } from '@mikro-orm/migrations'
import { MikroORM } from '@mikro-orm/postgresql'
import type { SqlEntityManager } from '@mikro-orm/sql'
import { type Database, migrate, ormOptions, type SchemaDatabase } from './database.ts'

interface Client {
  query(query: string | { text: string; values?: unknown[]; name?: string }): Promise<{ rows: unknown[] }>
  release(): void
}
interface Pool {
  query(query: { text: string; values?: unknown[]; name?: string }): Promise<{ rows: unknown[] }>
  connect(): Promise<Client>
}

const poolSizeIn = (url: string): number => Number(URL.parse(url)?.searchParams.get('pool_size')) || 10

/** Any constant that nobody else uses: guards the making of schemas while several processes start at once. */
export const START_LOCK = 7_240_318

/**
 * Opens PostgreSQL at `url`. Each schema is owned by a role of its own that cannot see the others';
 * when the given user may not make roles, its own rights are used for all (said once by `warn`).
 * `?pool_size=4` in the address: so many connections at most for each schema, where a server allows few.
 */
export async function openPostgreSql(
  url: string,
  options: { poolSize?: number; warn?: (sentence: string) => void; counting?: boolean } = {},
): Promise<Database> {
  const opened: MikroORM[] = []
  const keeper = await MikroORM.init({
    clientUrl: url,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: 2 },
  } as Parameters<typeof MikroORM.init>[0])
  opened.push(keeper as unknown as MikroORM)
  const keeperPool = (await (
    keeper.em.getConnection() as unknown as { getNativeClient(): Promise<unknown> }
  ).getNativeClient()) as Pool

  /** Makes schema and role under a lock; answers the role to work as, or null. */
  async function prepare(schema: string): Promise<string | null> {
    const role = `doorstroomhub_${schema}`
    const client = await keeperPool.connect()
    try {
      await client.query(`select pg_advisory_lock(${START_LOCK})`)
      try {
        await client.query(
          `do $$ begin if not exists (select from pg_roles where rolname = '${role}') then create role "${role}" nologin; end if; exception when duplicate_object or unique_violation then null; end $$`,
        )
        await client.query(`grant "${role}" to current_user`)
      } catch (error) {
        if ((error as { code?: string }).code !== '42501') throw error
        options.warn?.(`This database user may not make roles: ${schema} works as the user itself.`)
        await client.query(`create schema if not exists "${schema}"`)
        return null
      }
      await client.query(`create schema if not exists "${schema}" authorization "${role}"`)
      return role
    } finally {
      await client.query(`select pg_advisory_unlock(${START_LOCK})`).catch(() => undefined)
      client.release()
    }
  }

  const database: Database = {
    kind: 'postgresql',
    onStatement: null,
    async open(schemaOptions): Promise<SchemaDatabase> {
      const role = await prepare(schemaOptions.schema)
      const orm = await MikroORM.init({
        ...ormOptions(schemaOptions, (line) => database.onStatement?.(line), options.counting ?? false),
        clientUrl: url,
        driverOptions: role ? { options: `-c role=${role}` } : {},
        // One stays: who replaces the database sees that a hub still works in it, however long nobody asks it anything.
        pool: { min: 1, max: options.poolSize ?? poolSizeIn(url) },
        extensions: [Migrator],
      } as Parameters<typeof MikroORM.init>[0])
      opened.push(orm as unknown as MikroORM)
      const client = await keeperPool.connect()
      try {
        await client.query(`select pg_advisory_lock(${START_LOCK})`)
        await migrate(orm as never, schemaOptions, database.sql)
      } finally {
        await client.query(`select pg_advisory_unlock(${START_LOCK})`).catch(() => undefined)
        client.release()
      }
      const pool = (await (
        orm.em.getConnection() as unknown as { getNativeClient(): Promise<unknown> }
      ).getNativeClient()) as Pool
      return {
        em: () => orm.em.fork() as unknown as SqlEntityManager,
        sql: async (text, params, name) => {
          database.onStatement?.(text)
          const query = { text, values: params as unknown[], ...(name === undefined ? {} : { name }) }
          return (await pool.query(query)).rows as never
        },
        close: () => orm.close(true),
      }
    },
    sql: async (text, params) => (await keeperPool.query({ text, values: params as unknown[] })).rows as never,
    time: async () => {
      const { rows } = await keeperPool.query({
        text: 'select extract(epoch from clock_timestamp())::float8 * 1000 as ms',
      })
      return new Date((rows[0] as { ms: number }).ms)
    },
    check: async () => void (await keeperPool.query({ text: 'select 1' })),
    async close() {
      for (const orm of opened.splice(0)) await orm.close(true)
    },
  }
  return database
}
