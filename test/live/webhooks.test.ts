import type { OpenConsent } from '@doorstroomhub/consent/main.ts'
import { startHub } from '@doorstroomhub/gateway/hub.ts'
import { openLog } from '@doorstroomhub/kit/log.ts'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { NUMBER_KEY } from '../world/prepared.ts'
import { openReceiver, type Receiver } from './receiver.ts'

interface Message {
  type: string
  timestamp: string
  data: { dossierId: string; applicationId: string | null; cursor: string }
}

const SHOWN = '{ secret webhook { id state pausedBecause lastSuccessAt lastFailure behindSince nextAttemptAt } }'
const LIST = '{ webhooks { id url state pausedBecause lastSuccessAt lastFailure behindSince nextAttemptAt } }'
const ROC = '01VB'

describe('webhooks', () => {
  let here: World
  let receiver: Receiver
  beforeAll(async () => {
    here = await world()
    // The verifier of a stock client looks at the machine's own clock.
    here.clock.set(new Date())
  })
  afterAll(() => here.close())
  beforeEach(async () => {
    receiver = await openReceiver()
  })
  afterEach(async () => {
    const { data } = await here.as('beheer').query(LIST)
    for (const { id } of data.webhooks) await here.as('beheer').act('removeWebhook', { id }, '')
    await receiver.close()
  })

  const consent = () => here.hub.subgraphs[0] as OpenConsent
  const register = async (who = 'roc-voorbeeld', more: Record<string, unknown> = {}) => {
    const made = await here.as(who).act('registerWebhook', { url: receiver.url, ...more }, SHOWN)
    return { id: (made['webhook'] as { id: string }).id, secret: made['secret'] as string }
  }
  const stateOf = async (id: string, who = 'roc-voorbeeld') =>
    (await here.as(who).query(LIST)).data.webhooks.find((one: { id: string }) => one.id === id)
  const messages = (): Message[] => receiver.received.map(({ body }) => JSON.parse(body) as Message)
  /** Everything that is due was tried when this resolves, by whichever run it was. */
  const delivered = async (count: number) => {
    await consent().deliverWebhooks()
    await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(count)
  }
  const sharesAndStops = async (student = 'eva') => {
    const given = await here
      .as(student)
      .act(
        'giveConsent',
        { dossierId: here.ids[student], institution: ROC, groups: ['IDENTITY'], purpose: 'INTAKE_TALK' },
        '{ id }',
      )
    return { stop: () => here.as(student).act('revokeConsent', { id: given['id'] }) }
  }
  test('a stock verifier believes each message, which holds ids and a kind and nothing else', async () => {
    const { secret } = await register()
    const { stop } = await sharesAndStops()
    await delivered(1)
    await stop()
    const [first] = receiver.received
    const verified = new Webhook(secret).verify(first!.body, first!.headers) as Message
    expect(verified).toEqual({
      type: 'SHARING',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      data: { dossierId: here.ids['eva'], applicationId: null, cursor: expect.any(String) },
    })
    expect(first!.headers['webhook-id']).toBe(`msg_${verified.data.cursor}`)
    const other = `whsec_${Buffer.alloc(32, 9).toString('base64')}`
    expect(() => new Webhook(other).verify(first!.body, first!.headers)).toThrow('No matching signature')
    expect(() => new Webhook(secret).verify(first!.body.replace('SHARING', 'CONTENT'), first!.headers)).toThrow(
      'No matching signature',
    )
    // Its cursor is one of the feed.
    const after = await here
      .as('roc-voorbeeld')
      .query('query ($after: String) { changes(after: $after) { edges { node { kind } } } }', {
        after: verified.data.cursor,
      })
    expect(after.errors).toEqual([])
  })

  test('what is told is what the feed shows that institution, in its order, and nothing of others', async () => {
    const before = await here.as('roc-voorbeeld').query('{ changes(first: 500) { pageInfo { endCursor } } }')
    await register()
    const lotte = here.as('lotte')
    const dossierId = here.ids['lotte']
    // What is written while sharing is paused is not told, then or afterwards; nor that it was paused.
    await lotte.act('pauseSharing', { dossierId })
    await lotte.act('saveSupportProfile', { dossierId, strengths: ['Ook dit'] })
    await lotte.act('resumeSharing', { dossierId })
    for (let times = 0; times < 3; times++) {
      const { stop } = await sharesAndStops()
      await lotte.act('saveSupportProfile', { dossierId, strengths: [`Sterk ${times}`] })
      // Of a group that is closed to it.
      await lotte.act('updateContact', { dossierId, email: `lotte${times}@post.example` })
      // Of another institution alone.
      await here.as('fatima').act('pauseSharing', { dossierId: here.ids['fatima'] })
      await here.as('fatima').act('resumeSharing', { dossierId: here.ids['fatima'] })
      await stop()
    }
    const page = await here
      .as('roc-voorbeeld')
      .query(
        'query ($after: String) { changes(first: 500, after: $after) { edges { cursor node { kind dossier { id } } } } }',
        { after: before.data.changes.pageInfo.endCursor },
      )
    const feed = page.data.changes.edges as { cursor: string; node: { kind: string; dossier: { id: string } } }[]
    const ofLotte = feed.filter(({ node }) => node.dossier.id === here.ids['lotte'])
    expect(ofLotte).toHaveLength(3)
    await consent().deliverWebhooks()
    await expect.poll(() => messages().some(({ data }) => data.cursor === ofLotte.at(-1)?.cursor)).toBe(true)
    const told = messages().map(({ data, type }) => ({ ...data, type }))
    expect(
      told.filter(({ dossierId }) => dossierId === here.ids['lotte']).map(({ cursor, type }) => [cursor, type]),
    ).toEqual(ofLotte.map(({ cursor, node }) => [cursor, node.kind]))
    const mayBeTold = [here.ids['lotte'], here.ids['eva']]
    expect(told.filter(({ dossierId }) => !mayBeTold.includes(dossierId))).toEqual([])
    expect(new Set(told.map(({ cursor }) => cursor)).size).toBe(told.length)
  })

  test('what was closed before its turn came is not told: it is judged at the moment of sending', async () => {
    receiver.answer((_request, response) => response.writeHead(503).end())
    const { id } = await register()
    const { stop } = await sharesAndStops()
    await delivered(1)
    await expect.poll(async () => (await stateOf(id)).lastFailure).toContain('503')
    receiver.answer(true)
    await stop()
    here.clock.advance({ minutes: 1 })
    await consent().deliverWebhooks()
    expect(receiver.received).toHaveLength(1)
    expect(await stateOf(id)).toMatchObject({ state: 'ACTIVE', behindSince: null, nextAttemptAt: null })
  })

  test('of a dossier that was erased nothing is told any more, not even that', async () => {
    await register()
    const { sara, id } = await openSara(here)
    await here.as(sara).act('eraseDossier', { dossierId: id }, '')
    await here.as(sara).act('eraseDossier', { dossierId: id }, '')
    const { stop } = await sharesAndStops()
    await consent().deliverWebhooks()
    await expect.poll(() => messages().some(({ data }) => data.dossierId === here.ids['eva'])).toBe(true)
    expect(receiver.received.some(({ body }) => body.includes('DOSSIER_ERASED'))).toBe(false)
    await stop()
  })

  test('a failed message holds back what comes after it, is tried again with the same id, and then all come in order', async () => {
    let failures = 3
    receiver.answer((_request, response) => response.writeHead(failures-- > 0 ? 500 : 200).end())
    const { id, secret } = await register()
    const { stop } = await sharesAndStops()
    await delivered(1)
    await expect.poll(async () => (await stateOf(id)).nextAttemptAt).not.toBeNull()
    const first = await stateOf(id)
    expect(first).toMatchObject({
      state: 'ACTIVE',
      lastSuccessAt: null,
      lastFailure: 'The receiver answered with status 500.',
    })
    expect(first.behindSince).not.toBeNull()
    // Not before its time, however often is looked.
    await consent().deliverWebhooks()
    expect(receiver.received).toHaveLength(1)
    for (const attempt of [2, 3, 4]) {
      const wait = new Date((await stateOf(id)).nextAttemptAt).getTime() - here.clock.now().getTime()
      const expected = 5_000 * 4 ** (attempt - 2)
      expect(wait).toBeGreaterThanOrEqual(expected * 0.8 - 1)
      expect(wait).toBeLessThanOrEqual(expected * 1.2 + 1)
      here.clock.advance({ seconds: Math.ceil(wait / 1000) })
      await consent().deliverWebhooks()
      await expect.poll(() => receiver.received.length).toBeGreaterThanOrEqual(attempt)
      if (attempt < 4)
        await expect
          .poll(async () => new Date((await stateOf(id)).nextAttemptAt ?? 0).getTime())
          .toBeGreaterThan(here.clock.now().getTime())
    }
    const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(new Set(ids.slice(0, 4)).size).toBe(1)
    const last = receiver.received[3]!
    expect(new Webhook(secret).verify(last.body, last.headers)).toBeTruthy()
    await expect.poll(async () => (await stateOf(id)).behindSince).toBeNull()
    expect((await stateOf(id)).lastSuccessAt).not.toBeNull()
    await stop()
  })

  test('after a day it is paused with a reason, and resumed it goes on where it stopped', async () => {
    receiver.answer((_request, response) => response.writeHead(500).end())
    const { id } = await register()
    const { stop } = await sharesAndStops()
    await delivered(1)
    const began = here.clock.now().getTime()
    for (let tries = 1; (await stateOf(id)).state === 'ACTIVE';) {
      const { nextAttemptAt } = await stateOf(id)
      if (nextAttemptAt === null) continue
      here.clock.set(new Date(nextAttemptAt))
      await consent().deliverWebhooks()
      tries += 1
      await expect.poll(() => receiver.received.length).toBe(tries)
      expect(tries).toBeLessThan(30)
    }
    expect(here.clock.now().getTime() - began).toBeGreaterThanOrEqual(24 * 3_600_000)
    expect(receiver.received.length).toBeGreaterThan(8)
    expect((await stateOf(id)).pausedBecause).toContain('for a day')
    const dutch = await here.as('roc-voorbeeld').query(LIST, {}, { 'accept-language': 'nl' })
    expect(dutch.data.webhooks[0].pausedBecause).toContain('een dag lang')

    const sent = receiver.received.length
    receiver.answer(true)
    here.clock.advance({ days: 1 })
    await consent().deliverWebhooks()
    expect(receiver.received).toHaveLength(sent)
    await here.as('roc-voorbeeld').act('resumeWebhook', { id })
    await delivered(sent + 1)
    expect(receiver.received[sent]!.headers['webhook-id']).toBe(receiver.received[0]!.headers['webhook-id'])
    await expect.poll(async () => (await stateOf(id)).behindSince).toBeNull()
    here.clock.set(new Date())
    await stop()
  })

  test('a receiver that says 410 is left alone at once', async () => {
    receiver.answer((_request, response) => response.writeHead(410).end())
    const { id } = await register()
    const { stop } = await sharesAndStops()
    await delivered(1)
    await expect.poll(async () => (await stateOf(id)).state).toBe('PAUSED')
    expect((await stateOf(id)).pausedBecause).toContain('410')
    await stop()
  })

  test('no redirect is followed, and of a long answer nothing is read', async () => {
    const elsewhere = await openReceiver()
    receiver.answer((_request, response) => response.writeHead(302, { location: elsewhere.url }).end())
    const { id } = await register()
    const { stop } = await sharesAndStops()
    await delivered(1)
    await expect.poll(async () => (await stateOf(id)).lastFailure).toContain('another address')
    expect(elsewhere.received).toEqual([])
    await elsewhere.close()

    let written = 0
    let gone: () => void
    const cutOff = new Promise<void>((resolve) => (gone = resolve))
    receiver.answer((_request, response) => {
      response.writeHead(200)
      response.once('close', () => gone())
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024))) written += 1
        response.once('drain', more)
      }
      more()
    })
    here.clock.advance({ minutes: 1 })
    await consent().deliverWebhooks()
    await cutOff
    expect(written).toBeLessThan(200)
    await expect.poll(async () => (await stateOf(id)).behindSince).toBeNull()
    await stop()
  })

  test('after a change of secret both are believed for a day, then the new one alone', async () => {
    const { id, secret } = await register()
    const rotated = await here.as('roc-voorbeeld').act('rotateWebhookSecret', { id }, '{ secret }')
    const fresh = rotated['secret'] as string
    expect(fresh).not.toBe(secret)
    const one = await sharesAndStops()
    await delivered(1)
    const both = receiver.received[0]!
    for (const each of [secret, fresh]) expect(new Webhook(each).verify(both.body, both.headers)).toBeTruthy()
    await one.stop()
    here.clock.set(new Date(Date.now() + 25 * 3_600_000))
    const two = await sharesAndStops()
    await consent().deliverWebhooks()
    await expect.poll(() => receiver.received.length).toBeGreaterThan(1)
    const later = receiver.received.at(-1)!
    expect(later.headers['webhook-signature']!.split(' ')).toHaveLength(1)
    await two.stop()
    here.clock.set(new Date())
  })

  test('the secret is sealed at rest, and shown once', async () => {
    const { secret } = await register()
    const rows = await here.database.sql<{ all: string }>(
      `select encode(secret, 'escape') || w::text as all from consent.webhook w`,
    )
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(secret).toString('hex'))
    expect(
      (await here.as('roc-voorbeeld').query('{ __type(name: "Webhook") { fields { name } } }')).text,
    ).not.toContain('secret')
  })

  test('two hubs on one database tell each message once', async () => {
    const second = await startHub({
      settings: {
        port: 0,
        host: '127.0.0.1',
        publicUrl: null,
        dataDir: here.dataDir,
        databaseUrl: null,
        natsUrl: null,
        subgraphs: null,
        supergraphFile: null,
        oidc: null,
        demo: true,
        logLevel: 'error',
        keys: { viewer: here.secret, personalNumber: NUMBER_KEY },
      },
      clock: here.clock.now,
      database: here.database,
      log: openLog('silent'),
    })
    try {
      await register()
      for (let times = 0; times < 5; times++) {
        const { stop } = await sharesAndStops()
        await Promise.all([consent().deliverWebhooks(), (second.subgraphs[0] as OpenConsent).deliverWebhooks()])
        await stop()
      }
      const { stop } = await sharesAndStops()
      await Promise.all([consent().deliverWebhooks(), (second.subgraphs[0] as OpenConsent).deliverWebhooks()])
      await expect.poll(() => receiver.received.length).toBeGreaterThanOrEqual(6)
      const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
      expect(new Set(ids).size).toBe(ids.length)
      await stop()
    } finally {
      await second.close()
    }
  })

  test('each institution has its own; nobody else has any, and nobody manages another’s', async () => {
    const { id } = await register()
    const admin = await here.as('beheer').query(LIST)
    expect(admin.data.webhooks).toHaveLength(1)
    expect((await here.as('vakcollege-delta').query(LIST)).data.webhooks).toEqual([])
    for (const mutation of ['rotateWebhookSecret', 'resumeWebhook', 'removeWebhook'])
      expect(
        (await here.as('vakcollege-delta').attempt(mutation, { id }, mutation === 'removeWebhook' ? '' : undefined))
          .errors[0]?.code,
        mutation,
      ).toBe('NOT_FOUND')
    for (const who of ['noor', 'joris', 'marieke', 'ilse', 'zwolle'])
      expect((await here.as(who).query(LIST)).errors[0]?.code, who).toBe('NOT_AVAILABLE')
    const scopeless = { ...here.viewer('roc-voorbeeld'), subject: 'roc-other', scopes: ['dossier:read'] }
    expect((await here.as(scopeless).query(LIST)).errors[0]?.code).toBe('NOT_AVAILABLE')
    const otherwise = await here
      .as('roc-voorbeeld')
      .attempt('registerWebhook', { url: receiver.url, institution: '02DE' })
    expect(otherwise.errors[0]).toMatchObject({ code: 'INVALID', field: 'institution' })
    expect(await register('beheer', { institution: '02DE' })).toMatchObject({ id: expect.any(String) })
    expect((await here.as('vakcollege-delta').query(LIST)).data.webhooks).toHaveLength(1)
  })
})

/** A student of 18 who applied at ROC Voorbeeld, whom no other test needs. */
async function openSara(here: World) {
  const sara = { ...here.viewer('eva'), subject: 'sara', name: 'Sara de Wit' }
  const opened = await here.as('joris').act(
    'openDossier',
    {
      name: sara.name,
      subject: sara.subject,
      birthDate: '2007-01-05',
      municipality: 'GM0193',
      schoolLevel: 'HAVO',
      startYear: 2027,
    },
    '{ id }',
  )
  const id = opened['id'] as string
  await here.as(sara).act('registerApplication', { dossierId: id, institution: ROC, crebo: '25604', startYear: 2027 })
  return { sara, id }
}
