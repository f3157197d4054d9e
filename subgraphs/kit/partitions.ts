import { dayIn, startOfSchoolYear } from './calendar.ts'
import type { EntityManager, SchemaDatabase } from './database.ts'

/** A table that grows with time: a part of it for each school year (docs/decisions/partitions.md). */
export interface GrowingTable {
  schema: string
  table: string
  /** So many years after its end a part stays, whatever is in it. */
  stays: number
  /** A condition in SQL: whether this part, by its full name, holds anything that must stay longer. */
  holds(part: string, now: Date): string
}

interface Part {
  name: string
  /** Every row of it is from before this moment. */
  until: Date
}

/** Whoever reads or writes waits behind whoever wants the table for itself: so that does not wait long, and tries again later. */
const PATIENCE = `set local lock_timeout = '300ms'`
const BUSY = ['55P03', '40P01']
const DAY_MS = 86_400_000
/** Rows from a time for which there is no part. */
const OTHER = 'other'

const yearOf = (at: Date): number => Number(dayIn(at).slice(0, 4))
const yearsLater = (at: Date, years: number): Date =>
  new Date(Date.UTC(at.getUTCFullYear() + years, at.getUTCMonth(), at.getUTCDate(), at.getUTCHours()))

/**
 * The statements of a migration that make a table the first part of a partitioned one by the same name. Not a row moves,
 * and whoever knows the table by its name goes on: an index of `indexes` that the table has already is taken over.
 */
export const intoParts = (table: string, indexes: Readonly<Record<string, string>>): string[] => [
  // Everybody waits while this waits for a long reader, a backup for instance: better a start that fails and comes back.
  `set local lock_timeout = '5s'`,
  `lock table ${table} in access exclusive mode`,
  `alter table ${table} rename to ${table}_before`,
  // Numbers come from one sequence, so that they stay unique without an index that says so.
  `alter table ${table}_before drop constraint ${table}_pkey`,
  `create table ${table} (like ${table}_before including defaults including constraints) partition by range (at)`,
  ...Object.entries(indexes).flatMap(([name, columns]) => [
    `alter index ${name} rename to ${name}_before`,
    `create index ${name} on ${table} (${columns})`,
  ]),
  `do $$
    declare
      following bigint := nextval(pg_get_serial_sequence('${table}_before', 'id'));
      newest timestamptz;
      until timestamptz;
    begin
      alter table ${table}_before alter column id drop identity;
      alter table ${table} alter column id add generated always as identity;
      perform setval(pg_get_serial_sequence('${table}', 'id'), following, false);
      select greatest(now(), max(at)) into newest from ${table}_before;
      select min(start) into until from generate_series(0, 1) as later (years), make_timestamptz(
        extract(year from newest at time zone 'Europe/Amsterdam')::int + years, 8, 1, 0, 0, 0, 'Europe/Amsterdam') as start
        where start > newest;
      execute format('alter table ${table} attach partition ${table}_before for values from (minvalue) to (%L)', until);
    end $$`,
  `create table ${table}_${OTHER} partition of ${table} default`,
]

/** Makes the parts of growing tables ahead, and drops those in which nothing has to stay. */
export class Partitions {
  readonly #database: Pick<SchemaDatabase, 'em' | 'sql'>
  readonly #tables: readonly GrowingTable[]
  /** When an old part was last looked through: that may take a second, and changes by the day. */
  readonly #looked = new Map<string, number>()

  constructor(database: Pick<SchemaDatabase, 'em' | 'sql'>, tables: readonly GrowingTable[]) {
    this.#database = database
    this.#tables = tables
  }

