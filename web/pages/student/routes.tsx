import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { areaRoute } from '../../root.tsx'
import { seeingIn } from './seeing.ts'

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
    path: '/ervaringen-inlezen',
    component: lazyRouteComponent(() => import('../import/read-in.tsx'), 'ReadExperiences'),
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
  createRoute({
    getParentRoute,
    path: '/delen',
    component: lazyRouteComponent(() => import('./sharing/sharing.tsx'), 'Sharing'),
  }),
  createRoute({
    getParentRoute,
    path: '/zo-ziet-het-mbo-het',
    validateSearch: seeingIn,
    component: lazyRouteComponent(() => import('./as-seen-page.tsx'), 'AsSeen'),
  }),
  createRoute({
    getParentRoute,
    path: '/wie-heeft-gekeken',
    component: lazyRouteComponent(() => import('./who-looked.tsx'), 'WhoLooked'),
  }),
  createRoute({
    getParentRoute,
    path: '/papier',
    validateSearch: seeingIn,
    component: lazyRouteComponent(() => import('./paper.tsx'), 'Paper'),
  }),
])
