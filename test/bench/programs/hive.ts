import { readSettings } from '@doorstroomhub/gateway/settings.ts'
import { composeSupergraph } from '@doorstroomhub/gateway/supergraph.ts'
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openPeerDoor, type Operation } from './asker.ts'
import { sdlsOf } from './sdls.ts'

// Hive's gateway before the same subgraphs: the runtime that its command line starts, with its defaults. Two things are set. Who
// asks is proven and signed as our gateway does. And questions in flight are not merged: Hive compares them without what the
// header says of the asker, so that a read would be missing from the log, or somebody would get another's answer.
const settings = await readSettings(process.env)
const door = openPeerDoor(settings)
const operations = new WeakMap<Request, Promise<Operation>>()

function operationOf(request: Request): Promise<Operation> {
  let operation = operations.get(request)
  if (!operation) operations.set(request, (operation = door.operationOf(Object.fromEntries(request.headers.entries()))))
  return operation
}

const gateway = createGatewayRuntime({
  supergraph: await composeSupergraph(await sdlsOf(settings.subgraphs!)),
  logging: false,
  propagateHeaders: {
    fromClientToSubgraphs: async ({ request, subgraphName }) =>
      door.headersFor(await operationOf(request), subgraphName),
  },
  transportEntries: { '*.http': { options: { deduplicateInflightRequests: false } } },
})
// As the command line has it: a plain server of Node's.
const server = createServer((request, response) => void gateway(request, response))
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
const end = async (): Promise<void> => {
  server.close()
  server.closeAllConnections()
  await gateway[Symbol.asyncDispose]()
  process.exit(0)
}
process.once('SIGTERM', () => void end())
process.once('disconnect', () => void end())
