import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { dropTemplate } from './postgresql.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the prepared world of this run lies, once a test has asked for it. */
    preparedWorld: string
  }
}

/**
 * One folder for the whole run; the first test that needs the demo world makes it there, so that a run of rules alone waits
 * for nothing. Who runs tests all day names a folder in TEST_WORLD that stays (and empties it when the seed changes).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kept = process.env['TEST_WORLD']
  if (kept) await mkdir(kept, { recursive: true })
  const folder = kept || (await mkdtemp(join(tmpdir(), 'doorstroomhub-world-')))
  project.provide('preparedWorld', folder)
  return async () => {
    if (kept) return
    await dropTemplate(folder)
    await rm(folder, { recursive: true, force: true })
  }
}
