import type pg from 'pg'

/** A statement as the hub sent it. */
export interface Sent {
  text: string
  values: unknown[]
  /** Prepared under this name: after some times PostgreSQL may plan it without looking at the values. */
  name: string | undefined
}

interface Node {
  'Node Type': string
  'Relation Name'?: string
  Schema?: string
  'Index Name'?: string
  Plans?: Node[]
}

/** How a table is reached: by an index, or `all of it`. */
export interface Way {
  table: string
  by: string
}

const WHOLE = 'all of it'
/** Of a table with fewer rows than this the planner's own choice says nothing: it may as well look at all of them. */
const FEW = 2_000

/** Tables that are too small, here, for a choice. */
export async function smallHere(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ table: string }>(
    `select relnamespace::regnamespace || '.' || relname as table from pg_class where relkind = 'r' and reltuples < ${FEW}`,
  )
  return new Set(rows.map(({ table }) => table))
}

/** Of each part of a table that has parts by time, and of its indexes, the whole that it is of: parts come and go with the years. */
export async function wholesHere(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ part: string; whole: string }>(
    `select case p.relkind when 'p' then c.relnamespace::regnamespace || '.' || c.relname else c.relname::text end as part,
        case p.relkind when 'p' then p.relnamespace::regnamespace || '.' || p.relname else p.relname::text end as whole
      from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent`,
  )
  return new Map(rows.map(({ part, whole }) => [part, whole]))
}

/**
 * How the planner reaches each table of a statement: with these values, and (when it is prepared) without looking at them. Of a table
 * that is too small here for a choice: how it would where looking at the whole is as dear as it is once the table has grown.
 */
export async function waysOf(
  client: pg.Client,
  sent: Sent,
  small: ReadonlySet<string>,
  wholes: ReadonlyMap<string, string>,
): Promise<Way[]> {
  const ways = new Map<string, Way>()
  for (const mayLookAtAll of [true, false]) {
    await client.query(`set enable_seqscan = ${mayLookAtAll ? 'on' : 'off'}`)
    for (const plan of await plansOf(client, sent))
      for (const { table, by } of waysIn(plan)) {
        if (small.has(table) === mayLookAtAll) continue
        const way = { table: wholes.get(table) ?? table, by: wholes.get(by) ?? by }
        ways.set(`${way.table} ${way.by}`, way)
      }
  }
  await client.query('reset enable_seqscan')
  return [...ways.values()].toSorted((a, b) => (`${a.table} ${a.by}` < `${b.table} ${b.by}` ? -1 : 1))
}

async function plansOf(client: pg.Client, { text, values, name }: Sent): Promise<Node[]> {
  const explained = async (query: pg.QueryConfig): Promise<Node[]> => {
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Node }[] }>(query)
    return rows[0]!['QUERY PLAN'].map(({ Plan }) => Plan)
  }
  const plans = await explained({ text: `explain (verbose, format json) ${text}`, values })
  if (name === undefined) return plans
  await client.query('set plan_cache_mode = force_generic_plan')
  await client.query(`prepare asked as ${text}`)
  const nothing = values.length === 0 ? '' : `(${values.map(() => 'null').join(', ')})`
  plans.push(...(await explained({ text: `explain (verbose, format json) execute asked${nothing}` })))
  await client.query('deallocate asked')
  await client.query('reset plan_cache_mode')
  return plans
}

function* waysIn(node: Node, above = ''): Generator<Way> {
  const table = node['Relation Name'] === undefined ? above : `${node.Schema}.${node['Relation Name']}`
  // Of a bitmap the table stands in the node above its index.
  if (node['Index Name'] !== undefined) yield { table, by: node['Index Name'] }
  else if (node['Node Type'] === 'Seq Scan') yield { table, by: WHOLE }
  for (const part of node.Plans ?? []) yield* waysIn(part, table)
}

export const isWhole = ({ by }: Way): boolean => by === WHOLE
