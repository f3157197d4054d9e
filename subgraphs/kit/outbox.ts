import { Migration } from '@mikro-orm/migrations'
import type { EntityManager, Sql } from './database.ts'
import type { House, Report } from './subgraph.ts'

/** The table in which a subgraph keeps what consent must still be told. */
export class CreateOutbox extends Migration {
  override up(): void {
    this.addSql(`create table outbox (
      id bigserial primary key,
      at timestamptz not null,
      dossier_id uuid not null,
      kind text not null,
      payload jsonb not null,
      sent_at timestamptz)`)
    this.addSql(`create index outbox_unsent on outbox (id) where sent_at is null`)
    this.addSql(`create index outbox_dossier on outbox (dossier_id)`)
  }
}

/** How long to wait before telling again what could not be told. */
const PATIENCE_MS = 2_000
const MOST_AT_ONCE = 100

interface Row {
  id: string
  dossier_id: string
  kind: Report['kind']
  payload: Pick<Report, 'by' | 'facts' | 'groups'>
}

/**
 * Facts first, messages after: a report is a row in the same transaction as the change that it is about, and goes to
 * consent once that is committed. What could not be told stays, and is told again until it was: at least once, in order.
 */
export class Outbox {
  readonly #schema: string
  readonly #sql: Sql
  readonly #house: Pick<House, 'report' | 'clock' | 'onError'>
  #last: Promise<void> = Promise.resolve()
  #next: Promise<void> | null = null
  #again: NodeJS.Timeout | null = null
  #closed = false

  constructor(schema: string, sql: Sql, house: Pick<House, 'report' | 'clock' | 'onError'>) {
    this.#schema = schema
    this.#sql = sql
    this.#house = house
  }

  /** Keeps a report, in the transaction of the change that it is about. */
  async put(transaction: EntityManager, { dossierId, kind, ...payload }: Report): Promise<void> {
    await transaction.execute(
      `insert into "${this.#schema}".outbox (at, dossier_id, kind, payload) values (?, ?, ?, ?)`,
      [this.#house.clock(), dossierId, kind, JSON.stringify(payload)],
    )
  }

  /** Tells consent what it was not told yet; resolves when that was tried. Never call it inside a transaction. */
  deliver(): Promise<void> {
    // One at a time; one that runs may have looked before this caller's commit, one that still waits has not.
    this.#next ??= this.#last.then(async () => {
      this.#next = null
      try {
        while ((await this.#some()) === MOST_AT_ONCE);
      } catch (error) {
        this.#house.onError(error)
        this.#later()
      }
    })
    this.#last = this.#next
    return this.#next
  }

  async #some(): Promise<number> {
    const rows = await this.#sql<Row>(
      `select id, dossier_id, kind, payload from "${this.#schema}".outbox where sent_at is null order by id limit ${MOST_AT_ONCE}`,
      [],
      `${this.#schema}-outbox`,
    )
    for (const { id, dossier_id, kind, payload } of rows) {
      if (this.#closed) return 0
      await this.#house.report({ dossierId: dossier_id, kind, ...payload })
      await this.#sql(`update "${this.#schema}".outbox set sent_at = $1 where id = $2`, [this.#house.clock(), id])
    }
    return rows.length
  }

  #later(): void {
    if (this.#again || this.#closed) return
    this.#again = setTimeout(() => {
      this.#again = null
      void this.deliver()
    }, PATIENCE_MS).unref()
  }

  /** Ends when what is on its way has arrived or failed. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#again) clearTimeout(this.#again)
    await this.#last
  }
}
