import { notAvailable, notFound } from '@doorstroomhub/kit/errors.ts'
import { command, refused } from '../command.ts'
import { asker, type ConsentContext } from '../context.ts'
import { Party } from '../dossier/entities.ts'
import type { DossierRef } from '../refs.ts'
import { isStanding, mayEnd, type CaseParty } from '../rules/ending.ts'
import { isRefusal } from '../rules/moves.ts'

/**
 * Somebody has no part in the dossier any more, from this moment on. What they said yes to while they had stays, as on an 18th
 * birthday; what still waits for a guardian waits for another one, or lapses.
 */
export function endParty(context: ConsentContext, input: { dossierId: string; partyId: string }): Promise<DossierRef> {
  return command(context, input.dossierId, async (step) => {
    const { one, who, now, em, relation } = step
    if (relation === 'MBO' || relation === 'MUNICIPALITY') throw notAvailable()
    const party = one.parties.find(({ id }) => String(id) === input.partyId)
    if (!party) throw notFound()
    const answer = mayEnd(one, who, party, now)
    if (isRefusal(answer)) throw refused('partyId', answer)
    if (isStanding(party, now)) {
      const row = await em.findOneOrFail(Party, { id: party.id })
      row.until = now
      row.endedBy = who.subject
      step.rightsChanged()
      step.record('SHARING')
    }
    return { id: one.id }
  })
}

/** Whose part this viewer may end now, by the rule that judges `endParty`. */
export async function endableBy(context: ConsentContext, dossierId: string): Promise<CaseParty[]> {
  const one = await context.loaders.cases.load(dossierId)
  const now = context.now()
  const who = asker(context)
  return (one?.parties ?? []).filter((party) => isStanding(party, now) && mayEnd(one!, who, party, now) === true)
}
