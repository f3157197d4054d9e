import { PGlite } from '@electric-sql/pglite'
import { Migrator } from '@mikro-orm/migrations'
import { MikroORM } from '@mikro-orm/pglite'
import { createPostgreSqlTypeParsers, type SqlEntityManager } from '@mikro-orm/sql'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, migrate, ormOptions, type SchemaDatabase } from './database.ts'

/** The ORM expects PostgreSQL's text forms for some types; arrays PGlite reads well itself. */
function parsers() {
  const own = createPostgreSqlTypeParsers((text: string) => [text]) as Record<number, (text: string) => unknown>
  const arrays = new Set([1115, 1182, 1185, 1270])
  return Object.fromEntries(Object.entries(own).filter(([oid]) => !arrays.has(Number(oid))))
}

/** Pages that PostgreSQL keeps in the process: a school's database fits, and its usual 128 MB would be a sixth of all that the hub holds. */
const SHARED_BUFFERS = '32MB'

/** One hub per data folder: two processes on one embedded database would destroy it. */
function lock(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'hub.lock')
  if (existsSync(path)) {
    const pid = Number(readFileSync(path, 'utf8'))
    if (pid && pid !== process.pid && isAlive(pid))
      throw new Error(
        `Another hub (process ${pid}) uses the data folder ${folder}. Stop it, or choose another folder with DATA_DIR, or set DATABASE_URL.`,
      )
    rmSync(path, { force: true })
  }
  const file = openSync(path, 'wx', 0o600)
  writeSync(file, String(process.pid))
  closeSync(file)
  return () => rmSync(path, { force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function emptyCluster(): Promise<Blob> {
  const { dataDir } = await import('@electric-sql/pglite-prepopulatedfs')
  return (await dataDir()) as Blob
}

/** Where the embedded database lives: a folder on disk, or memory; a copy fills what is new (tests). */
export type EmbeddedPlace = { folder: string; copy?: Blob } | { copy: Blob } | { memory: true }

/** Opens PGlite: PostgreSQL inside this process, one connection, statements in turn. */
export async function openEmbedded(place: EmbeddedPlace, counting = false): Promise<Database & { pglite: PGlite }> {
  const release = 'folder' in place ? lock(place.folder) : () => {}
  let pglite: PGlite
  try {
    const folder = 'folder' in place ? join(place.folder, 'database') : null
    const made = folder === null ? null : `${folder}.made`
    const isThere = made !== null && existsSync(made)
    // A start that was ended half-way left half a cluster, and nothing in it yet.
    if (folder !== null && !isThere) rmSync(folder, { recursive: true, force: true })
    pglite = await PGlite.create({
      ...(folder === null ? {} : { dataDir: folder }),
      // A cluster that somebody else made: making one takes four times as long.
      ...(isThere ? {} : { loadDataDir: ('copy' in place ? place.copy : undefined) ?? (await emptyCluster()) }),
      parsers: parsers(),
      startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${SHARED_BUFFERS}`],
    })
    if (made !== null && !isThere) closeSync(openSync(made, 'w', 0o600))
  } catch (error) {
    release()
    throw error
  }
  const opened: MikroORM[] = []
  const database: Database & { pglite: PGlite } = {
    kind: 'embedded',
    pglite,
    onStatement: null,
    async open(options): Promise<SchemaDatabase> {
      await pglite.exec(`create schema if not exists "${options.schema}"`)
      const orm = await MikroORM.init({
        ...ormOptions(options, (line) => database.onStatement?.(line), counting),
        dbName: 'postgres',
        driverOptions: { pglite: () => pglite },
        extensions: [Migrator],
      } as Parameters<typeof MikroORM.init>[0])
      opened.push(orm as unknown as MikroORM)
      await migrate(orm as never, options, database.sql)
      return {
        em: () => orm.em.fork() as unknown as SqlEntityManager,
        sql: async (text, params) => {
          database.onStatement?.(text)
          return (await pglite.query(text, params as unknown[])).rows as never
        },
        close: () => orm.close(true),
      }
    },
    sql: async (text, params) => (await pglite.query(text, params as unknown[])).rows as never,
    // In this process: one machine, one clock.
    time: async () => new Date(),
    check: async () => void (await pglite.query('select 1')),
    async close() {
      for (const orm of opened.splice(0)) await orm.close(true)
      await pglite.close()
      release()
    },
  }
  return database
}
