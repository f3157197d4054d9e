import type { Case } from './case.ts'
import { decide } from './decide.ts'
import type { Asker, Facts } from './facts.ts'
import { openConsents } from './seen.ts'
import type { FieldGroup } from './words.ts'

/** What of a change decides on which grounds an institution may know of it. */
export interface Groundable {
  kind: string
  institution?: string | null | undefined
  /** Of CONTENT: what was written in; null when that is not known. */
  groups?: readonly FieldGroup[] | null | undefined
}

/**
 * The consents and enrolments of an institution on which it may know of this change now, by their ids. Of sharing that is a
 * consent that opens anything, for a change that is about itself; of content one that opens a group that was written in.
 */
export function groundsFor(change: Groundable, facts: Facts, institution: string, now: Date): string[] {
  if (change.kind === 'SHARING')
    return change.institution === institution ? openConsents(facts, now).map(({ id }) => id) : []
  if (change.kind !== 'CONTENT' || (change.institution ?? institution) !== institution) return []
  // The institution as such: what an officer alone may read is for that officer, and a system's scopes are its own.
  const who: Asker = { subject: '', role: 'INTAKER', brin: institution, municipality: null, scopes: [] }
  return (change.groups ?? []).flatMap((group) => {
    const consents = facts.consents.filter(
      (one) => decide({ ...facts, consents: [one] }, who, group, one.purpose, now).basis === 'CONSENT',
    )
    const { basis } = decide({ ...facts, consents: [] }, who, group, 'ENROLMENT_ADMIN', now)
    const enrolments = facts.applications.filter(({ status }) => basis === 'ENROLMENT' && status === 'ENROLLED')
    return [...consents, ...enrolments].map(({ id }) => id)
  })
}

/** The same for all institutions that the student applied at, for the change to keep: only who could know then, and still can, is told later. */
export function groundsIn(one: Case, change: Groundable, now: Date): string[] {
  const institutions = new Set(one.applications.map(({ institution }) => institution))
  return [...institutions].flatMap((institution) => groundsFor(change, factsOf(one, institution), institution, now))
}

/** What there is to know for an institution. */
const factsOf = (one: Case, brin: string): Facts => ({
  ...one,
  dossierId: one.id,
  numberStatement: one.statement,
  parties: [],
  applications: one.applications.filter(({ institution }) => institution === brin),
  consents: one.consents
    .filter(({ institution }) => institution === brin)
    .map((consent) => ({ ...consent, leftOut: [] })),
  innerShares: [],
  guidance: [],
  agreement: one.agreements.get(brin) ?? null,
})
