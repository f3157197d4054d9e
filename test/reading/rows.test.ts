import { entities as careerPortfolio } from '@doorstroomhub/career-portfolio/entities.ts'
import { entities as consent } from '@doorstroomhub/consent/entities.ts'
import { entities as intakePreparation } from '@doorstroomhub/intake-preparation/entities.ts'
import type { SchemaOptions } from '@doorstroomhub/kit/database.ts'
import { rowsBy } from '@doorstroomhub/kit/rows.ts'
import { entities as person } from '@doorstroomhub/person/entities.ts'
import { entities as supportNeeds } from '@doorstroomhub/support-needs/entities.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { testServer } from '../world/postgresql.ts'

const schemas: Record<string, SchemaOptions['entities']> = {
  consent,
  person,
  support_needs: supportNeeds,
  career_portfolio: careerPortfolio,
  intake_preparation: intakePreparation,
}

describe.each(['embedded', 'postgresql'] as const)('on the %s database', (on) => {
  describe.skipIf(on === 'postgresql' && testServer() === null)('rows that are only looked at', () => {
    let one: World
    beforeAll(async () => {
      one = await world({ on })
    })
    afterAll(() => one.close())

    test.each(Object.keys(schemas))(
      'hold exactly what the entities of %s hold, in the order asked for',
      async (schema) => {
        const entities = schemas[schema]!.filter(({ meta }) => 'dossierId' in meta.properties)
        expect(entities.length).toBeGreaterThan(0)
        const opened = await one.database.open({ schema, entities: schemas[schema]!, migrations: [] })
        let seen = 0
        for (const entity of entities) {
          const em = opened.em()
          const expected = (await em.find(entity, {}, { orderBy: { dossierId: 'desc' } as never })).map((row) => ({
            ...(row as object),
          }))
          const ids = [...new Set(expected.map((row) => (row as unknown as { dossierId: string }).dossierId))]
          const rows = await rowsBy<Record<string, unknown>>(schema, entity, 'dossierId', {
            order: [['dossierId', 'desc']],
          })(opened.sql, ids)
          const byAll = (row: object): string => JSON.stringify(row)
          expect(rows.map(({ dossierId }) => dossierId)).toEqual(
            expected.map((row) => (row as { dossierId?: string }).dossierId),
          )
          expect(rows.toSorted((a, b) => byAll(a).localeCompare(byAll(b)))).toEqual(
            expected.toSorted((a, b) => byAll(a).localeCompare(byAll(b))),
          )
          seen += rows.length
        }
        expect(seen).toBeGreaterThan(20)
        await opened.close()
      },
    )

    test('are no rows for no keys, and no statement', async () => {
      const find = rowsBy<{ dossierId: string }>('person', person[0]!, 'dossierId')
      const never = () => Promise.reject(new Error('A statement for nothing.'))
      expect(await find(never, [])).toEqual([])
    })
  })
})
