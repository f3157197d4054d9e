import { datesFrom } from '@doorstroomhub/gateway/demo/world/dates.ts'
import { ten } from '@doorstroomhub/gateway/demo/world/people/ten.ts'
import type { Hub } from '@doorstroomhub/gateway/hub.ts'
import { openDatabase } from '@doorstroomhub/kit/standalone.ts'
import { access, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { NOW } from '../world/prepared.ts'
import { ask, hubAt, place, run, type Place } from './restoring.ts'

const LONG = 300_000
const ROC = '01VB'
/** Life after the backup is later than the backup. */
const LATER = new Date(NOW.getTime() + 3_600_000)
const people = ten(datesFrom(NOW))
const idOf = (student: string): string => people.find(({ subject }) => subject === student)!.id

/** One mutation that must succeed; answers what it gives back. */
async function act(hub: Hub, who: string, mutation: string, input: Record<string, unknown>, shown = '') {
  const type = String(hub.engine.schema.getMutationType()?.getFields()[mutation]?.args[0]?.type)
  const text = `mutation ($input: ${type}) { done: ${mutation}(input: $input) ${shown} }`
  const { data, errors } = await ask(hub, who, text, null, { input })
  expect(errors, mutation).toEqual([])
  return data.done
}

/** What an intaker of the roc reads of a student now. */
async function intakerReads(hub: Hub, student: string): Promise<Record<string, unknown>> {
  const { data } = await ask(
    hub,
    'marieke',
    'query ($id: ID!) { dossier(id: $id) { identity { surname } studyAdvice { text } } }',
    'INTAKE_TALK',
    { id: idOf(student) },
  )
  return data.dossier
}

const isPaused = async (hub: Hub, student: string): Promise<boolean> =>
  (await ask(hub, student, 'query ($id: ID!) { dossier(id: $id) { paused } }', null, { id: idOf(student) })).data
    .dossier.paused

/** Who is told why it is paused. */
const whyPaused = async (hub: Hub, who: string, student: string): Promise<unknown> => {
  const asked = 'query ($id: ID!) { dossier(id: $id) { pausedBecause } }'
  const { data, errors } = await ask(hub, who, asked, 'INTAKE_TALK', { id: idOf(student) })
  return errors[0]?.code ?? data.dossier.pausedBecause
}

async function inDatabase(at: Place, text: string): Promise<Record<string, unknown>[]> {
  const database = await openDatabase(at)
  try {
    return await database.sql(text)
  } finally {
    await database.close()
  }
}

test(
  'what was taken back without ending a consent does not come back: a pause, advice, invitations, webhooks',
  async () => {
    const at = await place('embedded', true)
    const file = join(at.dataDir, 'hub.backup')
    let hub = await hubAt(at)
    const { code, invitation } = await act(
      hub,
      'joris',
      'createInvitation',
      { dossierId: idOf('yara'), role: 'GUARDIAN', name: 'Een ouder' },
      '{ code invitation { id } }',
    )
    const { webhook } = await act(
      hub,
      'roc-voorbeeld',
      'registerWebhook',
      { url: 'https://partner.example/changes' },
      '{ webhook { id } }',
    )
    const forTalk = { institution: ROC, purpose: 'INTAKE_TALK' }
    await act(
      hub,
      'eva',
      'giveConsent',
      { ...forTalk, dossierId: idOf('eva'), groups: ['IDENTITY', 'STUDY_ADVICE'] },
      '{ id }',
    )
    const seen = await intakerReads(hub, 'eva')
    expect(seen).toMatchObject({ identity: { surname: expect.anything() }, studyAdvice: [{ text: expect.anything() }] })
    expect(await intakerReads(hub, 'noor')).toMatchObject({ identity: { surname: expect.anything() } })
    await hub.close()
    // A message that is due at every start of a hub.
    await inDatabase(
      at,
      `update consent.webhook_delivery set place_tx = 0, place_id = 0, next_at = '2020-01-01', attempts = 0, last_failure = null, lease_by = null, lease_until = null`,
    )
    expect(await run('backup', at, [file])).toMatchObject({ code: 0 })

    hub = await hubAt(at, LATER)
    const { data } = await ask(hub, 'noor', '{ dossiers { edges { node { consents { id state } } } } }')
    const waits = (data.dossiers.edges[0].node.consents as { id: string; state: string }[]).find(
      ({ state }) => state === 'PENDING_APPROVAL',
    )!
    // Refusing what waited raises nobody's rights; pausing does once, which ending the consent again must not hide.
    await act(hub, 'noor', 'revokeConsent', { id: waits.id }, '{ state }')
    await act(hub, 'noor', 'pauseSharing', { dossierId: idOf('noor') }, '{ paused }')
    await act(hub, 'joris', 'revokeInvitation', { id: invitation.id }, '{ name }')
    await act(hub, 'roc-voorbeeld', 'removeWebhook', { id: webhook.id })
    const advice = (
      await ask(hub, 'eva', 'query ($id: ID!) { dossier(id: $id) { studyAdvice { id } } }', null, { id: idOf('eva') })
    ).data.dossier.studyAdvice as { id: string }[]
    for (const { id } of advice) await act(hub, 'eva', 'contestStudyAdvice', { id }, '{ acceptedVersion }')
    expect(await intakerReads(hub, 'noor')).toMatchObject({ identity: null })
    await hub.close()

    const back = await run('restore', at, [file])
    expect(back.said).toMatch(
      /0 erased, 1 consents stopped, 0 people taken away, \d+ dossiers paused .* 0 agreements ended/,
    )
    expect(back.said).toMatch(/1 unused invitations withdrawn, 1 webhooks paused/)
    // Nothing was told to anybody by the restore itself.
    const told = await inDatabase(at, `select attempts, last_failure, lease_by from consent.webhook_delivery`)
    expect(told).toEqual([{ attempts: 0, last_failure: null, lease_by: null }])
    // What it kept for a second try is gone with the first one that succeeded.
    await expect(access(join(at.dataDir, 'restore.ended.json'))).rejects.toThrow('ENOENT')

    hub = await hubAt(at, LATER)
    try {
      expect(await isPaused(hub, 'noor')).toBe(true)
      expect(await intakerReads(hub, 'noor')).toMatchObject({ identity: null })
      expect(await intakerReads(hub, 'eva')).toEqual({ identity: null, studyAdvice: null })
      const accept = 'mutation ($code: String!) { acceptInvitation(input: { code: $code }) { id } }'
      const { errors } = await ask(hub, 'father-of-noor', accept, null, { code })
      expect(errors.map(({ code: why }) => why)).toEqual(['INVALID'])
      const { webhooks } = (await ask(hub, 'roc-voorbeeld', '{ webhooks { id state pausedBecause } }')).data
      expect(webhooks).toEqual([
        { id: webhook.id, state: 'PAUSED', pausedBecause: expect.stringMatching(/older state|oudere stand/) },
      ])
      // Who was not touched since is as open as before.
      expect(await isPaused(hub, 'sem')).toBe(false)
      // The student and her father are told why; the school reads that it is paused, and an mbo what it always reads.
      for (const who of ['noor', 'father-of-noor']) expect(await whyPaused(hub, who, 'noor'), who).toBe('RESTORED')
      for (const who of ['joris', 'amira', 'marieke', 'zwolle'])
        expect(await whyPaused(hub, who, 'noor'), who).toBe('NOT_AVAILABLE')
      expect(await whyPaused(hub, 'sem', 'sem')).toBeNull()
      // The owner opens it again.
      await act(hub, 'noor', 'resumeSharing', { dossierId: idOf('noor') }, '{ paused }')
      expect(await intakerReads(hub, 'noor')).toMatchObject({ identity: { surname: expect.anything() } })
      expect(await whyPaused(hub, 'noor', 'noor')).toBeNull()
      await act(hub, 'noor', 'pauseSharing', { dossierId: idOf('noor') }, '{ paused }')
      expect(await whyPaused(hub, 'noor', 'noor')).toBeNull()
    } finally {
      await hub.close()
    }
  },
  LONG,
)

test(
  'an agreement that ended and a live text that changed are heeded, also when the first try broke off',
  async () => {
    const at = await place('embedded', true)
    const file = join(at.dataDir, 'hub.backup')
    expect(await run('backup', at, [file])).toMatchObject({ code: 0 })
    const [written] = await inDatabase(
      at,
      `update intake_preparation.document set updated_at = '${LATER.toISOString()}' where id =
        (select id from intake_preparation.document order by id limit 1) returning dossier_id as id`,
    )
    const [ended] = await inDatabase(
      at,
      `update consent.agreement set state = 'ENDED', ended_at = now() where state = 'ACTIVE' and region_code = '10' returning id`,
    )

    const half = join(at.dataDir, 'half.backup')
    await writeFile(half, (await readFile(file)).subarray(0, 100_000))
    const broken = await run('restore', at, [half])
    expect([broken.code, broken.said]).toEqual([1, expect.stringContaining('This restore is not finished')])
    // What was replaced is not there to be asked again.
    for (const name of ['database', 'database.made']) await rm(join(at.dataDir, name), { recursive: true })
    const back = await run('restore', at, [file])
    expect([back.code, back.said]).toEqual([0, expect.stringMatching(/1 dossiers paused .* 1 agreements ended/)])
    expect(
      await inDatabase(at, `select id from consent.dossier where paused and updated_at > now() - interval '1 hour'`),
    ).toEqual([written])
    expect(
      await inDatabase(at, `select id, state from consent.agreement where id = '${String(ended?.['id'])}'`),
    ).toEqual([{ ...ended, state: 'ENDED' }])

    const hub = await hubAt(at)
    try {
      // Noor was not touched, but the region agrees on nothing.
      expect(await isPaused(hub, 'noor')).toBe(false)
      expect(await intakerReads(hub, 'noor')).toMatchObject({ identity: null })
    } finally {
      await hub.close()
    }
  },
  LONG,
)
