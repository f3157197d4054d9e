import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql'
import { createClient } from 'graphql-ws'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { world, type World } from '../world.ts'
import { expectAlive } from './alive.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterEach(() => expectAlive(here))
afterAll(() => here.close())

/** Every word in every place when asked for; otherwise each place gets two of each kind, the next place the next two. */
const ALL = process.env['ATTACKS'] === 'all'

/** What a database could take for its own. */
const FOR_A_DATABASE: readonly unknown[] = [
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
]
/** What an object, a template or a file system could. */
const FOR_AN_OBJECT: readonly unknown[] = [
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
const WORDS = [...FOR_A_DATABASE, ...FOR_AN_OBJECT]

const turning = <Value>(values: readonly Value[], at: number, count: number): Value[] =>
  Array.from({ length: count }, (_, next) => values[(at * count + next) % values.length]!)
const wordsAt = (place: number): readonly unknown[] =>
  ALL ? WORDS : [...turning(FOR_A_DATABASE, place, 2), ...turning(FOR_AN_OBJECT, place, 2)]

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

type Field = GraphQLField<unknown, unknown>

/** One question of one field, with all its arguments as variables; `around` is the way to it. */
function questionOf(kind: string, field: Field, around: readonly Field[] = []): string {
  const variables = field.args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ')
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ')
  const shown = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'
  const inner = `${field.name}(${given})${shown}`
  return `${kind}(${variables}) { ${around.reduceRight((text, each) => `${each.name} { ${text} }`, inner)} }`
}

/** Every field inside the graph that takes an argument, with a way to it that needs none. */
function fieldsInside(query: GraphQLObjectType): { field: Field; around: Field[] }[] {
  const found: { field: Field; around: Field[] }[] = []
  const seen = new Set<string>([query.name])
  const waiting: { type: GraphQLObjectType; around: Field[] }[] = [{ type: query, around: [] }]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { type, around } = next
    for (const field of Object.values(type.getFields())) {
      if (field.args.length > 0 && around.length > 0) found.push({ field, around })
      const inner = getNamedType(field.type)
      if (!isObjectType(inner) || seen.has(inner.name) || field.args.some((each) => isRequiredArgument(each))) continue
      seen.add(inner.name)
      waiting.push({ type: inner, around: [...around, field] })
    }
  }
  return found
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

const FOREIGN = /syntax error|pg_|relation "|constraint|at .*\.ts:|node_modules|root:/i

interface Attack {
  name: string
  document: string
  place: Place
  word: unknown
  who: string
  variables: Record<string, unknown>
}

/** Every argument of the schema: of what is asked, done and followed, and inside. */
function attacks(): Attack[] {
  const { schema } = here.hub.engine
  const query = schema.getQueryType()!
  const roots = [
    ['query', query],
    ['mutation', schema.getMutationType()!],
    ['subscription', schema.getSubscriptionType()!],
  ] as const
  const fields = [
    ...roots.flatMap(([kind, root]) =>
      Object.values(root.getFields()).map((field) => ({ field, document: questionOf(kind, field) })),
    ),
    ...fieldsInside(query).map(({ field, around }) => ({ field, document: questionOf('query', field, around) })),
  ]
  const places = fields.flatMap(({ field, document }) =>
    field.args.flatMap((argument) =>
      placesIn(argument.type, [argument.name]).map((place) => ({ field, document, place })),
    ),
  )
  return places.flatMap(({ field, document, place }, at) =>
    wordsAt(at).map((word, nth) => ({
      name: field.name,
      document,
      place,
      word,
      who: WHO[(at * 4 + nth) % WHO.length]!,
      variables: Object.fromEntries(
        field.args.map((argument) => [
          argument.name,
          fitting(argument.type, [argument.name], { path: place.path, word }),
        ]),
      ),
    })),
  )
}

const told = ({ who, name, place, word }: Attack, text: string): string =>
  `${who} ${name} ${place.path.join('.')} ${JSON.stringify(word)} ${text.slice(0, 300)}`

function expectInOrder(attack: Attack, text: string, codes: readonly (string | undefined)[]): void {
  const what = told(attack, text)
  for (const code of codes) expect(KNOWN, what).toContain(code)
  expect(withoutEcho(text, attack.word), what).not.toMatch(FOREIGN)
}

const LONG = 900_000

test(
  'words that a database, a template or an object could take for its own, in every argument of the schema',
  { timeout: LONG },
  async () => {
    const before = await rows()
    const waiting = attacks()
    const asked = waiting.length
    // Every argument of every mutation, and what is followed and lies inside, with both kinds of words.
    const where = new Set(waiting.map(({ name, place }) => `${name}.${place.path.join('.')}`))
    for (const one of [
      'moveDossier.input.to',
      'changeAdded.after',
      'regionStatus.code',
      'readLog.after',
      'dossiers.filter.search',
    ])
      expect(where, one).toContain(one)
    expect(asked).toBeGreaterThanOrEqual(4 * where.size)
    const work = async (): Promise<void> => {
      for (let attack = waiting.shift(); attack; attack = waiting.shift()) {
        const { document, variables, who } = attack
        const began = performance.now()
        if (document.startsWith('subscription')) await follow(attack)
        else {
          const answer = await here.as(who, { purpose: 'INTAKE_TALK' }).query(document, variables)
          expectInOrder(
            attack,
            answer.text,
            answer.errors.map(({ code }) => code),
          )
        }
        expect(performance.now() - began, told(attack, '')).toBeLessThan(5_000)
      }
    }
    await Promise.all(Array.from({ length: 4 }, work))
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
    const after = await rows()
    expect(Object.keys(after)).toEqual(Object.keys(before))
    for (const [table, count] of Object.entries(before)) expect(after[table], table).toBeGreaterThanOrEqual(count - 25)
    expect(after['consent.dossier']).toBe(before['consent.dossier'])
    expect(here.log).toEqual([])
  },
)

/** Follows something until it says its first word, or is open and says nothing; then a question on the same connection is answered. */
async function follow(attack: Attack): Promise<void> {
  const client = createClient({
    url: `${here.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${await here.token(attack.who)}`, 'x-purpose': 'INTAKE_TALK' },
  })
  const said: unknown[] = []
  client.subscribe(
    { query: attack.document, variables: attack.variables },
    { next: (event) => void said.push(event), error: (cause) => void said.push(cause), complete: () => undefined },
  )
  for await (const answer of client.iterate({ query: '{ viewer { subject } }' }))
    expect(answer).toMatchObject({ data: { viewer: { subject: attack.who } } })
  await client.dispose()
  const text = JSON.stringify(said)
  expectInOrder(
    attack,
    text,
    [...text.matchAll(/"code":"([A-Z_]+)"/g)].map(([, code]) => code),
  )
}

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
