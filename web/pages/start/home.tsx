import { Navigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Text } from '../../parts/basics.tsx'
import { NoAnswer } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { signInPath, useSession } from '../../parts/session.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'
import { useNavigation } from '../navigation.ts'
import { NothingYet, Welcome } from './later.ts'

/** `/`: the welcome, or the first page of who is signed in. */
export function Home() {
  const { viewer, failure, again } = useSession()
  const [first] = useNavigation()
  if (viewer === undefined) return <NoAnswer failure={failure} slow={false} again={again} />
  if (viewer === null) return <Welcome back="/" />
  if (first) return <Navigate to={first.to} replace />
  return <NothingYet />
}

/** Where one comes back to after signing in again beside an open page: that page hears of it, and this tab may go. */
export function SignedIn() {
  const t = useTexts(common)
  const { viewer, failure, again } = useSession()
  useEffect(() => {
    if (viewer) close()
  }, [viewer])
  if (viewer === undefined) return <NoAnswer failure={failure} slow={false} again={again} />
  return (
    <Page title={viewer ? t.over.done : t.over.not}>
      {viewer ? (
        <Text>{t.over.back}</Text>
      ) : (
        <a className="nl-button nl-button--primary" href={signInPath('/ingelogd')}>
          {t.signIn}
        </a>
      )}
    </Page>
  )
}
