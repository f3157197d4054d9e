import { conflict, invalid, notFound } from '@doorstroomhub/kit/errors.ts'
import { command, refused, settle } from '../command.ts'
import type { ConsentContext } from '../context.ts'
import { mayStop, policyFor } from '../rules/case.ts'
import { NOT_YOURS } from '../rules/moves.ts'
import type { FieldGroup } from '../rules/words.ts'
import { checkItems, dossierOf } from './commands.ts'
import { Consent } from './entities.ts'
import { splitOff } from './splitting.ts'

export interface RevokeConsentInput {
  id: string
  /** Only these groups. */
  groups?: readonly FieldGroup[] | null
  /** Only these items: from now on they are left out. */
  items?: readonly string[] | null
}

/** Stops, on the next request of the institution; what waited for approval is refused. With groups or items only those. */
export async function revokeConsent(
  context: ConsentContext,
  { id, groups, items }: RevokeConsentInput,
): Promise<Consent> {
  return command(context, await dossierOf(context, Consent, id), async (step) => {
    const { one, relation, em, now, who } = step
    const consent = await em.findOneOrFail(Consent, { id })
    if (relation === 'MBO' || relation === 'MUNICIPALITY') throw notFound()
    if (!mayStop(one, relation, policyFor(one, consent.institution), now)) throw refused('id', NOT_YOURS)
    if (groups?.length === 0) throw invalid('groups', 'Choose at least one group.', 'Kies minstens één onderdeel.')
    const kept = items && checkItems('items', items)
    if (consent.state === 'REVOKED' || consent.state === 'REFUSED') return consent
    if (consent.state !== 'GRANTED' && consent.state !== 'PENDING_APPROVAL') throw conflict()
    const wasGranted = consent.state === 'GRANTED'
    const isPart = groups == null ? kept != null : consent.groups.some((group) => !groups.includes(group))
    if (isPart && !wasGranted)
      throw invalid(
        'id',
        'This still waits for a yes: stop it as a whole.',
        'Dit wacht nog op een ja: stop het helemaal.',
      )
    if (kept != null) consent.leftOut = [...new Set([...consent.leftOut, ...kept])]
    if (groups != null && isPart)
      await splitOff(step, consent, groups, { state: 'REVOKED', endedAt: now, endedBy: who.subject })
    if (!isPart) {
      consent.state = wasGranted ? 'REVOKED' : 'REFUSED'
      consent.endedAt = now
      consent.endedBy = who.subject
    }
    if (wasGranted) {
      step.rightsChanged()
      step.record('SHARING', { institution: consent.institution })
      await settle(step)
    }
    return consent
  })
}
