import { randomUUID } from 'node:crypto'
import { dayIn } from '@doorstroomhub/kit/calendar.ts'
import { conflict, invalid, notAvailable, notFound } from '@doorstroomhub/kit/errors.ts'
import { TALK_ENDED } from '@doorstroomhub/kit/subgraph.ts'
import { changeStatus, command, refused, settle, type Step } from '../command.ts'
import type { ConsentContext } from '../context.ts'
import { isUuid } from '../referee/facts.ts'
import { Organisation, Programme } from '../region/entities.ts'
import { activeConsents, ENDS_CONSENT, isOpenStatus } from '../rules/case.ts'
import type { Relation } from '../rules/decide.ts'
import type { Asker } from '../rules/facts.ts'
import { NOT_YOURS } from '../rules/moves.ts'
import type { ApplicationStatus, DossierStatus } from '../rules/words.ts'
import { StatusChange } from '../dossier/entities.ts'
import { Consent } from '../sharing/entities.ts'
import { Application, ApplicationMessage } from './entities.ts'

/** Which status may follow which (domain §6); the last three are final. */
const NEXT: Record<ApplicationStatus, readonly ApplicationStatus[]> = {
  APPLIED: ['CONTRACT_OFFERED', 'NOT_ENROLLED', 'WITHDRAWN', 'ENROLLED'],
  CONTRACT_OFFERED: ['ENROLLED', 'WITHDRAWN', 'NOT_ENROLLED'],
  NOT_ENROLLED: [],
  WITHDRAWN: [],
  ENROLLED: [],
}
const BRIN = /^\d{2}[A-Z]{2}$/
const CREBO = /^\d{5}$/

/** Finds the dossier of an application, or NOT_FOUND. */
async function dossierOf(context: ConsentContext, applicationId: string): Promise<string> {
  const row = isUuid(applicationId) ? await context.em.fork().findOne(Application, { id: applicationId }) : null
  if (!row) throw notFound()
  return row.dossierId
}

type OwnStep = Step & { who: Asker; relation: Relation }

/** The application, when it is this person's business: an institution knows only its own. */
async function ownApplication(step: OwnStep, id: string): Promise<Application> {
  const application = await step.em.findOne(Application, { id })
  if (!application || (step.relation === 'MBO' && application.institution !== step.who.brin)) throw notFound()
  return application
}

/** Every status goes to the vo school and the home municipality (WEB 8.0.2); who it went to is kept with it. */
async function writeMessage(
  context: ConsentContext,
  step: Step,
  application: Application,
  status: ApplicationStatus,
  supersedes: string | null,
) {
  step.em.create(ApplicationMessage, {
    id: randomUUID(),
    applicationId: application.id,
    status,
    at: step.now,
    bySubject: step.who?.subject ?? 'system',
    byName: context.asking.viewer?.name ?? 'system',
    supersedes,
    recipients: { school: step.one.homeSchool, municipality: step.one.municipality },
  })
  application.status = status
  application.updatedAt = step.now
  step.record('APPLICATION_STATUS', { applicationId: application.id, institution: application.institution })
}

/** Consents of an institution end with its application (domain §5, ENDED), unless another one there goes on. */
async function endConsents(step: Step, application: Application): Promise<void> {
  const others = await step.em.find(Application, {
    dossierId: application.dossierId,
    institution: application.institution,
    id: { $ne: application.id },
  })
  if (others.some(({ status }) => !ENDS_CONSENT.includes(status))) return
  const open = await step.em.find(Consent, {
    dossierId: application.dossierId,
    institution: application.institution,
    state: { $in: ['GRANTED', 'PENDING_APPROVAL'] },
  })
  for (const consent of open) {
    consent.state = 'ENDED'
    consent.endedAt = step.now
    consent.endedBy = 'application ended'
  }
  if (open.length > 0) step.record('SHARING', { institution: application.institution })
}

