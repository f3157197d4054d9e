import { importsOf, packageOf, type Edge, type Import } from './edges.ts'
import { layerFaults, layerOf } from './layers.ts'
import { isTestCode, type Sources } from './sources.ts'

const KIT = 'subgraphs/kit'
const TEST_PACKAGES = ['vitest', 'fast-check']

/**
 * What the import rules of the design forbid, one line for each fault:
 * a subgraph never imports another; kit imports nothing of ours; the gateway imports kit, a subgraph's main.ts, and in its
 * demo folder a subgraph's entities and the files of no layer (words, rules); web imports nothing of the servers; nothing that runs imports a test or a tool; inside
 * a subgraph the layers of layers.ts; no circles.
 */
export function importFaults(sources: Sources): string[] {
  const imports = [...sources].flatMap(([path, text]) => (path.endsWith('.css') ? [] : importsOf(path, text)))
  const edges = imports.flatMap(({ from, to, typeOnly }) => (to === undefined ? [] : [{ from, to, typeOnly }]))
  const faults = [
    ...edges.flatMap((edge) => {
      const fault = packageFault(edge) ?? testFault(edge)
      return fault === undefined ? [] : [`${edge.from} imports ${edge.to}: ${fault}`]
    }),
    ...imports.flatMap((one) => {
      const fault = spellingFault(one)
      return fault === undefined ? [] : [`${one.from} imports ${one.specifier}: ${fault}`]
    }),
    ...layerFaults(edges),
    ...circles(edges).map((circle) => `${circle.join(' -> ')}: a circle of imports`),
  ]
  return [...new Set(faults)]
}

/** Why one package may not import that file of another, or undefined when it may. */
export function packageFault({ from, to }: Edge): string | undefined {
  const [importer, imported] = [packageOf(from), packageOf(to)]
  if (importer === imported || importer === 'test' || importer === 'tools') return undefined
  if (imported === 'test' || imported === 'tools') return `nothing but tests and tools imports ${imported}/`
  if (importer === KIT) return 'kit imports nothing of ours'
  if (importer === 'web') return 'the pages know the servers by the graph alone'
  if (imported === KIT) return undefined
  if (importer.startsWith('subgraphs/')) {
    return imported === 'gateway' ? 'a subgraph knows no gateway' : 'a subgraph never imports another'
  }
  if (imported === 'web') return 'the gateway serves the built pages and imports none of them'
  if (to === `${imported}/main.ts`) return undefined
  if (!from.startsWith('gateway/demo/')) return 'the gateway knows a subgraph by its main.ts alone'
  const layer = layerOf(to)
  return layer === undefined || layer === 'entities'
    ? undefined
    : 'the demo data knows of a subgraph its entities, its words and its rules, and does nothing through its inside'
}

/** Code that runs knows no code that only tests use. */
function testFault({ from, to }: Edge): string | undefined {
  const isTool = packageOf(from) === 'tools'
  return !isTool && isTestCode(to) && !isTestCode(from) ? 'this is for tests alone' : undefined
}

/** How an import is written: by name between packages, relative inside one; and no test runner in code that runs. */
function spellingFault({ from, to, specifier }: Import): string | undefined {
  const isRelative = specifier.startsWith('.')
  if (to === undefined) {
    const isForTests =
      isTestCode(from) || packageOf(from) === 'tools' || !TEST_PACKAGES.includes(specifier.split('/')[0] ?? '')
    return isForTests ? undefined : 'this is for tests alone'
  }
  const isOwn = packageOf(to) === packageOf(from)
  if (isOwn && !isRelative) return 'inside a package imports are relative'
  return !isOwn && isRelative ? 'another package is imported by its name, @doorstroomhub/...' : undefined
}

/** Every group of files that need each other to be loaded first, as one way round. Types are gone by then and do not count. */
export function circles(edges: readonly Edge[]): string[][] {
  const next = new Map<string, Set<string>>()
  for (const { from, to, typeOnly } of edges) {
    if (!typeOnly) next.set(from, (next.get(from) ?? new Set()).add(to))
  }
  const found: string[][] = []
  const done = new Set<string>()
  const way: string[] = []
  const visit = (file: string): void => {
    const at = way.indexOf(file)
    if (at !== -1) {
      found.push([...way.slice(at), file])
      return
    }
    if (done.has(file)) return
    way.push(file)
    for (const to of next.get(file) ?? []) visit(to)
    way.pop()
    done.add(file)
  }
  for (const file of next.keys()) visit(file)
  return found
}
