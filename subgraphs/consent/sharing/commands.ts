import { randomUUID } from 'node:crypto'
import { amsterdam } from '@doorstroomhub/kit/calendar.ts'
import { conflict, invalid, notAvailable, notFound } from '@doorstroomhub/kit/errors.ts'
import { lines } from '@doorstroomhub/kit/text.ts'
import { command, refused, settle, type Step } from '../command.ts'
import type { ConsentContext } from '../context.ts'
import { isUuid } from '../referee/facts.ts'
import { Organisation } from '../region/entities.ts'
import { actsAsOwner, hasApplication, isEnough, mayStop, needsGuardian, policyFor, type Case } from '../rules/case.ts'
import { agreed } from '../rules/decide.ts'
import { NOT_YOURS } from '../rules/moves.ts'
import type { FieldGroup, Purpose } from '../rules/words.ts'
import { Approval, Consent, ConsentRequest } from './entities.ts'
import { isStillAsked } from './reading.ts'
import { wording, WORDING_VERSION } from './wording.ts'

export interface GiveConsentInput {
  dossierId: string
  institution: string
  groups: readonly FieldGroup[]
  purpose: Purpose
  leftOut?: readonly string[] | null
}
export interface RequestConsentInput {
  dossierId: string
  groups: readonly FieldGroup[]
  purpose: Purpose
  message?: string | null
}

/** Groups that no consent can open: the law or the dossier itself says who reads them. */
const NOT_BY_CONSENT: readonly FieldGroup[] = ['PERSONAL_NUMBER', 'APPLICATION_STATUS', 'SHARING']
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

function checkLeftOut(leftOut: readonly string[]): string[] {
  if (leftOut.length > MOST_LEFT_OUT || leftOut.some((id) => !isUuid(id)))
    throw invalid('leftOut', 'leftOut names items by their id.', 'leftOut noemt onderdelen met hun id.')
  return [...new Set(leftOut.map((id) => id.toLowerCase()))]
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

/** Grants when the table of domain §5 is satisfied today. An older consent that says the same is then replaced. */
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
  for (const other of older)
    if (other.groups.every((group) => consent.groups.includes(group))) {
      other.state = 'ENDED'
      other.endedAt = step.now
      other.endedBy = 'replaced'
    }
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
    const leftOut = checkLeftOut(input.leftOut ?? [])
    const organisation = await em.findOneOrFail(Organisation, { brin: input.institution })
    const expiresAt = expiry(one, input.institution, now)
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
      wording: wording({
        institution: organisation.name,
        groups: input.groups,
        purpose: input.purpose,
        leftOut,
        expiresAt,
      }),
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
async function dossierOf(
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

/** Stops, on the next request of the institution; what waited for approval is refused. */
export async function revokeConsent(context: ConsentContext, id: string): Promise<Consent> {
  return command(context, await dossierOf(context, Consent, id), async (step) => {
    const { one, relation, em, now, who } = step
    const consent = await em.findOneOrFail(Consent, { id })
    if (relation === 'MBO' || relation === 'MUNICIPALITY') throw notFound()
    if (!mayStop(one, relation, policyFor(one, consent.institution), now)) throw refused('id', NOT_YOURS)
    if (consent.state === 'REVOKED' || consent.state === 'REFUSED') return consent
    if (consent.state !== 'GRANTED' && consent.state !== 'PENDING_APPROVAL') throw conflict()
    const wasGranted = consent.state === 'GRANTED'
    consent.state = wasGranted ? 'REVOKED' : 'REFUSED'
    consent.endedAt = now
    consent.endedBy = who.subject
    if (wasGranted) {
      step.rightsChanged()
      step.record('SHARING', { institution: consent.institution })
      await settle(step)
    }
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
