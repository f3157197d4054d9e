import { cell, publish, type StatusCount } from '@doorstroomhub/consent/region/counts.ts'
import type { DossierStatus, SchoolLevel } from '@doorstroomhub/consent/rules/words.ts'
import type { Sql } from '@doorstroomhub/kit/database.ts'

const WEEKS = 26

/** The weeks before today as each region would have published them, from the status histories: so that the demo's line has a past. */
export async function seedWeeks(sql: Sql, now: Date): Promise<void> {
  const rows = await sql<{ region_code: string; week: string; status: DossierStatus; level: string; count: string }>(
    `select d.region_code, w.week::date::text as week, s.to_status as status, coalesce(d.school_level, '') as level, count(*) as count
      from generate_series(date_trunc('week', $1::timestamptz) - make_interval(weeks => ${WEEKS - 1}),
        date_trunc('week', $1::timestamptz) - interval '1 week', interval '1 week') as w(week)
      cross join consent.dossier d
      cross join lateral (select to_status from consent.status_change
        where dossier_id = d.id and at < w.week + interval '1 week' order by at desc, id desc limit 1) s
      where s.to_status <> 'ERASED' group by 1, 2, 3, 4 order by 1, 2`,
    [now],
  )
  const regions = Map.groupBy(rows, ({ region_code }) => region_code)
  for (const [region, ofRegion] of regions) {
    let last: StatusCount[] = []
    for (const [week, ofWeek] of Map.groupBy(ofRegion, (row) => row.week)) {
      const exact = new Map(
        ofWeek.map(({ status, level, count }) => [cell(status, (level || null) as SchoolLevel | null), Number(count)]),
      )
      last = publish(exact, last)
      await sql('insert into consent.region_week values ($1, $2::date, $3::jsonb) on conflict do nothing', [
        region,
        week,
        JSON.stringify(last),
      ])
    }
  }
}
