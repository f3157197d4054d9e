import { startHub, type Hub } from '@doorstroomhub/gateway/hub.ts'
import { openLog } from '@doorstroomhub/kit/log.ts'
import { tokenOf } from '@doorstroomhub/gateway/demo/token.ts'
import { createClient as createSse } from 'graphql-sse'
import { createClient as createSocket } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { world, type World } from './world.ts'

const STATUS = 'subscription { dossierStatusChanged { from to dossier { id status identity { surname } } } }'
const FEED = 'subscription ($after: String) { changeAdded(after: $after) { cursor kind dossier { id } } }'

/** What the questions above ask for, whichever of them it was. */
interface Told {
  dossierStatusChanged: { from: string | null; to: string; dossier: { id: string; status: string } }
  changeAdded: { cursor: string; kind: string }
  regionStatus: { counts: { shown: string; count: number; suppressed: boolean }[] }
}
type Change = Told['dossierStatusChanged']
interface Event {
  data?: Told | null
  errors?: readonly { extensions?: Record<string, unknown> }[]
}
/** A stock client's subscription. `next` waits for the event itself; `nothing` is sure of silence by an event that follows. */
interface Reader {
  next(): Promise<Event>
  close(): void
}

function reader(
  subscribe: (sink: { next(event: Event): void; error(cause: unknown): void; complete(): void }) => () => void,
): Reader {
  const waiting: Event[] = []
  const readers: { resolve(event: Event): void; reject(cause: unknown): void }[] = []
  let over: unknown = null
  const settle = () => {
    while (readers.length > 0 && (waiting.length > 0 || over !== null)) {
      const one = readers.shift()!
      const event = waiting.shift()
      if (event) one.resolve(event)
      else one.reject(over)
    }
  }
  const end = (cause: unknown) => {
    over ??= cause
    settle()
  }
  const close = subscribe({
    next(event) {
      waiting.push(event)
      settle()
    },
    error: end,
    complete: () => end(new Error('The stream is over.')),
  })
  return {
    close,
    next: () =>
      new Promise((resolve, reject) => {
        readers.push({ resolve, reject })
        settle()
      }),
  }
}

async function overSse(url: string, token: string, query: string, variables = {}): Promise<Reader> {
  const client = createSse({
    url: `${url}/graphql`,
    headers: { authorization: `Bearer ${token}`, 'x-purpose': 'INTAKE_TALK' },
    retryAttempts: 0,
  })
  return reader((sink) => client.subscribe({ query, variables }, sink as never))
}

