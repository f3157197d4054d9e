import { useMemo } from 'react'
import type { Role } from '../graphql/schema.ts'
import { useSession } from '../parts/session.tsx'
import { texts, useTexts } from '../parts/texts.tsx'

/** The menu of each role, in order; the first is where they begin. */
const PATHS = {
  STUDENT: ['/mijn-dossier', '/gegevens'],
  GUARDIAN: [],
  MENTOR: [],
  CARE_COORDINATOR: [],
  INTAKER: [],
  REGION_ANALYST: ['/regio'],
  MUNICIPALITY: ['/inwoners'],
  PARTNER: [],
  ADMINISTRATOR: [],
} as const satisfies Record<Role, readonly string[]>

export type MenuPath = (typeof PATHS)[Role][number]

const labels = texts<Record<MenuPath, string>>(
  { '/mijn-dossier': 'Mijn dossier', '/gegevens': 'Mijn gegevens', '/regio': 'Regio', '/inwoners': 'Aanmeldingen' },
  { '/mijn-dossier': 'My file', '/gegevens': 'My data', '/regio': 'Region', '/inwoners': 'Applications' },
)

/** The menu of who is signed in. */
export function useNavigation(): { to: MenuPath; label: string }[] {
  const { viewer } = useSession()
  const t = useTexts(labels)
  return useMemo(() => (viewer ? PATHS[viewer.role].map((to) => ({ to, label: t[to] })) : []), [viewer, t])
}
