import { datesFrom } from '@doorstroomhub/gateway/demo/world/dates.ts'
import { ten } from '@doorstroomhub/gateway/demo/world/people/ten.ts'
import type { Hub } from '@doorstroomhub/gateway/hub.ts'
import { openDatabase } from '@doorstroomhub/kit/standalone.ts'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { WHOLE } from '../access/ways.ts'
import { NOW } from '../world/prepared.ts'
import { testServer } from '../world/postgresql.ts'
import { ask, closing, hubAt, place, run } from './restoring.ts'

/** Every role, and of some two. */
const READERS: [string, string | null][] = [
  ...['noor', 'eva', 'lotte', 'yara', 'father-of-noor', 'joris', 'amira', 'zwolle', 'ilse', 'beheer'].map(
    (who): [string, null] => [who, null],
  ),
  ['marieke', 'INTAKE_TALK'],
  ['karim', 'INTAKE_TALK'],
  ['roc-voorbeeld', 'STUDY_START'],
]
const LONG = 300_000
const people = ten(datesFrom(NOW))
const idOf = (student: string): string => people.find(({ subject }) => subject === student)!.id

/** What each of them reads, by dossier. */
async function whatAllRead(hub: Hub): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {}
  for (const [who, purpose] of READERS) {
    const { data } = await ask(hub, who, `{ dossiers(first: 60) { edges { node { ${WHOLE} status } } } }`, purpose)
    for (const { node } of (data?.dossiers?.edges ?? []) as { node: { id: string } }[]) seen[`${who} ${node.id}`] = node
  }
  return seen
}

const without = (seen: Record<string, unknown>, students: string[]) =>
  Object.fromEntries(Object.entries(seen).filter(([key]) => !students.some((one) => key.includes(idOf(one)))))

test(
  'embedded: what was erased or stopped after the backup does not come back with it',
  async () => {
    const at = await place('embedded', true)
    const file = join(at.dataDir, 'hub.backup')
    expect(await run('backup', at, [file])).toMatchObject({ code: 0 })
    expect((await stat(file)).mode & 0o777).toBe(0o600)

    // Life goes on after the backup: a student erases, another stops, a third pauses.
    let hub = await hubAt(at)
    const before = await whatAllRead(hub)
    expect(Object.keys(before).length).toBeGreaterThan(40)
    const erase = 'mutation ($id: ID!) { eraseDossier(input: { dossierId: $id }) }'
    for (let time = 0; time < 2; time++) await ask(hub, 'eva', erase, null, { id: idOf('eva') })
    const { data } = await ask(hub, 'lotte', '{ dossiers { edges { node { consents { id state } } } } }')
    const consents = data.dossiers.edges[0].node.consents as { id: string; state: string }[]
    for (const { id } of consents.filter(({ state }) => state === 'GRANTED'))
      await ask(hub, 'lotte', 'mutation ($id: ID!) { revokeConsent(input: { id: $id }) { state } }', null, { id })
    const paused = 'mutation ($id: ID!) { pauseSharing(input: { dossierId: $id }) { paused } }'
    expect((await ask(hub, 'yara', paused, null, { id: idOf('yara') })).errors).toEqual([])
    expect(Object.keys(await whatAllRead(hub)).filter((key) => key.includes(idOf('eva')))).toEqual([])
    const around = await ask(hub, 'joris', `{ dossier(id: "${idOf('noor')}") { endableParties { id role } } }`)
    const father = around.data.dossier.endableParties.find(({ role }: { role: string }) => role === 'GUARDIAN')
    const end = 'mutation ($id: ID!, $party: ID!) { endParty(input: { dossierId: $id, partyId: $party }) { id } }'
    expect((await ask(hub, 'joris', end, null, { id: idOf('noor'), party: father.id })).errors).toEqual([])
    await hub.close()

    const back = await run('restore', at, [file])
    expect(back.said).toMatch(/Ended again: 1 erased, 2 consents stopped, 1 people taken away, 4 dossiers paused/)
    hub = await hubAt(at)
    const after = await whatAllRead(hub)
    await hub.close()
    // Fatima came of age after the backup, which changed rights too.
    const changed = ['eva', 'lotte', 'yara', 'fatima', 'noor']
    expect(without(after, changed)).toEqual(without(before, changed))
    expect(Object.keys(after).filter((key) => key.includes(idOf('eva')))).toEqual([])
    // Who was taken away is not back; all others read on.
    const ofNoor = (seen: Record<string, unknown>) => Object.keys(seen).filter((key) => key.includes(idOf('noor')))
    expect(ofNoor(before).filter((key) => !ofNoor(after).includes(key))).toEqual([`father-of-noor ${idOf('noor')}`])
    const open = (seen: Record<string, unknown>) =>
      Object.entries(seen).filter(
        ([key, node]) => /^(marieke|karim) /.test(key) && /lotte|yara/.test(nameIn(key)) && hasIdentity(node),
      ).length
    expect([open(before), open(after)]).toEqual([3, 0])

    // Not only unreachable: gone.
    const database = await openDatabase(at)
    try {
      for (const table of ['person.identity', 'support_needs.support_need', 'career_portfolio.career_summary']) {
        expect(await left(database.sql, table, idOf('eva')), table).toBe(0)
        expect(await left(database.sql, table, idOf('noor')), table).toBeGreaterThan(0)
      }
    } finally {
      await database.close()
    }
  },
  LONG,
)

