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

const suppress = (status: DossierStatus, level: SchoolLevel | null): StatusCount => ({
  status,
  level,
  shown: `<${THRESHOLD}`,
  count: null,
  suppressed: true,
})

/**
 * The counts that may leave the region: every status and level, so that an absent cell cannot speak; zero to nine hidden
 * alike; others rounded to five; and where one hidden cell could be found by subtracting from the total, the smallest
 * visible one hidden too (shown as `…`).
 */
export function publish(exact: ExactCounts): StatusCount[] {
  return SHOWN_STATUSES.flatMap((status) => {
    const cells = SCHOOL_LEVELS.map((level) => ({ level, exact: exact.get(cell(status, level)) ?? 0 }))
    // A dossier whose level is not known counts too, and has no cell of its own: a hidden part of the total.
    const unknown = exact.get(cell(status, null)) ?? 0
    const total = cells.reduce((sum, one) => sum + one.exact, unknown)
    const hidden = new Set(cells.filter((one) => one.exact < THRESHOLD).map(({ level }) => level))
    if (total < THRESHOLD) return [suppress(status, null), ...cells.map(({ level }) => suppress(status, level))]
    const secondary =
      hidden.size + (unknown > 0 ? 1 : 0) === 1
        ? cells.filter(({ level }) => !hidden.has(level)).sort((a, b) => a.exact - b.exact)[0]
        : undefined
    return [
      visible(status, null, total),
      ...cells.map((one) => {
        if (hidden.has(one.level)) return suppress(status, one.level)
        if (one === secondary) return { ...suppress(status, one.level), shown: '…' }
        return visible(status, one.level, one.exact)
      }),
    ]
  })
}

function visible(status: DossierStatus, level: SchoolLevel | null, exact: number): StatusCount {
  const count = Math.round(exact / ROUNDED_TO) * ROUNDED_TO
  return { status, level, shown: String(count), count, suppressed: false }
}
