import { createRoute, redirect } from '@tanstack/react-router'
import { areaRoute } from '../../root.tsx'
import { lazyPage } from '../../parts/lazy.tsx'
import { keepCode } from './invitation-link.ts'

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
    beforeLoad({ location }) {
      if (keepCode(location.hash)) throw redirect({ to: '/uitnodiging', replace: true })
    },
    component: lazyPage(() => import('./invitation.tsx'), 'Invitation'),
  }),
])
