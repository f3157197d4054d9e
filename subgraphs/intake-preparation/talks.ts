import { createHash } from 'node:crypto'
import type { SchemaDatabase } from '@doorstroomhub/kit/database.ts'
import { overlapping } from '@doorstroomhub/kit/overlap.ts'
import { TALK_ENDED, type EndedTalk, type House } from '@doorstroomhub/kit/subgraph.ts'
import { freeze } from './commands.ts'
import type { Rooms } from './rooms/server.ts'
import { preparationIdOf } from './sections.ts'

/** How long to wait before asking again what could not be asked. */
const PATIENCE_MS = 2_000

/** The same talk that ended is the same version, however often it is heard of and on whichever replica. */
function versionIdOf({ applicationId, at }: EndedTalk): string {
  const hash = createHash('sha1').update(`talk-ended/${applicationId}/${at}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/**
 * When a talk is over, what was prepared for it is kept as a version (domain §7, IN_INTAKE to SHARED). Consent's list is the
 * truth and is read from where this subgraph was, so that no end of a talk is missed while it was away.
 */
export function followTalks(
  house: Pick<House, 'talksEnded' | 'bus' | 'onError'>,
  { sql }: SchemaDatabase,
  rooms: Rooms,
): () => Promise<void> {
  let working: Promise<void> = Promise.resolve()
  let again: NodeJS.Timeout | null = null
  let isClosed = false

  async function followOnce(): Promise<void> {
    const [known] = await sql<{ cursor: string }>('select cursor from intake_preparation.talk_cursor')
    let cursor = overlapping(known?.cursor ?? null)
    for (let page = await house.talksEnded(cursor); page.length > 0; page = await house.talksEnded(cursor))
      for (const talk of page) {
        if (isClosed) return
        await keep(talk)
        cursor = talk.cursor
        await sql(
          `insert into intake_preparation.talk_cursor (cursor) values ($1)
            on conflict (one) do update set cursor = excluded.cursor`,
          [cursor],
        )
      }
  }

  async function keep(talk: EndedTalk): Promise<void> {
    const id = versionIdOf(talk)
    const kept = await sql('select 1 from intake_preparation.frozen_version where id = $1', [id])
    const prepared = await sql('select 1 from intake_preparation.intake_preparation where application_id = $1', [
      talk.applicationId,
    ])
    // Nobody ever opened it: there is nothing to keep.
    if (kept.length > 0 || prepared.length === 0) return
    const preparation = { id: preparationIdOf(talk.applicationId), dossierId: talk.dossierId }
    await freeze({ rooms, sql }, { id, preparation, by: talk.by, at: new Date(talk.at) })
  }

  function follow(): void {
    working = working.then(followOnce).catch((error: unknown) => {
      house.onError(error)
      if (isClosed || again) return
      again = setTimeout(() => {
        again = null
        follow()
      }, PATIENCE_MS).unref()
    })
  }

  const stops = [house.bus.subscribe(`${TALK_ENDED}.>`, follow), house.bus.onGap(follow)]
  follow()
  return async () => {
    isClosed = true
    for (const stop of stops) stop()
    if (again) clearTimeout(again)
    await working
  }
}
