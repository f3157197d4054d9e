import { assemble } from '@doorstroomhub/kit/serve.ts'
import { sealer } from '@doorstroomhub/kit/sealed.ts'
import { standalone } from '@doorstroomhub/kit/standalone.ts'
import type { Subgraph } from '@doorstroomhub/kit/subgraph.ts'
import { Writing, writingMigrations } from '@doorstroomhub/kit/writing.ts'
import { access } from './access.ts'
import { entities } from './entities.ts'
import { makeLoaders } from './loaders.ts'
import { migrations } from './migrations/0001-person.ts'
import { AllowNumberAgain } from './migrations/0004-numbers.ts'
import { makeSchema, type PersonContext } from './schema.ts'

/** Identity, personal number and contact of the student. */
export const person: Subgraph = {
  name: 'person',
  async open(house) {
    const database = await house.database.open({
      schema: 'person',
      entities,
      migrations: [...migrations, ...writingMigrations, { name: '0004-numbers', class: AllowNumberAgain }],
    })
    const writing = Writing.open('person', entities, database, house, ['number_reveal'])
    const numbers = sealer(house.keys['personalNumber'] as Uint8Array)
    return assemble<PersonContext>({
      name: 'person',
      schema: makeSchema(),
      access,
      database,
      house,
      extend: (base) => ({ ...base, loaders: makeLoaders(base.sql), sealer: numbers, writing }),
      close: () => writing.close(),
    })
  },
}

if (import.meta.main) await standalone(person)
