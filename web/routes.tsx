import { createRouter, type RouterHistory } from '@tanstack/react-router'
import { collegeRoutes } from './pages/college/routes.tsx'
import { guardianRoutes, invitationRoutes } from './pages/guardian/routes.tsx'
import { officeRoutes } from './pages/office/routes.tsx'
import { schoolRoutes } from './pages/school/routes.tsx'
import { startRoutes } from './pages/start/routes.tsx'
import { studentRoutes } from './pages/student/routes.tsx'
import { togetherRoutes } from './pages/together/routes.tsx'
import { PageFailed } from './parts/lazy.tsx'
import { rootRoute } from './root.tsx'

/** All addresses of the pages; `history` where there is no browser to have one. */
export const openRouter = (history?: RouterHistory) =>
  createRouter({
    routeTree: rootRoute.addChildren([
      ...startRoutes,
      ...officeRoutes,
      studentRoutes,
      guardianRoutes,
      invitationRoutes,
      schoolRoutes,
      collegeRoutes,
      ...togetherRoutes,
    ]),
    defaultPreload: 'intent',
    defaultErrorComponent: PageFailed,
    ...(history ? { history } : { scrollRestoration: true }),
  })

export type Router = ReturnType<typeof openRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: Router
  }
}
