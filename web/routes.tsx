import { createRouter } from '@tanstack/react-router'
import { collegeRoutes } from './pages/college/routes.tsx'
import { guardianRoutes, invitationRoutes } from './pages/guardian/routes.tsx'
import { officeRoutes } from './pages/office/routes.tsx'
import { schoolRoutes } from './pages/school/routes.tsx'
import { startRoutes } from './pages/start/routes.tsx'
import { studentRoutes } from './pages/student/routes.tsx'
import { togetherRoutes } from './pages/together/routes.tsx'
import { PageFailed } from './parts/lazy.tsx'
import { rootRoute } from './root.tsx'

export const router = createRouter({
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
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
