import { memoryBus, type Bus } from '@doorstroomhub/kit/bus.ts'
import type { Database, Sql } from '@doorstroomhub/kit/database.ts'
import { openEmbedded } from '@doorstroomhub/kit/embedded.ts'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { entities } from '../entities.ts'
import { migrations } from '../migrations/list.ts'
import { asker, everything, testReferee, type TestReferee } from '../referee.testing.ts'
import { documentIdOf, preparationIdOf, ROOT, type SectionKey } from '../sections.ts'
import type { Role } from '../entities.ts'
import type { Limits } from './limits.ts'
import { openRooms, type Rooms } from './server.ts'

/** People by their subject; others are students. */
const ROLES: Record<string, Role> = { joris: 'MENTOR', marieke: 'INTAKER', amira: 'CARE_COORDINATOR' }
export const personOf = (subject: string) => asker(subject, ROLES[subject.replace(/\d+$/, '')] ?? 'STUDENT')

/** One replica of the rooms on a port of its own: `?as=<subject>` stands for the door's proof. */
export interface Replica {
  url: string
  rooms: Rooms
  sql: Sql
  close(): Promise<void>
}

/** One dossier with one application, its referee, and replicas of the rooms on one database and bus. */
export interface House {
  dossierId: string
  applicationId: string
  preparationId: string
  referee: TestReferee
  bus: Bus
  sql: Sql
  replica(bus?: Bus, port?: number): Promise<Replica>
  documentId(section: SectionKey): string
  close(): Promise<void>
}

export async function serveRooms(rooms: Rooms, port = 0): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((_request, response) => response.writeHead(404).end())
  server.on('upgrade', (request, socket, head) => {
    const as = new URL(request.url ?? '/', 'http://x').searchParams.get('as')
    rooms.upgrade(request, socket, head, as ? personOf(as) : null)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/documents`,
    close: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

export interface HouseOptions {
  database?: Database
  bus?: Bus
  limits?: Partial<Limits>
  /** The same ones in another process. */
  dossierId?: string
  applicationId?: string
}

export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const database = options.database ?? (await openEmbedded({ memory: true }))
  const bus = options.bus ?? memoryBus()
  const dossierId = options.dossierId ?? randomUUID()
  const applicationId = options.applicationId ?? randomUUID()
  const preparationId = preparationIdOf(applicationId)
  const referee = testReferee(dossierId)
  for (const subject of ['noor', 'joris', 'marieke']) referee.let(subject, everything)
  const owner = await database.open({ schema: 'intake_preparation', entities, migrations })
  await owner.sql(
    `insert into intake_preparation.intake_preparation (id, application_id, dossier_id) values ($1, $2, $3)
      on conflict do nothing`,
    [preparationId, applicationId, dossierId],
  )
  const replicas: Replica[] = []
  return {
    dossierId,
    applicationId,
    preparationId,
    referee,
    bus,
    sql: owner.sql,
    documentId: (section) => documentIdOf(preparationId, section),
    async replica(own = bus, port = 0) {
      const rooms = openRooms({
        database: owner,
        bus: own,
        judge: referee.judge,
        clock: () => new Date(),
        erased: async () => [],
        onError: (error) => {
          throw error
        },
        ...(options.limits ? { limits: options.limits } : {}),
      })
      const server = await serveRooms(rooms, port)
      const replica: Replica = {
        url: server.url,
        rooms,
        sql: owner.sql,
        close: async () => {
          await rooms.close()
          await server.close()
        },
      }
      replicas.push(replica)
      return replica
    },
    async close() {
      for (const replica of replicas) await replica.close()
      await bus.close()
      if (!options.database) await database.close()
    },
  }
}

/** A stock client: y-websocket as it is, in Node with `ws`. */
export class Client {
  readonly document = new Y.Doc()
  readonly provider: WebsocketProvider
  readonly codes: number[] = []

  constructor(
    url: string,
    room: string,
    as: string,
    params: Record<string, string> = {},
    // A browser's websocket shows its cookies by itself; here they are given.
    socket: typeof WebSocket = WebSocket,
  ) {
    this.provider = new WebsocketProvider(url, room, this.document, {
      params: { as, ...params },
      WebSocketPolyfill: socket as never,
      disableBc: true,
    })
    this.provider.on('connection-close', (event) => this.codes.push(event?.code ?? 0))
  }

  get fragment(): Y.XmlFragment {
    return this.document.getXmlFragment(ROOT)
  }
  get words(): string {
    return this.fragment
      .toArray()
      .map((paragraph) =>
        (paragraph as Y.XmlElement)
          .toArray()
          .map((text) => (text as Y.XmlText).toString())
          .join(''),
      )
      .join('\n')
  }

  /** Adds a paragraph with these words. */
  write(words: string): void {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    this.fragment.push([paragraph])
  }

  async synced(): Promise<this> {
    if (!this.provider.synced) await new Promise<void>((resolve) => this.provider.once('sync', () => resolve()))
    return this
  }

  /** Resolves with the code that the server closed with. */
  closed(): Promise<number> {
    return new Promise((resolve) => {
      const [code] = this.codes
      if (code !== undefined) resolve(code)
      else this.provider.once('connection-close', (event) => resolve(event?.code ?? 0))
    })
  }

  leave(): void {
    this.provider.destroy()
    this.document.destroy()
  }
}

/** Resolves when this becomes true; fails after a while, saying what it waited for. */
export async function until(what: string, isTrue: () => boolean | Promise<boolean>, patience = 10_000): Promise<void> {
  const end = Date.now() + patience
  for (;;) {
    if (await isTrue()) return
    if (Date.now() > end) throw new Error(`waited ${patience} ms in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** A generator of numbers between 0 and 1 that is the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
