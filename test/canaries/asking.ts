import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql'

/** Numbers from 0 up to 1 that follow from a seed: a run that finds something can be run again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The ids by which somebody may try something. */
export interface Ids {
  dossiers: readonly string[]
  applications: readonly string[]
}

/** Makes valid questions from the schema: any field, any depth, aliases, fragments; what it asks for grows with the schema by itself. */
export function asker(
  schema: GraphQLSchema,
  ids: Ids,
  random: () => number,
): { query(): string; subscription(name: string): string } {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!
  const chance = (of: number): boolean => random() < of
  let fragments: string[] = []
  let left = 0
  let names = 0

  function value(type: GraphQLInputType, name: string): string {
    const nullable = getNullableType(type)
    if (isListType(nullable)) return `[${value(nullable.ofType, name)}]`
    if (isEnumType(nullable)) return pick(nullable.getValues()).name
    if (isInputObjectType(nullable))
      return `{ ${Object.values(nullable.getFields())
        .filter((field) => isNonNullType(field.type) || chance(0.3))
        .map((field) => `${field.name}: ${value(field.type, field.name)}`)
        .join(', ')} }`
    switch (String(nullable)) {
      case 'Int':
        return name === 'first' ? String(1 + Math.floor(random() * 10)) : '1'
      case 'Boolean':
        return pick(['true', 'false'])
      case 'Date':
        return '"2027-01-01"'
      case 'DateTime':
        return '"2027-01-01T00:00:00Z"'
      case 'ID':
        return JSON.stringify(
          name === 'code' ? pick(['10', '11', '05']) : pick(chance(0.9) ? ids.dossiers : ids.applications),
        )
      default:
        return '"text"'
    }
  }

  function argumentsOf(field: GraphQLField<unknown, unknown>): string {
    const given = field.args
      .filter(
        (argument) =>
          isNonNullType(argument.type) || argument.name === 'first' || (argument.name !== 'after' && chance(0.15)),
      )
      .map((argument) => `${argument.name}: ${value(argument.type, argument.name)}`)
    return given.length > 0 ? `(${given.join(', ')})` : ''
  }

  function selection(type: GraphQLCompositeType, depth: number): string {
    if (isAbstractType(type))
      return `{ __typename ${schema
        .getPossibleTypes(type)
        .map((each) => `... on ${each.name} ${selection(each, depth)}`)
        .join(' ')} }`
    const fields = Object.values((type as Exclude<GraphQLCompositeType, { getTypes(): unknown }>).getFields())
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)))
    const inner = depth > 0 ? fields.filter((field) => isCompositeType(getNamedType(field.type))) : []
    const chosen = [
      ...leaves.filter(() => chance(0.7)),
      ...inner.filter(
        ({ name }) => name === 'edges' || name === 'node' || chance(type.name === 'Dossier' ? 0.35 : 0.5),
      ),
    ]
    const asked = chosen.flatMap((field) => {
      const named = getNamedType(field.type)
      const deeper = isCompositeType(named)
      if (deeper && left <= 0) return []
      left -= deeper ? 3 : 1
      const alias = field.args.length > 0 || chance(0.05) ? `a${names++}: ` : ''
      return [`${alias}${field.name}${argumentsOf(field)}${deeper ? ` ${selection(named, depth - 1)}` : ''}`]
    })
    const text = asked.length > 0 ? asked.join(' ') : '__typename'
    if (!chance(0.1)) return `{ ${text} }`
    const name = `F${fragments.length}`
    fragments.push(`fragment ${name} on ${type.name} { ${text} }`)
    return chance(0.5) ? `{ ...${name} }` : `{ ... on ${type.name} { ...${name} } }`
  }

  function whole(
    kind: 'query' | 'subscription',
    fields: readonly GraphQLField<unknown, unknown>[],
    depth: number,
  ): string {
    fragments = []
    names = 0
    left = 110
    const roots = fields.map((field) => {
      const named = getNamedType(field.type)
      return `r${names++}: ${field.name}${argumentsOf(field)} ${isCompositeType(named) ? selection(named, depth) : ''}`
    })
    return `${kind} { ${roots.join(' ')} } ${fragments.join(' ')}`
  }

  return {
    query() {
      const roots = schema.getQueryType()!.getFields()
      // Most of what there is to find lies under a dossier.
      const many = chance(0.6)
        ? [pick([roots['dossier']!, roots['dossiers']!])]
        : [pick(Object.values(roots)), pick(Object.values(roots))]
      return whole('query', many, 3 + Math.floor(random() * 6))
    },
    subscription: (name) =>
      whole('subscription', [schema.getSubscriptionType()!.getFields()[name]!], 6).replace('r0: ', ''),
  }
}
