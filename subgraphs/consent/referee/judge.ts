import { internal } from '@doorstroomhub/kit/errors.ts'
import type { Sql } from '@doorstroomhub/kit/database.ts'
import type { Ask, GroupJudgement, Judge, Judgement } from '@doorstroomhub/kit/judge.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import { decide, relationOf, type Decision, type Relation } from '../rules/decide.ts'
import type { Asker, Facts } from '../rules/facts.ts'
import { isFieldGroup, type FieldGroup } from '../rules/words.ts'
import { askerOf, FactsReader } from './facts.ts'
import { ReadLog, type Line } from './log.ts'

/** What one operation already knows of the dossiers it touches; gone with the operation. */
type Known = Map<string, Promise<Facts | null>>

/** Asked by who writes the content of a dossier that an import is about to open: a right, and no group that anybody reads. */
const ENTERING = 'ENTERING'

const NOBODY: Judgement = { related: false, dossierId: null, relation: null, groups: {} }
/** Rights that move while they are judged are judged again; who cannot keep up gets no answer rather than a stale one. */
const MOST_ATTEMPTS = 4

interface Verdict {
  facts: Facts
  relation: Relation
  decisions: Map<FieldGroup, Decision>
}

/** The referee of the hub: the one place where it is decided who reads what, and where that is written down. */
export class Referee {
  readonly #log: ReadLog
  readonly #reader: FactsReader
  readonly #clock: () => Date
  #known = new WeakMap<Asking, Known>()
  /** Of applications; an application never moves to another dossier. */
  readonly #dossiers = new WeakMap<Asking, Map<string, Promise<string | null>>>()

  constructor(sql: Sql, clock: () => Date) {
    this.#log = new ReadLog(sql)
    this.#reader = new FactsReader(sql)
    this.#clock = clock
  }

  /** Facts of these dossiers for this asker, read once per operation. */
  async facts(asking: Asking, dossierIds: readonly string[]): Promise<(Facts | null)[]> {
    const asker = askerOf(asking)
    if (!asker) return dossierIds.map(() => null)
    const known = this.#known.get(asking) ?? new Map<string, Promise<Facts | null>>()
    this.#known.set(asking, known)
    const missing = [...new Set(dossierIds)].filter((id) => !known.has(id))
    if (missing.length > 0) {
      const reading = this.#reader.read(asker, missing)
      for (const id of missing) {
        const one = reading.then((read) => read.get(id) ?? null)
        // The failure is met by who awaits it below; without this a second one would end the process.
        one.catch(() => known.delete(id))
        known.set(id, one)
      }
    }
    return Promise.all(dossierIds.map((id) => known.get(id) as Promise<Facts | null>))
  }

  /** The facts as they matter to anybody who reads for this institution, whoever asks: to show an owner what is open to it. */
  async factsFor(institution: string, dossierId: string): Promise<Facts | null> {
    const anybody: Asker = { subject: '', role: 'INTAKER', brin: institution, municipality: null, scopes: [] }
    return (await this.#reader.read(anybody, [dossierId])).get(dossierId) ?? null
  }

  /** After a command: what this operation read before no longer counts. */
  forget(asking: Asking): void {
    this.#known.delete(asking)
    this.#dossiers.delete(asking)
  }

  /** After a report by another subgraph, which does not say in whose operation it came: nobody's earlier reading counts. */
  forgetAll(): void {
    this.#known = new WeakMap()
  }

  readonly agreement = (id: string) => this.#reader.agreement(id)

  readonly judge: Judge = async (asking, subgraph, asks) => {
    const asker = askerOf(asking)
    if (!asker) return asks.map(() => NOBODY)
    if (asks.some(({ groups }) => groups.includes(ENTERING))) return this.#entering(asker, asks)
    const dossierIds = await this.#dossiersOf(asking, asks)
    const now = this.#clock()
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const verdicts = await this.#verdicts(asking, asker, asks, dossierIds, now)
      // A reading that goes on (an open document) was logged when it began.
      const read = verdicts.filter((_verdict, index) => !asks[index]?.renewal)
      const stale = await this.#log.write(asking, subgraph, now, linesOf(read))
      if (stale.size === 0) return asks.map((ask, index) => toJudgement(ask, verdicts[index] ?? null))
      for (const id of stale) this.#known.get(asking)?.delete(id)
    }
    throw internal(new Error('rights kept moving while they were judged'))
  }

