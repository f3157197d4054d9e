/** One contestant's figures in one row. What was not measured is left out. */
export interface Figures {
  contestant: string
  /** Units of work per second (requests, edits), the median of the rounds. */
  perSecond?: number
  /** CPU time of the server's processes per unit of work, in milliseconds, the median of the rounds. */
  cpuMs?: number
  /** Latency over all rounds, in milliseconds. */
  p50Ms?: number
  p99Ms?: number
  /** How far the rounds lie apart: (highest - lowest) / median of `perSecond`, or of whatever the ratio uses. */
  spread?: number
  /** Anything else worth a column of its own in results.json. */
  more?: Record<string, number | string>
}

/** What a row is about: one figure as a ratio, beside the one to reach. */
export interface Ratio {
  /** `hub / Apollo, requests per second` */
  name: string
  /** Null when it could not be measured; `why` then says so. */
  value: number | null
  reach: { atLeast: number } | { atMost: number }
  /** The rounds of one of the two lie too far apart to lean on it. */
  noisy: boolean
  why?: string
}

/** One row of the bench. Every file of a row exports one function, `(bench: Bench) => Promise<Row>`. */
export interface Row {
  name: string
  /** What is done, on which database, in a sentence. */
  what: string
  ratios: Ratio[]
  figures: Figures[]
  /** What was compared before anything was timed, what was left out, and what to mind. */
  notes: string[]
}

/** What `main.ts` gives to every row. */
export interface Bench {
  /** For tests: one short round, few of everything. The figures mean nothing. */
  quick: boolean
  /** A PostgreSQL database of this run alone, without tables, or null when there is none to be had. Gone after the bench. */
  postgresql(): Promise<{ url: string; what: string } | null>
  /** Says what is going on, to who waits. */
  say(line: string): void
}

/** More than this between the lowest and the highest round, and a figure is too noisy to lean on. */
export const NOISY = 0.15

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** (highest - lowest) / median; 0 for one round. */
export const spreadOf = (values: readonly number[]): number =>
  (Math.max(...values) - Math.min(...values)) / median(values)

/** Whether the ratio is reached; null when it was not measured. */
export const isReached = ({ value, reach }: Ratio): boolean | null => {
  if (value === null) return null
  return 'atLeast' in reach ? value >= reach.atLeast : value <= reach.atMost
}
