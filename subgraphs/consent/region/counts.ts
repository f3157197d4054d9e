import { DOSSIER_STATUSES, SCHOOL_LEVELS, type DossierStatus, type SchoolLevel } from '../rules/words.ts'

/** Under this many students a count is not shown: few people can be recognised (domain §9). */
const THRESHOLD = 10
const ROUNDED_TO = 5

/** One cell of the region's table; `level` null is the total of that status. */
export interface StatusCount {
  status: DossierStatus
  level: SchoolLevel | null
  shown: string
  count: number | null
  suppressed: boolean
  /** Of a cell shown as `…`: how it was shown last, which who watched still knows. It does not leave the region. */
  was?: number
}

export interface RegionStatus {
  code: string
  startYear: number
  at: Date
  counts: StatusCount[]
}

/** Exact counts as the database has them; a cell that is absent is zero. */
export type ExactCounts = ReadonlyMap<string, number>
export const cell = (status: DossierStatus, level: SchoolLevel | null): string => `${status}/${level ?? ''}`

const SHOWN_STATUSES = DOSSIER_STATUSES.filter((status) => status !== 'ERASED')

/** What a shown count leaves open to who knows that it was rounded to the nearest. */
const SLACK = Math.floor(ROUNDED_TO / 2)
/** From here on a cell that was hidden is shown again: at the threshold itself, one student would be seen to cross it. */
const CLEARLY_OVER = THRESHOLD + ROUNDED_TO

const UNDER = `<${THRESHOLD}`
const HIDDEN = '…'

const suppress = (status: DossierStatus, level: SchoolLevel | null, shown = UNDER): StatusCount => ({
  status,
  level,
  shown,
  count: null,
  suppressed: true,
})

const nearest = (exact: number): number => Math.round(exact / ROUNDED_TO) * ROUNDED_TO

const visible = (status: DossierStatus, level: SchoolLevel | null, count: number): StatusCount => ({
  status,
  level,
  shown: String(count),
  count,
  suppressed: false,
})

/**
 * How one count is shown, given how it was shown last. Who watches must not see one student move: what is shown stays until
 * the count is a whole step away, and what is hidden stays hidden until it is a step over the threshold.
 */
function next(
  exact: number,
  { status, level }: Pick<StatusCount, 'status' | 'level'>,
  last?: StatusCount,
): StatusCount {
  if (!last) return exact < THRESHOLD ? suppress(status, level) : visible(status, level, nearest(exact))
  if (last.count === null) return exact < CLEARLY_OVER ? last : visible(status, level, nearest(exact))
  if (exact < THRESHOLD) return suppress(status, level)
  if (Math.abs(exact - last.count) < ROUNDED_TO) return last
  // It fell to just over the threshold: shown there, the next student to go would be seen to cross it.
  return exact < CLEARLY_OVER ? cover(last) : visible(status, level, nearest(exact))
}

/** A cell that could be shown, hidden for the sake of others. */
const cover = ({ status, level, count }: StatusCount): StatusCount => ({
  ...suppress(status, level, HIDDEN),
  ...(count === null ? {} : { was: count }),
})

/**
 * Whether the shown counts of a row leave every hidden one open: who adds up and subtracts what is shown, rounding at its
 * worst, must still find each number from zero to nine possible in each cell under the threshold.
 */
function leavesOpen(total: StatusCount, cells: readonly StatusCount[]): boolean {
  if (total.count === null) return true
  const spans = cells.map((each) => (each.shown === UNDER ? ([0, THRESHOLD - 1] as const) : around(each)))
  const sum = (end: 0 | 1, but: number) => spans.reduce((all, span, at) => all + (at === but ? 0 : span[end]), 0)
  const [least, most] = around(total)
  return cells.every(
    ({ shown }, at) => shown !== UNDER || (least - sum(1, at) <= 0 && most - sum(0, at) >= THRESHOLD - 1),
  )
}

/** What a count that is shown, or was, can have been. */
function around({ count, was }: StatusCount): readonly [least: number, most: number] {
  const known = count ?? was
  return known === undefined ? [THRESHOLD, Infinity] : [Math.max(THRESHOLD, known - SLACK), known + SLACK]
}

/** Hides one more cell of a row: one that was hidden before, else the smallest as it is shown; when none is left, the total. */
function hideOneMore(row: StatusCount[], last: readonly StatusCount[]): void {
  const [total, ...cells] = row as [StatusCount, ...StatusCount[]]
  const [chosen] = cells
    .filter(({ count }) => count !== null)
    .sort((a, b) => hiddenBefore(b) - hiddenBefore(a) || a.count! - b.count!)
  const at = row.indexOf(chosen ?? total)
  row[at] = cover(row[at]!)

  function hiddenBefore({ level }: StatusCount): number {
    return last.some((each) => each.level === level && each.count === null) ? 1 : 0
  }
}

/**
 * The counts that may leave the region, given what left it last: every status and level, so that an absent cell cannot speak;
 * zero to nine hidden alike; others rounded to five, and only moving by whole steps; and as many more hidden (shown as `…`)
 * as it takes that nothing hidden follows from the rest of its row.
 */
export function publish(exact: ExactCounts, last: readonly StatusCount[] = []): StatusCount[] {
  return SHOWN_STATUSES.flatMap((status) => {
    const before = last.filter((each) => each.status === status)
    const shown = (level: SchoolLevel | null, count: number) =>
      next(
        count,
        { status, level },
        before.find((each) => each.level === level),
      )
    const counts = SCHOOL_LEVELS.map((level) => exact.get(cell(status, level)) ?? 0)
    // A dossier whose level is not known counts too, and has no cell of its own: a hidden part of the total.
    const unknown = exact.get(cell(status, null)) ?? 0
    const total = shown(
      null,
      counts.reduce((sum, each) => sum + each, unknown),
    )
    if (total.shown === UNDER) return [total, ...SCHOOL_LEVELS.map((level) => suppress(status, level))]
    const row = [total, ...SCHOOL_LEVELS.map((level, index) => shown(level, counts[index]!))]
    const hidden = row.slice(1).filter(({ count }) => count === null).length + (unknown > 0 ? 1 : 0)
    if (hidden === 1) hideOneMore(row, before)
    while (!leavesOpen(row[0]!, row.slice(1))) hideOneMore(row, before)
    return row
  })
}
