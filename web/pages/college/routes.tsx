import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { areaRoute } from '../../root.tsx'

const area = areaRoute('college', ['INTAKER'])
const getParentRoute = () => area

export const collegeRoutes = area.addChildren([
  createRoute({
    getParentRoute,
    path: '/gesprekken',
    component: lazyRouteComponent(() => import('./talks.tsx'), 'Talks'),
  }),
  createRoute({
    getParentRoute,
    path: '/aankomend/$dossier',
    component: lazyRouteComponent(() => import('./arriving.tsx'), 'Arriving'),
  }),
])
