import type { Role } from '../graphql/schema.ts'

/** The menu of each role, in order; the first is where they begin. Plain, for what builds the pages reads it too (`beginnings.ts`). */
export const PATHS = {
  STUDENT: [
    '/mijn-dossier',
    '/kennismaking',
    '/gegevens',
    '/hulp',
    '/loopbaanmap',
    '/paspoort',
    '/advies',
    '/delen',
    '/wie-heeft-gekeken',
    '/papier',
  ],
  GUARDIAN: ['/akkoord'],
  MENTOR: ['/leerlingen'],
  CARE_COORDINATOR: ['/leerlingen'],
  INTAKER: ['/gesprekken'],
  REGION_ANALYST: ['/regio', '/afspraken'],
  MUNICIPALITY: ['/inwoners'],
  PARTNER: [],
  ADMINISTRATOR: ['/beheer', '/afspraken'],
} as const satisfies Record<Role, readonly string[]>

export type MenuPath = (typeof PATHS)[Role][number]
