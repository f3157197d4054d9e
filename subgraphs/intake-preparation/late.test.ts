import { memoryBus } from '@doorstroomhub/kit/bus.ts'
import { openEmbedded } from '@doorstroomhub/kit/embedded.ts'
import { DOSSIER_ERASED, TALK_ENDED, type EndedTalk } from '@doorstroomhub/kit/subgraph.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entities } from './entities.ts'
import { intakePreparation, type OpenIntakePreparation } from './main.ts'
import { migrations } from './migrations/list.ts'
import { testReferee } from './referee.testing.ts'
import { seedSection } from './seed.ts'
import type { SchemaDatabase } from '@doorstroomhub/kit/database.ts'

const bus = memoryBus()
const by = { subject: 'noor', name: 'Noor', role: 'STUDENT' as const }
let database: Awaited<ReturnType<typeof openEmbedded>>
let own: SchemaDatabase
let subgraph: OpenIntakePreparation
/** Consent's lists, in the order of their moments. */
const talks: EndedTalk[] = []
const erased: { dossierId: string; cursor: string }[] = []
const isAfter = (cursor: string, after: string | null): boolean => {
  const [at = '', id = ''] = cursor.split('|')
  const [reached = '', last = ''] = after?.split('|') ?? []
  const apart = Date.parse(at) - Date.parse(reached)
  return after === null || apart > 0 || (apart === 0 && id > last)
}
const later = <Line extends { cursor: string }>(list: Line[], after: string | null): Line[] =>
  list.filter(({ cursor }) => isAfter(cursor, after)).sort((one, other) => (isAfter(one.cursor, other.cursor) ? 1 : -1))

beforeAll(async () => {
  database = await openEmbedded({ memory: true })
  own = await database.open({ schema: 'intake_preparation', entities, migrations })
  subgraph = await intakePreparation.open({
    database,
    bus,
    judge: testReferee(randomUUID()).judge,
    clock: () => new Date(),
    report: async () => undefined,
    talksEnded: async (after) => later(talks, after),
    erased: async (after) => later(erased, after),
    onError: (cause) => {
      throw cause as Error
    },
    keys: {},
  })
}, 60_000)
afterAll(async () => {
  await subgraph.close()
  await database.close()
})

/** A preparation with something in it. */
async function prepared(): Promise<{ applicationId: string; dossierId: string }> {
  const one = { applicationId: randomUUID(), dossierId: randomUUID() }
  const paragraphs = [{ text: 'iets', by }]
  await seedSection(own.em(), { ...one, section: 'SUMMARY', at: new Date('2026-11-02T10:00:00Z'), paragraphs })
  return one
}
const rows = async (what: string, id: string): Promise<number> =>
  Number((await own.sql<{ count: number }>(`select count(*)::int as count from ${what}`, [id]))[0]!.count)

test('a talk whose end comes late into the list, before the one that was followed last, is kept as a version too', async () => {
  const versions = (applicationId: string) =>
    rows(
      `intake_preparation.frozen_version v join intake_preparation.intake_preparation p on p.id = v.intake_preparation_id
        where p.application_id = $1`,
      applicationId,
    )
  const [early, late] = [await prepared(), await prepared()]
  const ended = (one: { applicationId: string; dossierId: string }, at: string) => {
    talks.push({ ...one, by: { subject: 'marieke', name: 'Marieke' }, at, cursor: `${at}|${one.applicationId}` })
    bus.publish(`${TALK_ENDED}.${one.applicationId}`, '')
  }
  ended(late, '2026-11-26 10:00:05.5+00')
  await expect.poll(() => versions(late.applicationId)).toBe(1)
  ended(early, '2026-11-26 10:00:05.25+00')
  await expect.poll(() => versions(early.applicationId)).toBe(1)
  expect(await versions(late.applicationId)).toBe(1)
})

test('an erasure that comes late into the list is followed too', async () => {
  const documents = (dossierId: string) => rows('intake_preparation.document where dossier_id = $1', dossierId)
  const [early, late] = [await prepared(), await prepared()]
  const gone = ({ dossierId }: { dossierId: string }, at: string) => {
    erased.push({ dossierId, cursor: `${at}|${dossierId}` })
    bus.publish(`${DOSSIER_ERASED}.${dossierId}`, '')
  }
  gone(late, '2026-11-26 10:00:05.5+00')
  await expect.poll(() => documents(late.dossierId)).toBe(0)
  expect(await documents(early.dossierId)).toBe(1)
  gone(early, '2026-11-26 10:00:05.25+00')
  await expect.poll(() => documents(early.dossierId)).toBe(0)
})
