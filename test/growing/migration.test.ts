import { Change } from '@doorstroomhub/consent/feed/entities.ts'
import { entities } from '@doorstroomhub/intake-preparation/entities.ts'
import { migrations } from '@doorstroomhub/intake-preparation/migrations/list.ts'
import { growing } from '@doorstroomhub/intake-preparation/rooms/growing.ts'
import { storage } from '@doorstroomhub/intake-preparation/rooms/storage.ts'
import { documentIdOf } from '@doorstroomhub/intake-preparation/sections.ts'
import { Partitions } from '@doorstroomhub/kit/partitions.ts'
import { describe, expect, test } from 'vitest'
import {
  before,
  consent,
  emptyDatabase,
  isMissing,
  kinds,
  partsOf,
  putChange,
  putDossier,
  putLine,
} from './database.ts'

const NOOR = '00000000-0000-4000-8000-000000000001'
const PREPARATION = '00000000-0000-4000-8000-000000000003'
const rooms = { schema: 'intake_preparation', entities, migrations }
describe.each(kinds)('on the %s database', (kind) => {
  test.skipIf(isMissing(kind))(
    'the log and the feed of the release before become parts with every row, and its processes go on',
    async () => {
      const { database, close } = await emptyDatabase(kind)
      try {
        const old = await database.open(before(consent))
        await putDossier(old.sql, { id: NOOR, startYear: 2027 })
        for (let month = 1; month <= 12; month++) {
          const at = `2025-${String(month).padStart(2, '0')}-10T12:00:00Z`
          await putLine(old.sql, NOOR, at)
          await putChange(old.sql, NOOR, at)
        }
        // A number that was used and is gone must not be given again: whoever reads on from it would miss what has it.
        await old.sql('delete from consent.change where id = 12')
        const held = () =>
          Promise.all(['read_log', 'change'].map((table) => old.sql(`select * from consent.${table} order by id`)))
        const rows = await held()
        expect(rows.map(({ length }) => length)).toEqual([12, 11])

        const write = () =>
          old.sql(
            `insert into consent.change (at, kind, dossier_id) values (now(), 'CONTENT', $1) returning id`,
            [NOOR],
            'of-the-release-before',
          )
        expect(await write()).toEqual([{ id: expect.anything() }])
        await old.sql(`delete from consent.change where kind = 'CONTENT'`)

        const fresh = await database.open(consent)
        expect(await held()).toEqual(rows)
        expect(await partsOf(fresh.sql, 'consent.read_log')).toEqual(['before', 'other'])

        const [written] = await write()
        expect(Number(written!['id'])).toBeGreaterThan(13)
        const em = old.em()
        const change = em.create(Change, {
          at: new Date(),
          kind: 'SHARING',
          dossierId: NOOR,
          applicationId: null,
          institution: null,
          fromStatus: null,
          toStatus: null,
        })
        await em.flush()
        expect(change.id).toBeGreaterThan(Number(written!['id']))
        await putLine(old.sql, NOOR, '2026-01-01T00:00:00Z')
        expect((await held()).map(({ length }) => length)).toEqual([13, 13])
        await expect(old.sql('delete from consent.read_log')).rejects.toThrow('append-only')
      } finally {
        await close()
      }
    },
  )

  test.skipIf(isMissing(kind))(
    'the edits of the release before are read, written, folded and destroyed as before, and an empty year goes',
    async () => {
      const { database, close } = await emptyDatabase(kind)
      try {
        const old = await database.open(before(rooms))
        await old.sql(
          `insert into intake_preparation.intake_preparation (id, application_id, dossier_id) values ($1, $1, $2)`,
          [PREPARATION, NOOR],
        )
        const place = {
          documentId: documentIdOf(PREPARATION, 'SUMMARY'),
          intakePreparationId: PREPARATION,
          dossierId: NOOR,
          section: 'SUMMARY' as const,
        }
        const edit = (byte: number, rights = 1) => ({
          documentId: place.documentId,
          dossierId: NOOR,
          rights,
          content: new Uint8Array([byte]),
          subject: 'noor',
          name: 'Noor',
          role: 'STUDENT',
        })
        const store = storage(old.sql)
        await store.prepare(place, 1)
        const at = new Date('2026-01-05T10:00:00Z')
        const ids: (number | null)[] = []
        for (const byte of [1, 2, 3]) ids.push(...(await store.append([edit(byte)], at)))
        expect(await store.compact(place.documentId, 0, new Uint8Array([9]), [ids[2]!], [])).toBe(true)
        const held = () => store.load([place.documentId])
        const loaded = await held()
        expect(loaded[0]?.edits.map(({ content }) => [...content])).toEqual([[1], [2]])

        await database.open(rooms)
        expect(await held()).toEqual(loaded)
        const [next] = await store.append([edit(4)], new Date())
        // The one that was folded away had the highest number: readers know it by that.
        expect(next).toBeGreaterThan(ids[2]!)
        await store.raiseFence(NOOR, 2)
        expect(await store.append([edit(5)], new Date())).toEqual([null])
        expect(await store.compact(place.documentId, 1, new Uint8Array([9]), [ids[0]!, next!], [])).toBe(true)
        expect((await held())[0]?.edits.map(({ id }) => id)).toEqual([ids[1]])
        // A year that is over goes when nothing is left of it.
        const years = new Partitions(old, growing)
        const inYears = (many: number) => new Date(Date.now() + many * 366 * 86_400_000)
        await years.keep(inYears(2))
        expect((await partsOf(old.sql, 'intake_preparation.edit'))[0]).toBe('before')
        await store.erase(NOOR)
        expect(await old.sql('select * from intake_preparation.edit')).toEqual([])
        await years.keep(inYears(3))
        expect((await partsOf(old.sql, 'intake_preparation.edit')).at(0)).not.toBe('before')
      } finally {
        await close()
      }
    },
  )
})
