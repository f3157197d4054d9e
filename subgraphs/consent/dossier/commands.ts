import { randomUUID } from 'node:crypto'
import { dayIn } from '@doorstroomhub/kit/calendar.ts'
import { conflict, invalid, notAvailable } from '@doorstroomhub/kit/errors.ts'
import { line, needed } from '@doorstroomhub/kit/text.ts'
import { changeStatus, command, expectVersion, refused, settle } from '../command.ts'
import { asker, type ConsentContext } from '../context.ts'
import { endTalks } from '../applications/commands.ts'
import type { DossierRef } from '../refs.ts'
import { Change } from '../feed/entities.ts'
import { Organisation } from '../region/entities.ts'
import { isInTalk, mayErase, mayGiveStatement } from '../rules/case.ts'
import type { Relation } from '../rules/decide.ts'
import { withoutAccount } from '../rules/invite.ts'
import { isApproved, isRefusal, mayApprove, mayMove, mayPause, NOT_YOURS, type Refusal } from '../rules/moves.ts'
import type { DossierStatus, FieldGroup, Role, SchoolLevel } from '../rules/words.ts'
import { eraseContent } from './erase.ts'
import { Dossier, DossierApproval, InnerShare, Party, StatusChange } from './entities.ts'

export interface OpenDossierInput {
  name: string
  subject?: string | null
  birthDate: string
  municipality?: string | null
  schoolLevel?: SchoolLevel | null
  startYear: number
}

/** A student who tries is told how it goes. */
const MENTOR_OPENS: Refusal = {
  en: 'Your mentor makes your dossier. Ask your mentor for it, and use the code that you get.',
  nl: 'Je mentor maakt je dossier. Vraag je mentor erom, en gebruik de code die je krijgt.',
}
const LONGEST_NAME = 120
const LONGEST_SUBJECT = 200
const MUNICIPALITY = /^GM\d{4}$/
/** How long the first of the two questions stays good. */
const ERASURE_MINUTES = 15

/** A mentor opens one for a pupil in the caseload. The birth date decides who decides along, so that it is no student's own word. */
export async function openDossier(context: ConsentContext, input: OpenDossierInput): Promise<DossierRef> {
  const who = asker(context)
  const now = context.now()
  const { viewer } = context.asking
  if (who.role === 'STUDENT') throw refused('name', MENTOR_OPENS)
  if (who.role !== 'MENTOR') throw refused('name', NOT_YOURS)
  const name = needed('name', line('name', input.name, LONGEST_NAME))
  const subject = line('subject', input.subject, LONGEST_SUBJECT) ?? withoutAccount(randomUUID())
  const today = dayIn(now)
  const year = Number(today.slice(0, 4))
  if (input.startYear < year || input.startYear > year + 3)
    throw invalid(
      'startYear',
      `The start year lies between ${year} and ${year + 3}.`,
      `Het startjaar ligt tussen ${year} en ${year + 3}.`,
    )
  if (input.municipality != null && !MUNICIPALITY.test(input.municipality))
    throw invalid('municipality', 'A municipality is GM and four digits.', 'Een gemeente is GM en vier cijfers.')
  if (input.birthDate > today) throw invalid('birthDate', 'This day is still to come.', 'Deze dag moet nog komen.')
  const id = await context.em.fork().transactional(async (em) => {
    const school = who.brin === null ? null : await em.findOne(Organisation, { brin: who.brin, kind: 'VO' })
    if (!school?.regionCode) throw invalid('name', 'Your school is not known here.', 'Uw school is hier niet bekend.')
    // One at a time per student: of two who open at once the second finds the first one's.
    await em.execute(`select pg_advisory_xact_lock(hashtextextended('consent.open:' || ?::text, 0))`, [subject])
    const own = await em.find(Party, { subject, role: 'STUDENT', until: null })
    const ids = own.map(({ dossierId }) => dossierId)
    if ((await em.count(Dossier, { id: { $in: ids }, status: { $nin: ['ERASED', 'CLOSED'] } })) > 0) throw conflict()
    const dossierId = randomUUID()
    em.create(Dossier, {
      id: dossierId,
      status: 'DRAFT',
      version: 1,
      paused: false,
      pausedBecause: null,
      rights: 1,
      birthDate: input.birthDate,
      municipalityCode: input.municipality ?? null,
      homeSchool: school.brin,
      regionCode: school.regionCode,
      schoolLevel: input.schoolLevel ?? null,
      startYear: input.startYear,
      statementAt: null,
      statementBy: null,
      statementRole: null,
      identityComplete: false,
      openAdvice: 0,
      createdAt: now,
      updatedAt: now,
      erasureAskedAt: null,
      erasureAskedBy: null,
      erasedAt: null,
    })
    await em.flush()
    const since = { dossierId, since: now, until: null }
    em.create(Party, { ...since, subject, role: 'STUDENT', name, brin: null })
    em.create(Party, {
      ...since,
      subject: who.subject,
      role: 'MENTOR',
      name: viewer?.name ?? who.subject,
      brin: who.brin,
    })
    em.create(StatusChange, {
      dossierId,
      fromStatus: null,
      toStatus: 'DRAFT',
      at: now,
      bySubject: who.subject,
      byRole: who.role,
      reason: 'opened',
    })
    em.create(Change, {
      at: now,
      kind: 'DOSSIER_OPENED',
      dossierId,
      applicationId: null,
      institution: null,
      fromStatus: null,
      toStatus: 'DRAFT',
      groups: null,
      grounds: null,
    })
    return dossierId
  })
  context.refresh()
  context.bus.publish('changes', id)
  return { id }
}

/** To who stands outside, every refusal is the same one: its words would tell where the dossier is, or which version it has. */
const isOutside = (relation: Relation): boolean => relation === 'MBO' || relation === 'MUNICIPALITY'

