import { Server } from '@hocuspocus/server'

/** @hocuspocus/server with its defaults, without persistence. */
const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, stopOnSignals: false })
await server.listen(0)
process.stdout.write(`ready ws://127.0.0.1:${server.address.port}\n`)
process.once('SIGTERM', () => process.exit(0))
