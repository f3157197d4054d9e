import DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import type { AccessTable } from './access.ts'
import type { EntityManager, Sql } from './database.ts'
import { foreseenGroups } from './foreseen.ts'
import type { GroupJudgement, Judge, Judgement } from './judge.ts'
import type { Asking } from './viewer.ts'

/** What every resolver of every subgraph has. One per operation and subgraph; nothing in it lives longer. */
export interface OperationContext {
  asking: Asking
  judgements: Judgements
  /** This operation's unit of work. */
  em: EntityManager
  sql: Sql
  now: () => Date
}

/** What a guard and a resolver learn about one group of one dossier. */
export interface GroupAnswer extends GroupJudgement {
  related: boolean
  relation: string | null
}

const CLOSED: GroupJudgement = { allowed: false, basis: null, leftOut: [], facts: {} }

type Question = { dossierId: string } | { applicationId: string }
const idOf = (question: Question): string => ('dossierId' in question ? question.dossierId : question.applicationId)

/**
 * One operation's conversation with the referee: everything asked in one turn goes in one call,
 * each group of each dossier is judged (and logged) once, nothing is kept past the operation.
 */
export class Judgements {
  readonly #judge: Judge
  readonly #asking: Asking
  readonly #subgraph: string
  readonly #access: AccessTable
  readonly #loader: DataLoader<{ question: Question; group: string | null }, Judgement, string>

  constructor(judge: Judge, asking: Asking, subgraph: string, access: AccessTable = {}) {
    this.#judge = judge
    this.#asking = asking
    this.#subgraph = subgraph
    this.#access = access
    this.#loader = new DataLoader((keys) => this.#ask(keys), {
      cacheKeyFn: ({ question, group }) => `${'dossierId' in question ? 'd' : 'a'}:${idOf(question)}:${group ?? ''}`,
    })
  }

  /**
   * Whether this dossier is the asker's business, and how. Reads no group, so it leaves no line in the log. `foreseen`: groups that the
   * operation reads next if it is (foreseen.ts): asked in the same turn, they cost no second way to the referee.
   */
  async related(dossierId: string, foreseen: readonly string[] = []): Promise<Judgement> {
    return this.#related({ dossierId }, foreseen)
  }

  /** The same question about the dossier of an application. */
  async relatedOfApplication(applicationId: string, foreseen: readonly string[] = []): Promise<Judgement> {
    return this.#related({ applicationId }, foreseen)
  }

  /** The groups that this operation reads next of each entity of a type. */
  foreseen(type: string, info: GraphQLResolveInfo): string[] {
    return foreseenGroups(this.#access, type, info)
  }

  #related(question: Question, foreseen: readonly string[]): Promise<Judgement> {
    // What fails here is met by who asks for the group, or by the one below.
    for (const group of foreseen) this.#loader.load({ question, group }).catch(() => undefined)
    return this.#loader.load({ question, group: null })
  }

  /** May the asker read this group? When it says so, the reading is in the log already. */
  async may(dossierId: string, group: string): Promise<GroupAnswer> {
    return answer(await this.#loader.load({ question: { dossierId }, group }), group)
  }

  /** The same for what hangs on an application. */
  async mayOfApplication(applicationId: string, group: string): Promise<GroupAnswer & { dossierId: string | null }> {
    const judgement = await this.#loader.load({ question: { applicationId }, group })
    return { ...answer(judgement, group), dossierId: judgement.dossierId }
  }

  async #ask(keys: readonly { question: Question; group: string | null }[]): Promise<Judgement[]> {
    const asks = new Map<string, { question: Question; groups: string[] }>()
    for (const { question, group } of keys) {
      const ask = asks.get(idOf(question)) ?? { question, groups: [] }
      if (group !== null) ask.groups.push(group)
      asks.set(idOf(question), ask)
    }
    const ids = [...asks.keys()]
    const judgements = await this.#judge(
      this.#asking,
      this.#subgraph,
      [...asks.values()].map(({ question, groups }) => ({ ...question, groups })),
    )
    const byId = new Map(ids.map((id, index) => [id, judgements[index]]))
    return keys.map(({ question }) => byId.get(idOf(question)) as Judgement)
  }
}

function answer(judgement: Judgement, group: string): GroupAnswer {
  return { related: judgement.related, relation: judgement.relation, ...(judgement.groups[group] ?? CLOSED) }
}
