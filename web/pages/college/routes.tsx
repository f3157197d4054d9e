import { createRoute } from '@tanstack/react-router'
import { areaRoute } from '../../root.tsx'
import { lazyPage } from '../../parts/lazy.tsx'

const area = areaRoute('college', ['INTAKER'])
const getParentRoute = () => area

export const collegeRoutes = area.addChildren([
  createRoute({
    getParentRoute,
    path: '/gesprekken',
    component: lazyPage(() => import('./talks.tsx'), 'Talks'),
  }),
  createRoute({
    getParentRoute,
    path: '/aankomend/$dossier',
    component: lazyPage(() => import('./arriving.tsx'), 'Arriving'),
  }),
])
