import { entities } from '@doorstroomhub/intake-preparation/entities.ts'
import { migrations } from '@doorstroomhub/intake-preparation/migrations/list.ts'
import { storage } from '@doorstroomhub/intake-preparation/rooms/storage.ts'
import { trace } from '@doorstroomhub/intake-preparation/rooms/trace.testing.ts'
import { documentIdOf, preparationIdOf, SECTION_KEYS } from '@doorstroomhub/intake-preparation/sections.ts'
import { openDatabase } from '@doorstroomhub/kit/standalone.ts'
import { join } from 'node:path'
import * as Y from 'yjs'
import { heldBy } from './held.ts'
import { applicationOf } from './live-edit/names.ts'
import { cpuOf } from './machine.ts'
import type { Opened, Opening } from './open-sections/load-program.ts'
import { order } from './order.ts'
import { start } from './program.ts'
import { percentiles } from './rounds.ts'
import { median, NOISY, spreadOf, type Bench, type Ratio, type Row } from './row.ts'

const EDITS = 300
const DOSSIER = '00000000-0000-4000-8000-00000000d055'
const OPEN_MS = 5_000
const DOCUMENT_KIB = 100

/** A thousand sections with a page of text each, opened at the same moment, by stock clients: Monday morning at nine. */
export async function openSectionsRow(bench: Bench, held: { server: number; load: number } | null): Promise<Row> {
  const postgresql = await bench.postgresql()
  if (!postgresql) throw new Error('it needs PostgreSQL, where the documents are')
  const documents = bench.quick ? 20 : 1_000
  bench.say(`writing ${documents} documents`)
  await write(postgresql.url, documents)
  const rounds: { allMs: number; cpuMs: number | null; kib: number; synced: number[] }[] = []
  for (let round = 0; round < (bench.quick ? 1 : 3); round++) {
    bench.say(`round ${round + 1}`)
    // Each time a fresh process: nothing is in memory yet.
    const rooms = await start('the rooms', join(import.meta.dirname, 'live-edit', 'rooms.ts'), {
      core: held?.server ?? null,
      env: { DATABASE_URL: postgresql.url },
    })
    try {
      const looks: { cpu: number | null; kib: number }[] = []
      const what: Opening = { url: rooms.url, documents, least: 100, patienceMs: 60_000 }
      const program = join(import.meta.dirname, 'open-sections', 'load-program.ts')
      const { synced } = await order<Opened>(held?.load ?? null, program, what, async () => {
        const cpu = cpuOf([rooms.pid])
        const { heapMb, buffersMb } = await heldBy(rooms.child)
        looks.push({ cpu, kib: (heapMb + buffersMb) * 1024 })
      })
      const [before, after] = looks as [(typeof looks)[0], (typeof looks)[0]]
      const each = (a: number | null, b: number | null) => (a === null || b === null ? null : (b - a) / documents)
      rounds.push({
        allMs: Math.max(...synced),
        cpuMs: each(before.cpu, after.cpu),
        kib: (after.kib - before.kib) / documents,
        synced,
      })
    } finally {
      await rooms.stop()
    }
  }
  const spread = spreadOf(rounds.map(({ allMs }) => allMs))
  const cpus = rounds.map((round) => round.cpuMs).filter((value) => value !== null)
  const cpuMs = cpus.length === 0 ? null : median(cpus)
  const kib = median(rounds.map((round) => round.kib))
  const ratios: Ratio[] = [
    {
      name: `all ${documents} open, in ms`,
      value: median(rounds.map(({ allMs }) => allMs)),
      reach: { atMost: OPEN_MS },
      noisy: spread > NOISY,
    },
    {
      name: 'memory of an open document and its socket in KiB',
      value: kib,
      reach: { atMost: DOCUMENT_KIB },
      noisy: false,
    },
  ]
  return {
    name: 'open sections',
    what: `${documents} documents of ${EDITS} edits each, opened by as many clients at the same moment, by a server that has none in memory; ${postgresql.what}`,
    ratios,
    figures: [
      {
        contestant: 'hub, durable on PostgreSQL',
        ...(cpuMs === null ? {} : { cpuMs }),
        ...percentiles(rounds.flatMap(({ synced }) => synced)),
        spread,
        more: { kibEach: kib },
      },
    ],
    notes: [
      'Each client was looked at: it has what is in its document. The hub alone reads it from a database, so there is no peer.',
      'Memory is what is held after a collection (JavaScript and its buffers), not the garbage of opening them.',
    ],
  }
}

/** So many documents with the same trace in each, as a snapshot. */
async function write(url: string, documents: number): Promise<void> {
  const database = await openDatabase({ databaseUrl: url, dataDir: '' })
  try {
    const own = await database.open({ schema: 'intake_preparation', entities, migrations })
    const store = storage(own.sql)
    const snapshot = Y.encodeStateAsUpdateV2(trace(EDITS).document)
    for (let number = 0; number < documents; number++) {
      const applicationId = applicationOf(Math.floor(number / SECTION_KEYS.length))
      const intakePreparationId = preparationIdOf(applicationId)
      const section = SECTION_KEYS[number % SECTION_KEYS.length]!
      const documentId = documentIdOf(intakePreparationId, section)
      await own.sql(
        `insert into intake_preparation.intake_preparation (id, application_id, dossier_id) values ($1, $2, $3)
         on conflict do nothing`,
        [intakePreparationId, applicationId, DOSSIER],
      )
      await store.prepare({ documentId, intakePreparationId, dossierId: DOSSIER, section }, 1)
      await store.compact(documentId, 0, snapshot, [], [])
    }
  } finally {
    await database.close()
  }
}
