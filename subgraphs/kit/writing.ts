import type { GroupAnswer, OperationContext } from './context.ts'
import type { EntityManager, SchemaDatabase, SchemaOptions } from './database.ts'
import { CreateErasure, dossierLock, Erasures } from './erasure.ts'
import { HubError, notAvailable, notFound, unauthenticated } from './errors.ts'
import { CreateOutbox, Outbox } from './outbox.ts'
import { isOutsider } from './reader.ts'
import type { House, Report } from './subgraph.ts'

/** What the referee may say somebody may do to a group, beside reading it. */
export type Right = 'write' | 'comment' | 'accept'

/** Says that reading is all that this person may do here; never said to an outsider. */
const onlyToRead = (): HubError =>
  new HubError('NOT_AVAILABLE', {
    en: 'You may read this. Changing it is for somebody else.',
    nl: 'Dit is om te lezen. Veranderen kan alleen iemand anders.',
  })

/**
 * The referee's word that the asker may do one of these things to a group of this dossier; else the error that goes out.
 * Content is changed by the student's own circle and school alone, so that an outsider is not even judged: that would
 * leave a line in the read log of something that was not read.
 */
export async function mayChange(
  context: OperationContext,
  dossierId: string,
  group: string,
  ...rights: [Right, ...Right[]]
): Promise<GroupAnswer> {
  if (!context.asking.viewer) throw unauthenticated()
  const relation = await context.judgements.related(dossierId)
  if (!relation.related) throw notFound()
  if (isOutsider(relation)) throw notAvailable()
  const answer = await context.judgements.may(dossierId, group)
  if (!answer.allowed) throw notAvailable()
  if (!rights.some((right) => answer.facts[right] === true)) throw onlyToRead()
  return answer
}

/**
 * The same for an item that is named by its own id; `dossierId` is null when there is no such item. To an outsider an
 * item never exists: otherwise the answer would tell whether one that was shared before is still there.
 */
export async function mayChangeItem(
  context: OperationContext,
  dossierId: string | null,
  group: string,
  ...rights: [Right, ...Right[]]
): Promise<string> {
  if (!context.asking.viewer) throw unauthenticated()
  if (dossierId === null || isOutsider(await context.judgements.related(dossierId))) throw notFound()
  await mayChange(context, dossierId, group, ...rights)
  return dossierId
}

/** What commands have beside what all resolvers have. */
export interface WritingContext extends OperationContext {
  writing: Writing
  /** By dossier; what they hold of one is forgotten when it was changed. */
  loaders: Record<string, { clear(dossierId: string): unknown }>
}

/**
 * Tells consent, once the change is committed: CONTENT voids approvals, and names the groups by which an institution may hear
 * of it; FACTS are what decisions need.
 */
export type Tell = (
  ...told: [kind: 'CONTENT', groups: readonly string[]] | [kind: 'FACTS', facts: Record<string, unknown>]
) => void

/** The tables that writing needs, as the second step of a subgraph's migrations. */
export const writingMigrations = [
  { name: '0002-outbox', class: CreateOutbox },
  { name: '0003-erasure', class: CreateErasure },
]

/** How content is changed and destroyed in one subgraph. */
export class Writing {
  readonly #schema: string
  readonly #outbox: Outbox
  readonly #erasures: Erasures

  private constructor(schema: string, outbox: Outbox, erasures: Erasures) {
    this.#schema = schema
    this.#outbox = outbox
    this.#erasures = erasures
  }

  /**
   * Opens it, and does what was left undone when the process ended last time. `entities`: all of the subgraph;
   * `logs`: tables that tell who did what and hold no content, which stay when a dossier is erased, without names.
   */
  static open(
    schema: string,
    entities: SchemaOptions['entities'],
    database: SchemaDatabase,
    house: House,
    logs: readonly string[] = [],
  ): Writing {
    const tables = entities
      .filter(({ meta }) => 'dossierId' in meta.properties && !logs.includes(meta.tableName))
      .map(({ meta }) => meta.tableName)
    const outbox = new Outbox(schema, database.sql, house)
    const erasures = new Erasures(schema, { tables, logs }, database, house)
    void outbox.deliver()
    void erasures.follow()
    return new Writing(schema, outbox, erasures)
  }

  /**
   * One change to one dossier's content: one transaction with what it tells, or nothing at all. Changes of the same dossier
   * wait for each other, so that counts and versions read inside hold. An erased dossier is not found.
   */
  async change<Result>(
    em: EntityManager,
    context: WritingContext,
    dossierId: string,
    change: (transaction: EntityManager, tell: Tell) => Promise<Result>,
  ): Promise<Result> {
    const { viewer } = context.asking
    if (!viewer) throw unauthenticated()
    const by = { subject: viewer.subject, role: viewer.role }
    const result = await em.transactional(async (transaction) => {
      await transaction.execute(dossierLock(this.#schema), [dossierId])
      const erased = await transaction.execute(`select 1 from "${this.#schema}".erased where dossier_id = ?`, [
        dossierId,
      ])
      if (erased.length > 0) throw notFound()
      const reports: Report[] = []
      const changed = await change(transaction, (kind, told) =>
        reports.push({ dossierId, kind, by, ...(kind === 'CONTENT' ? { groups: told } : { facts: told }) } as Report),
      )
      await transaction.flush()
      for (const report of reports) await this.#outbox.put(transaction, report)
      return changed
    })
    context.em.clear()
    for (const loader of Object.values(context.loaders)) loader.clear(dossierId)
    await this.#outbox.deliver()
    return result
  }

  /**
   * Content of dossiers that are still to open, many in one transaction: nobody reads them, so nothing is told. What was
   * destroyed meanwhile does not come back.
   */
  async enter(
    em: EntityManager,
    dossierIds: readonly string[],
    write: (transaction: EntityManager) => Promise<unknown>,
  ): Promise<void> {
    const json = JSON.stringify(dossierIds)
    await em.transactional(async (transaction) => {
      // In one order everywhere, so that two of these never wait for each other.
      await transaction.execute(
        `select pg_advisory_xact_lock(hashtextextended('${this.#schema}:' || id, 0))
          from (select jsonb_array_elements_text(?::jsonb) as id order by 1) as entered`,
        [json],
      )
      const gone = await transaction.execute(
        `select 1 from "${this.#schema}".erased where dossier_id in (select jsonb_array_elements_text(?::jsonb)::uuid)`,
        [json],
      )
      if (gone.length > 0) throw notFound()
      await write(transaction)
    })
  }

  /** Tells consent what it was not told yet. */
  deliver(): Promise<void> {
    return this.#outbox.deliver()
  }

  /** Destroys what was erased. */
  erase(): Promise<void> {
    return this.#erasures.follow()
  }

  async close(): Promise<void> {
    await this.#erasures.close()
    await this.#outbox.close()
  }
}
