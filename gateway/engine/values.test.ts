import { dateScalar } from '@doorstroomhub/kit/builder.ts'
import { buildSchema, Kind, parse, type GraphQLScalarType } from 'graphql'
import { expect, test } from 'vitest'
import { faultsIn, MOST_FAULTS } from './values.ts'

const schema = buildSchema(`
  scalar Date
  enum Level { LOW HIGH }
  input Period { from: Date, weeks: Int }
  input TalkInput { id: ID!, date: Date!, periods: [Period!], level: Level }
  type Query { talk(input: TalkInput!, first: Int): Int }
`)
Object.assign(schema.getType('Date') as GraphQLScalarType, { parseValue: dateScalar.parseValue })

function faults(values: Record<string, unknown>, language: 'nl' | 'en'): string[] {
  const [operation] = parse(
    'query ($input: TalkInput!, $first: Int) { talk(input: $input, first: $first) }',
  ).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('There is no operation.')
  return faultsIn(schema, operation.variableDefinitions ?? [], values, { language }).map(
    ({ message, extensions }) => `${String(extensions?.['code'])} ${String(extensions?.['field'])}: ${message}`,
  )
}

test('what a person can write wrong is said in words, in their language, with the field that it is about', () => {
  const input = { id: '1', date: '', periods: [{ weeks: 3 }, { from: '24-11-2026', weeks: 2.5 }] }
  expect(faults({ input }, 'nl')).toEqual([
    'INVALID date: Vul een datum in, zoals 2026-11-24.',
    'INVALID periods.1.from: Vul een datum in, zoals 2026-11-24.',
    'INVALID periods.1.weeks: Vul een heel getal in.',
  ])
  expect(faults({ input: { id: '1' }, first: 'many' }, 'en')).toEqual([
    'INVALID date: Fill in a date, such as 2026-11-24.',
    'INVALID first: Fill in a whole number.',
  ])
  expect(faults({ input: { id: '1', date: null } }, 'nl')).toEqual([
    'INVALID date: Vul een datum in, zoals 2026-11-24.',
  ])
})

test('a mistake of a program keeps the words that name its type and its values', () => {
  expect(faults({ input: { id: '1', date: '2026-11-24', level: 'MIDDLE' } }, 'en')).toEqual([
    'INVALID level: $input.level: Value "MIDDLE" does not exist in "Level" enum.',
  ])
  expect(faults({ input: { id: '1', date: '2026-11-24', level: 'MIDDLE' } }, 'nl')).toEqual([
    'INVALID level: Dit klopt niet: $input.level: Value "MIDDLE" does not exist in "Level" enum.',
  ])
  expect(faults({}, 'en')).toEqual([
    'INVALID undefined: Variable "$input" of required type "TalkInput!" was not provided.',
  ])
})

test('a list without end is not answered with faults without end', () => {
  const periods = Array.from({ length: 1_000 }, () => ({ weeks: 'many' }))
  expect(faults({ input: { id: '1', date: '2026-11-24', periods } }, 'en')).toHaveLength(MOST_FAULTS)
})
