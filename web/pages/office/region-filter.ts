import { DOSSIER_STATUSES, LEVELS } from '../../texts/orders.ts'

export const WEEKS = [13, 26, 52, 104] as const

/** What the address says of the dashboard: `/regio?niveau=VMBO_KB&status=SHARED&weken=52`. What makes no sense is left out. */
export interface RegionFilter {
  niveau?: (typeof LEVELS)[number]
  status?: (typeof DOSSIER_STATUSES)[number]
  weken?: number
}

export function readRegionFilter(search: Readonly<Record<string, unknown>>): RegionFilter {
  const niveau = LEVELS.find((each) => each === search['niveau'])
  const status = DOSSIER_STATUSES.find((each) => each === search['status'])
  const weken = WEEKS.find((each) => each === Number(search['weken']))
  return { ...(niveau ? { niveau } : {}), ...(status ? { status } : {}), ...(weken ? { weken } : {}) }
}
