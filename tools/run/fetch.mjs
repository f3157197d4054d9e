import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PlainError } from './plain-error.mjs'
import { childEnvironment } from './home.mjs'
import { onPath } from './programs.mjs'

/** @param {string} name @param {string} version */
const folderName = (name, version) => `${name.replace('/', '+')}@${version}`

/** Where a file of a fetched package is, or will be. @param {string} root @param {string} name @param {string} version @param {string} file */
export const packageFile = (root, name, version, file) =>
  join(root, '.cache', folderName(name, version), 'node_modules', name, file)

/**
 * Fetches one package at one version with npm, without running any script of it, and returns the path of one file in it.
 * The package appears in .cache whole or not at all.
 * @param {string} root
 * @param {{ name: string, version: string, file: string, integrity?: string | undefined }} wanted
 */
export async function fetchPackage(root, { name, version, file, integrity }) {
  const cache = join(root, '.cache')
  for (const left of readdirSync(cache))
    if (left.startsWith('fetching-')) rmSync(join(cache, left), { recursive: true })
  const half = join(cache, `fetching-${process.pid}`)
  mkdirSync(half, { recursive: true })
  try {
    writeFileSync(join(half, 'package.json'), '{ "private": true }\n')
    await npmInstall(root, half, `${name}@${version}`)
    const lock = JSON.parse(readFileSync(join(half, 'node_modules', '.package-lock.json'), 'utf8'))
    const delivered = lock.packages[`node_modules/${name}`]?.integrity
    if (integrity !== undefined && delivered !== integrity) {
      throw new PlainError(
        `npm delivered another ${name}@${version} than the one this repository names (${delivered}). It was not used. ` +
          'Check which registry npm is set to: npm config get registry.',
      )
    }
    const whole = join(cache, folderName(name, version))
    rmSync(whole, { recursive: true, force: true })
    renameSync(half, whole)
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
  const path = packageFile(root, name, version, file)
  if (!existsSync(path)) throw new PlainError(`the npm package ${name}@${version} holds no ${file}.`)
  return path
}

/** @param {string} root @param {string} folder @param {string} wanted */
async function npmInstall(root, folder, wanted) {
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retry-mintimeout=1000']
  const [program, ...first] = npm()
  const { code, output } = await collect(program, [...first, 'install', ...options, wanted], {
    cwd: folder,
    env: childEnvironment(root),
  })
  if (code !== 0) throw new PlainError(explain(wanted, output))
}

/** The end of what a program said, without stacks. @param {string} output */
export const tailOf = (output) =>
  output
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^(npm error)?\s+at /.test(line))
    .slice(-12)
    .join('\n')

/**
 * Why npm failed, in words.
 * @param {string} wanted @param {string} output
 */
export function explain(wanted, output) {
  const tail = tailOf(output)
  if (
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/.test(output)
  ) {
    return `the npm registry cannot be reached, so ${wanted} could not be fetched. The first start needs the network (or a proxy that npm knows); later starts do not.\n${tail}`
  }
  if (/\bE404\b|\bETARGET\b/.test(output)) {
    return `the npm registry has no ${wanted}. Install Node 24 or newer yourself, put it on the PATH and try again.\n${tail}`
  }
  if (/\bENOSPC\b/.test(output)) return `the disk is full: ${wanted} could not be fetched.\n${tail}`
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) {
    return `npm may not write where it has to, so ${wanted} could not be fetched.\n${tail}`
  }
  return `npm could not fetch ${wanted}.\n${tail}`
}

/** The npm that belongs to the running Node, else the one on the PATH: [program, ...first arguments]. @returns {[string, ...string[]]} */
function npm() {
  const asked = process.env['npm_execpath']
  const bin = dirname(process.execPath)
  const beside = [
    asked !== undefined && /npm-cli\.[cm]?js$/.test(asked) ? asked : '',
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((path) => path !== '' && existsSync(path))
  if (beside !== undefined) return [process.execPath, beside]
  const [found] = onPath('npm')
  if (found === undefined)
    throw new PlainError('npm was not found; it comes with Node and is needed once, to fetch what is missing.')
  return found.endsWith('.js') ? [process.execPath, found] : [found]
}

/**
 * Runs a program to its end and keeps what it said. The program ends with us when we are told to end.
 * @param {string} program @param {string[]} args @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function collect(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    /** @param {Buffer} chunk */
    const keep = (chunk) => (output += chunk.toString('utf8'))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    /** @param {NodeJS.Signals} signal */
    const stop = (signal) => child.kill(signal)
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, stop)
    const done = () => {
      for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.off(signal, stop)
    }
    child.on('error', (error) => (done(), reject(error)))
    child.on('close', (code, signal) => {
      done()
      if (signal === 'SIGINT' || signal === 'SIGTERM') reject(new PlainError('stopped before everything was fetched.'))
      else resolve({ code, output })
    })
  })
}
