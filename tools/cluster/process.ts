import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import type { Planned } from './plan.ts'

/** A process of the cluster, started again when it ends by itself, as the compose file asks. */
export interface Running {
  readonly name: string
  readonly service: string
  readonly pid: number
  /** Sends a signal to the process as it is now. */
  kill(signal: NodeJS.Signals): void
  /** Resolves when a process that started after this call says that it is ready. */
  nextReady(): Promise<void>
  /** As a rolling update: the new process is ready on the same port before the old one is told to stop. */
  replace(): Promise<void>
  stop(): Promise<void>
}

export interface Starting {
  root: string
  logs: string
  /** Hears in words what happens to the process. */
  say: (sentence: string) => void
  /** How long a process may take to end by itself. */
  graceMs: number
}

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5_000
/** So much of what a process said last is told when it could not start. */
const SHOWN = 600

/** Starts the process and resolves when it is ready; rejects when it ends before. */
export async function run(planned: Planned, starting: Starting): Promise<Running> {
  const { name, service } = planned
  let waiting: (() => void)[] = []
  let stopping = false
  let pauseMs = FIRST_PAUSE_MS
  let again: NodeJS.Timeout | undefined
  let current = start()
  current.child.once('exit', onEnd(current.child))
  await current.ready

  function start(): { child: ChildProcess; ready: Promise<void> } {
    const [own = '', ...rest] = planned.command
    const [program, ...args] = [...(planned.enter ?? []), own === 'node' ? process.execPath : own, ...rest]
    const child = spawn(program!, args, {
      cwd: starting.root,
      env: { PATH: process.env['PATH'], ...planned.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stderr.pipe(createWriteStream(join(starting.logs, `${name}.log`), { flags: 'a' }))
    let last = ''
    child.stderr.on('data', (part: Buffer) => (last = (last + part.toString('utf8')).slice(-SHOWN)))
    const ready = new Promise<void>((resolve, reject) => {
      let said = ''
      child.stdout.on('data', (part: Buffer) => {
        said += part.toString('utf8')
        if (/^ready /m.test(said)) resolve()
      })
      child.once('error', reject)
      child.once('exit', (code, signal) => reject(new Error(`${name} ended with ${code ?? signal}: ${last.trim()}`)))
    })
    ready.then(
      () => {
        pauseMs = FIRST_PAUSE_MS
        for (const tell of waiting.splice(0)) tell()
      },
      () => undefined,
    )
    return { child, ready }
  }

  /** The process that serves now ended by itself: another takes its place, later each time it happens again. */
  function onEnd(child: ChildProcess) {
    return (code: number | null, signal: NodeJS.Signals | null): void => {
      if (stopping || current.child !== child) return
      starting.say(`${name} ended with ${code ?? signal} and starts again`)
      again = setTimeout(() => {
        current = start()
        current.child.once('exit', onEnd(current.child))
      }, pauseMs)
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    }
  }

  return {
    name,
    service,
    get pid() {
      return current.child.pid ?? 0
    },
    kill: (signal) => void current.child.kill(signal),
    nextReady: () => new Promise((resolve) => waiting.push(resolve)),
    async replace() {
      const old = current
      const next = start()
      next.ready.catch(() => undefined)
      await next.ready
      current = next
      next.child.once('exit', onEnd(next.child))
      await ended(old.child, starting.graceMs)
    },
    async stop() {
      stopping = true
      clearTimeout(again)
      waiting = []
      await ended(current.child, starting.graceMs)
    },
  }
}

/** Tells a process to stop, and ends it when it does not in time. */
async function ended(child: ChildProcess, graceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  // A process that was halted hears nothing until it goes on.
  child.kill('SIGCONT')
  child.kill('SIGTERM')
  const tooLong = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await gone
  clearTimeout(tooLong)
}
