import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import { world, type World } from '../world.ts'
import { testServer } from '../world/postgresql.ts'
import { bytesOf, readIn } from './reading-in.ts'

let hub: World
beforeAll(async () => {
  hub = await world({ on: testServer() === null ? 'embedded' : 'postgresql' })
}, 300_000)
afterAll(() => hub.close())

test('who the file names takes the place of who it no longer names, at once; a file that names nobody changes nobody', async () => {
  const head = 'Stamnr;Voorletters;Achternaam;Geboortedatum'
  const rows = (mentor: string, care: string) =>
    bytesOf(`${head};Mentor;Zorgcoördinator\n7101;O.;Overstap;01-02-2010;${mentor};${care}`)
  const second = { ...hub.viewer('joris'), subject: 'mentor-twee', name: 'Mentor Twee' }
  const care = { ...hub.viewer('amira'), subject: 'zorg-twee', name: 'Zorg Twee' }
  const reads = async (who: Parameters<World['as']>[0], id: string) =>
    (await hub.as(who).query('query ($id: ID!) { dossier(id: $id) { identity { surname } } }', { id })).errors[0]
      ?.code ?? 'reads'
  const state = async (id: string) => {
    const [row] = await hub.database.sql<{ rights: string; changes: string }>(
      `select rights, (select count(*) from consent.change c where c.dossier_id = d.id and kind = 'SHARING') as changes
        from consent.dossier d where id = $1`,
      [id],
    )
    return { rights: Number(row?.rights), changes: Number(row?.changes) }
  }
  expect(await readIn(hub.as('joris'), { kind: 'PUPILS', bytes: rows('joris', 'amira') })).toMatchObject({ added: 1 })
  const { data } = await hub
    .as('joris')
    .query('{ dossiers(first: 2, filter: { search: "O. Overstap" }) { edges { node { id } } } }')
  const [{ node }] = data.dossiers.edges as [{ node: { id: string } }]
  const { id } = node
  expect([await reads('joris', id), await reads('amira', id), await reads(second, id)]).toEqual([
    'reads',
    'reads',
    'NOT_FOUND',
  ])
  const before = await state(id)

  const client = createClient({
    url: `${hub.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${await hub.token('joris')}` },
    retryAttempts: 0,
  })
  const ended = new Promise<unknown>((resolve) => {
    client.subscribe(
      { query: 'subscription ($id: ID!) { dossierStatusChanged(dossierId: $id) { to } }', variables: { id } },
      { next: ({ errors }) => errors && resolve(errors), error: resolve, complete: () => resolve('completed') },
    )
  })
  await expect
    .poll(async () => await (await fetch(`${hub.url}/metrics`)).text())
    .toMatch(/^hub_streams_open\{transport="websocket"\} 1$/m)
  const moved = rows('mentor-twee', 'zorg-twee')
  expect(await readIn(hub.as('joris'), { kind: 'PUPILS', bytes: moved })).toMatchObject({ changed: 1, failed: 0 })
  expect(JSON.stringify(await ended)).toContain('NOT_FOUND')
  await client.dispose()
  for (const who of ['joris', 'amira']) expect([who, await reads(who, id)]).toEqual([who, 'NOT_FOUND'])
  for (const who of [second, care]) expect([who.subject, await reads(who, id)]).toEqual([who.subject, 'reads'])
  const after = await state(id)
  expect(after).toEqual({ rights: before.rights + 1, changes: before.changes + 1 })

  // Who was named before is no longer their mentor; the new one may, and without a column for mentors nobody is ended.
  expect(await readIn(hub.as('joris'), { kind: 'PUPILS', bytes: rows('joris', 'amira') })).toMatchObject({ failed: 1 })
  const nobody = bytesOf(`${head}\n7101;O.P.;Overstap;01-02-2010`)
  expect(await readIn(hub.as(second), { kind: 'PUPILS', bytes: nobody })).toMatchObject({ changed: 1, failed: 0 })
  for (const who of [second, care]) expect([who.subject, await reads(who, id)]).toEqual([who.subject, 'reads'])
  expect(await state(id)).toEqual(after)

  // And back again: who was ended stands anew.
  expect(await readIn(hub.as(second), { kind: 'PUPILS', bytes: rows('joris', 'zorg-twee') })).toMatchObject({
    changed: 1,
  })
  expect([await reads('joris', id), await reads(second, id), await reads(care, id)]).toEqual([
    'reads',
    'NOT_FOUND',
    'reads',
  ])
})
