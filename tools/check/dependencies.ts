import { importsOf, packageOf } from './edges.ts'
import type { Sources } from './sources.ts'

/** A package of the workspace: its folder, and what its package.json names. */
export interface Package {
  folder: string
  dependencies: readonly string[]
}

// Needed without an import: peers that another package asks for, and programs that are run.
const WITHOUT_IMPORT = new Set(['oxlint', 'oxlint-tsgolint', 'prettier', 'typescript', '@tiptap/pm', '@types/node'])

/**
 * What is wrong with the dependencies: one that is imported and not named (it would be found by accident only), one of the
 * catalog that no package names, one without a reason in docs/dependencies.md. A remark: one that nothing imports.
 */
export function dependencyFaults(
  sources: Sources,
  packages: readonly Package[],
  catalog: readonly string[],
  reasons: string,
): { faults: string[]; remarks: string[] } {
  const imported = new Map(packages.map(({ folder }) => [folder, new Set<string>()]))
  const faults = new Set<string>()
  const remarks: string[] = []
  const atRoot = packages.find(({ folder }) => folder === '.')?.dependencies ?? []
  for (const [path, text] of sources) {
    if (path.endsWith('.css')) continue
    const owner = packages.find(({ folder }) => folder === packageOf(path))
    for (const { specifier } of importsOf(path, text)) {
      const name = packageName(specifier)
      if (name === undefined || owner === undefined) continue
      imported.get(owner.folder)?.add(name)
      const isNamed = [...owner.dependencies, ...atRoot].some((known) => known === name || known === typesOf(name))
      if (!isNamed) faults.add(`${path} imports ${name}, which ${owner.folder}/package.json does not name`)
    }
  }
  for (const { folder, dependencies } of packages) {
    if (folder === '.') continue
    for (const name of dependencies) {
      const isUsed = imported.get(folder)?.has(name) || name.startsWith('@types/') || WITHOUT_IMPORT.has(name)
      if (!isUsed) remarks.push(`${folder}/package.json names ${name}, which nothing in it imports`)
    }
  }
  for (const name of catalog) {
    if (!packages.some(({ dependencies }) => dependencies.includes(name)))
      faults.add(`no package names ${name} of the catalog`)
    if (!reasons.includes(`\`${name}\``)) faults.add(`docs/dependencies.md gives no reason for \`${name}\``)
  }
  return { faults: [...faults], remarks }
}

/** The npm package of an import; undefined for our own files and for what Node brings. */
function packageName(specifier: string): string | undefined {
  if (/^(\.|\/|node:|virtual:)/.test(specifier)) return undefined
  const [first = '', second = ''] = specifier.split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}

const typesOf = (name: string): string => `@types/${name.replace(/^@(.*)\//, '$1__')}`

/** The names under `catalog:` in pnpm-workspace.yaml. */
export function catalogNames(workspace: string): string[] {
  const section = /^catalog:\n((?:[ #].*\n|\n)*)/m.exec(workspace)?.[1] ?? ''
  return [...section.matchAll(/^ {2}['"]?([^'":\s#]+)['"]?:/gm)].map(([, name]) => name ?? '')
}
