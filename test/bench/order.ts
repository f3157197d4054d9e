import { once } from 'node:events'
import { forkOn } from './program.ts'

/** What a program says to who gave it an order (`ordered.ts`). */
export type Said<Done> = { mark: string } | { done: Done } | { failed: string }

/**
 * Has a program of its own carry out one order, on one core. At each of its marks it waits until `onMark` is done, so that the servers
 * can be looked at while nothing else happens.
 */
export async function order<Done>(
  core: number | null,
  file: string,
  what: object,
  onMark: (mark: string) => void | Promise<void> = () => undefined,
): Promise<Done> {
  const child = forkOn(core, file, {})
  let said = ''
  child.stderr?.on('data', (part: Buffer) => void (said = `${said}${part.toString('utf8')}`.slice(-2_000)))
  try {
    const done = new Promise<Done>((resolve, reject) => {
      child.on('message', (message: Said<Done>) => {
        if ('done' in message) resolve(message.done)
        else if ('failed' in message) reject(new Error(message.failed))
        else Promise.resolve(onMark(message.mark)).then(() => child.send('go'), reject)
      })
      child.once('exit', () => reject(new Error(`${file} ended: ${said}`)))
    })
    child.send({ order: what })
    return await done
  } finally {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit')
      child.disconnect()
      await exited
    }
  }
}