/** Where the dossier was before it was enrolled, when that turns out to be a mistake. */
async function beforeEnrolment(step: Step): Promise<DossierStatus> {
  const [last] = await step.em.find(
    StatusChange,
    { dossierId: step.one.id, toStatus: 'ENROLLED' },
    { orderBy: { id: -1 }, limit: 1 },
  )
  return last?.fromStatus ?? 'DRAFT'
}

/** The institution reports; the student may withdraw. Enrolment moves rights in this same transaction. */
export async function reportApplicationStatus(
  context: ConsentContext,
  input: { applicationId: string; status: ApplicationStatus; supersedes?: string | null },
): Promise<Application> {
  return command(context, await dossierOf(context, input.applicationId), async (step) => {
    const application = await ownApplication(step, input.applicationId)
    const { relation, who, em } = step
    const isReporter = relation === 'MBO' && (who.role !== 'PARTNER' || who.scopes.includes('status:write'))
    const withdraws = relation === 'OWNER' && input.status === 'WITHDRAWN'
    if (!isReporter && !withdraws) throw relation === 'MBO' ? notAvailable() : refused('status', NOT_YOURS)
    const before = application.status
    const superseded = input.supersedes ?? null
    if (superseded === null) {
      if (before === input.status) return application
      if (!NEXT[before].includes(input.status))
        throw invalid(
          'status',
          `${before} is final. A correction names the message that it supersedes.`,
          `${before} is definitief. Een correctie noemt het bericht dat vervalt (supersedes).`,
        )
    } else {
      const [last] = await em.find(
        ApplicationMessage,
        { applicationId: application.id },
        { orderBy: { number: -1 }, limit: 1 },
      )
      if (!isReporter) throw refused('supersedes', NOT_YOURS)
      if (last?.id !== superseded) throw conflict()
      if (before === input.status) return application
    }
    await writeMessage(context, step, application, input.status, superseded)
    application.enrolledAt = input.status === 'ENROLLED' ? step.now : null
    // Nobody has to answer a proposal of an application that is over.
    if (NEXT[input.status].length === 0) application.talkProposedAt = null
    if (ENDS_CONSENT.includes(input.status)) await endConsents(step, application)
    step.rightsChanged()
    await em.flush()
    const enrolled = await em.count(Application, { dossierId: step.one.id, status: 'ENROLLED' })
    if (input.status === 'ENROLLED' && isOpenStatus(step.dossier.status)) changeStatus(step, 'ENROLLED', 'enrolled')
    else if (before === 'ENROLLED' && enrolled === 0 && step.dossier.status === 'ENROLLED')
      changeStatus(step, await beforeEnrolment(step), 'enrolment corrected')
    await settle(step)
    return application
  })
}

/** The student (or the mentor for them) tells of an application. */
export function registerApplication(
  context: ConsentContext,
  input: { dossierId: string; institution: string; crebo: string; startYear: number },
): Promise<Application> {
  return command(context, input.dossierId, async (step) => {
    const { relation, em, one, now } = step
    if (relation !== 'OWNER' && relation !== 'MENTOR')
      throw relation === 'MBO' ? notAvailable() : refused('dossierId', NOT_YOURS)
    if (!BRIN.test(input.institution))
      throw invalid('institution', 'A BRIN is two digits and two letters.', 'Een BRIN is twee cijfers en twee letters.')
    if (!CREBO.test(input.crebo)) throw invalid('crebo', 'A crebo is five digits.', 'Een crebo is vijf cijfers.')
    const year = Number(dayIn(now).slice(0, 4))
    if (input.startYear < year || input.startYear > year + 3)
      throw invalid(
        'startYear',
        'Choose this year or one of the next three.',
        'Kies dit jaar of een van de drie jaren hierna.',
      )
    const institution = await em.findOne(Organisation, { brin: input.institution, kind: 'MBO' })
    if (!institution)
      throw invalid('institution', 'This institution is not known here.', 'Deze school is hier niet bekend.')
    const programme = await em.findOne(Programme, { crebo: input.crebo })
    if (!programme) throw invalid('crebo', 'This programme is not known here.', 'Deze opleiding is hier niet bekend.')
    const same = await em.findOne(Application, {
      dossierId: one.id,
      institution: input.institution,
      crebo: input.crebo,
      startYear: input.startYear,
      status: { $in: ['APPLIED', 'CONTRACT_OFFERED', 'ENROLLED'] },
    })
    if (same) return same
    const application = em.create(Application, {
      id: randomUUID(),
      dossierId: one.id,
      institution: input.institution,
      crebo: input.crebo,
      status: 'APPLIED',
      appliedAt: now,
      startYear: input.startYear,
      talkProposedAt: null,
      talkAt: null,
      enrolledAt: null,
      talkEndedAt: null,
      talkEndedBy: null,
      updatedAt: now,
    })
    await em.flush()
    await writeMessage(context, step, application, 'APPLIED', null)
    step.rightsChanged()
    return application
  })
}

