import { afterAll, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { get } from './asking.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(async () => {
  await here.close()
  expect(here.log).toEqual([])
})

const person = (student: string, search = '') => `/ooapi/v5/persons/${here.ids[student]}/associations${search}`
const one = (student: string, brin = '01VB') => `/ooapi/v5/associations/${here.applications[student]![brin]}`
const patch = (who: string, path: string, body: unknown, method = 'PATCH') =>
  get(here, who, path, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' },
  })

interface Association {
  associationId: string
  state: string
  consumers: [{ applicationStatus: string; institution: string; messages: { id: string; status: string }[] }]
}
const read = ({ text }: { text: string }) => JSON.parse(text) as Association

test('an institution reads its own applications as associations, in pages, and those of no other', async () => {
  const { status, text } = await get(here, 'roc-voorbeeld', person('lotte'))
  expect(status).toBe(200)
  const page = JSON.parse(text) as { items: Association[] }
  expect(page).toMatchObject({ pageSize: 10, pageNumber: 1, hasPreviousPage: false, hasNextPage: false, totalPages: 1 })
  expect(page.items).toEqual([read(await get(here, 'roc-voorbeeld', one('lotte')))])
  expect(page.items[0]).toMatchObject({
    associationId: here.applications['lotte']!['01VB'],
    associationType: 'programOfferingAssociation',
    role: 'student',
    state: 'pending',
    consumers: [{ consumerKey: 'doorstroomhub', applicationStatus: 'APPLIED', institution: '01VB' }],
  })
  const all = JSON.parse((await get(here, 'lotte', person('lotte', '?pageSize=2&pageNumber=2'))).text)
  expect(all).toMatchObject({ pageNumber: 2, hasPreviousPage: true, hasNextPage: false, totalPages: 2 })
  expect(all.items).toHaveLength(1)
  const none = JSON.parse((await get(here, 'roc-voorbeeld', person('lotte', '?state=denied'))).text)
  expect(none.items).toEqual([])
})

test('what is not there and what is another’s are the same', async () => {
  const nothing = await get(here, 'roc-voorbeeld', '/ooapi/v5/associations/00000000-0000-4000-8000-000000000000')
  for (const path of [one('lotte', '02DE'), one('fatima', '02DE'), person('fatima')]) {
    const { status, text, type } = await get(here, 'roc-voorbeeld', path)
    expect([status, text, type], path).toEqual([404, nothing.text, 'application/problem+json; charset=utf-8'])
  }
  expect((await get(here, null, one('noor'))).status).toBe(401)
  expect((await get(here, 'roc-voorbeeld', one('noor'), { method: 'DELETE' })).status).toBe(405)
  expect((await get(here, 'roc-voorbeeld', person('noor', '?pageSize=0'))).status).toBe(400)
})

test('a partner system reports a status, once however often it sends it, and corrects it', async () => {
  const offered = await patch('roc-voorbeeld', one('tim'), { remoteState: 'queued' })
  expect(offered.status, offered.text).toBe(200)
  expect(read(offered)).toMatchObject({ state: 'queued', consumers: [{ applicationStatus: 'CONTRACT_OFFERED' }] })
  expect(read(await patch('roc-voorbeeld', one('tim'), { remoteState: 'queued' }, 'PUT'))).toEqual(read(offered))
  const denied = read(await patch('roc-voorbeeld', one('tim'), { remoteState: 'denied' }))
  expect(denied.consumers[0].messages.map(({ status }) => status)).toEqual([
    'APPLIED',
    'CONTRACT_OFFERED',
    'NOT_ENROLLED',
  ])
  // A final status moves by a correction alone.
  expect((await patch('roc-voorbeeld', one('tim'), { remoteState: 'queued' })).status).toBe(400)
  const supersedes = denied.consumers[0].messages.at(-1)!.id
  const corrected = await patch('roc-voorbeeld', one('tim'), {
    consumers: [{ consumerKey: 'doorstroomhub', applicationStatus: 'CONTRACT_OFFERED', supersedes }],
  })
  expect(read(corrected).state, corrected.text).toBe('queued')
  const { data } = await here
    .as('joris')
    .query('query ($id: ID!) { application(id: $id) { status } }', { id: here.applications['tim']!['01VB'] })
  expect(data.application.status).toBe('CONTRACT_OFFERED')
})

test('who may not report reports nothing', async () => {
  for (const [who, status] of [
    ['vakcollege-delta', 404],
    ['zwolle', 400],
    ['joris', 400],
  ] as const) {
    const { status: got, text } = await patch(who, one('eva'), { remoteState: 'queued' })
    expect([400, 404], `${who} ${text}`).toContain(got)
    if (status === 404) expect(got).toBe(404)
  }
  expect(read(await get(here, 'roc-voorbeeld', one('eva'))).state).toBe('pending')
  for (const body of [
    {},
    { remoteState: 'maybe' },
    [],
    { consumers: [{ consumerKey: 'doorstroomhub', applicationStatus: 'X' }] },
  ])
    expect((await patch('roc-voorbeeld', one('eva'), body)).status).toBe(400)
  expect((await get(here, 'roc-voorbeeld', one('eva'), { method: 'PATCH', body: 'x' })).status).toBe(415)
})
