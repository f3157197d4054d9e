import type { Sql } from '@doorstroomhub/kit/database.ts'
import { doors } from './storage/doors.ts'
import { erasure } from './storage/erasure.ts'
import { log } from './storage/log.ts'
import { texts } from './storage/texts.ts'

export type { Edit, Place, Reading, Stored, Wrote } from './storage/rows.ts'

/** All statements of the rooms. Each is one statement, so that each is whole or not at all, on both kinds of database. */
export const storage = (sql: Sql) => ({ ...log(sql), ...texts(sql), ...doors(sql), ...erasure(sql) })

export type Storage = ReturnType<typeof storage>
