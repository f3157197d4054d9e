import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { askingOf } from '@doorstroomhub/gateway/http/asking.ts'
import { openSession } from '@doorstroomhub/gateway/session.ts'
import { readSettings } from '@doorstroomhub/gateway/settings.ts'
import { composeSupergraph } from '@doorstroomhub/gateway/supergraph.ts'
import { audienceKey, signAsking, type Asking } from '@doorstroomhub/kit/viewer.ts'
import { sdlsOf } from './sdls.ts'

/** One operation: who asks, and what was signed of it, once for each audience. */
interface Operation {
  asking: Asking
  signed: Map<string, Promise<string>>
}

// Apollo's own gateway before the same subgraphs, as its manual has it; who asks is proven and signed as our gateway does.
const settings = await readSettings(process.env)
const clock = () => new Date()
const keys = new Map(
  [...settings.subgraphs!.map(({ name }) => name), 'judge'].map((name) => [
    name,
    audienceKey(settings.keys.viewer, name),
  ]),
)
const session = openSession({ issuer: settings.oidc!.issuer, clock })

function sign({ asking, signed }: Operation, audience: string): Promise<string> {
  let token = signed.get(audience)
  if (!token) signed.set(audience, (token = signAsking(asking, audience, keys.get(audience)!, clock())))
  return token
}

const gateway = new ApolloGateway({
  supergraphSdl: await composeSupergraph(await sdlsOf(settings.subgraphs!)),
  buildService: ({ name, url }) =>
    new RemoteGraphQLDataSource<Operation>({
      url: url!,
      async willSendRequest({ request, context }) {
        if (!('asking' in context)) return
        const [viewer, judge] = await Promise.all([
          sign(context as Operation, name),
          sign(context as Operation, 'judge'),
        ])
        request.http?.headers.set('x-hub-viewer', viewer)
        request.http?.headers.set('x-hub-judge', judge)
        request.http?.headers.set('x-request-id', (context as Operation).asking.requestId)
      },
    }),
})
const server = new ApolloServer<Operation>({ gateway, includeStacktraceInErrorResponses: false })
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async ({ req }) => ({
    asking: askingOf(req.headers, await session.proofOf(req.headers)),
    signed: new Map(),
  }),
})
const end = async (): Promise<void> => {
  await server.stop()
  process.exit(0)
}
process.once('SIGTERM', () => void end())
process.once('disconnect', () => void end())
process.stdout.write(`ready ${url.replace(/\/$/, '')}\n`)
