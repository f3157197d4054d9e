import type { Viewer } from '@doorstroomhub/kit/viewer.ts'
import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { openOwn, rememberAccounts, rememberSystems, type HubFacts } from './own.ts'

const facts: HubFacts = {
  version: '1.2.3',
  startedAt: new Date('2026-11-24T10:00:00Z'),
  uptimeSeconds: 60,
  parts: [{ name: 'person', ready: false }],
  accounts: [{ role: 'MENTOR', organisation: 'School', people: 2, lastAskedAt: new Date('2026-11-24T10:00:20Z') }],
  systems: [{ subject: 'roc', name: 'Systeem', institution: '01VB', lastAskedAt: new Date('2026-11-24T10:00:30Z') }],
  sockets: 1,
  streams: 2,
  documents: 3,
  unexpectedErrors: 4,
  signedIn: 6,
  signedOut: 7,
  signInsRefused: 8,
  proofsRefused: 9,
  limitsMet: [{ limit: 'shape', times: 5 }],
}
const viewer = (role: string): Viewer => ({
  subject: 'x',
  name: 'X',
  role,
  organisation: null,
  region: null,
  municipality: null,
  scopes: [],
})

async function ask(who: Viewer | null) {
  const own = openOwn(
    () => Promise.resolve(facts),
    () => Promise.reject(new Error('Nothing is asked here.')),
  )
  const { data, errors } = await own.execute({
    document: parse(
      '{ hub { version startedAt uptimeSeconds parts { name ready } accounts { role organisation people lastAskedAt } systems { subject institution lastAskedAt } sockets streams documents unexpectedErrors signedIn signedOut signInsRefused proofsRefused limitsMet { limit times } } }',
    ),
    variables: undefined,
    operationName: undefined,
    asking: { viewer: who, purpose: null, requestId: 'request-1', language: 'en' },
    signal: undefined,
  })
  return { hub: data?.['hub'], codes: errors?.map(({ extensions }) => extensions['code']) }
}

test('the administrator sees how the hub is doing, and nobody else does', async () => {
  expect(await ask(viewer('ADMINISTRATOR'))).toEqual({
    hub: {
      ...facts,
      startedAt: '2026-11-24T10:00:00.000Z',
      accounts: [{ ...facts.accounts[0], lastAskedAt: '2026-11-24T10:00:20.000Z' }],
      systems: [{ subject: 'roc', institution: '01VB', lastAskedAt: '2026-11-24T10:00:30.000Z' }],
    },
    codes: undefined,
  })
  for (const role of [
    'STUDENT',
    'GUARDIAN',
    'MENTOR',
    'CARE_COORDINATOR',
    'INTAKER',
    'REGION_ANALYST',
    'MUNICIPALITY',
    'PARTNER',
  ])
    expect(await ask(viewer(role)), role).toEqual({ hub: null, codes: ['NOT_AVAILABLE'] })
  expect(await ask(null)).toEqual({ hub: null, codes: ['UNAUTHENTICATED'] })
})

test('partner systems are remembered, people are not, and of too many the oldest is forgotten', () => {
  const { seen, list } = rememberSystems(() => facts.startedAt, 2)
  for (const subject of ['a', 'b', 'a', 'c']) seen({ ...viewer('PARTNER'), subject })
  for (const other of [viewer('INTAKER'), viewer('STUDENT'), null]) seen(other)
  expect(list().map(({ subject }) => subject)).toEqual(['a', 'c'])
})

test('people are counted once by role and organisation, and nothing tells who they are', () => {
  const { seen, list } = rememberAccounts(() => facts.startedAt, 3)
  const school = { brin: '00YY', name: 'Vechtdal College', kind: 'VO' }
  const person = (role: string, subject: string): Viewer => ({ ...viewer(role), subject, organisation: school })
  for (const subject of ['joris', 'joris', 'ans']) seen(person('MENTOR', subject))
  seen(person('STUDENT', 'noor'))
  seen({ ...viewer('REGION_ANALYST'), region: '10' })
  for (const other of [viewer('PARTNER'), null]) seen(other)
  const lastAskedAt = facts.startedAt
  expect(list()).toEqual([
    { role: 'MENTOR', organisation: 'Vechtdal College', people: 2, lastAskedAt },
    { role: 'REGION_ANALYST', organisation: '10', people: 1, lastAskedAt },
    { role: 'STUDENT', organisation: null, people: 1, lastAskedAt },
  ])
  for (const subject of ['a', 'b', 'c']) seen(person('MENTOR', subject))
  expect(list()[0]!.people).toBe(3)
})
