import { afterAll, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../world.ts'

const COUNTS = 'counts { status level shown count suppressed }'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.close())

const look = async () => {
  const { data } = await here
    .as('ilse')
    .query(`{ region(code: "10") { status { ${COUNTS} } weeks(last: 1) { ${COUNTS} } } }`)
  return { now: JSON.stringify(data.region.status.counts), week: JSON.stringify(data.region.weeks.at(-1)?.counts) }
}
const shared = async () =>
  Number(
    (
      await here.database.sql<{ count: string }>(
        `select count(*) as count from consent.dossier where region_code = '10' and status = 'SHARED'`,
      )
    )[0]!.count,
  )

test('an analyst who looks at every beat does not see single students move, in what is now nor in what is kept of the week', async () => {
  const before = await look()
  const counts = new Set([await shared()])
  for (let times = 0; times < 4; times++) {
    const given = await here
      .as('eva')
      .act(
        'giveConsent',
        { dossierId: here.ids['eva'], institution: '01VB', groups: ['IDENTITY'], purpose: 'INTAKE_TALK' },
        '{ id }',
      )
    for (const next of [async () => undefined, () => here.as('eva').act('revokeConsent', { id: given['id'] })]) {
      await next()
      counts.add(await shared())
      here.clock.advance({ seconds: 3 })
      await here.timePasses()
      const seen = await look()
      expect(seen.now).toBe(before.now)
      expect(seen.week).toBe(before.now)
    }
  }
  // She did move.
  expect(counts.size).toBe(2)
})

test('who asks oftener than the beat is told no more: one snapshot for all ways to look', async () => {
  here.clock.advance({ seconds: 3 })
  const before = await look()
  await here.database.sql(
    `update consent.dossier set status = 'CLOSED' where region_code = '10' and status <> 'ERASED'`,
  )
  expect((await look()).now).toBe(before.now)
  here.clock.advance({ seconds: 1 })
  expect((await look()).now).toBe(before.now)
  here.clock.advance({ seconds: 2 })
  const after = await look()
  expect(after.now).not.toBe(before.now)
  await here.timePasses()
  expect((await look()).week).toBe(after.now)
})
