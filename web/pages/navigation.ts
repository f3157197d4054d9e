import { useMemo } from 'react'
import type { Role } from '../graphql/schema.ts'
import { useSession } from '../parts/session.tsx'
import { texts, useTexts } from '../parts/texts.tsx'

/** The menu of each role, in order; the first is where they begin. */
const PATHS = {
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

const labels = texts<Record<MenuPath, string>>(
  {
    '/mijn-dossier': 'Mijn dossier',
    '/kennismaking': 'Kennismaking',
    '/gegevens': 'Mijn gegevens',
    '/hulp': 'Hulp die ik nodig heb',
    '/loopbaanmap': 'Mijn loopbaanmap',
    '/paspoort': 'Mijn paspoort',
    '/advies': 'Advies',
    '/delen': 'Delen',
    '/wie-heeft-gekeken': 'Wie heeft gekeken?',
    '/papier': 'Papier',
    '/akkoord': 'Akkoord',
    '/leerlingen': 'Mijn leerlingen',
    '/gesprekken': 'Gesprekken',
    '/regio': 'Regio',
    '/afspraken': 'Afspraken',
    '/beheer': 'Beheer',
    '/inwoners': 'Aanmeldingen',
  },
  {
    '/mijn-dossier': 'My file',
    '/kennismaking': 'First talk',
    '/gegevens': 'My data',
    '/hulp': 'Help that I need',
    '/loopbaanmap': 'My career file',
    '/paspoort': 'My passport',
    '/advies': 'Advice',
    '/delen': 'Sharing',
    '/wie-heeft-gekeken': 'Who looked?',
    '/papier': 'Paper',
    '/akkoord': 'Approval',
    '/leerlingen': 'My pupils',
    '/gesprekken': 'Talks',
    '/regio': 'Region',
    '/afspraken': 'Agreements',
    '/beheer': 'Administration',
    '/inwoners': 'Applications',
  },
)

/** The menu of who is signed in. */
export function useNavigation(): { to: MenuPath; label: string }[] {
  const { viewer } = useSession()
  const t = useTexts(labels)
  return useMemo(() => (viewer ? PATHS[viewer.role].map((to) => ({ to, label: t[to] })) : []), [viewer, t])
}
