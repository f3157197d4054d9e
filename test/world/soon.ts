import { availableParallelism, loadavg } from 'node:os'
import { expect } from 'vitest'

const SECOND = 1_000
/** With more work waiting than there are cores a time on the clock says nothing of the hub: then only "it happened" is held. */
const BUSY = 10

/** Holds that something took less than so many milliseconds, on a machine that is not overloaded; says what it measured, and when it is noise. */
export function expectWithin(mostMs: number, what: string, tookMs: number, busyMs = mostMs * BUSY): void {
  const isBusy = loadavg()[0]! > availableParallelism()
  process.stdout.write(`${what}: ${Math.round(tookMs)} ms${isBusy ? ' (busy machine: noise)' : ''}\n`)
  expect(tookMs, what).toBeLessThan(isBusy ? busyMs : mostMs)
}

export const expectWithinASecond = (what: string, tookMs: number): void => expectWithin(SECOND, what, tookMs)
