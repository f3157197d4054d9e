import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** A program that runs beside the bench. */
export interface Program {
  pid: number
  /** The address behind `ready ` in its first line. */
  url: string
  /** To speak with, where it listens. */
  child: ChildProcess
  stop(): Promise<void>
}

const START_MS = 60_000
const STOP_MS = 10_000
/** Nothing of the shell's settings reaches a contestant: only what a program needs to run at all. */
const KEPT = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'NODE_PATH', 'LD_LIBRARY_PATH']

export const plainEnvironment = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...Object.fromEntries(KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
  NODE_ENV: 'production',
  ...more,
})

const running = new Set<ChildProcess>()
/** However the bench ends, nothing that it started goes on. */
function endWithThis(child: ChildProcess): void {
  if (running.size === 0) process.once('exit', () => running.forEach((each) => each.kill('SIGKILL')))
  running.add(child)
  child.once('exit', () => running.delete(child))
}

/** Starts a program of Node's on one core, its channel included. */
export function forkOn(
  core: number | null,
  file: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): ChildProcess {
  const options = {
    env: plainEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'] as ['ignore', 'pipe', 'pipe', 'ipc'],
  }
  const child =
    core === null
      ? fork(file, args, { ...options, execArgv: [] })
      : fork(process.execPath, [file, ...args], { ...options, execPath: 'taskset', execArgv: ['-c', String(core)] })
  endWithThis(child)
  return child
}

/** Starts a program and waits for its `ready <url>`; throws with what it said last when it does not come to that. */
export async function start(
  name: string,
  file: string,
  {
    core,
    env = {},
    args = [],
  }: { core: number | null; env?: Readonly<Record<string, string>>; args?: readonly string[] },
): Promise<Program> {
  const child = forkOn(core, file, env, args)
  let said = ''
  const hear = (part: Buffer): void => void (said = `${said}${part.toString('utf8')}`.slice(-4000))
  child.stderr?.on('data', hear)
  const exited = once(child, 'exit').then(
    () => undefined,
    () => undefined,
  )
  const ready = new Promise<string>((resolve, reject) => {
    let out = ''
    child.stdout?.on('data', (part: Buffer) => {
      hear(part)
      out += part.toString('utf8')
      const url = /^ready (\S+)$/m.exec(out)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('error', reject)
    void exited.then(() => reject(new Error(`${name} ended while it started:\n${said}`)))
  })
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    await exited
    clearTimeout(late)
  }
  const late = setTimeout(() => child.kill('SIGKILL'), START_MS)
  try {
    const url = (await ready).replace('//localhost:', '//127.0.0.1:')
    return { pid: child.pid!, url, child, stop }
  } catch (cause) {
    await stop()
    throw cause
  } finally {
    clearTimeout(late)
  }
}
