import { changeStatus, type Step } from '../command.ts'
import { InnerShare } from './entities.ts'
import { Invitation } from '../invitations/entities.ts'
import { Consent, ConsentRequest, GuidanceCase } from '../sharing/entities.ts'

/**
 * The end of a dossier (GDPR art. 17): a tombstone stays, so that nothing can take its id, and the log without values,
 * so that it can be shown who looked. Names and texts go here; the other subgraphs destroy their content when they
 * hear of it, and from this moment on the referee knows no such dossier for anybody.
 */
export async function eraseContent(step: Step, reason: string): Promise<void> {
  const { em, dossier, now } = step
  const here = { dossierId: dossier.id }
  for (const consent of await em.find(Consent, { ...here, state: { $in: ['GRANTED', 'PENDING_APPROVAL'] } })) {
    consent.state = 'ENDED'
    consent.endedAt = now
    consent.endedBy = 'erased'
  }
  await em.nativeUpdate(ConsentRequest, here, { message: null })
  await em.nativeUpdate(GuidanceCase, here, { reason: '', closedAt: now })
  await em.nativeDelete(InnerShare, here)
  await em.nativeDelete(Invitation, here)
  await em.execute(`delete from consent.known_pupil where dossier_id = ?`, [dossier.id])
  await em.execute(`update consent.party set name = '' where dossier_id = ?`, [dossier.id])
  await em.execute(
    `update consent.approval set name = '', wording = '' where consent_id in (select id from consent.consent where dossier_id = ?)`,
    [dossier.id],
  )
  await em.execute(`update consent.dossier_approval set name = '' where dossier_id = ?`, [dossier.id])
  const ofApplications = `application_id in (select id from consent.application where dossier_id = ?)`
  await em.execute(
    `update consent.application_message set by_name = '', recipients = recipients || '{"municipality": null}'
      where ${ofApplications}`,
    [dossier.id],
  )
  await em.execute(`update consent.application set talk_ended_by = null where dossier_id = ?`, [dossier.id])
  changeStatus(step, 'ERASED', reason)
  dossier.erasedAt = now
  dossier.municipalityCode = null
  // The year alone: enough for counting, too little for knowing somebody.
  dossier.birthDate = `${dossier.birthDate.slice(0, 4)}-01-01`
  step.rightsChanged()
  step.record('DOSSIER_ERASED')
}
