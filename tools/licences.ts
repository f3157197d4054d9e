// `node tools/licences.ts` writes docs/licences.md: every package that runs, or is served, with its licence; `--check` says
// what would change, and fails on a licence that is not on the list below. Asks pnpm, which reads what is installed here.
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** Licences under which a government may run, change and pass on what it runs. None asks to publish what stands beside it. */
export const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'EUPL-1.2',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

/** One package as it is installed. */
export interface Installed {
  name: string
  version: string
  licence: string
  /** Made for one kind of machine: another machine has another one in its place. */
  isOfOneMachine: boolean
}

/** Whether an SPDX expression leaves a choice, or asks for several, that are all allowed. */
export function isAllowed(licence: string, allowed: ReadonlySet<string> = ALLOWED): boolean {
  const words = licence.replaceAll(/[()]/g, ' ').trim()
  if (/\sOR\s/.test(words)) return words.split(/\sOR\s/).some((each) => isAllowed(each, allowed))
  return words.split(/\sAND\s/).every((each) => allowed.has(each.trim()))
}

/** The text of docs/licences.md. */
export function printLicences(installed: readonly Installed[]): string {
  const everywhere = installed.filter(({ isOfOneMachine }) => !isOfOneMachine)
  const counts = Object.entries(Object.groupBy(everywhere, ({ licence }) => licence))
    .map(([licence, packages = []]) => [licence, packages.length] as const)
    .toSorted(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
  const rows = everywhere.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`).toSorted()
  return [
    '# Licences of everything that runs',
    '',
    'Printed by `node tools/licences.ts`; `npm run check` compares it with what is installed, and fails on a licence that is not allowed',
    'there. The packages that only the tests, the bench and the checks use are not in it, nor those made for one kind of machine.',
    '',
    ...counts.map(([licence, count]) => `- ${licence}: ${count}`),
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

/** What is installed for the packages that run: the gateway, the subgraphs and the pages. */
export async function readInstalled(root: string): Promise<Installed[]> {
  const only = ['gateway', 'web', 'subgraphs/*'].flatMap((folder) => ['--filter', `./${folder}`])
  const { stdout } = await promisify(execFile)('pnpm', [...only, 'licenses', 'list', '--prod', '--json'], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  })
  const byLicence = JSON.parse(stdout) as Record<string, { name: string; versions: string[]; paths: string[] }[]>
  return Object.entries(byLicence).flatMap(([licence, packages]) =>
    packages.flatMap(({ name, versions, paths }) =>
      versions.map((version, at) => {
        const own = JSON.parse(readFileSync(join(paths[at] ?? paths[0]!, 'package.json'), 'utf8')) as Record<
          string,
          unknown
        >
        return { name, version, licence, isOfOneMachine: own['os'] !== undefined || own['cpu'] !== undefined }
      }),
    ),
  )
}

/** What is wrong with what is installed, and with the list of it. */
export function licenceFaults(installed: readonly Installed[], printed: string): string[] {
  const forbidden = installed
    .filter(({ licence }) => !isAllowed(licence))
    .map(
      ({ name, version, licence }) =>
        `${name} ${version} has the licence ${licence}, which is not on the list of tools/licences.ts`,
    )
  const stale = printLicences(installed) === printed ? [] : ['docs/licences.md is out of date: node tools/licences.ts']
  return [...forbidden, ...stale]
}

/** The known faults in what is installed, as the registry tells them; `skipped` when it does not. */
export async function audit(root: string): Promise<{ faults: string[]; skipped?: string }> {
  const { error, stdout } = await new Promise<{ error: Error | null; stdout: string }>((resolve) =>
    execFile(
      'pnpm',
      ['audit', '--prod', '--json'],
      { cwd: root, maxBuffer: 64 * 1024 * 1024, timeout: 60_000 },
      (cause, out) => resolve({ error: cause, stdout: out }),
    ),
  )
  let answer: unknown
  try {
    answer = JSON.parse(stdout)
  } catch {
    answer = null
  }
  const advisories = (answer as { advisories?: Record<string, Advisory> } | null)?.advisories
  if (advisories === undefined)
    return { faults: [], skipped: `the registry gives no audit${error ? '' : ' that can be read'}` }
  return {
    faults: Object.values(advisories)
      .filter(({ severity }) => severity === 'high' || severity === 'critical')
      .map(({ module_name, severity, title, url }) => `${module_name}: ${severity}, ${title} (${url})`),
  }
}

interface Advisory {
  module_name: string
  severity: string
  title: string
  url: string
}

if (import.meta.main) {
  const root = dirname(import.meta.dirname)
  const file = join(root, 'docs', 'licences.md')
  const installed = await readInstalled(root)
  if (process.argv.includes('--check')) {
    const faults = licenceFaults(installed, readFileSync(file, 'utf8'))
    for (const fault of faults) process.stderr.write(`${fault}\n`)
    if (faults.length > 0) process.exitCode = 1
  } else writeFileSync(file, printLicences(installed))
}
