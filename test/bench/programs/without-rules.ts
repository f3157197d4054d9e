import { openEngine } from '@doorstroomhub/gateway/engine.ts'
import { newRequestId } from '@doorstroomhub/gateway/http/asking.ts'
import { composeSupergraph } from '@doorstroomhub/gateway/supergraph.ts'
import { makeSchema as makeCareerPortfolio } from '@doorstroomhub/career-portfolio/schema.ts'
import { makeSchema as makeConsent } from '@doorstroomhub/consent/schema.ts'
import { makeSchema as makeIntakePreparation } from '@doorstroomhub/intake-preparation/schema.ts'
import { dateScalar, dateTimeScalar } from '@doorstroomhub/kit/builder.ts'
import { Judgements } from '@doorstroomhub/kit/context.ts'
import type { Judge } from '@doorstroomhub/kit/judge.ts'
import { contextSymbol } from '@doorstroomhub/kit/serve.ts'
import { makeSchema as makePerson } from '@doorstroomhub/person/schema.ts'
import { makeSchema as makeSupportNeeds } from '@doorstroomhub/support-needs/schema.ts'
import { execute, type GraphQLSchema } from 'graphql'
import { openToTheIntaker } from '../rules/open.ts'
import { serveWith } from './shell.ts'

/** For the bench alone: says at once that everything is open, as it is in this row's database, and writes nothing down. */
const opensAll: Judge = async (_asking, _subgraph, asks) =>
  asks.map(({ dossierId, applicationId, groups }) => ({
    related: true,
    // Only used for a preparation that is not there yet; here they all are.
    dossierId: dossierId ?? applicationId ?? null,
    relation: 'MBO',
    groups: Object.fromEntries(groups.map((group) => [group, openToTheIntaker])),
  }))

const bare: Record<string, () => GraphQLSchema> = {
  consent: makeConsent,
  person: makePerson,
  'support-needs': makeSupportNeeds,
  'career-portfolio': makeCareerPortfolio,
  'intake-preparation': makeIntakePreparation,
}

// The hub without its rules: the same engine, resolvers and database, but schemas without a guard and nobody to ask.
await serveWith(async (subgraphs, onUnexpected) => {
  const byName = new Map(subgraphs.map((subgraph) => [subgraph.name, { subgraph, schema: bare[subgraph.name]!() }]))
  return openEngine({
    supergraphSdl: await composeSupergraph(subgraphs),
    scalars: [dateScalar, dateTimeScalar],
    renewAsking: (asking) => ({ ...asking, requestId: newRequestId() }),
    onUnexpected,
    async execute(name, { document, variables, operationName, asking }) {
      const { subgraph, schema } = byName.get(name)!
      const context = { ...subgraph[contextSymbol](asking), judgements: new Judgements(opensAll, asking, name) }
      return execute({
        schema,
        document,
        variableValues: variables ?? {},
        operationName: operationName ?? null,
        contextValue: context,
      })
    },
  })
})
