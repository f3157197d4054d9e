import { buildSubgraphSchema } from '@apollo/subgraph'
import { HubError, invalid, notAvailable, notFound } from '@doorstroomhub/kit/errors.ts'
import type { OpenSubgraph, SubgraphRequest } from '@doorstroomhub/kit/subgraph.ts'
import type { Asking, Viewer } from '@doorstroomhub/kit/viewer.ts'
import { execute, parse, print, subscribe, type ExecutionResult } from 'graphql'

/** Three small subgraphs for the tests of the gateway: one entity that all three extend, closed groups, lists, abstract types, a mutation each and a stream. */
export interface Fixtures {
  subgraphs: OpenSubgraph[]
  /** Every operation that reached a subgraph. */
  calls: { subgraph: string; operation: string; variables: unknown; asking: Asking }[]
  /** Subgraphs that fail altogether while they are named here. */
  broken: Set<string>
  /** Groups that are closed for everybody. */
  closed: Set<string>
  /** While set, every subgraph waits for it. */
  gate: Promise<void> | undefined
  /** Sends an event to whoever listens to `dossierStatusChanged`. */
  emit(dossierId: string, to: string): void
  /** How many listen. */
  listeners(): number
  /** The resolvers of all three, for one schema without any federation. */
  resolvers: readonly Resolvers[]
}

type Resolvers = Record<string, Record<string, unknown>>

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@shareable", "@external", "@requires"])`

const CONSENT = `${FEDERATION}
"A moment."
scalar DateTime
"The doorways of the graph."
type Query {
  viewer: Viewer!
  "Null when it is not the viewer's business."
  dossier(id: ID!): Dossier
  dossiers(first: Int = 20, after: String, filter: DossierFilter): DossierConnection!
  parties: [Party!]!
  strict: Dossier!
}
input DossierFilter { status: [DossierStatus!] since: DateTime waiting: Boolean = false }
type Mutation { pause(id: ID!): Dossier! fail: Boolean }
type Subscription { dossierStatusChanged(dossierId: ID): StatusChange! }
type StatusChange { dossier: Dossier! to: DossierStatus! }
type Viewer { subject: ID! name: String! }
type DossierConnection { edges: [DossierEdge!]! pageInfo: PageInfo! }
type DossierEdge { node: Dossier! cursor: String! }
type PageInfo { hasNextPage: Boolean! }
"A student's file."
type Dossier @key(fields: "id") {
  id: ID!
  status: DossierStatus!
  version: Int!
  applications: [Application!]
  parties: [Party!]
  mentor: Person
}
type Application @key(fields: "id") { id: ID! status: String! onTime: Boolean! }
interface Party { name: String! }
type Person implements Party { name: String! role: String! dossier: Dossier }
type School implements Party { name: String! brin: String! }
enum DossierStatus { DRAFT SHARED ENROLLED }
`

const PERSON = `${FEDERATION}
type Mutation { rename(id: ID!, surname: String!): Dossier! }
type Dossier @key(fields: "id") { id: ID! identity: Identity contact: Contact }
type Identity { initials: String! surname: String! birthDate: String! callName: String }
type Contact { email: String phone: String broken: String! }
`

const SUPPORT_NEEDS = `${FEDERATION}
type Dossier @key(fields: "id") { id: ID! accommodations: Accommodations conditions: [Condition!] needsCount: Int! }
type Accommodations { needs: [SupportNeed!]! strengths: [String!]! }
type SupportNeed { id: ID! area: SupportArea! accommodations(first: Int = 5): [String!]! }
enum SupportArea { READING_SPELLING PLANNING }
type Condition { id: ID! name: String }
type Application @key(fields: "id") { id: ID! note: String }
`

const SURNAMES = ['Jansen', 'de Vries', 'Yıldız', 'Bakker', 'El Amrani']
const idOf = (index: number): string => `dossier-${index}`
const known = (id: string): boolean => /^dossier-\d+$/.test(id)
const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf('-') + 1))

