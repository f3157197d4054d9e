import type { Judge } from '@doorstroomhub/kit/judge.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import { accessTo } from '../sections.ts'
import type { Connection } from './connection.ts'
import { CLOSE, type Limits } from './limits.ts'
import type { Storage } from './storage.ts'

const GROUP = 'INTAKE_PREPARATION'
const SUBGRAPH = 'intake-preparation'
/** How many questions are at the referee at once. */
const AT_ONCE = 8

/** What the rooms need to judge. */
export interface RightsParts {
  judge: Judge
  storage: Storage
  clock: () => Date
  limits: Limits
  /** The asker as a later operation, which the referee believes though the gateway's word has grown old (docs/decisions/rooms.md). */
  renew: (asking: Asking) => Promise<Asking>
}

/** Who is in, under which rights. Asked at the door, at every change of rights, and every 15 s. */
export class Rights {
  readonly #parts: RightsParts
  readonly #byDossier = new Map<string, Set<Connection>>()
  /** The highest count of rights that was heard of, per dossier that has sockets here. */
  readonly #heard = new Map<string, number>()

  constructor(parts: RightsParts) {
    this.#parts = parts
  }

  add(connection: Connection): void {
    const { dossierId } = connection.place
    const known = this.#byDossier.get(dossierId) ?? new Set()
    this.#byDossier.set(dossierId, known.add(connection))
  }

  remove(connection: Connection): void {
    const { dossierId } = connection.place
    const known = this.#byDossier.get(dossierId)
    known?.delete(connection)
    if (known?.size === 0) {
      this.#byDossier.delete(dossierId)
      this.#heard.delete(dossierId)
    }
  }

  ofDossier(dossierId: string): Connection[] {
    return [...(this.#byDossier.get(dossierId) ?? [])]
  }

  *all(): Iterable<Connection> {
    for (const connections of this.#byDossier.values()) yield* connections
  }

  /** Rights changed: first the fence, so that writes in flight die, then everybody is judged again. */
  async changed(dossierId: string, rights: number | null): Promise<void> {
    const connections = this.ofDossier(dossierId)
    if (connections.length === 0) return
    if (rights !== null) {
      try {
        await this.#raise(dossierId, rights)
      } catch {
        for (const connection of connections) connection.close(CLOSE.tryAgain)
        return
      }
    }
    await this.judge(connections)
  }

  /** Whether rights moved on since this connection was judged. */
  isBehind(connection: Connection): boolean {
    return (this.#heard.get(connection.place.dossierId) ?? 0) > connection.rights
  }

  async #raise(dossierId: string, rights: number): Promise<void> {
    const heard = this.#heard.get(dossierId) ?? 0
    if (rights <= heard) return
    this.#heard.set(dossierId, rights)
    await this.#parts.storage.raiseFence(dossierId, rights)
  }

  /**
   * Judges open sockets again and closes those that may not stay. The referee failing is never "allowed" and never
   * "forbidden": those sockets come back later. `first` is the opening of a section, which the read log keeps.
   */
  async judge(connections: readonly Connection[], first = false): Promise<void> {
    const groups = new Map<string, Connection[]>()
    for (const connection of connections) {
      if (connection.closed) continue
      const key = JSON.stringify([connection.applicationId, connection.asking.purpose, connection.viewer])
      groups.set(key, [...(groups.get(key) ?? []), connection])
    }
    const waiting = [...groups.values()]
    const work = async () => {
      for (let group = waiting.pop(); group; group = waiting.pop()) await this.#judgeOne(group, first)
    }
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, waiting.length) }, work))
  }

  async #judgeOne(connections: readonly Connection[], first: boolean): Promise<void> {
    const [{ asking, applicationId, place }] = connections as [Connection]
    try {
      // Never with an asker that was judged before: what the referee read for one operation it does not read again.
      const [judgement] = await this.#parts.judge(await this.#parts.renew(asking), SUBGRAPH, [
        { applicationId, groups: [GROUP], renewal: !first },
      ])
      const answer = judgement?.related && judgement.dossierId === place.dossierId ? judgement.groups[GROUP] : undefined
      const facts = answer?.allowed ? answer.facts : {}
      const rights = Number(answer?.facts['rights'] ?? 0)
      await this.#raise(place.dossierId, rights)
      for (const connection of connections) {
        // An answer that was overtaken by a newer one says nothing.
        if (answer?.facts['rights'] !== undefined && rights < connection.rights) continue
        connection.access = accessTo(facts, connection.place.section)
        connection.rights = Math.max(connection.rights, rights)
        connection.judgedAt = this.#parts.clock().getTime()
        if (connection.access === 'NONE') connection.close(CLOSE.forbidden)
      }
    } catch {
      for (const connection of connections) connection.close(CLOSE.tryAgain)
    }
  }

  /** Those whose judgement is older than it may be, or whose session ended. */
  async tick(now: number): Promise<void> {
    const due: Connection[] = []
    for (const connection of this.all()) {
      if (connection.until !== null && connection.until <= now) connection.close(CLOSE.sessionEnded)
      else if (connection.judgedAt > 0 && now - connection.judgedAt >= this.#parts.limits.judgeEvery)
        due.push(connection)
    }
    await this.judge(due)
  }
}
