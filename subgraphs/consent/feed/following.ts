import { HubError } from '@doorstroomhub/kit/errors.ts'
import { openStream, type Stream } from '@doorstroomhub/kit/stream.ts'
import { asker, type ConsentContext } from '../context.ts'
import { knownChanges } from './reading.ts'
import { feedEnd, type FeedChange, type Place } from './rows.ts'

/** Why a reader that cannot keep up is cut off; nothing is lost, since it resumes by its cursor. */
export const tooSlow = (): HubError =>
  new HubError('RATE_LIMITED', {
    en: 'Events came faster than they were read. Resume after the last cursor that you have.',
    nl: 'Er kwamen meer berichten dan er gelezen werden. Ga verder na de laatste cursor die u hebt.',
  })

const AT_ONCE = 100

/**
 * The feed, live: replays what came after the cursor and then follows, without a gap or a double at the seam, since both are
 * the same reading from the same place. Without a cursor it starts at the end. What was is replayed at the reader's own pace;
 * who cannot keep up with what happens now is cut off.
 */
export async function followChanges(context: ConsentContext, after: string | null): Promise<Stream<FeedChange>> {
  asker(context)
  let place: Place = context.cursors.read(after) ?? (await feedEnd(context.sql)).place
  let isReading = false
  let isAgain = false
  let stop: () => void = () => undefined
  let isOver = false
  let isReplay = true
  const stream = openStream<FeedChange>(
    () => {
      isOver = true
      stop()
    },
    undefined,
    tooSlow,
  )

  async function read(): Promise<void> {
    if (isReading) {
      isAgain = true
      return
    }
    isReading = true
    try {
      do {
        isAgain = false
        for (;;) {
          // Each reading is judged anew: what was open at the start of the stream may be closed by now.
          context.refresh()
          const known = await knownChanges(context, place, AT_ONCE)
          place = known.place
          if (isOver) return
          for (const change of known.changes) stream.push(change)
          if (known.isEnd) break
          if (isReplay) await stream.room()
        }
        isReplay = false
      } while (isAgain)
    } finally {
      isReading = false
    }
  }

  stop = await context.live.tail.listen(() => void read().catch((error: unknown) => stream.end(error)))
  if (isOver) stop()
  void read().catch((error: unknown) => stream.end(error))
  return stream
}
