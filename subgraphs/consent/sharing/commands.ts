import { randomUUID } from 'node:crypto'
import { amsterdam } from '@doorstroomhub/kit/calendar.ts'
import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import { conflict, invalid, notAvailable, notFound } from '@doorstroomhub/kit/errors.ts'
import { lines } from '@doorstroomhub/kit/text.ts'
import { command, refused, settle, type Step } from '../command.ts'
import type { ConsentContext } from '../context.ts'
import { isUuid } from '../referee/facts.ts'
import { Organisation } from '../region/entities.ts'
import { actsAsOwner, hasApplication, isEnough, needsGuardian, policyFor, type Case } from '../rules/case.ts'
import { agreed } from '../rules/decide.ts'
import { NOT_YOURS } from '../rules/moves.ts'
import { NOT_BY_CONSENT } from '../rules/shareable.ts'
import type { FieldGroup, Purpose } from '../rules/words.ts'
import { Approval, Consent, ConsentRequest } from './entities.ts'
import { splitOff } from './splitting.ts'
import { isStillAsked } from './reading.ts'
import { wording, wordingInEnglish, WORDING_VERSION, type Said } from './wording.ts'

export interface GiveConsentInput {
  dossierId: string
  institution: string
  groups: readonly FieldGroup[]
  purpose: Purpose
  leftOut?: readonly string[] | null
  /** The words that the student saw; without them the Dutch ones are kept. */
  shown?: string | null
}
export interface RequestConsentInput {
  dossierId: string
  groups: readonly FieldGroup[]
  purpose: Purpose
  message?: string | null
}

const MOST_LEFT_OUT = 200
const LONGEST_MESSAGE = 500

/** Only what the region agreed, for this purpose, from the agreed day on. The words name the agreement, never the student. */
function checkGroups(one: Case, institution: string, groups: readonly FieldGroup[], purpose: Purpose, now: Date): void {
  if (groups.length === 0) throw invalid('groups', 'Choose at least one group.', 'Kies minstens één onderdeel.')
  if (new Set(groups).size !== groups.length)
    throw invalid('groups', 'A group is named twice.', 'Een onderdeel staat er twee keer in.')
  for (const group of groups) {
    if (NOT_BY_CONSENT.includes(group))
      throw invalid(
        'groups',
        `${group} cannot be shared by consent.`,
        `${group} kan niet met toestemming gedeeld worden.`,
      )
    if (group === 'CAREER_FILE' && purpose !== 'STUDY_START')
      throw invalid(
        'groups',
        'The whole career file is only for the start of the programme (STUDY_START).',
        'De hele loopbaanmap is alleen voor de start van de opleiding.',
      )
    if (!agreed(one.agreements.get(institution) ?? null, group, purpose, now))
      throw invalid(
        'groups',
        `The region's agreement does not allow ${group} for ${purpose} now.`,
        `De afspraken van de regio laten ${group} voor dit doel nu niet toe.`,
      )
  }
}

const noApplication = (field: string) =>
  invalid(
    field,
    'There is no application at this institution that goes on.',
    'Er is geen lopende aanmelding bij deze school.',
  )

/** By default a consent ends on 1 October of the start year; when that day is gone, on the next one. */
function expiry(one: Case, institution: string, now: Date): Date {
  const years = one.applications
    .filter((application) => application.institution === institution)
    .map(({ startYear }) => startYear)
  let year = Math.max(...years, one.startYear)
  while (amsterdam(year, 10, 1) <= now) year++
  return amsterdam(year, 10, 1)
}

export function checkItems(field: string, items: readonly string[]): string[] {
  if (items.length > MOST_LEFT_OUT || items.some((id) => !isUuid(id)))
    throw invalid(field, `${field} names items by their id.`, `${field} noemt onderdelen met hun id.`)
  return [...new Set(items.map((id) => id.toLowerCase()))]
}

