import { createHash, randomUUID } from 'node:crypto'
import { LockMode } from '@mikro-orm/core'
import { RIGHTS_CHANGED } from '@doorstroomhub/kit/subgraph.ts'
import { conflict, invalid, notFound } from '@doorstroomhub/kit/errors.ts'
import { fits, line, needed } from '@doorstroomhub/kit/text.ts'
import { refused } from '../command.ts'
import { asker, type ConsentContext } from '../context.ts'
import { askerOf, isUuid } from '../referee/facts.ts'
import { NOT_YOURS } from '../rules/moves.ts'
import type { Detail, FieldGroup, MinorPolicy, PostEnrolment, Purpose } from '../rules/words.ts'
import { Agreement, Region } from './entities.ts'

export interface SaveAgreementInput {
  id?: string | null
  region: string
  allowed: readonly { group: FieldGroup; detail: Detail; from?: string | null; purposes: readonly Purpose[] }[]
  minorPolicy: MinorPolicy
  postEnrolment: PostEnrolment
  goals?: readonly string[] | null
  beatSeconds?: number | null
  expectedRevision?: string | null
}

/** What two people read when they read the same words: a name of the whole content, whoever signed it. */
export const revisionOf = ({ allowed, minorPolicy, postEnrolment, goals, beatSeconds }: Agreement): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        allowed.map(({ group, detail, from, purposes }) => [group, detail, from, purposes]),
        minorPolicy,
        postEnrolment,
        goals,
        beatSeconds,
      ]),
    )
    .digest('base64url')

/** Nobody changes or signs other words than they read. */
function expectRevision(agreement: Agreement, expected: string | null | undefined): void {
  if (expected != null && expected !== revisionOf(agreement)) throw conflict()
}

/** Two people sign for a region before its agreement counts. */
const SIGNERS = 2
/** What a code of a region can look like; anything else must not reach the database as an error. */
const REGION = /^[0-9A-Za-z]{1,10}$/
const DEFAULT_BEAT_SECONDS = 900
const MOST_GOALS = 20
const LONGEST_GOAL = 300
const NEVER_AGREED: readonly FieldGroup[] = ['PERSONAL_NUMBER', 'APPLICATION_STATUS', 'SHARING']

/** Who speaks for a region: its own bureau, and the administrator. */
function checkRegional(context: ConsentContext, region: string): void {
  asker(context)
  if (!mayDraft(context, region)) throw refused('region', NOT_YOURS)
}

function mayDraft({ asking }: ConsentContext, region: string): boolean {
  const role = askerOf(asking)?.role
  return role === 'ADMINISTRATOR' || (role === 'REGION_ANALYST' && asking.viewer?.region === region)
}

/** Whether the agreement is a draft that the viewer may sign, and has not signed as it stands. */
export const waitsForSignatureOf = (context: ConsentContext, { state, regionCode, signers }: Agreement): boolean =>
  state === 'DRAFT' &&
  mayDraft(context, regionCode) &&
  !signers.some(({ subject }) => subject === context.asking.viewer?.subject)

function checked(input: SaveAgreementInput): Pick<Agreement, 'allowed' | 'goals' | 'beatSeconds'> {
  const groups = input.allowed.map(({ group }) => group)
  if (new Set(groups).size !== groups.length)
    throw invalid('allowed', 'A group is named twice.', 'Een onderdeel staat er twee keer in.')
  for (const { group, purposes } of input.allowed) {
    if (NEVER_AGREED.includes(group))
      throw invalid('allowed', `${group} is not for a region to agree on.`, `Over ${group} beslist een regio niet.`)
    if (purposes.length === 0) throw invalid('allowed', `Name a purpose for ${group}.`, `Noem een doel bij ${group}.`)
    if (group === 'CAREER_FILE' && purposes.some((purpose) => purpose !== 'STUDY_START'))
      throw invalid(
        'allowed',
        'CAREER_FILE is for STUDY_START alone.',
        'De loopbaanmap is alleen voor de start van de opleiding.',
      )
  }
  const beatSeconds = input.beatSeconds ?? DEFAULT_BEAT_SECONDS
  if (beatSeconds < 1 || beatSeconds > 86_400)
    throw invalid('beatSeconds', 'Between 1 second and a day.', 'Tussen 1 seconde en een dag.')
  fits('goals', input.goals?.length ?? 0, MOST_GOALS)
  return {
    allowed: input.allowed.map(({ group, detail, from, purposes }) => ({
      group,
      detail,
      from: from ?? null,
      purposes: [...purposes],
    })),
    goals: (input.goals ?? []).map((goal) => needed('goals', line('goals', goal, LONGEST_GOAL))),
    beatSeconds,
  }
}

