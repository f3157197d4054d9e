import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { areaRoute } from '../../root.tsx'
import { readSearch } from './search.ts'

const area = areaRoute('school', ['MENTOR', 'CARE_COORDINATOR'])
const getParentRoute = () => area

export const schoolRoutes = area.addChildren([
  createRoute({
    getParentRoute,
    path: '/leerlingen',
    validateSearch: readSearch,
    component: lazyRouteComponent(() => import('./pupils.tsx'), 'Pupils'),
  }),
  createRoute({
    getParentRoute,
    path: '/leerlingen/inlezen',
    component: lazyRouteComponent(() => import('../import/read-in.tsx'), 'ReadPupils'),
  }),
  createRoute({
    getParentRoute,
    path: '/leerlingen/$dossier',
    component: lazyRouteComponent(() => import('./pupil.tsx'), 'Pupil'),
  }),
])
