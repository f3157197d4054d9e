import { dump, load } from '@doorstroomhub/gateway/backup/postgresql.ts'
import { growing } from '@doorstroomhub/consent/retention.ts'
import type { SchemaDatabase } from '@doorstroomhub/kit/database.ts'
import { Partitions } from '@doorstroomhub/kit/partitions.ts'
import { temporaryFolder } from '@doorstroomhub/gateway/demo/testing.ts'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { before, consent, emptyDatabase, isMissing, partsOf, putDossier, putLine } from './database.ts'

const NOOR = '00000000-0000-4000-8000-000000000001'
const yearsFromNow = (years: number): Date => new Date(Date.now() + years * 366 * 86_400_000)

test.skipIf(isMissing('postgresql'))(
  'a backup is put back over a log in other parts, and over one of the release before, whose backup is put back too',
  async () => {
    const folder = await temporaryFolder()
    const [now, later, old] = await Promise.all([1, 2, 3].map(() => emptyDatabase('postgresql')))
    const all = [now!, later!, old!]
    try {
      const opened: SchemaDatabase[] = []
      for (const [index, { database }] of all.entries()) {
        const own = await database.open(index === 2 ? before(consent) : consent)
        await putDossier(own.sql, { id: NOOR, startYear: 2027 })
        for (let line = 0; line <= index; line++) await putLine(own.sql, NOOR, `2026-0${line + 1}-10T12:00:00Z`)
        opened.push(own)
      }
      await new Partitions(opened[0]!, growing).keep(yearsFromNow(0))
      await new Partitions(opened[1]!, growing).keep(yearsFromNow(3))
      const parts = await Promise.all([0, 1].map((index) => partsOf(opened[index]!.sql, 'consent.read_log')))
      expect(parts[1]!.length).toBeGreaterThan(parts[0]!.length)
      const lines = async (index: number): Promise<number> =>
        (await all[index]!.database.sql('select id from consent.read_log')).length

      const files = all.map((_, index) => join(folder.path, String(index)))
      for (const [index, { url }] of all.entries()) await dump(url, files[index]!)
      await load(later!.url, files[0]!)
      expect([await lines(1), await partsOf(later!.database.sql, 'consent.read_log')]).toEqual([1, parts[0]])
      await load(later!.url, files[1]!)
      expect([await lines(1), await partsOf(later!.database.sql, 'consent.read_log')]).toEqual([2, parts[1]])
      await load(old!.url, files[0]!)
      expect([await lines(2), await partsOf(old!.database.sql, 'consent.read_log')]).toEqual([1, parts[0]])

      // What the release before had kept becomes parts when this one opens it.
      await load(now!.url, files[2]!)
      const again = await now!.database.open(consent)
      expect([await lines(0), await partsOf(again.sql, 'consent.read_log')]).toEqual([3, ['before', 'other']])
      await putLine(again.sql, NOOR, '2026-09-10T12:00:00Z')
      await expect(again.sql('delete from consent.read_log')).rejects.toThrow('append-only')
    } finally {
      for (const each of all) await each.close()
      await folder.remove()
    }
  },
)