/** What a consent with these groups would say today. */
async function saying(
  em: EntityManager,
  one: Case,
  { institution, groups, purpose, leftOut }: GiveConsentInput & { leftOut: readonly string[] },
  now: Date,
): Promise<Said> {
  const { name } = await em.findOneOrFail(Organisation, { brin: institution })
  return { institution: name, groups, purpose, leftOut, expiresAt: expiry(one, institution, now) }
}

/** The words that `giveConsent` will keep, to be read before saying yes; in the language of who asks. */
export async function wordsFor(context: ConsentContext, input: GiveConsentInput): Promise<string> {
  const one = await context.loaders.cases.load(input.dossierId)
  const now = context.now()
  if (!one) throw notFound()
  if (!hasApplication(one, input.institution)) throw noApplication('institution')
  checkGroups(one, input.institution, input.groups, input.purpose, now)
  const leftOut = checkItems('leftOut', input.leftOut ?? [])
  const said = await saying(context.em.fork(), one, { ...input, leftOut }, now)
  return context.asking.language === 'nl' ? wording(said) : wordingInEnglish(said)
}

/** Writes one person's yes, with the words they saw. Saying yes twice is saying it once. */
function approve(step: Step, context: ConsentContext, consent: Consent): void {
  const { viewer } = context.asking
  if (!viewer || !step.who) throw notFound()
  step.em.create(Approval, {
    consentId: consent.id,
    subject: viewer.subject,
    role: step.who.role,
    name: viewer.name,
    at: step.now,
    wording: consent.wording,
    wordingVersion: consent.wordingVersion,
  })
}

/**
 * Grants when the table of domain §5 is satisfied today. What older consents said of the same groups is then replaced: when this one
 * stops, nothing that it left out may come back with what lay beneath it.
 */
async function grantIfEnough(step: Step, consent: Consent): Promise<void> {
  const one = await step.again()
  const own = one.consents.find(({ id }) => id === consent.id)
  if (!own || !isEnough(one, own.approvals, policyFor(one, consent.institution), step.now)) return
  consent.state = 'GRANTED'
  consent.grantedAt = step.now
  const older = await step.em.find(Consent, {
    dossierId: consent.dossierId,
    institution: consent.institution,
    purpose: consent.purpose,
    state: 'GRANTED',
    id: { $ne: consent.id },
  })
  const end = { state: 'ENDED', endedAt: step.now, endedBy: 'replaced' } as const
  for (const other of older)
    if (other.groups.every((group) => consent.groups.includes(group))) Object.assign(other, end)
    else await splitOff(step, other, consent.groups, end)
  step.rightsChanged()
  step.record('SHARING', { institution: consent.institution })
  await settle(step)
}

/** The student starts sharing; it opens when who must approve has (domain §5). */
export function giveConsent(context: ConsentContext, input: GiveConsentInput): Promise<Consent> {
  return command(context, input.dossierId, async (step) => {
    const { one, relation, em, now } = step
    if (relation !== 'OWNER') throw relation === 'MBO' ? notAvailable() : refused('dossierId', NOT_YOURS)
    if (!hasApplication(one, input.institution)) throw noApplication('institution')
    checkGroups(one, input.institution, input.groups, input.purpose, now)
    const leftOut = checkItems('leftOut', input.leftOut ?? [])
    const said = await saying(em, one, { ...input, leftOut }, now)
    const words = [wording(said), wordingInEnglish(said)]
    const kept = input.shown == null ? words[0] : words.find((each) => each === input.shown)
    if (kept === undefined) throw conflict()
    const { expiresAt } = said
    const request = await em.findOne(ConsentRequest, {
      dossierId: one.id,
      institution: input.institution,
      purpose: input.purpose,
      outcome: 'OPEN',
    })
    const consent = em.create(Consent, {
      id: randomUUID(),
      dossierId: one.id,
      institution: input.institution,
      groups: [...input.groups],
      purpose: input.purpose,
      state: 'PENDING_APPROVAL',
      wording: kept,
      wordingVersion: WORDING_VERSION,
      leftOut,
      startedBy: step.who.subject,
      requestId: request?.id ?? null,
      createdAt: now,
      grantedAt: null,
      expiresAt,
      endedAt: null,
      endedBy: null,
    })
    if (request) {
      request.outcome = 'ANSWERED'
      request.answeredAt = now
    }
    await em.flush()
    approve(step, context, consent)
    await grantIfEnough(step, consent)
    return consent
  })
}

