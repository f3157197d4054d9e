import type { Connection } from '@doorstroomhub/kit/pages.ts'
import type { ConsentBuilder } from './context.ts'

/** PageInfo and the way to make a connection of any type. */
export function implementPages(builder: ConsentBuilder) {
  const PageInfo = builder.objectRef<Connection<unknown>['pageInfo']>('PageInfo').implement({
    description: 'Where this page stands in its list (Relay cursor specification).',
    shareable: true,
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage', { nullable: false }),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage', { nullable: false }),
      startCursor: t.exposeString('startCursor'),
      endCursor: t.exposeString('endCursor'),
    }),
  })
  return {
    connection<Node extends object>(name: string, node: { readonly $inferType?: Node } & object, description: string) {
      const Edge = builder.objectRef<{ node: Node; cursor: string }>(`${name}Edge`).implement({
        description: 'A node and its cursor.',
        fields: (t) => ({
          node: t.field({ type: node as never, nullable: false, resolve: (edge) => edge.node as never }),
          cursor: t.exposeString('cursor', { nullable: false }),
        }),
      })
      return builder.objectRef<Connection<Node>>(`${name}Connection`).implement({
        description,
        fields: (t) => ({
          edges: t.field({ type: [Edge], nullable: { list: false, items: false }, resolve: ({ edges }) => edges }),
          pageInfo: t.field({ type: PageInfo, nullable: false, resolve: (connection) => connection.pageInfo }),
        }),
      })
    },
  }
}

export type Pages = ReturnType<typeof implementPages>
