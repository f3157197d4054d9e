import type { Sql } from '@doorstroomhub/kit/database.ts'
import { openStream, type Stream } from '@doorstroomhub/kit/stream.ts'
import type { DossierStatus, SchoolLevel } from '../rules/words.ts'
import { cell, publish, type ExactCounts, type RegionStatus, type StatusCount } from './counts.ts'

const DEFAULT_BEAT_SECONDS = 900
const OCTOBER = 9

/** A look this little before the beat is on it: timers are not exact. */
const EARLY = 0.9

interface Published {
  version: string | number | null
  at: string | Date | null
  counts: StatusCount[] | null
  beat_seconds: number
}

/**
 * Counts of one region as they left it last, and anew once the beat of its agreement has passed: whoever asks and however
 * often, by query or subscription, on whichever hub, nobody sees more of the region than one snapshot per beat.
 */
export async function regionStatus(sql: Sql, code: string, now: Date): Promise<RegionStatus> {
  const last = await published(sql, code)
  const age = last.at === null ? Infinity : now.getTime() - new Date(last.at).getTime()
  if (age < last.beat_seconds * 1000 * EARLY) return toStatus(code, last)
  const counts = publish(await exactCounts(sql, code), last.counts ?? [])
  const [own] = await sql<Published>(
    `insert into consent.region_published as p (region_code, version, at, counts) values ($1, 1, $2, $3::jsonb)
      on conflict (region_code) do update set version = p.version + 1, at = excluded.at, counts = excluded.counts
        where p.version = $4
      returning at, counts`,
    [code, now, JSON.stringify(counts), last.version ?? 0],
  )
  // Another was first: what it published counts, for all.
  return toStatus(code, own ?? (await published(sql, code)))
}

async function published(sql: Sql, code: string): Promise<Published> {
  const [row] = await sql<Published>(
    `select p.version, p.at, p.counts, coalesce(a.beat_seconds, ${DEFAULT_BEAT_SECONDS}) as beat_seconds
      from (select $1::text as code) asked
      left join consent.region_published p on p.region_code = asked.code
      left join consent.agreement a on a.region_code = asked.code and a.state = 'ACTIVE'`,
    [code],
    'region-published',
  )
  return row!
}

function toStatus(code: string, { at, counts }: Pick<Published, 'at' | 'counts'>): RegionStatus {
  const moment = new Date(at!)
  const year = moment.getUTCFullYear()
  return { code, startYear: moment.getUTCMonth() >= OCTOBER ? year + 1 : year, at: moment, counts: counts! }
}

/** What is counted, from the kept counts: the same cost however many dossiers there are. */
async function exactCounts(sql: Sql, code: string): Promise<ExactCounts> {
  const rows = await sql<{ status: DossierStatus; school_level: string; count: string | number }>(
    `select status, school_level, sum(count) as count from (
        select status, school_level, count from consent.region_count where region_code = $1
        union all select status, school_level, count from consent.region_delta where region_code = $1) all_counts
      where status <> 'ERASED' group by status, school_level`,
    [code],
    'region-counts',
  )
  return new Map(
    rows.map(({ status, school_level, count }) => [
      cell(status, (school_level || null) as SchoolLevel | null),
      Number(count),
    ]),
  )
}

/** Adds up what commands have written beside the counts, so that there is little to add when somebody asks. One hub at a time. */
export async function foldCounts(sql: Sql): Promise<void> {
  await sql(
    `with gone as (delete from consent.region_delta returning region_code, status, school_level, count),
      sums as (select region_code, status, school_level, sum(count) as count from gone group by 1, 2, 3 order by 1, 2, 3)
      insert into consent.region_count as known select * from sums
      on conflict (region_code, status, school_level) do update set count = known.count + excluded.count`,
  )
}

/** Keeps what was published in a week, for the line on the dashboard: rounded and suppressed as it left. */
export async function keepWeek(sql: Sql, now: Date): Promise<void> {
  const regions = await sql<{ region_code: string }>('select distinct region_code from consent.region_count')
  for (const { region_code } of regions) {
    const { counts } = await regionStatus(sql, region_code, now)
    await sql(
      `insert into consent.region_week values ($1, date_trunc('week', $2::timestamptz)::date, $3::jsonb)
        on conflict (region_code, week) do update set counts = excluded.counts`,
      [region_code, now, JSON.stringify(counts)],
    )
  }
}

/** One published week. */
export interface RegionWeek {
  week: string
  counts: StatusCount[]
}

export async function weeksOf(sql: Sql, code: string, last: number): Promise<RegionWeek[]> {
  const rows = await sql<{ week: string; counts: StatusCount[] }>(
    `select week::text as week, counts from consent.region_week where region_code = $1 order by week desc limit $2`,
    [code, last],
  )
  return rows.reverse()
}

interface Watch {
  streams: Set<Stream<RegionStatus>>
  timer: NodeJS.Timeout
  shown: string
}

/** Dashboards that follow a region: one count per region and beat, however many look, and news only after rounding. */
export class RegionWatches {
  readonly #sql: Sql
  readonly #clock: () => Date
  readonly #onError: (error: unknown) => void
  readonly #watches = new Map<string, Promise<Watch>>()

  constructor(sql: Sql, clock: () => Date, onError: (error: unknown) => void) {
    this.#sql = sql
    this.#clock = clock
    this.#onError = onError
  }

  /** How many regions are being looked at. */
  get size(): number {
    return this.#watches.size
  }

  /** A snapshot at once, then one whenever the shown figures changed, at the beat of the region's agreement. */
  async follow(code: string): Promise<Stream<RegionStatus>> {
    const watch = await this.#watch(code)
    const stream: Stream<RegionStatus> = openStream<RegionStatus>(() => this.#leave(code, watch, stream))
    watch.streams.add(stream)
    stream.push(await regionStatus(this.#sql, code, this.#clock()))
    return stream
  }

  #watch(code: string): Promise<Watch> {
    const known = this.#watches.get(code)
    if (known) return known
    const made = this.#begin(code)
    this.#watches.set(code, made)
    made.catch(() => this.#watches.delete(code))
    return made
  }

  async #begin(code: string): Promise<Watch> {
    const [agreement] = await this.#sql<{ beat_seconds: number }>(
      `select beat_seconds from consent.agreement where region_code = $1 and state = 'ACTIVE'`,
      [code],
    )
    const { counts } = await regionStatus(this.#sql, code, this.#clock())
    const beat = (agreement?.beat_seconds ?? DEFAULT_BEAT_SECONDS) * 1000
    const timer = setInterval(() => void this.#beat(code, watch).catch(this.#onError), beat).unref()
    const watch: Watch = { streams: new Set(), timer, shown: JSON.stringify(counts) }
    return watch
  }

  async #beat(code: string, watch: Watch): Promise<void> {
    const status = await regionStatus(this.#sql, code, this.#clock())
    const shown = JSON.stringify(status.counts)
    if (shown === watch.shown) return
    watch.shown = shown
    // Each its own copy: a payload is never shared between subscribers (design decision 7).
    for (const stream of [...watch.streams]) stream.push(structuredClone(status))
  }

  #leave(code: string, watch: Watch, stream: Stream<RegionStatus>): void {
    watch.streams.delete(stream)
    if (watch.streams.size > 0) return
    clearInterval(watch.timer)
    this.#watches.delete(code)
  }

  close(): void {
    for (const made of this.#watches.values())
      void made.then((watch) => {
        clearInterval(watch.timer)
        for (const stream of [...watch.streams]) stream.end()
      })
  }
}
