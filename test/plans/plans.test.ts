import { preparationIdOf } from '@doorstroomhub/intake-preparation/sections.ts'
import { withClient } from '@doorstroomhub/tools/test/postgresql.ts'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMix } from '../memory/mix.ts'
import { testServer } from '../world/postgresql.ts'
import { world, type World } from '../world.ts'
import { isWhole, smallHere, waysOf, wholesHere, type Sent, type Way } from './explain.ts'
import { fillTables } from './filling.ts'
import { differences, KEPT } from './kept.ts'

const ROUNDS = 4
/** Tables that do not grow with the students: of these a whole look is the cheapest. Every other table counts as growing. */
const SMALL = new Set([
  'consent.region',
  'consent.organisation',
  'consent.programme',
  'consent.agreement',
  'consent.region_count',
  'consent.region_delta',
  'consent.region_published',
  'consent.region_week',
  'consent.webhook',
])
const ROC = '01VB'

interface Planned extends Sent {
  times: number
  ways: Way[]
}

describe.runIf(testServer() !== null)('what the hub asks PostgreSQL when everybody does what they do', () => {
  let here: World
  let planned: Planned[]
  beforeAll(async () => {
    here = await world({ on: 'postgresql' })
    const [{ name }] = (await here.database.sql('select current_database() as name')) as [{ name: string }]
    const address = new URL(testServer()!)
    address.pathname = `/${name}`
    await fillTables(here.database, address.href)
    const mix = openMix({
      url: here.url,
      headersOf: async (account, purpose) => ({
        authorization: `Bearer ${await here.token(account)}`,
        ...(purpose === undefined ? {} : { 'x-purpose': purpose }),
      }),
      preparationOf: (student) => preparationIdOf(here.applications[student]![ROC]!),
    })
    const sent = await listening(async () => {
      for (let number = 0; number < ROUNDS; number++) await mix.around(number)
    })
    planned = await withClient(address.href, async (client) => {
      const [small, wholes] = [await smallHere(client), await wholesHere(client)]
      const found: Planned[] = []
      for (const [, same] of Map.groupBy(sent, ({ text }) => text)) {
        const [one] = same as [Sent, ...Sent[]]
        found.push({ ...one, times: same.length, ways: await waysOf(client, one, small, wholes) })
      }
      return found.toSorted((a, b) => b.times - a.times || (a.text < b.text ? -1 : 1))
    })
  }, 180_000)
  afterAll(() => here?.close(), 60_000)

  test('never looks through the whole of a table that grows', () => {
    const whole = planned.flatMap(({ text, ways }) =>
      ways.filter((way) => isWhole(way) && !SMALL.has(way.table)).map(({ table }) => `${table}: ${text}`),
    )
    expect(whole).toEqual([])
  })

  test('reaches the tables of what is asked most as it did', async () => {
    const found = new Map(
      Object.entries(KEPT).map(([name, part]) => {
        const one = planned.find(({ text }) => oneLine(text).includes(part))
        if (!one) throw new Error(`Nobody asked for ${name}.`)
        return [name, one.ways]
      }),
    )
    expect(await differences(found)).toEqual([])
  })
})

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** Every statement that is sent by the driver during some work, with its values. */
async function listening(work: () => Promise<void>): Promise<Sent[]> {
  const sent: Sent[] = []
  const { prototype } = pg.Client
  const { query } = prototype
  prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first, second] = given
    const { text, values, name } =
      typeof first === 'string' ? { text: first, values: second, name: undefined } : (first as Partial<Sent>)
    if (text !== undefined && /^\s*(select|insert|update|delete|with)\b/i.test(text))
      sent.push({ text, values: Array.isArray(values) ? values : [], name })
    return (query as (...all: unknown[]) => unknown).apply(this, given)
  } as typeof query
  try {
    await work()
  } finally {
    prototype.query = query
  }
  return sent
}
