import { accountOf } from '@doorstroomhub/gateway/demo/accounts.ts'
import { tokenOf } from '@doorstroomhub/gateway/demo/token.ts'
import { datesFrom } from '@doorstroomhub/gateway/demo/world/dates.ts'
import { ten } from '@doorstroomhub/gateway/demo/world/people/ten.ts'
import type { WorldContent, WorldDossier } from '@doorstroomhub/gateway/demo/world/types.ts'
import type { Viewer } from '@doorstroomhub/kit/viewer.ts'
import type { GraphQLSchema } from 'graphql'
import { post, type Answer } from './answer.ts'
import { tokenFor } from './token.ts'

/** One of the demo, asking over HTTP with a bearer token of the demo's own provider. */
export interface Person {
  name: string
  purpose: string | null
  query(document: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>
  /** One mutation by its name, which must succeed; answers what it gives back. */
  act(mutation: string, input: Record<string, unknown>, shown?: string): Promise<Record<string, unknown>>
  /** The same, as it comes back. */
  attempt(mutation: string, input: Record<string, unknown>, shown?: string): Promise<Answer>
}

/** The people of the demo before a hub, whatever that hub consists of. */
export interface People {
  /** One of the demo by name, or somebody else whom the provider knows. */
  as(who: string | Viewer, options?: { purpose?: string | null }): Person
  token(who: string | Viewer): Promise<string>
  viewer(name: string): Viewer
  /** Dossier by student. */
  ids: Readonly<Record<string, string>>
  /** Application by student and BRIN of the institution. */
  applications: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What the ten wrote, as it was seeded. */
  told(student: string): WorldDossier & { content: WorldContent }
}

export interface Before {
  /** The hub's address. */
  url: string
  schema: GraphQLSchema
  issuer: string
  /** Where the provider's signing key is kept. */
  dataDir: string
  now: () => Date
  /** When the ten were seeded. */
  seeded: Date
}

/** Tokens of the demo live for an hour. */
const TOKEN_MS = 50 * 60_000

export function peopleBefore({ url, schema, issuer, dataDir, now, seeded }: Before): People {
  const people = ten(datesFrom(seeded))
  const tokens = new Map<string, { at: number; token: Promise<string> }>()

  function token(who: string | Viewer): Promise<string> {
    const name = typeof who === 'string' ? who : who.subject
    const at = now()
    const known = tokens.get(name)
    if (known && Math.abs(at.getTime() - known.at) < TOKEN_MS) return known.token
    const fresh = typeof who === 'string' ? tokenOf(who, issuer) : tokenFor(who, { issuer, dataDir, now: at })
    tokens.set(name, { at: at.getTime(), token: fresh })
    return fresh
  }

  return {
    token,
    as(who, { purpose = null } = {}) {
      const name = typeof who === 'string' ? who : who.subject
      const query: Person['query'] = async (document, variables = {}, headers = {}) =>
        post(
          `${url}/graphql`,
          { query: document, variables },
          {
            authorization: `Bearer ${await token(who)}`,
            ...(purpose === null ? {} : { 'x-purpose': purpose }),
            ...headers,
          },
        )
      const attempt: Person['attempt'] = (mutation, input, shown = '{ __typename }') => {
        const type = schema.getMutationType()?.getFields()[mutation]?.args[0]?.type
        if (!type) throw new Error(`The graph has no mutation ${mutation}.`)
        return query(`mutation ($input: ${String(type)}) { ${mutation}(input: $input) ${shown} }`, { input })
      }
      return {
        name,
        purpose,
        query,
        attempt,
        async act(mutation, input, shown) {
          const answer = await attempt(mutation, input, shown)
          if (answer.errors.length > 0) throw new Error(`${name} may not ${mutation}: ${answer.text}`)
          return answer.data[mutation]
        },
      }
    },
    viewer(name) {
      const known = accountOf(name)
      if (!known) throw new Error(`The demo has nobody named ${name}.`)
      const { account, organisation, role, region, municipality, scopes } = known
      const acts = organisation && { brin: organisation.brin, name: organisation.name, kind: organisation.kind }
      return { subject: account, name: known.name, role, organisation: acts, region, municipality, scopes: [...scopes] }
    },
    ids: Object.fromEntries(people.map(({ subject, id }) => [subject, id])),
    applications: Object.fromEntries(
      people.map(({ subject, applications }) => [
        subject,
        Object.fromEntries(applications.map(({ institution, id }) => [institution, id])),
      ]),
    ),
    told(student) {
      const one = people.find(({ subject }) => subject === student)
      if (!one?.content) throw new Error(`${student} has no dossier.`)
      return one as WorldDossier & { content: WorldContent }
    },
  }
}