test.skipIf(testServer() === null)(
  'PostgreSQL: elsewhere, everybody reads what was read before; without the list of what ended it is refused',
  async () => {
    const at = await place('postgresql', true)
    const file = join(at.dataDir, 'hub.backup')
    const list = join(at.dataDir, 'ended.json')
    let hub = await hubAt(at)
    const before = await whatAllRead(hub)
    expect(Object.keys(before).length).toBeGreaterThan(40)
    const followed = (await changesOf(hub, 'noor', null)).cursors
    expect(followed.length).toBeGreaterThan(2)
    // As on a server that has counted a million million transactions more than the one that it is put back on.
    const database = await openDatabase(at)
    await database.sql(`update consent.change set tx = tx + 1000000000000`)
    await database.close()
    // While the hub serves.
    expect(await run('backup', at, [file])).toMatchObject({ code: 0 })
    expect(await run('backup', at, ['--ended', list])).toMatchObject({ code: 0 })
    const busy = await run('restore', at, [file])
    expect([busy.code, busy.said]).toEqual([1, expect.stringContaining('others are connected to this database')])
    await hub.close()

    const fresh = await place('postgresql', false)
    const refused = await run('restore', fresh, [file])
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('Nobody knows here what was erased')])
    const put = await run('restore', fresh, [file, '--ended', list])
    expect(put.said).toContain('Ended again: 0 erased, 0 consents stopped, 0 people taken away, 0 dossiers paused')
    hub = await hubAt(fresh)
    closing.push(() => hub.close())
    expect(await whatAllRead(hub)).toEqual(before)
    // The feed goes on after what was put back.
    const again = await changesOf(hub, 'noor', null)
    expect(again.kinds.length).toBe(followed.length)
    await ask(hub, 'noor', 'mutation ($id: ID!) { pauseSharing(input: { dossierId: $id }) { paused } }', null, {
      id: idOf('noor'),
    })
    // What others on this server are in the middle of goes before.
    await expect
      .poll(async () => (await changesOf(hub, 'noor', again.cursors.at(-1)!)).kinds, { timeout: 60_000 })
      .toEqual(['SHARING'])
  },
  LONG,
)

/** A page of somebody's feed. */
async function changesOf(hub: Hub, who: string, after: string | null): Promise<{ kinds: string[]; cursors: string[] }> {
  const query = 'query ($after: String) { changes(first: 100, after: $after) { edges { cursor node { kind } } } }'
  const { data } = await ask(hub, who, query, null, { after })
  const edges = data.changes.edges as { cursor: string; node: { kind: string } }[]
  return { kinds: edges.map(({ node }) => node.kind), cursors: edges.map(({ cursor }) => cursor) }
}

const hasIdentity = (node: unknown): boolean => (node as { identity: unknown }).identity !== null
const nameIn = (key: string): string => people.find(({ id }) => key.endsWith(id))?.subject ?? ''

async function left(
  sql: (text: string, params?: readonly unknown[]) => Promise<Record<string, unknown>[]>,
  table: string,
  dossierId: string,
): Promise<number> {
  const [row] = await sql(`select count(*)::int as count from ${table} where dossier_id = $1`, [dossierId])
  return Number(row?.['count'])
}
