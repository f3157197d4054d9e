import { Link } from '../../parts/basics.tsx'
import { useViewer } from '../../parts/session.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { together } from './together.texts.ts'

/** Back to the page that led here: each role has its own for a dossier. */
const DOSSIER = {
  GUARDIAN: '/kind/$dossier',
  MENTOR: '/leerlingen/$dossier',
  CARE_COORDINATOR: '/leerlingen/$dossier',
  INTAKER: '/aankomend/$dossier',
} as const

export function WayBack({ dossier }: { dossier: string }) {
  const t = useTexts(together)
  const { role } = useViewer()
  return (
    <p className="screen-only">
      {role in DOSSIER ? (
        <Link to={DOSSIER[role as keyof typeof DOSSIER]} params={{ dossier }}>
          {t.back}
        </Link>
      ) : (
        <Link to="/kennismaking">{t.backToTalks}</Link>
      )}
    </p>
  )
}
