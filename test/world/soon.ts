import { availableParallelism, loadavg } from 'node:os'
import { expect } from 'vitest'

const SECOND = 1_000
/** With more work waiting than there are cores a second on the clock says nothing of the hub: then only "it happened" is held. */
const BUSY_MS = 10_000

/** Holds that something took less than a second, on a machine that is not overloaded; says what it measured, and when it is noise. */
export function expectWithinASecond(what: string, took: number): void {
  const isBusy = loadavg()[0]! > availableParallelism()
  process.stdout.write(`${what}: ${Math.round(took)} ms${isBusy ? ' (busy machine: noise)' : ''}\n`)
  expect(took, what).toBeLessThan(isBusy ? BUSY_MS : SECOND)
}
