import { findPostgresql } from '@doorstroomhub/tools/test/postgresql.ts'
import { expect, test } from 'vitest'
import { entities } from '@doorstroomhub/consent/entities.ts'
import { openPostgreSql } from '@doorstroomhub/kit/postgresql.ts'

const server = process.env['TEST_POSTGRES_URL']

test.skipIf(!server)(
  'a hub that nobody asks anything stays connected, so that a restore sees it work here',
  async () => {
    const found = await findPostgresql({ TEST_DATABASE_URL: server })
    if ('missing' in found) throw new Error(found.missing)
    const looking = await openPostgreSql(found.url)
    const database = await openPostgreSql(found.url)
    const connected = async () =>
      (
        await looking.sql(
          `select from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and query like '%kept%'`,
        )
      ).length
    try {
      const own = await database.open({ schema: 'consent', entities, migrations: [] })
      const several = ['1', '2', '3'].map((number) => own.sql(`select ${number}, pg_sleep(0.2) as kept`))
      await Promise.all(several)
      expect(await connected()).toBe(3)
      // The others go after ten seconds in which nobody asks.
      await expect.poll(connected).toBeLessThan(3)
      await expect.poll(connected).toBe(1)
    } finally {
      await database.close()
      await looking.close()
      await found.stop()
    }
  },
)
