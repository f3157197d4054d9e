import { Migration } from '@mikro-orm/migrations'
import type { SchemaDatabase } from './database.ts'
import { OVERLAP_MS } from './overlap.ts'
import { DOSSIER_ERASED, type House } from './subgraph.ts'

/** Which dossiers this subgraph has nothing of any more and never will, and where each stood in consent's list. */
export class CreateErasure extends Migration {
  override up(): void {
    this.addSql(`create table erased (dossier_id uuid primary key, at timestamptz not null, cursor text not null)`)
    this.addSql(`create index erased_at on erased (at, cursor)`)
  }
}

/** How long to wait before asking again what could not be asked. */
const PATIENCE_MS = 2_000

/** Only one of all that change or erase a dossier's content in this schema at a time; until the transaction ends. */
export const dossierLock = (schema: string): string =>
  `select pg_advisory_xact_lock(hashtextextended('${schema}:' || ?::text, 0))`

/**
 * Destroys what a subgraph holds of erased dossiers: at start, whenever the bus says that one was erased, and after a gap.
 * Consent's list is the truth and is read from where this subgraph was, so that no erasure is missed while it was away.
 */
export class Erasures {
  readonly #schema: string
  readonly #tables: readonly string[]
  readonly #logs: readonly string[]
  readonly #database: SchemaDatabase
  readonly #house: Pick<House, 'erased' | 'bus' | 'clock' | 'onError'>
  readonly #stops: (() => void)[]
  #last: Promise<void> = Promise.resolve()
  #again: NodeJS.Timeout | null = null
  #closed = false

  /**
   * `tables`: every table of the schema with content by `dossier_id`. `logs`: those that tell who did what and hold no
   * content; they stay, and lose the names in their column `name`.
   */
  constructor(
    schema: string,
    { tables, logs }: { tables: readonly string[]; logs: readonly string[] },
    database: SchemaDatabase,
    house: Pick<House, 'erased' | 'bus' | 'clock' | 'onError'>,
  ) {
    this.#schema = schema
    this.#tables = tables
    this.#logs = logs
    this.#database = database
    this.#house = house
    this.#stops = [
      house.bus.subscribe(`${DOSSIER_ERASED}.>`, () => void this.follow()),
      house.bus.onGap(() => void this.follow()),
    ]
  }

  /** Destroys what was erased since the last time; resolves when that was tried. */
  follow(): Promise<void> {
    this.#last = this.#last.then(async () => {
      try {
        let cursor = await this.#reached()
        for (let page = await this.#house.erased(cursor); page.length > 0; page = await this.#house.erased(cursor)) {
          const known = await this.#known(page.map(({ dossierId }) => dossierId))
          const fresh = page.filter(({ dossierId }) => !known.has(dossierId))
          if (fresh.length > 0) await this.#erase(fresh)
          cursor = page.at(-1)?.cursor ?? cursor
          if (this.#closed) return
        }
      } catch (error) {
        this.#house.onError(error)
        this.#later()
      }
    })
    return this.#last
  }

  async #reached(): Promise<string | null> {
    const [row] = await this.#database.sql<{ cursor: string }>(
      `select cursor from "${this.#schema}".erased where at < $1 order by at desc, cursor desc limit 1`,
      [new Date(this.#house.clock().getTime() - OVERLAP_MS)],
    )
    return row?.cursor ?? null
  }

  async #known(dossierIds: string[]): Promise<Set<string>> {
    const rows = await this.#database.sql<{ dossier_id: string }>(
      `select dossier_id from "${this.#schema}".erased where dossier_id = any($1::uuid[])`,
      [dossierIds],
    )
    return new Set(rows.map(({ dossier_id }) => dossier_id))
  }

  async #erase(dossiers: readonly { dossierId: string; cursor: string }[]): Promise<void> {
    const json = JSON.stringify(dossiers.map(({ dossierId, cursor }) => ({ id: dossierId, cursor })))
    const theirs = `dossier_id in (select id from jsonb_to_recordset(?::jsonb) as gone (id uuid))`
    await this.#database.em().transactional(async (transaction) => {
      // In one order everywhere, so that two of these never wait for each other.
      for (const id of dossiers.map(({ dossierId }) => dossierId).sort())
        await transaction.execute(dossierLock(this.#schema), [id])
      for (const table of [...this.#tables, 'outbox'])
        await transaction.execute(`delete from "${this.#schema}"."${table}" where ${theirs}`, [json])
      for (const log of this.#logs)
        await transaction.execute(`update "${this.#schema}"."${log}" set name = '' where ${theirs}`, [json])
      await transaction.execute(
        `insert into "${this.#schema}".erased (dossier_id, at, cursor)
          select id, ?, cursor from jsonb_to_recordset(?::jsonb) as gone (id uuid, cursor text) on conflict do nothing`,
        [this.#house.clock(), json],
      )
    })
  }

  #later(): void {
    if (this.#again || this.#closed) return
    this.#again = setTimeout(() => {
      this.#again = null
      void this.follow()
    }, PATIENCE_MS).unref()
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const stop of this.#stops) stop()
    if (this.#again) clearTimeout(this.#again)
    await this.#last
  }
}
