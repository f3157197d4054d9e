import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../../root.tsx'
import { lazyPage } from '../../parts/lazy.tsx'
import { Home, SignedIn } from './home.tsx'

export const startRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: '/', component: Home }),
  createRoute({ getParentRoute: () => rootRoute, path: '/ingelogd', component: SignedIn }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/controleer',
    component: lazyPage(() => import('./verify.tsx'), 'Verify'),
  }),
] as const
