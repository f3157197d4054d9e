import { growing } from '@doorstroomhub/consent/retention.ts'
import type { SchemaDatabase } from '@doorstroomhub/kit/database.ts'
import { Partitions } from '@doorstroomhub/kit/partitions.ts'
import { withClient } from '@doorstroomhub/tools/test/postgresql.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consent, emptyDatabase, isMissing, kinds, partsOf, putChange, putDossier, putLine } from './database.ts'

const NOOR = '00000000-0000-4000-8000-000000000001'
const EVA = '00000000-0000-4000-8000-000000000002'
/** The first part ends on the first of August after the day on which it was made: these tests count from there. */
const at = (year: number, day: string): Date => new Date(`${first + year}-${day}T10:00:00Z`)
let first: number

describe.each(kinds)('on the %s database', (kind) => {
  describe.skipIf(isMissing(kind))('tables that grow', () => {
    let here: Awaited<ReturnType<typeof emptyDatabase>>
    let own: SchemaDatabase
    let partitions: Partitions
    beforeAll(async () => {
      here = await emptyDatabase(kind)
      own = await here.database.open(consent)
      partitions = new Partitions(own, growing)
      const [row] = await own.sql<{ year: number }>(
        `select extract(year from now() + interval '5 months')::int as year`,
      )
      first = row!.year
      await putDossier(own.sql, { id: NOOR, startYear: first })
      await putDossier(own.sql, { id: EVA, startYear: first })
    })
    afterAll(() => here.close())

    const linesIn = async (part: string): Promise<number> => {
      const [row] = await own.sql<{ lines: number }>(`select count(*)::int as lines from consent."read_log_${part}"`)
      return row!.lines
    }
    const year = (from: number): string => `${first + from}_${first + from + 1}`

    test('have parts for a year ahead, made once however many hubs do it', async () => {
      expect(await partsOf(own.sql, 'consent.read_log')).toEqual(['before', 'other'])
      const others = Array.from({ length: 4 }, () => new Partitions(own, growing))
      await Promise.all(others.map((hub) => hub.keep(at(-1, '11-24'))))
      for (const table of ['consent.read_log', 'consent.change'])
        expect(await partsOf(own.sql, table)).toEqual(['before', year(0), 'other'])
      await partitions.keep(at(0, '07-30'))
      expect(await partsOf(own.sql, 'consent.read_log')).toEqual(['before', year(0), 'other'])
      await partitions.keep(at(0, '08-02'))
      expect(await partsOf(own.sql, 'consent.read_log')).toEqual(['before', year(0), year(1), 'other'])
    })

    test('keep each row in the part of its own time, by the midnight of Amsterdam', async () => {
      await putLine(own.sql, NOOR, `${first}-07-31T21:59:59Z`)
      await putLine(own.sql, NOOR, `${first}-07-31T22:00:00Z`)
      await putLine(own.sql, EVA, `${first + 1}-03-01T00:00:00Z`)
      await putLine(own.sql, EVA, `${first}-03-01T00:00:00Z`)
      await putChange(own.sql, EVA, `${first}-03-01T00:00:00Z`)
      expect([await linesIn('before'), await linesIn(year(0))]).toEqual([2, 2])
    })

    test('read a page of a dossier, and what concerns somebody in the feed, by an index of each part', async () => {
      const many = `$1::timestamptz + number * interval '1 minute', md5((number % 100)::text)::uuid`
      await own.sql(
        `insert into consent.read_log (at, dossier_id, subject, reader, role, groups, basis, request_id, subgraph)
          select ${many}, 'x', 'x', 'MENTOR', '{IDENTITY}', 'SCHOOL_TASK', 'x', 'person' from generate_series(1, 20000) as number`,
        [at(0, '10-01')],
      )
      await own.sql(
        `insert into consent.change (at, dossier_id, kind) select ${many}, 'CONTENT' from generate_series(1, 20000) as number`,
        [at(0, '10-01')],
      )
      await own.sql(
        `insert into consent.party (dossier_id, subject, role, name, since) values ($1, 'noor', 'STUDENT', 'Noor', now())`,
        [NOOR],
      )
      for (const table of ['read_log', 'change', 'party']) await here.database.sql(`analyze consent.${table}`)
      const planOf = async (query: string): Promise<string> =>
        (await own.sql<{ 'QUERY PLAN': string }>(`explain ${query}`)).map((row) => row['QUERY PLAN']).join('\n')
      const page = await planOf(
        `select * from consent.read_log where dossier_id = md5('7')::uuid order by id desc limit 21`,
      )
      expect(page).toMatch(/Merge Append/)
      expect(page).toMatch(new RegExp(`Index Scan using \\S+ on read_log_${year(0)}`))
      const feed = await planOf(
        `select * from consent.change c where c.dossier_id in (select p.dossier_id from consent.party p where p.subject = 'noor')
          and (c.tx, c.id) > (0, 0) order by c.tx, c.id limit 500`,
      )
      expect(feed).toMatch(new RegExp(`Index Scan (using|on) \\S*change_${year(0)}`))
      for (const plan of [page, feed]) expect(plan).not.toMatch(new RegExp(`Seq Scan on (read_log|change)_${year(0)}`))
    })

    test('take a row from a time that nobody made a part for, which moves to its part when that is made', async () => {
      await putLine(own.sql, NOOR, `${first + 3}-01-01T00:00:00Z`)
      await putLine(own.sql, NOOR, `${first + 9}-01-01T00:00:00Z`)
      expect(await linesIn('other')).toBe(2)
      const before = await own.sql('select * from consent.read_log order by id')
      await partitions.keep(at(2, '11-01'))
      expect([await linesIn('other'), await linesIn(year(2))]).toEqual([1, 1])
      expect(await own.sql('select * from consent.read_log order by id')).toEqual(before)
    })

    test('refuse a change of the log, of a part by its own name too', async () => {
      for (const table of ['read_log', 'read_log_before', `read_log_${year(0)}`, 'read_log_other'])
        for (const statement of [`update consent."${table}" set reader = 'nobody'`, `delete from consent."${table}"`])
          await expect(own.sql(statement), statement).rejects.toThrow('append-only')
    })

    test.runIf(kind === 'postgresql')('wait for who reads long, and nobody waits for them', async () => {
      await withClient(here.url, async (reader) => {
        await reader.query('begin')
        await reader.query('select count(*) from consent.read_log')
        const parts = await partsOf(own.sql, 'consent.read_log')
        const made = new Partitions(own, growing).keep(at(3, '11-01'))
        await putLine(own.sql, NOOR, `${first}-10-01T00:00:00Z`)
        await made
        expect(await partsOf(own.sql, 'consent.read_log')).toEqual(parts)
        await reader.query('commit')
      })
      await partitions.keep(at(3, '11-01'))
      expect(await partsOf(own.sql, 'consent.read_log')).toContain(year(4))
    })

    test('lose a part in which everything is past its retention, and no other', async () => {
      const lines = async () =>
        (await own.sql('select id from consent.read_log where dossier_id = any($1::uuid[])', [[NOOR, EVA]])).length
      const all = await lines()
      const has = async (table: string) => (await partsOf(own.sql, `consent.${table}`)).includes('before')
      // Past its retention, but the year in which a partner may come back is not over.
      await putDossier(own.sql, { id: NOOR, startYear: first - 2, erasedAt: at(0, '08-01') })
      await putDossier(own.sql, { id: EVA, startYear: first - 2, erasedAt: at(0, '08-01') })
      await partitions.keep(at(1, '07-30'))
      expect([await has('read_log'), await lines()]).toEqual([true, all])
      // One of the two is not erased.
      await putDossier(own.sql, { id: EVA, startYear: first - 2 })
      await partitions.keep(at(1, '08-02'))
      expect([await has('read_log'), await has('change')]).toEqual([true, true])
      // Its owner erased it, but it might have been there still: so it can be shown who looked.
      await putDossier(own.sql, { id: EVA, startYear: first + 1, erasedAt: at(0, '09-01') })
      await partitions.keep(at(1, '08-04'))
      expect([await has('read_log'), await has('change'), await lines()]).toEqual([true, true, all])
      await putDossier(own.sql, { id: EVA, startYear: first, erasedAt: at(0, '09-01') })
      const gone = await linesIn('before')
      expect(gone).toBe(2)
      await partitions.keep(at(1, '08-06'))
      expect([await has('read_log'), await has('change'), await lines()]).toEqual([false, false, all - gone])
      expect(await partsOf(own.sql, 'consent.read_log')).toContain(year(0))
    })
  })
})
