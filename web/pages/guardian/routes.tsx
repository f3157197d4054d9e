import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { areaRoute } from '../../root.tsx'

const area = areaRoute('guardian', ['GUARDIAN'])
const getParentRoute = () => area

export const guardianRoutes = area.addChildren([
  createRoute({
    getParentRoute,
    path: '/akkoord',
    component: lazyRouteComponent(() => import('./approvals.tsx'), 'Approvals'),
  }),
  createRoute({
    getParentRoute,
    path: '/kind/$dossier',
    component: lazyRouteComponent(() => import('./child.tsx'), 'ChildDossier'),
  }),
])

const invited = areaRoute('invited', ['STUDENT', 'GUARDIAN'])

/** For who has a code on paper: a student or a guardian. */
export const invitationRoutes = invited.addChildren([
  createRoute({
    getParentRoute: () => invited,
    path: '/uitnodiging',
    component: lazyRouteComponent(() => import('./invitation.tsx'), 'Invitation'),
  }),
])
