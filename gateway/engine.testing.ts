import { parse, type FormattedExecutionResult } from 'graphql'
import { openEngine, type Engine } from './engine.ts'
import { asking, openFixtures, type Fixtures } from './fixtures.ts'
import { composeSupergraph } from './supergraph.ts'

/** An engine before the three fixture subgraphs. */
export interface World extends Fixtures {
  engine: Engine
  unexpected: unknown[]
  ask(
    query: string,
    variables?: Record<string, unknown>,
    more?: Parameters<typeof asking>[0],
  ): Promise<FormattedExecutionResult>
}

/** Opens one; `count` is the number of dossiers. */
export async function world(count?: number): Promise<World> {
  const fixtures = openFixtures(count)
  const unexpected: unknown[] = []
  const byName = new Map(fixtures.subgraphs.map((subgraph) => [subgraph.name, subgraph]))
  let events = 0
  const engine = openEngine({
    supergraphSdl: await composeSupergraph(fixtures.subgraphs),
    execute: (subgraph, call) => byName.get(subgraph)!.execute(call),
    renewAsking: (old) => ({ ...old, requestId: `event-${++events}` }),
    onUnexpected: (cause) => unexpected.push(cause),
  })
  return Object.assign(fixtures, {
    engine,
    unexpected,
    async ask(query: string, variables?: Record<string, unknown>, more?: Parameters<typeof asking>[0]) {
      const answer = await engine.execute({ document: parse(query), variables, asking: asking(more) })
      if (Symbol.asyncIterator in answer) throw new Error('a stream')
      return answer
    },
  })
}
