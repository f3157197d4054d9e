import { GraphQLError, parse } from 'graphql'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

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
export async function composeSupergraph(subgraphs: readonly SubgraphSdl[]): Promise<string> {
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
  const { composeServices } = await import('@theguild/federation-composition')
  // Order decides the order in the printed files, and nothing else.
  const { errors, supergraphSdl } = composeServices(services.sort(byName))
  if (!supergraphSdl) throw new CompositionError((errors ?? []).map(({ message }) => message))
  return supergraphSdl
}

/** The composed graph as it was last printed; `npm run check` says when it is out of date. */
export const printedSupergraph = new URL('./supergraph.graphql', import.meta.url)

/** The first line of the printed graph: what it was composed of. */
export function compositionMark(subgraphs: readonly SubgraphSdl[]): string {
  const hash = createHash('sha256')
  for (const { name, sdl, url } of subgraphs.toSorted(byName)) hash.update(JSON.stringify([name, url ?? null, sdl]))
  return `# Composed of ${hash.digest('hex')}`
}

/**
 * The graph of these subgraphs: the printed one when it was composed of exactly these (that saves a good part of a start), and otherwise
 * composed now, with the refusal that a fault in it brings.
 */
export async function supergraphOf(subgraphs: readonly SubgraphSdl[]): Promise<string> {
  const printed = await readFile(printedSupergraph, 'utf8').catch(() => '')
  return printed.startsWith(`${compositionMark(subgraphs)}\n`) ? printed : composeSupergraph(subgraphs)
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1
}
