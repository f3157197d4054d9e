import { sealer } from '@doorstroomhub/kit/sealed.ts'
import { assemble } from '@doorstroomhub/kit/serve.ts'
import { standalone } from '@doorstroomhub/kit/standalone.ts'
import type { Subgraph } from '@doorstroomhub/kit/subgraph.ts'
import { Writing, writingMigrations } from '@doorstroomhub/kit/writing.ts'
import { access } from './access.ts'
import { entities } from './entities.ts'
import { makeLoaders } from './loaders.ts'
import { migrations } from './migrations/0001-support-needs.ts'
import { makeSchema, type SupportContext } from './schema.ts'

/** What helps the student, conditions, and the advice on the choice of study. */
export const supportNeeds: Subgraph = {
  name: 'support-needs',
  async open(house) {
    const database = await house.database.open({
      schema: 'support_needs',
      entities,
      migrations: [...migrations, ...writingMigrations],
    })
    const conditions = sealer(house.keys['personalNumber'] as Uint8Array)
    const writing = Writing.open('support_needs', entities, database, house)
    return assemble<SupportContext>({
      name: 'support-needs',
      schema: makeSchema(),
      access,
      database,
      house,
      extend: (base) => ({ ...base, loaders: makeLoaders(base.sql), sealer: conditions, writing }),
      close: () => writing.close(),
    })
  },
}

if (import.meta.main) await standalone(supportNeeds)
