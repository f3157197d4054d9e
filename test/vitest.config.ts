import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: dirname(import.meta.dirname),
  // As Node itself resolves. Vite's own order ("module" before "main", .mjs before .js) brings a second copy of graphql into
  // one process, and its types refuse each other.
  resolve: { mainFields: ['main'], extensions: ['.js', '.mjs', '.ts', '.tsx', '.json'] },
  test: {
    include: ['{gateway,subgraphs,test,tools,web}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/world/setup.ts'],
    exclude: ['**/node_modules/**', '**/.cache/**', '**/.data/**', '**/dist/**'],
    // A process for each file: a test that ends a process, or leaves a timer behind, ends or keeps its own and no other's.
    pool: 'forks',
    maxWorkers: Math.max(1, Math.min(4, availableParallelism())),
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
