// `npm run check`: types, lint, format, import rules, file sizes, promises in comments, and whether what is printed from the
// code (schemas, supergraph) is up to date. One line for each, with the details of what failed.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { importFaults } from './check/imports.ts'
import { readSources } from './check/sources.ts'
import { promiseFaults, sizeFaults } from './check/writing.ts'

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

const faults = (lines: string[]): Outcome => ({ ok: lines.length === 0, details: lines.join('\n') })

function printed(): Promise<Outcome> {
  const script = 'gateway/print.ts'
  if (!existsSync(join(root, script))) return Promise.resolve({ ok: true, note: `skipped: there is no ${script}` })
  return program(process.execPath, [script, '--check'])
}

function sizes(): Outcome {
  const { faults: tooLong, remarks } = sizeFaults(sources)
  const note = remarks.length === 0 ? {} : { note: `${remarks.length} over 300 lines` }
  return { ok: tooLong.length === 0, details: [...tooLong, ...remarks].join('\n'), ...note }
}

const sources = readSources(root)
const checks: Record<string, () => Outcome | Promise<Outcome>> = {
  imports: () => faults(importFaults(sources)),
  sizes,
  promises: () => faults(promiseFaults(sources)),
  types: () => program(tool('tsc'), ['-p', '.', '--incremental', '--tsBuildInfoFile', '.cache/check/types']),
  lint: () => program(tool('oxlint'), ['--type-aware', '--deny-warnings'], { OXLINT_TSGOLINT_PATH: tool('tsgolint') }),
  format: () =>
    program(tool('prettier'), ['--check', '--log-level=warn', '--cache', '--cache-location=.cache/check/format', '.']),
  printed,
}

const started = performance.now()
const outcomes = await Promise.all(
  Object.entries(checks).map(async ([name, check]) => {
    const from = performance.now()
    const { ok, note, details } = await check()
    const seconds = ((performance.now() - from) / 1000).toFixed(1)
    print(`${name.padEnd(9)} ${ok ? 'ok' : 'failed'} ${seconds} s${note === undefined ? '' : ` (${note})`}`)
    if (!ok && details) print(details.trimEnd().replace(/^/gm, '  '))
    return ok
  }),
)
const failed = outcomes.filter((ok) => !ok).length
print(
  `${failed === 0 ? 'all checks ok' : `${failed} of ${outcomes.length} checks failed`} in ${((performance.now() - started) / 1000).toFixed(1)} s`,
)
process.exitCode = failed === 0 ? 0 : 1
