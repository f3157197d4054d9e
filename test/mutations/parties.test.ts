import { Client } from '@doorstroomhub/intake-preparation/rooms/house.testing.ts'
import { preparationIdOf } from '@doorstroomhub/intake-preparation/sections.ts'
import type { Viewer } from '@doorstroomhub/kit/viewer.ts'
import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { world, type World } from '../world.ts'
import { expectWithinASecond } from '../world/soon.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(async () => {
  await here.close()
  expect(here.log).toEqual([])
})

interface Endable {
  id: string
  name: string
  role: string
}
const endable = async (who: string, dossierId: string): Promise<Endable[]> =>
  (
    await here
      .as(who)
      .query('query ($id: ID!) { dossier(id: $id) { endableParties { id name role } } }', { id: dossierId })
  ).data.dossier.endableParties
/** The party of this account, by the mentor's list. */
async function partyOf(whose: string, dossierId: string): Promise<string> {
  const { name } = here.viewer(whose)
  return (await endable('joris', dossierId)).find((one) => one.name === name)!.id
}
const attempt = async (who: string | Viewer, dossierId: string, partyId: string) =>
  (await here.as(who).attempt('endParty', { dossierId, partyId }, '{ id }')).errors[0]?.code ?? 'OK'
const read = async (who: string, dossierId: string) => {
  const { data, errors } = await here
    .as(who)
    .query('query ($id: ID!) { dossier(id: $id) { id identity { surname } consents { state } } }', { id: dossierId })
  return errors[0]?.code ?? (data.dossier.identity as { surname: string }).surname
}
const rightsOf = async (dossierId: string): Promise<number> =>
  Number(
    (await here.database.sql<{ rights: string }>('select rights from consent.dossier where id = $1', [dossierId]))[0]
      ?.rights,
  )
const newestChange = async (dossierId: string) =>
  (
    await here.database.sql<{ kind: string; institution: string | null }>(
      'select kind, institution from consent.change where dossier_id = $1 order by id desc limit 1',
      [dossierId],
    )
  )[0]

describe('a guardian whom the mentor takes away', () => {
  test('reads nothing from then on, and what they had open closes at once', async () => {
    const dossierId = here.ids['noor']!
    const preparation = preparationIdOf(here.applications['noor']!['01VB']!)
    const father = here.as('father-of-noor')
    const { ticket } = await father.act(
      'openSection',
      { intakePreparationId: preparation, section: 'SUMMARY' },
      '{ ticket }',
    )
    const socket = new Client(`${here.url.replace('http', 'ws')}/documents`, `${preparation}/summary`, '', {
      ticket: ticket as string,
    })
    await socket.synced()
    const client = createClient({
      url: `${here.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${await here.token('father-of-noor')}` },
      retryAttempts: 0,
    })
    const ended = new Promise<{ at: number; cause: unknown }>((resolve) => {
      client.subscribe(
        {
          query: 'subscription ($id: ID!) { dossierStatusChanged(dossierId: $id) { to } }',
          variables: { id: dossierId },
        },
        {
          next: (answer) => answer.errors && resolve({ at: performance.now(), cause: answer.errors }),
          error: (cause) => resolve({ at: performance.now(), cause }),
          complete: () => resolve({ at: performance.now(), cause: 'completed' }),
        },
      )
    })
    try {
      await expect
        .poll(async () => await (await fetch(`${here.url}/metrics`)).text())
        .toMatch(/^hub_streams_open\{transport="websocket"\} 1$/m)
      expect(await read('father-of-noor', dossierId)).toBe(await read('noor', dossierId))
      const before = await rightsOf(dossierId)
      const closed = socket.closed().then((code) => ({ code, at: performance.now() }))
      expect(await attempt('joris', dossierId, await partyOf('father-of-noor', dossierId))).toBe('OK')
      const answered = performance.now()
      expect(await read('father-of-noor', dossierId)).toBe('NOT_FOUND')
      const [{ code, at }, stream] = await Promise.all([closed, ended])
      expect(code).toBe(4403)
      expectWithinASecond('the document closed', at - answered)
      expect(JSON.stringify(stream.cause)).toContain('NOT_FOUND')
      expectWithinASecond('the stream ended', stream.at - answered)
      expect(await rightsOf(dossierId)).toBe(before + 1)
      expect(await newestChange(dossierId)).toEqual({ kind: 'SHARING', institution: null })
      expect(
        await here.database.sql('select ended_by from consent.party where dossier_id = $1 and until = $2', [
          dossierId,
          here.clock.now(),
        ]),
      ).toEqual([{ ended_by: 'joris' }])
    } finally {
      socket.leave()
      await client.dispose()
    }
  })

  test('leaves what was approved; what still waits for a guardian waits for the next one', async () => {
    const dossierId = here.ids['noor']!
    const states = async () => {
      const { data } = await here
        .as('noor')
        .query('query ($id: ID!) { dossier(id: $id) { consents { state } } }', { id: dossierId })
      return (data.dossier.consents as { state: string }[]).map(({ state }) => state).sort()
    }
    expect(await states()).toEqual(['GRANTED', 'PENDING_APPROVAL'])
    const { data } = await here
      .as('noor')
      .query('query ($id: ID!) { dossier(id: $id) { consents { id state } } }', { id: dossierId })
    const waiting = data.dossier.consents.find(({ state }: { state: string }) => state === 'PENDING_APPROVAL').id
    const refused = await here.as('father-of-noor').attempt('approveConsent', { id: waiting }, '{ state }')
    expect(refused.errors[0]?.code).toBe('NOT_FOUND')
    expect(await states()).toEqual(['GRANTED', 'PENDING_APPROVAL'])

    const input = { dossierId, role: 'GUARDIAN', name: 'Vader' }
    const { code } = await here.as('joris').act('createInvitation', input, '{ code }')
    await here.as('father-of-noor').act('acceptInvitation', { code })
    expect(await read('father-of-noor', dossierId)).toBe(await read('noor', dossierId))
    expect(await here.as('father-of-noor').act('approveConsent', { id: waiting }, '{ state }')).toEqual({
      state: 'GRANTED',
    })
    expect(await endable('joris', dossierId)).toContainEqual({
      id: expect.any(String),
      name: here.viewer('father-of-noor').name,
      role: 'GUARDIAN',
    })
  })
})

