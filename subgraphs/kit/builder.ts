import SchemaBuilder from '@pothos/core'
import DirectivesPlugin from '@pothos/plugin-directives'
import FederationPlugin from '@pothos/plugin-federation'
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'
import type { OperationContext } from './context.ts'

/** Our scalars, the same in every subgraph. */
type HubScalars = {
  ID: { Input: string; Output: string }
  Date: { Input: string; Output: string }
  DateTime: { Input: Date; Output: Date }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
/** Years that a person, a school or a talk can have; keeps `20000-01-01` out before a database sees it. */
const sane = (year: number): boolean => year >= 1900 && year < 2200

function parseDay(value: unknown): string {
  const date = typeof value === 'string' && DAY.test(value) ? new Date(`${value}T00:00:00Z`) : null
  if (
    !date ||
    Number.isNaN(date.getTime()) ||
    date.toISOString().slice(0, 10) !== value ||
    !sane(date.getUTCFullYear())
  )
    throw new GraphQLError('A date is written as 2026-11-24.', { extensions: { code: 'INVALID' } })
  return value as string
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/
function parseMoment(value: unknown): Date {
  const date = typeof value === 'string' && MOMENT.test(value) ? new Date(value) : null
  if (!date || Number.isNaN(date.getTime()) || !sane(date.getUTCFullYear()))
    throw new GraphQLError('A time is written as 2026-11-24T09:30:00+01:00.', { extensions: { code: 'INVALID' } })
  return date
}

const literal = (node: { kind: string; value?: unknown }): unknown => (node.kind === Kind.STRING ? node.value : null)

/** A calendar day, ISO 8601 (`2009-05-14`), without a time zone. */
export const dateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day, ISO 8601: `2009-05-14`.',
  serialize: (value) => String(value).slice(0, 10),
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(literal(node as never)),
})

/** A moment, ISO 8601 with offset. */
export const dateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment, ISO 8601 with offset: `2026-11-24T09:30:00.000Z`.',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: parseMoment,
  parseLiteral: (node) => parseMoment(literal(node as never)),
})

/** A Pothos builder with federation and our scalars; each subgraph makes one of its own. */
export function makeBuilder<Context extends OperationContext>() {
  const builder = new SchemaBuilder<{
    Context: Context
    Scalars: HubScalars
    DefaultFieldNullability: true
    DefaultInputFieldRequiredness: false
  }>({
    plugins: [DirectivesPlugin, FederationPlugin],
    // @apollo/subgraph prints directives from a map; from the plugin's ordered list it would print them twice.
    directives: { useGraphQLToolsUnorderedDirectives: true },
  })
  builder.addScalarType('Date', dateScalar)
  builder.addScalarType('DateTime', dateTimeScalar)
  return builder
}

export type Builder<Context extends OperationContext> = ReturnType<typeof makeBuilder<Context>>

/** Relay's PageInfo, of which every subgraph with a connection gives the same. */
export interface PageInfo {
  hasNextPage: boolean
  hasPreviousPage: boolean
  startCursor: string | null
  endCursor: string | null
}
