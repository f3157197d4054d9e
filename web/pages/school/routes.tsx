import { createRoute } from '@tanstack/react-router'
import { areaRoute } from '../../root.tsx'
import { lazyPage } from '../../parts/lazy.tsx'
import { readSearch } from './search.ts'

const area = areaRoute('school', ['MENTOR', 'CARE_COORDINATOR'])
const getParentRoute = () => area

export const schoolRoutes = area.addChildren([
  createRoute({
    getParentRoute,
    path: '/leerlingen',
    validateSearch: readSearch,
    component: lazyPage(() => import('./pupils.tsx'), 'Pupils'),
  }),
  createRoute({
    getParentRoute,
    path: '/leerlingen/inlezen',
    component: lazyPage(() => import('../import/read-in.tsx'), 'ReadPupils'),
  }),
  createRoute({
    getParentRoute,
    path: '/leerlingen/$dossier',
    component: lazyPage(() => import('./pupil.tsx'), 'Pupil'),
  }),
])
