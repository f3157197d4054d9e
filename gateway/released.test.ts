import { buildSchema } from 'graphql'
import { expect, test } from 'vitest'
import { breaksOf } from './released.ts'

const TODAY = '2027-11-26'
const breaks = (before: string, after: string) => breaksOf(buildSchema(before), buildSchema(after), TODAY)

const BEFORE = `
  type Query { dossier(id: ID!): Dossier region(code: ID!): Region }
  type Dossier { id: ID! name: String old: String @deprecated(reason: "Use name. Goes on 2027-11-26.") }
  type Region { code: ID! level: Level input(given: Given): Int }
  enum Level { A B }
  input Given { a: Int }`

test.each([
  ['the same', BEFORE, BEFORE],
  ['a field more', BEFORE, BEFORE.replace('name: String', 'name: String more: Int')],
  ['an argument more that may be left out', BEFORE, BEFORE.replace('(id: ID!)', '(id: ID!, more: Int)')],
  ['a field that never is null any more', BEFORE, BEFORE.replace('name: String', 'name: String!')],
  ['a field that was announced to go, and the day is there', BEFORE, BEFORE.replace(/old: .*"\)/, '')],
])('%s breaks nobody', (_name, before, after) => expect(breaks(before, after)).toEqual([]))

test.each([
  ['a field that is gone', 'name: String', '', 'Dossier.name was removed.'],
  ['another type', 'name: String', 'name: Int', 'Dossier.name changed type from String to Int.'],
  ['a field that may be null from now on', '{ code: ID!', '{ code: ID', 'Region.code changed type from ID! to ID.'],
  [
    'an argument that must be given from now on',
    '(id: ID!)',
    '(id: ID!, more: Int!)',
    'A required arg more on Query.dossier was added.',
  ],
  ['a value of an enum that is gone', '{ A B }', '{ A }', 'B was removed from enum type Level.'],
  [
    'an input field that must be given from now on',
    '{ a: Int }',
    '{ a: Int! }',
    'Given.a changed type from Int to Int!.',
  ],
])('%s is refused', (_name, from, to, said) => expect(breaks(BEFORE, BEFORE.replace(from, to))).toContain(said))

test('a field that was announced to go is refused before the day', () => {
  const early = BEFORE.replace('2027-11-26', '2028-01-01')
  expect(breaks(early, early.replace(/old: .*"\)/, ''))).toEqual(['Dossier.old was removed.'])
  const silent = BEFORE.replace(' Goes on 2027-11-26.', '')
  expect(breaks(silent, silent.replace(/old: .*"\)/, ''))).toEqual(['Dossier.old was removed.'])
})
