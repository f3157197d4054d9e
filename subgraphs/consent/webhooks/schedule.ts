const SECOND = 1_000
const HOUR = 3_600 * SECOND

/** How long a receiver may be down before it is left alone. */
export const A_DAY_MS = 24 * HOUR
const FIRST_MS = 5 * SECOND
const LONGEST_MS = 4 * HOUR
const FACTOR = 4
/** So that receivers that fell together are not called together. */
const JITTER = 0.2

/** How long to wait after this many failures in a row: 5 s, 20 s, 80 s, 5 min, 21 min, 85 min, then every 4 hours, a fifth more or less. */
export function waitAfter(attempts: number, random: () => number): number {
  const wait = Math.min(LONGEST_MS, FIRST_MS * FACTOR ** (attempts - 1))
  return Math.round(wait * (1 - JITTER + 2 * JITTER * random()))
}