/** A draft: a new version of the region's agreement, or changes to one that nobody has signed into force. */
export async function saveAgreement(context: ConsentContext, input: SaveAgreementInput): Promise<Agreement> {
  checkRegional(context, input.region)
  const content = { ...checked(input), minorPolicy: input.minorPolicy, postEnrolment: input.postEnrolment }
  const now = context.now()
  const saved = await context.em.fork().transactional(async (em) => {
    const region = REGION.test(input.region)
      ? await em.findOne(Region, { code: input.region }, { lockMode: LockMode.PESSIMISTIC_WRITE })
      : null
    if (!region) throw invalid('region', 'This region is not known here.', 'Deze regio is hier niet bekend.')
    if (input.id != null) {
      const draft = isUuid(input.id) ? await em.findOne(Agreement, { id: input.id, regionCode: input.region }) : null
      if (!draft) throw notFound()
      if (draft.state !== 'DRAFT') throw conflict()
      expectRevision(draft, input.expectedRevision)
      // Who signed, signed other words.
      Object.assign(draft, content, { signers: [] })
      return draft
    }
    // Words that were read are those of a draft, and none is named.
    if (input.expectedRevision != null) throw conflict()
    const [last] = await em.find(Agreement, { regionCode: input.region }, { orderBy: { version: -1 }, limit: 1 })
    return em.create(Agreement, {
      id: randomUUID(),
      regionCode: input.region,
      version: (last?.version ?? 0) + 1,
      state: 'DRAFT',
      ...content,
      signers: [],
      createdAt: now,
      activatedAt: null,
      endedAt: null,
    })
  })
  context.refresh()
  return saved
}

/**
 * Signs a draft; with the second signature of another person it is in force and the former one has ended. What the new
 * one does not allow is closed from that moment on, since the referee asks which agreement is active each time.
 */
export async function activateAgreement(
  context: ConsentContext,
  { id, expectedRevision }: { id: string; expectedRevision?: string | null },
): Promise<Agreement> {
  const { viewer } = context.asking
  const now = context.now()
  const { agreement, isActive } = await context.em.fork().transactional(async (em) => {
    const found = isUuid(id) ? await em.findOne(Agreement, { id }) : null
    if (!found || !viewer) throw notFound()
    checkRegional(context, found.regionCode)
    // One at a time per region: two second signatures at once must not both end the former agreement.
    await em.findOne(Region, { code: found.regionCode }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    await em.refresh(found)
    if (found.state !== 'DRAFT') throw conflict()
    expectRevision(found, expectedRevision)
    if (found.signers.some(({ subject }) => subject === viewer.subject)) return { agreement: found, isActive: false }
    found.signers = [
      ...found.signers,
      { subject: viewer.subject, name: viewer.name, brin: viewer.organisation?.brin ?? null, at: now.toISOString() },
    ]
    if (found.signers.length < SIGNERS) return { agreement: found, isActive: false }
    const former = await em.findOne(Agreement, { regionCode: found.regionCode, state: 'ACTIVE' })
    if (former) {
      former.state = 'ENDED'
      former.endedAt = now
      await em.flush()
    }
    found.state = 'ACTIVE'
    found.activatedAt = now
    await em.flush()
    // The fence of every dossier that may feel it: what was judged under the former agreement is judged again.
    await em.execute(
      `update consent.dossier d set rights = rights + 1 where exists (select from consent.application a
        join consent.organisation o on o.brin = a.institution where a.dossier_id = d.id and o.region_code = ?)`,
      [found.regionCode],
    )
    return { agreement: found, isActive: true }
  })
  context.refresh()
  if (isActive) context.bus.publish(`${RIGHTS_CHANGED}.all`, '')
  return agreement
}
