import { useMemo } from 'react'
import { useSession } from '../parts/session.tsx'
import { texts, useTexts } from '../parts/texts.tsx'
import { PATHS, type MenuPath } from './paths.ts'

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
