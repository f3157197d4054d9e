import { agreed, decide, isPurposeOf, relationOf } from './decide.ts'
import type { AgreementFacts, Facts } from './facts.ts'
import {
  FIELD_GROUPS,
  PURPOSES,
  SECTION_KEYS,
  type Detail,
  type FieldGroup,
  type LegalBasis,
  type Purpose,
  type SectionKey,
} from './words.ts'

/** Groups that no consent can open: the law or the dossier itself says who reads them. */
export const NOT_BY_CONSENT: readonly FieldGroup[] = ['PERSONAL_NUMBER', 'APPLICATION_STATUS', 'SHARING']

/** A group that the owner can share with one institution, for one purpose, in this detail. */
export interface Shareable {
  group: FieldGroup
  purpose: Purpose
  detail: Detail
}

/** All that can be shared under an agreement today, in the order of the groups. */
export const shareable = (agreement: AgreementFacts | null, now: Date): Shareable[] =>
  PURPOSES.flatMap((purpose) =>
    FIELD_GROUPS.flatMap((group) => {
      if (NOT_BY_CONSENT.includes(group) || !isPurposeOf(group, purpose)) return []
      const allowed = agreed(agreement, group, purpose, now)
      return allowed ? [{ group, purpose, detail: allowed.detail }] : []
    }),
  )

/** A group as an institution's people would get it now. */
export interface OpenGroup {
  group: FieldGroup
  detail: Detail
  basis: LegalBasis
  leftOut: readonly string[]
  /** Of INTAKE_PREPARATION alone. */
  sections: readonly SectionKey[]
}

/** What anybody of an institution who talks with students would read now, for this purpose: the referee's own rule, for nobody in particular. */
export function openTo(facts: Facts, institution: string, purpose: Purpose, now: Date): OpenGroup[] {
  const intaker = { subject: '', role: 'INTAKER', brin: institution, municipality: null, scopes: [] } as const
  if (relationOf(facts, intaker, now) === null) return []
  return FIELD_GROUPS.flatMap((group) => {
    const { allowed, basis, detail, leftOut, sections } = decide(facts, intaker, group, purpose, now)
    if (!allowed || basis === null) return []
    const open = SECTION_KEYS.filter((key) => sections !== undefined && sections[key] !== 'NONE')
    return [{ group, basis, detail, leftOut, sections: open }]
  })
}
