import { rocVoorbeeld } from '@doorstroomhub/gateway/demo/organisations.ts'
import { idOf } from '@doorstroomhub/gateway/demo/world/ids.ts'
import { dayIn, startOfSchoolYear } from '@doorstroomhub/kit/calendar.ts'
import type { Sql } from '@doorstroomhub/kit/database.ts'

/** How many school years of lines there are; the last is the one of today. */
const YEARS = 3

/**
 * Lines of the read log as a hub of some years has them: each dossier as many, spread over the years, in parts of a school year. The same lines
 * for the same dossier in every size.
 */
export async function addLines(sql: Sql, each: number): Promise<void> {
  const now = new Date()
  const year = Number(dayIn(now).slice(0, 4))
  const last = startOfSchoolYear(year) > now ? year - 1 : year
  const years = Array.from({ length: YEARS }, (_, index) => last - YEARS + 1 + index)
  await sql('alter table consent.read_log detach partition consent.read_log_before')
  await sql('drop table consent.read_log_before')
  for (const from of years)
    await sql(
      `create table consent.read_log_${from}_${from + 1} partition of consent.read_log
        for values from ('${startOfSchoolYear(from).toISOString()}') to ('${startOfSchoolYear(from + 1).toISOString()}')`,
    )
  // Written in the order of time, as it would have been: all dossiers in turn. Set-based, so that ten million take a few minutes.
  await sql(
    `insert into consent.read_log (at, dossier_id, subject, reader, role, organisation, organisation_name, groups, purpose, basis, request_id, subgraph)
      select $1::timestamptz + (number / dossiers.count) * ($2::timestamptz - $1::timestamptz) / ${each},
        dossiers.ids[1 + number % dossiers.count], 'marieke', 'Marieke Postma', 'INTAKER', $3, 'ROC Voorbeeld',
        case number / dossiers.count % 3 when 0 then '{IDENTITY}' when 1 then '{IDENTITY,CONTACT}' else '{ACCOMMODATIONS,CAREER_SUMMARY}' end::text[],
        'INTAKE_TALK', 'CONSENT', md5(number::text), case number / dossiers.count % 2 when 0 then 'person' else 'support-needs' end
      from (select array_agg(id order by id) as ids, count(*) as count from consent.dossier) dossiers,
        generate_series(0, dossiers.count * ${each} - 1) as number`,
    [startOfSchoolYear(years[0]!), new Date(now.getTime() - 86_400_000), rocVoorbeeld.brin],
  )
}

/** What the answers must hold, as the database has it. */
export interface Expected {
  /** The first dossiers that ROC Voorbeeld has to do with. */
  list: string[]
  /** The newest lines about noor. */
  page: { at: string; groups: string[] }[]
  /** Dossiers of region 10 by status. */
  counts: Map<string, number>
  lines: number
  megabytes: number
}

export const NOOR = idOf('dossier', 'noor')
export const LOTTE = idOf('dossier', 'lotte')
export const LIST = 20

export async function expectedOf(sql: Sql): Promise<Expected> {
  const list = await sql<{ id: string }>(
    `select id from consent.dossier d where status <> 'ERASED'
      and exists (select from consent.application a where a.dossier_id = d.id and a.institution = $1) order by id limit ${LIST}`,
    [rocVoorbeeld.brin],
  )
  const page = await sql<{ at: string | Date; groups: string[] }>(
    `select at, groups from consent.read_log where dossier_id = $1 order by at desc limit ${LIST}`,
    [NOOR],
  )
  const counts = await sql<{ status: string; count: number }>(
    `select status, count(*)::int as count from consent.dossier where region_code = '10' group by status`,
  )
  const [size] = await sql<{ lines: string; megabytes: number }>(
    `select (select count(*) from consent.read_log) as lines, pg_database_size(current_database()) / 1000000 as megabytes`,
  )
  return {
    list: list.map(({ id }) => id),
    page: page.map(({ at, groups }) => ({ at: new Date(at).toISOString(), groups })),
    counts: new Map(counts.map(({ status, count }) => [status, count])),
    lines: Number(size?.lines),
    megabytes: Number(size?.megabytes),
  }
}
