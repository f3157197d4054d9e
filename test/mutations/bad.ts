/** Bad input made from the schema, so that a new mutation is tried with all of it by itself. */
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql'

/** One input that is wrong somewhere, and where. */
export interface Bad {
  what: string
  input: unknown
}

const HUGE = 'x'.repeat(10 * 1024 * 1024)
const RANDOM_ID = '3f1c9a52-7f0e-4d43-9c4b-0d6a35b1d9aa'

const NEVER_TEXT: readonly (readonly [string, unknown])[] = [
  ['10 MB of text', HUGE],
  ['a null character', 'a\u0000b'],
  ['a bell', 'a\u0007b'],
  ['a right-to-left override', 'a\u202eb'],
  ['half a letter', 'a\ud800b'],
  ['a number', 5],
  ['a list', ['a', 'b']],
  ['an object', { __proto__: null, a: 1 }],
]
const NEVER_DAY: readonly (readonly [string, unknown])[] = [
  '20000-01-01',
  '0001-01-01',
  '2026-02-30',
  '',
  'tomorrow',
  '__proto__',
  5,
  '2026-01-01T00:00:00Z',
].map((day) => [`the day ${day}`, day])
const NEVER_MOMENT: readonly (readonly [string, unknown])[] = [
  '20000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-01-01',
  '',
  'now',
  5,
].map((at) => [`the moment ${at}`, at])
const NEVER_INT: readonly (readonly [string, unknown])[] = [
  2_147_483_648,
  -2_147_483_649,
  1.5,
  '7',
  'x',
  Number.MAX_SAFE_INTEGER,
].map((value) => [`the number ${value}`, value])
const NEVER_ENUM: readonly (readonly [string, unknown])[] = ['NOPE', '__proto__', 'constructor', '', 1].map((value) => [
  `the choice ${value}`,
  value,
])

/** Values that must be refused in a place of this type. `ids`: those that exist, of other people and of other kinds. */
function never(type: GraphQLInputType, ids: readonly string[]): (readonly [string, unknown])[] {
  const bare = getNullableType(type)
  const nothing: (readonly [string, unknown])[] = isNonNullType(type) ? [['null', null]] : []
  if (isListType(bare)) {
    const inner = never(bare.ofType as GraphQLInputType, ids)
    return [
      ...nothing,
      ...inner.map(([what, value]) => [`in a list ${what}`, [value]] as const),
      ['in a list twice in a list', [[['a']]]],
    ]
  }
  if (isEnumType(bare)) return [...nothing, ...NEVER_ENUM]
  if (isInputObjectType(bare))
    return [...nothing, ['text for an object', 'x'], ['a field that is not there', { nope: 1 }]]
  switch (getNamedType(bare).name) {
    case 'ID':
      return [
        ...nothing,
        ...[
          ...ids,
          RANDOM_ID,
          '__proto__',
          'constructor',
          'x',
          "' or '1'='1",
          'a\u0000b',
          '00000000-0000-0000-0000-000000000000',
        ].map((id) => [`the id ${JSON.stringify(id)}`, id] as const),
        ['an id of 10 MB', HUGE],
      ]
    case 'Int':
      return [...nothing, ...NEVER_INT]
    case 'Date':
      return [...nothing, ...NEVER_DAY]
    case 'DateTime':
      return [...nothing, ...NEVER_MOMENT]
    case 'Boolean':
      return [...nothing, ['text for yes or no', 'true']]
    default:
      return [...nothing, ...NEVER_TEXT]
  }
}

/** Values that look bad and may be kept: whatever comes of them, it is never our failure. */
const ODD_TEXT = [
  '__proto__',
  'constructor',
  'toString',
  "'; drop table consent.dossier; --",
  '<script>alert(1)</script>',
  '${7*7}',
  '%00',
  '\\u0000',
  '👩‍👩‍👧‍👦'.repeat(5),
  '',
  ' ',
  '$1',
]
const ODD_INT = [0, -1, 1, 2_147_483_647, -2_147_483_648]

function odd(type: GraphQLInputType): unknown[] {
  const bare = getNullableType(type)
  if (isListType(bare)) {
    const inner = odd(bare.ofType as GraphQLInputType)
    const [first] = inner
    return [
      [],
      ...(first === undefined ? [] : [Array.from({ length: 10_000 }, () => first)]),
      ...inner.map((value) => [value, value]),
    ]
  }
  if (isInputObjectType(bare)) return [{}]
  switch (getNamedType(bare).name) {
    case 'Int':
      return ODD_INT
    case 'String':
      return [...ODD_TEXT, 'y'.repeat(20_000)]
    case 'ID':
      return ['', ' ']
    default:
      return []
  }
}

/** The good input with one place of it changed, for every place and every value. */
function changed(
  type: GraphQLInputObjectType,
  good: Record<string, unknown>,
  values: (type: GraphQLInputType) => (readonly [string, unknown])[],
): Bad[] {
  return Object.values(type.getFields()).flatMap((field): Bad[] => {
    const own = values(field.type).map(([what, value]) => ({
      what: `${field.name}: ${what}`,
      input: { ...good, [field.name]: value },
    }))
    const named = getNamedType(field.type)
    const inner = good[field.name]
    if (!isInputObjectType(named) || inner === undefined || inner === null) return own
    const isList = Array.isArray(inner)
    const nested = changed(named, (isList ? inner[0] : inner) as Record<string, unknown>, values).map(
      ({ what, input }) => ({
        what: `${field.name}.${what}`,
        input: { ...good, [field.name]: isList ? [input] : input },
      }),
    )
    return [...own, ...nested]
  })
}

/** Inputs that must be refused. */
export const refusable = (
  type: GraphQLInputObjectType,
  good: Record<string, unknown>,
  ids: readonly string[],
): Bad[] => [
  { what: 'nothing', input: null },
  { what: 'an empty input', input: {} },
  { what: 'text', input: 'x' },
  { what: 'a field that is not there', input: { ...good, nope: 1 } },
  ...changed(type, good, (place) => never(place, ids)),
]

/** Inputs that may be refused or kept. */
export const strange = (type: GraphQLInputObjectType, good: Record<string, unknown>): Bad[] =>
  changed(type, good, (place) => odd(place).map((value) => [JSON.stringify(value)?.slice(0, 60) ?? '', value] as const))
