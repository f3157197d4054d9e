import { assemble } from '@doorstroomhub/kit/serve.ts'
import { standalone } from '@doorstroomhub/kit/standalone.ts'
import type { Subgraph } from '@doorstroomhub/kit/subgraph.ts'
import { Writing, writingMigrations } from '@doorstroomhub/kit/writing.ts'
import { access } from './access.ts'
import { entities } from './entities.ts'
import { makeLoaders } from './loaders.ts'
import { migrations } from './migrations/0001-career-portfolio.ts'
import { makeSchema, type CareerContext } from './schema.ts'

/** The student's career summary, career file and plus document. */
export const careerPortfolio: Subgraph = {
  name: 'career-portfolio',
  async open(house) {
    const database = await house.database.open({
      schema: 'career_portfolio',
      entities,
      migrations: [...migrations, ...writingMigrations],
    })
    const writing = Writing.open('career_portfolio', entities, database, house)
    return assemble<CareerContext>({
      name: 'career-portfolio',
      schema: makeSchema(),
      access,
      database,
      house,
      extend: (base) => ({ ...base, loaders: makeLoaders(base.sql), writing }),
      close: () => writing.close(),
    })
  },
}

if (import.meta.main) await standalone(careerPortfolio)
