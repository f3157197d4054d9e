import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { areaRoute } from '../../root.tsx'

const area = areaRoute('student', ['STUDENT'])
const getParentRoute = () => area

export const studentRoutes = area.addChildren([
  createRoute({
    getParentRoute,
    path: '/mijn-dossier',
    component: lazyRouteComponent(() => import('./my-dossier.tsx'), 'MyDossier'),
  }),
  createRoute({
    getParentRoute,
    path: '/gegevens',
    component: lazyRouteComponent(() => import('./my-data.tsx'), 'MyData'),
  }),
  createRoute({
    getParentRoute,
    path: '/hulp',
    validateSearch: ({ vraag }: Record<string, unknown>): { vraag?: string } =>
      typeof vraag === 'string' ? { vraag } : {},
    component: lazyRouteComponent(() => import('./help.tsx'), 'Help'),
  }),
  createRoute({
    getParentRoute,
    path: '/loopbaanmap',
    validateSearch: ({ deel }: Record<string, unknown>): { deel?: string } =>
      typeof deel === 'string' ? { deel } : {},
    component: lazyRouteComponent(() => import('./career.tsx'), 'Career'),
  }),
  createRoute({
    getParentRoute,
    path: '/paspoort',
    component: lazyRouteComponent(() => import('./passport.tsx'), 'Passport'),
  }),
  createRoute({
    getParentRoute,
    path: '/advies',
    component: lazyRouteComponent(() => import('./advice.tsx'), 'Advice'),
  }),
])
