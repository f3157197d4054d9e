import { applyMiddleware } from 'graphql-middleware'
import { isIntrospectionType, isObjectType, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql'
import { rule as shieldRule, shield } from 'graphql-shield'
import { internal, notAvailableAt, notFound, unauthenticated } from './errors.ts'
import type { OperationContext } from './context.ts'

/** No check of its own: reached only through a field that has one. */
export const inside = 'inside' as const

/** A check that answers true, or the error that goes out. */
export type Check<Parent = never> = (
  parent: Parent,
  args: Record<string, unknown>,
  context: OperationContext,
  info: GraphQLResolveInfo,
) => true | Error | Promise<true | Error>

/** `group`: which group the check asks the referee for, where it is known before. */
type Rule = typeof inside | { check: Check; group?: string }

/** A type is named as a whole (`inside`) or field by field. */
export type AccessTable = Record<string, typeof inside | Record<string, Rule>>

/** A rule of one's own, for what the two below do not say; with the group that it asks the referee for, when it does. */
export const when = <Parent>(check: Check<Parent>, group?: string): Rule => ({
  check: check as Check,
  ...(group !== undefined && { group }),
})

/** Anybody who is signed in. */
export const signedIn: Rule = when((_parent, _args, context) => (context.asking.viewer ? true : unauthenticated()))

/** The referee opens this group of this dossier to the asker; it is in the read log before the field resolves. */
export const group = (name: string): Rule =>
  when<{ id: string }>(async (parent, _args, context, info) => {
    const judgement = await context.judgements.may(parent.id, name)
    if (!judgement.related) return notFound()
    return judgement.allowed ? true : notAvailableAt(info)
  }, name)

const FEDERATION_TYPES = new Set(['_Service', '_Entity', '_Any'])
const FEDERATION_FIELDS = new Set(['_service', '_entities'])

/** Every field without a rule, as `Type.field`; and every name in the table that is not in the schema. */
export function gaps(schema: GraphQLSchema, table: AccessTable): string[] {
  const missing: string[] = []
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type) || FEDERATION_TYPES.has(type.name)) continue
    const rules = table[type.name]
    if (rules === inside) continue
    for (const field of Object.keys(type.getFields()))
      if (!FEDERATION_FIELDS.has(field) && rules?.[field] === undefined) missing.push(`${type.name}.${field}`)
  }
  for (const [name, rules] of Object.entries(table)) {
    const type = schema.getType(name)
    if (!isObjectType(type)) missing.push(`${name} (not in the schema)`)
    else if (rules !== inside)
      for (const field of Object.keys(rules))
        if (!type.getFields()[field]) missing.push(`${name}.${field} (not in the schema)`)
  }
  return missing
}

/**
 * Puts the table on the schema with graphql-shield. Refuses when a field has no rule, so that a new field is shut
 * until somebody thought about it. Only guarded fields are wrapped: wrapping all costs 3.5 times the time.
 */
export function guard(schema: GraphQLSchema, table: AccessTable): GraphQLSchema {
  const missing = gaps(schema, table)
  if (missing.length > 0) throw new Error(`access.ts has no rule for: ${missing.join(', ')}`)
  const guarded = Object.entries(table)
    .filter((entry): entry is [string, Record<string, Rule>] => entry[1] !== inside)
    .map(
      ([type, rules]) =>
        [
          type,
          Object.entries(rules).filter((entry): entry is [string, { check: Check }] => entry[1] !== inside),
        ] as const,
    )
    .filter(([, rules]) => rules.length > 0)
  const tree = Object.fromEntries(
    guarded.map(([type, rules]) => [
      type,
      Object.fromEntries(rules.map(([field, { check }]) => [field, toShield(`${type}.${field}`, check)])),
    ]),
  )
  const all = shield(tree, { allowExternalErrors: true, fallbackError: internal(undefined) })
  const middleware = (
    all as unknown as { generate(schema: GraphQLSchema): Record<string, Record<string, unknown>> }
  ).generate(schema)
  const only = Object.fromEntries(
    guarded.map(([type, rules]) => [
      type,
      Object.fromEntries(rules.map(([field]) => [field, middleware[type]?.[field]])),
    ]),
  )
  return applyMiddleware(schema, only as never)
}

/** A throwing check must stay a refusal with its own error; shield would turn it into the fallback. */
function toShield(name: string, check: Check) {
  return shieldRule(name, { cache: 'no_cache' })(async (parent, args, context, info) => {
    try {
      return await check(parent as never, args, context as OperationContext, info)
    } catch (error) {
      return error instanceof Error && 'extensions' in error ? error : internal(error)
    }
  })
}
