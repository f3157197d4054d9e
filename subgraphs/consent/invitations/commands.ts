import { randomUUID } from 'node:crypto'
import { ageOn } from '@doorstroomhub/kit/calendar.ts'
import type { Sql } from '@doorstroomhub/kit/database.ts'
import { conflict, invalid, notAvailable, notFound, rateLimited } from '@doorstroomhub/kit/errors.ts'
import { line, needed } from '@doorstroomhub/kit/text.ts'
import { command, onDossier, refused, type Step } from '../command.ts'
import { asker, type ConsentContext } from '../context.ts'
import { Dossier, Party } from '../dossier/entities.ts'
import { isUuid } from '../referee/facts.ts'
import type { DossierRef } from '../refs.ts'
import { isUnbound, mayInvite } from '../rules/invite.ts'
import { isRefusal, NOT_YOURS } from '../rules/moves.ts'
import type { Role } from '../rules/words.ts'
import { hashOf, newCode, readCode } from './code.ts'
import { Invitation, isOpen } from './entities.ts'

const LONGEST_NAME = 120
/** Long enough for a talk with the parents to come round. */
const GOOD_FOR_DAYS = 14
const DAY_MS = 86_400_000
const MAJORITY = 18
/** Open ones for one dossier: two parents and the student, and some that got lost. */
const MOST_OPEN = 6
/** Codes that one account may try in an hour. */
const MOST_TRIES = 10
const TRIES_MS = 3_600_000

export interface CreatedInvitation {
  invitation: Invitation
  code: string
}

/** A code for the student's or a guardian's own account, shown this once. */
export function createInvitation(
  context: ConsentContext,
  input: { dossierId: string; role: Role; name: string },
): Promise<CreatedInvitation> {
  return command(context, input.dossierId, async (step) => {
    const { one, who, now, em, relation } = step
    const answer = mayInvite(one, who, now)
    if (isRefusal(answer))
      throw relation === 'MBO' || relation === 'MUNICIPALITY' ? notAvailable() : refused('dossierId', answer)
    if (input.role !== 'STUDENT' && input.role !== 'GUARDIAN')
      throw invalid('role', 'Invite the student or a guardian.', 'Nodig de leerling of een ouder uit.')
    if (input.role === 'STUDENT' && !isUnbound(one))
      throw invalid('role', 'This student has an account already.', 'Deze leerling heeft al een account.')
    if (input.role === 'GUARDIAN' && ageOn(one.birthDate, now) >= MAJORITY)
      throw invalid(
        'role',
        'This student is 18: parents no longer have access.',
        'Deze leerling is 18: ouders hebben geen toegang meer.',
      )
    const name = needed('name', line('name', input.name, LONGEST_NAME))
    const others = await em.find(Invitation, { dossierId: one.id, usedAt: null, revokedAt: null })
    if (others.filter((other) => isOpen(other, now)).length >= MOST_OPEN)
      throw invalid(
        'dossierId',
        'There are six open invitations. Withdraw one first.',
        'Er staan al zes uitnodigingen open. Trek er eerst een in.',
      )
    const code = newCode()
    const invitation = em.create(Invitation, {
      id: randomUUID(),
      dossierId: one.id,
      role: input.role,
      name,
      codeHash: hashOf(readCode(code)!),
      createdAt: now,
      createdBy: who.subject,
      expiresAt: new Date(now.getTime() + GOOD_FOR_DAYS * DAY_MS),
      usedAt: null,
      usedBy: null,
      revokedAt: null,
    })
    return { invitation, code }
  })
}

/** Takes back one that was not used. */
export async function revokeInvitation(context: ConsentContext, id: string): Promise<Invitation> {
  asker(context)
  const found = isUuid(id) ? await context.em.fork().findOne(Invitation, { id }) : null
  if (!found) throw notFound()
  return command(context, found.dossierId, async ({ em, now, relation }) => {
    if (relation !== 'MENTOR')
      throw relation === 'MBO' || relation === 'MUNICIPALITY' ? notFound() : refused('id', NOT_YOURS)
    const invitation = await em.findOneOrFail(Invitation, { id })
    if (invitation.usedAt != null)
      throw invalid('id', 'This invitation was used already.', 'Deze uitnodiging is al gebruikt.')
    invitation.revokedAt ??= now
    return invitation
  })
}

