import { Navigate } from '@tanstack/react-router'
import { NoAnswer } from '../../parts/looks.tsx'
import { useSession } from '../../parts/session.tsx'
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
