import type { SchoolLevel } from '../../graphql/schema.ts'

/** The levels of secondary education, in the order in which a school names them. */
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
