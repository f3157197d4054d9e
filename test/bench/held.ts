import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What a process holds once everything that is garbage is gone, in MB. */
export interface Held {
  /** What JavaScript holds. */
  heapMb: number
  /** The buffers that hang on it. */
  buffersMb: number
  /** All of the process, an embedded database too. */
  residentMb: number
}

/** In a program: answers `look` with what it holds. Gives whether the message was that. */
export function answerLooks(): (message: unknown) => boolean {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  return (message) => {
    if (message !== 'look') return false
    // Twice: what a finaliser lets go is garbage of the second time.
    collect()
    setImmediate(() => {
      collect()
      const { heapUsed, arrayBuffers, rss } = process.memoryUsage()
      const held: Held = {
        heapMb: heapUsed / 2 ** 20,
        buffersMb: arrayBuffers / 2 ** 20,
        residentMb: rss / 2 ** 20,
      }
      process.send!(held)
    })
    return true
  }
}

/** Asks a program that answers looks. */
export async function heldBy(child: ChildProcess): Promise<Held> {
  child.send('look')
  const [held] = (await once(child, 'message')) as [Held]
  return held
}
