import { expect, test, vi } from 'vitest'
import { world } from '../world.ts'
import { isMissing, kinds, partsOf } from './database.ts'

test.skipIf(isMissing('postgresql')).each(kinds)(
  'a hub makes the parts of its tables by itself, and writes into them; on the %s database',
  async (on) => {
    const here = await world({ on })
    try {
      const { sql } = here.database
      await here.timePasses()
      for (const table of ['consent.read_log', 'consent.change', 'intake_preparation.edit'])
        await vi.waitFor(async () => expect((await partsOf(sql, table)).length, table).toBeGreaterThan(2))
      here.clock.advance({ days: 300 })
      await here.timePasses()
      const joris = here.as('joris')
      const { data } = await joris.query('query ($id: ID!) { dossier(id: $id) { identity { surname } } }', {
        id: here.ids['noor'],
      })
      expect(data.dossier.identity).toEqual({ surname: 'Vries' })
      const lines = await sql<{ part: string; at: Date | string }>(
        `select tableoid::regclass::text as part, at from consent.read_log where subject = 'joris' order by id desc limit 1`,
      )
      expect(lines.map(({ at }) => new Date(at))).toEqual([here.clock.now()])
      expect(lines[0]!.part).toMatch(/^consent\.read_log_(before|\d{4}_\d{4})$/)
    } finally {
      await here.close()
    }
  },
)
