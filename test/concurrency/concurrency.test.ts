import type { OpenConsent } from '@doorstroomhub/consent/main.ts'
import { openSubgraphs } from '@doorstroomhub/gateway/subgraphs.ts'
import { memoryBus } from '@doorstroomhub/kit/bus.ts'
import { randomUUID } from 'node:crypto'
import { parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { mutate } from '../model/hub.ts'
import { asking, type Person } from '../model/people.ts'
import { world, type World } from '../world.ts'
import { NUMBER_KEY } from '../world/prepared.ts'
import { testServer } from '../world/postgresql.ts'
import { consented, kept, must, often, outcomes, put, stage, type Stage } from './together.ts'

const LIMIT = { timeout: 300_000 }

/** Real connections at the same time, which the embedded database does not have. */
describe.skipIf(testServer() === null)('two at the same moment', LIMIT, () => {
  let hub: World
  let one: Stage
  beforeAll(async () => {
    hub = await world({ on: 'postgresql' })
    one = await stage(hub)
  }, LIMIT.timeout)
  afterAll(() => hub?.close())

  const SHOWN: Record<string, string> = { eraseDossier: '' }
  const both = (...attempts: [Person, string, Record<string, unknown>][]) =>
    Promise.all(
      attempts.map(([who, mutation, input]) =>
        mutate(hub, who, mutation, input, { shown: SHOWN[mutation] ?? '{ id }' }),
      ),
    )

  test('student and guardian approve: it is approved once, with both', async () => {
    await often(async () => {
      await put(hub, one, 'READY')
      const input = { id: one.id, expectedVersion: 1 }
      const answers = await both(
        [one.cast.student, 'approveDossier', input],
        [one.cast.guardians[0]!, 'approveDossier', input],
        [one.cast.guardians[1]!, 'approveDossier', input],
      )
      // The second guardian may come when the dossier is approved already.
      expect(outcomes(answers).filter((code) => code === 'OK').length).toBeGreaterThanOrEqual(2)
      expect(answers.every(({ code }) => code === undefined || code === 'INVALID')).toBe(true)
      expect(await kept(hub, one)).toMatchObject({ status: 'APPROVED', steps: ['READY>APPROVED'] })
    })
  })

  test('a step is taken twice: the second is told that it has moved on', async () => {
    await often(async () => {
      await put(hub, one, 'READY')
      const again = { id: one.id, to: 'DRAFT', expectedVersion: 1 }
      const answers = await both(
        [one.cast.student, 'moveDossier', again],
        [one.cast.guardians[0]!, 'moveDossier', again],
      )
      expect(outcomes(answers)).toEqual(['CONFLICT', 'OK'])
      expect(await kept(hub, one)).toMatchObject({ status: 'DRAFT', version: 2, steps: ['READY>DRAFT'] })
      const forth = { id: one.id, to: 'IN_CONSULTATION', expectedVersion: 2 }
      expect(
        outcomes(await both([one.cast.student, 'moveDossier', forth], [one.cast.mentor, 'moveDossier', forth])),
      ).toEqual(['CONFLICT', 'OK'])
    })
  })

  test('two consents are given: the dossier is shared once, and of two that say the same one is left', async () => {
    await often(async (time) => {
      await put(hub, one, 'APPROVED')
      const institution = one.places.institutions[0].brin
      const input = (purpose: string) => ({ dossierId: one.id, institution, groups: ['IDENTITY'], purpose })
      const isSame = time % 2 === 0
      const given = await both(
        [one.cast.student, 'giveConsent', input('INTAKE_TALK')],
        [one.cast.student, 'giveConsent', input(isSame ? 'INTAKE_TALK' : 'STUDY_START')],
      )
      expect(outcomes(given)).toEqual(['OK', 'OK'])
      const approved = await both(
        ...given.map(({ data }, index): [Person, string, Record<string, unknown>] => [
          one.cast.guardians[index]!,
          'approveConsent',
          { id: data.giveConsent.id },
        ]),
      )
      expect(outcomes(approved)).toEqual(['OK', 'OK'])
      expect(await kept(hub, one)).toMatchObject({
        status: 'SHARED',
        consents: isSame ? ['ENDED', 'GRANTED'] : ['GRANTED', 'GRANTED'],
        steps: ['APPROVED>SHARED'],
      })
    })
  })

  test('a guardian approves what the student stops: it never stays open', async () => {
    await often(async () => {
      await put(hub, one, 'APPROVED')
      const id = await consented(hub, one, { approved: false })
      const [approved, stopped] = await both(
        [one.cast.guardians[0]!, 'approveConsent', { id }],
        [one.cast.student, 'revokeConsent', { id }],
      )
      expect(stopped?.code).toBeUndefined()
      const { consents, status } = await kept(hub, one)
      expect([approved?.code ?? 'OK', ...consents]).toEqual(
        consents[0] === 'REVOKED' ? ['OK', 'REVOKED'] : ['CONFLICT', 'REFUSED'],
      )
      expect(status).toBe('APPROVED')
    })
  })

  test('two guardians approve one consent: both are kept, and it is granted once', async () => {
    await often(async () => {
      await put(hub, one, 'APPROVED')
      const id = await consented(hub, one, { approved: false })
      const [father, mother] = one.cast.guardians
      const answers = await both([father!, 'approveConsent', { id }], [mother!, 'approveConsent', { id }])
      // Who comes second finds it granted without their yes.
      expect(['OK OK', 'CONFLICT OK']).toContain(outcomes(answers).join(' '))
      expect(await kept(hub, one)).toMatchObject({
        status: 'SHARED',
        consents: ['GRANTED'],
        steps: ['APPROVED>SHARED'],
      })
    })
  })

  test('two status messages: one counts, and the other is told why not', async () => {
    const { sql } = hub.database
    const [first, second] = [one.cast.intakers[0], one.cast.colleague]
    const reset = async () => {
      await put(hub, one, 'DRAFT')
      await sql(`update consent.application set status = 'APPLIED' where id = $1`, [one.application])
      await sql(`delete from consent.application_message where application_id = $1 and supersedes is not null`, [
        one.application,
      ])
      await sql(`delete from consent.application_message where application_id = $1 and status <> 'APPLIED'`, [
        one.application,
      ])
    }
    const messages = () =>
      sql<{ id: string; status: string }>(
        'select id, status from consent.application_message where application_id = $1 order by number',
        [one.application],
      )
    await often(async () => {
      await reset()
      const report = (status: string, supersedes: string | null = null) => ({
        applicationId: one.application,
        status,
        supersedes,
      })
      const reports = await both(
        [first, 'reportApplicationStatus', report('ENROLLED')],
        [second, 'reportApplicationStatus', report('NOT_ENROLLED')],
      )
      expect(outcomes(reports)).toEqual(['INVALID', 'OK'])
      const written = await messages()
      expect(written).toHaveLength(2)
      const { status } = written[1]!
      expect((await kept(hub, one)).status).toBe(status === 'ENROLLED' ? 'ENROLLED' : 'DRAFT')
      const last = written[1]!.id
      const other = status === 'ENROLLED' ? 'NOT_ENROLLED' : 'ENROLLED'
      const corrections = await both(
        [first, 'reportApplicationStatus', report(other, last)],
        [second, 'reportApplicationStatus', report('CONTRACT_OFFERED', last)],
      )
      expect(outcomes(corrections)).toEqual(['CONFLICT', 'OK'])
      const corrected = await messages()
      expect(corrected).toHaveLength(3)
      const [application] = await sql<{ status: string }>('select status from consent.application where id = $1', [
        one.application,
      ])
      expect(application?.status).toBe(corrected[2]?.status)
    })
    await reset()
  })

  test('two second signatures: one agreement is in force', async () => {
    const { sql } = hub.database
    const { region } = one.places.institutions[0]
    const other: Person = { name: 'beheer two', viewer: { ...one.cast.administrator.viewer, subject: `${one.id} two` } }
    const draft = async () =>
      (
        await must(hub, one.cast.administrator, 'saveAgreement', {
          region,
          allowed: one.agreements[0]!.allowed,
          minorPolicy: 'BOTH_UNTIL_18',
          postEnrolment: 'CONSENT',
        })
      ).id as string
    const states = async () =>
      (await sql<{ state: string }>('select state from consent.agreement where region_code = $1', [region])).map(
        ({ state }) => state,
      )
    await often(async () => {
      const id = await draft()
      await must(hub, one.cast.administrator, 'activateAgreement', { id })
      expect(
        outcomes(await both([other, 'activateAgreement', { id }], [one.cast.analyst, 'activateAgreement', { id }])),
      ).toEqual(['CONFLICT', 'OK'])
      expect((await states()).filter((state) => state === 'ACTIVE')).toHaveLength(1)
      const [a, b] = [await draft(), await draft()]
      for (const each of [a, b]) await must(hub, one.cast.administrator, 'activateAgreement', { id: each })
      expect(
        outcomes(
          await both([other, 'activateAgreement', { id: a }], [one.cast.analyst, 'activateAgreement', { id: b }]),
        ),
      ).toEqual(['OK', 'OK'])
      const after = await states()
      expect(after.filter((state) => state === 'ACTIVE')).toHaveLength(1)
      expect(after).not.toContain('DRAFT')
    })
  })

  test('a dossier is opened twice for one student: there is one', async () => {
    await often(async (time) => {
      const input = { name: 'Pip', subject: `pip-${time}-${randomUUID()}`, birthDate: '2011-05-05', startYear: 2027 }
      const answers = await both(
        [one.cast.mentor, 'openDossier', input],
        [one.cast.strangers[2]!, 'openDossier', input],
      )
      expect(outcomes(answers)).toEqual(['CONFLICT', 'OK'])
    })
  })

  test('who stops is safe: no read that begins after the answer gets anything, and what was read is in the log', async () => {
    const document = parse('query ($id: ID!) { dossier(id: $id) { identity { surname } contact { email } } }')
    let readBefore = 0
    await often(async () => {
      await put(hub, one, 'APPROVED')
      const id = await consented(hub, one, { groups: ['IDENTITY', 'CONTACT'], approved: true })
      let stoppedAt = Infinity
      let over = false
      const reads: { began: number; requestId: string; isOpen: boolean }[] = []
      const reader = async (person: Person) => {
        while (!over) {
          const began = performance.now()
          if (began > stoppedAt) over = true
          const ask = asking(person, 'INTAKE_TALK')
          const answer = await hub.hub.engine.execute({ document, variables: { id: one.id }, asking: ask })
          const { dossier } = (answer as { data: { dossier: { identity: unknown; contact: unknown } } }).data
          reads.push({ began, requestId: ask.requestId, isOpen: dossier.identity !== null || dossier.contact !== null })
        }
      }
      const readers = [one.cast.intakers[0], one.cast.colleague, one.cast.partner].map(reader)
      await vi.waitUntil(() => reads.length >= 3)
      await must(hub, one.cast.student, 'revokeConsent', { id })
      stoppedAt = performance.now()
      await Promise.all(readers)
      expect(reads.filter(({ began, isOpen }) => isOpen && began > stoppedAt)).toEqual([])
      expect(reads.some(({ began }) => began > stoppedAt)).toBe(true)
      const open = reads.filter(({ isOpen }) => isOpen)
      readBefore += open.length
      const logged = await hub.database.sql<{ request_id: string }>(
        `select distinct request_id from consent.read_log where dossier_id = $1 and groups @> '{IDENTITY,CONTACT}'`,
        [one.id],
      )
      const known = new Set(logged.map(({ request_id }) => request_id))
      expect(open.filter(({ requestId }) => !known.has(requestId))).toEqual([])
    })
    expect(readBefore).toBeGreaterThan(50)
  })

  test('time runs in two hubs at once: each change happens once', async () => {
    const { sql } = hub.database
    const bus = memoryBus()
    const failures: unknown[] = []
    const second = await openSubgraphs({
      database: hub.database,
      bus,
      clock: hub.clock.now,
      keys: { personalNumber: NUMBER_KEY },
      onError: (error) => void failures.push(error),
    })
    const hubs = [hub.hub.subgraphs[0], second[0]] as OpenConsent[]
    const now = hub.clock.now()
    try {
      await often(async () => {
        await put(hub, one, 'APPROVED')
        await consented(hub, one, { approved: true })
        await consented(hub, one, { purpose: 'STUDY_START', approved: false })
        await sql('delete from consent.change where dossier_id = $1', [one.id])
        await sql('delete from consent.status_change where dossier_id = $1', [one.id])
        await sql('update consent.consent set expires_at = $2 where dossier_id = $1 and state = $3', [
          one.id,
          now,
          'GRANTED',
        ])
        await sql('update consent.consent set created_at = $2 where dossier_id = $1 and state = $3', [
          one.id,
          new Date(now.getTime() - 14 * 86_400_000),
          'PENDING_APPROVAL',
        ])
        await Promise.all([...hubs, ...hubs].map((open) => open.runDue()))
        expect(await kept(hub, one)).toMatchObject({
          status: 'APPROVED',
          consents: ['EXPIRED', 'LAPSED'],
          steps: ['SHARED>APPROVED'],
        })
        const events = await sql<{ kind: string }>(
          'select kind from consent.change where dossier_id = $1 order by kind',
          [one.id],
        )
        expect(events.map(({ kind }) => kind)).toEqual(['DOSSIER_STATUS', 'SHARING'])
      })
      expect(failures).toEqual([])
    } finally {
      for (const subgraph of second.reverse()) await subgraph.close()
      await bus.close()
    }
  })

  test('content is written while the dossier is erased: nothing of it stays', async () => {
    await often(async (time) => {
      const own = await stage(hub)
      await must(hub, own.cast.student, 'eraseDossier', { dossierId: own.id }, '')
      const [erased, written] = await both(
        [own.cast.student, 'eraseDossier', { dossierId: own.id }],
        [
          own.cast.student,
          time % 2 === 0 ? 'updateContact' : 'saveSupportNeed',
          { dossierId: own.id, ...(time % 2 === 0 ? { phone: '0612345678' } : { area: 'VISION' }) },
        ],
      )
      expect(erased?.code).toBeUndefined()
      expect([undefined, 'NOT_FOUND', 'NOT_AVAILABLE']).toContain(written?.code)
      await vi.waitFor(
        async () => {
          const [left] = await hub.database.sql<{ rows: string }>(
            `select (select count(*) from person.contact where dossier_id = $1) +
              (select count(*) from person.identity where dossier_id = $1) +
              (select count(*) from support_needs.support_need where dossier_id = $1) as rows`,
            [own.id],
          )
          expect(Number(left?.rows)).toBe(0)
        },
        { timeout: 20_000, interval: 20 },
      )
      expect((await kept(hub, own)).status).toBe('ERASED')
    })
    one = await stage(hub)
    expect(hub.log).toEqual([])
  })
})
