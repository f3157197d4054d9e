import type { ClientState } from './protocol.ts'

/** Whose presence it is: a socket here, or another replica's. */
export interface Holder {
  subject: string
  /** What others see as `user`, whatever the client says. */
  user: { name: string; role: string }
}

interface Held extends ClientState {
  holder: Holder | null
  subject: string
  seenAt: number
}

const COLOUR = /^#[0-9a-f]{6}([0-9a-f]{2})?$/i

/** Who is in a room and where they point. A socket speaks for one Yjs client, the first that it names and nobody holds. */
export class Presence {
  readonly #held = new Map<number, Held>()
  readonly #clientOf = new Map<Holder, number>()
  readonly #largest: number

  constructor(largest: number) {
    this.#largest = largest
  }

  /**
   * Takes what a socket says of itself, and drops what it repeats of others (stock clients repeat all they hear).
   * Answers what others should hear, and what to say to the socket itself so that it announces itself anew.
   */
  receive(
    holder: Holder,
    states: readonly ClientState[],
    now: number,
  ): { changed: ClientState[]; poke: ClientState | null } {
    const changed: ClientState[] = []
    let poke: ClientState | null = null
    for (const said of states) {
      const held = this.#held.get(said.client)
      if (!this.#isOwn(holder, said, held)) continue
      const text = said.state === null ? null : this.#signed(holder, said.state)
      if (text === undefined) continue
      // Others already heard that this client left at this clock: only a higher one will bring it back to them.
      if (text !== null && held && held.state === null && said.clock <= held.clock) {
        poke = { client: said.client, clock: said.clock, state: null }
        this.#bind(holder, said.client)
        continue
      }
      if (held && said.clock < held.clock) continue
      this.#bind(holder, said.client)
      const state = { client: said.client, clock: said.clock, state: text }
      this.#held.set(said.client, {
        ...state,
        holder: text === null ? null : holder,
        subject: holder.subject,
        seenAt: now,
      })
      changed.push(state)
    }
    return { changed, poke }
  }

  #bind(holder: Holder, client: number): void {
    this.#clientOf.set(holder, client)
    const held = this.#held.get(client)
    if (held) held.holder = holder
  }

  #isOwn(holder: Holder, { client, state }: ClientState, held: Held | undefined): boolean {
    const own = this.#clientOf.get(holder)
    if (own !== undefined)
      return own === client && (!held?.holder || held.holder === holder || held.subject === holder.subject)
    if (state === null) return false
    return held === undefined || held.subject === holder.subject
  }

  /** The state with the viewer's own name in it; undefined when it is no state. */
  #signed(holder: Holder, text: string): string | undefined {
    if (Buffer.byteLength(text) > this.#largest) return undefined
    let state: unknown
    try {
      state = JSON.parse(text)
    } catch {
      return undefined
    }
    if (typeof state !== 'object' || state === null || Array.isArray(state)) return undefined
    const colours: Record<string, string> = {}
    const said = (state as { user?: Record<string, unknown> }).user
    for (const name of ['color', 'colorLight']) {
      const colour = typeof said === 'object' && said !== null ? said[name] : null
      if (typeof colour === 'string' && COLOUR.test(colour)) colours[name] = colour
    }
    return JSON.stringify({ ...state, user: { ...holder.user, ...colours } })
  }

  /** Another replica's word; it has checked and signed it. */
  receiveRemote(states: readonly (ClientState & { subject: string })[], now: number): ClientState[] {
    const changed: ClientState[] = []
    for (const { subject, ...state } of states) {
      const held = this.#held.get(state.client)
      const isNew =
        !held || held.clock < state.clock || (held.clock === state.clock && state.state === null && held.state !== null)
      // A socket that moved here from there is ours now; its leaving there is no news.
      if (held?.holder && held.clock >= state.clock) continue
      if (held) held.seenAt = now
      if (!isNew) continue
      this.#held.set(state.client, { ...state, holder: null, subject, seenAt: now })
      changed.push(state)
    }
    return changed
  }

  /** A socket closed: its client is gone, unless another socket of the same person took it over. */
  leave(holder: Holder): ClientState[] {
    const client = this.#clientOf.get(holder)
    this.#clientOf.delete(holder)
    const held = client === undefined ? undefined : this.#held.get(client)
    if (!held || held.holder !== holder || held.state === null) return []
    held.state = null
    held.holder = null
    return [{ client: held.client, clock: held.clock, state: null }]
  }

  /** Forgets those of whom nothing was heard, such as a replica that died. */
  expire(before: number): ClientState[] {
    const gone: ClientState[] = []
    for (const held of this.#held.values()) {
      if (held.seenAt >= before) continue
      if (held.state === null) {
        // Long gone: nobody needs its clock any more.
        if (!held.holder) this.#held.delete(held.client)
      } else {
        held.state = null
        held.seenAt = before
        gone.push({ client: held.client, clock: held.clock, state: null })
      }
    }
    return gone
  }

  /** Everybody who is here. */
  all(): ClientState[] {
    return [...this.#held.values()]
      .filter(({ state }) => state !== null)
      .map(({ client, clock, state }) => ({ client, clock, state }))
  }

  /** Those whose sockets are on this replica, for another one that asks. */
  local(): (ClientState & { subject: string })[] {
    return [...this.#held.values()]
      .filter(({ holder, state }) => holder !== null && state !== null)
      .map(({ client, clock, state, subject }) => ({ client, clock, state, subject }))
  }

  subjectOf(client: number): string {
    return this.#held.get(client)?.subject ?? ''
  }
}
