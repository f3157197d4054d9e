import { posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/** One import, re-export or load at run time, as it is written in one of our files. */
export interface Import {
  from: string
  specifier: string
  /** The imported file by its path from the root, when it is one of ours. */
  to: string | undefined
  /** Only a type: gone before the program runs. */
  typeOnly: boolean
}

/** An import of one of our own files by another. */
export type Edge = Pick<Import, 'from' | 'typeOnly'> & { to: string }

const OURS = '@doorstroomhub/'

// A package's name is its folder's; all but these stand under subgraphs/.
const AT_ROOT = new Set(['gateway', 'web', 'test', 'tools'])

/** Everything that a file imports, re-exports or loads at run time. */
export function importsOf(path: string, text: string): Import[] {
  const { module, program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const found: Import[] = []
  const add = (specifier: string, typeOnly: boolean): void => {
    found.push({ from: path, specifier, to: fileOf(path, specifier), typeOnly })
  }
  for (const { moduleRequest, start } of module.staticImports) {
    add(moduleRequest.value, /^import\s+type\b/.test(text.slice(start, start + 20)))
  }
  for (const { start, entries } of module.staticExports) {
    const request = entries.find(({ moduleRequest }) => moduleRequest)?.moduleRequest
    if (request) add(request.value, /^export\s+type\b/.test(text.slice(start, start + 20)))
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const literal = /^['"`]([^'"`$]+)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))
    if (literal?.[1] !== undefined) add(literal[1], false)
  }
  new Visitor({ TSImportType: ({ source }) => add(source.value, true) }).visit(program)
  return found
}

/** The file that a specifier means, by its path from the root; undefined when it is not one of ours. */
export function fileOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  if (!specifier.startsWith(OURS)) return undefined
  const [name = '', ...rest] = specifier.slice(OURS.length).split('/')
  return [AT_ROOT.has(name) ? name : `subgraphs/${name}`, ...rest].join('/')
}

/** The package that a file belongs to: `subgraphs/kit`, `gateway`, ... */
export function packageOf(path: string): string {
  const [first = '', second = ''] = path.split('/')
  return first === 'subgraphs' ? `${first}/${second}` : first
}
