import type { RemoteSubgraph } from '@doorstroomhub/gateway/settings.ts'
import type { SubgraphSdl } from '@doorstroomhub/gateway/supergraph.ts'

/** What the subgraphs themselves tell of their part of the graph. */
export const sdlsOf = (subgraphs: readonly RemoteSubgraph[]): Promise<SubgraphSdl[]> =>
  Promise.all(
    subgraphs.map(async ({ name, url }) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ _service { sdl } }' }),
      })
      const { data } = (await response.json()) as { data: { _service: { sdl: string } } }
      return { name, url, sdl: data._service.sdl }
    }),
  )