async function overSocket(url: string, token: string, query: string, variables = {}): Promise<Reader> {
  const client = createSocket({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}`, 'x-purpose': 'INTAKE_TALK' },
    retryAttempts: 0,
  })
  return reader((sink) => client.subscribe({ query, variables }, sink as never))
}

/** Sharing and stopping by eva, who shares nothing when the demo starts. */
async function sharesAndStops(here: World): Promise<void> {
  const eva = here.as('eva')
  const consent = await eva.act(
    'giveConsent',
    { dossierId: here.ids['eva'], institution: '01VB', groups: ['IDENTITY'], purpose: 'INTAKE_TALK' },
    '{ id }',
  )
  await eva.act('revokeConsent', { id: consent['id'] })
}

describe('what is followed', () => {
  let here: World
  let alone: Hub
  beforeAll(async () => {
    here = await world()
    const names = here.hub.subgraphs.map(({ name }) => name)
    const subgraphs = await Promise.all(names.map(async (name) => ({ name, url: (await here.direct(name)).url })))
    alone = await startHub({
      settings: {
        port: 0,
        host: '127.0.0.1',
        publicUrl: null,
        dataDir: here.dataDir,
        databaseUrl: null,
        natsUrl: null,
        subgraphs,
        supergraphFile: null,
        oidc: null,
        demo: true,
        logLevel: 'error',
        keys: { viewer: here.secret, personalNumber: null },
      },
      clock: here.clock.now,
      log: openLog('silent'),
    })
  })
  afterAll(async () => {
    await alone.close()
    await here.close()
  })

  const ways = {
    'server-sent events': async () => overSse(here.url, await here.token('marieke'), STATUS),
    'a websocket': async () => overSocket(here.url, await here.token('marieke'), STATUS),
    'a gateway alone, before subgraphs elsewhere': async () =>
      overSse(alone.url, await tokenOf('marieke', alone.port), STATUS),
  }

  test.each(Object.keys(ways) as (keyof typeof ways)[])(
    'an intaker sees a status open and close again, each event under the rights of its moment, over %s',
    async (way) => {
      const events = await ways[way]()
      // The stream is open when the first event of somebody else's step has come: nothing is waited for by the clock.
      await here.as('lotte').act('pauseSharing', { dossierId: here.ids['lotte'] })
      await until(
        events,
        ({ dossier, to }) => dossier.id === here.ids['lotte'] && to === 'DRAFT',
        async () => {
          await here.as('lotte').act('resumeSharing', { dossierId: here.ids['lotte'] })
          await here.as('lotte').act('pauseSharing', { dossierId: here.ids['lotte'] })
        },
      )
      await sharesAndStops(here)
      const ofEva = ({ dossier }: Change) => dossier.id === here.ids['eva']
      const opened = await until(events, ofEva)
      expect(opened.data!.dossierStatusChanged).toMatchObject({ from: 'DRAFT', to: 'SHARED' })
      const closed = await until(events, ofEva)
      expect(closed.data!.dossierStatusChanged).toMatchObject({
        from: 'SHARED',
        to: 'DRAFT',
        dossier: { status: 'DRAFT', identity: null },
      })
      expect(closed.errors?.[0]?.extensions?.['code']).toBe('NOT_AVAILABLE')
      events.close()
      await here.as('lotte').act('resumeSharing', { dossierId: here.ids['lotte'] })
    },
  )

  test('the feed replays after a cursor and follows, without a gap or a double at the seam', async () => {
    const eva = here.as('eva')
    const before = await eva.query('{ changes(first: 500) { pageInfo { endCursor } } }')
    const after = before.data['changes'].pageInfo.endCursor as string
    await sharesAndStops(here)
    const events = await overSse(here.url, await here.token('eva'), FEED, { after })
    const seen: string[] = []
    for (let count = 0; count < 4; count++) seen.push((await events.next()).data!.changeAdded.cursor)
    await sharesAndStops(here)
    for (let count = 0; count < 4; count++) seen.push((await events.next()).data!.changeAdded.cursor)
    events.close()
    const page = await eva.query('query ($after: String) { changes(after: $after) { edges { cursor } } }', { after })
    expect(seen).toEqual(page.data['changes'].edges.map(({ cursor }: { cursor: string }) => cursor))
    expect(new Set(seen).size).toBe(8)
  })

  test('an institution follows and replays the same: nothing of a pause, nor of what is closed to it', async () => {
    const lotte = here.as('lotte')
    const dossierId = here.ids['lotte']
    const page =
      'query ($after: String) { changes(first: 500, after: $after) { edges { cursor node { kind } } pageInfo { endCursor } } }'
    const marieke = here.as('marieke')
    const after = (await marieke.query(page)).data['changes'].pageInfo.endCursor as string
    const live = await overSse(here.url, await here.token('marieke'), FEED, { after })
    await lotte.act('pauseSharing', { dossierId })
    await lotte.act('saveSupportProfile', { dossierId, strengths: ['Niet voor nu'] })
    await lotte.act('resumeSharing', { dossierId })
    await lotte.act('updateContact', { dossierId, email: 'lotte@post.example' })
    await lotte.act('saveSupportProfile', { dossierId, strengths: ['Voor nu'] })
    const replay = await overSse(here.url, await here.token('marieke'), FEED, { after })
    const told = (await marieke.query(page, { after })).data['changes'].edges
    expect(told.map(({ node }: { node: { kind: string } }) => node.kind)).toEqual(['CONTENT'])
    for (const events of [live, replay]) {
      expect((await events.next()).data!.changeAdded.cursor).toBe(told[0].cursor)
      events.close()
    }
  })

  test('a region’s counts go to its own analyst alone, a snapshot at once', async () => {
    const query = 'subscription { regionStatus(code: "10") { code counts { shown count suppressed } } }'
    const own = await overSocket(here.url, await here.token('ilse'), query)
    const snapshot = (await own.next()).data!.regionStatus
    expect(snapshot.counts.length).toBe(8 * 9)
    for (const { count, suppressed } of snapshot.counts)
      expect(suppressed ? count === null : count % 5 === 0 && count >= 10).toBe(true)
    own.close()
    for (const name of ['marieke', 'joris', 'noor', 'beheer', 'zwolle']) {
      const other = await overSse(here.url, await here.token(name), query)
      expect((await other.next()).errors?.[0]?.extensions?.['code']).toBe('NOT_AVAILABLE')
      other.close()
    }
  })

  test('a student who follows a dossier that is not theirs is told that there is none', async () => {
    const query = `subscription { dossierStatusChanged(dossierId: "${here.ids['eva']}") { to } }`
    const events = await overSse(here.url, await here.token('noor'), query)
    expect((await events.next()).errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND')
    events.close()
  })
})

/** The next event that is meant; `again` is done while none comes, for a stream that may not be open yet. */
async function until(
  events: Reader,
  isMeant: (change: Change) => boolean,
  again?: () => Promise<void>,
): Promise<Event> {
  let coming = events.next()
  for (;;) {
    const event = await (again ? Promise.race([coming, again().then(() => null)]) : coming)
    if (event === null) continue
    const change = event.data?.dossierStatusChanged
    if (change && isMeant(change)) return event
    coming = events.next()
  }
}
