import { existsSync } from 'node:fs'
import { mkdir, rename, watch, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How long another process of the run may take to make what this one needs too. */
const PATIENCE_MS = 100_000

/**
 * Makes a file in the run's folder once, whichever of the test processes is first; the others wait until it is there.
 * What failed in one fails in all, with the same words.
 */
export async function madeOnce(folder: string, name: string, make: () => Promise<Uint8Array>): Promise<string> {
  const path = join(folder, name)
  const failed = `${path}.failed`
  if (existsSync(path)) return path
  const isFirst = await mkdir(`${path}.making`).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
  if (isFirst) {
    try {
      await writeFile(`${path}.part`, await make())
      await rename(`${path}.part`, path)
      return path
    } catch (error) {
      await writeFile(failed, String(error))
      throw error
    }
  }
  const changes = watch(folder, { signal: AbortSignal.timeout(PATIENCE_MS) })[Symbol.asyncIterator]()
  try {
    // The first look comes after the watch began (with `next`), so that nothing is missed in between.
    for (let next = changes.next(); !existsSync(path); next = changes.next()) {
      if (existsSync(failed)) throw new Error(`${name} could not be made: see the test that made it.`)
      await next
    }
    return path
  } finally {
    await changes.return?.(undefined)
  }
}
