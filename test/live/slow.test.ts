import type { OpenConsent } from '@doorstroomhub/consent/main.ts'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../world.ts'

/** `EVENTS=20000` looks longer at the memory. */
const EVENTS = Number(process.env['EVENTS'] ?? 3_000)

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.close())

/** Changes of eva's dossier, written as a command writes them, faster than any reader reads. */
async function write(count: number): Promise<void> {
  await here.database.sql(
    `insert into consent.change (at, kind, dossier_id)
      select now(), 'CONTENT', '${here.ids['eva']}' from generate_series(1, ${count})`,
  )
}

/** A reader over server-sent events that can stop reading without leaving. */
async function subscriber(query: string, variables: object = {}) {
  const token = await here.token('eva')
  const { hostname, port } = new URL(here.url)
  const socket: Socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname)
  await once(socket, 'connect')
  const body = JSON.stringify({ query, variables })
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: ${hostname}:${port}\r\nauthorization: Bearer ${token}\r\naccept: text/event-stream\r\n` +
      `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
  let text = ''
  socket.setEncoding('utf8')
  const read = (part: string) => (text += part)
  socket.on('data', read)
  return {
    socket,
    text: () => text,
    cursors: () => [...text.matchAll(/"cursor":"([^"]+)"/g)].map(([, cursor]) => cursor!),
    errors: () => [...text.matchAll(/"code":"([A-Z_]+)"/g)].map(([, code]) => code!),
  }
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const listeners = () => (here.hub.subgraphs[0] as OpenConsent).listeners()
// Each event carries enough that what the network holds for a reader is soon full.
const padding = Array.from({ length: 95 }, (_unused, at) => `x${at}: cursor`).join(' ')
const FEED = `subscription ($after: String) { changeAdded(after: $after) { cursor ${padding} } }`

test(
  `a reader that stops reading is cut off with a reason while ${EVENTS} changes go by, and goes on after its last cursor`,
  {
    timeout: 600_000,
  },
  async () => {
    const idle = listeners()
    await here.as('eva').act('updateContact', { dossierId: here.ids['eva'], email: 'first@post.example' })
    const start = await here.as('eva').query('{ changes(first: 500) { pageInfo { endCursor } } }')
    const from = start.data.changes.pageInfo.endCursor as string
    const one = await subscriber(FEED, { after: from })
    await write(1)
    await here.as('eva').act('updateContact', { dossierId: here.ids['eva'], email: 'eva@post.example' })
    await expect.poll(() => one.cursors().length).toBeGreaterThan(0)
    one.socket.pause()
    const memory = () => {
      collect()
      return process.memoryUsage().heapUsed
    }
    const before = memory()
    for (let written = 0; written < EVENTS; written += 500) {
      await write(500)
      // A change by a command wakes who listens.
      await here.as('eva').act('updateContact', { dossierId: here.ids['eva'], email: `eva${written}@post.example` })
    }
    // It listens to nothing any more, though its connection is still open.
    await expect.poll(listeners).toBe(idle)
    expect(memory() - before).toBeLessThan(40 * 1024 * 1024)

    one.socket.resume()
    await expect.poll(() => one.text().includes('event: complete')).toBe(true)
    expect(one.errors()).toEqual(['RATE_LIMITED'])
    expect(one.text()).toContain('Resume after the last cursor')
    const seen = [...new Set(one.cursors())]
    one.socket.destroy()

    // Back again, it gets the rest at its own pace, and is not cut off for being behind.
    const again = await subscriber(FEED, { after: seen.at(-1) })
    const total = async () =>
      Number(
        (
          await here.database.sql<{ count: string }>(
            `select count(*) as count from consent.change where dossier_id = '${here.ids['eva']}'`,
          )
        )[0]!.count,
      )
    const page = await here.as('eva').query('{ changes(first: 500) { edges { cursor } } }')
    const known = page.data.changes.edges.findIndex(({ cursor }: { cursor: string }) => cursor === from) + 1
    const expected = (await total()) - known
    await expect.poll(() => seen.length + new Set(again.cursors()).size, { timeout: 120_000 }).toBe(expected)
    expect(new Set([...seen, ...again.cursors()]).size).toBe(expected)
    expect(again.errors()).toEqual([])
    again.socket.destroy()
    await expect.poll(listeners).toBe(idle)
  },
)
