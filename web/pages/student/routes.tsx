import { createRoute } from '@tanstack/react-router'
import { areaRoute } from '../../root.tsx'
import { lazyPage } from '../../parts/lazy.tsx'
import { seeingIn } from './seeing.ts'

const area = areaRoute('student', ['STUDENT'])
const getParentRoute = () => area

export const studentRoutes = area.addChildren([
  createRoute({
    getParentRoute,
    path: '/mijn-dossier',
    component: lazyPage(() => import('./my-dossier.tsx'), 'MyDossier'),
  }),
  createRoute({
    getParentRoute,
    path: '/gegevens',
    component: lazyPage(() => import('./my-data.tsx'), 'MyData'),
  }),
  createRoute({
    getParentRoute,
    path: '/hulp',
    validateSearch: ({ vraag }: Record<string, unknown>): { vraag?: string } =>
      typeof vraag === 'string' ? { vraag } : {},
    component: lazyPage(() => import('./help.tsx'), 'Help'),
  }),
  createRoute({
    getParentRoute,
    path: '/loopbaanmap',
    validateSearch: ({ deel }: Record<string, unknown>): { deel?: string } =>
      typeof deel === 'string' ? { deel } : {},
    component: lazyPage(() => import('./career.tsx'), 'Career'),
  }),
  createRoute({
    getParentRoute,
    path: '/ervaringen-inlezen',
    component: lazyPage(() => import('../import/read-in.tsx'), 'ReadExperiences'),
  }),
  createRoute({
    getParentRoute,
    path: '/paspoort',
    component: lazyPage(() => import('./passport.tsx'), 'Passport'),
  }),
  createRoute({
    getParentRoute,
    path: '/advies',
    component: lazyPage(() => import('./advice.tsx'), 'Advice'),
  }),
  createRoute({
    getParentRoute,
    path: '/delen',
    component: lazyPage(() => import('./sharing/sharing.tsx'), 'Sharing'),
  }),
  createRoute({
    getParentRoute,
    path: '/zo-ziet-het-mbo-het',
    validateSearch: seeingIn,
    component: lazyPage(() => import('./as-seen-page.tsx'), 'AsSeen'),
  }),
  createRoute({
    getParentRoute,
    path: '/wie-heeft-gekeken',
    component: lazyPage(() => import('./who-looked.tsx'), 'WhoLooked'),
  }),
  createRoute({
    getParentRoute,
    path: '/papier',
    validateSearch: seeingIn,
    component: lazyPage(() => import('./paper.tsx'), 'Paper'),
  }),
])
