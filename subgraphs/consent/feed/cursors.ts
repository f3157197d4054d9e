import { foreignCursor } from '@doorstroomhub/kit/pages.ts'
import { keyFor, opaque } from '@doorstroomhub/kit/sealed.ts'
import type { Place } from './rows.ts'

const PLACE = /^(\d{1,19})\.(\d{1,19})$/

/** Cursors of the feed. Sealed, since a place counts everybody's acts: two of one's own would tell how many others were between. */
export interface FeedCursors {
  of(place: Place): string
  /** Null for none, INVALID in words for one that the feed did not give. */
  read(cursor: string | null | undefined): Place | null
}

/** The cursors of one hub; hubs with the same secret read each other's. */
export function feedCursors(secret: Uint8Array | undefined): FeedCursors {
  const { seal, open } = opaque(keyFor(secret, 'feed cursors'))
  return {
    of: ({ tx, id }) => seal(`${tx}.${id}`),
    read(cursor) {
      if (cursor === null || cursor === undefined) return null
      const [, tx, id] = PLACE.exec(open(cursor) ?? '') ?? []
      if (tx === undefined || id === undefined) throw foreignCursor()
      return { tx, id }
    },
  }
}
