import { randomUUID } from 'node:crypto'
import type { Step } from '../command.ts'
import type { FieldGroup } from '../rules/words.ts'
import { Approval, Consent } from './entities.ts'

/** Ends some groups of a consent: they go on as a consent of their own that has ended, with every yes and its words as they were said. */
export async function splitOff(
  { em }: Pick<Step, 'em'>,
  consent: Consent,
  groups: readonly FieldGroup[],
  end: Pick<Consent, 'state' | 'endedAt' | 'endedBy'>,
): Promise<void> {
  const ended = consent.groups.filter((group) => groups.includes(group))
  if (ended.length === 0) return
  consent.groups = consent.groups.filter((group) => !groups.includes(group))
  const { institution, dossierId, purpose, wording, wordingVersion, leftOut, startedBy } = consent
  const { createdAt, grantedAt, expiresAt } = consent
  const part = em.create(Consent, {
    id: randomUUID(),
    ...{ dossierId, institution, groups: ended, purpose, wording, wordingVersion, leftOut, startedBy },
    ...{ createdAt, grantedAt, expiresAt },
    requestId: null,
    ...end,
  })
  await em.flush()
  for (const { subject, role, name, at, wording: said, wordingVersion: version } of await em.find(Approval, {
    consentId: consent.id,
  }))
    em.create(Approval, { consentId: part.id, subject, role, name, at, wording: said, wordingVersion: version })
}
