import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Every program of this name on the PATH, each once, links followed. @param {string} program */
export function onPath(program) {
  const found = new Set()
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, program)
    if (folder !== '' && existsSync(path)) found.add(realpathSync(path))
  }
  return /** @type {string[]} */ ([...found])
}

/** What a program answers to `--version`, or undefined when it does not run. @param {string} path */
export function versionOf(path) {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 })
  return status === 0 ? stdout.trim() : undefined
}
