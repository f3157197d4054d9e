import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { codeAt, type Answer } from './world/answer.ts'
import { world, type Person, type World } from './world.ts'

const SCOPES = ['dossier:read', 'status:write', 'feed:read', 'number:read'] as const
type Scope = (typeof SCOPES)[number]

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.close())

/** Each choice of scopes, as the token of a system of ROC Voorbeeld could hold it. */
const subsets: Scope[][] = Array.from({ length: 2 ** SCOPES.length }, (_, bits) =>
  SCOPES.filter((_, at) => bits & (1 << at)),
)

const systemWith = (scopes: Scope[], purpose: string | null = 'INTAKE_TALK'): Person =>
  here.as({ ...here.viewer('roc-voorbeeld'), subject: `roc-${scopes.join('-') || 'nothing'}`, scopes }, { purpose })

/** What a partner system can ask, with all that it needs for it; `is open` when the answer holds it. */
interface Operation {
  name: string
  needs: Scope[]
  isOpen(system: Person): Promise<boolean>
}

/** A field of one dossier: there, or closed in the one way in which things are closed to the mbo. */
const field = (name: string, needs: Scope[], student: string, asked: string): Operation => ({
  name,
  needs,
  async isOpen(system) {
    const answer = await system.query(`query ($id: ID!) { dossier(id: $id) { ${asked} } }`, { id: here.ids[student] })
    const [first] = asked.split(' ', 1)
    return opened(answer, `dossier.${first}`, answer.data.dossier[first!])
  },
})

function opened(answer: Answer, path: string, value: unknown): boolean {
  if (value !== null && value !== undefined) {
    expect(codeAt(answer, path)).toBeUndefined()
    return true
  }
  expect(codeAt(answer, path)).toBe('NOT_AVAILABLE')
  return false
}

const OPERATIONS: Operation[] = [
  // That somebody applied at the institution is its own administration: every system of it knows which dossiers there are.
  {
    name: 'which dossiers there are',
    needs: [],
    async isOpen(system) {
      const question = '{ dossiers(first: 100) { edges { node { id } } } }'
      const [own, colleagues] = [await system.query(question), await here.as('marieke').query(question)]
      expect(colleagues.data.dossiers.edges.length).toBeGreaterThan(0)
      return own.text === colleagues.text
    },
  },
  {
    name: 'the state of a dossier that is shared',
    needs: ['dossier:read'],
    isOpen: async (system) =>
      (await system.query('query ($id: ID!) { dossier(id: $id) { status } }', { id: here.ids['noor'] })).data.dossier
        .status === 'SHARED',
  },
  field('identity', ['dossier:read'], 'noor', 'identity { surname }'),
  field('what helps', ['dossier:read'], 'noor', 'accommodations { needs { area } }'),
  field('the summary', ['dossier:read'], 'noor', 'careerSummary { aboutMe }'),
  field('contact after enrolment', ['dossier:read'], 'jay', 'contact { email }'),
  field('its own consents', ['dossier:read'], 'noor', 'consents { state }'),
  field('the statutory statuses', ['dossier:read'], 'noor', 'applications { status }'),
  field('the live document', ['dossier:read'], 'noor', 'applications { intakePreparation { sections { key } } }'),
  field('the number, masked', ['dossier:read', 'number:read'], 'jay', 'personalNumber { masked }'),
  {
    name: 'the whole number',
    needs: ['dossier:read', 'number:read'],
    async isOpen(system) {
      const { data, errors } = await system.attempt(
        'revealPersonalNumber',
        { dossierId: here.ids['jay'], purpose: 'INTAKE_TALK' },
        '',
      )
      if (data?.revealPersonalNumber) return true
      expect(errors.map(({ code }) => code)).toEqual(['NOT_AVAILABLE'])
      return false
    },
  },
  {
    name: 'the feed',
    needs: ['feed:read'],
    isOpen: async (system) =>
      (await system.query('{ changes { edges { node { kind } } } }')).data.changes.edges.length > 0,
  },
  {
    name: 'reporting a status',
    needs: ['status:write'],
    async isOpen(system) {
      // One that is not allowed by the rules of the statuses: who may report hears why not, who may not hears only no.
      const { errors } = await system.attempt(
        'reportApplicationStatus',
        { applicationId: here.applications['jay']!['01VB'], status: 'APPLIED' },
        '{ id }',
      )
      expect(errors).toHaveLength(1)
      return errors[0]!.code === 'INVALID' || errors[0]!.code === 'CONFLICT'
    },
  },
]

