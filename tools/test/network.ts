import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Machine } from '../cluster/plan.ts'
import type { Found, Missing } from './found.ts'

/**
 * What is lost on the way to the other machine: nothing, everything to and from a port, only what that port answers, or that for who
 * is connected now alone, as when something in between forgot its connections.
 */
export type Line = 'whole' | 'cut' | 'answers lost' | 'answers on open connections lost'

/** Another machine, as far as programs can tell: a network namespace, joined to this one by a line that can be cut. */
export interface Network {
  /** This side's address: what listens there is reached from the other side. */
  near: string
  /** The other side. */
  machine: Machine
  /** From now on the kernel drops what is to be lost of the lines to this port, whoever uses them; without a word, as a cable does. */
  line(port: number, state: Line): Promise<void>
  /** Ends whatever still runs on the other side, and takes it away. */
  close(): Promise<void>
}

const NAME = /^hub-(\d+)$/
const TABLE = 'inet hub'

async function system(program: string, ...args: string[]): Promise<string> {
  const env = { PATH: `${process.env['PATH']}:/usr/sbin:/sbin` }
  return (await promisify(execFile)(program, args, { env })).stdout
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The rules live in the namespace and go with it; so would the line, but only in a while. */
async function remove(name: string): Promise<void> {
  // A program that runs there would keep it.
  for (const pid of (await system('ip', 'netns', 'pids', name)).split('\n').filter(Boolean)) {
    try {
      process.kill(Number(pid), 'SIGKILL')
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause
    }
  }
  if ((await system('ip', '-o', 'link')).includes(` ${name}@`)) await system('ip', 'link', 'del', name)
  await system('ip', 'netns', 'del', name)
}

/** Whatever a run left that was killed. */
async function sweep(): Promise<void> {
  for (const line of (await system('ip', 'netns', 'list')).split('\n')) {
    const name = line.split(' ')[0] ?? ''
    const [, pid] = NAME.exec(name) ?? []
    // Another run may be at it too.
    if (pid !== undefined && !isAlive(Number(pid))) await remove(name).catch(() => undefined)
  }
}

/** Opens another machine, one for each process of the tests; throws where that may not be. */
export async function openNetwork(): Promise<Network> {
  await sweep()
  const name = `hub-${process.pid}`
  // Two addresses for each process, of those that RFC 2544 keeps free for tests.
  const at = (process.pid * 4) % 2 ** 17
  const address = (host: number) => `198.${18 + (at >> 16)}.${(at >> 8) & 255}.${(at & 255) + host}`
  const [near, far] = [address(1), address(2)]
  const there = ['-n', name]
  await system('ip', 'netns', 'add', name)
  try {
    await system('ip', 'link', 'add', name, 'type', 'veth', 'peer', 'name', 'hub', 'netns', name)
    await system('ip', 'addr', 'add', `${near}/30`, 'dev', name)
    await system('ip', 'link', 'set', name, 'up')
    await system('ip', ...there, 'addr', 'add', `${far}/30`, 'dev', 'hub')
    for (const link of ['hub', 'lo']) await system('ip', ...there, 'link', 'set', link, 'up')
    await rules(
      `add table ${TABLE}`,
      ...['input', 'output'].map((hook) => `add chain ${TABLE} ${hook} { type filter hook ${hook} priority 0; }`),
    )
  } catch (cause) {
    await remove(name)
    throw cause
  }

  /** All of them at once, or none. */
  async function rules(...all: string[]): Promise<void> {
    await system('ip', 'netns', 'exec', name, 'nft', all.join('; '))
  }

  /** The ports on this side of the connections that are open to one on the other side. */
  async function openTo(port: number): Promise<string[]> {
    const open = await system('ip', 'netns', 'exec', name, 'ss', '-Htn', 'state', 'established', 'sport', `:${port}`)
    return open.split('\n').flatMap((line) => /:(\d+)\s*$/.exec(line)?.[1] ?? [])
  }

  async function dropped(port: number, state: Line): Promise<string[]> {
    const answers = `output tcp sport ${port}`
    if (state === 'whole') return []
    if (state === 'cut') return [`input tcp dport ${port}`, answers]
    if (state === 'answers lost') return [answers]
    return (await openTo(port)).map((own) => `${answers} tcp dport ${own}`)
  }

  return {
    near,
    machine: { host: far, enter: ['nsenter', `--net=/run/netns/${name}`] },
    async line(port, state) {
      const lost = await dropped(port, state)
      await rules(`flush table ${TABLE}`, ...lost.map((what) => `add rule ${TABLE} ${what} drop`))
    },
    close: () => remove(name),
  }
}

/** Whether this machine can have a network of its own with a line that can be cut. */
export async function findNetwork(): Promise<Found | Missing> {
  if (process.platform !== 'linux') return { missing: 'Linux has them' }
  try {
    const network = await openNetwork()
    await network.close()
    return { url: '', what: 'network namespaces', stop: async () => undefined }
  } catch (cause) {
    const { code, path, message } = cause as { code?: string; path?: string; message: string }
    return { missing: code === 'ENOENT' ? `${path} is not installed` : (message.trim().split('\n').at(-1) ?? message) }
  }
}
