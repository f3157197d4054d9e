import { notAvailable, unauthenticated } from '@doorstroomhub/kit/errors.ts'
import type { Asking, Viewer } from '@doorstroomhub/kit/viewer.ts'
import { buildSchema, execute, type ExecutionResult } from 'graphql'
import { createHash } from 'node:crypto'
import type { ExecuteSubgraph, SubgraphCall } from './engine/run.ts'
import { continueImport } from './import/writing.ts'

/** What the gateway knows of itself. */
export interface HubFacts {
  version: string
  startedAt: Date
  uptimeSeconds: number
  /** The database, the bus, and each subgraph. */
  parts: readonly { name: string; ready: boolean }[]
  accounts: readonly { role: string; organisation: string | null; people: number; lastAskedAt: Date }[]
  systems: readonly { subject: string; name: string; institution: string | null; lastAskedAt: Date }[]
  sockets: number
  streams: number
  documents: number
  unexpectedErrors: number
  signedIn: number
  signedOut: number
  signInsRefused: number
  proofsRefused: number
  limitsMet: readonly { limit: string; times: number }[]
}

/** The name of the gateway's own part of the graph. */
export const OWN = 'gateway'

const SDL = `
"""A moment, ISO 8601 with offset: \`2026-11-24T09:30:00.000Z\`."""
scalar DateTime

type Query {
  """How the hub is doing: figures, never anything of a dossier or a person. The administrator; to others NOT_AVAILABLE."""
  hub: Hub
}

type Mutation {
  """Writes the next rows of an import that was checked, for a second or two; ask again until it is finished. Whatever ends in between, it goes on where it was. Who began it."""
  continueImport(input: ContinueImportInput!): ImportProgress!
}

input ContinueImportInput {
  id: ID!
}

"""How far an import is."""
type ImportProgress {
  rows: Int!
  """Rows that need nothing more."""
  done: Int!
  finished: Boolean!
}

"""One gateway of the hub, as it is now. Of several gateways each tells of itself."""
type Hub {
  version: String!
  startedAt: DateTime!
  uptimeSeconds: Int!
  """Whether the database, the bus and each subgraph work."""
  parts: [HubPart!]!
  """People who asked something of this gateway since it started: how many, by their role and organisation; never who."""
  accounts: [HubAccounts!]!
  """Partner systems that asked something of this gateway since it started."""
  systems: [HubSystem!]!
  """Websockets to the graph that are open."""
  sockets: Int!
  """Subscriptions that are open."""
  streams: Int!
  """Connections to live documents that are open."""
  documents: Int!
  """Errors that went out as INTERNAL since the start."""
  unexpectedErrors: Int!
  """People who signed in with a browser since the start."""
  signedIn: Int!
  """Sessions that were ended by signing out since the start."""
  signedOut: Int!
  """People whom their provider or the hub did not let in since the start."""
  signInsRefused: Int!
  """Tokens and sessions that were shown since the start and not believed: over, ended, or false."""
  proofsRefused: Int!
  """How often each limit was met since the start."""
  limitsMet: [HubLimit!]!
}

"""A part that the hub cannot do without."""
type HubPart {
  name: String!
  ready: Boolean!
}

"""The people of one role in one organisation, as the sign-in provider names these."""
type HubAccounts {
  role: String!
  """The school, institution, municipality or region; null of students and guardians."""
  organisation: String
  """Counted up to 10,000."""
  people: Int!
  lastAskedAt: DateTime!
}

"""A partner system, as the sign-in provider names it."""
type HubSystem {
  subject: String!
  name: String!
  """BRIN of its institution."""
  institution: String
  lastAskedAt: DateTime!
}

"""A limit, and how often it was met."""
type HubLimit {
  limit: String!
  times: Int!
}
`

/** The gateway's own subgraph: the one part of the graph that it answers itself, in one process and alone. */
export function openOwn(
  facts: () => Promise<HubFacts>,
  subgraph: ExecuteSubgraph,
): {
  name: string
  sdl: string
  execute(call: SubgraphCall): Promise<ExecutionResult>
} {
  const schema = buildSchema(SDL)
  const rootValue = {
    async hub(_args: unknown, { viewer }: { viewer: Viewer | null }) {
      if (!viewer) throw unauthenticated()
      if (viewer.role !== 'ADMINISTRATOR') throw notAvailable()
      const { startedAt, accounts, systems, ...more } = await facts()
      const told = <Seen extends { lastAskedAt: Date }>(seen: Seen) => ({
        ...seen,
        lastAskedAt: seen.lastAskedAt.toISOString(),
      })
      return {
        ...more,
        startedAt: startedAt.toISOString(),
        accounts: accounts.map(told),
        systems: systems.map(told),
      }
    },
    async continueImport({ input }: { input: { id: string } }, asking: Asking) {
      if (!asking.viewer) throw unauthenticated()
      return continueImport(subgraph, asking, input.id.toLowerCase())
    },
  }
  return {
    name: OWN,
    sdl: SDL,
    execute: async ({ document, variables, operationName, asking }) =>
      execute({
        schema,
        document,
        rootValue,
        contextValue: asking,
        variableValues: variables ?? {},
        operationName: operationName ?? null,
      }),
  }
}

/** What is composed as the gateway's own part, also where nothing is asked of it. */
export const ownPart = { name: OWN, sdl: SDL }

/** Remembers which partner systems asked; the oldest go first when there are too many. */
export function rememberSystems(
  clock: () => Date,
  most = 1000,
): { seen(viewer: Viewer | null): void; list(): HubFacts['systems'] } {
  const known = new Map<string, HubFacts['systems'][number]>()
  return {
    seen(viewer) {
      if (viewer?.role !== 'PARTNER') return
      const { subject, name, organisation } = viewer
      known.delete(subject)
      known.set(subject, { subject, name, institution: organisation?.brin ?? null, lastAskedAt: clock() })
      if (known.size > most) known.delete(known.keys().next().value!)
    },
    list: () => [...known.values()],
  }
}

/** Whose organisation says nothing of a school's or an office's accounts, and may say something of a person. */
const WITHOUT_ORGANISATION: ReadonlySet<string> = new Set(['STUDENT', 'GUARDIAN'])

/** Counts the people who asked, by role and organisation; of who they are it keeps a hash, to count each once. */
export function rememberAccounts(
  clock: () => Date,
  most = 10_000,
): { seen(viewer: Viewer | null): void; list(): HubFacts['accounts'] } {
  const known = new Map<string, { role: string; organisation: string | null; people: Set<string>; at: Date }>()
  return {
    seen(viewer) {
      if (!viewer || viewer.role === 'PARTNER') return
      const { role, subject } = viewer
      const organisation = WITHOUT_ORGANISATION.has(role)
        ? null
        : (viewer.organisation?.name ?? viewer.municipality ?? viewer.region)
      const key = `${role} ${organisation}`
      const group = known.get(key) ?? { role, organisation, people: new Set(), at: clock() }
      if (group.people.size < most) group.people.add(createHash('sha256').update(subject).digest('base64url'))
      known.set(key, { ...group, at: clock() })
    },
    list: () =>
      [...known.values()]
        .map(({ role, organisation, people, at }) => ({ role, organisation, people: people.size, lastAskedAt: at }))
        .sort((one, other) => one.role.localeCompare(other.role) || other.people - one.people),
  }
}
