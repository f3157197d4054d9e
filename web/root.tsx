import { createRootRoute, createRoute, Outlet, useRouterState } from '@tanstack/react-router'
import { Welcome } from './pages/start/later.ts'
import { NotFound } from './pages/start/not-found.tsx'
import type { Role } from './graphql/schema.ts'
import { NoAnswer } from './parts/looks.tsx'
import { useSession } from './parts/session.tsx'
import { Shell } from './parts/shell.tsx'

export const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound })

/** The pages of some roles: who is not signed in gets the welcome, who has another role hears that there is no such page. */
export const areaRoute = <const Id extends string>(id: Id, roles: readonly Role[]) =>
  createRoute({ getParentRoute: () => rootRoute, id, component: () => <Only roles={roles} /> })

function Only({ roles }: { roles: readonly Role[] }) {
  const { viewer, failure, again } = useSession()
  // Without what stands after a #: the code of an invitation is for no address that leaves this browser.
  const back = useRouterState({ select: ({ location }) => location.pathname + location.searchStr })
  if (viewer === undefined) return <NoAnswer failure={failure} slow={false} again={again} />
  if (viewer === null) return <Welcome back={back} />
  return roles.includes(viewer.role) ? <Outlet /> : <NotFound />
}
