// `npm test [-- filter or vitest options]`: the whole test suite, on the embedded database always, and on PostgreSQL, NATS
// and a browser wherever they can be had. The last line is `N passed, N failed, N skipped`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildPages } from '@doorstroomhub/web/build.ts'
import { findChromium, hasBrowserTests } from './test/chromium.ts'
import type { Found, Missing } from './test/found.ts'
import { findNats } from './test/nats.ts'
import { findNetwork } from './test/network.ts'
import { findPostgresql } from './test/postgresql.ts'
import { figuresOf, groundLine, lastLine, type Report } from './test/summary.ts'

const root = dirname(import.meta.dirname)
const print = (line: string) => process.stdout.write(`${line}\n`)

async function groundOf(): Promise<Record<string, Found | Missing>> {
  const [postgresql, nats, network] = await Promise.all([
    findPostgresql(process.env),
    findNats(process.env),
    findNetwork(),
  ])
  const nothing = async () => undefined
  const browser: Record<string, Found | Missing> = {}
  if (hasBrowserTests(root)) {
    const url = findChromium(process.env)
    browser['Chromium'] =
      url === undefined ? { missing: 'not installed' } : { url, what: `Chromium (${url})`, stop: nothing }
  }
  return {
    PGlite: { url: '', what: 'PGlite', stop: nothing },
    PostgreSQL: postgresql,
    NATS: nats,
    'network namespaces': network,
    ...browser,
  }
}

/** The tests learn from these what they may run on; unset means not to be had. */
function testEnvironment(ground: Record<string, Found | Missing>): NodeJS.ProcessEnv {
  const env = { ...process.env }
  const variables = { PostgreSQL: 'TEST_POSTGRES_URL', NATS: 'TEST_NATS_URL', Chromium: 'TEST_CHROMIUM' }
  for (const [name, variable] of Object.entries(variables)) {
    const thing = ground[name]
    if (thing !== undefined && 'url' in thing) env[variable] = thing.url
    else delete env[variable]
  }
  // The hub under test is set up by its test, not by the shell that `npm test` was typed in.
  for (const name of ['DATABASE_URL', 'NATS_URL', 'PORT', 'DATA_DIR', 'SUBGRAPHS', 'OIDC_ISSUER']) delete env[name]
  return env
}

async function runVitest(env: NodeJS.ProcessEnv, args: string[]): Promise<{ code: number | null; report?: Report }> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-test-report-'))
  try {
    const file = join(folder, 'report.json')
    const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const child = spawn(process.execPath, [vitest, 'run', '--config=test/vitest.config.ts', ...reporters, ...args], {
      cwd: root,
      env,
      stdio: 'inherit',
    })
    const pass = (signal: NodeJS.Signals) => child.kill(signal)
    process.on('SIGINT', pass)
    process.on('SIGTERM', pass)
    const [code] = (await once(child, 'exit')) as [number | null]
    const text = await readFile(file, 'utf8').catch(() => undefined)
    return { code, ...(text === undefined ? {} : { report: JSON.parse(text) as Report }) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Ends what was started for this run; what cannot be ended is said, and does not hide the outcome of the tests. */
async function stopAll(ground: Record<string, Found | Missing>): Promise<void> {
  for (const [name, thing] of Object.entries(ground)) {
    if ('stop' in thing)
      await thing.stop().catch((error: unknown) => print(`${name} did not end well: ${String(error)}`))
  }
}

async function runOn(ground: Record<string, Found | Missing>): ReturnType<typeof runVitest> {
  try {
    await buildPages({ ifNeeded: true })
    return await runVitest(testEnvironment(ground), process.argv.slice(2))
  } finally {
    await stopAll(ground)
  }
}

const ground = await groundOf()
const { code, report } = await runOn(ground)
const figures = figuresOf(report, code)
for (const line of figures.outside) print(line)
print(groundLine(ground, figures.skippedNames))
print(lastLine(figures))
process.exitCode = figures.failed > 0 ? 1 : 0
