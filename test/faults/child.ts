import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** A program in a process of its own, once it has said `ready <address>`. */
export interface Child {
  url: string
  process: ChildProcess
  /** What it wrote to stderr. */
  said(): string
  end(signal?: NodeJS.Signals): Promise<number | null>
}

export async function startChild(program: string, env: Record<string, string>): Promise<Child> {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString('utf8')))
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      stdout += part.toString('utf8')
      const found = /^ready (\S+)$/m.exec(stdout)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}: ${stderr}`)))
  })
  return {
    url,
    process: child,
    said: () => stderr,
    async end(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit')
        child.kill(signal)
        await gone
      }
      return child.exitCode
    },
  }
}
