import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The machine's Chromium, for the tests with a browser: CHROMIUM, or the first of its usual names on the PATH. */
export function findChromium(env: NodeJS.ProcessEnv): string | undefined {
  const named = env['CHROMIUM']
  if (named !== undefined) return existsSync(named) ? named : undefined
  const folders = (env['PATH'] ?? '').split(':')
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

/** Whether this folder has a test that wants a browser. */
export function hasBrowserTests(root: string): boolean {
  const folder = join(root, 'test', 'browser')
  return (
    existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => String(file).endsWith('.test.ts'))
  )
}
