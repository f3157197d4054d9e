import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'

/** A relay that knows nothing: every frame to everybody else at the same path. What the network alone costs. */
const rooms = new Map<string, Set<WebSocket>>()
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', (socket, request) => {
  const path = (request.url ?? '').split('?')[0] as string
  const room = rooms.get(path) ?? new Set()
  rooms.set(path, room.add(socket))
  socket.on('message', (frame: Buffer) => {
    for (const other of room) if (other !== socket) other.send(frame)
  })
  socket.on('close', () => room.delete(socket))
})
server.on('listening', () => process.stdout.write(`ready ws://127.0.0.1:${(server.address() as AddressInfo).port}\n`))
process.once('SIGTERM', () => process.exit(0))