/** The intaker proposes a time. Whether anything is shared plays no part (domain §4: refusal changes nothing). */
export async function proposeTalk(
  context: ConsentContext,
  input: { applicationId: string; at: Date },
): Promise<Application> {
  return command(context, await dossierOf(context, input.applicationId), async (step) => {
    const application = await ownApplication(step, input.applicationId)
    if (step.relation !== 'MBO' || step.who.role !== 'INTAKER')
      throw step.relation === 'MBO' ? notAvailable() : refused('applicationId', NOT_YOURS)
    if (NEXT[application.status].length === 0)
      throw invalid('applicationId', 'This application has ended.', 'Deze aanmelding is afgerond.')
    if (input.at <= step.now) throw invalid('at', 'Choose a time still to come.', 'Kies een tijd die nog komt.')
    application.talkProposedAt = input.at
    application.updatedAt = step.now
    step.record('TALK', { applicationId: application.id, institution: application.institution })
    return application
  })
}

/** The student accepts; with consent for INTAKE_TALK the dossier is then in talk. */
export async function acceptTalk(context: ConsentContext, id: string): Promise<Application> {
  return command(context, await dossierOf(context, id), async (step) => {
    const application = await ownApplication(step, id)
    if (step.relation !== 'OWNER') throw step.relation === 'MBO' ? notAvailable() : refused('id', NOT_YOURS)
    if (application.talkProposedAt == null)
      throw invalid('id', 'No time has been proposed.', 'Er is nog geen tijd voorgesteld.')
    application.talkAt = application.talkProposedAt
    application.talkEndedAt = null
    application.talkEndedBy = null
    application.talkProposedAt = null
    application.updatedAt = step.now
    step.record('TALK', { applicationId: application.id, institution: application.institution })
    const forTalk = activeConsents(step.one, step.now).some(
      ({ institution, purpose }) => institution === application.institution && purpose === 'INTAKE_TALK',
    )
    if (step.dossier.status === 'SHARED' && forTalk) changeStatus(step, 'IN_INTAKE', 'talk agreed')
    return application
  })
}

/** The talk is over: what was prepared for it is kept as a version by who holds it (domain §7). An institution ends its own alone. */
export async function endTalks(context: ConsentContext, step: OwnStep): Promise<void> {
  const institution = step.relation === 'MBO' ? { institution: step.who.brin as string } : {}
  const open = await step.em.find(Application, {
    dossierId: step.one.id,
    talkAt: { $ne: null },
    talkEndedAt: null,
    ...institution,
  })
  for (const application of open) {
    application.talkEndedAt = step.now
    application.talkEndedBy = { subject: step.who.subject, name: context.asking.viewer?.name ?? step.who.subject }
    step.record('TALK', { applicationId: application.id, institution: application.institution })
  }
  step.wake(`${TALK_ENDED}.${step.one.id}`)
}
