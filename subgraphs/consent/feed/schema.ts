import type { Pages } from '../connections.ts'
import type { ConsentBuilder } from '../context.ts'
import type { Refs } from '../refs.ts'
import { followChanges } from './following.ts'
import { readChanges } from './reading.ts'

/** The change feed in the graph. */
export function implementFeed(builder: ConsentBuilder, refs: Refs, pages: Pages): void {
  refs.Change.implement({
    description: 'Something moved: which dossier or application, and what kind of change. Ask the graph for the rest.',
    fields: (t) => ({
      cursor: t.string({
        nullable: false,
        description: 'Resume after this one.',
        resolve: (change, _args, context) => context.cursors.of(change),
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
  builder.subscriptionField('changeAdded', (t) =>
    t.field({
      type: refs.Change,
      nullable: false,
      description:
        'The feed, live: replays what came after the cursor and then follows, without a gap or a double; without a cursor from now on. A reader that is too slow is cut off with RATE_LIMITED and resumes by its cursor.',
      args: { after: t.arg.string() },
      subscribe: (_root, { after }, context) => followChanges(context, after ?? null),
      resolve: (change) => change as never,
    }),
  )
}
