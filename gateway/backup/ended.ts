import { endedIn, marksIn, type Ended, type Mark } from '@doorstroomhub/consent/main.ts'
import type { Sql } from '@doorstroomhub/kit/database.ts'
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CannotDo, kindOf } from './words.ts'

const LISTS = ['erased', 'stopped', 'agreements', 'sessions', 'dossiers'] as const

/** What ended by now: consent's list, in which what is written live counts as something that happened to the dossier. */
export async function endedNow(sql: Sql): Promise<Ended> {
  const ended = await endedIn(sql, new Date())
  return { ...ended, dossiers: await withWriting(sql, ended.dossiers) }
}

/** How far each dossier has come, in the same measure. */
export const marksNow = async (sql: Sql): Promise<Mark[]> => withWriting(sql, await marksIn(sql))

/** Nobody tells consent of each letter that is written in a live document, and a sentence that was taken out comes back like anything else. */
async function withWriting(sql: Sql, marks: readonly Mark[]): Promise<Mark[]> {
  const rows = await sql<{ id: string; at: string | number | null }>(
    `select d.dossier_id as id, round(extract(epoch from max(greatest(d.updated_at,
        (select max(e.at) from intake_preparation.edit e where e.document_id = d.id)))) * 1000) as at
      from intake_preparation.document d group by 1`,
  )
  const written = new Map(rows.map(({ id, at }) => [id, Number(at ?? 0)]))
  return marks.map((mark) => ({ ...mark, touched: Math.max(mark.touched, written.get(mark.id) ?? 0) }))
}

/** Reads a list that `npm run backup -- --ended` made. */
export async function readEnded(file: string): Promise<Ended> {
  if (kindOf(await headOf(file)) !== 'ended') throw new CannotDo(`${file} is no list of what ended.`)
  const { ended } = JSON.parse(await readFile(file, 'utf8')) as { ended: Ended }
  if (!LISTS.every((name) => Array.isArray(ended[name])))
    throw new CannotDo(`${file} was made by another version of the hub, and does not tell everything that ended.`)
  return ended
}

/** The beginning of a file. */
export async function headOf(file: string): Promise<Buffer> {
  const opened = await open(file).catch(() => null)
  if (!opened) throw new CannotDo(`${file} cannot be read.`)
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(16), 0, 16, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await opened.close()
  }
}

/** Where a restore keeps what ended until it is done: it replaces the only place that knew, and may break off. */
export function keptIn(dataDir: string) {
  const path = join(dataDir, 'restore.ended.json')
  return {
    path,
    async keep(lists: readonly Ended[]): Promise<void> {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeFile(path, JSON.stringify(lists), { mode: 0o600 })
    },
    async read(): Promise<Ended[]> {
      const text = await readFile(path, 'utf8').catch(() => null)
      return text === null ? [] : (JSON.parse(text) as Ended[])
    },
    forget: () => rm(path, { force: true }),
  }
}
