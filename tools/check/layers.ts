import { packageOf, type Edge } from './edges.ts'
import { isTestCode } from './sources.ts'

type Layer = 'main' | 'schema' | 'access' | 'commands' | 'loaders' | 'entities'

// A file belongs to the layer that it, or the nearest folder around it, is named after.
const NAMED: Readonly<Record<string, Layer>> = {
  main: 'main',
  schema: 'schema',
  mutations: 'schema',
  subscriptions: 'schema',
  access: 'access',
  commands: 'commands',
  loaders: 'loaders',
  entities: 'entities',
}

/** What each layer of a subgraph may need, besides kit and files of no layer: main -> schema -> commands -> entities. */
const MAY_NEED: Readonly<Record<Layer, readonly Layer[]>> = {
  main: ['main', 'schema', 'access', 'commands', 'loaders', 'entities'],
  schema: ['schema', 'commands', 'loaders', 'entities'],
  commands: ['commands', 'entities'],
  loaders: ['loaders', 'entities'],
  entities: ['entities'],
  access: ['access'],
}

/** The layer of a subgraph's file; undefined for a file of no layer, such as a rule of the field or a migration. */
export function layerOf(path: string): Layer | undefined {
  if (!/^subgraphs\/(?!kit\/)/.test(path) || isTestCode(path)) return undefined
  const names = path.replace(/\.ts$/, '').split('/').slice(2)
  return names
    .toReversed()
    .map((name) => NAMED[name])
    .find((layer) => layer !== undefined)
}

/**
 * Where a layer reaches up: by itself, or through a file of no layer. Types do not count: they are gone before anything
 * runs.
 */
export function layerFaults(edges: readonly Edge[]): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to, typeOnly } of edges) {
    if (typeOnly || packageOf(from) !== packageOf(to)) continue
    next.set(from, [...(next.get(from) ?? []), to])
  }
  const faults: string[] = []
  for (const start of next.keys()) {
    const layer = layerOf(start)
    if (layer === undefined) continue
    const seen = new Set([start])
    const follow = (file: string, way: readonly string[]): void => {
      for (const to of next.get(file) ?? []) {
        if (seen.has(to)) continue
        seen.add(to)
        const reached = layerOf(to)
        if (reached === undefined) follow(to, [...way, to])
        else if (!MAY_NEED[layer].includes(reached)) {
          faults.push(`${[...way, to].join(' -> ')}: ${layer} may not need ${reached}`)
        }
      }
    }
    follow(start, [start])
  }
  return faults
}
