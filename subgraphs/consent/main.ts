import { assemble } from '@doorstroomhub/kit/serve.ts'
import { standalone } from '@doorstroomhub/kit/standalone.ts'
import type { Ask, Judge } from '@doorstroomhub/kit/judge.ts'
import type { OpenSubgraph, Subgraph } from '@doorstroomhub/kit/subgraph.ts'
import { access } from './access.ts'
import type { ConsentContext } from './context.ts'
import { entities } from './entities.ts'
import { makeLoaders } from './loaders.ts'
import { migrations } from './migrations/0001-consent.ts'
import { Referee } from './referee/judge.ts'
import { makeSchema } from './schema.ts'

/** Consent, opened: also the judge of all others. */
export interface OpenConsent extends OpenSubgraph {
  judge: Judge
}

/** The dossier as an agreement, and the referee. */
export const consent: Subgraph<OpenConsent> = {
  name: 'consent',
  async open(house) {
    const database = await house.database.open({ schema: 'consent', entities, migrations })
    const referee = new Referee(database.sql, house.clock)
    const open = assemble<ConsentContext>({
      name: 'consent',
      schema: makeSchema(),
      access,
      database,
      house: { ...house, judge: referee.judge },
      extend: (base) => ({ ...base, loaders: makeLoaders(base.em), referee, bus: house.bus }),
    })
    return {
      ...open,
      judge: referee.judge,
      internal: {
        '/internal/judge': (asking, body) => {
          const { subgraph, asks } = body as { subgraph: string; asks: Ask[] }
          return referee.judge(asking, subgraph, asks)
        },
      },
    }
  },
}

if (import.meta.main) await standalone(consent)
