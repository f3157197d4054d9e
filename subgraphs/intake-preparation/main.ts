import { everyMinute } from '@doorstroomhub/kit/beat.ts'
import { Partitions } from '@doorstroomhub/kit/partitions.ts'
import { anew, rememberJudgeToken } from '@doorstroomhub/kit/remote-judge.ts'
import { assemble } from '@doorstroomhub/kit/serve.ts'
import { standalone } from '@doorstroomhub/kit/standalone.ts'
import type { OpenSubgraph, Subgraph } from '@doorstroomhub/kit/subgraph.ts'
import { signAsking, type Asking } from '@doorstroomhub/kit/viewer.ts'
import { access } from './access.ts'
import type { IntakePreparationContext } from './commands.ts'
import { entities } from './entities.ts'
import { makeLoaders } from './loaders.ts'
import { migrations } from './migrations/list.ts'
import { growing } from './rooms/growing.ts'
import { openRooms, type Rooms } from './rooms/server.ts'
import { makeSchema } from './schema.ts'
import { followTalks } from './talks.ts'

/** The subgraph with its sockets: the gateway hands it the upgrades at `/documents/...`. */
export interface OpenIntakePreparation extends OpenSubgraph {
  rooms: Rooms
}

/** The live document in which student, school and intaker prepare the talk. */
export const intakePreparation: Subgraph<OpenIntakePreparation> = {
  name: 'intake-preparation',
  async open(house) {
    const database = await house.database.open({ schema: 'intake_preparation', entities, migrations })
    const judgeKey = house.keys['judge']
    const rooms = openRooms({
      ...house,
      database,
      // A document stays open longer than the gateway's word about its reader is believed, and a ticket comes without it.
      ...(judgeKey && {
        renew: async (asking: Asking) => {
          const later = anew(asking)
          rememberJudgeToken(later, await signAsking(later, 'judge', judgeKey, house.clock()))
          return later
        },
      }),
    })
    const partitions = new Partitions(database, growing)
    const stopUpkeep = everyMinute(() => partitions.keep(house.clock()), house.onError)
    const stopTalks = followTalks(house, database, rooms)
    const subgraph = assemble<IntakePreparationContext>({
      name: 'intake-preparation',
      schema: makeSchema(),
      access,
      database,
      house,
      extend: (base) => ({ ...base, loaders: makeLoaders(base.em, base.sql), rooms }),
      async close() {
        await stopUpkeep()
        await stopTalks()
        await rooms.close()
      },
    })
    return { ...subgraph, rooms, sockets: rooms }
  },
}

if (import.meta.main) await standalone(intakePreparation)
