import { randomUUID } from 'node:crypto'
import { notAvailable, notFound } from '@doorstroomhub/kit/errors.ts'
import { line, lines, needed } from '@doorstroomhub/kit/text.ts'
import { command, refused } from '../command.ts'
import type { ConsentContext } from '../context.ts'
import { isUuid } from '../referee/facts.ts'
import { NOT_YOURS } from '../rules/moves.ts'
import { GuidanceCase } from './entities.ts'

const LONGEST_NAME = 120
const LONGEST_REASON = 1000

/** After enrolment: a named officer, a reason, visible to the student (domain §4, G). */
export function openGuidanceCase(
  context: ConsentContext,
  input: { dossierId: string; officer: string; officerName: string; reason: string },
): Promise<GuidanceCase> {
  return command(context, input.dossierId, async (step) => {
    const { relation, who, one, em, now } = step
    if (relation !== 'MBO' || who.role !== 'INTAKER' || who.brin === null)
      throw relation === 'MBO' ? notAvailable() : refused('dossierId', NOT_YOURS)
    const isEnrolledHere = one.applications.some(
      ({ institution, status }) => institution === who.brin && status === 'ENROLLED',
    )
    if (!isEnrolledHere) throw notAvailable()
    const opened = em.create(GuidanceCase, {
      id: randomUUID(),
      dossierId: one.id,
      institution: who.brin,
      officer: needed('officer', line('officer', input.officer, LONGEST_NAME)),
      officerName: needed('officerName', line('officerName', input.officerName, LONGEST_NAME)),
      reason: needed('reason', lines('reason', input.reason, LONGEST_REASON)),
      openedAt: now,
      openedBy: who.subject,
      closedAt: null,
    })
    step.rightsChanged()
    step.record('SHARING', { institution: who.brin })
    return opened
  })
}

/** Ends a case: by the institution, or by the student. */
export async function closeGuidanceCase(context: ConsentContext, id: string): Promise<GuidanceCase> {
  const found = isUuid(id) ? await context.em.fork().findOne(GuidanceCase, { id }) : null
  if (!found) throw notFound()
  return command(context, found.dossierId, async (step) => {
    const { relation, who, em, now } = step
    const guidance = await em.findOneOrFail(GuidanceCase, { id })
    const isTheirs = relation === 'MBO' && guidance.institution === who.brin
    if (relation !== 'OWNER' && !isTheirs) throw relation === 'MBO' ? notFound() : refused('id', NOT_YOURS)
    if (guidance.closedAt == null) {
      guidance.closedAt = now
      step.rightsChanged()
      step.record('SHARING', { institution: guidance.institution })
    }
    return guidance
  })
}
