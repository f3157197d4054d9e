import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { readSettings } from '@doorstroomhub/gateway/settings.ts'
import { composeSupergraph } from '@doorstroomhub/gateway/supergraph.ts'
import { openPeerDoor, type Operation } from './asker.ts'
import { sdlsOf } from './sdls.ts'

// Apollo's own gateway before the same subgraphs, as its manual has it; who asks is proven and signed as our gateway does.
const settings = await readSettings(process.env)
const door = openPeerDoor(settings)

const gateway = new ApolloGateway({
  supergraphSdl: await composeSupergraph(await sdlsOf(settings.subgraphs!)),
  buildService: ({ name, url }) =>
    new RemoteGraphQLDataSource<Operation>({
      url: url!,
      async willSendRequest({ request, context }) {
        if (!('asking' in context)) return
        for (const [header, value] of Object.entries(await door.headersFor(context as Operation, name)))
          request.http?.headers.set(header, value)
      },
    }),
})
const server = new ApolloServer<Operation>({ gateway, includeStacktraceInErrorResponses: false })
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: ({ req }) => door.operationOf(req.headers),
})
const end = async (): Promise<void> => {
  await server.stop()
  process.exit(0)
}
process.once('SIGTERM', () => void end())
process.once('disconnect', () => void end())
process.stdout.write(`ready ${url.replace(/\/$/, '')}\n`)
