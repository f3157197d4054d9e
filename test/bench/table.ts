import type { Machine } from './machine.ts'
import { isReached, NOISY, type Figures, type Ratio, type Row } from './row.ts'

/** A whole run, as results.json holds it. */
export interface Results {
  at: string
  quick: boolean
  machine: Machine
  database: string
  pinned: string
  rows: Row[]
  /** Rows that could not be run, and why. */
  failed: { name: string; why: string }[]
}

/** A figure with as many digits as say something. */
export const digits = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

/** Columns as wide as what is in them; the first to the left, the others to the right. */
function aligned(lines: readonly (readonly string[])[]): string[] {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  return lines.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('   ')
      .trimEnd(),
  )
}

const reachOf = ({ reach }: Ratio): string => ('atLeast' in reach ? `>= ${reach.atLeast}` : `<= ${reach.atMost}`)

function verdictOf(ratio: Ratio): string {
  const reached = isReached(ratio)
  const verdict = reached === null ? '-' : reached ? 'ok' : 'short'
  return ratio.noisy ? `${verdict}, noisy` : verdict
}

/** Everything that a run has to say: ratios first, then the figures that they are made of. */
export function tableOf({ quick, machine, database, pinned, rows, failed }: Results): string {
  const { cores, model, memoryGb, system, node, load } = machine
  const ratios = rows.flatMap(({ name, ratios: all }) =>
    all.map((ratio) => [
      `${name}: ${ratio.name}`,
      ratio.value === null ? (ratio.why ?? '-') : digits(ratio.value),
      reachOf(ratio),
      verdictOf(ratio),
    ]),
  )
  const lines = [
    `${cores} cores of ${model}, ${memoryGb} GB, ${system}, Node ${node}, ${database}; ${pinned}; load average before: ${load}`,
    ...(quick ? ['A quick run: the figures mean nothing.'] : []),
    '',
    ...aligned([['ratio', 'measured', 'to reach', ''], ...ratios]),
    ...rows.flatMap(({ name, what, figures, notes }) => [
      '',
      `${name}: ${what}`,
      ...figureLines(figures),
      ...notes.map((note) => `  ${note}`),
    ]),
    ...failed.map(({ name, why }) => `\n${name} could not be run: ${why}`),
  ]
  return `${lines.join('\n')}\n`
}

function figureLines(figures: readonly Figures[]): string[] {
  if (figures.length === 0) return []
  const shown = (value: number | undefined): string => (value === undefined ? '-' : digits(value))
  return aligned([
    ['  contestant', 'per s', 'CPU ms each', 'p50 ms', 'p99 ms', 'rounds apart'],
    ...figures.map(({ contestant, perSecond, cpuMs, p50Ms, p99Ms, spread }) => [
      `  ${contestant}`,
      shown(perSecond),
      shown(cpuMs),
      shown(p50Ms),
      shown(p99Ms),
      spread === undefined ? '-' : `${Math.round(spread * 100)}%${spread > NOISY ? ' noisy' : ''}`,
    ]),
  ])
}
