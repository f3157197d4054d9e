import { setupWSConnection } from '@y/websocket-server/utils'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'

/** @y/websocket-server as its own program starts it, without persistence. */
const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
server.on('connection', (socket, request) => setupWSConnection(socket as never, request))
server.on('listening', () => process.stdout.write(`ready ws://127.0.0.1:${(server.address() as AddressInfo).port}\n`))
process.once('SIGTERM', () => process.exit(0))
