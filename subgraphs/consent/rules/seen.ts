import { isTalkOpen } from './case.ts'
import { agreed, isActive, relationOf, type Relation } from './decide.ts'
import type { Asker, ConsentFacts, Facts } from './facts.ts'
import type { DossierStatus } from './words.ts'

/** What a party sees of the dossier's own state. */
export interface Seen {
  relation: Relation
  status: DossierStatus
  version: number
  paused: boolean
}

/** To who may know nothing of the sharing, every dossier looks like this one. */
const UNKNOWN = { status: 'DRAFT', version: 1, paused: false } as const

/** The groups of a consent that are open to the asker's institution at this moment, as the agreement allows. */
export const openGroups = (facts: Facts, consent: ConsentFacts, now: Date) =>
  facts.paused || !isActive(consent, now)
    ? []
    : consent.groups.filter((group) => agreed(facts.agreement, group, consent.purpose, now) !== null)

/** The consents of the asker's institution that open anything at this moment. */
export const openConsents = (facts: Facts, now: Date): ConsentFacts[] =>
  facts.consents.filter((consent) => openGroups(facts, consent, now).length > 0)

/** Whether this asker can ever see a dossier in this status: `seenBy` says which it is. */
export function maySee({ role }: Asker, status: DossierStatus): boolean {
  if (role === 'MUNICIPALITY') return status === UNKNOWN.status || status === 'ENROLLED'
  const toMbo: readonly DossierStatus[] = [UNKNOWN.status, 'SHARED', 'IN_INTAKE', 'ENROLLED']
  return (role !== 'INTAKER' && role !== 'PARTNER') || toMbo.includes(status)
}

/**
 * The dossier's status, version and pause as this asker may know them; null when it does not exist for them.
 * An mbo institution sees a status that follows from what is open to itself and from its own talk, never from where the
 * dossier stands: whether a student refused, stopped, paused, shares or talks with another or never began cannot be told
 * apart (domain §4, no oracle).
 */
export function seenBy(facts: Facts, asker: Asker, now: Date): Seen | null {
  const relation = relationOf(facts, asker, now)
  if (relation === null) return null
  const enrolled = facts.applications.some(({ status }) => status === 'ENROLLED')
  if (relation === 'MUNICIPALITY') return { relation, ...UNKNOWN, status: enrolled ? 'ENROLLED' : UNKNOWN.status }
  if (relation !== 'MBO') {
    const { status, version, paused } = facts
    return { relation, status, version, paused }
  }
  if (enrolled) return { relation, ...UNKNOWN, status: 'ENROLLED' }
  const isCut = asker.role === 'PARTNER' && !asker.scopes.includes('dossier:read')
  if (isCut || openConsents(facts, now).length === 0) return { relation, ...UNKNOWN }
  return {
    relation,
    status: facts.applications.some(isTalkOpen) ? 'IN_INTAKE' : 'SHARED',
    version: facts.version,
    paused: false,
  }
}
