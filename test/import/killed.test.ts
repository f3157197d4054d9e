import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkFile, sendFile, writeFile, type AskGraph } from '@doorstroomhub/gateway/import/client.ts'
import type { Database } from '@doorstroomhub/kit/database.ts'
import { openPostgreSql } from '@doorstroomhub/kit/postgresql.ts'
import { childHub, type ChildHub } from '../live/hubs.ts'
import { testServer } from '../world/postgresql.ts'
import { bytesOf, manyPupils } from './reading-in.ts'

/** `ROWS=10000` is what issue 10 asks for, and `KILLS` how often the hub is killed meanwhile. */
const ROWS = Number(process.env['ROWS'] ?? 800)
const KILLS = Number(process.env['KILLS'] ?? 2)
const LIMIT = { timeout: 600_000 }

/** Pupils of whom a part is missing, seen from either side. */
const HALF = `select d.id from consent.dossier d join consent.known_pupil k on k.dossier_id = d.id
  where not exists (select from person.identity i where i.dossier_id = d.id)
    or not exists (select from person.personal_number n where n.dossier_id = d.id)
    or not exists (select from person.contact c where c.dossier_id = d.id)
    or (select count(*) from consent.party p where p.dossier_id = d.id) <> 2
    or not exists (select from consent.change c where c.dossier_id = d.id)
    or not exists (select from consent.status_change s where s.dossier_id = d.id)`

describe.skipIf(testServer() === null)('an import that is interrupted, on PostgreSQL', LIMIT, () => {
  const name = `hub_import_${randomUUID().slice(0, 8)}`
  let server: Database
  let database: Database
  let hub: ChildHub

  beforeAll(async () => {
    server = await openPostgreSql(testServer()!)
    await server.sql(`create database ${name}`)
    const address = new URL(testServer()!)
    address.pathname = `/${name}`
    database = await openPostgreSql(address.href)
    hub = await childHub({ databaseUrl: address.href })
  }, LIMIT.timeout)
  afterAll(async () => {
    await hub?.remove()
    await database?.close()
    await server?.sql(`drop database if exists ${name} with (force)`)
    await server?.close()
  })

  const count = async (what: string): Promise<number> =>
    Number((await database.sql<{ count: string }>(`select count(*) from ${what}`))[0]?.count)
  const ask: AskGraph = async (query, variables) => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await hub.token('joris')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown[] }
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }

  test(`${ROWS} pupils, killed ${KILLS} times on the way: at no moment half a pupil, and at the end all of them once`, async () => {
    const bytes = bytesOf(manyPupils(ROWS))
    let began = performance.now()
    const id = await sendFile(ask, { kind: 'PUPILS', fileName: 'leerlingen.csv', bytes })
    expect(await checkFile(ask, id)).toMatchObject({ rows: ROWS, failed: 0, faults: [] })
    const checked = performance.now() - began

    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = await count('person.identity')
      const going = writeFile(ask, id).catch(() => null)
      // In the middle of a batch: its content is written, and where the kill is quick enough its dossiers are not open.
      await expect.poll(() => count('person.identity'), { interval: 1 }).toBeGreaterThan(before)
      await hub.kill()
      await going
      expect(await database.sql(HALF), `half pupils after kill ${kill + 1}`).toEqual([])
      await hub.start()
    }

    const left = ROWS - (await count('consent.known_pupil'))
    began = performance.now()
    expect(await writeFile(ask, id)).toMatchObject({ state: 'DONE', rows: ROWS, done: ROWS, added: ROWS, failed: 0 })
    const written = performance.now() - began
    expect(await database.sql(HALF)).toEqual([])
    expect(await count('consent.known_pupil')).toBe(ROWS)
    // No content of nobody is left either.
    expect(
      await count('person.identity i where not exists (select from consent.dossier d where d.id = i.dossier_id)'),
    ).toBe(0)

    began = performance.now()
    const again = await sendFile(ask, { kind: 'PUPILS', fileName: 'leerlingen.csv', bytes })
    await checkFile(ask, again)
    expect(await writeFile(ask, again)).toMatchObject({ state: 'DONE', added: 0, changed: 0, unchanged: ROWS })
    expect(await count('consent.known_pupil')).toBe(ROWS)
    const second = performance.now() - began
    if (process.env['ROWS'])
      process.stdout.write(
        `${JSON.stringify({ rows: ROWS, kills: KILLS, left, checkedMs: checked, writtenMs: written, againMs: second })}\n`,
      )
  })

  test('what was reserved and never opened is destroyed when the import is taken away', async () => {
    const text = manyPupils(300)
      .replaceAll('\r\nP', '\r\nW')
      .replaceAll(/;9\d{8};/g, ';;')
    const id = await sendFile(ask, { kind: 'PUPILS', fileName: 'weg.csv', bytes: bytesOf(text) })
    expect(await checkFile(ask, id)).toMatchObject({ rows: 300, failed: 0 })
    const before = await count('person.identity')
    const going = writeFile(ask, id).catch(() => null)
    await expect.poll(() => count('person.identity'), { interval: 1 }).toBeGreaterThan(before)
    await hub.kill()
    await going
    await hub.start()
    await ask('mutation ($input: ImportIdInput!) { removeImport(input: $input) }', { input: { id } })
    await expect
      .poll(() => count('person.identity i where not exists (select from consent.dossier d where d.id = i.dossier_id)'))
      .toBe(0)
    expect(await count(`consent.import where id = '${id}'`)).toBe(0)
  })
})
