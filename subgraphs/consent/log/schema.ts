import { fromCursor, pageSize, toConnection, type Connection } from '@doorstroomhub/kit/pages.ts'
import type { ConsentContext } from '../context.ts'
import type { Pages } from '../connections.ts'
import type { Refs } from '../refs.ts'
import { purposeOn } from '../rules/words.ts'
import { ReadLogLine } from './entities.ts'

const CURSOR = 'log'
const NUMBER = /^\d{1,18}$/

/** One page of who looked, newest first. */
export async function readLog(
  context: ConsentContext,
  dossierId: string,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<ReadLogLine>> {
  const size = pageSize(args.first, 20)
  const after = fromCursor(CURSOR, args.after, NUMBER)
  const rows = await context.em.find(
    ReadLogLine,
    { dossierId, ...(after === null ? {} : { id: { $lt: Number(after) } }) },
    { orderBy: { id: -1 }, limit: size + 1 },
  )
  return toConnection(CURSOR, rows, size, ({ id }) => String(id), after)
}

/** The read log in the graph. */
export function implementLog(refs: Refs, pages: Pages) {
  refs.ReadLogEntry.implement({
    description:
      'One time that somebody other than the owner read groups of this dossier: who, what, why. Never a value.',
    fields: (t) => ({
      at: t.field({ type: 'DateTime', nullable: false, resolve: ({ at }) => at }),
      reader: t.exposeString('reader', { nullable: false, description: 'The person or system.' }),
      organisation: t.field({
        type: refs.Organisation,
        description: 'For which organisation.',
        resolve: ({ organisation }, _args, context) =>
          organisation ? context.loaders.organisation.load(organisation) : null,
      }),
      role: t.field({ type: refs.Role, nullable: false, resolve: ({ role }) => role }),
      groups: t.field({
        type: [refs.FieldGroup],
        nullable: { list: false, items: false },
        resolve: ({ groups }) => groups,
      }),
      purpose: t.field({
        type: refs.Purpose,
        description: 'What the mbo said it was for; null on a ground that needs no purpose.',
        // Lines of before may hold one that counted for nothing.
        resolve: ({ basis, purpose }) => purposeOn(basis, purpose),
      }),
      basis: t.field({
        type: refs.LegalBasis,
        nullable: false,
        description: 'On which ground.',
        resolve: ({ basis }) => basis,
      }),
    }),
  })
  return pages.connection('ReadLog', refs.ReadLogEntry, 'Who looked, newest first.')
}