  /** Part of a subgraph's regular work; whatever is due happens once, however many hubs do it. */
  async keep(now: Date): Promise<void> {
    for (const table of this.#tables) {
      const parts = await partsOf(table, this.#database.sql)
      const last = parts.at(-1)
      if (!last) continue
      if (last.until < yearsLater(now, 1))
        // There is a part for the rows of today, so that it can wait for a quieter moment.
        await this.#alone(table, (em) => makeAhead(em, table, now), last.until > now)
      for (const part of parts) {
        if (yearsLater(part.until, table.stays) > now) break
        if (Math.abs(now.getTime() - (this.#looked.get(part.name) ?? -Infinity)) < DAY_MS) continue
        await this.#alone(table, (em) => dropUnneeded(em, table, part, now), true)
        this.#looked.set(part.name, now.getTime())
      }
    }
  }

  /** One hub at a time, in one transaction. */
  async #alone(table: GrowingTable, work: (em: EntityManager) => Promise<void>, canWait: boolean): Promise<void> {
    try {
      await this.#database.em().transactional(async (em) => {
        const [mine] = await em.execute<{ mine: boolean }[]>(
          `select pg_try_advisory_xact_lock(hashtextextended('parts of ${table.schema}.${table.table}', 0)) as mine`,
        )
        if (!mine?.mine) return
        await em.execute(PATIENCE)
        await work(em)
      })
    } catch (error) {
      if (!canWait || !BUSY.includes((error as { code?: string }).code ?? '')) throw error
    }
  }
}

const full = ({ schema, table }: GrowingTable, part?: string): string =>
  `"${schema}"."${part === undefined ? table : part}"`

async function partsOf(table: GrowingTable, run: (text: string) => Promise<unknown[]>): Promise<Part[]> {
  const rows = (await run(
    `select * from (
        select c.relname as name, extract(epoch from
          substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \\(''(.*)''\\)')::timestamptz)::float8 * 1000 as until
        from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = to_regclass('${full(table)}')) parts
      where until is not null order by until`,
  )) as { name: string; until: number }[]
  return rows.map(({ name, until }) => ({ name, until: new Date(until) }))
}

async function makeAhead(em: EntityManager, table: GrowingTable, now: Date): Promise<void> {
  const parent = full(table)
  const other = full(table, `${table.table}_${OTHER}`)
  const enough = yearsLater(now, 1)
  for (let from = (await partsOf(table, (text) => em.execute(text))).at(-1)!.until; from < enough;) {
    const year = yearOf(from)
    const until = startOfSchoolYear(startOfSchoolYear(year) > from ? year : year + 1)
    const part = full(table, `${table.table}_${year}_${year + 1}`)
    const [begin, end] = [from.toISOString(), until.toISOString()]
    // Made beside the table and then attached: readers of the other parts never wait for it.
    await em.execute(`create table ${part} (like ${parent} including defaults including constraints)`)
    await em.execute(`lock table ${other} in share row exclusive mode`)
    const theirs = `at >= '${begin}' and at < '${end}'`
    const [late] = await em.execute<{ late: boolean }[]>(`select exists (select from ${other} where ${theirs}) as late`)
    if (late?.late) {
      await em.execute(`alter table ${parent} detach partition ${other}`)
      await em.execute(`insert into ${part} select * from ${other} where ${theirs}`)
      await em.execute(`delete from ${other} where ${theirs}`)
    }
    await em.execute(`alter table ${parent} attach partition ${part} for values from ('${begin}') to ('${end}')`)
    if (late?.late) await em.execute(`alter table ${parent} attach partition ${other} default`)
    from = until
  }
}

async function dropUnneeded(em: EntityManager, table: GrowingTable, { name }: Part, now: Date): Promise<void> {
  const part = full(table, name)
  const [there] = await em.execute<{ there: boolean }[]>(`select to_regclass('${part}') is not null as there`)
  // Another hub was first.
  if (!there?.there) return
  // Nobody writes into it while it is looked through; everybody reads on.
  await em.execute(`lock table ${part} in share row exclusive mode`)
  const [kept] = await em.execute<{ kept: boolean }[]>(`select (${table.holds(part, now)}) as kept`)
  if (kept?.kept !== false) return
  await em.execute(`alter table ${full(table)} detach partition ${part}`)
  await em.execute(`drop table ${part}`)
}
