import fc from 'fast-check'
import {
  execute,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isNonNullType,
  isObjectType,
  isUnionType,
  parse,
  printSchema,
  buildSchema,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql'
import { expect, test } from 'vitest'
import { world } from '../engine.testing.ts'
import { asking } from '../fixtures.ts'

/** One schema of the same resolvers, carried out by graphql-js: what an answer ought to be. */
function plainSchema(
  schema: GraphQLSchema,
  resolvers: readonly Record<string, Record<string, unknown>>[],
): GraphQLSchema {
  const plain = buildSchema(printSchema(schema))
  for (const types of resolvers)
    for (const [name, fields] of Object.entries(types)) {
      const type = plain.getType(name)
      if (isAbstractType(type)) type.resolveType = fields['__resolveType'] as never
      else if (isObjectType(type))
        for (const [key, resolve] of Object.entries(fields))
          if (type.getFields()[key]) type.getFields()[key]!.resolve = resolve as never
    }
  return plain
}

type Draw = (most: number) => number

/** A random valid question: aliases, fragments, conditions, abstract types and arguments, a few levels deep. */
function question(schema: GraphQLSchema, draw: Draw): { query: string; variables: Record<string, unknown> } {
  const fragments: string[] = []
  let aliases = 0
  const body = selection(schema.getQueryType()!, 5).replace(
    '{',
    '{ __typename @include(if: $on) t: __typename @skip(if: $off)',
  )
  return {
    query: `query ($on: Boolean = true, $off: Boolean!) ${body} ${fragments.join(' ')}`,
    variables: { off: draw(2) === 0, ...(draw(2) === 0 ? { on: false } : {}) },
  }

  function selection(type: GraphQLCompositeType, depth: number): string {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields())
    // `strict` makes null of the whole answer; which other errors were there by then is a matter of time.
    const usable = fields
      .filter(({ name }) => name !== 'strict')
      .filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)))
    const parts = ['__typename']
    for (let count = 1 + draw(4); count > 0 && usable.length > 0; count--)
      parts.push(fieldText(usable[draw(usable.length)]!, depth))
    if (depth > 0 && draw(3) === 0) {
      const possible = isAbstractType(type)
        ? [...schema.getPossibleTypes(type)]
        : isObjectType(type)
          ? [type, ...type.getInterfaces()]
          : []
      const on = possible[draw(possible.length)]
      if (on) parts.push(fragmentText(on, depth - 1))
    }
    return `{ ${parts.join(' ')} }`
  }

  function fragmentText(on: GraphQLCompositeType, depth: number): string {
    const inner = selection(on, depth)
    if (draw(2) === 0) return `... on ${on.name} ${condition()} ${inner}`
    const name = `F${fragments.length}`
    fragments.push(`fragment ${name} on ${on.name} ${inner}`)
    return `...${name} ${condition()}`
  }

  function fieldText(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type)
    const inner = isCompositeType(type) ? selection(type, depth - 1) : ''
    // With arguments a key of its own, so that no two selections can contradict each other; without, sometimes the same key twice.
    const alias = field.args.length > 0 || draw(2) === 0 ? `a${aliases++}: ` : ''
    return `${alias}${field.name}${argumentText(field)} ${condition()} ${inner}`
  }

  function argumentText(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.flatMap((argument) => {
      const type = getNamedType(argument.type)
      if (argument.name === 'id') return [`id: "${draw(6) === 0 ? 'nobody' : `dossier-${draw(4)}`}"`]
      if (argument.name === 'first' && draw(2) === 0) return [`first: ${draw(4)}`]
      if (isEnumType(type) && isNonNullType(argument.type)) return [`${argument.name}: ${type.getValues()[0]!.name}`]
      return []
    })
    return given.length > 0 ? `(${given.join(', ')})` : ''
  }

  function condition(): string {
    return ['', '', '', '', '@include(if: $on)', '@skip(if: $off)', '@include(if: true)', '@skip(if: true)'][draw(8)]!
  }
}

const GROUPS = ['IDENTITY', 'CONTACT', 'CONDITION', 'ACCOMMODATIONS', 'APPLICATION_STATUS']

test(
  'any valid question gets the answer that one plain schema of the same resolvers gives',
  { timeout: 120_000 },
  async () => {
    const { engine, closed, resolvers } = await world(3)
    const plain = plainSchema(engine.schema, resolvers)
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat(100_000)), fc.subarray(GROUPS), async (numbers, shut) => {
        const draw: Draw = (most) => (most === 0 ? 0 : numbers.next().value! % most)
        const { query, variables } = question(engine.schema, draw)
        const document = parse(query)
        expect({ query, faults: engine.validate(document) }).toEqual({ query, faults: [] })
        closed.clear()
        for (const group of shut) closed.add(group)
        const [ours, theirs] = await Promise.all([
          engine.execute({ document, variables, asking: asking() }),
          execute({ schema: plain, document, variableValues: variables, contextValue: asking() }),
        ])
        if (Symbol.asyncIterator in ours) throw new Error('a stream')
        expect({ query, data: JSON.stringify(ours.data) }).toEqual({ query, data: JSON.stringify(theirs.data) })
        const places = (errors: readonly { path?: readonly unknown[] | undefined }[] = []) =>
          errors.map(({ path }) => path?.join('.')).sort()
        expect({ query, errors: places(ours.errors) }).toEqual({ query, errors: places(theirs.errors) })
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300), seed: Number(process.env['SEED'] ?? 20261124) },
    )
  },
)