/** One sentence for a code that never was, was used, was taken back or is too old, so that trying tells nothing. */
const noCode = () =>
  invalid(
    'code',
    'This code does not work. It may be used already, or older than 14 days. Ask your mentor for a new one.',
    'Deze code werkt niet. Misschien is hij al gebruikt, of ouder dan 14 dagen. Vraag de mentor om een nieuwe.',
  )

/** Binds the account of who asks to the dossier of the code. */
export async function acceptInvitation(context: ConsentContext, typed: string): Promise<DossierRef> {
  const who = asker(context)
  if (who.role !== 'STUDENT' && who.role !== 'GUARDIAN')
    throw invalid(
      'code',
      'A code is for the account of a student or a guardian.',
      'Een code is voor het account van een leerling of een ouder.',
    )
  const code = readCode(typed)
  if (code === null) throw noCode()
  await countTry(context.sql, who.subject, context.now())
  const found = await context.em.fork().findOne(Invitation, { codeHash: hashOf(code), role: who.role })
  if (!found || !isOpen(found, context.now())) throw noCode()
  try {
    return await onDossier(context, found.dossierId, who, async (step) => {
      // Looked at again under the lock: of two who come at once one finds it used.
      const invitation = await step.em.findOneOrFail(Invitation, { id: found.id })
      if (!isOpen(invitation, step.now) || step.one.status === 'ERASED') throw noCode()
      if (who.role === 'STUDENT') await bindStudent(step, who.subject)
      else await bindGuardian(step, who.subject, context.asking.viewer?.name ?? invitation.name)
      invitation.usedAt = step.now
      invitation.usedBy = who.subject
      step.rightsChanged()
      step.record('SHARING')
      return { id: step.one.id }
    })
  } finally {
    context.refresh()
  }
}

async function bindStudent(step: Step, subject: string): Promise<void> {
  const { em, one } = step
  if (!isUnbound(one)) throw noCode()
  // One open dossier per student, as at opening one, and under the same lock.
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('consent.open:' || ?::text, 0))`, [subject])
  const own = await em.find(Party, { subject, role: 'STUDENT', until: null })
  const ids = own.map(({ dossierId }) => dossierId)
  if ((await em.count(Dossier, { id: { $in: ids }, status: { $nin: ['ERASED', 'CLOSED'] } })) > 0) throw conflict()
  const party = await em.findOneOrFail(Party, { dossierId: one.id, role: 'STUDENT', until: null })
  party.subject = subject
}

async function bindGuardian({ em, one, now }: Step, subject: string, name: string): Promise<void> {
  if (ageOn(one.birthDate, now) >= MAJORITY) throw noCode()
  const known = await em.findOne(Party, { dossierId: one.id, subject, role: 'GUARDIAN' })
  if (known) {
    known.until = null
    known.endedBy = null
  } else em.create(Party, { dossierId: one.id, subject, role: 'GUARDIAN', name, brin: null, since: now, until: null })
}

/** Counted before it is looked at, and kept whatever comes of it. */
async function countTry(sql: Sql, subject: string, now: Date): Promise<void> {
  const [row] = await sql<{ count: number }>(
    `insert into consent.invitation_attempt as a (subject, since, count) values ($1, $2, 1)
      on conflict (subject) do update set
        count = case when a.since <= $3 then 1 else a.count + 1 end,
        since = case when a.since <= $3 then $2 else a.since end
      returning count`,
    [subject, now, new Date(now.getTime() - TRIES_MS)],
  )
  if ((row?.count ?? 0) > MOST_TRIES) throw rateLimited()
}
