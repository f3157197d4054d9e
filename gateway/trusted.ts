import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

/** The questions of the hub's own pages, by the SHA-256 of their text in hexadecimal. */
export type TrustedDocuments = ReadonlyMap<string, string>

/** Where the pages' build leaves them. */
export const printedDocuments = new URL('../web/dist/documents.json', import.meta.url)

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Reads `{ "<sha256>": "<question>" }`; without the file there are none. A question under a hash that is not its own is refused. */
export async function readTrusted(file: URL = printedDocuments): Promise<TrustedDocuments> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return '{}'
    throw cause
  })
  const found = new Map(Object.entries(JSON.parse(text) as Record<string, string>))
  for (const [hash, question] of found)
    if (typeof question !== 'string' || hashOf(question) !== hash)
      throw new Error(`${file.pathname} holds a question under ${hash.slice(0, 80)}, which is not its SHA-256.`)
  return found
}
