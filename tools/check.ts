// `npm run check`: types, lint, format, import rules, dependencies, their licences and known faults, file sizes, promises in
// comments, and whether what is printed from the code (schemas, supergraph) is up to date. One line for each, with the details of what failed;
// `npm run check -- --remarks` shows the remarks too.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { catalogNames, dependencyFaults } from './check/dependencies.ts'
import { importFaults } from './check/imports.ts'
import { pagesWeighed } from './check/pages.ts'
import { readSources } from './check/sources.ts'
import { promiseFaults, sizeFaults } from './check/writing.ts'
import { audit, licenceFaults, readInstalled } from './licences.ts'
import { packageFolders } from './run/install.mjs'

interface Outcome {
  ok: boolean
  /** A word behind the verdict: what was skipped, or how many remarks. */
  note?: string
  details?: string
}

const root = dirname(import.meta.dirname)
const tool = (name: string) => join(root, 'tools', 'node_modules', '.bin', name)
const print = (text: string) => process.stdout.write(`${text}\n`)

/** Runs a program at the root; it has failed when its exit code says so. */
function program(command: string, args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let details = ''
    const keep = (chunk: Buffer) => (details += chunk.toString('utf8'))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ ok: false, details: `${command}: ${error.message}` }))
    child.on('close', (code) => resolve({ ok: code === 0, details }))
  })
}

/** Faults fail a check; remarks are counted, and shown beside faults or with `--remarks`. */
function judged({ faults, remarks = [] }: { faults: string[]; remarks?: string[] }): Outcome {
  const note = remarks.length === 0 ? {} : { note: `${remarks.length} remarks` }
  return { ok: faults.length === 0, details: [...faults, ...remarks].join('\n'), ...note }
}

function printed(script: string): Promise<Outcome> {
  if (!existsSync(join(root, script))) return Promise.resolve({ ok: true, note: `skipped: there is no ${script}` })
  return program(process.execPath, [script, '--check'])
}

function dependencies(): Outcome {
  const packages = packageFolders(root).map((folder) => {
    const file = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<string, object>
    return { folder, dependencies: Object.keys({ ...file['dependencies'], ...file['devDependencies'] }) }
  })
  const catalog = catalogNames(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'))
  const reasons = readFileSync(join(root, 'docs', 'dependencies.md'), 'utf8')
  return judged(dependencyFaults(sources, packages, catalog, reasons))
}

async function licences(): Promise<Outcome> {
  const printedList = readFileSync(join(root, 'docs', 'licences.md'), 'utf8')
  try {
    return judged({ faults: licenceFaults(await readInstalled(root), printedList) })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    return { ok: true, note: 'skipped: pnpm is not on the PATH' }
  }
}

async function knownFaults(): Promise<Outcome> {
  const { faults, skipped } = await audit(root)
  return skipped === undefined ? judged({ faults }) : { ok: true, note: `skipped: ${skipped}` }
}

const sources = readSources(root)
const showRemarks = process.argv.includes('--remarks')
const checks: Record<string, () => Outcome | Promise<Outcome>> = {
  // The programs first: they run while the rest is done here.
  types: () => program(tool('tsc'), ['-p', '.', '--incremental', '--tsBuildInfoFile', '.cache/check/types']),
  'types of web': () =>
    program(tool('tsc'), ['-p', 'web', '--incremental', '--tsBuildInfoFile', '.cache/check/types-web']),
  lint: () => program(tool('oxlint'), ['--type-aware', '--deny-warnings'], { OXLINT_TSGOLINT_PATH: tool('tsgolint') }),
  format: () =>
    program(tool('prettier'), ['--check', '--log-level=warn', '--cache', '--cache-location=.cache/check/format', '.']),
  printed: () => printed('gateway/print.ts'),
  released: () => printed('gateway/released.ts'),
  pages: () => pagesWeighed(root),
  questions: () => printed('web/generate.ts'),
  imports: () => judged({ faults: importFaults(sources) }),
  dependencies,
  sizes: () => judged(sizeFaults(sources)),
  licences,
  audit: knownFaults,
  promises: () => judged({ faults: promiseFaults(sources) }),
}

const started = performance.now()
const outcomes = await Promise.all(
  Object.entries(checks).map(async ([name, check]) => {
    const from = performance.now()
    const { ok, note, details } = await check()
    const seconds = ((performance.now() - from) / 1000).toFixed(1)
    print(`${name.padEnd(12)} ${ok ? 'ok' : 'failed'} ${seconds} s${note === undefined ? '' : ` (${note})`}`)
    if ((!ok || (showRemarks && note)) && details) print(details.trimEnd().replace(/^/gm, '  '))
    return ok
  }),
)
const failed = outcomes.filter((ok) => !ok).length
print(
  `${failed === 0 ? 'all checks ok' : `${failed} of ${outcomes.length} checks failed`} in ${((performance.now() - started) / 1000).toFixed(1)} s`,
)
process.exitCode = failed === 0 ? 0 : 1
