import { getNamedType, type GraphQLInputObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { testServer } from '../world/postgresql.ts'
import { allRows, attempt } from './asking.ts'
import { refusable, strange } from './bad.ts'
import { HAPPY } from './happy.ts'

/** One of each role, of the student's own circle and of another, and somebody who did not sign in. */
const PEOPLE = [
  'noor',
  'eva',
  'jay',
  'tim',
  'father-of-noor',
  'mother-of-sem',
  'joris',
  'amira',
  'marieke',
  'karim',
  'roc-voorbeeld',
  'vakcollege-delta',
  'ilse',
  'zwolle',
  'beheer',
  null,
]
const REFUSALS = ['UNAUTHENTICATED', 'NOT_FOUND', 'NOT_AVAILABLE', 'INVALID', 'CONFLICT', 'RATE_LIMITED', 'TOO_COSTLY']
const LIMIT = { timeout: 300_000 }

let hub: World
beforeAll(async () => {
  hub = await world({ on: testServer() === null ? 'embedded' : 'postgresql' })
}, LIMIT.timeout)
afterAll(() => hub.close())

const mutations = () => Object.keys(hub.hub.engine.schema.getMutationType()?.getFields() ?? {})
const inputOf = (mutation: string) =>
  getNamedType(hub.hub.engine.schema.getMutationType()?.getFields()[mutation]?.args[0]?.type) as GraphQLInputObjectType

test('every mutation of the graph is here with a way in which it succeeds', () => {
  expect(Object.keys(HAPPY).sort()).toEqual(mutations().sort())
})

/** Ids that exist and never fit here: of a student of another school, and of other kinds. */
async function foreign(good: Record<string, unknown>): Promise<string[]> {
  const own = new Set(Object.values(good))
  const rows = await hub.database.sql<{ id: string }>(
    `with other as (select id from consent.dossier where home_school <> '00YY' and status <> 'ERASED' order by id limit 1)
      select id from other
      union all (select id from consent.application where dossier_id in (select id from other) limit 1)
      union all (select id from consent.consent where dossier_id not in (select dossier_id from consent.party where subject = 'joris') limit 1)
      union all (select id from support_needs.support_need where dossier_id in (select id from other) limit 1)
      union all (select id from career_portfolio.experience where dossier_id in (select id from other) limit 1)
      union all (select id from consent.agreement where state = 'ACTIVE' limit 1)`,
  )
  return rows.map(({ id }) => id).filter((id) => !own.has(id))
}

/** What consent cannot know: which items the other rooms hold. An id of none of them keeps nothing out, and does no harm. */
const isHarmless = (mutation: string, what: string): boolean =>
  (mutation === 'giveConsent' && /^leftOut: in a list the id "[0-9a-f-]{36}"$/.test(what)) ||
  (mutation === 'stopSharing' && /^items: in a list the id "[0-9a-f-]{36}"$/.test(what))

describe.each(Object.entries(HAPPY))('%s', LIMIT, (mutation, { who, may, purpose = null, input, shown }) => {
  const options = { purpose, ...(shown === undefined ? {} : { shown }) }

  test('refuses everybody else and everything wrong without a trace, and then succeeds', async () => {
    const good = await input(hub)
    const before = await allRows(hub)
    const wrong: string[] = []
    for (const person of PEOPLE) {
      if (person !== null && may.includes(person)) continue
      const { code, text } = await attempt(hub, person, mutation, good, options)
      const expected = person === null ? ['UNAUTHENTICATED', 'NOT_FOUND'] : REFUSALS
      if (!code || !expected.includes(code)) wrong.push(`${person ?? 'nobody'}: ${code ?? 'succeeds'} ${text}`)
    }
    expect(wrong, 'who may not').toEqual([])
    expect(await allRows(hub), 'rows after who may not').toEqual(before)

    for (const { what, input: bad } of refusable(inputOf(mutation), good, await foreign(good))) {
      if (isHarmless(mutation, what)) continue
      const { code, text } = await attempt(hub, who, mutation, bad, options)
      if (code && REFUSALS.includes(code)) continue
      wrong.push(`${what}: ${code ?? 'succeeds'} ${text}`)
    }
    expect(wrong, 'what is wrong').toEqual([])
    expect(await allRows(hub), 'rows after what is wrong').toEqual(before)

    const answer = await attempt(hub, who, mutation, good, options)
    expect(answer.code, answer.text).toBeUndefined()
    if (mutation === 'eraseDossier')
      expect((await attempt(hub, who, mutation, good, options)).data).toEqual({ eraseDossier: true })
    if (mutation !== 'openSection' && mutation !== 'revealPersonalNumber')
      expect(await allRows(hub)).not.toEqual(before)

    for (const { what, input: odd } of strange(inputOf(mutation), good)) {
      const { code, text } = await attempt(hub, who, mutation, odd, options)
      if (code && !REFUSALS.includes(code)) wrong.push(`${what}: ${code} ${text}`)
    }
    expect(wrong, 'what is odd').toEqual([])
    expect(hub.log).toEqual([])
  })
})

test('a body of 10 MB is turned away at the door, and the hub goes on', LIMIT, async () => {
  const { noor } = hub.ids
  const eva = hub.as('eva')
  const answer = await eva
    .attempt('updateContact', { dossierId: noor, email: 'x'.repeat(10 * 1024 * 1024) })
    .catch((error: unknown) => ({
      errors: [{ code: String(error) }],
    }))
  expect(answer.errors[0]?.code).toMatch(/TOO_COSTLY|INVALID|fetch failed/)
  expect((await eva.query('{ viewer { name } }')).data.viewer.name).toBe('Eva Smit')
})
