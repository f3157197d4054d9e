import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFront, type RunningFront } from '../front.testing.ts'

let hub: RunningFront
beforeEach(async () => {
  const timeouts = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 }
  hub = await openFront({}, {}, { timeouts })
})
afterEach(() => hub.close())

/** A connection that sends a beginning, and then a sign now and then for ever; what it is told in the end. */
async function dripping(beginning: string): Promise<string> {
  const socket: Socket = connect(Number(new URL(hub.url).port), '127.0.0.1')
  let said = ''
  socket.on('data', (part) => (said += String(part)))
  socket.on('error', () => undefined)
  socket.write(beginning)
  const drip = setInterval(() => socket.writable && socket.write('a'), 20)
  await once(socket, 'close')
  clearInterval(drip)
  return said
}

test('a hundred connections whose headers drip in are cut off, and others are answered meanwhile', async () => {
  const slow = Array.from({ length: 100 }, () => dripping('POST /graphql HTTP/1.1\r\nhost: hub\r\nx-long: '))
  for (let times = 0; times < 20; times++) expect((await hub.post({ query: '{ viewer { name } }' })).status).toBe(200)
  expect(new Set((await Promise.all(slow)).map((said) => said.split('\r\n', 1)[0]))).toEqual(
    new Set(['HTTP/1.1 408 Request Timeout']),
  )
  expect((await hub.post({ query: '{ viewer { name } }' })).status).toBe(200)
})

test('so is a body that drips in', async () => {
  const said = await dripping(
    'POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{',
  )
  expect(said).toMatch(/^HTTP\/1\.1 408/)
  expect((await hub.post({ query: '{ viewer { name } }' })).status).toBe(200)
})

test('headers of 100 KB, and a thousand small ones, end only their own connection', async () => {
  const status = (headers: Record<string, string>): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const sending = httpRequest(hub.url, { method: 'POST', headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      sending.on('error', reject)
      sending.end('{}')
    })
  expect(await status({ 'x-large': 'x'.repeat(100_000) })).toBe(431)
  expect(await status(Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`x-${at}`, '1'])))).toBe(431)
  // Below the size, but too many: what stands after the hundredth would not be read, and may be what says who asks.
  const type = { 'content-type': 'application/json' }
  const some = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`x-${at}`, '1']))
  for (const count of [100, 150, 500]) expect([count, await status({ ...type, ...some(count) })]).toEqual([count, 431])
  expect(await status({ ...type, ...some(90) })).toBe(400)
  expect((await hub.post({ query: '{ viewer { name } }' })).status).toBe(200)
})
