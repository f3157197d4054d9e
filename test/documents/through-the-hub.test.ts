import { Client, until } from '@doorstroomhub/intake-preparation/rooms/house.testing.ts'
import { preparationIdOf } from '@doorstroomhub/intake-preparation/sections.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { expectWithinASecond } from '../world/soon.ts'
import { world, type Person, type World } from '../world.ts'

const ROC = '01VB'
let here: World
let preparation: string
const clients: Client[] = []

beforeAll(async () => {
  here = await world()
  preparation = preparationIdOf(here.applications['noor']?.[ROC] as string)
})
afterEach(() => {
  for (const client of clients.splice(0)) client.leave()
})
afterAll(async () => {
  await here.close()
  expect(here.log).toEqual([])
})

const as = (name: string): Person => here.as(name, { purpose: 'INTAKE_TALK' })

/** A stock client with a ticket that the graph gave. */
async function enter(name: string, section = 'QUESTIONS'): Promise<Client> {
  // The graph is asked first, as a page does: it makes the document of an application that nobody opened yet.
  const ticket = await as(name).act('openSection', { intakePreparationId: preparation, section }, '{ ticket access }')
  const url = `${here.url.replace('http', 'ws')}/documents`
  const client = new Client(url, `${preparation}/${section.toLowerCase()}`, '', { ticket: ticket['ticket'] as string })
  clients.push(client)
  return client.synced()
}

const PREPARATION = `query ($id: ID!) { dossier(id: $id) { applications { intakePreparation { id sections { key access text } } } readLog { edges { node { reader groups } } } } }`

test('a student, her mentor and the intaker write one section, and the graph reads what they wrote', async () => {
  const [noor, joris, marieke] = await Promise.all(['noor', 'joris', 'marieke'].map((name) => enter(name)))
  if (!noor || !joris || !marieke) throw new Error('somebody could not enter')
  noor.write('Mag ik mijn laptop gebruiken?')
  marieke.write('Ja, altijd.')
  await until('all have both', () =>
    [noor, joris, marieke].every(({ words }) => words.includes('laptop') && words.includes('altijd')),
  )
  const answer = await as('noor').query(PREPARATION, { id: here.ids['noor'] })
  const [application] = answer.data.dossier.applications
  expect(application.intakePreparation.sections[1].text).toContain('Ja, altijd.')
})

test('opening a section leaves one line in the read log, however long it stays open', async () => {
  const lines = async () =>
    (
      await here.database.sql<{ count: number }>(
        `select count(*)::int as count from consent.read_log where dossier_id = $1 and subject = 'marieke' and 'INTAKE_PREPARATION' = any(groups)`,
        [here.ids['noor']],
      )
    )[0]?.count
  const before = (await lines()) ?? 0
  const marieke = await enter('marieke')
  const opened = (await lines()) ?? 0
  // One for the ticket, one for the socket: each is a request of its own.
  expect(opened - before).toBe(2)
  here.clock.advance({ seconds: 40 })
  marieke.write('nog een vraag')
  const { subgraphs } = here.hub
  expect(subgraphs.map(({ name }) => name)).toContain('intake-preparation')
  await until('it is kept', async () =>
    (await as('noor').query(PREPARATION, { id: here.ids['noor'] })).text.includes('nog een vraag'),
  )
  expect(await lines()).toBe(opened)
})

test('without a ticket or a token nobody gets in', async () => {
  const url = `${here.url.replace('http', 'ws')}/documents`
  const nobody = new Client(url, `${preparation}/summary`, '')
  clients.push(nobody)
  await new Promise<void>((resolve) => nobody.provider.once('connection-error', () => resolve()))
  expect(nobody.provider.wsconnected).toBe(false)
})

test('the sockets of an intaker close with 4403 within a second of the revocation, and the student types on', async () => {
  const [noor, marieke] = await Promise.all([enter('noor'), enter('marieke')])
  const shown = await as('noor').query(
    `query ($id: ID!) { dossier(id: $id) { consents { id state groups institution { brin } } } }`,
    {
      id: here.ids['noor'],
    },
  )
  const consent = shown.data.dossier.consents.find(
    (one: { state: string; groups: string[] }) => one.state === 'GRANTED' && one.groups.includes('INTAKE_PREPARATION'),
  )
  const closed = marieke.closed().then((code) => ({ code, at: performance.now() }))
  expect(await as('noor').act('revokeConsent', { id: consent.id }, '{ state }')).toEqual({ state: 'REVOKED' })
  const answered = performance.now()
  const { code, at } = await closed
  expect(code).toBe(4403)
  expectWithinASecond('the socket closed', at - answered)
  noor.write('zonder marieke')
  await until('it is kept', async () =>
    (await as('noor').query(PREPARATION, { id: here.ids['noor'] })).text.includes('zonder marieke'),
  )
  const refused = await as('marieke').attempt(
    'openSection',
    { intakePreparationId: preparation, section: 'QUESTIONS' },
    '{ ticket }',
  )
  expect(refused.errors.map(({ code }) => code)).toEqual(['NOT_AVAILABLE'])
})

test('what a ticket opened ends with the token that it was asked with', async () => {
  const noor = await enter('noor')
  const closed = noor.closed()
  noor.write('tot het einde')
  await until('it is kept', async () =>
    (await as('noor').query(PREPARATION, { id: here.ids['noor'] })).text.includes('tot het einde'),
  )
  here.clock.advance({ hours: 1, minutes: 1 })
  expect(await closed).toBe(4401)
})