/** A step of domain §7 by a person. */
export function moveDossier(
  context: ConsentContext,
  input: { id: string; to: DossierStatus; expectedVersion: number },
): Promise<DossierRef> {
  return command(context, input.id, async (step) => {
    const { one, dossier, who, now, relation } = step
    const answer = mayMove(one, who, input.to, now)
    if (isRefusal(answer) && isOutside(relation)) throw notAvailable()
    expectVersion(dossier, input.expectedVersion)
    // It stands there already: somebody else took this step since the asker looked.
    if (relation !== 'MBO' && one.status === input.to) throw conflict()
    if (isRefusal(answer)) throw refused('to', answer)
    // An institution ends its own talk and no other; the dossier follows when that was the last one.
    if (relation === 'MBO' || one.status === 'IN_INTAKE') {
      await endTalks(context, step)
      if (dossier.status === 'IN_INTAKE' && !isInTalk(await step.again(), now)) changeStatus(step, 'SHARED', 'moved')
      await settle(step)
      return { id: one.id }
    }
    const opensAgain = input.to === 'DRAFT' && (one.status === 'READY' || one.status === 'APPROVED')
    if (opensAgain) dossier.version += 1
    changeStatus(step, input.to, opensAgain ? 'opened again' : 'moved')
    return { id: one.id }
  })
}

/** A yes to exactly the version that was read. */
export function approveDossier(
  context: ConsentContext,
  input: { id: string; expectedVersion: number },
): Promise<DossierRef> {
  return command(context, input.id, async (step) => {
    const { one, dossier, who, now, em, relation } = step
    if (isOutside(relation)) throw notAvailable()
    expectVersion(dossier, input.expectedVersion)
    const hasApproved = one.approvals.some(({ subject }) => subject === who.subject)
    if (!hasApproved) {
      const answer = mayApprove(one, who, now)
      if (isRefusal(answer)) throw refused('id', answer)
      em.create(DossierApproval, {
        dossierId: one.id,
        version: dossier.version,
        subject: who.subject,
        role: who.role,
        name: context.asking.viewer?.name ?? who.subject,
        at: now,
      })
    }
    // A yes said again counts too, when a birthday or another agreement has changed whose yes is needed.
    if (dossier.status === 'READY' && isApproved(await step.again(), now)) {
      changeStatus(step, 'APPROVED', 'approved by all')
      await settle(step)
    }
    return { id: one.id }
  })
}

/** Others read nothing while it is paused; the statutory channel goes on. */
export function pauseSharing(context: ConsentContext, dossierId: string, on: boolean): Promise<DossierRef> {
  return command(context, dossierId, async (step) => {
    const answer = mayPause(step.one, step.who, step.now)
    if (isRefusal(answer)) throw refused('dossierId', answer)
    if (step.dossier.paused !== on) {
      step.dossier.paused = on
      step.dossier.pausedBecause = null
      step.rightsChanged()
      step.record('SHARING')
    }
    return { id: step.one.id }
  })
}

/** Asked twice: the first time nothing happens but that it was asked (false), the second time within 15 minutes all is gone (true). */
export function eraseDossier(context: ConsentContext, dossierId: string): Promise<boolean> {
  return command(context, dossierId, async (step) => {
    const { one, dossier, relation, now, who } = step
    if (!mayErase(one, relation, now)) throw refused('dossierId', NOT_YOURS)
    const asked = dossier.erasureAskedAt
    const isSecond =
      asked != null &&
      dossier.erasureAskedBy === who.subject &&
      now.getTime() - asked.getTime() <= ERASURE_MINUTES * 60_000
    if (!isSecond) {
      dossier.erasureAskedAt = now
      dossier.erasureAskedBy = who.subject
      return false
    }
    await eraseContent(step, 'asked by the owner')
    return true
  })
}

/** The number statement (instemmingsverklaring, WVO art. 103b). */
export function givePersonalNumberStatement(context: ConsentContext, dossierId: string): Promise<DossierRef> {
  return command(context, dossierId, async (step) => {
    const { one, dossier, relation, now, who } = step
    if (!mayGiveStatement(one, relation, now)) throw refused('dossierId', NOT_YOURS)
    if (dossier.statementAt == null) {
      dossier.statementAt = now
      dossier.statementBy = who.subject
      dossier.statementRole = who.role
      step.rightsChanged()
      step.record('SHARING')
    }
    return { id: one.id }
  })
}

/** Roles with whom a student can share a group inside school and family, where the table of domain §4 says so. */
const INSIDE: Partial<Record<Role, readonly FieldGroup[]>> = {
  GUARDIAN: ['ACCOMMODATIONS', 'CONDITION', 'CAREER_FILE'],
  MENTOR: ['CONDITION', 'INTAKE_PREPARATION'],
}

/** The student shares a group with the mentor or the guardians, or stops that. */
export function shareInside(
  context: ConsentContext,
  input: { dossierId: string; group: FieldGroup; role: Role; on: boolean },
): Promise<DossierRef> {
  return command(context, input.dossierId, async (step) => {
    if (step.relation !== 'OWNER') throw refused('dossierId', NOT_YOURS)
    if (!INSIDE[input.role]?.includes(input.group))
      throw invalid('group', 'This group cannot be shared with this person.', 'Dit kun je niet met deze persoon delen.')
    const key = { dossierId: step.one.id, fieldGroup: input.group, role: input.role }
    const known = await step.em.findOne(InnerShare, key)
    if (input.on && !known) step.em.create(InnerShare, { ...key, at: step.now })
    if (!input.on && known) step.em.remove(known)
    if (input.on !== (known !== null)) step.rightsChanged()
    return { id: step.one.id }
  })
}
