import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * A secret that is made once and read ever after: the file's content, or what `make` returns when there is no file yet.
 * Only its owner may read it. Of two processes that start together one makes it and both read the same.
 */
export async function kept(path: string, make: () => string): Promise<string> {
  const already = await read(path)
  if (already !== null) return already
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  // Written whole under another name first: a link appears at once or not at all, so no reader ever sees half a key.
  const draft = `${path}.${randomUUID()}`
  try {
    await writeFile(draft, make(), { mode: 0o600, flag: 'wx', flush: true })
    await link(draft, path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause
    })
  } finally {
    await unlink(draft).catch(() => undefined)
  }
  return readFile(path, 'utf8')
}

async function read(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw cause
  }
}
