import type { DossierStatus, SchoolLevel } from '../../graphql/schema.ts'

export const LEVELS = [
  'PRO',
  'VMBO_BB',
  'VMBO_KB',
  'VMBO_GL',
  'VMBO_TL',
  'VSO',
  'HAVO',
  'VAVO',
] as const satisfies readonly SchoolLevel[]
export const STATUSES = [
  'DRAFT',
  'IN_CONSULTATION',
  'READY',
  'APPROVED',
  'SHARED',
  'IN_INTAKE',
  'ENROLLED',
  'CLOSED',
] as const satisfies readonly DossierStatus[]
export const WEEKS = [13, 26, 52, 104] as const

/** What the address says of the dashboard: `/regio?niveau=VMBO_KB&status=SHARED&weken=52`. What makes no sense is left out. */
export interface RegionFilter {
  niveau?: (typeof LEVELS)[number]
  status?: (typeof STATUSES)[number]
  weken?: number
}

export function readRegionFilter(search: Readonly<Record<string, unknown>>): RegionFilter {
  const niveau = LEVELS.find((each) => each === search['niveau'])
  const status = STATUSES.find((each) => each === search['status'])
  const weken = WEEKS.find((each) => each === Number(search['weken']))
  return { ...(niveau ? { niveau } : {}), ...(status ? { status } : {}), ...(weken ? { weken } : {}) }
}
