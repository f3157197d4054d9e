import type { FieldGroup, LegalBasis, Purpose } from '../../../graphql/schema.ts'
import { PURPOSES } from '../../../texts/orders.ts'
import type { WhatASchoolSeesQuery } from './who-sees.graphql.ts'

/** For what a school reads a group now, and on which ground, as the hub decides it at this moment. */
export const readingsOf = (
  seen: NonNullable<WhatASchoolSeesQuery['dossier']>,
  group: FieldGroup,
): { purpose: Purpose; basis: LegalBasis }[] =>
  PURPOSES.flatMap((purpose) =>
    (seen[purpose] ?? []).filter((one) => one.group === group).map(({ basis }) => ({ purpose, basis })),
  )
