import { vechtdalCollege } from '@doorstroomhub/gateway/demo/organisations.ts'
import type { Database } from '@doorstroomhub/kit/database.ts'
import { dossiersOf } from './intakers-list/question.ts'
import type { Asker } from './load.ts'
import { dossiersIn, readingRow } from './reading.ts'
import type { Bench, Row } from './row.ts'

const PUPILS = 30
const MENTOR = 'joris'

/** Joris reads his whole class at once: everything that a mentor may see of each pupil. */
export const mentorsListRow = (bench: Bench, asker: Asker, core: number | null): Promise<Row> => {
  const pupils = bench.quick ? 5 : PUPILS
  return readingRow(
    {
      name: "mentor's list",
      what: `${pupils} dossiers with every group, read by their mentor, rules and read log on`,
      account: MENTOR,
      question: dossiersOf('MentorsList', pupils),
      andThen: (database) => giveClass(database, pupils),
      check: (data) => void dossiersIn(data, pupils),
    },
    bench,
    asker,
    core,
  )
}

/** So many invented pupils move to the mentor's school and class. */
async function giveClass({ sql }: Database, pupils: number): Promise<void> {
  const moved = await sql<{ id: string }>(
    `update consent.dossier set home_school = $1 where id in (
       select d.id from consent.dossier d join consent.party p on p.dossier_id = d.id and p.role = 'MENTOR'
        where d.status <> 'ERASED' and p.subject like 'mentor-%' order by d.id limit $2) returning id`,
    [vechtdalCollege.brin, pupils],
  )
  await sql(`update consent.party set subject = $1, brin = $2 where role = 'MENTOR' and dossier_id = any($3::uuid[])`, [
    MENTOR,
    vechtdalCollege.brin,
    moved.map(({ id }) => id),
  ])
}
