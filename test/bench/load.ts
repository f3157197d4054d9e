import { once } from 'node:events'
import { join } from 'node:path'
import type { Load, Loaded } from './load-program.ts'
import { forkOn } from './program.ts'

/** Who asks: a process of its own, on a core of its own. */
export interface Asker {
  ask(load: Load): Promise<Loaded>
  close(): Promise<void>
}

/** Starts the process that asks. */
export function openAsker(core: number | null): Asker {
  const child = forkOn(core, join(import.meta.dirname, 'load-program.ts'), {})
  let said = ''
  child.stderr?.on('data', (part: Buffer) => void (said = `${said}${part.toString('utf8')}`.slice(-2000)))
  return {
    async ask(load) {
      const gone = new AbortController()
      try {
        const answered = once(child, 'message', { signal: gone.signal }) as Promise<
          [{ loaded?: Loaded; failed?: string }]
        >
        const ended = once(child, 'exit', { signal: gone.signal }).then(() => {
          throw new Error(`The process that asks ended: ${said}`)
        })
        answered.catch(() => undefined)
        ended.catch(() => undefined)
        child.send(load)
        const [{ loaded, failed }] = await Promise.race([answered, ended])
        if (loaded === undefined) throw new Error(failed)
        return loaded
      } finally {
        gone.abort()
      }
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.disconnect()
      await exited
    },
  }
}
