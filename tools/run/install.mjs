import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { collect, fetchPackage, packageFile, tailOf } from './fetch.mjs'
import { childEnvironment } from './home.mjs'
import { PlainError } from './plain-error.mjs'
import { onPath, versionOf } from './programs.mjs'

const PNPM_VERSION = '12.21.0'

// As in node.mjs: what npm must have delivered.
/** @type {Record<string, string>} */
const INTEGRITY = {
  '@pnpm/exe.linux-x64':
    'sha512-8eufCjHXspKbNS/kh8q4Q0gqJoOuvC4Q5pgos6XS8By/nAMtP+jf8F1Cw9er840kfAX+PJ/ts+A9qnLE91rvXQ==',
  '@pnpm/exe.linux-arm64':
    'sha512-4Oj/iF2TDCe2lcH0n4TupPR5sSdrNLclJB6xBElLMPCUOAvBhdf2rRlSaO5M4erJ6g4Fyy7YTXTpcmfFsKyxEA==',
}

/** Whether node_modules holds what the lockfile and the package files say now. @param {string} root */
export function isInstalled(root) {
  const packages = packageFolders(root)
  return (
    readIfThere(stampFile(root)) === stampOf(root, packages) &&
    packages.every((folder) => existsSync(join(root, folder, 'node_modules')) || !hasDependencies(join(root, folder)))
  )
}

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules', '.installed')

/** @param {string} path */
const readIfThere = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

/** @param {string} folder */
function hasDependencies(folder) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return Object.keys({ ...dependencies, ...devDependencies }).length > 0
}

/**
 * The fingerprint of everything that decides what is installed: lockfile, workspace file, package files, patches, the
 * machine's kind.
 * @param {string} root @param {readonly string[]} packages
 */
export function stampOf(root, packages) {
  const patches = existsSync(join(root, 'patches')) ? readdirSync(join(root, 'patches')).toSorted() : []
  const files = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    ...packages.map((folder) => join(folder, 'package.json')),
    ...patches.map((file) => join('patches', file)),
  ]
  const hash = createHash('sha256').update(`pnpm ${PNPM_VERSION} ${process.platform} ${process.arch}\n`)
  for (const file of files) {
    const content = readIfThere(join(root, file)) ?? ''
    hash.update(`${file} ${content.length}\n${content}`)
  }
  return hash.digest('hex')
}

/** The folders of the workspace's packages, the root itself (`.`) first. @param {string} root */
export function packageFolders(root) {
  const folders = ['.']
  for (const pattern of packagePatterns(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'))) {
    const parent = pattern.endsWith('/*') ? pattern.slice(0, -2) : undefined
    const named =
      parent === undefined
        ? [pattern]
        : readdirSync(join(root, parent))
            .toSorted()
            .map((name) => `${parent}/${name}`)
    folders.push(...named.filter((folder) => existsSync(join(root, folder, 'package.json'))))
  }
  return folders
}

/** The list under `packages:` in pnpm-workspace.yaml; no YAML reader is there yet when this runs. @param {string} text */
export function packagePatterns(text) {
  const lines = text.split(/\r?\n/)
  const start = lines.indexOf('packages:')
  const patterns = []
  for (const line of start === -1 ? [] : lines.slice(start + 1)) {
    const item = /^\s*-\s+['"]?([^'"#\s]+)/.exec(line)
    if (item?.[1] !== undefined) patterns.push(item[1])
    else if (/^\S/.test(line)) break
  }
  return patterns
}

// With pnpm's own patience a machine without a network would try every package for minutes before it hears so. Instead the
// whole is tried twice: what the first try fetched is kept.
const PATIENCE = { pnpm_config_fetch_retries: '1', pnpm_config_fetch_retry_mintimeout: '500' }
const TRIES = 2
const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b|error sending request|dns error/i

/** @param {string} root @param {string} node @param {(sentence: string) => void} say */
export async function install(root, node, say) {
  const pnpm = await findPnpm(root, say)
  const first = !existsSync(stampFile(root))
  say(first ? 'installing what the lockfile names (once, needs the network).' : 'the lockfile has changed; installing.')
  const args = [
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
    '--reporter=append-only',
    '--config.confirm-modules-purge=false',
  ]
  const options = { cwd: root, env: { ...childEnvironment(root, node), ...PATIENCE } }
  for (let attempt = 1; ; attempt += 1) {
    const { code, output } = await collect(pnpm, args, options)
    if (code === 0) break
    if (attempt === TRIES || !UNREACHABLE.test(output)) throw new PlainError(explainInstall(output))
  }
  writeFileSync(stampFile(root), stampOf(root, packageFolders(root)))
}

/** Why pnpm failed, in words. @param {string} output */
export function explainInstall(output) {
  const tail = tailOf(output)
  if (output.includes('ERR_PNPM_OUTDATED_LOCKFILE')) {
    return `pnpm-lock.yaml does not fit the package files. Whoever changed a package.json runs \`pnpm install\` and commits the lockfile.\n${tail}`
  }
  if (UNREACHABLE.test(output)) {
    return `the npm registry cannot be reached, so the packages could not be installed. The first start needs the network; later starts do not.\n${tail}`
  }
  if (/\b(EACCES|EPERM|EROFS)\b|permission denied/i.test(output)) {
    return `pnpm may not write where it has to. node_modules may belong to another user: remove it, or run as that user.\n${tail}`
  }
  return `pnpm could not install the packages.\n${tail}`
}

/** The npm package that holds pnpm's program for this machine. @param {string} platform @param {string} arch @param {boolean} musl */
export const pnpmPackage = (platform, arch, musl) => `@pnpm/exe.${platform}-${arch}${musl ? '-musl' : ''}`

/** @param {string} root @param {(sentence: string) => void} say */
async function findPnpm(root, say) {
  const file = process.platform === 'win32' ? 'pnpm.exe' : 'pnpm'
  const name = pnpmPackage(process.platform, process.arch, isMusl())
  const fetched = packageFile(root, name, PNPM_VERSION, file)
  if (existsSync(fetched)) return fetched
  const installed = onPath(file).find((path) => versionOf(path) === PNPM_VERSION)
  if (installed !== undefined) return installed
  say(`fetching pnpm ${PNPM_VERSION} into .cache (once, needs the network).`)
  return fetchPackage(root, { name, version: PNPM_VERSION, file, integrity: INTEGRITY[name] })
}

/** Whether this Linux has musl instead of glibc (Alpine). */
function isMusl() {
  if (process.platform !== 'linux') return false
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (
    /** @type {unknown} */ (process.report.getReport())
  )
  return report.header.glibcVersionRuntime === undefined
}
