import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

// Where npm and pnpm keep what they have downloaded, under the home folder.
const USED = [
  '.npm',
  '.cache',
  '.cache/pnpm',
  '.local',
  '.local/share',
  '.local/share/pnpm',
  '.local/state',
  '.local/state/pnpm',
]

/** Whether npm and pnpm can keep their caches in this home folder. @param {string} home */
export function isUsableHome(home) {
  return (
    isWritable(home) && USED.map((folder) => join(home, folder)).every((path) => !existsSync(path) || isWritable(path))
  )
}

/** @param {string} path */
function isWritable(path) {
  try {
    accessSync(path, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

// npm hands its own settings down to what it runs (`npm_config_prefix`, `npm_config_loglevel`, ...): those belong to that
// run. Where to fetch from is the machine's business and stays.
const KEPT = /^npm_config_(registry|.*proxy|ca|cafile|cert|key|strict_ssl|userconfig|globalconfig|@.*|\/\/.*)$/i

/**
 * The environment for npm and pnpm: this process' own, with this Node first on the PATH, and a home folder inside .cache
 * when the user has none that can be written (a system user, a read-only container).
 * @param {string} root @param {string} [node]
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(root, node) {
  /** @type {NodeJS.ProcessEnv} */
  const env = {}
  for (const [name, value] of Object.entries(process.env)) {
    if (!/^npm_/i.test(name) || KEPT.test(name)) env[name] = value
  }
  if (node !== undefined) env['PATH'] = withFirst(dirname(node), env['PATH'])
  const home = env['HOME'] ?? homedir()
  if (process.platform !== 'win32' && !isUsableHome(home)) {
    const settings = join(home, '.npmrc')
    if (existsSync(settings)) env['npm_config_userconfig'] ??= settings
    env['HOME'] = join(root, '.cache', 'home')
    for (const name of ['XDG_CACHE_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'PNPM_HOME']) delete env[name]
    mkdirSync(env['HOME'], { recursive: true })
  }
  return env
}

/** A PATH in which a folder comes first. @param {string} folder @param {string | undefined} path */
export function withFirst(folder, path) {
  const separator = process.platform === 'win32' ? ';' : ':'
  const others = (path ?? '').split(separator).filter((other) => other !== folder && other !== '')
  return [folder, ...others].join(separator)
}
