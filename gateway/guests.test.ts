import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { guestFaults } from './guests.ts'
import { ownPart } from './own.ts'
import { subgraphs } from './subgraphs.ts'
import { composeSupergraph, type SubgraphSdl } from './supergraph.ts'

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external",
  "@requires", "@provides", "@override", "@inaccessible", "@interfaceObject", "@tag"])`

const hub: SubgraphSdl[] = [
  ownPart,
  ...(await Promise.all(
    subgraphs.map(async ({ name }) => ({
      name,
      sdl: await readFile(new URL(`../subgraphs/${name}/schema.graphql`, import.meta.url), 'utf8'),
    })),
  )),
]
const alone = await composeSupergraph(hub)

/** What keeps this guest out: the reasons of composition, or of the hub. */
async function reasons(sdl: string): Promise<string> {
  try {
    const all = await composeSupergraph([...hub, { name: 'sport', sdl: `${LINK}\n${sdl}` }])
    return guestFaults(alone, all, new Set(['sport'])).join('\n')
  } catch (cause) {
    return (cause as Error).message
  }
}

test('fields of its own on a dossier, types and questions of its own: that is let in', async () => {
  const sdl = `
    type Query { sportClubs: [SportClub!]! }
    type Mutation { joinSportClub(name: String!): SportClub }
    type Dossier @key(fields: "id") { id: ID! sport: SportCard }
    type SportCard { club: SportClub since: Date }
    type SportClub { name: String! members: [Dossier!]! }
    union Sporty = SportClub | SportCard
    scalar Date`
  expect(await reasons(sdl)).toBe('')
})

const refused: [string, string, RegExp][] = [
  [
    'defines a guarded field anew',
    'type Dossier @key(fields: "id") { id: ID! identity: Identity } type Identity { surname: String }',
    /identity|Identity/,
  ],
  ['shares a guarded field', 'type Dossier @key(fields: "id") { id: ID! status: String @shareable }', /status/],
  [
    'takes a guarded field over',
    'type Dossier @key(fields: "id") { id: ID! paused: Boolean! @override(from: "consent") }',
    /Dossier\.paused is a field of the hub/,
  ],
  [
    'takes a guarded field over under another name of the directive',
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", as: "fed") type Dossier @fed__key(fields: "id") { id: ID! paused: Boolean! @fed__override(from: "consent") }`,
    /paused|fed|link/i,
  ],
  [
    'has a guarded field handed over, to compute with',
    'type Dossier @key(fields: "id") { id: ID! paused: Boolean! @external sport: String @requires(fields: "paused") }',
    /Dossier\.paused is a field of the hub/,
  ],
  [
    'has it handed over as a key',
    'type Dossier @key(fields: "id paused") { id: ID! paused: Boolean! sport: String }',
    /may only be known by|paused/,
  ],
  [
    'tells it along a way of its own',
    'type Query { sportDossier: Dossier @provides(fields: "paused") } type Dossier @key(fields: "id") { id: ID! paused: Boolean! @external }',
    /paused/,
  ],
  ['hides a type of the hub', 'type Dossier @key(fields: "id") @inaccessible { id: ID! sport: String }', /Dossier/],
  [
    'hides a field of the hub',
    'type Dossier @key(fields: "id") { id: ID! @inaccessible sport: String }',
    /Dossier\.id|id/,
  ],
  ['answers a question of the hub', 'type Query { dossier(id: ID!): String }', /dossier/i],
  [
    'answers a question of the hub in the same form',
    'type Query { dossier(id: ID!): Dossier @shareable } type Dossier @key(fields: "id") { id: ID! }',
    /dossier/i,
  ],
  [
    'adds a value to a list of the hub',
    'enum DossierStatus { DRAFT SPORTY } type Query { sportStatus: DossierStatus }',
    /DossierStatus/,
  ],
  [
    'narrows what may be given',
    'input DossierIdInput { dossierId: ID! } type Query { sportOf(input: DossierIdInput!): String }',
    /DossierIdInput/,
  ],
  [
    'uses the name of a type that is no entity',
    'type Query { sportPage: PageInfo } type PageInfo { hasNextPage: Boolean! }',
    /PageInfo/,
  ],
  [
    'lets a type of the hub be something else too',
    'interface Sporty { id: ID! } type Dossier implements Sporty @key(fields: "id") { id: ID! sport: String }',
    /Dossier is a type of the hub and would be changed/,
  ],
  ['does not fit', 'type Dossier @key(fields: "id") { id: Int! sport: String }', /id/],
]
test.each(refused)('a guest that %s is kept out, in words', async (_, sdl, reason) => {
  const said = await reasons(sdl)
  expect(said).toMatch(reason)
})

test('what is kept out by the hub itself, and not by composition, are the tricks that compose', async () => {
  const composes: string[] = []
  for (const [what, sdl] of refused)
    await composeSupergraph([...hub, { name: 'sport', sdl: `${LINK}\n${sdl}` }]).then(
      () => composes.push(what),
      () => undefined,
    )
  // Otherwise the test above would say nothing about the hub's own rules.
  expect(composes).toContain('takes a guarded field over')
  expect(composes).toContain('lets a type of the hub be something else too')
})