/** Opens the three; each test has its own. */
export function openFixtures(count = 50): Fixtures {
  const calls: Fixtures['calls'] = []
  const listeners = new Set<(event: { dossierId: string; to: string }) => void>()
  const dossier = (id: string) => ({ id, status: 'SHARED', version: 3 })
  const guarded =
    <Value>(group: string, make: (id: string, args: Record<string, unknown>) => Value) =>
    async ({ id }: { id: string }, args: Record<string, unknown>): Promise<Value> => {
      await Promise.resolve()
      if (fixtures.closed.has(group)) throw notAvailable()
      return make(id, args)
    }
  const parties = (id: string) => [
    { __typename: 'Person', name: 'Joris', role: 'MENTOR', dossier: dossier(id) },
    { __typename: 'School', name: 'Vechtdal College', brin: '00YY' },
  ]

  const consent: Resolvers = {
    Query: {
      viewer: (_: unknown, __: unknown, { viewer }: Asking) => viewer,
      dossier: (_: unknown, { id }: { id: string }) => {
        if (!known(id)) throw notFound()
        return dossier(id)
      },
      dossiers: (_: unknown, { first }: { first: number }) => {
        if (first > 100) throw invalid('first', 'Ask for 0 to 100 at a time.', 'Vraag er 0 tot 100 tegelijk.')
        const nodes = Array.from({ length: Math.min(first, count) }, (__, index) => dossier(idOf(index)))
        return { edges: nodes.map((node) => ({ node, cursor: node.id })), pageInfo: { hasNextPage: first < count } }
      },
      parties: () => parties(idOf(1)),
      strict: () => Promise.reject(new Error('the database is on fire: password=hunter2')),
    },
    Mutation: {
      pause: (_: unknown, { id }: { id: string }) => ({ ...dossier(id), status: 'DRAFT' }),
      fail: () => {
        throw new HubError('CONFLICT', { en: 'This has changed since you read it.', nl: 'Dit is intussen veranderd.' })
      },
    },
    Subscription: {
      dossierStatusChanged: {
        subscribe: (_: unknown, { dossierId }: { dossierId?: string }) => {
          if (dossierId !== undefined && !known(dossierId)) throw notFound()
          return stream(listeners, dossierId)
        },
        resolve: ({ dossierId, to }: { dossierId: string; to: string }) => ({ dossier: dossier(dossierId), to }),
      },
    },
    Dossier: {
      __resolveReference: ({ id }: { id: string }) => dossier(id),
      applications: guarded('APPLICATION_STATUS', (id) => [
        { id: `application-${numberOf(id)}`, status: 'APPLIED', onTime: true },
      ]),
      parties: ({ id }: { id: string }) => parties(id),
      mentor: ({ id }: { id: string }) => parties(id)[0],
    },
    Party: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Application: { __resolveReference: ({ id }: { id: string }) => ({ id, status: 'APPLIED', onTime: true }) },
  }
  const person: Resolvers = {
    Mutation: { rename: (_: unknown, { id }: { id: string }) => ({ id }) },
    Dossier: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      identity: guarded('IDENTITY', (id) => ({
        initials: 'A.B.',
        surname: SURNAMES[numberOf(id) % SURNAMES.length],
        birthDate: '2010-02-28',
        callName: null,
      })),
      contact: guarded('CONTACT', () => ({ email: 'a@example.org', phone: null, broken: null })),
    },
  }
  const supportNeeds: Resolvers = {
    Dossier: {
      __resolveReference: ({ id }: { id: string }) => {
        if (fixtures.closed.has('REFERENCE')) throw notFound()
        return { id }
      },
      accommodations: guarded('ACCOMMODATIONS', (id) => ({
        strengths: ['handig', 'geduldig'],
        needs: [
          { id: `${id}-1`, area: 'PLANNING' },
          { id: `${id}-2`, area: 'READING_SPELLING' },
        ],
      })),
      conditions: guarded('CONDITION', (id) => [{ id: `${id}-c`, name: 'dyslexie' }]),
      needsCount: () => 2,
    },
    SupportNeed: {
      accommodations: (_: unknown, { first }: { first: number }) => ['EXTRA_TIME', 'LAPTOP', 'BREAKS'].slice(0, first),
    },
    Application: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      note: ({ id }: { id: string }) => `note of ${id}`,
    },
  }

  const fixtures: Fixtures = {
    subgraphs: [
      open('consent', CONSENT, consent),
      open('person', PERSON, person),
      open('support-needs', SUPPORT_NEEDS, supportNeeds),
    ],
    calls,
    broken: new Set(),
    closed: new Set(),
    gate: undefined,
    emit: (dossierId, to) => listeners.forEach((listener) => listener({ dossierId, to })),
    listeners: () => listeners.size,
    resolvers: [consent, person, supportNeeds],
  }
  return fixtures

  function open(name: string, sdl: string, resolvers: Resolvers): OpenSubgraph {
    const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }])
    return {
      name,
      schema,
      sdl,
      async execute({ document, variables, operationName, asking }: SubgraphRequest): Promise<never> {
        calls.push({ subgraph: name, operation: print(document), variables, asking })
        await fixtures.gate
        if (fixtures.broken.has(name)) throw new Error(`connect ECONNREFUSED 10.0.0.7:5432 (${name})`)
        const args = { schema, document, variableValues: variables, operationName, contextValue: asking }
        const streams = document.definitions.some((each) => 'operation' in each && each.operation === 'subscription')
        return (streams ? await subscribe(args) : await execute(args)) as ExecutionResult as never
      },
      close: () => Promise.resolve(),
    }
  }
}

/** An explicit iterator over what is emitted. */
function stream(listeners: Set<(event: { dossierId: string; to: string }) => void>, only: string | undefined) {
  const waiting: { dossierId: string; to: string }[] = []
  let wake: () => void = () => undefined
  let ended = false
  const listener = (event: { dossierId: string; to: string }): void => {
    if (only !== undefined && event.dossierId !== only) return
    waiting.push(event)
    wake()
  }
  listeners.add(listener)
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      while (waiting.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve))
      return ended ? { value: undefined, done: true as const } : { value: waiting.shift()!, done: false as const }
    },
    async return() {
      ended = true
      listeners.delete(listener)
      wake()
      return { value: undefined, done: true as const }
    },
  }
}

/** An intaker, as the door would have it. */
export const marieke: Viewer = {
  subject: 'marieke',
  name: 'Marieke',
  role: 'INTAKER',
  organisation: { brin: '01VB', name: 'ROC Voorbeeld', kind: 'MBO' },
  region: null,
  municipality: null,
  scopes: [],
}

let asked = 0
/** One operation's asking, with an id of its own. */
export const asking = (more: Partial<Asking> = {}): Asking => ({
  viewer: marieke,
  purpose: 'INTAKE_TALK',
  requestId: `request-${++asked}`,
  language: 'en',
  ...more,
})
