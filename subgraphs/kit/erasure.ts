import { Migration } from '@mikro-orm/migrations'
import type { SchemaDatabase } from './database.ts'
import { DOSSIER_ERASED, type House } from './subgraph.ts'

/** Which dossiers this subgraph has nothing of any more and never will, and how far it followed consent's list of them. */
export class CreateErasure extends Migration {
  override up(): void {
    this.addSql(`create table erased (dossier_id uuid primary key, at timestamptz not null)`)
    this.addSql(`create table erasure_cursor (one boolean primary key default true check (one), cursor text not null)`)
  }
}

/** How long to wait before asking again what could not be asked. */
const PATIENCE_MS = 2_000

/** Only one of all that change or erase a dossier's content in this schema at a time; until the transaction ends. */
export const dossierLock = (schema: string): string =>
  `select pg_advisory_xact_lock(hashtextextended('${schema}:' || ?::text, 0))`

/**
 * Destroys what a subgraph holds of erased dossiers: at start, whenever the bus says that one was erased, and after a gap.
 * Consent's list is the truth and is read with a cursor, so that no erasure is missed while this subgraph was away.
 */
export class Erasures {
  readonly #schema: string
  readonly #tables: readonly string[]
  readonly #database: SchemaDatabase
  readonly #house: Pick<House, 'erased' | 'bus' | 'clock'>
  readonly #stops: (() => void)[]
  #last: Promise<void> = Promise.resolve()
  #again: NodeJS.Timeout | null = null
  #closed = false

  /** `tables`: every table of the schema with a `dossier_id`. */
  constructor(
    schema: string,
    tables: readonly string[],
    database: SchemaDatabase,
    house: Pick<House, 'erased' | 'bus' | 'clock'>,
  ) {
    this.#schema = schema
    this.#tables = tables
    this.#database = database
    this.#house = house
    this.#stops = [
      house.bus.subscribe(DOSSIER_ERASED, () => void this.follow()),
      house.bus.onGap(() => void this.follow()),
    ]
  }

  /** Destroys what was erased since the last time; resolves when that was tried. */
  follow(): Promise<void> {
    this.#last = this.#last.then(async () => {
      try {
        while (!this.#closed && (await this.#some()));
      } catch {
        this.#later()
      }
    })
    return this.#last
  }

  async #some(): Promise<boolean> {
    const [at] = await this.#database.sql<{ cursor: string }>(`select cursor from "${this.#schema}".erasure_cursor`)
    const dossiers = await this.#house.erased(at?.cursor ?? null)
    for (const { dossierId, cursor } of dossiers) await this.#erase(dossierId, cursor)
    return dossiers.length > 0
  }

  async #erase(dossierId: string, cursor: string): Promise<void> {
    await this.#database.em().transactional(async (transaction) => {
      await transaction.execute(dossierLock(this.#schema), [dossierId])
      await transaction.execute(
        `insert into "${this.#schema}".erased (dossier_id, at) values (?, ?) on conflict do nothing`,
        [dossierId, this.#house.clock()],
      )
      for (const table of [...this.#tables, 'outbox'])
        await transaction.execute(`delete from "${this.#schema}"."${table}" where dossier_id = ?`, [dossierId])
      await transaction.execute(
        `insert into "${this.#schema}".erasure_cursor (cursor) values (?) on conflict (one) do update set cursor = excluded.cursor`,
        [cursor],
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
