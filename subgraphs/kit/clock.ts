/** A clock that goes by the database's time, whatever the clock of its own machine says: rights that depend on a moment are the same everywhere. */
export interface FollowingClock {
  now(): Date
  /** Asks the time once and from then on now and again; until the first answer the machine's own clock counts. */
  follow(ask: () => Promise<Date>): Promise<void>
  stop(): void
}

const EVERY_MS = 15_000
/** Less than this is the way there and back; a clock that goes straight on is worth more. */
const JITTER_MS = 500
/** An answer that took longer says too little. */
const LONGEST_MS = 2_000

export function followingClock({ everyMs = EVERY_MS }: { everyMs?: number } = {}): FollowingClock {
  // What must be added to the time since this process began, which no change of the machine's clock moves.
  let base: number | null = null
  let timer: NodeJS.Timeout | undefined
  const own = (): number => (base === null ? Date.now() : base + performance.now())

  async function look(ask: () => Promise<Date>): Promise<void> {
    const began = performance.now()
    const told = await ask()
    const took = performance.now() - began
    if (took > LONGEST_MS && base !== null) return
    const next = told.getTime() + took / 2 - performance.now()
    if (base === null || Math.abs(next - base) > JITTER_MS) base = next
  }

  return {
    now: () => new Date(own()),
    async follow(ask) {
      clearInterval(timer)
      // Who cannot be asked now is asked again; in between the clock goes on by itself.
      timer = setInterval(() => void look(ask).catch(() => undefined), everyMs)
      timer.unref()
      await look(ask)
    },
    stop: () => clearInterval(timer),
  }
}
