import { BigIntType, BlobType, DateTimeType, UnderscoreNamingStrategy, UuidType } from '@mikro-orm/core'
import type { SchemaOptions, Sql } from './database.ts'

/** The rows of these keys, in the order asked for: one statement, whatever the number of keys. */
export type FindRows<Row> = (sql: Sql, keys: readonly string[]) => Promise<Row[]>

export interface RowsOptions<Row> {
  order?: readonly (readonly [property: keyof Row & string, direction: 'asc' | 'desc'])[]
  /** Only rows in which these properties have these values. */
  only?: Partial<Record<keyof Row & string, string>>
}

/** What the ORM knows of a property before it is started. */
interface Property {
  type: unknown
  fieldName?: string
  lazy?: boolean
}

const columns = new UnderscoreNamingStrategy()
let made = 0

/**
 * Reads rows of one table that are only looked at: a prepared statement and plain objects, with the same values as the ORM's
 * entities. Hydration, the identity map and a query built anew cost more than all the rest of a list (docs/performance.md);
 * whoever changes a row reads it with an entity manager.
 */
export function rowsBy<Row>(
  schema: string,
  entity: SchemaOptions['entities'][number],
  key: keyof Row & string,
  options: RowsOptions<Row> = {},
): FindRows<Row> {
  const name = `rows-${++made}`
  let prepared: { text: string; mend: (row: Record<string, unknown>) => void } | undefined
  return async (sql, keys) => {
    if (keys.length === 0) return []
    const { text, mend } = (prepared ??= prepare(schema, entity, key, options))
    const rows = await sql<Record<string, unknown>>(text, [keys], name)
    for (const row of rows) mend(row)
    return rows as Row[]
  }
}

function prepare<Row>(
  schema: string,
  { meta }: SchemaOptions['entities'][number],
  key: string,
  { order = [], only = {} }: RowsOptions<Row>,
) {
  const properties = Object.entries(meta.properties as Record<string, Property>).filter(([, { lazy }]) => lazy !== true)
  const column = (property: string): string => {
    const known = properties.find(([name]) => name === property)?.[1]
    if (!known) throw new Error(`${meta.tableName} has no ${property}.`)
    return `"${known.fieldName ?? columns.propertyToColumnName(property)}"`
  }
  const array = is(propertyOf(meta.properties, key), UuidType) ? 'uuid[]' : 'text[]'
  const conditions = [
    `${column(key)} = any($1::${array})`,
    ...Object.entries(only).map(
      ([property, value]) => `${column(property)} = '${String(value).replaceAll("'", "''")}'`,
    ),
  ]
  const text = [
    `select ${properties.map(([name]) => `${column(name)} as "${name}"`).join(', ')}`,
    `from "${schema}"."${meta.tableName}" where ${conditions.join(' and ')}`,
    ...(order.length > 0
      ? [`order by ${order.map(([property, direction]) => `${column(property)} ${direction}`).join(', ')}`]
      : []),
  ].join(' ')

  // The drivers give moments as text, large numbers as text, and bytes each in its own class.
  const moments = properties.filter(([, property]) => is(property, DateTimeType)).map(([name]) => name)
  const numbers = properties.filter(([, property]) => is(property, BigIntType)).map(([name]) => name)
  const bytes = properties.filter(([, property]) => is(property, BlobType)).map(([name]) => name)
  const mend = (row: Record<string, unknown>): void => {
    for (const name of moments) if (row[name] !== null) row[name] = new Date(row[name] as string)
    for (const name of numbers) if (row[name] !== null) row[name] = Number(row[name])
    for (const name of bytes)
      if (row[name] !== null && !Buffer.isBuffer(row[name])) row[name] = Buffer.from(row[name] as Uint8Array)
  }
  return { text, mend }
}

const propertyOf = (properties: object, name: string): Property | undefined =>
  (properties as Record<string, Property>)[name]

const is = (property: Property | undefined, type: new (...args: never[]) => unknown): boolean =>
  property !== undefined && (property.type === type || property.type instanceof type)
