import { comparable, mustBeAlike } from './compare.ts'
import type { Asker } from './load.ts'
import { cpuOf } from './machine.ts'
import { median, spreadOf, type Figures } from './row.ts'

/** A contestant that is up and answers. */
export interface Running {
  contestant: string
  url: string
  headers: Record<string, string>
  /** All processes of the server's side; the database's own are not among them. */
  pids: readonly number[]
}

export interface Plan {
  body: string
  atOnce: number
  /** Each contestant is warmed up this long before anything counts. */
  warmSeconds: number
  /** And for so many requests. */
  warmRequests?: number
  roundSeconds: number
  rounds: number
}

/** What one contestant did in each round. */
export interface Measured {
  contestant: string
  perSecond: number[]
  cpuMs: number[] | null
  /** Of the first process alone: of a gateway without its subgraphs. */
  ownCpuMs?: number[] | null
  latencies: number[]
}

/** Warms up and then asks one contestant after the other, A B C A B C: what disturbs the machine disturbs all alike. */
export async function measure(asker: Asker, running: readonly Running[], plan: Plan): Promise<Measured[]> {
  const { body, atOnce, warmSeconds, warmRequests = 0, roundSeconds, rounds } = plan
  const measured = running.map(({ contestant }): Measured => ({
    contestant,
    perSecond: [],
    cpuMs: [],
    ownCpuMs: [],
    latencies: [],
  }))
  for (const { url, headers } of running)
    await asker.ask({ url, headers, body, atOnce, seconds: warmSeconds, atLeast: warmRequests })
  for (let round = 0; round < rounds; round++) {
    for (const [index, { contestant, url, headers, pids }] of running.entries()) {
      const into = measured[index]!
      const own = pids.slice(0, 1)
      const [before, ownBefore] = [cpuOf(pids), cpuOf(own)]
      const loaded = await asker.ask({ url, headers, body, atOnce, seconds: roundSeconds })
      const [after, ownAfter] = [cpuOf(pids), cpuOf(own)]
      if (loaded.otherwise !== undefined) {
        mustBeAlike(
          comparable(loaded.first),
          comparable(loaded.otherwise),
          `${contestant}, asked by ${atOnce} at once,`,
        )
        throw new Error(`${contestant} gave ${loaded.different} answers of another length than the first.`)
      }
      into.perSecond.push(loaded.requests / loaded.seconds)
      if (before === null || after === null) into.cpuMs = null
      else into.cpuMs?.push((after - before) / loaded.requests)
      if (ownBefore === null || ownAfter === null) into.ownCpuMs = null
      else into.ownCpuMs?.push((ownAfter - ownBefore) / loaded.requests)
      into.latencies.push(...loaded.latencies)
    }
  }
  return measured
}

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!

/** Half of these, and all but one in a hundred, are at or below. */
export function percentiles(values: readonly number[]): { p50Ms: number; p99Ms: number } {
  const sorted = values.toSorted((a, b) => a - b)
  return { p50Ms: at(sorted, 0.5), p99Ms: at(sorted, 0.99) }
}

/** The rounds of one contestant as figures: medians, and how far the rounds lie apart. */
export function figuresOf({ contestant, perSecond, cpuMs, ownCpuMs, latencies }: Measured): Figures {
  return {
    contestant,
    perSecond: median(perSecond),
    ...(cpuMs === null ? {} : { cpuMs: median(cpuMs) }),
    ...percentiles(latencies),
    spread: spreadOf(perSecond),
    ...(cpuMs === null
      ? {}
      : { more: { cpuSpread: spreadOf(cpuMs), ...(ownCpuMs && { firstProcessCpuMs: median(ownCpuMs) }) } }),
  }
}
