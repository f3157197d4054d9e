import { FIELD_GROUPS, ROLES } from '@doorstroomhub/consent/rules/words.ts'
import { accountOf } from '@doorstroomhub/gateway/demo/accounts.ts'
import { audienceKey } from '@doorstroomhub/kit/viewer.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rows, stories } from './access.table.ts'
import { ways, wrong } from './access/ways.ts'
import { world, type World } from './world.ts'

describe('the access table', () => {
  test('is complete: every role meets every group, and there are at least 300 rows', () => {
    const met = new Set(rows.map(({ who, group }) => `${accountOf(who)?.role} ${group}`))
    for (const role of ROLES)
      for (const group of FIELD_GROUPS) expect(met, `${role} ${group}`).toContain(`${role} ${group}`)
    expect(rows.length).toBeGreaterThanOrEqual(300)
  })
  test('has every outcome for every group', () => {
    for (const group of FIELD_GROUPS) {
      const outcomes = new Set(rows.filter((row) => row.group === group).map(({ expected }) => expected.split(' ')[0]))
      const always = group === 'APPLICATION_STATUS' ? ['sees', 'NOT_FOUND'] : ['sees', 'NOT_AVAILABLE', 'NOT_FOUND']
      expect([...outcomes].sort(), group).toEqual([...always].sort())
    }
  })
})

for (const story of stories)
  describe(`who reads what: ${story.name}`, () => {
    let here: World
    beforeAll(async () => {
      // The table reads more in a minute than anybody may: whole logs of thousands of lines, time after time.
      here = await world({ allowed: { costPerMinute: 1_000_000_000 } })
    })
    afterAll(async () => {
      await here.close()
      expect(here.log).toEqual([])
    })
    for (const { name, come, rows: lines } of story.situations)
      describe(`${name}`, () => {
        beforeAll(() => come(here))
        for (const way of ways)
          test(`${lines.length} rows through ${way.name}`, async () => {
            expect(await wrong(here, way, lines)).toEqual([])
          })
      })
  })

describe('a subgraph believes nobody but the gateway', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(() => here.close())
  const OF: Record<string, string> = {
    consent: '... on Dossier { id consents { state } }',
    person: '... on Dossier { id identity { surname } }',
    'support-needs': '... on Dossier { id conditions { name } }',
    'career-portfolio': '... on Dossier { id careerFile { reflections { text } } }',
    'intake-preparation': '... on Application { id intakePreparation { id } }',
  }
  for (const [name, of] of Object.entries(OF)) {
    const document = `query ($r: [_Any!]!) { _entities(representations: $r) { ${of} } }`
    const variables = () => ({
      r: [
        name === 'intake-preparation'
          ? { __typename: 'Application', id: here.applications['noor']!['01VB'] }
          : { __typename: 'Dossier', id: here.ids['noor'] },
      ],
    })
    test(`${name} answers who is signed by the gateway for it`, async () => {
      const answer = await (await here.direct(name)).ask(here.viewer('noor'), document, variables())
      expect(answer.errors).toEqual([])
      expect(answer.data._entities[0]).not.toBeNull()
    })
    test(`${name} shows nothing to who is not signed`, async () => {
      const answer = await (await here.direct(name)).ask(null, document, variables())
      expect(answer.data).toEqual({ _entities: [null] })
    })
    test(`${name} refuses a viewer that is forged, meant for another, outdated or only said`, async () => {
      const direct = await here.direct(name)
      const other = name === 'person' ? 'consent' : 'person'
      const forged = { key: new Uint8Array(32).fill(9) }
      const meantForAnother = { audience: other, key: audienceKey(here.secret, other) }
      const signedWithAnotherKey = { key: audienceKey(here.secret, other) }
      const renamed = { audience: other }
      const wholeSecret = { key: here.secret }
      for (const options of [forged, meantForAnother, signedWithAnotherKey, renamed, wholeSecret]) {
        const answer = await direct.ask(here.viewer('noor'), document, variables(), options)
        expect({ status: answer.status, data: answer.data, code: answer.errors[0]?.code }).toEqual({
          status: 401,
          data: null,
          code: 'UNAUTHENTICATED',
        })
      }
      const said = Buffer.from(JSON.stringify({ asking: { viewer: here.viewer('noor') } })).toString('base64url')
      const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${said}.`
      for (const word of [unsigned, JSON.stringify(here.viewer('noor')), 'noor', '']) {
        const answer = await direct.ask(null, document, variables(), { headers: { 'x-hub-viewer': word } })
        expect(answer.status, word).toBe(401)
      }
    })
    test(`${name} refuses a viewer that was signed two minutes ago`, async () => {
      const direct = await here.direct(name)
      const now = here.clock.now()
      here.clock.advance({ minutes: -2 })
      const stale = await signedNow(here, name)
      here.clock.set(now)
      const answer = await direct.ask(null, document, variables(), { headers: { 'x-hub-viewer': stale } })
      expect(answer.status).toBe(401)
    })
  }
  test('the referee itself answers only subgraphs, and reports only with their key', async () => {
    const { url } = await here.direct('consent')
    for (const path of ['/internal/judge', '/internal/report', '/internal/erased']) {
      const response = await fetch(new URL(path, url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-hub-judge': await signedNow(here, 'consent') },
        body: JSON.stringify({ subgraph: 'person', asks: [{ dossierId: here.ids['noor'], groups: ['IDENTITY'] }] }),
      })
      expect(response.status, path).toBe(401)
    }
  })
})

async function signedNow(here: World, audience: string): Promise<string> {
  const { signAsking } = await import('@doorstroomhub/kit/viewer.ts')
  const asking = { viewer: here.viewer('noor'), purpose: null, requestId: 'request-1', language: 'en' as const }
  return signAsking(asking, audience, audienceKey(here.secret, audience), here.clock.now())
}