describe.each(OPERATIONS)('$name', ({ needs, isOpen }) => {
  test(`is open to a system with ${needs.join(' and ') || 'any scope'}, and to no other`, async () => {
    for (const scopes of subsets)
      expect(await isOpen(systemWith(scopes)), scopes.join(' ') || 'no scope').toBe(
        needs.every((each) => scopes.includes(each)),
      )
  })
})

test('the feed that is followed live tells a system without its scope nothing, and one with it the same as the list', async () => {
  const follow = async (scopes: Scope[]) => {
    const viewer = { ...here.viewer('roc-voorbeeld'), subject: 'roc-live', scopes }
    const client = createClient({
      url: `${here.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: {
        authorization: `Bearer ${await here.token({ ...viewer, subject: `roc-live-${scopes.length}` })}`,
      },
    })
    return {
      client,
      events: client.iterate<{ changeAdded: { kind: string } }>({ query: 'subscription { changeAdded { kind } }' }),
    }
  }
  const without = await follow(SCOPES.filter((scope) => scope !== 'feed:read'))
  const having = await follow(['feed:read'])
  const heard: unknown[] = []
  const listening = (async () => {
    for await (const event of without.events) heard.push(event)
  })()
  const first = having.events.next()
  const open = async () =>
    (await (await fetch(`${here.url}/metrics`)).text()).match(/hub_streams_open\{transport="websocket"\} (\d+)/)?.[1]
  await expect.poll(open).toBe('2')
  const marieke = here.as('marieke', { purpose: 'INTAKE_TALK' })
  const report = (status: string) =>
    marieke.act('reportApplicationStatus', { applicationId: here.applications['yara']!['01VB'], status }, '{ id }')
  await report('CONTRACT_OFFERED')
  const told = { data: { changeAdded: { kind: 'APPLICATION_STATUS' } } }
  expect((await first).value).toMatchObject(told)
  await report('WITHDRAWN')
  expect((await having.events.next()).value).toMatchObject(told)
  await having.client.dispose()
  await without.client.dispose()
  await listening.catch(() => undefined)
  expect(heard).toEqual([])
})

test('a system that states no purpose, or one that nobody knows, gets nothing that is guarded', async () => {
  for (const purpose of [null, 'CURIOSITY', 'intake_talk', '']) {
    const system = systemWith([...SCOPES], purpose)
    for (const student of ['noor', 'jay']) {
      const answer = await system.query(
        `query ($id: ID!) { dossier(id: $id) { identity { surname } personalNumber { masked } contact { email } accommodations { needs { area } }
          conditions { name } studyAdvice { text } careerSummary { aboutMe } careerFile { reflections { text } } plusDocument { items { title } } } }`,
        { id: here.ids[student] },
      )
      expect(new Set(Object.values(answer.data.dossier as object))).toEqual(new Set([null]))
      expect(new Set(answer.errors.map(({ code }) => code))).toEqual(new Set(['NOT_AVAILABLE']))
    }
    const reveal = await system.attempt(
      'revealPersonalNumber',
      { dossierId: here.ids['jay'], purpose: 'INTAKE_TALK' },
      '',
    )
    expect(reveal.data?.revealPersonalNumber ?? null).toBeNull()
  }
})

test('no scope lets a system take anybody away, or see who could be', async () => {
  for (const scopes of subsets)
    for (const partyId of ['0', '1']) {
      const { errors } = await systemWith(scopes).attempt(
        'endParty',
        { dossierId: here.ids['noor'], partyId },
        '{ id }',
      )
      expect([scopes, errors.map(({ code }) => code)]).toEqual([scopes, ['NOT_AVAILABLE']])
    }
  const { data } = await systemWith([...SCOPES]).query(
    'query ($id: ID!) { dossier(id: $id) { endableParties { id } } }',
    { id: here.ids['noor'] },
  )
  expect(data.dossier.endableParties).toEqual([])
})

test('a scope that the standard does not know opens nothing', async () => {
  for (const scopes of [['dossier:write'], ['dossier:*'], ['*'], ['DOSSIER:READ'], ['dossier:read.all'], ['openid']]) {
    const system = here.as(
      { ...here.viewer('roc-voorbeeld'), subject: `roc-${scopes.join()}`, scopes },
      { purpose: 'INTAKE_TALK' },
    )
    const answer = await system.query(
      'query ($id: ID!) { dossier(id: $id) { identity { surname } } changes { edges { node { kind } } } }',
      { id: here.ids['noor'] },
    )
    expect(answer.data).toEqual({ dossier: { identity: null }, changes: { edges: [] } })
  }
})
