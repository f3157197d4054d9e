import { composeServices } from '@theguild/federation-composition'
import { GraphQLError, parse } from 'graphql'

/** What composition needs of a subgraph. */
export interface SubgraphSdl {
  name: string
  sdl: string
  /** Only a label here: the engine reaches subgraphs by name. */
  url?: string | undefined
}

/** The subgraphs do not make one graph: the hub does not start. */
export class CompositionError extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(`The subgraphs do not fit together:\n${faults.map((fault) => `- ${fault}`).join('\n')}`)
    this.name = 'CompositionError'
    this.faults = faults
  }
}

/** Composes the subgraphs into one graph, or throws one error that names everything that does not fit. */
export function composeSupergraph(subgraphs: readonly SubgraphSdl[]): string {
  const faults: string[] = []
  const services = subgraphs.flatMap(({ name, sdl, url }) => {
    try {
      return [{ name, typeDefs: parse(sdl, { noLocation: true }), url: url ?? `http://${name}` }]
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      faults.push(`[${name}] ${error.message}`)
      return []
    }
  })
  if (subgraphs.length === 0) faults.push('There is no subgraph to compose.')
  if (faults.length > 0) throw new CompositionError(faults)
  // Order decides the order in the printed files, and nothing else.
  const { errors, supergraphSdl } = composeServices(services.sort((a, b) => a.name.localeCompare(b.name, 'en')))
  if (!supergraphSdl) throw new CompositionError((errors ?? []).map(({ message }) => message))
  return supergraphSdl
}
