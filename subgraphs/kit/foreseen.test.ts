import { buildSchema, execute, parse, type GraphQLResolveInfo } from 'graphql'
import { expect, test } from 'vitest'
import { group, inside, type AccessTable } from './access.ts'
import { Judgements } from './context.ts'
import { foreseenGroups } from './foreseen.ts'
import type { Asking } from './viewer.ts'

const access: AccessTable = {
  Dossier: { id: inside, identity: group('IDENTITY'), contact: group('CONTACT') },
  Other: { id: inside, identity: group('ANOTHER') },
}
const schema = buildSchema(`
  type Query { _entities(ids: [ID!]!): [Entity] }
  union Entity = Dossier | Other
  type Dossier { id: ID identity: String contact: String }
  type Other { id: ID identity: String }
`)

/** What is foreseen of a dossier when a gateway asks this of it. */
async function foreseen(selection: string, variableValues: Record<string, unknown> = {}): Promise<string[]> {
  let found: string[] = []
  const { errors } = await execute({
    schema,
    document: parse(`query ($yes: Boolean = true, $no: Boolean = false) { _entities(ids: ["1"]) ${selection} }
      fragment Names on Dossier { identity }`),
    variableValues,
    rootValue: {
      _entities(_args: unknown, _context: unknown, info: GraphQLResolveInfo) {
        found = foreseenGroups(access, 'Dossier', info)
        return []
      },
    },
  })
  expect(errors).toBeUndefined()
  return found.toSorted()
}

test.each([
  ['fields with a group', '{ ... on Dossier { id identity contact } }', ['CONTACT', 'IDENTITY']],
  ['a field under another name', '{ ... on Dossier { who: identity } }', ['IDENTITY']],
  ['a fragment', '{ ...Names }', ['IDENTITY']],
  ['a fragment within another', '{ ... on Dossier { ... { contact } ...Names } }', ['CONTACT', 'IDENTITY']],
  ['nothing of another type', '{ ... on Other { identity } }', []],
  ['nothing that is skipped', '{ ... on Dossier { identity @skip(if: true) contact @skip(if: $no) } }', ['CONTACT']],
  ['nothing that is not included', '{ ... on Dossier { identity @include(if: $no) contact } }', ['CONTACT']],
  [
    'nothing of a fragment that is left out',
    '{ ...Names @include(if: false) ... on Dossier @skip(if: $yes) { contact } }',
    [],
  ],
] as const)('foresees %s', async (_what, selection, groups) => {
  expect(await foreseen(selection)).toEqual(groups)
})

test('goes by the variables as they are given', async () => {
  const selection = '{ ... on Dossier { identity @include(if: $no) contact @skip(if: $yes) } }'
  expect(await foreseen(selection, { no: true, yes: false })).toEqual(['CONTACT', 'IDENTITY'])
})

test('what is foreseen is asked together with the rest, and not again', async () => {
  const asked: unknown[] = []
  const asking: Asking = { viewer: null, purpose: null, requestId: 'one', language: 'en' }
  const judgements = new Judgements(
    async (_asking, _subgraph, asks) => {
      asked.push(asks)
      return asks.map(({ dossierId, groups }) => ({
        related: true,
        dossierId: dossierId ?? null,
        relation: 'MBO',
        groups: Object.fromEntries(
          groups.map((name) => [name, { allowed: true, basis: 'CONSENT', leftOut: [], facts: {} }]),
        ),
      }))
    },
    asking,
    'person',
  )
  expect((await judgements.related('d', ['IDENTITY'])).related).toBe(true)
  expect((await judgements.may('d', 'IDENTITY')).allowed).toBe(true)
  expect(asked).toEqual([[{ dossierId: 'd', groups: ['IDENTITY'] }]])
})
