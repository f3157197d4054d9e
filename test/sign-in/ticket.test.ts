import { startHub, type Hub } from '@doorstroomhub/gateway/hub.ts'
import { Client } from '@doorstroomhub/intake-preparation/rooms/house.testing.ts'
import { preparationIdOf } from '@doorstroomhub/intake-preparation/sections.ts'
import { openLog } from '@doorstroomhub/kit/log.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { expectWithinASecond } from '../world/soon.ts'
import { settingsIn, world, type World } from '../world.ts'
import { visitor, type Visitor } from './visitor.ts'

let here: World
/** Another gateway before the same subgraphs, with no bus to wake it. */
let other: Hub
let preparation: string
const clients: Client[] = []

beforeAll(async () => {
  here = await world()
  preparation = preparationIdOf(here.applications['noor']!['01VB']!)
  const names = here.hub.subgraphs.map(({ name }) => name)
  const subgraphs = await Promise.all(names.map(async (name) => ({ name, url: (await here.direct(name)).url })))
  other = await startHub({
    settings: {
      ...settingsIn(here.dataDir),
      publicUrl: here.url,
      subgraphs,
      oidc: { issuer: `${here.url}/oidc`, audience: null, client: { id: 'x', secret: null, scopes: 'openid' } },
      demo: false,
    },
    clock: here.clock.now,
    log: openLog('silent'),
    trusted: new Map(),
  })
})
afterEach(() => {
  for (const client of clients.splice(0)) client.leave()
})
afterAll(async () => {
  await other.close()
  await here.close()
  expect(here.log).toEqual([])
})

/** A ticket that a page asked for with its cookie. */
async function ticketOf(someone: Visitor): Promise<string> {
  const { data, text } = await someone.ask(
    `mutation { openSection(input: { intakePreparationId: "${preparation}", section: QUESTIONS }) { ticket } }`,
  )
  expect(data, text).not.toBeNull()
  return data.openSection.ticket as string
}

/** A stock client that shows a ticket, and no cookie. */
function enter(ticket: string, port = here.hub.port): Client {
  const client = new Client(`ws://localhost:${port}/documents`, `${preparation}/questions`, '', { ticket })
  clients.push(client)
  return client
}
const isRefused = (client: Client): Promise<boolean> =>
  new Promise((resolve) => {
    client.provider.once('connection-error', () => resolve(true))
    client.provider.once('sync', () => resolve(false))
  })

test('what a ticket opened ends when the session that asked for it signs out, and what another asked for goes on', async () => {
  const [noor, joris] = [visitor(here.url), visitor(here.url)]
  await noor.signIn('noor')
  await joris.signIn('joris')
  const [hers, his] = [await enter(await ticketOf(noor)).synced(), await enter(await ticketOf(joris)).synced()]
  const unused = await ticketOf(noor)
  const closed = hers.closed()
  await noor.signOut()
  const out = performance.now()
  expect(await closed).toBe(4401)
  expectWithinASecond('the socket of the ticket closed', performance.now() - out)
  expect(await isRefused(enter(unused))).toBe(true)
  expect(his.provider.wsconnected).toBe(true)
})

test('also at a gateway where nobody signed in or out', async () => {
  const noor = visitor(here.url)
  await noor.signIn('noor')
  const client = await enter(await ticketOf(noor), other.port).synced()
  const unused = await ticketOf(noor)
  const closed = client.closed()
  await noor.signOut()
  await closed
  await expect.poll(() => isRefused(enter(unused, other.port)), { timeout: 5_000 }).toBe(true)
})

test('the name of the session cannot be taken off a ticket, nor another put on it', async () => {
  const noor = visitor(here.url)
  await noor.signIn('noor')
  const [random, name] = (await ticketOf(noor)).split('.') as [string, string]
  expect(name).toHaveLength(22)
  for (const changed of [random, `${random}.`, `${random}.${'A'.repeat(22)}`, `${random}.${name}x`])
    expect(await isRefused(enter(changed)), changed).toBe(true)
  expect(await isRefused(enter(`${random}.${name}`))).toBe(false)
})

test('a ticket of a token has no session in it', async () => {
  const input = { intakePreparationId: preparation, section: 'QUESTIONS' }
  const { ticket } = await here.as('noor').act('openSection', input, '{ ticket }')
  expect(ticket).toMatch(/^[\w-]{43}$/)
  expect(await isRefused(enter(ticket as string))).toBe(false)
})
