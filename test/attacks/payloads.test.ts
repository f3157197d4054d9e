import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { expectAlive } from './alive.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterEach(() => expectAlive(here))
afterAll(() => here.close())

/** Everything when asked for, and otherwise each place with a few of the words, other ones each time that one place comes after another. */
const ALL = process.env['ATTACKS'] === 'all'

const WORDS: readonly unknown[] = [
  "' or '1'='1",
  "'; drop schema consent cascade; --",
  '1); delete from person.person; --',
  "' union select number from person.personal_number --",
  "'||pg_sleep(10)||'",
  "\\'; select pg_sleep(10); --",
  '$1',
  '%',
  '"; drop table consent.dossier; --',
  "{}','{\"a\":1}'::jsonb) --",
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '{"__proto__":{"polluted":true}}',
  JSON.parse('{"__proto__":{"polluted":true}}'),
  { constructor: { prototype: { polluted: true } } },
  { $ne: null },
  ['__proto__', 'polluted'],
  '${7*7}',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data',
]

/** A place where somebody can put something: an argument, or a field of an input deep inside one. */
interface Place {
  path: string[]
}

function placesIn(type: GraphQLInputType, path: string[], depth = 0): Place[] {
  const named = getNamedType(type)
  if (isLeafType(named)) return [{ path }]
  if (!isInputObjectType(named) || depth > 3) return []
  return Object.values(named.getFields()).flatMap((field) => placesIn(field.type, [...path, field.name], depth + 1))
}

/** Something that fits, so that what is put into one place is not refused for what is missing in another. */
function fitting(type: GraphQLInputType, path: string[], put: { path: string[]; word: unknown }): unknown {
  if (put.path.length === path.length && put.path.every((name, at) => name === path[at])) return put.word
  const nullable = getNullableType(type)
  const isOnTheWay = path.every((name, at) => name === put.path[at])
  if (isListType(nullable)) return [fitting(nullable.ofType, path, put)]
  if (isInputObjectType(nullable))
    return Object.fromEntries(
      Object.values(nullable.getFields())
        .filter((field) => isNonNullType(field.type) || (isOnTheWay && put.path[path.length] === field.name))
        .map((field) => [field.name, fitting(field.type, [...path, field.name], put)]),
    )
  if (isEnumType(nullable)) return nullable.getValues()[0]!.name
  const name = path.at(-1)!
  switch (String(nullable)) {
    case 'Int':
      return 1
    case 'Boolean':
      return true
    case 'Date':
      return '2027-01-01'
    case 'DateTime':
      return '2027-01-01T00:00:00Z'
    case 'ID':
      return name === 'dossierId'
        ? here.ids['noor']
        : name === 'applicationId'
          ? here.applications['noor']!['01VB']
          : here.ids['sem']
    default:
      return 'text'
  }
}

/** One question of one field, with all its arguments as variables. */
function questionOf(kind: string, field: GraphQLField<unknown, unknown>): string {
  const variables = field.args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ')
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ')
  const shown = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'
  return `${kind}(${variables}) { ${field.name}(${given})${shown} }`
}

const WHO = [
  'noor',
  'joris',
  'marieke',
  'roc-voorbeeld',
  'father-of-noor',
  'amira',
  'beheer',
  'zwolle',
  'ilse',
] as const
const KNOWN = new Set([
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'NOT_AVAILABLE',
  'INVALID',
  'CONFLICT',
  'RATE_LIMITED',
  'TOO_COSTLY',
])

async function rows(): Promise<Record<string, number>> {
  const tables = await here.database.sql<{ name: string }>(
    "select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema in ('consent', 'person', 'support_needs', 'career_portfolio', 'intake_preparation') order by 1",
  )
  const counted: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await here.database.sql<{ count: number }>(`select count(*)::int as count from ${name}`)
    counted[name] = row!.count
  }
  return counted
}

/** Without what was asked itself, which an error of form says back: as it stands in a sentence, and in the JSON around that. */
function withoutEcho(text: string, word: unknown): string {
  const inJson = (said: string): string => JSON.stringify(said).slice(1, -1)
  const quoted = JSON.stringify(word)
  const said = [inJson(quoted), inJson(quoted.slice(1, -1)), quoted, quoted.slice(1, -1)]
  return said.reduce((left, each) => left.replaceAll(each, ''), text)
}

test('words that a database, a template or an object could take for its own, in every argument of the schema', async () => {
  const { schema } = here.hub.engine
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const
  const before = await rows()
  let step = 0
  let asked = 0
  for (const [kind, root] of roots)
    for (const field of Object.values(root!.getFields()))
      for (const place of field.args.flatMap((argument) => placesIn(argument.type, [argument.name])))
        for (const [at, word] of WORDS.entries()) {
          if (!ALL && (at + step) % 12 !== 0) continue
          const who = WHO[(at + step) % WHO.length]!
          const put = { path: place.path, word }
          const variables = Object.fromEntries(
            field.args.map((argument) => [argument.name, fitting(argument.type, [argument.name], put)]),
          )
          const began = performance.now()
          // Written by hand, so that `__proto__` goes over the line as a name of its own.
          const answer = await here.as(who, { purpose: 'INTAKE_TALK' }).query(questionOf(kind, field), variables)
          const what = `${who} ${field.name} ${place.path.join('.')} ${JSON.stringify(word)} ${answer.text.slice(0, 300)}`
          for (const { code } of answer.errors) expect(KNOWN, what).toContain(code)
          expect(withoutEcho(answer.text, word), what).not.toMatch(
            /syntax error|pg_|relation "|constraint|at .*\.ts:|node_modules|root:/i,
          )
          expect(performance.now() - began, what).toBeLessThan(5_000)
          asked++
          if (at === WORDS.length - 1) step++
        }
  expect(asked).toBeGreaterThan(200)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  expect(Object.keys(Object.prototype)).toEqual([])
  const after = await rows()
  expect(Object.keys(after)).toEqual(Object.keys(before))
  for (const [table, count] of Object.entries(before)) expect(after[table], table).toBeGreaterThanOrEqual(count - 25)
  expect(after['consent.dossier']).toBe(before['consent.dossier'])
  expect(here.log).toEqual([])
})

test('the same words where a header, a name of an operation or a cursor stands', async () => {
  for (const word of WORDS.filter((each) => typeof each === 'string')) {
    const fit = word.replaceAll(/[^\x20-\x7e]/g, '')
    const answer = await here
      .as('marieke')
      .query(
        'query A { dossiers(first: 1) { edges { node { id } } } }',
        {},
        { 'x-purpose': fit, 'x-request-id': fit, 'accept-language': fit },
      )
    expect(answer.errors, fit).toEqual([])
    const named = await fetch(`${here.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await here.token('marieke')}` },
      body: JSON.stringify({ query: '{ viewer { name } }', operationName: word }),
    })
    expect(await named.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID' } }] })
    for (const connection of ['dossiers', 'changes']) {
      const paged = await here
        .as('marieke')
        .query(`query ($after: String) { ${connection}(after: $after) { edges { cursor } } }`, { after: word })
      expect(
        paged.errors.map(({ code }) => code),
        `${connection} ${word}`,
      ).toEqual(['INVALID'])
    }
  }
  expect(here.log).toEqual([])
})