/** Finds what an id belongs to without telling who may not know. */
export async function dossierOf(
  context: ConsentContext,
  entity: typeof Consent | typeof ConsentRequest,
  id: string,
): Promise<string> {
  const row = isUuid(id) ? await context.em.fork().findOne(entity as typeof Consent, { id }) : null
  if (!row) throw notFound()
  return row.dossierId
}

/** A guardian's yes (or the student's again, on whom the table has changed since). */
export async function approveConsent(context: ConsentContext, id: string): Promise<Consent> {
  return command(context, await dossierOf(context, Consent, id), async (step) => {
    const { one, relation, em, now, who } = step
    const consent = await em.findOneOrFail(Consent, { id })
    const policy = policyFor(one, consent.institution)
    if (relation === 'MBO' || relation === 'MUNICIPALITY') throw notFound()
    if (relation !== 'OWNER' && !(relation === 'GUARDIAN' && needsGuardian(one, policy, now)))
      throw refused('id', NOT_YOURS)
    const own = one.consents.find((known) => known.id === id)
    const hasApproved = own?.approvals.some(({ subject }) => subject === who.subject) ?? false
    if (consent.state === 'GRANTED' && hasApproved) return consent
    if (consent.state !== 'PENDING_APPROVAL') throw conflict()
    checkGroups(one, consent.institution, consent.groups, consent.purpose, now)
    if (!hasApproved) approve(step, context, consent)
    await grantIfEnough(step, consent)
    return consent
  })
}

/** The institution's polite question: one open at a time, again after 14 days, whatever came of it. */
export function requestConsent(context: ConsentContext, input: RequestConsentInput): Promise<ConsentRequest> {
  return command(context, input.dossierId, async (step) => {
    const { one, relation, em, now, who } = step
    if (relation !== 'MBO' || who.brin === null) throw refused('dossierId', NOT_YOURS)
    if (who.role === 'PARTNER' && !who.scopes.includes('dossier:read')) throw notAvailable()
    const institution = who.brin
    if (!hasApplication(one, institution)) throw noApplication('dossierId')
    checkGroups(one, institution, input.groups, input.purpose, now)
    const asked = one.requests.find(
      (request) => request.institution === institution && isStillAsked(request.askedAt, now),
    )
    if (asked)
      throw invalid(
        'dossierId',
        'Your institution has asked already. You can ask again 14 days after that.',
        'Uw school heeft dit al gevraagd. U kunt het 14 dagen later opnieuw vragen.',
      )
    const request = em.create(ConsentRequest, {
      id: randomUUID(),
      dossierId: one.id,
      institution,
      groups: [...input.groups],
      purpose: input.purpose,
      message: lines('message', input.message, LONGEST_MESSAGE),
      askedAt: now,
      askedBy: who.subject,
      askedByName: context.asking.viewer?.name ?? who.subject,
      outcome: 'OPEN',
      answeredAt: null,
    })
    step.record('SHARING', { institution })
    return request
  })
}

/** The student (or a guardian of a student under 16) says no. The institution does not learn it. */
export async function refuseConsentRequest(context: ConsentContext, id: string): Promise<ConsentRequest> {
  return command(context, await dossierOf(context, ConsentRequest, id), async (step) => {
    const { one, relation, em, now } = step
    if (relation === 'MBO' || relation === 'MUNICIPALITY') throw notFound()
    if (!actsAsOwner(one, relation, now)) throw refused('id', NOT_YOURS)
    const request = await em.findOneOrFail(ConsentRequest, { id })
    if (request.outcome === 'REFUSED') return request
    if (request.outcome !== 'OPEN') throw conflict()
    request.outcome = 'REFUSED'
    request.answeredAt = now
    return request
  })
}
