import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One message as it came in. */
export interface Received {
  headers: Record<string, string>
  body: string
  at: number
}

/** A partner's receiver, on this machine. What it answers is up to the test. */
export interface Receiver {
  url: string
  received: Received[]
  /** Answers every message from now on; true is a plain yes. */
  answer(how: true | ((request: IncomingMessage, response: ServerResponse, message: Received) => void)): void
  close(): Promise<void>
}

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = []
  let how: Parameters<Receiver['answer']>[0] = true
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const message = {
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(parts).toString('utf8'),
        at: performance.now(),
      }
      received.push(message)
      if (how === true) response.writeHead(204).end()
      else how(request, response, message)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/changes`,
    received,
    answer: (next) => void (how = next),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}
