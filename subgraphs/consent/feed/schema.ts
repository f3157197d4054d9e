import { toCursor } from '@doorstroomhub/kit/pages.ts'
import type { Pages } from '../connections.ts'
import type { ConsentBuilder } from '../context.ts'
import type { Refs } from '../refs.ts'
import { FEED_CURSOR, readChanges } from './reading.ts'

/** The change feed in the graph. */
export function implementFeed(builder: ConsentBuilder, refs: Refs, pages: Pages): void {
  refs.Change.implement({
    description: 'Something moved: which dossier or application, and what kind of change. Ask the graph for the rest.',
    fields: (t) => ({
      cursor: t.string({
        nullable: false,
        description: 'Resume after this one.',
        resolve: ({ id }) => toCursor(FEED_CURSOR, String(id)),
      }),
      at: t.field({ type: 'DateTime', nullable: false, resolve: ({ at }) => at }),
      kind: t.field({ type: refs.ChangeKind, nullable: false, resolve: ({ kind }) => kind }),
      dossier: t.field({ type: refs.Dossier, resolve: ({ dossierId }) => ({ id: dossierId }) }),
      application: t.field({
        type: refs.Application,
        resolve: async ({ applicationId }, _args, context) => {
          if (!applicationId) return null
          const { related, allowed } = await context.judgements.mayOfApplication(applicationId, 'APPLICATION_STATUS')
          return related && allowed ? context.loaders.application.load(applicationId) : null
        },
      }),
    }),
  })
  const ChangeConnection = pages.connection('Change', refs.Change, 'Changes, oldest first.')
  builder.queryField('changes', (t) =>
    t.field({
      type: ChangeConnection,
      nullable: false,
      description:
        'The change feed, oldest first: at least once, in order per dossier. What the viewer may not see is skipped, not counted. `first` at most 500.',
      args: { after: t.arg.string(), first: t.arg.int({ defaultValue: 100 }) },
      resolve: (_root, args, context) => readChanges(context, args),
    }),
  )
}