test('a guardian goes of themselves; the other one stays, and a second time changes nothing', async () => {
  const dossierId = here.ids['daan']!
  const party = await partyOf('mother-of-daan', dossierId)
  const other = await partyOf('father-of-daan', dossierId)
  expect(await endable('mother-of-daan', dossierId)).toMatchObject([{ id: party }])
  expect(await attempt('mother-of-daan', dossierId, other)).toBe('INVALID')
  expect(await attempt('mother-of-daan', dossierId, party)).toBe('OK')
  expect(await attempt('mother-of-daan', dossierId, party)).toBe('NOT_FOUND')
  expect(await read('mother-of-daan', dossierId)).toBe('NOT_FOUND')
  expect(await read('father-of-daan', dossierId)).not.toBe('NOT_FOUND')
  const rights = await rightsOf(dossierId)
  expect(await attempt('joris', dossierId, party)).toBe('OK')
  expect(await rightsOf(dossierId)).toBe(rights)
})

test('a student does not take a guardian away before 18, and may from that day on', async () => {
  const dossierId = here.ids['sem']!
  const party = await partyOf('mother-of-sem', dossierId)
  expect(await endable('sem', dossierId)).toEqual([])
  expect(await attempt('sem', dossierId, party)).toBe('INVALID')
  here.clock.set(new Date('2028-12-31T12:00:00Z'))
  expect(await attempt('sem', dossierId, party)).toBe('OK')
  here.clock.set(new Date('2026-11-24T10:00:00Z'))
})

test('of two mentors each may take the other away, nobody the last one, and of two at once one stays', async () => {
  const dossierId = here.ids['tim']!
  await here.database.sql(
    `insert into consent.party (dossier_id, subject, role, name, brin, since) values ($1, 'second', 'MENTOR', 'Tweede Mentor', '00YY', $2)`,
    [dossierId, here.clock.now()],
  )
  const second: Viewer = { ...here.viewer('joris'), subject: 'second', name: 'Tweede Mentor' }
  const rows = await here.database.sql<{ id: string; subject: string }>(
    `select id::text as id, subject from consent.party where dossier_id = $1 and role = 'MENTOR'`,
    [dossierId],
  )
  const id = (subject: string) => rows.find((row) => row.subject === subject)!.id
  expect(await attempt('joris', dossierId, id('joris'))).toBe('INVALID')
  const answers = await Promise.all([
    attempt('joris', dossierId, id('second')),
    attempt(second, dossierId, id('joris')),
  ])
  expect(answers.toSorted()).toEqual(['NOT_FOUND', 'OK'])
  const standing = await here.database.sql(
    `select subject from consent.party where dossier_id = $1 and role = 'MENTOR' and until is null`,
    [dossierId],
  )
  expect(standing).toHaveLength(1)
})

test('everybody else is refused as the house refuses, and cannot tell one party from another', async () => {
  const dossierId = here.ids['lotte']!
  const [student] = await here.database.sql<{ id: string }>(
    `select id::text as id from consent.party where dossier_id = $1 and role = 'STUDENT'`,
    [dossierId],
  )
  expect(await attempt('joris', dossierId, student!.id)).toBe('INVALID')
  const foreign = await partyOf('amira', here.ids['noor']!)
  expect(await attempt('joris', dossierId, foreign)).toBe('NOT_FOUND')
  for (const party of [student!.id, foreign, '0', 'x']) {
    for (const who of ['marieke', 'karim', 'roc-voorbeeld', 'zwolle'])
      expect([who, await attempt(who, dossierId, party)]).toEqual([who, 'NOT_AVAILABLE'])
    for (const who of ['noor', 'mother-of-sem', 'amira', 'ilse', 'beheer'])
      expect([who, await attempt(who, dossierId, party)]).toEqual([who, 'NOT_FOUND'])
  }
  expect(await attempt('amira', here.ids['noor']!, await partyOf('father-of-noor', here.ids['noor']!))).toBe('INVALID')
  const seen = await here
    .as('marieke', { purpose: 'INTAKE_TALK' })
    .query('query ($id: ID!) { dossier(id: $id) { endableParties { id } } }', { id: dossierId })
  expect(seen.data.dossier.endableParties).toEqual([])
})
