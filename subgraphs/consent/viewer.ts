import { unauthenticated } from '@doorstroomhub/kit/errors.ts'
import type { ConsentBuilder } from './context.ts'
import type { Refs } from './refs.ts'
import type { OrganisationKind, Role } from './rules/words.ts'

/** Who is asking, in the graph: the gateway's word, as signed. */
export function implementViewer(builder: ConsentBuilder, refs: Refs): void {
  refs.Viewer.implement({
    description: 'Who is asking, as proven at the door.',
    fields: (t) => ({
      subject: t.exposeID('subject', { nullable: false }),
      name: t.exposeString('name', { nullable: false }),
      role: t.field({ type: refs.Role, nullable: false, resolve: ({ role }) => role }),
      organisation: t.field({
        type: refs.Organisation,
        description: 'For which organisation.',
        resolve: async ({ organisation }, _args, context) =>
          organisation &&
          ((await context.loaders.organisation.load(organisation.brin)) ?? {
            ...organisation,
            kind: organisation.kind as OrganisationKind,
            regionCode: null,
          }),
      }),
      region: t.field({
        type: refs.Region,
        description: 'The region of an analyst; null for others.',
        resolve: ({ region }, _args, context) => (region === null ? null : context.loaders.region.load(region)),
      }),
      scopes: t.exposeStringList('scopes', {
        nullable: { list: false, items: false },
        description: 'OAuth scopes of a partner system; they only cut.',
      }),
    }),
  })
  builder.queryField('viewer', (t) =>
    t.field({
      type: refs.Viewer,
      nullable: false,
      description: "The gateway's word for who is asking.",
      resolve: (_root, _args, context) => {
        const { viewer } = context.asking
        if (!viewer) throw unauthenticated()
        return { ...viewer, role: viewer.role as Role }
      },
    }),
  )
}
