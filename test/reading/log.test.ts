import type { OpenConsent } from '@doorstroomhub/consent/main.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { testServer } from '../world/postgresql.ts'

describe.each(['embedded', 'postgresql'] as const)('on the %s database', (on) => {
  describe.skipIf(on === 'postgresql' && testServer() === null)('the read log', () => {
    let one: World
    let consent: OpenConsent
    beforeAll(async () => {
      one = await world({ on })
      consent = one.hub.subgraphs.find(({ name }) => name === 'consent') as OpenConsent
    })
    afterAll(() => one.close())

    const asking = (requestId: string): Asking => ({
      viewer: one.viewer('marieke'),
      purpose: 'INTAKE_TALK',
      requestId,
      language: 'en',
    })
    const linesOf = (requestIds: string[]) =>
      one.database.sql<{ request_id: string; subgraph: string; groups: string[] }>(
        'select request_id, subgraph, groups from consent.read_log where request_id = any($1::text[])',
        [requestIds],
      )

    test('is written in few statements for many questions at the same time, a line for each of them', async () => {
      const requests = Array.from({ length: 12 }, () => randomUUID())
      const ask = (ids: readonly string[]) =>
        Promise.all(
          ids.flatMap((requestId) =>
            ['person', 'support-needs'].map((subgraph) =>
              consent.judge(asking(requestId), subgraph, [
                { dossierId: one.ids['noor']!, groups: ['IDENTITY', 'CONTACT'] },
              ]),
            ),
          ),
        )
      // A pool opens its connections one by one, and the questions would not be at the same time.
      await ask(requests.map(() => randomUUID()))
      const statements: string[] = []
      one.database.onStatement = (text) => void statements.push(text)
      const answers = await ask(requests)
      one.database.onStatement = null
      expect(answers.map(([answer]) => answer?.groups['IDENTITY']?.allowed)).toEqual(answers.map(() => true))
      const lines = await linesOf(requests)
      expect(lines.map(({ request_id, subgraph }) => `${request_id} ${subgraph}`).toSorted()).toEqual(
        requests.flatMap((requestId) => [`${requestId} person`, `${requestId} support-needs`]).toSorted(),
      )
      for (const { groups } of lines) expect(groups).toEqual(['IDENTITY'])
      expect(statements.filter((text) => text.includes('insert into consent.read_log')).length).toBeLessThan(8)
    })

    test('keeps the purpose where one counts, and none of a reader who was never asked for one', async () => {
      const purposes = async (who: string) => {
        const requestId = randomUUID()
        await consent.judge({ ...asking(requestId), viewer: one.viewer(who) }, 'person', [
          { dossierId: one.ids['noor']!, groups: ['IDENTITY'] },
        ])
        const sql = 'select purpose from consent.read_log where request_id = $1'
        return (await one.database.sql<{ purpose: string | null }>(sql, [requestId])).map(({ purpose }) => purpose)
      }
      expect(await purposes('marieke')).toEqual(['INTAKE_TALK'])
      for (const who of ['joris', 'father-of-noor']) expect(await purposes(who), who).toEqual([null])

      // A line of before may hold one that counted for nothing: it is shown without it.
      await one.database.sql(`insert into consent.read_log
          (at, dossier_id, subject, reader, role, purpose, request_id, subgraph, basis, groups)
        select distinct on (basis) at, dossier_id, subject, 'Before', role, 'INTAKE_TALK', request_id, subgraph, basis, groups
        from consent.read_log where dossier_id = '${one.ids['noor']}' and basis in ('SCHOOL_TASK', 'GUARDIAN', 'CONSENT')`)
      const { data } = await one
        .as('noor')
        .query('{ dossiers { edges { node { readLog(first: 50) { edges { node { reader basis purpose } } } } } } }')
      const lines = data['dossiers'].edges[0].node.readLog.edges as {
        node: { reader: string; basis: string; purpose: string | null }
      }[]
      const shown = lines.flatMap(({ node }) => (node.reader === 'Before' ? [`${node.basis} ${node.purpose}`] : []))
      expect([...new Set(shown)].toSorted()).toEqual(['CONSENT INTAKE_TALK', 'GUARDIAN null', 'SCHOOL_TASK null'])
    })

    test('that cannot be written for one question says no to that one alone', async () => {
      // No database keeps this character, so that the line of this question can never be written.
      const [bad, good] = [`bad-${String.fromCharCode(0)}`, randomUUID()]
      const ask = (requestId: string) =>
        consent.judge(asking(requestId), 'person', [{ dossierId: one.ids['noor']!, groups: ['IDENTITY'] }])
      const outcomes = await Promise.allSettled([ask(bad), ask(good), ask(bad)])
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected'])
      expect(await linesOf([good])).toHaveLength(1)
    })

    test('is not written for a right that ended while it was judged, and the answer is the new one', async () => {
      const [first, second] = [randomUUID(), randomUUID()]
      const asks = [{ dossierId: one.ids['yara']!, groups: ['IDENTITY'] }]
      const before = asking(first)
      expect((await consent.judge(before, 'person', asks))[0]?.groups['IDENTITY']?.allowed).toBe(true)
      // The facts of this operation are known already; then the consent ends, beside another question that goes on.
      await one.database.sql(`update consent.consent set state = 'REVOKED', ended_at = now() where dossier_id = $1`, [
        one.ids['yara'],
      ])
      await one.database.sql('update consent.dossier set rights = rights + 1 where id = $1', [one.ids['yara']])
      const [stale, other] = await Promise.all([
        consent.judge(before, 'support-needs', [{ dossierId: one.ids['yara']!, groups: ['IDENTITY'] }]),
        consent.judge(asking(second), 'person', [{ dossierId: one.ids['noor']!, groups: ['IDENTITY'] }]),
      ])
      expect(stale[0]?.groups['IDENTITY']?.allowed).toBe(false)
      expect(other[0]?.groups['IDENTITY']?.allowed).toBe(true)
      expect(
        (await linesOf([first, second])).map(({ subgraph, request_id }) => `${request_id} ${subgraph}`).toSorted(),
      ).toEqual([`${first} person`, `${second} person`].toSorted())
    })
  })
})
