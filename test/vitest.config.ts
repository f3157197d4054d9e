import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const INCLUDE = ['{gateway,subgraphs,test,tools,web}/**/*.test.{ts,tsx}']
const NEVER = ['**/node_modules/**', '**/.cache/**', '**/.data/**', '**/dist/**']
/** Tests that hold a clock against the hub: beside the work of another test they would measure that. */
const MEASURED = [
  'test/attacks/timing.test.ts',
  'test/browser/first-page.test.ts',
  'test/fairness.test.ts',
  'test/live/load.test.ts',
]

const group = (
  name: string,
  groupOrder: number,
  maxWorkers: number,
  files: Pick<NonNullable<TestProjectInlineConfiguration['test']>, 'include' | 'exclude'>,
): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name, maxWorkers, sequence: { groupOrder }, ...files },
})

export default defineConfig({
  root: dirname(import.meta.dirname),
  // As Node itself resolves. Vite's own order ("module" before "main", .mjs before .js) brings a second copy of graphql into
  // one process, and its types refuse each other.
  resolve: { mainFields: ['main'], extensions: ['.js', '.mjs', '.ts', '.tsx', '.json'] },
  test: {
    projects: [
      group('together', 0, Math.max(1, Math.min(4, availableParallelism())), {
        include: INCLUDE,
        exclude: [...NEVER, ...MEASURED],
      }),
      group('alone', 1, 1, { include: MEASURED, exclude: NEVER }),
    ],
    globalSetup: ['test/world/setup.ts'],
    // A process for each file: a test that ends a process, or leaves a timer behind, ends or keeps its own and no other's.
    pool: 'forks',
    // A fresh embedded database takes seconds to open on a busy machine; a test that needs more says so itself.
    testTimeout: 60_000,
    hookTimeout: 240_000,
    teardownTimeout: 30_000,
    // What is waited for comes when it comes; a busy machine is no failure.
    expect: { poll: { timeout: 20_000, interval: 20 } },
    env: { NODE_ENV: 'test', TZ: 'UTC' },
    restoreMocks: true,
    unstubEnvs: true,
  },
})
