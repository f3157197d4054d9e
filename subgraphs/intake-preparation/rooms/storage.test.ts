import { openPostgreSql } from '@doorstroomhub/kit/postgresql.ts'
import type { Database } from '@doorstroomhub/kit/database.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Client, openHouse, until, type House } from './house.testing.ts'
import { postgresUrl, withDatabase } from './services.testing.ts'
import { storage, type Place, type Stored } from './storage.ts'
import { trace } from './trace.testing.ts'
import { filled, mergeAll, rangesOf } from './updates.ts'

const kinds: [string, boolean][] = [
  ['PGlite', true],
  ['PostgreSQL', postgresUrl !== null],
]

describe.each(kinds)('on %s', (kind, isThere) => {
  const on = isThere ? test : test.skip
  let house: House
  let database: Database | undefined
  let drop: () => Promise<void> = async () => undefined

  beforeAll(async () => {
    if (!isThere) return
    if (kind === 'PostgreSQL') {
      const made = await withDatabase()
      drop = made.drop
      database = await openPostgreSql(made.url)
    }
    house = await openHouse({ ...(database ? { database } : {}), limits: { tick: 100, idle: 200 } })
  }, 60_000)
  afterAll(async () => {
    if (!isThere) return
    await house.close()
    await database?.close()
    await drop()
  })

  const count = async (table: string, documentId: string): Promise<number> => {
    const [row] = await house.sql<{ count: number }>(
      `select count(*)::int as count from intake_preparation.${table} where document_id = $1`,
      [documentId],
    )
    return row?.count ?? -1
  }

  on(
    'the log is folded into a snapshot at 200 edits, keeps who wrote what, and loses nothing',
    async () => {
      const replica = await house.replica()
      const documentId = house.documentId('SUMMARY')
      const [noor, joris] = await Promise.all(
        ['noor', 'joris'].map((as) => new Client(replica.url, `${house.preparationId}/summary`, as).synced()),
      )
      if (!noor || !joris) throw new Error('nobody came')
      for (let index = 0; index < 260; index += 1) {
        const writer = index % 2 === 0 ? noor : joris
        const edits = replica.rooms.measures().edits
        writer.write(`regel ${index}`)
        await until('it is written', () => replica.rooms.measures().edits > edits)
      }
      await until('the log was folded', async () => (await count('edit', documentId)) < 200)
      expect(await count('snapshot', documentId)).toBe(1)
      const who = await house.sql<{ client: string; subject: string }>(
        `select distinct client, subject from intake_preparation.attribution where document_id = $1`,
        [documentId],
      )
      expect(new Map(who.map(({ client, subject }) => [Number(client), subject]))).toEqual(
        new Map([
          [noor.document.clientID, 'noor'],
          [joris.document.clientID, 'joris'],
        ]),
      )
      noor.leave()
      joris.leave()
      // An empty room folds the rest away.
      await until('nothing is left in the log', async () => (await count('edit', documentId)) === 0)
      const later = await new Client(replica.url, `${house.preparationId}/summary`, 'marieke').synced()
      expect(later.fragment).toHaveLength(260)
      later.leave()
      await replica.close()
    },
    60_000,
  )

  on('two replicas that fold the same log at once: one does it, nothing is lost', async () => {
    const store = storage(house.sql)
    const place: Place = {
      documentId: house.documentId('QUESTIONS'),
      intakePreparationId: house.preparationId,
      dossierId: house.dossierId,
      section: 'QUESTIONS',
    }
    await store.prepare(place, 1)
    const { updates } = trace(40)
    const edit = (content: Uint8Array) => ({
      ...place,
      rights: 1_000_000,
      content,
      subject: 'noor',
      name: 'Noor',
      role: 'STUDENT',
    })
    const ids: number[] = []
    for (const update of updates) ids.push((await store.append([edit(update)], new Date()))[0] as number)
    const [seen] = (await store.load([place.documentId])) as [Stored]
    // One more edit that the folder does not know.
    const extra = new Y.Doc()
    extra.getXmlFragment('content').push([new Y.XmlElement('paragraph')])
    await store.append([edit(Y.encodeStateAsUpdate(extra))], new Date())
    const snapshot = Y.encodeStateAsUpdateV2(filled(seen))
    const ranges = rangesOf(await store.edits(place.documentId, ids))
    const results = await Promise.all([1, 2].map(() => store.compact(place.documentId, 0, snapshot, ids, ranges)))
    expect(results.sort()).toEqual([false, true])
    const [after] = (await store.load([place.documentId])) as [Stored]
    expect(after.edits).toHaveLength(1)
    const expected = new Y.Doc()
    Y.applyUpdate(expected, mergeAll([...updates, Y.encodeStateAsUpdate(extra)]))
    expect(filled(after).getXmlFragment('content').toString()).toBe(expected.getXmlFragment('content').toString())
  })

  on.each([
    [10_000, 50],
    [100_000, 250],
  ])(
    'a trace of %d edits by three writers is there within %d ms after compaction',
    async (edits, limit) => {
      const store = storage(house.sql)
      const documentId = randomUUID()
      const place: Place = {
        documentId,
        intakePreparationId: house.preparationId,
        dossierId: house.dossierId,
        section: `T${edits}` as never,
      }
      await store.prepare(place, 1)
      const { document } = trace(edits)
      await store.compact(documentId, 0, Y.encodeStateAsUpdateV2(document), [], [])
      const times: number[] = []
      for (let round = 0; round < 5; round += 1) {
        const started = performance.now()
        const loaded = filled(((await store.load([documentId])) as [Stored])[0])
        times.push(performance.now() - started)
        expect(loaded.getXmlFragment('content').length).toBe(document.getXmlFragment('content').length)
      }
      // The best of five: the others share the machine with other tests.
      expect(Math.min(...times)).toBeLessThan(limit)
    },
    120_000,
  )
})
