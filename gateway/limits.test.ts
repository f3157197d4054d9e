import { buildSchema, parse } from 'graphql'
import { expect, test } from 'vitest'
import { excess, limits, weigh, type Weight } from './limits.ts'

const schema = buildSchema(`
  type Query { dossiers(first: Int = 20, after: String): Page! dossier(id: ID!): Dossier }
  type Page { nodes: [Dossier!]! }
  type Dossier { id: ID! mentor: Dossier log(first: Int = 10): Page }
`)

function weightOf(query: string): Weight {
  return [...weigh(parse(query), schema).values()][0]!
}

test('a page counts as many times as it is long, a page in a page as many times again', () => {
  expect(weightOf('{ dossier(id: 1) { id } }').cost({})).toBe(2)
  expect(weightOf('{ dossiers(first: 50) { nodes { id } } }').cost({})).toBe(1 + 50 * 2)
  expect(weightOf('{ dossiers(first: 50) { nodes { log(first: 5) { nodes { id } } } } }').cost({})).toBe(
    1 + 50 * (1 + 1 + 5 * 2),
  )
})

test('a page that names no size is as long as the schema says', () => {
  expect(weightOf('{ dossiers { nodes { log { nodes { id } } } } }').cost({})).toBe(1 + 20 * (1 + 1 + 10 * 2))
})

test('a size in a variable counts, and one above the largest page counts as that page', () => {
  const weight = weightOf('query ($n: Int) { dossiers(first: $n) { nodes { id } } }')
  expect(weight.cost({ n: 3 })).toBe(7)
  expect(weight.cost({ n: 1_000_000 })).toBe(201)
  expect(weight.cost({ n: 'many' })).toBe(41)
})

test('a fragment weighs each time that it is spread, and is looked at once', () => {
  const spreads = 'query { dossier(id: 1) { ...F0 } } '
  const doubling = Array.from({ length: 30 }, (_, at) => `fragment F${at} on Dossier { ...F${at + 1} ...F${at + 1} }`)
  const weight = weightOf(`${spreads}${doubling.join(' ')} fragment F30 on Dossier { id }`)
  const began = performance.now()
  expect(weight.cost({})).toBe(1 + 2 ** 30)
  expect(performance.now() - began).toBeLessThan(100)
  expect(excess(weight, {})?.code).toBe('TOO_COSTLY')
})

test('fragments in a circle are left to validation', () => {
  const circle =
    '{ dossier(id: 1) { ...A } } fragment A on Dossier { mentor { ...B } } fragment B on Dossier { mentor { ...A } }'
  expect(weightOf(circle).depth).toBeLessThan(10)
})

test('depth counts through fragments, and the shape of the graph weighs nothing', () => {
  expect(
    weightOf('{ dossier(id: 1) { ...A } } fragment A on Dossier { mentor { ... on Dossier { mentor { id } } } }').depth,
  ).toBe(4)
  expect(weightOf('{ __schema { types { fields { type { ofType { ofType { name } } } } } } }')).toMatchObject({
    depth: 0,
    aliases: 0,
  })
})

test('what is said names the limit, in both languages', () => {
  const deep = weightOf(`{ dossier(id: 1) ${'{ mentor '.repeat(20)}{ id }${' }'.repeat(20)} }`)
  expect(excess(deep, {})?.sentence).toEqual({
    en: 'This question goes 22 levels deep; 15 is the most.',
    nl: 'Deze vraag gaat 22 niveaus diep; 15 is het meeste.',
  })
  expect(excess(weightOf('{ dossiers(first: 100) { nodes { id } } }'), {})).toBeUndefined()
  expect(limits.bodyBytes).toBe(1024 * 1024)
})
