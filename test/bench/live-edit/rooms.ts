import { preparationIdOf, SECTION_KEYS } from '@doorstroomhub/intake-preparation/sections.ts'
import { entities } from '@doorstroomhub/intake-preparation/entities.ts'
import { migrations } from '@doorstroomhub/intake-preparation/migrations/list.ts'
import { openRooms } from '@doorstroomhub/intake-preparation/rooms/server.ts'
import { memoryBus } from '@doorstroomhub/kit/bus.ts'
import type { Judge } from '@doorstroomhub/kit/judge.ts'
import { openDatabase } from '@doorstroomhub/kit/standalone.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerLooks } from '../held.ts'
import { applicationOf } from './names.ts'

/** The hub's rooms alone, durable on PostgreSQL, with a referee that says yes: four sections to an application. */
const APPLICATIONS = 400
const dossierId = '00000000-0000-4000-8000-00000000d055'
const sections = Object.fromEntries(SECTION_KEYS.map((key) => [key, 'WRITE']))
const judge: Judge = async (_asking, _subgraph, asks) =>
  asks.map(({ groups }) => ({
    related: true,
    dossierId,
    relation: 'OWNER',
    groups: Object.fromEntries(
      groups.map((group) => [group, { allowed: true, basis: 'OWN_DATA', leftOut: [], facts: { sections, rights: 1 } }]),
    ),
  }))

const database = await openDatabase({ databaseUrl: process.env['DATABASE_URL'] ?? null, dataDir: '' })
const own = await database.open({ schema: 'intake_preparation', entities, migrations })
const applications = Array.from({ length: APPLICATIONS }, (_unused, index) => applicationOf(index))
await own.sql(
  `insert into intake_preparation.intake_preparation (id, application_id, dossier_id)
   select id, application_id, $3 from unnest($1::uuid[], $2::uuid[]) as a (id, application_id) on conflict do nothing`,
  [applications.map(preparationIdOf), applications, dossierId],
)
const rooms = openRooms({
  database: own,
  bus: memoryBus(),
  judge,
  clock: () => new Date(),
  erased: async () => [],
  onError: (error) => void process.stderr.write(`${String(error)}\n`),
  // One person stands for all three hundred.
  limits: { perPerson: 100_000 },
})
const asking: Asking = {
  viewer: {
    subject: 'bench',
    name: 'Bench',
    role: 'STUDENT',
    organisation: null,
    region: null,
    municipality: null,
    scopes: [],
  },
  purpose: 'INTAKE_TALK',
  requestId: 'bench',
  language: 'en',
}
process.on('message', answerLooks())
const server = createServer()
server.on('upgrade', (request, socket, head) => {
  const viewer = {
    ...asking.viewer,
    subject: new URL(request.url ?? '/', 'http://x').searchParams.get('as') ?? 'bench',
  }
  rooms.upgrade(request, socket, head, { ...asking, viewer: viewer as NonNullable<Asking['viewer']> })
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready ws://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
process.once('SIGTERM', () => void rooms.close().then(() => process.exit(0)))
