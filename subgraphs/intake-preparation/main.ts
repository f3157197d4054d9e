import { assemble } from '@doorstroomhub/kit/serve.ts'
import { standalone } from '@doorstroomhub/kit/standalone.ts'
import type { Subgraph } from '@doorstroomhub/kit/subgraph.ts'
import { access } from './access.ts'
import { entities } from './entities.ts'
import { makeLoaders } from './loaders.ts'
import { migrations } from './migrations/0001-intake-preparation.ts'
import { makeSchema, type IntakePreparationContext } from './schema.ts'

/** The live document in which student, school and intaker prepare the talk. */
export const intakePreparation: Subgraph = {
  name: 'intake-preparation',
  async open(house) {
    const database = await house.database.open({ schema: 'intake_preparation', entities, migrations })
    return assemble<IntakePreparationContext>({
      name: 'intake-preparation',
      schema: makeSchema(),
      access,
      database,
      house,
      extend: (base) => ({ ...base, loaders: makeLoaders(base.em) }),
    })
  },
}

if (import.meta.main) await standalone(intakePreparation)
