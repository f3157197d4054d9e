import { documentIdOf, preparationIdOf } from '@doorstroomhub/intake-preparation/sections.ts'
import { entities } from '@doorstroomhub/intake-preparation/entities.ts'
import { migrations } from '@doorstroomhub/intake-preparation/migrations/list.ts'
import { storage, type Stored } from '@doorstroomhub/intake-preparation/rooms/storage.ts'
import { trace } from '@doorstroomhub/intake-preparation/rooms/trace.testing.ts'
import { filled } from '@doorstroomhub/intake-preparation/rooms/updates.ts'
import { openDatabase } from '@doorstroomhub/kit/standalone.ts'
import * as Y from 'yjs'
import { applicationOf } from './live-edit/names.ts'
import { median, NOISY, spreadOf, type Bench, type Figures, type Ratio, type Row } from './row.ts'

/** How long a document is away when its server starts again: read from PostgreSQL and built in memory. */
export async function recoveryRow(bench: Bench): Promise<Row> {
  const postgresql = await bench.postgresql()
  if (!postgresql) throw new Error('it needs PostgreSQL')
  const database = await openDatabase({ databaseUrl: postgresql.url, dataDir: '' })
  const ratios: Ratio[] = []
  const figures: Figures[] = []
  try {
    const own = await database.open({ schema: 'intake_preparation', entities, migrations })
    const store = storage(own.sql)
    const applicationId = applicationOf(999_999)
    const intakePreparationId = preparationIdOf(applicationId)
    const dossierId = '00000000-0000-4000-8000-00000000d056'
    await own.sql(
      `insert into intake_preparation.intake_preparation (id, application_id, dossier_id) values ($1, $2, $3)
       on conflict do nothing`,
      [intakePreparationId, applicationId, dossierId],
    )
    const sizes = bench.quick
      ? ([[1_000, 50]] as const)
      : ([
          [10_000, 50],
          [100_000, 250],
        ] as const)
    for (const [index, [edits, limit]] of sizes.entries()) {
      bench.say(`a trace of ${edits} edits`)
      const section = index === 0 ? 'SUMMARY' : 'QUESTIONS'
      const documentId = documentIdOf(intakePreparationId, section)
      await store.prepare({ documentId, intakePreparationId, dossierId, section }, 1)
      const { document } = trace(edits)
      const snapshot = Y.encodeStateAsUpdateV2(document)
      await store.compact(documentId, 0, snapshot, [], [])
      const times: number[] = []
      for (let round = 0; round < (bench.quick ? 2 : 12); round += 1) {
        const started = performance.now()
        filled(((await store.load([documentId])) as [Stored])[0])
        times.push(performance.now() - started)
      }
      // The first load of a process is with a cold compiler: it counts on its own.
      const [cold = 0, ...warm] = times
      const noisy = spreadOf(warm) > NOISY
      ratios.push({ name: `${edits} edits, load in ms`, value: median(warm), reach: { atMost: limit }, noisy })
      ratios.push({ name: `${edits} edits, the first load in ms`, value: cold, reach: { atMost: limit }, noisy: false })
      figures.push({
        contestant: `${edits} edits`,
        p50Ms: median(warm),
        p99Ms: Math.max(...warm),
        spread: spreadOf(warm),
        more: { coldMs: cold, bytes: snapshot.byteLength },
      })
    }
  } finally {
    await database.close()
  }
  return {
    name: 'recovery',
    what: `a document written by three people, with deletions, loaded after compaction; ${postgresql.what}`,
    ratios,
    figures,
    notes: ['One update per keystroke; at most 200 edits stand in the log beside a snapshot.'],
  }
}