  /** Nothing is read, so that nothing is logged; there is no dossier yet, and none but the one who reserved its id knows of it. */
  async #entering(asker: Asker, asks: readonly Ask[]): Promise<Judgement[]> {
    const ids = await this.#reader.reservedFor(
      asker,
      asks.flatMap(({ dossierId }) => dossierId ?? []),
    )
    const open: GroupJudgement = { allowed: true, basis: 'SCHOOL_TASK', leftOut: [], facts: {} }
    return asks.map(({ dossierId = null }) =>
      dossierId !== null && ids.has(dossierId)
        ? { related: true, dossierId, relation: 'ENTERING', groups: { [ENTERING]: open } }
        : NOBODY,
    )
  }

  async #dossiersOf(asking: Asking, asks: readonly Ask[]): Promise<(string | null)[]> {
    const known = this.#dossiers.get(asking) ?? new Map<string, Promise<string | null>>()
    this.#dossiers.set(asking, known)
    const applications = asks.flatMap(({ applicationId }) => (applicationId === undefined ? [] : [applicationId]))
    // Mostly the operation came by the dossiers, and their facts name their applications: no question, and no turn later than the others.
    if (applications.some((id) => !known.has(id)))
      for (const reading of [...(this.#known.get(asking)?.values() ?? [])]) {
        const facts = await reading.catch(() => null)
        for (const { id } of facts?.applications ?? []) known.set(id, Promise.resolve(facts!.dossierId))
      }
    const missing = applications.filter((id) => !known.has(id))
    if (missing.length > 0) {
      const reading = this.#reader.dossiersOf(missing)
      for (const id of missing) {
        const one = reading.then((read) => read.get(id) ?? null)
        // The failure is met by who awaits it below; without this a second one would end the process.
        one.catch(() => known.delete(id))
        known.set(id, one)
      }
    }
    return Promise.all(
      asks.map(
        async ({ dossierId, applicationId }) =>
          dossierId ?? (applicationId === undefined ? null : known.get(applicationId)!),
      ),
    )
  }

  async #verdicts(
    asking: Asking,
    asker: Asker,
    asks: readonly Ask[],
    dossierIds: readonly (string | null)[],
    now: Date,
  ): Promise<(Verdict | null)[]> {
    const facts = await this.facts(
      asking,
      dossierIds.filter((id) => id !== null),
    )
    let next = 0
    return asks.map((ask, index) => {
      const one = dossierIds[index] === null ? null : facts[next++]
      const relation = one ? relationOf(one, asker, now) : null
      if (!one || !relation || !isOwnApplication(ask, one, relation)) return null
      const decisions = new Map<FieldGroup, Decision>()
      for (const group of ask.groups)
        if (isFieldGroup(group)) decisions.set(group, decide(one, asker, group, asking.purpose, now))
      return { facts: one, relation, decisions }
    })
  }
}

/** To an institution another institution's application does not exist, though the dossier is its business. */
const isOwnApplication = ({ applicationId }: Ask, facts: Facts, relation: Relation): boolean =>
  relation !== 'MBO' || applicationId === undefined || facts.applications.some(({ id }) => id === applicationId)

/** One line per dossier and basis; the owner's own reading is not logged. */
function linesOf(verdicts: readonly (Verdict | null)[]): Line[] {
  const lines = new Map<string, Line>()
  for (const verdict of verdicts) {
    if (!verdict || verdict.relation === 'OWNER') continue
    const { facts, decisions } = verdict
    for (const [group, decision] of decisions) {
      if (!decision.allowed || decision.basis === null) continue
      const key = `${facts.dossierId}:${decision.basis}`
      const line = lines.get(key)
      if (line) line.groups.add(group)
      else
        lines.set(key, {
          dossierId: facts.dossierId,
          rights: facts.rights,
          agreementId: facts.agreement?.id ?? null,
          basis: decision.basis,
          groups: new Set([group]),
        })
    }
  }
  return [...lines.values()]
}

function toJudgement(ask: Ask, verdict: Verdict | null): Judgement {
  if (!verdict) return NOBODY
  const { facts, relation, decisions } = verdict
  const groups: Record<string, GroupJudgement> = {}
  for (const group of ask.groups) {
    const decision = isFieldGroup(group) ? decisions.get(group) : undefined
    if (!decision) continue
    const { allowed, basis, leftOut, detail, write, comment, accept, sections } = decision
    groups[group] = {
      allowed,
      basis,
      leftOut,
      facts: {
        detail,
        write,
        comment,
        accept,
        rights: facts.rights,
        ...(sections ? { sections } : {}),
        ...(group === 'PERSONAL_NUMBER' ? { statementGiven: facts.numberStatement } : {}),
      },
    }
  }
  return { related: true, dossierId: facts.dossierId, relation, groups }
}
