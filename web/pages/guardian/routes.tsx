import { createRoute } from '@tanstack/react-router'
import { areaRoute } from '../../root.tsx'
import { lazyPage } from '../../parts/lazy.tsx'

const area = areaRoute('guardian', ['GUARDIAN'])
const getParentRoute = () => area

export const guardianRoutes = area.addChildren([
  createRoute({
    getParentRoute,
    path: '/akkoord',
    component: lazyPage(() => import('./approvals.tsx'), 'Approvals'),
  }),
  createRoute({
    getParentRoute,
    path: '/kind/$dossier',
    component: lazyPage(() => import('./child.tsx'), 'ChildDossier'),
  }),
])

const invited = areaRoute('invited', ['STUDENT', 'GUARDIAN'])

/** For who has a code on paper: a student or a guardian. */
export const invitationRoutes = invited.addChildren([
  createRoute({
    getParentRoute: () => invited,
    path: '/uitnodiging',
    component: lazyPage(() => import('./invitation.tsx'), 'Invitation'),
  }),
])
