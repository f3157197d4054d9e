import { Navigate } from '@tanstack/react-router'
import { Text } from '../../parts/basics.tsx'
import { NoAnswer } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { useSession } from '../../parts/session.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { useNavigation } from '../navigation.ts'
import { welcome } from './texts.ts'
import { Welcome } from './welcome.tsx'

/** `/`: the welcome, or the first page of who is signed in. */
export function Home() {
  const { viewer, failure, again } = useSession()
  const [first] = useNavigation()
  const t = useTexts(welcome)
  if (viewer === undefined) return <NoAnswer failure={failure} slow={false} again={again} />
  if (viewer === null) return <Welcome back="/" />
  if (first) return <Navigate to={first.to} replace />
  return (
    <Page title={t.nothingTitle}>
      <Text>{t.nothing}</Text>
    </Page>
  )
}
